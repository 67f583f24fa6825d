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
from knowledge.domain.outbox import MessageKind


class Erasing:
    def __init__(self, parts: Parts) -> None:
        self._privacy = parts.privacy
        self._mine = parts.mine
        self._unanswered = parts.unanswered
        self._cards = parts.cards
        self._replies = parts.replies
        self._forms = Forms(parts)

    def erase(self, ack: Ack, body: dict[str, Any]) -> None:
        """Erase it, and say so in the place of the page."""

        def work(place: Place) -> None:
            # Nobody is looked up for this: what is about oneself is anybody's to erase.
            member = Member(key=place.key)
            own = self._mine.in_hand(member)
            cards = [
                *self._cards.standing(MessageKind.TO_REVIEW, [one.id for one in (*own.waiting, *own.returned)]),
                *self._cards.standing(MessageKind.UNANSWERED, self._unanswered.signed(member)),
            ]
            erased = self._privacy.erase(member)
            # Before word of it, which may fail: where the cards stand is known nowhere any more.
            self._cards.erased(cards)
            at = surface(body)
            self._replies.in_place(place, at.channel, at.ts, erased_message(erased))

        self._forms.pressed(ack, body, work)
