"""The cards that reviewers and admins got, drawn anew once what they say is no longer so."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from bot.slack.refusals import Refusal
from bot.slack.replies import Replies
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.outbox import CARDS, Message, MessageKind
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)


#: (team, channel, timestamp) of a message.
Where = tuple[str, str, str]


class DrawnAnew(Protocol):
    """The outbox, as far as it has cards drawn anew where they stand."""

    def draw_anew(self, subject: str) -> None: ...


class Redraws(Protocol):
    """What makes the words of a card that stands."""

    def redrawn(self, sent: Message) -> SlackMessage: ...


class Cards:
    """Has cards say what is so, and raises nothing.

    That a decision changes them is noted with the decision, and the delivery draws them, however often Slack puts it
    off. Until then a card tells the truth when a button is pressed.
    """

    def __init__(self, outbox: DrawnAnew, *, drawing: Redraws, replies: Replies) -> None:
        self._outbox = outbox
        self._drawing = drawing
        self._replies = replies

    def put_up(self, sent: Message, shown: SlackMessage) -> None:
        """Have a card drawn anew that was put up just now, where that is no longer so.

        Where it stands was not known when whatever it was changed.
        """
        with undoing_nothing():
            if sent.kind in CARDS and self._drawing.redrawn(sent) != shown:
                self._outbox.draw_anew(sent.subject)

    def at_once(self, kind: MessageKind, subject: str, to: str, *pressed: Where) -> None:
        """Show on the card that was pressed, by the member `to`, how it stands: the outbox may not know that one."""
        for place in pressed:
            with undoing_nothing():
                self._replies.redraw(*place, self._drawing.redrawn(Message("", kind, to, subject)))

    def renew(self, subject: str) -> None:
        """Have all cards of this drawn anew, because of what it is compared with."""
        with undoing_nothing():
            self._outbox.draw_anew(subject)


@contextmanager
def undoing_nothing() -> Iterator[None]:
    """For what follows a decision: what fails is logged and not said, because the decision stands all the same."""
    try:
        yield
    except (PracticeError, Refusal) as error:
        log.info("what follows a decision could not be done: %s: %s", type(error).__name__, error)
    except Exception:
        log.exception("what follows a decision could not be done")


def noted(team: str, channel: str, ts: str) -> str:
    """Where a message stands, as the outbox keeps it."""
    return f"{team}:{channel}:{ts}"


def where(posted: str | None) -> Where | None:
    """(team, channel, timestamp) of what `noted` made."""
    parts = (posted or "").split(":")
    return (parts[0], parts[1], parts[2]) if len(parts) == 3 and all(parts) else None
