"""Whatever else arrives: acknowledged, so that Slack does not retry, and answered when a person is waiting."""

from __future__ import annotations

import logging
from typing import Any

from slack_bolt import Ack, BoltResponse

from bot.listeners.forms import Forms, Reaction
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.names import COMMAND
from bot.payloads.asked import Place

log = logging.getLogger(__name__)

#: Characters of an unknown kind's name in the log.
KIND_LOGGED = 40

_HELP = f"{COMMAND} help shows what works."


class Unknown:
    def __init__(self, parts: Parts) -> None:
        self._forms = Forms(parts)

    def pressed(self, ack: Ack, body: dict[str, Any]) -> None:
        """A button, menu or shortcut of another version."""

        def work(place: Place) -> None:
            raise outdated("button or menu", f"Please ask again, or open it anew: {_HELP}")

        self._forms.pressed(ack, body, work)

    def command(self, ack: Ack) -> None:
        """Another slash command pointed at this app by mistake."""
        ack(f"I only answer {COMMAND}. {COMMAND} help shows how.")

    def options(self, ack: Ack) -> None:
        """A menu of another version asks what to offer."""
        ack(options=[])

    def view(self, ack: Ack, body: dict[str, Any]) -> None:
        """A form of another version was sent: nothing is saved, and it says so, with what was typed left to copy."""

        def work(place: Place) -> Reaction:
            raise outdated("form", f"Copy what you typed, close this and open the form anew: {_HELP}")

        self._forms.sent(ack, body, work)

    def quiet(self, ack: Ack) -> None:
        """A form was closed."""
        ack()

    def event(self) -> None:
        """Edits, deletions, bots' messages and events nobody waits on: taken note of, so that Slack does not retry."""


def unmatched(body: dict[str, Any]) -> BoltResponse:
    """What no listener can be registered for, being neither an event nor an interaction: taken note of, too."""
    kind = body.get("type")
    if not isinstance(kind, str):
        return BoltResponse(status=404, body="")
    if kind == "app_rate_limited":
        log.warning("Slack holds events back: a workspace has more of them than it delivers in an hour")
    else:
        log.info("a delivery of a kind that nothing answers was taken note of: %s", kind[:KIND_LOGGED])
    return BoltResponse(status=200, body="")
