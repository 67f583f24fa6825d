"""One transaction, in which contributions are written together with all that follows from them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.identity import Hasher, Identity
from knowledge.domain.outbox import Message, MessageKind
from knowledge.domain.removal import Mentions, Removed, RemovedNames
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import Change
from knowledge.store.batches import in_batches
from knowledge.store.cards import draw_anew
from knowledge.store.contribution_rows import to_contribution, to_values
from knowledge.store.contribution_tables import ContributionRow, DoneRow
from knowledge.store.held_initiatives import HeldInitiatives
from knowledge.store.inserting import insert_new
from knowledge.store.outbox import last_told, put_message
from knowledge.store.removals import (
    contributions_naming,
    forget_members,
    naming,
    persons,
    redact_the_rest,
    renew,
    save_removed,
    versions_naming,
)
from knowledge.store.usage import read_usage


class StoreTransaction(HeldInitiatives):
    """One transaction: what can be done with initiatives, and here with all else; see `services.transactions`.

    With `locks` nobody else can change a contribution that was read until the transaction ends.
    """

    def __init__(self, session: Session, hasher: Hasher, now: Callable[[], datetime], *, locks: bool) -> None:
        super().__init__(session, hasher)
        self._now = now
        self._locks = locks

    def first_time(self, key: str | None) -> bool:
        """Whether `key` is seen for the first time; None always is."""
        if key is None:
            return True
        newest, *older = self._hasher.done(key)
        if older and self._session.scalar(select(DoneRow.key).where(DoneRow.key.in_(older)).limit(1)) is not None:
            return False
        return insert_new(self._session, DoneRow, {"key": newest, "at": self._now()}) is not None

    def is_done(self, key: str) -> bool:
        """Whether `first_time` ever saw `key`."""
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

    def senders(self, ids: Sequence[str]) -> dict[str, str]:
        """Who wrote each of these contributions, as far as they are kept, by id."""
        found: dict[str, str] = {}
        for batch in in_batches(ids):
            rows = select(ContributionRow.id, ContributionRow.by).where(ContributionRow.id.in_(batch))
            found |= {row.id: row.by for row in self._session.execute(rows)}
        return found

    def add(
        self, contribution: Contribution, *, started: str | None = None, submission: int | None = None
    ) -> Contribution:
        """Save a new contribution without removed names; returns it as saved."""
        saved = self._redacted(contribution)
        self._session.add(ContributionRow(**to_values(saved), started=started, submission=submission))
        self._session.flush()
        return saved

    def change(self, contribution: Contribution) -> Contribution:
        """Save a contribution as its next revision, without removed names; returns it as saved.

        Once it no longer waits, its cards are drawn anew.
        """
        saved = replace(self._redacted(contribution), revision=contribution.revision + 1)
        row = self._session.get_one(ContributionRow, contribution.id)
        if row.state == ContributionState.WAITING.value != saved.state.value:
            draw_anew(self._session, [saved.id], self._now())
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

    # --- telling and counting ----------------------------------------------------------------------------------------

    def tell(self, message: Message, *, at: datetime) -> bool:
        """Put a message into the outbox; False when one with its key was ever put there."""
        payload = {name: self.removed.text(value) for name, value in message.payload.items()}
        return put_message(self._session, replace(message, payload=payload), at)

    def last_told(self, kind: MessageKind, to: str) -> datetime | None:
        """When a message of this kind was last put into the outbox for this recipient."""
        return last_told(self._session, kind, to)

    def usage(self, initiatives: Sequence[str], since: date) -> Mapping[str, Counted]:
        """How often each was shown and opened in the weeks that began on or after that day."""
        return read_usage(self._session, initiatives, since)

    # --- names that come off ----------------------------------------------------------------------------------------

    def named(self, *, name: str | None, email: str | None) -> Mentions:
        """Where contacts or texts name this person, by whatever identifies them where they are one."""
        given = ((Identity.NAME, name), (Identity.EMAIL, email))
        wanted = self._only(self._with_their_own([(identity, value) for identity, value in given if value]))
        held = self.all_held(naming(self._session, wanted))
        waiting, drafts = contributions_naming(self._session, wanted)
        return Mentions(held, waiting, drafts, versions_naming(self._session, wanted))

    def remove_names(self, identities: Sequence[tuple[Identity, str]], *, by: str, at: datetime) -> Removed:
        """Take these off everywhere and keep them off; what waits for review is then another than was seen."""
        everything = self._with_their_own(identities)
        save_removed(self._session, self._hasher, everything, at)
        self._removed = None
        # Only what comes off now is looked for: what came off before was taken out then.
        now_off = self._only(everything)
        ids = naming(self._session, now_off)
        for held in self.all_held(ids):
            self.put(held.initiative, Change.NAME_REMOVED, by=by, at=at, archived=held.archived, ours=False)
        forget_members(self._session, [value for identity, value in everything if identity is Identity.MEMBER])
        waiting, _ = contributions_naming(self._session, now_off)
        redact_the_rest(self._session, now_off, at)
        renew(self._session, waiting, at)
        return Removed(ids, waiting)

    def _with_their_own(self, identities: Sequence[tuple[Identity, str]]) -> list[tuple[Identity, str]]:
        """What was asked for, and whatever else identifies the same people where they are contacts."""
        wanted = self._only(identities)
        theirs = (
            contact
            for held in self.all_held(naming(self._session, wanted))
            for contact in held.initiative.all_contacts
            if not wanted.allows(contact)
        )
        return list(dict.fromkeys([*identities, *persons(theirs)]))

    def _only(self, identities: Sequence[tuple[Identity, str]]) -> RemovedNames:
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
