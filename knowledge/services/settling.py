"""Settling: what an admin says about messages that were refused, or of which nobody knows whether they arrived."""

from __future__ import annotations

from typing import Protocol

from knowledge.domain.member import Member
from knowledge.domain.outbox import Posting
from knowledge.domain.permissions import Action, require
from knowledge.domain.retention import TOLD_KEPT
from knowledge.errors import Overtaken

_PAST = f"This was settled before, or it was over {TOLD_KEPT.days} days ago: what it said is forgotten then."


class Unsettled(Protocol):
    """The outbox, as settling needs it."""

    def unsettled(self) -> tuple[Posting, ...]: ...

    def settle(self, key: str, *, arrived: bool) -> bool: ...


class Settling:
    """Only a person repeats a post whose fate is not known: Slack has no way of asking, so nothing else could tell."""

    def __init__(self, outbox: Unsettled) -> None:
        self._outbox = outbox

    def waiting(self, member: Member) -> tuple[Posting, ...]:
        """All that an admin has to look at, oldest first; NotAllowed for others."""
        require(member, Action.SETTLE_POSTING)
        return self._outbox.unsettled()

    def one(self, member: Member, key: str) -> Posting | None:
        """The message with this key; None when it was settled."""
        return next((posting for posting in self.waiting(member) if posting.message.key == key), None)

    def settle(self, member: Member, key: str, *, arrived: bool) -> None:
        """Say that a message arrived after all, or have it sent again.

        Raises Overtaken when it was settled before, or its words are forgotten.
        """
        if self.one(member, key) is None or not self._outbox.settle(key, arrived=arrived):
            raise Overtaken(_PAST)
