"""A contribution: what a member shares or edits, on its way from draft through review to publication."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from knowledge.domain.content import Content, unconfirmed


class ContributionState(StrEnum):
    """How far a contribution has come."""

    DRAFT = "draft"
    WAITING = "waiting"
    PUBLISHED = "published"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"


#: Every move there is. A draft is published without waiting only where review is off; what was withdrawn can be taken
#: up again, because nothing that somebody typed is ever lost.
MOVES: dict[ContributionState, frozenset[ContributionState]] = {
    ContributionState.DRAFT: frozenset(
        {ContributionState.WAITING, ContributionState.PUBLISHED, ContributionState.WITHDRAWN}
    ),
    ContributionState.WAITING: frozenset(
        {ContributionState.PUBLISHED, ContributionState.RETURNED, ContributionState.WITHDRAWN}
    ),
    ContributionState.RETURNED: frozenset(
        {ContributionState.WAITING, ContributionState.PUBLISHED, ContributionState.WITHDRAWN}
    ),
    ContributionState.WITHDRAWN: frozenset({ContributionState.DRAFT}),
    ContributionState.PUBLISHED: frozenset(),
}

#: The states in which whoever wrote it can go on writing.
WRITABLE = frozenset({ContributionState.DRAFT, ContributionState.RETURNED})


@dataclass(frozen=True, slots=True)
class Contribution:
    """Some content on its way. `by` is the member's key ("T1:U2", or "terminal"), or `ERASED`; times are in UTC.

    `initiative` is the id of the initiative that it edits or became, `base` what was published when the edit began.
    `reason` is what the reviewer wrote when returning it. `batch` is shared by those of one filled-in template: `file`
    names it, `place` says where in it this stands, `position` counts them from 0. `revision` counts the changes to
    this contribution, from 1.
    """

    id: str
    by: str
    state: ContributionState
    content: Content
    created_at: datetime
    changed_at: datetime
    initiative: str | None = None
    base: Content | None = None
    submitted_at: datetime | None = None
    decided_at: datetime | None = None
    reviewer: str | None = None
    reason: str | None = None
    batch: str | None = None
    file: str | None = None
    place: str | None = None
    position: int = 0
    revision: int = 1

    @property
    def is_edit(self) -> bool:
        """Whether it changes what is published, rather than adding to it."""
        return self.base is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet: a blank draft, or an edit that changes nothing."""
        return self.content.is_blank or self.content == self.base

    def is_overtaken(self, published: Content) -> bool:
        """Whether it is an edit of something else than what is published now; a contact's confirming is no change."""
        return self.base is not None and unconfirmed(self.base) != unconfirmed(published)

    @property
    def is_writable(self) -> bool:
        """Whether whoever wrote it can go on writing."""
        return self.state in WRITABLE

    def may_become(self, state: ContributionState) -> bool:
        """Whether `MOVES` has this move."""
        return state in MOVES[self.state]

    def moved(self, state: ContributionState, at: datetime) -> Contribution:
        """This contribution in another state since `at`; ValueError for a move that `MOVES` does not have.

        The only way into another state. Whoever asks for it makes sure of the move first, and says in words why not.
        """
        if not self.may_become(state):
            raise ValueError(f"What is {self.state} never becomes {state}.")
        return replace(self, state=state, changed_at=at)


@dataclass(frozen=True, slots=True)
class Similar:
    """An initiative that a draft looks like; `score` (0 to 1) says how much.

    `may_update`: whether the author of the draft may change it.
    """

    id: str
    title: str
    authority: str
    score: float
    may_update: bool = False


def new_id() -> str:
    """An id that nobody can guess (128 bits)."""
    return secrets.token_hex(16)
