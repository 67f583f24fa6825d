"""The outbox, delivered: each message is drawn when it is sent, posted at most once, and its fate written down.

Slack has no idempotency key. So no post is ever repeated by the SDK or by us: one that was certainly not taken waits
and is tried again, one that was refused for good is shown to an admin, and so is one whose fate is not known. A card
that stands and is to say something else by now is drawn anew until Slack took it: that does no harm a second time.
Both `practice serve` and `practice work` run this; the outbox hands every message to one of them only.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from urllib.error import URLError

from bot.outbox.cards import Where, noted, where
from bot.outbox.drawing import Nobody, NotYet
from bot.outbox.ports import Asks, Draws, Outbox, Posts, TellsApart
from bot.payloads.asked import team_and_user
from bot.slack.refusals import Refusal
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.days import utc_now
from knowledge.domain.outbox import ADMINS, REVIEWERS, Message, MessageKind, Posting
from knowledge.errors import NotAllowed, NotFound, PracticeError

log = logging.getLogger(__name__)

#: Slack's own limit: a post a second and channel.
PACE = timedelta(seconds=1)
#: How long to wait when Slack says "later" without saying how long, and at most whatever it says.
LATER = timedelta(seconds=30)
LONGEST = timedelta(hours=1)
#: How long a workspace is left alone whose token Slack no longer takes; nothing is lost, it waits.
TOKEN_REFUSED = timedelta(minutes=10)
#: For so long a message is tried again that could not be drawn for a reason of our own; then a person looks at it.
DRAWN_FOR = timedelta(hours=1)
#: Messages taken from the outbox at once; they keep their order while they wait for their channel's next second.
WINDOW = 100
#: Taken messages that were not posted within this time are left to whoever claims them next (the outbox's lease is
#: two minutes).
KEPT = timedelta(seconds=90)

_TOKEN = frozenset({"invalid_auth", "token_revoked", "token_expired", "account_inactive", "not_authed"})


class OutboxDelivery:
    """Delivers what waits in the outbox. Safe in any number of threads and processes at once."""

    def __init__(
        self,
        *,
        outbox: Outbox,
        drawing: Draws,
        recipients: TellsApart,
        replies: Posts,
        workspaces: Asks,
        tell_admins: Callable[[Message], None],
        put_up: Callable[[Message, SlackMessage], None],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._outbox = outbox
        self._drawing = drawing
        self._recipients = recipients
        self._replies = replies
        self._workspaces = workspaces
        self._tell_admins = tell_admins
        self._put_up = put_up
        self._now = now
        self._rounds = threading.Lock()
        self._queues: dict[str, deque[tuple[datetime, Posting]]] = {}
        self._posted: dict[str, datetime] = {}
        self._held: dict[str, datetime] = {}
        self._doubtful: set[str] = set()
        self._told: set[str] = set()

    def round(self, is_stopping: Callable[[], bool] = lambda: False) -> timedelta | None:
        """Claim what is due and post at most one message to each recipient, the oldest first.

        Returns after how long the next may be due. Between two messages it is asked whether the process stops: the
        rest then stays where it is. Raises nothing that a single message is to blame for. One round of a process at a
        time.
        """
        with self._rounds:
            self._outbox.sweep()
            taken = sum(map(len, self._queues.values()))
            claimed = self._outbox.claim(WINDOW - taken) if taken < WINDOW else ()
            split = sum([self._take(posting) for posting in claimed])
            for to in list(self._queues):
                if is_stopping():
                    return None
                self._deliver_next(to)
            self._show_unsettled()
            at_once = split or len(claimed) == WINDOW - taken > 0
            return timedelta(0) if at_once else self._soonest()

    def release(self) -> None:
        """Leave what was taken and not posted to whoever claims it next."""
        with self._rounds:
            for queue in self._queues.values():
                for _, posting in queue:
                    self._put_off(posting, self._now(), "its process was stopped")
            self._queues.clear()

    def _take(self, posting: Posting) -> bool:
        """Put a claimed message into its recipient's queue; True when it was split into one for each of several."""
        sent = posting.message
        try:
            several = None if where(posting.posted) else self._recipients.of(sent)
        except Exception as error:
            self._not_drawn(posting, error)
            return False
        if several is None:
            self._queues.setdefault(sent.to, deque()).append((self._now(), posting))
            return False
        if not several and sent.to in (REVIEWERS, ADMINS):
            self._outbox.refused_for_good(sent.key, posting.claim, "there is nobody to send it to")
            return False
        return self._outbox.split(sent.key, posting.claim, several) > 0

    def _deliver_next(self, to: str) -> None:
        """Post the oldest message to one recipient, unless Slack's pace or a hold forbids it now."""
        queue, now = self._queues[to], self._now()
        while queue and now - queue[0][0] > KEPT:
            queue.popleft()
        team, place = team_and_user(to)
        if queue and team in self._doubtful:
            self._ask_whether_up(team)
        held = self._held.get(team, now)
        if held > now:
            for _, posting in queue:
                self._put_off(posting, held, "Slack asked to be left alone for a while")
            queue.clear()
        if queue and now - self._posted.get(to, now - PACE) >= PACE:
            _, posting = queue.popleft()
            if self._deliver(posting, team, place):
                self._posted[to] = now
        if not queue:
            del self._queues[to]
        self._posted = {one: at for one, at in self._posted.items() if now - at < PACE}

    def _soonest(self) -> timedelta | None:
        return PACE if self._queues else None

    def _deliver(self, posting: Posting, team: str, place: str) -> bool:
        """Draw one message, and post it or put it where it stands; returns whether Slack was called for it."""
        sent, stands = posting.message, where(posting.posted)
        try:
            message = self._drawing.redrawn(sent) if stands else self._drawing.draw(sent)
        except Exception as error:
            self._not_drawn(posting, error)
            return False
        if not self._outbox.posting(sent.key, posting.claim):
            return False  # another process has it, or had it, or it changed meanwhile
        if stands:
            self._redraw(posting, stands, message)
            return True
        try:
            channel, ts = self._replies.post(team, place, message)
        except Refusal as refusal:
            self._refused(posting, team, refusal)
        except Exception as error:
            self._broken(posting, team, error)
        else:
            self._outbox.done(sent.key, posting.claim, posted=noted(team, channel, ts))
            self._put_up(sent, message)
        return True

    def _redraw(self, posting: Posting, stands: Where, message: SlackMessage) -> None:
        """Put a card's new words where it stands; it waits again unless Slack took them or never will."""
        team = stands[0]
        try:
            self._replies.redraw(*stands, message)
        except Refusal as refusal:
            if self._is_put_off(posting, team, refusal):
                return
            log.warning("a card can never be drawn anew: %s", refusal)
        except Exception as error:
            log.info("whether a card was drawn anew is not known; it is done again: %s", type(error).__name__)
            self._doubtful.add(team)
            self._put_off(posting, self._now() + LATER, "Slack broke off before it answered")
            return
        self._outbox.done(posting.message.key, posting.claim)

    def _ask_whether_up(self, team: str) -> None:
        """After a broken post, ask Slack something harmless before the next: an outage costs one doubt, not many."""
        if self._held.get(team, self._now()) > self._now():
            return
        try:
            self._workspaces.client(team).auth_test()
        except Exception:
            self._hold(team, LATER)
        else:
            self._doubtful.discard(team)

    def _refused(self, posting: Posting, team: str, refusal: Refusal) -> None:
        if not self._is_put_off(posting, team, refusal):
            log.warning("a message was refused: %s", refusal)
            self._outbox.refused_for_good(posting.message.key, posting.claim, refusal.code or str(refusal))

    def _is_put_off(self, posting: Posting, team: str, refusal: Refusal) -> bool:
        """Whether Slack may take it later: it waits until then."""
        if refusal.later:
            self._wait(posting, team, retry_after(refusal.retry_after), "Slack asked to be left alone for a while")
        elif refusal.code in _TOKEN:
            log.error("Slack no longer takes the token of a workspace: %s", refusal.code)
            self._wait(posting, team, TOKEN_REFUSED, refusal.code)
        else:
            return False
        return True

    def _broken(self, posting: Posting, team: str, error: Exception) -> None:
        if _never_left(error):
            self._wait(posting, team, LATER, "Slack could not be reached")
            return
        log.warning("whether a message arrived is not known: %s", type(error).__name__)
        self._doubtful.add(team)
        self._outbox.uncertain(posting.message.key, posting.claim, "Slack broke off before it answered")

    def _wait(self, posting: Posting, team: str, wait: timedelta, reason: str) -> None:
        """It was certainly not taken: it and all others of its workspace wait, and nobody sleeps."""
        self._hold(team, wait)
        self._put_off(posting, self._held[team], reason)

    def _put_off(self, posting: Posting, until: datetime, reason: str) -> None:
        self._outbox.put_off(posting.message.key, posting.claim, until, reason)

    def _hold(self, team: str, wait: timedelta) -> None:
        until = self._now() + wait
        self._held[team] = max(self._held.get(team, until), until)

    def _not_drawn(self, posting: Posting, error: Exception) -> None:
        if isinstance(error, NotYet):
            self._put_off(posting, self._now() + LATER, "what it tells of goes on")
            return
        if isinstance(error, Nobody | NotFound | NotAllowed):
            # It is of no use any more: what it told of was decided, archived or handed on meanwhile.
            log.info("a message is of no use any more (%s)", type(error).__name__)
            self._outbox.split(posting.message.key, posting.claim, ())
            return
        in_words = isinstance(error, PracticeError)
        log.error("a message could not be made (%s)", type(error).__name__, exc_info=None if in_words else error)
        if where(posting.posted):
            # It must not go on saying what it says, so that it is tried for good; what is wrong with us seldom passes.
            self._put_off(posting, self._now() + (LATER if in_words else LONGEST), "it could not be made")
        elif self._now() - posting.created_at > DRAWN_FOR:
            self._outbox.refused_for_good(posting.message.key, posting.claim, "it could not be made; the log says why")
        else:
            self._put_off(posting, self._now() + LATER, "it could not be made")

    def _show_unsettled(self) -> None:
        """Have every message that a person must look at shown to the admins, once for ever."""
        for posting in self._outbox.unsettled():
            sent = posting.message
            key = f"unsettled:{posting.attempts}:{sent.key}"
            if sent.kind is MessageKind.UNSETTLED or key in self._told:
                continue
            self._tell_admins(Message(key, MessageKind.UNSETTLED, ADMINS, sent.key))
            self._told.add(key)


def retry_after(header: str) -> timedelta:
    """How long Slack asks to be left alone; a missing or silly header is half a minute, and never over an hour."""
    try:
        seconds = float(header)
    except ValueError:
        return LATER
    return min(timedelta(seconds=seconds), LONGEST) if 0 < seconds < 10**9 else LATER


def _never_left(error: Exception) -> bool:
    """Whether the request certainly never reached Slack: nobody listened, or its name was not known."""
    if isinstance(error, URLError):
        return isinstance(error.reason, ConnectionRefusedError) or "getaddrinfo" in repr(error.reason)
    return isinstance(error, ConnectionRefusedError)
