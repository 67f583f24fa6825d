"""The published initiatives and the lists, read as they stand: few statements, plain tuples, bounded memory."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_, select, true
from sqlalchemy.orm import InstrumentedAttribute, Session

from knowledge.domain.changes import StoreChanges
from knowledge.domain.initiative import (
    Category,
    Contact,
    Evidence,
    Initiative,
    Resource,
    Source,
    SourceKind,
    Visibility,
)
from knowledge.domain.lists import Lists
from knowledge.store.batches import in_batches
from knowledge.store.contribution_tables import LeftMemberRow
from knowledge.store.database import Database
from knowledge.store.lists import read_lists
from knowledge.store.tables import (
    ContactRow,
    GoneRow,
    InitiativeCategoryRow,
    InitiativeRow,
    InitiativeThemeRow,
    ResourceRow,
    State,
    StoreStateRow,
)

#: Initiatives read at a time: few enough to stay small in memory, enough that the six statements cost little each.
CHUNK = 2000
#: With more changes than this, reading everything again is quicker than reading the changed ones by id.
MANY_CHANGES = 5000

_CATEGORIES = {category.value: category for category in Category}
_EVIDENCE = {evidence.value: evidence for evidence in Evidence}
_VISIBILITY = {visibility.value: visibility for visibility in Visibility}
_SOURCE_KINDS = {kind.value: kind for kind in SourceKind}

_INITIATIVE = InitiativeRow
_COLUMNS = (
    _INITIATIVE.id,
    _INITIATIVE.authority,
    _INITIATIVE.collection,
    _INITIATIVE.title,
    _INITIATIVE.summary,
    _INITIATIVE.impact,
    _INITIATIVE.evidence,
    _INITIATIVE.year,
    _INITIATIVE.checked,
    _INITIATIVE.visibility,
    _INITIATIVE.source_title,
    _INITIATIVE.source_url,
    _INITIATIVE.source_read,
    _INITIATIVE.source_kind,
    _INITIATIVE.source_dated,
)
#: What a `Contact` is made of, in its order.
CONTACT_COLUMNS = (
    ContactRow.name,
    ContactRow.role,
    ContactRow.team,
    ContactRow.email,
    ContactRow.phone,
    ContactRow.url,
    ContactRow.confirmed,
    ContactRow.public,
    ContactRow.member,
)

#: Says which ids to read, as a condition on a column of ids.
Which = Callable[[InstrumentedAttribute[Any]], ColumnElement[bool]]


class InitiativeStore:
    """Reads what is published; see `services.ports.InitiativeReader`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def revision(self) -> int:
        """A number that grows with every change to initiatives or lists by any process; one cheap statement."""
        return self._database.read(lambda session: session.scalar(select(StoreStateRow.revision)) or 0)

    def initiatives(self) -> Iterator[Initiative]:
        """Every published initiative, by id, all of one state of the store, `CHUNK` of them in memory at a time."""
        with self._database.reading() as session:
            last = ""
            while ids := self._next_ids(session, last):
                yield from _read(session, _between(last, ids[-1]))
                last = ids[-1]

    def get(self, ids: Sequence[str]) -> Mapping[str, Initiative]:
        """Those of `ids` that are published, by id."""

        def work(session: Session) -> dict[str, Initiative]:
            found: dict[str, Initiative] = {}
            for batch in in_batches(ids):
                found.update((one.id, one) for one in _read(session, _among(batch)))
            return found

        return self._database.read(work)

    def lists(self) -> Lists:
        """The lists as last reloaded."""
        return self._database.read(read_lists)

    def changes(self, since: int) -> StoreChanges | None:
        """What changed after revision `since`.

        None when that cannot be told (the store is older than `since`: another database, or a copy put back) or is so
        much that reading everything again is quicker.
        """
        return self._database.read(lambda session: _changes(session, since))

    def _next_ids(self, session: Session, last: str) -> Sequence[str]:
        return session.scalars(
            select(InitiativeRow.id)
            .where(InitiativeRow.id > last, InitiativeRow.state == State.PUBLISHED.value)
            .order_by(InitiativeRow.id)
            .limit(CHUNK)
        ).all()


def _between(last: str, end: str) -> Which:
    return lambda column: and_(column > last, column <= end)


def _among(ids: Sequence[str]) -> Which:
    return lambda column: column.in_(ids)


