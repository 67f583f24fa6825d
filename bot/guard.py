"""Round everything that answers: a known error becomes its own words, an unknown one an apology with a reference.

What fails where nobody is there to be told is logged.
"""

from __future__ import annotations

import logging
import secrets

from bot.payloads.asked import Place
from bot.slack.refusals import Refusal
from bot.slack.replies import Replies
from bot.views.kit.blocks import SlackMessage, message
from bot.views.kit.lines import line
from knowledge.errors import Busy, PracticeError, StoreUnusable

log = logging.getLogger(__name__)


_REFUSED = (
    "Slack did not let Practice Finder post this there, so it was not done. If that is a channel, whoever looks after "
    "it may have limited who can post in it."
)
_LATER = "Slack is busy and did not take this, so it was not done. Please try again in a minute."


def apology(error: Exception, *, to_admin: bool = False) -> SlackMessage:
    """What to say about an error: its own words when it has some, else a reference that stands in the log too.

    Where the database lies and how to mend it is for admins only.
    """
    hidden = isinstance(error, StoreUnusable) and not to_admin
    if isinstance(error, PracticeError) and not hidden:
        return message([line(str(error))])
    reference = secrets.token_hex(4)
    if hidden:
        log.error("the store cannot be used, reference %s: %s", reference, error)
        said = "Sorry, Practice Finder cannot get at what it knows just now."
    else:
        log.error("something went wrong, reference %s", reference, exc_info=error)
        said = "Sorry, something went wrong here, and what you wanted may not have been done."
    again = f"Please try again. If it happens again, tell whoever looks after Practice Finder: {reference}."
    return message([line(said), line(again)])


class Guard:
    """Tells the person about an error, in private, and never raises one itself."""

    def __init__(self, replies: Replies) -> None:
        self._replies = replies

    def tell(self, place: Place, error: Exception) -> None:
        """Say what went wrong to the person at `place`."""
        if isinstance(error, Refusal):
            log.warning("Slack refused a message: %s", error)
            error = PracticeError(_LATER if error.later else _REFUSED)
        try:
            self._replies.private(place, apology(error))
        except Exception:
            log.exception("an apology could not be delivered")


def log_fault(log: logging.Logger, said: str, error: Exception) -> None:
    """Log `said` with the words of a database that cannot be used just now, or any other error's place in the code.

    A database that is away for an hour is met every few seconds, and where in the code tells nothing about it.
    """
    if isinstance(error, Busy | StoreUnusable):
        log.error("%s: %s", said, error)
    else:
        log.error(said, exc_info=error)
