"""What sharing, reviewing and looking after need of the store: one transaction at a time, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol, TypeVar

from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.identity import Identity
from knowledge.domain.initiative import Initiative
from knowledge.domain.member import Member
from knowledge.domain.outbox import Message, MessageKind
from knowledge.domain.removal import Mentions, Removed, RemovedNames
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import AuditLine, Change, Held, Version

T = TypeVar("T")


def done_key(what: str, member: Member, key: str | None) -> str | None:
    """What `Transaction.first_time` knows something by that a member does; None without a `key`: it always counts."""
    return f"{what}:{member.key}:{key}" if key else None


class Transaction(Protocol):
    """Sees one state of the store; what it writes is saved together. Removed names are taken out of all it saves."""

    @property
    def removed(self) -> RemovedNames:
        """The names that came off for good."""
        ...

    def first_time(self, key: str | None) -> bool:
        """Whether `key` (a click, a form sent) is seen for the first time; None always is."""
        ...

    def is_done(self, key: str) -> bool:
        """Whether `first_time` ever saw `key`."""
        ...

    def contribution(self, id: str) -> Contribution | None:
        """The contribution with this id, which nobody else can change until the transaction ends."""
        ...

    def started(self, key: str) -> Contribution | None:
        """The contribution that was added with this key."""
        ...

    def contributions(
        self,
        *,
        by: str | None = None,
        states: Collection[ContributionState] = (),
        initiative: str | None = None,
        batch: str | None = None,
    ) -> tuple[Contribution, ...]:
        """Those that fit all that is given, the longest untouched first."""
        ...

    def senders(self, ids: Sequence[str]) -> Mapping[str, str]:
        """Who wrote each of these contributions, as far as they are kept, by id: one statement for hundreds."""
        ...

    def add(self, contribution: Contribution, *, started: str | None = None) -> Contribution:
        """Save a new contribution; returns it as saved."""
        ...

    def change(self, contribution: Contribution) -> Contribution:
        """Save a contribution that was read before, as its next revision; returns it as saved."""
        ...

    def erase(self, contribution: Contribution) -> None:
        """Delete a contribution that was never sent."""
        ...

    def remembered_authority(self, by: str) -> str | None:
        """The authority that this member last shared for."""
        ...

    def held(self, id: str) -> Held | None:
        """The initiative with this id, shown or archived."""
        ...

    def all_held(self, ids: Sequence[str]) -> tuple[Held, ...]:
        """Those of `ids` that are held, shown or archived, by id: the same few statements for any number."""
        ...

    def led_by(self, lead: str) -> tuple[Held, ...]:
        """The initiatives that this member looks after, shown or archived, by title."""
        ...

    def free_id(self, wanted: str) -> str:
        """`wanted`, or if an initiative has or had that id, the first of `wanted-2`, `wanted-3` ... that none had."""
        ...

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
        """Save an initiative as it is now, with its version and audit line; returns the version's number.

        `ours` keeps a reload from overwriting an entry of the library. Only within `ContributionStore.change`.
        """
        ...

    def set_lead(self, initiative: str, lead: str) -> None:
        """Say who looks after an initiative."""
        ...

    def versions(self, initiative: str) -> tuple[Version, ...]:
        """Every version of an initiative, oldest first."""
        ...

    def version(self, initiative: str, number: int) -> Version | None:
        """The version with this number; None where it is not kept."""
        ...

    def note(self, line: AuditLine) -> None:
        """Add a line to the audit."""
        ...

    def tell(self, message: Message, *, at: datetime) -> bool:
        """Put a message into the outbox; False when one with its key was ever put there."""
        ...

    def last_told(self, kind: MessageKind, to: str) -> datetime | None:
        """When a message of this kind was last put into the outbox for this recipient."""
        ...

    def due(self, before: date) -> tuple[tuple[str, str, str | None], ...]:
        """(id, authority, lead) of shown initiatives last checked, or if never then brought in, before that day."""
        ...

    def leads(self) -> Mapping[str, tuple[str, ...]]:
        """Every lead with the ids of the shown initiatives they look after."""
        ...

    def linked_members(self, confirmed_before: date) -> tuple[str, ...]:
        """Members linked to a contact of a shown initiative who have not confirmed it since that day."""
        ...

    def linked_to(self, member: str) -> tuple[str, ...]:
        """Ids of the initiatives, shown or archived, that name this member as a contact."""
        ...

    def left_members(self) -> Mapping[str, datetime]:
        """Members whose account was deactivated, with since when."""
        ...

    def set_left(self, member: str, since: datetime | None) -> None:
        """Say that a member left (None: came back); their contacts are no longer handed out (are again)."""
        ...

    def usage(self, initiatives: Sequence[str], since: date) -> Mapping[str, Counted]:
        """How often each was shown and opened in the weeks that began on or after that day."""
        ...

    def remove_names(self, identities: Sequence[tuple[Identity, str]], *, by: str, at: datetime) -> Removed:
        """Take these off everywhere and keep them off; what waits for review is then another than was seen.

        Only within `ContributionStore.change`.
        """
        ...

    def named(self, *, name: str | None, email: str | None) -> Mentions:
        """Where contacts or texts name this person."""
        ...


class ContributionStore(Protocol):
    """Runs work in transactions; `work` may run more than once and must do nothing but read and write there."""

    def read(self, work: Callable[[Transaction], T]) -> T:
        """Do `work`, which only reads."""
        ...

    def write(self, work: Callable[[Transaction], T]) -> T:
        """Do `work`, which writes contributions."""
        ...

    def change(self, work: Callable[[Transaction], T]) -> T:
        """Do `work`, which writes initiatives too: one at a time, in the order of the store's revisions."""
        ...
