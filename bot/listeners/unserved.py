"""What reaches no listener, or fails outside of every one, such as when Slack does not say who the bot is."""

from __future__ import annotations

import json
import logging
from concurrent.futures import Executor
from typing import Any

from slack_bolt import BoltResponse
from slack_bolt.error import BoltUnhandledRequestError

from bot.guard import Guard, apology
from bot.listeners.forms import said_inside
from bot.listeners.unknown import unmatched
from bot.payloads.asked import clicked
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)


class Unserved:
    """Answers in the place of a listener; an event, which nobody is told of, is left to Slack to deliver again."""

    def __init__(self, guard: Guard, executor: Executor) -> None:
        self._guard = guard
        self._executor = executor

    def answer(self, error: Exception, body: dict[str, Any]) -> BoltResponse:
        """The answer to a delivery of this content, which ended with this error."""
        if isinstance(error, BoltUnhandledRequestError):
            if body.get("type") == "view_submission":
                # A listener takes every form, so this one's was too slow for Bolt, and what becomes of it is not known
                # yet. A form that is acknowledged closes; told of trouble, Slack keeps it, to be sent again.
                return BoltResponse(status=503, body="")
            return unmatched(body)
        if not isinstance(error, PracticeError):
            log.error("a delivery was not served", exc_info=error)
        if body.get("command"):
            return BoltResponse(status=200, body=apology(error).text)
        match body.get("type"):
            case "view_submission":
                return _json(said_inside(body["view"], error).answer)
            case "block_suggestion":
                return _json({"options": []})
            case "block_actions" | "shortcut" | "message_action":
                # Slack waits for the acknowledgement meanwhile.
                self._executor.submit(self._guard.tell, clicked(body), error)
                return BoltResponse(status=200, body="")
            case "view_closed":
                return BoltResponse(status=200, body="")
            case _:
                return BoltResponse(status=503, body="")


def _json(answer: dict[str, Any]) -> BoltResponse:
    return BoltResponse(status=200, body=json.dumps(answer), headers={"Content-Type": "application/json"})
