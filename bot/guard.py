"""Round everything that answers: a known error becomes its own words, an unknown one an apology with a reference."""

from __future__ import annotations

import logging
import secrets

from bot.payloads.asked import Place
from bot.replies import Refusal, Replies
from bot.views.blocks import Message, message
from bot.views.lines import line
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)


def apology(error: Exception) -> Message:
    """What to say about an error: its own words when it has some, else a reference that stands in the log too."""
    if isinstance(error, PracticeError):
        return message([line(str(error))])
    reference = secrets.token_hex(4)
    log.error("something went wrong, reference %s", reference, exc_info=error)
    return message(
        [
            line("Sorry, something went wrong here, and your question was not answered."),
            line(f"Please try again. If it happens again, tell whoever looks after Practice Finder: {reference}."),
        ]
    )


class Guard:
    """Tells the person about an error, in private, and never raises one itself."""

    def __init__(self, replies: Replies) -> None:
        self._replies = replies

    def tell(self, place: Place, error: Exception) -> None:
        """Say what went wrong to the person at `place`."""
        if isinstance(error, Refusal):
            log.warning("Slack refused a message: %s", error)
            return
        try:
            self._replies.private(place, apology(error))
        except Exception:
            log.exception("an apology could not be delivered")
