"""The cards that reviewers got, brought up to date once somebody decided."""

from __future__ import annotations

import logging
from typing import Protocol

from bot.people import People
from bot.replies import Refusal, Replies
from bot.views.review import decided_card
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.outbox import MessageKind, Posting

log = logging.getLogger(__name__)


class Sent(Protocol):
    """The outbox, as far as it knows where messages stand."""

    def about(self, kind: MessageKind, subject: str) -> tuple[Posting, ...]: ...


class Cards:
    """Redraws every card of a contribution; one that cannot be redrawn tells the truth when a button is pressed."""

    def __init__(self, sent: Sent, replies: Replies, people: People) -> None:
        self._sent = sent
        self._replies = replies
        self._people = people

    def refresh(self, one: Contribution, *also: tuple[str, str, str]) -> None:
        """Show on all its cards how `one` was decided; `also` are further (team, channel, timestamp) of cards."""
        if one.state in (ContributionState.WAITING, ContributionState.DRAFT):
            return
        places = [where(posting.posted) for posting in self._sent.about(MessageKind.TO_REVIEW, one.id)]
        decided = decided_card(one, self._people.name(one.reviewer or ""), one.content.title)
        for team, channel, ts in dict.fromkeys([*filter(None, places), *also]):
            try:
                self._replies.redraw(team, channel, ts, decided)
            except Refusal as refusal:
                log.info("a card could not be redrawn: %s", refusal)
            except Exception:
                log.exception("a card could not be redrawn")


def noted(team: str, channel: str, ts: str) -> str:
    """Where a message stands, as the outbox keeps it."""
    return f"{team}:{channel}:{ts}"


def where(posted: str | None) -> tuple[str, str, str] | None:
    """(team, channel, timestamp) of what `noted` made."""
    parts = (posted or "").split(":")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and all(parts) else None
