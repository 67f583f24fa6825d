"""Contributions follow the lists, too: what waits or is being written gets the new names, and undoing the old ones."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.orm import Session

from knowledge.domain.content import Content
from knowledge.domain.contribution import ContributionState
from knowledge.domain.lists import Lists
from knowledge.domain.renaming import Renamings
from knowledge.store.admin_tables import CarriedRow
from knowledge.store.codec import from_plain, to_plain
from knowledge.store.contribution_tables import ContributionRow
from knowledge.store.initiatives import read_whole
from knowledge.store.tables import Base

#: An authority and themes, as `CarriedRow` keeps them.
Names = Sequence[Any]
_TABLE = Base.metadata.tables[ContributionRow.__tablename__]


def carry_contributions(connection: Connection, renamings: Renamings) -> None:
    """Give what is not published the new names, and remember the old ones.

    What is published stays as it was sent; its authority, which is offered again, follows.
    """
    if not renamings.themes and not renamings.authorities:
        return
    remembered = set(connection.scalars(select(CarriedRow.id)))
    before, after = [], []
    for row in _unpublished(connection):
        content, base = _content(row.content), row.base and _content(row.base)
        now, base_now = renamings.renamed(content), base and renamings.renamed(base)
        if (now, base_now) != (content, base):
            after.append(_values(row.id, now, base_now))
            if row.id not in remembered:
                before.append({"id": row.id, "names": _names(content), "base": base and _names(base)})
    if before:
        connection.execute(insert(CarriedRow), before)
    _save(connection, after)
    for old, new in renamings.authorities.items():
        connection.execute(update(ContributionRow).where(ContributionRow.authority == old).values(authority=new))


def carry_back(connection: Connection, renamings: Renamings, lists: Lists) -> None:
    """Bring back the names that `renamings` replaced, where nobody chose others since; `lists` are those to come.

    Called when the initiatives have their old names again.
    """
    names = {row.id: row for row in connection.execute(select(CarriedRow.id, CarriedRow.names, CarriedRow.base))}
    rows = [row for row in _unpublished(connection) if row.id in names]
    published = _names_published(connection, [row.initiative for row in rows if row.base])
    after = []
    for row in rows:
        old = names[row.id]
        now = _named(_content(row.content), old.names, renamings)
        base = row.base and _content(row.base)
        # What became an edit since was carried along without a base: that is called what its initiative is called now.
        for base_names in (old.base, published.get(row.initiative)):
            if base and base_names:
                base = _named(base, base_names, renamings)
        after.append(_values(row.id, now, base))
    _save(connection, after)
    for old_name, new_name in renamings.authorities.items():
        if lists.register.get(old_name) is not None:
            sent = ContributionRow.content["authority"].as_string() == old_name
            connection.execute(
                update(ContributionRow).where(ContributionRow.authority == new_name, sent).values(authority=old_name)
            )


def forget_carried(connection: Connection) -> None:
    """Let go of the old names."""
    connection.execute(delete(CarriedRow))


def _unpublished(connection: Connection) -> Sequence[Any]:
    # Locked, for whole contents are written back: what somebody saves meanwhile waits instead of being overwritten.
    return connection.execute(
        select(ContributionRow.id, ContributionRow.content, ContributionRow.base, ContributionRow.initiative)
        .where(ContributionRow.state != ContributionState.PUBLISHED.value)
        .order_by(ContributionRow.id)
        .with_for_update()
    ).all()


def _names_published(connection: Connection, initiatives: Sequence[str]) -> dict[str, Names]:
    return {one.id: [one.authority, list(one.themes)] for one in read_whole(Session(connection), initiatives)}


def _named(content: Content, names: Names, renamings: Renamings) -> Content:
    """The content with these names, but for those that were changed after they were carried along."""
    old = replace(content, authority=names[0], themes=tuple(names[1]))
    carried = renamings.renamed(old)
    return replace(
        content,
        authority=old.authority if content.authority == carried.authority else content.authority,
        themes=old.themes if content.themes == carried.themes else content.themes,
    )


def _content(plain: Any) -> Content:
    content: Content = from_plain(Content, plain)
    return content


def _names(content: Content) -> Names:
    return [content.authority, list(content.themes)]


def _values(id: str, content: Content, base: Content | None) -> dict[str, Any]:
    return {
        "which": id,
        "content_then": to_plain(content),
        "base_then": base and to_plain(base),
        "authority_then": content.authority,
    }


def _save(connection: Connection, values: Sequence[dict[str, Any]]) -> None:
    if values:
        columns = ("content", "base", "authority")
        connection.execute(
            update(_TABLE)
            .where(_TABLE.c.id == bindparam("which"))
            .values({name: bindparam(f"{name}_then") for name in columns}),
            values,
        )
