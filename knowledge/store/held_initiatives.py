"""Initiatives one at a time: read whole, saved with a version and an audit line, looked after by a lead."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.orm import Session

from knowledge.domain.days import uk_midnight
from knowledge.domain.identity import Hasher
from knowledge.domain.initiative import Initiative
from knowledge.domain.removal import RemovedNames
from knowledge.domain.version import AuditLine, Change, Held, Version, by_title
from knowledge.store.batches import in_batches
from knowledge.store.codec import digest, encode
from knowledge.store.contact_book import is_of_initiative, linked_to
from knowledge.store.contribution_tables import LeadRow, LeftMemberRow, VersionRow
from knowledge.store.history import History
from knowledge.store.initiatives import read_whole
from knowledge.store.inserting import insert_into
from knowledge.store.removals import read_removed
from knowledge.store.saving import Entry, Saver
from knowledge.store.tables import (
    CameFrom,
    CollectionRow,
    ContactRow,
    GoneRow,
    InitiativeRow,
    State,
    StoreStateRow,
)

#: Where initiatives come from that were written in Slack: no file at all.
_ORIGIN = "slack"
_SHOWN = "Slack"
#: Changes after which an initiative says what it said before: "last changed" stays.
_QUIET = frozenset({Change.CHECKED, Change.HANDED_OVER, Change.ARCHIVED, Change.RESTORED, Change.CONTACT_CONFIRMED})


class HeldInitiatives(History):
    """The initiatives within one transaction; all it saves is of one revision of the store, without removed names."""

    def __init__(self, session: Session, hasher: Hasher) -> None:
        super().__init__(session)
        self._hasher = hasher
        self._removed: RemovedNames | None = None
        self._saver: Saver | None = None
        self._revision: int | None = None

    @property
    def removed(self) -> RemovedNames:
        """The names that came off for good, read once."""
        if self._removed is None:
            self._removed = read_removed(self._session, lambda: self._hasher)
        return self._removed

    def note(self, line: AuditLine) -> None:
        """Add a line to the audit, without removed names."""
        super().note(replace(line, note=self.removed.text(line.note)))

    def held(self, id: str) -> Held | None:
        """The initiative with this id, shown or archived."""
        return next(iter(self.all_held([id])), None)

    def all_held(self, ids: Sequence[str]) -> tuple[Held, ...]:
        """Those of `ids` that are held, shown or archived, by id."""
        found: list[Held] = []
        for batch in in_batches(sorted(ids)):
            found += self._held(batch)
        return tuple(found)

    def _held(self, ids: Sequence[str]) -> list[Held]:
        whole = {one.id: one for one in read_whole(self._session, ids)}
        newest = (
            select(VersionRow.initiative, func.max(VersionRow.number).label("number"))
            .where(VersionRow.initiative.in_(ids))
            .group_by(VersionRow.initiative)
            .subquery()
        )
        rows = self._session.execute(
            select(
                InitiativeRow.id,
                func.coalesce(newest.c.number, 0).label("version"),
                InitiativeRow.state,
                LeadRow.lead,
                InitiativeRow.created_at,
                InitiativeRow.changed_at,
            )
            .join(newest, newest.c.initiative == InitiativeRow.id, isouter=True)
            .join(LeadRow, LeadRow.initiative == InitiativeRow.id, isouter=True)
            .where(InitiativeRow.id.in_(ids))
            .order_by(InitiativeRow.id)
        )
        return [
            Held(
                initiative=whole[row.id],
                version=row.version,
                archived=row.state == State.ARCHIVED.value,
                lead=row.lead,
                created_at=row.created_at,
                changed_at=row.changed_at,
            )
            for row in rows
        ]

    def free_id(self, wanted: str) -> str:
        """`wanted`, or with the first number from 2 on that no initiative has or had."""
        candidate, number = wanted, 1
        while self._is_taken(candidate):
            number += 1
            candidate = f"{wanted}-{number}"
        return candidate

    def put(
        self,
        initiative: Initiative,
        change: Change,
        *,
        by: str,
        at: datetime,
        archived: bool = False,
        note: str = "",
        contribution: str | None = None,
        ours: bool = True,
    ) -> int:
        """Save an initiative with its version and audit line; returns the version's number."""
        initiative, note = self.removed.initiative(initiative), self.removed.text(note)
        before = self.held(initiative.id)
        # Never a number that was given before: the audit and the keys of messages tell versions apart by it.
        number = 1 + ((before and before.version) or self.last_number(initiative.id))
        if before is not None and before.version == 0:
            # What the library had said is the first version, so that there is something to go back to.
            said = self.removed.initiative(before.initiative)
            baseline = Version(number, Change.BROUGHT_IN, "", before.created_at, said, before.archived)
            self.add_version(initiative.id, baseline)
            number += 1
        self._save(initiative, before, change, at=at, archived=archived, ours=ours)
        self.add_version(initiative.id, Version(number, change, by, at, initiative, archived, note, contribution))
        self.note(AuditLine(at, by, change, initiative.id, contribution, number, note))
        return number

    def set_lead(self, initiative: str, lead: str) -> None:
        """Say who looks after an initiative."""
        self._session.execute(
            insert_into(self._session, LeadRow)
            .values(initiative=initiative, lead=lead)
            .on_conflict_do_update(index_elements=[LeadRow.initiative], set_={"lead": lead})
        )

    def led_by(self, lead: str) -> tuple[Held, ...]:
        """The initiatives that this member looks after, by title."""
        ids = self._session.scalars(select(LeadRow.initiative).where(LeadRow.lead == lead)).all()
        return tuple(sorted(self.all_held(ids), key=by_title))

    def leads(self) -> Mapping[str, tuple[str, ...]]:
        """Every lead with the ids of the shown initiatives they look after."""
        found: dict[str, list[str]] = defaultdict(list)
        rows = self._session.execute(
            select(LeadRow.lead, LeadRow.initiative)
            .join(InitiativeRow, InitiativeRow.id == LeadRow.initiative)
            .where(InitiativeRow.state == State.PUBLISHED.value)
            .order_by(LeadRow.lead, LeadRow.initiative)
        )
        for lead, initiative in rows:
            found[lead].append(initiative)
        return {lead: tuple(ids) for lead, ids in found.items()}

    def due(self, before: date) -> tuple[tuple[str, str, str | None], ...]:
        """(id, authority, lead) of those shown last checked, or if never then brought in, before that day."""
        midnight = uk_midnight(before)
        rows = self._session.execute(
            select(InitiativeRow.id, InitiativeRow.authority, LeadRow.lead)
            .join(LeadRow, LeadRow.initiative == InitiativeRow.id, isouter=True)
            .where(
                InitiativeRow.state == State.PUBLISHED.value,
                or_(
                    InitiativeRow.checked < before,
                    and_(InitiativeRow.checked.is_(None), InitiativeRow.created_at < midnight),
                ),
            )
            .order_by(InitiativeRow.id)
        )
        return tuple((id_, authority, lead) for id_, authority, lead in rows)

    def linked_members(self, confirmed_before: date) -> tuple[str, ...]:
        """Members linked to a contact of a shown initiative that they have not confirmed since that day."""
        old = or_(ContactRow.confirmed.is_(None), ContactRow.confirmed < confirmed_before)
        left = select(LeftMemberRow.member)
        rows = self._session.scalars(
            select(ContactRow.member)
            .join(InitiativeRow, is_of_initiative())
            .where(ContactRow.member.is_not(None), ContactRow.member.not_in(left), old)
            .where(InitiativeRow.state == State.PUBLISHED.value)
            .distinct()
            .order_by(ContactRow.member)
        )
        return tuple(member for member in rows if member is not None)

    def linked_to(self, member: str) -> tuple[str, ...]:
        """Ids of the initiatives, shown or archived, that name this member as a contact."""
        return linked_to(self._session, member)

    def left_members(self) -> Mapping[str, datetime]:
        """Members whose account was deactivated, with since when."""
        return dict(self._session.execute(select(LeftMemberRow.member, LeftMemberRow.since)).all())

    def set_left(self, member: str, since: datetime | None) -> None:
        """Hand out a member's contacts no longer, or again; every index follows."""
        row = self._session.get(LeftMemberRow, member)
        if (row is None) == (since is None):
            return
        if since is not None:
            self._session.add(LeftMemberRow(member=member, since=since))
        else:
            self._session.delete(row)
        self._session.flush()
        if ids := self.linked_to(member):
            revision = self._next_revision()
            self._session.execute(update(InitiativeRow).where(InitiativeRow.id.in_(ids)).values(revision=revision))

    def _save(
        self, initiative: Initiative, before: Held | None, change: Change, *, at: datetime, archived: bool, ours: bool
    ) -> None:
        state = State.ARCHIVED.value if archived else State.PUBLISHED.value
        saver = self._saver_at(at)
        if before is None:
            saver.add([Entry(initiative, digest(encode(initiative)), _ORIGIN, _SHOWN)])
            self._session.execute(
                update(InitiativeRow).where(InitiativeRow.id == initiative.id).values(state=state, changed_at=at)
            )
            return
        row = self._session.execute(
            select(
                InitiativeRow.digest, InitiativeRow.came_from, InitiativeRow.edited_in_slack, CollectionRow.origin,
                CollectionRow.shown,
            )
            .join(CollectionRow, CollectionRow.key == InitiativeRow.collection, isouter=True)
            .where(InitiativeRow.id == initiative.id)
        ).one()  # fmt: skip
        from_library = row.came_from == CameFrom.LIBRARY.value
        # The digest stays that of the file, so that what changes in the file is still noticed.
        kept = row.digest if from_library else digest(encode(initiative))
        saver.change([Entry(initiative, kept, row.origin or _ORIGIN, row.shown or _SHOWN)])
        self._session.execute(
            update(InitiativeRow)
            .where(InitiativeRow.id == initiative.id)
            .values(
                state=state,
                edited_in_slack=row.edited_in_slack or (ours and from_library),
                changed_at=before.changed_at if change in _QUIET else at,
            )
        )
        if before.initiative.form_contacts != initiative.form_contacts:
            saver.forget_empty_collections()

    def _saver_at(self, at: datetime) -> Saver:
        if self._saver is None:
            self._saver = Saver(
                self._session.connection(), revision=self._next_revision(), now=at, came_from=CameFrom.SLACK
            )
        return self._saver

    def _next_revision(self) -> int:
        if self._revision is None:
            self._revision = self._session.execute(
                update(StoreStateRow).values(revision=StoreStateRow.revision + 1).returning(StoreStateRow.revision)
            ).scalar_one()
        return self._revision

    def _is_taken(self, id_: str) -> bool:
        return any(
            self._session.scalar(select(column).where(column == id_).limit(1)) is not None
            for column in (InitiativeRow.id, GoneRow.id, VersionRow.initiative)
        )
