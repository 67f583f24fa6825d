"""The button of `/practice privacy`: erase what is kept about whoever presses it."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms
from bot.listeners.parts import Parts
from bot.payloads.asked import Place
from bot.payloads.pressed import surface
from bot.views.upkeep.privacy import erased_message
from knowledge.domain.member import Member


class Erasing:
    def __init__(self, parts: Parts) -> None:
        self._privacy = parts.privacy
        self._postman = parts.postman
        self._replies = parts.replies
        self._forms = Forms(parts)

    def erase(self, ack: Ack, body: dict[str, Any]) -> None:
        """Erase it, and say so in the place of the page."""

        def work(place: Place) -> None:
            # Nobody is looked up for this: what is about oneself is anybody's to erase.
            erased = self._privacy.erase(Member(key=place.key))
            self._postman.kick()  # for the cards on which it stands
            at = surface(body)
            self._replies.in_place(place, at.channel, at.ts, erased_message(erased))

        self._forms.pressed(ack, body, work)
