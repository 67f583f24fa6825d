"""Whatever else arrives: acknowledged, so that Slack does not retry, and answered when a person is waiting."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.names import COMMAND
from bot.parts import Parts
from bot.payloads.asked import clicked
from bot.views.lines import line
from bot.views.share_form import notice_modal
from knowledge.errors import PracticeError

_UNKNOWN = f"I do not know that button or form; it may come from an older version. {COMMAND} help shows what works."


class Unknown:
    def __init__(self, parts: Parts) -> None:
        self._guard = parts.guard

    def pressed(self, ack: Ack, body: dict[str, Any]) -> None:
        """A button or shortcut of another version."""
        ack()
        place = clicked(body)
        if place.channel:
            self._guard.tell(place, PracticeError(_UNKNOWN))

    def command(self, ack: Ack) -> None:
        """Another slash command pointed at this app by mistake."""
        ack(f"I only answer {COMMAND}. {COMMAND} help shows how.")

    def options(self, ack: Ack) -> None:
        """A menu of another version asks what to offer."""
        ack(options=[])

    def view(self, ack: Ack) -> None:
        """A form of another version was sent: nothing is saved, and it says so."""
        said = [line("This form comes from another version of Practice Finder, so nothing was saved."), line(_UNKNOWN)]
        ack(response_action="update", view=notice_modal("Not done", said))

    def quiet(self, ack: Ack) -> None:
        """A form was closed."""
        ack()

    def event(self) -> None:
        """Edits, deletions, bots' messages and events nobody waits on: taken note of, so that Slack does not retry."""
