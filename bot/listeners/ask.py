"""Asking: the slash command, a mention, a direct message. Saved before Slack is told it arrived, then answered."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, BoltContext, BoltRequest, BoltResponse

from bot.guard import apology
from bot.listeners.parts import Parts
from bot.names import Subcommand
from bot.payloads.asked import Asked, Place, Via, asked
from knowledge.errors import StoreUnusable

log = logging.getLogger(__name__)

_ASKED = "practice_asked"
_UNKEPT = "practice_unkept"
#: How often Slack delivers an event again (docs.slack.dev/apis/events-api): after this one it gives up.
_LAST_RETRY = "3"

#: Opens a form at once; False when Slack's three seconds were over, and a button is to be offered instead.
Opener = Callable[[Place, str], bool]


class Ask:
    """`openers`: what a subcommand opens when it is typed as a slash command."""

    def __init__(self, parts: Parts, openers: Mapping[Subcommand, Opener] | None = None) -> None:
        self._answering = parts.answering
        self._guard = parts.guard
        self._openers = openers or {}

    def save_first(
        self, request: BoltRequest, body: dict[str, Any], context: BoltContext, next: Callable[[], BoltResponse]
    ) -> BoltResponse:
        """Middleware: keep the question, and end here when this delivery was kept before.

        Bolt tells Slack "200" for an event before its listener runs, so anything later could lose it. What cannot be
        kept, where the disk is full, say, and is not delivered again, is answered all the same: that needs no writing.
        """
        question = asked(body, bot_user=context.bot_user_id)
        if question is None:
            return next()
        try:
            if not self._answering.receive(question):
                return BoltResponse(status=200, body="")
        except Exception as error:
            if not (isinstance(error, StoreUnusable) and _comes_no_more(question, request)):
                return _not_kept(question, error)
            log.error("a question is answered without being kept first: %s", error)
            context[_UNKEPT] = True
        context[_ASKED] = question.to_json()
        return next()

    def command(self, ack: Ack, body: dict[str, Any], context: BoltContext) -> None:
        """`/practice ...`."""
        ack()
        if not self._opened(body, context):
            self._answer(context)

    def _opened(self, body: dict[str, Any], context: BoltContext) -> bool:
        """Whether the text was a subcommand with a form, and that is open or refused in words."""
        kept = context.get(_ASKED)
        question = Asked.from_json(kept) if kept else None
        subcommand = Subcommand.of(question.asking.text) if question else None
        if question is None or subcommand is None or subcommand not in self._openers:
            return False
        try:
            if not self._openers[subcommand](question.place, str(body.get("trigger_id") or "")):
                return False
        except Exception as error:
            self._guard.tell(question.place, error)
        if not context.get(_UNKEPT):
            self._answering.finish(question.key)
        return True

    def event(self, context: BoltContext) -> None:
        """A mention or a direct message; edits, deletions and bots never get this far."""
        self._answer(context)

    def _answer(self, context: BoltContext) -> None:
        kept = context.get(_ASKED)
        if kept is None:
            return
        if context.get(_UNKEPT):
            self._answering.answer_unkept(kept)
            return
        self._answering.answer_kept(kept)


def _comes_no_more(question: Asked, request: BoltRequest) -> bool:
    """Whether Slack does not deliver this again: a command never, an event for the last time now."""
    return question.place.via is Via.COMMAND or _LAST_RETRY in request.headers.get("x-slack-retry-num", ())


def _not_kept(question: Asked, error: Exception) -> BoltResponse:
    """The store cannot keep the question: a command is told at once, an event Slack delivers again by itself."""
    told = apology(error)
    if question.place.via is Via.COMMAND:
        return BoltResponse(status=200, body=told.text)
    return BoltResponse(status=503, body="")
