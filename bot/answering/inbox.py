"""Save, then answer: a question is kept before Slack is told "200", and what a kill left unanswered is taken up again.

A row of the inbox goes received -> posting -> done. Only received ones are taken up again: once a post was tried,
whether it arrived is unknown, and Slack has no way of asking; such a row ends as unconfirmed, is logged, and whoever
asked is told so.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.answering.conversation import Conversation
from bot.answering.uploads import Uploads
from bot.asker import Askers
from bot.guard import apology
from bot.keys.cipher import Cipher
from bot.outbox.delivery import retry_after
from bot.payloads.asked import Asked, Place, Via
from bot.payloads.values import Asking
from bot.slack.refusals import Refusal
from bot.slack.replies import Replies
from bot.views.answers.beside import beside, not_looked_at, unread
from bot.views.content.contacts import Audience
from bot.views.kit.blocks import SlackMessage, message
from bot.views.kit.lines import Line, line
from knowledge.domain.days import utc_now
from knowledge.domain.identity import Hasher
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.outbox import MessageKind
from knowledge.domain.retention import DELIVERIES_KEPT

log = logging.getLogger(__name__)

#: After this long a received question that nobody finished is taken up by another process.
STALE = timedelta(seconds=30)

_MAY_BE_LOST = (
    "Slack broke off while I was answering you, so I do not know whether my answer stands here. If it does not, please "
    "ask again."
)
_INTERRUPTED = (
    "I was interrupted while I was answering you, so I do not know whether my answer stands here. If it does not, "
    "please ask again."
)


class Inbox(Protocol):
    """The inbox, as answering needs it."""

    def receive(self, key: str, body: bytes) -> bool: ...

    def posting(self, key: str) -> bool: ...

    def refused(self, key: str) -> None: ...

    def done(self, key: str) -> None: ...

    def forget(self, key: str) -> None: ...

    def stale(self, older_than: timedelta) -> Sequence[tuple[str, bytes]]: ...

    def unconfirmed(self, older_than: timedelta) -> Sequence[tuple[str, bytes]]: ...

    def clean(self, older_than: timedelta) -> int: ...


def after(seconds: float, work: Callable[[], None]) -> None:
    """Do `work` then, unless the process ends before."""
    timer = threading.Timer(seconds, work)
    timer.daemon = True
    timer.start()


class Answering:
    """Answers questions however they came: now, or again after a restart.

    `asks_under` gives the kind of that message of the bot's own, asking for something, in whose thread a place is.
    """

    def __init__(
        self,
        *,
        conversation: Conversation,
        inbox: Inbox,
        replies: Replies,
        askers: Askers,
        cipher: Cipher,
        hasher: Hasher,
        uploads: Uploads | None = None,
        asks_under: Callable[[Place], MessageKind | None] = lambda place: None,
        now: Callable[[], datetime] = utc_now,
        after: Callable[[float, Callable[[], None]], None] = after,
    ) -> None:
        self._uploads = uploads
        self._after = after
        self._asks_under = asks_under
        self._now = now
        self._held: dict[str, datetime] = {}
        self._conversation = conversation
        self._inbox = inbox
        self._replies = replies
        self._askers = askers
        self._cipher = cipher
        self._hasher = hasher

    def receive(self, asked: Asked) -> bool:
        """Keep a question until it is answered; False when this delivery was seen before."""
        return self._inbox.receive(asked.key, self._cipher.encrypt(asked.to_json()))

    def once(self, key: str) -> bool:
        """Whether `key` (a click) is seen for the first time."""
        kept = self._hashed(key)
        new = self._inbox.receive(kept, b"")
        if new:
            self._inbox.done(kept)
        return new

    def again(self, key: str) -> None:
        """Let a click count for the first time again: what it asked for was refused."""
        self._inbox.forget(self._hashed(key))

    def _hashed(self, key: str) -> str:
        """What is kept of the key of a click, which holds who used an answer, and where.

        Under a new secret key a click of the two days before counts for the first time again: that shares an answer
        once more, which is no harm.
        """
        newest, *_ = self._hasher.done(key)
        return newest

    def finish(self, key: str) -> None:
        """A received question that was answered by opening a form."""
        try:
            self._inbox.done(key)
        except Exception:
            # It is taken up again and answered with a button that opens the form: late, but not lost.
            log.exception("a delivery could not be marked as done")

    def answer_kept(self, kept: str) -> None:
        """Answer the question that `Asked.to_json` kept."""
        self.answer(Asked.from_json(kept))

    def answer_unkept(self, unkept: str) -> None:
        """Answer the question in `Asked.to_json`, which the store could not keep: here and now, or not at all."""
        question = Asked.from_json(unkept)
        try:
            self._replies.answer(question.place, self._reply_or_apology(question))
        except Refusal as refusal:
            log.warning("an answer was refused: %s", refusal)
        except Exception:
            log.exception("whether an answer arrived is not known")
            self._own_up(question.place, _MAY_BE_LOST)

    def answer(self, asked: Asked) -> None:
        """Answer a received question; whatever goes wrong, the person is told and nothing is raised.

        Where the store does not note how far it came, that stays as noted last: what was not posted yet is taken up
        again, what was is not said twice.
        """
        try:
            self._answer(asked)
        except Exception:
            log.exception("how far the answer to delivery %s came could not be noted", asked.key)

    def _answer(self, asked: Asked) -> None:
        reply = self._reply_or_apology(asked)
        if not self._inbox.posting(asked.key):
            return  # another process took it up meanwhile
        try:
            self._replies.answer(asked.place, reply)
        except Refusal as refusal:
            log.warning("an answer was refused: %s", refusal)
            if refusal.later:
                self._put_off(asked, retry_after(refusal.retry_after))
                return
        except Exception:
            # It may have arrived, and is not said twice. Who cannot be told so now is told once it is unconfirmed.
            log.exception("whether an answer arrived is not known")
            if not self._own_up(asked.place, _MAY_BE_LOST):
                return
        self._inbox.done(asked.key)

    def _put_off(self, asked: Asked, wait: timedelta) -> None:
        """Leave Slack alone for as long as it asked; where that is longer, it is taken up once it is stale."""
        until = self._now() + wait
        self._held[asked.place.team] = max(self._held.get(asked.place.team, until), until)
        self._inbox.refused(asked.key)
        if wait <= STALE:
            self._after(wait.total_seconds(), lambda: self.answer(asked))

    def _own_up(self, place: Place, words: str) -> bool:
        """Tell the person, alone, that an answer may be lost; returns whether they were."""
        try:
            self._replies.private(place, message([line(words)]))
        except Exception as error:
            log.warning("nor could the person be told: %s", type(error).__name__)
            return False
        return True

    def reply(self, place: Place, asking: Asking, audience: Audience = Audience.PERSON) -> SlackMessage:
        """The message for a question asked by a click; PracticeError where a channel would be shown no result of it."""
        return self._conversation.reply(
            asking,
            member=self._reader(place, audience),
            audience=audience,
            shareable=audience is Audience.PERSON and not place.direct,
            sendable=audience is Audience.PERSON and not place.direct,
            with_results=audience is Audience.CHANNEL,
        )

    def _reader(self, place: Place, audience: Audience) -> Member:
        """For whose eyes an answer is drawn: in a channel for anybody's, whoever asks there."""
        return ANYONE if audience is Audience.CHANNEL else self._askers.reader(place)

    def resume(self) -> int:
        """Take up what a killed process left unanswered; returns how many were."""
        waiting = self._inbox.stale(STALE)
        for key, body in waiting:
            try:
                self._take_up(key, body)
            except Exception:
                log.exception("delivery %s could not be taken up and is tried again", key)
        for key, body in self._inbox.unconfirmed(STALE):
            log.warning("whether the answer to delivery %s arrived is not known; it is not repeated", key)
            if asked := self._read(body):
                self._own_up(asked.place, _INTERRUPTED)
        return len(waiting)

    def _read(self, body: bytes) -> Asked | None:
        """The question that was kept; None, with why in the log, when it cannot be read any more."""
        kept = self._cipher.decrypt(body)
        if kept is None:
            log.error("a question kept under another key cannot be read and is dropped")
            return None
        try:
            return Asked.from_json(kept)
        except (ValueError, KeyError, TypeError):
            log.exception("a question kept by another version cannot be read and is dropped")
            return None

    def _take_up(self, key: str, body: bytes) -> None:
        asked = self._read(body)
        if asked is None:
            self._inbox.done(key)
            return
        if self._held.get(asked.place.team, self._now()) <= self._now():
            self.answer(asked)  # else it is taken up once it is stale again

    def clean(self) -> int:
        """Forget finished deliveries that Slack cannot repeat any more; returns how many were."""
        return self._inbox.clean(DELIVERIES_KEPT)

    def _reply_or_apology(self, asked: Asked) -> SlackMessage:
        try:
            return self._reply(asked)
        except Exception as error:
            return apology(error)

    def _reply(self, asked: Asked) -> SlackMessage:
        if self._uploads is not None and (brought := self._uploads.reply(asked)):
            return brought
        place = asked.place
        audience = Audience.CHANNEL if place.via is Via.MENTION else Audience.PERSON
        reply = self._conversation.reply(
            asked.asking,
            member=self._reader(place, audience),
            audience=audience,
            shareable=place.via is Via.COMMAND and not place.direct,
            sendable=not place.direct,
        )
        said = self._said_beside(asked)
        return beside(said, reply) if said else reply

    def _said_beside(self, asked: Asked) -> list[Line]:
        """What somebody must know who did not only ask: a file came with it, or it was meant for somebody else."""
        place = asked.place
        if place.via is Via.MENTION:
            return [not_looked_at()] if asked.files else []
        if place.via is not Via.DIRECT or not place.thread or self._conversation.special(asked.asking.text):
            return []
        kind = self._asks_under(place)
        return [unread(kind)] if kind else []
