"""The lists in the database: register, towns, themes, synonyms, places and signposts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update
from sqlalchemy.orm import Session

from knowledge.domain.authority import Authority, AuthorityKind, Place, Register
from knowledge.domain.initiative import Theme
from knowledge.domain.lists import FormerAuthority, Lists, Signpost, Synonym, Towns
from knowledge.store.codec import digest, encode, from_plain, to_plain
from knowledge.store.tables import AliasRow, AuthorityRow, InitiativeRow, InitiativeThemeRow, ListDocumentRow, ThemeRow

#: The lists that are only ever read whole, by the name they have in `Lists`, and what they hold.
_DOCUMENTS: dict[str, Any] = {
    "synonyms": tuple[Synonym, ...],
    "places": tuple[Place, ...],
    "signposts": tuple[Signpost, ...],
    "former": tuple[FormerAuthority, ...],
    "towns": tuple[Towns, ...],
}


def read_lists(session: Session | Connection) -> Lists:
    """The lists as last saved, in the order they were given."""
    aliases: dict[str, list[str]] = defaultdict(list)
    for authority, alias in session.execute(
        select(AliasRow.authority, AliasRow.alias).order_by(AliasRow.authority, AliasRow.position)
    ):
        aliases[authority].append(alias)
    columns = AuthorityRow
    register = Register.of(
        Authority(name, official, nation, region, code, tuple(aliases.get(name, ())), AuthorityKind(kind))
        for name, official, nation, region, code, kind in session.execute(
            select(columns.name, columns.official, columns.nation, columns.region, columns.code, columns.kind).order_by(
                columns.position, columns.name
            )
        )
    )
    themes = tuple(
        Theme(slug, name, tuple(words), tuple(was or ()))
        for slug, name, words, was in session.execute(
            select(ThemeRow.slug, ThemeRow.name, ThemeRow.words, ThemeRow.was).order_by(
                ThemeRow.position, ThemeRow.slug
            )
        )
    )
    documents: dict[str, Any] = {
        name: from_plain(_DOCUMENTS[name], content)
        for name, content in session.execute(select(ListDocumentRow.name, ListDocumentRow.content))
        if name in _DOCUMENTS
    }
    return Lists(register=register, themes=themes, **documents)


def lists_digest(lists: Lists) -> str:
    """What identifies the content of `lists`, order included."""
    documents = (getattr(lists, name) for name in _DOCUMENTS)
    return digest(encode((lists.register.authorities, lists.themes, *documents)))


def save_lists(connection: Connection, lists: Lists) -> None:
    """Bring all of `lists` in; authorities and themes that are no longer listed stay until `forget_unlisted`."""
    _save_authorities(connection, lists.register.authorities)
    _save_themes(connection, lists.themes)
    connection.execute(delete(ListDocumentRow))
    connection.execute(
        insert(ListDocumentRow),
        [{"name": name, "content": to_plain(getattr(lists, name))} for name in _DOCUMENTS],
    )


def unlisted_but_needed(connection: Connection, lists: Lists, removed: Iterable[str]) -> dict[str, dict[str, int]]:
    """Authorities and themes that are not in `lists` though initiatives other than `removed` have them.

    Returned as {"authority": {name: how many initiatives}, "themes": {slug: how many}}.
    """
    gone = frozenset(removed)
    authorities = [one.name for one in lists.register]
    themes = [theme.slug for theme in lists.themes]
    return {
        "authority": _counted(
            connection.execute(
                select(AuthorityRow.name, InitiativeRow.id)
                .join(InitiativeRow, InitiativeRow.authority == AuthorityRow.name)
                .where(AuthorityRow.name.not_in(authorities))
            ),
            gone,
        ),
        "themes": _counted(
            connection.execute(
                select(InitiativeThemeRow.theme, InitiativeThemeRow.initiative).where(
                    InitiativeThemeRow.theme.not_in(themes)
                )
            ),
            gone,
        ),
    }


def forget_unlisted(connection: Connection, lists: Lists) -> None:
    """Remove authorities and themes that are no longer listed, except those that initiatives still have."""
    connection.execute(
        delete(AuthorityRow).where(
            AuthorityRow.name.not_in([one.name for one in lists.register]),
            ~select(InitiativeRow.id).where(InitiativeRow.authority == AuthorityRow.name).exists(),
        )
    )
    connection.execute(
        delete(ThemeRow).where(
            ThemeRow.slug.not_in([theme.slug for theme in lists.themes]),
            ~select(InitiativeThemeRow.theme).where(InitiativeThemeRow.theme == ThemeRow.slug).exists(),
        )
    )


def _counted(pairs: Iterable[Any], gone: frozenset[str]) -> dict[str, int]:
    counts: dict[str, int] = defaultdict(int)
    for name, initiative in pairs:
        if initiative not in gone:
            counts[name] += 1
    return dict(sorted(counts.items()))


def _save_authorities(connection: Connection, authorities: Sequence[Authority]) -> None:
    held = set(connection.scalars(select(AuthorityRow.name)))
    rows = [
        {
            "name": one.name,
            "official": one.official,
            "nation": one.nation,
            "region": one.region,
            "code": one.code,
            "kind": one.kind.value,
            "position": position,
        }
        for position, one in enumerate(authorities)
    ]
    _insert_or_update(connection, AuthorityRow, "name", rows, held)
    connection.execute(delete(AliasRow).where(AliasRow.authority.in_([one.name for one in authorities])))
    aliases = [
        {"authority": one.name, "position": position, "alias": alias}
        for one in authorities
        for position, alias in enumerate(one.aliases)
    ]
    if aliases:
        connection.execute(insert(AliasRow), aliases)


def _save_themes(connection: Connection, themes: Sequence[Theme]) -> None:
    held = set(connection.scalars(select(ThemeRow.slug)))
    rows = [
        {
            "slug": theme.slug,
            "name": theme.name,
            "position": position,
            "words": list(theme.words),
            "was": list(theme.was),
        }
        for position, theme in enumerate(themes)
    ]
    _insert_or_update(connection, ThemeRow, "slug", rows, held)


def _insert_or_update(
    connection: Connection, table: type[AuthorityRow | ThemeRow], key: str, rows: list[dict[str, Any]], held: set[str]
) -> None:
    if new := [row for row in rows if row[key] not in held]:
        connection.execute(insert(table), new)
    column = getattr(table, key)
    for row in rows:
        if row[key] in held:
            connection.execute(update(table).where(column == row[key]).values(**row))
