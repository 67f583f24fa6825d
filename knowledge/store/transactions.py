"""One transaction, in which contributions are written together with all that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.identity import Hasher, Identity
from knowledge.domain.initiative import Initiative
from knowledge.domain.outbox import Message, MessageKind
from knowledge.domain.removal import Mentions, Removed, RemovedNames
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import AuditLine, Change, Held, Version
from knowledge.store.contribution_rows import to_contribution, to_values
from knowledge.store.contribution_tables import ContributionRow, DoneRow
from knowledge.store.inserting import insert_new
from knowledge.store.outbox import last_told, put_message
from knowledge.store.removals import (
    contributions_naming,
    forget_members,
    naming,
    persons,
    read_removed,
    redact_the_rest,
    renew,
    save_removed,
    versions_naming,
)
from knowledge.store.usage import read_usage
from knowledge.store.versions import Initiatives


class StoreTransaction:
    """One transaction; see `services.transactions.Transaction`."""

    def __init__(self, session: Session, hasher: Hasher | None, now: Callable[[], datetime], *, locks: bool) -> None:
        self._session = session
        self._hasher = hasher
        self._now = now
        self._locks = locks
        self._initiatives = Initiatives(session)
        self._removed: RemovedNames | None = None

    @property
    def removed(self) -> RemovedNames:
        """The names that came off for good."""
        if self._removed is None:
            self._removed = read_removed(self._session, lambda: self._hasher)
        return self._removed

    def first_time(self, key: str | None) -> bool:
        """Whether `key` is seen for the first time; None always is."""
        if key is None:
            return True
        assert self._hasher is not None
        newest, *older = self._hasher.done(key)
        if older and self._session.scalar(select(DoneRow.key).where(DoneRow.key.in_(older)).limit(1)) is not None:
            return False
        return insert_new(self._session, DoneRow, {"key": newest, "at": self._now()}) is not None

    def is_done(self, key: str) -> bool:
        """Whether `first_time` ever saw `key`."""
        assert self._hasher is not None
        possible = DoneRow.key.in_(self._hasher.done(key))
        return self._session.scalar(select(DoneRow.key).where(possible).limit(1)) is not None

    # --- contributions ----------------------------------------------------------------------------------------------

    def contribution(self, id: str) -> Contribution | None:
        """The contribution with this id; while writing, locked until the end."""
        statement = select(ContributionRow).where(ContributionRow.id == id)
        row = self._session.scalar(statement.with_for_update() if self._locks else statement)
        return None if row is None else to_contribution(row)

    def started(self, key: str) -> Contribution | None:
        """The contribution that was added with this key."""
        row = self._session.scalar(select(ContributionRow).where(ContributionRow.started == key))
        return None if row is None else to_contribution(row)

    def contributions(
        self,
        *,
        by: str | None = None,
        states: Collection[ContributionState] = (),
        initiative: str | None = None,
        batch: str | None = None,
    ) -> tuple[Contribution, ...]:
        """Those that fit all that is given, the longest untouched first."""
        statement = select(ContributionRow).order_by(ContributionRow.changed_at, ContributionRow.id)
        given = {"by": by, "initiative": initiative, "batch": batch}
        for name, value in given.items():
            if value is not None:
                statement = statement.where(getattr(ContributionRow, name) == value)
        if states:
            statement = statement.where(ContributionRow.state.in_([state.value for state in states]))
        return tuple(map(to_contribution, self._session.scalars(statement)))

    def add(
        self, contribution: Contribution, *, started: str | None = None, submission: int | None = None
    ) -> Contribution:
        """Save a new contribution without removed names; returns it as saved."""
        saved = self._redacted(contribution)
        self._session.add(ContributionRow(**to_values(saved), started=started, submission=submission))
        self._session.flush()
        return saved

    def change(self, contribution: Contribution) -> Contribution:
        """Save a contribution as its next revision, without removed names; returns it as saved."""
        saved = replace(self._redacted(contribution), revision=contribution.revision + 1)
        row = self._session.get_one(ContributionRow, contribution.id)
        for name, value in to_values(saved).items():
            setattr(row, name, value)
        self._session.flush()
        return saved

    def erase(self, contribution: Contribution) -> None:
        """Delete a contribution that was never sent."""
        self._session.delete(self._session.get_one(ContributionRow, contribution.id))
        self._session.flush()

    def remembered_authority(self, by: str) -> str | None:
        """The authority that this member last shared for."""
        return self._session.scalar(
            select(ContributionRow.authority)
            .where(ContributionRow.by == by, ContributionRow.authority.is_not(None))
            .order_by(ContributionRow.changed_at.desc(), ContributionRow.id)
            .limit(1)
        )

    # --- initiatives ------------------------------------------------------------------------------------------------

    def held(self, id: str) -> Held | None:
        """The initiative with this id, shown or archived."""
        return next(iter(self._initiatives.held([id])), None)

    def all_held(self, ids: Sequence[str]) -> tuple[Held, ...]:
        """Those of `ids` that are held, shown or archived, by id."""
        return self._initiatives.held(sorted(ids))

    def led_by(self, lead: str) -> tuple[Held, ...]:
        """The initiatives that this member looks after, by title."""
        return self._initiatives.led_by(lead)

    def free_id(self, wanted: str) -> str:
        """An id that no initiative has or had."""
        return self._initiatives.free_id(wanted)

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
        return self._initiatives.put(
            initiative,
            change,
            removed=self.removed,
            by=by,
            at=at,
            archived=archived,
            note=self.removed.text(note),
            contribution=contribution,
            ours=ours,
        )

    def set_lead(self, initiative: str, lead: str) -> None:
        """Say who looks after an initiative."""
        self._initiatives.set_lead(initiative, lead)

    def versions(self, initiative: str) -> tuple[Version, ...]:
        """Every version, oldest first."""
        return self._initiatives.versions(initiative)

    def version(self, initiative: str, number: int) -> Version | None:
        """One version."""
        return self._initiatives.version(initiative, number)

    def audit(self, *, initiative: str | None = None, contribution: str | None = None) -> tuple[AuditLine, ...]:
        """The audit lines about either, oldest first."""
        return self._initiatives.audit(initiative=initiative, contribution=contribution)

    def note(self, line: AuditLine) -> None:
        """Add a line to the audit."""
        self._initiatives.note(replace(line, note=self.removed.text(line.note)))

    # --- telling and looking after ----------------------------------------------------------------------------------

    def tell(self, message: Message, *, at: datetime) -> bool:
        """Put a message into the outbox; False when one with its key was ever put there."""
        payload = {name: self.removed.text(value) for name, value in message.payload.items()}
        return put_message(self._session, replace(message, payload=payload), at)

    def last_told(self, kind: MessageKind, to: str) -> datetime | None:
        """When a message of this kind was last put into the outbox for this recipient."""
        return last_told(self._session, kind, to)

    def due(self, before: date) -> tuple[tuple[str, str, str | None], ...]:
        """(id, authority, lead) of those last checked, or if never then brought in, before that day."""
        return self._initiatives.due(before)

    def leads(self) -> Mapping[str, tuple[str, ...]]:
        """Every lead with the ids of the shown initiatives they look after."""
        return self._initiatives.leads()

    def linked_members(self, confirmed_before: date) -> tuple[str, ...]:
        """Members linked to a contact that they have not confirmed since that day."""
        return self._initiatives.linked_members(confirmed_before)

    def linked_to(self, member: str) -> tuple[str, ...]:
        """Ids of the initiatives that name this member as a contact."""
        return self._initiatives.linked_to(member)

    def left_members(self) -> Mapping[str, datetime]:
        """Members whose account was deactivated, with since when."""
        return self._initiatives.left_members()

    def set_left(self, member: str, since: datetime | None) -> None:
        """Say that a member left (None: came back)."""
        self._initiatives.set_left(member, since)

    def usage(self, initiatives: Sequence[str], since: date) -> Mapping[str, Counted]:
        """How often each was shown and opened in the weeks that began on or after that day."""
        return read_usage(self._session, initiatives, since)

    # --- names that come off ----------------------------------------------------------------------------------------

    def named(self, *, name: str | None, email: str | None) -> Mentions:
        """Where contacts or texts name this person, by whatever identifies them where they are one."""
        given = ((Identity.NAME, name), (Identity.EMAIL, email))
        wanted = self._only(self._with_their_own([(identity, value) for identity, value in given if value]))
        held = self._initiatives.held(naming(self._session, wanted))
        waiting, drafts = contributions_naming(self._session, wanted)
        return Mentions(held, waiting, drafts, versions_naming(self._session, wanted))

    def remove_names(self, identities: Sequence[tuple[Identity, str]], *, by: str, at: datetime) -> Removed:
        """Take these off everywhere and keep them off; what waits for review is then another than was seen."""
        assert self._hasher is not None
        everything = self._with_their_own(identities)
        save_removed(self._session, self._hasher, everything, at)
        self._removed = None
        # Only what comes off now is looked for: what came off before was taken out then.
        now_off = self._only(everything)
        ids = naming(self._session, now_off)
        for held in self._initiatives.held(ids):
            self.put(held.initiative, Change.NAME_REMOVED, by=by, at=at, archived=held.archived, ours=False)
        forget_members(self._session, [value for identity, value in everything if identity is Identity.MEMBER])
        waiting, _ = contributions_naming(self._session, now_off)
        redact_the_rest(self._session, now_off)
        renew(self._session, waiting, at)
        return Removed(ids, waiting)

    def _with_their_own(self, identities: Sequence[tuple[Identity, str]]) -> list[tuple[Identity, str]]:
        """What was asked for, and whatever else identifies the same people where they are contacts."""
        wanted = self._only(identities)
        theirs = (
            contact
            for held in self._initiatives.held(naming(self._session, wanted))
            for contact in (*held.initiative.own_contacts, *held.initiative.form_contacts)
            if not wanted.allows(contact)
        )
        return list(dict.fromkeys([*identities, *persons(theirs)]))

    def _only(self, identities: Sequence[tuple[Identity, str]]) -> RemovedNames:
        assert self._hasher is not None
        return RemovedNames(self._hasher, [self._hasher.kept(identity, value) for identity, value in identities])

    def _redacted(self, contribution: Contribution) -> Contribution:
        if not self.removed:
            return contribution
        return replace(
            contribution,
            content=self.removed.content(contribution.content),
            base=contribution.base and self.removed.content(contribution.base),
            reason=contribution.reason and self.removed.text(contribution.reason),
            file=contribution.file and self.removed.text(contribution.file),
        )
