"""Asking: the slash command, a mention, a direct message. Saved before Slack is told it arrived, then answered."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from typing import Any

from slack_bolt import Ack, BoltContext, BoltResponse

from bot.guard import apology
from bot.listeners.parts import Parts
from bot.names import Subcommand
from bot.payloads.asked import Asked, Place, Via, asked

log = logging.getLogger(__name__)

_ASKED = "practice_asked"


#: Opens a form at once; False when Slack's three seconds were over, and a button is to be offered instead.
Opener = Callable[[Place, str], bool]


class Ask:
    """`openers`: what a subcommand opens when it is typed as a slash command."""

    def __init__(self, parts: Parts, openers: Mapping[Subcommand, Opener] | None = None) -> None:
        self._answering = parts.answering
        self._guard = parts.guard
        self._openers = openers or {}

    def save_first(self, body: dict[str, Any], context: BoltContext, next: Callable[[], BoltResponse]) -> BoltResponse:
        """Middleware: keep the question, and end here when this delivery was kept before.

        Bolt tells Slack "200" for an event before its listener runs, so anything later could lose it.
        """
        question = asked(body, bot_user=context.bot_user_id)
        if question is None:
            return next()
        try:
            new = self._answering.receive(question)
        except Exception as error:
            return _not_kept(question, error)
        if not new:
            return BoltResponse(status=200, body="")
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
        self._answering.finish(question.key)
        return True

    def event(self, context: BoltContext) -> None:
        """A mention or a direct message; edits, deletions and bots never get this far."""
        self._answer(context)

    def _answer(self, context: BoltContext) -> None:
        kept = context.get(_ASKED)
        if kept is None:
            return
        try:
            self._answering.answer_kept(kept)
        except Exception:
            # The question stays in the inbox and is taken up again; raising here would lose the ack.
            log.exception("a question could not be answered now")


def _not_kept(question: Asked, error: Exception) -> BoltResponse:
    """The store cannot keep the question: a command is told at once, an event Slack delivers again by itself."""
    told = apology(error)
    if question.place.via is Via.COMMAND:
        return BoltResponse(status=200, body=told.text)
    return BoltResponse(status=503, body="")
