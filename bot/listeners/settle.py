"""An admin's word on a message whose fate only a person can tell: it arrived, or it is to be sent again."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.listeners.parts import Parts
from bot.payloads.asked import clicked
from bot.payloads.pressed import pressed, surface
from bot.views.kit.blocks import message
from bot.views.kit.lines import line


class Settle:
    def __init__(self, parts: Parts) -> None:
        self._settling = parts.settling
        self._askers = parts.askers
        self._replies = parts.replies
        self._guard = parts.guard
        self._postman = parts.postman

    def arrived(self, ack: Ack, body: dict[str, Any]) -> None:
        """It stands there after all."""
        self._settle(ack, body, arrived=True, said="Noted: it arrived, and it is not sent again.")

    def again(self, ack: Ack, body: dict[str, Any]) -> None:
        """Send it again, on this person's word."""
        self._settle(ack, body, arrived=False, said="It is sent again now. If that fails too, I tell you.")

    def _settle(self, ack: Ack, body: dict[str, Any], *, arrived: bool, said: str) -> None:
        ack()
        place = clicked(body)
        try:
            member = self._askers.writer(place)
            self._settling.settle(member, pressed(body), arrived=arrived)
            self._postman.kick()
            at = surface(body)
            said_here = message([line(said)])
            if at.ts:
                self._replies.in_place(place, at.channel, at.ts, said_here)
            else:
                self._replies.private(place, said_here)  # beside a list of others that still wait
        except Exception as error:
            self._guard.tell(place, error)