def read_whole(session: Session, ids: Sequence[str]) -> Iterator[Initiative]:
    """Those of `ids` that are held, shown or archived, by id, with the contacts that are not handed out as well."""
    return _read(session, _among(ids), shown=False)


def _read(session: Session, which: Which, *, shown: bool = True) -> Iterator[Initiative]:
    categories = _grouped(session, which, InitiativeCategoryRow, InitiativeCategoryRow.category)
    themes = _grouped(session, which, InitiativeThemeRow, InitiativeThemeRow.theme)
    resources: dict[str, list[Resource]] = defaultdict(list)
    for initiative, title, url in session.execute(
        select(ResourceRow.initiative, ResourceRow.title, ResourceRow.url)
        .where(which(ResourceRow.initiative))
        .order_by(ResourceRow.initiative, ResourceRow.position)
    ):
        resources[initiative].append(Resource(title, url))
    own = _contacts(session, ContactRow.initiative, which(ContactRow.initiative), shown)
    collections = select(InitiativeRow.collection).where(which(InitiativeRow.id)).distinct()
    shared = _contacts(session, ContactRow.collection, ContactRow.collection.in_(collections), shown)
    published = InitiativeRow.state == State.PUBLISHED.value if shown else true()
    for row in session.execute(select(*_COLUMNS).where(which(InitiativeRow.id), published).order_by(InitiativeRow.id)):
        key = row[0]
        yield _initiative(
            row,
            tuple(_CATEGORIES[category] for category in categories.get(key, ())),
            tuple(themes.get(key, ())),
            tuple(own.get(key, ())),
            tuple(shared.get(row[2], ())),
            tuple(resources.get(key, ())),
        )


def _initiative(
    row: Sequence[Any],
    categories: tuple[Category, ...],
    themes: tuple[str, ...],
    own: tuple[Contact, ...],
    shared: tuple[Contact, ...],
    resources: tuple[Resource, ...],
) -> Initiative:
    (
        id_, authority, _, title, summary, impact, evidence, year, checked, visibility,
        source_title, source_url, source_read, source_kind, source_dated,
    ) = row  # fmt: skip
    source = Source(source_title, source_url, source_read, _SOURCE_KINDS[source_kind], source_dated)
    return Initiative(
        id_,
        authority,
        title,
        summary,
        categories,
        themes,
        source,
        impact,
        _EVIDENCE[evidence],
        year,
        checked,
        _VISIBILITY[visibility],
        own,
        shared,
        resources,
    )


def _grouped(
    session: Session,
    which: Which,
    table: type[InitiativeCategoryRow | InitiativeThemeRow],
    value: InstrumentedAttribute[str],
) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for initiative, one in session.execute(
        select(table.initiative, value).where(which(table.initiative)).order_by(table.initiative, table.position)
    ):
        groups[initiative].append(one)
    return groups


def _contacts(
    session: Session, owner: InstrumentedAttribute[Any], condition: ColumnElement[bool], shown: bool
) -> dict[Any, list[Contact]]:
    statement = select(owner, *CONTACT_COLUMNS).where(condition).order_by(owner, ContactRow.position)
    if shown:
        # Whoever left their post is not handed out.
        left = select(LeftMemberRow.member)
        statement = statement.where(or_(ContactRow.member.is_(None), ContactRow.member.not_in(left)))
    groups: dict[Any, list[Contact]] = defaultdict(list)
    for key, *rest in session.execute(statement):
        groups[key].append(Contact(*rest))
    return groups


def _changes(session: Session, since: int) -> StoreChanges | None:
    state = session.execute(select(StoreStateRow.revision, StoreStateRow.lists_revision)).one()
    if since > state.revision:
        return None
    newer = InitiativeRow.revision > since
    if (session.scalar(select(func.count()).where(newer)) or 0) > MANY_CHANGES:
        return None
    changed: list[str] = []
    removed: list[str] = []
    for id_, published in session.execute(select(InitiativeRow.id, InitiativeRow.state).where(newer)):
        (changed if published == State.PUBLISHED.value else removed).append(id_)
    removed += session.scalars(select(GoneRow.id).where(GoneRow.revision > since))
    return StoreChanges(
        revision=state.revision,
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(removed)),
        lists=state.lists_revision > since,
    )
