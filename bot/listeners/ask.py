"""Asking: the slash command, a mention, a direct message. Saved before Slack is told it arrived, then answered."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, BoltContext, BoltResponse

from bot.guard import apology
from bot.parts import Parts
from bot.payloads.asked import Asked, Via, asked

log = logging.getLogger(__name__)

_ASKED = "practice_asked"


class Ask:
    def __init__(self, parts: Parts) -> None:
        self._answering = parts.answering

    def save_first(
        self, body: dict[str, Any], context: BoltContext, next: Callable[[], BoltResponse]
    ) -> BoltResponse:
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

    def command(self, ack: Ack, context: BoltContext) -> None:
        """`/practice ...`."""
        ack()
        self._answer(context)

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
