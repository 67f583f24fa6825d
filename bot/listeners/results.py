"""What the buttons under an answer do: open an initiative, more results, ask again, share, send."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms
from bot.parts import Parts
from bot.payloads.asked import Place, clicked
from bot.payloads.values import Asking
from bot.replies import Refusal
from bot.views.blocks import Message, message
from bot.views.contacts import Audience
from bot.views.initiative import initiative_modal
from bot.views.lines import line
from bot.views.sharing import shared_message
from knowledge.errors import PracticeError

_OLD_BUTTON = "This button comes from an older answer and no longer works. Please ask again."


class Results:
    def __init__(self, parts: Parts) -> None:
        self._find = parts.find
        self._answering = parts.answering
        self._mine = parts.mine
        self._usage = parts.usage
        self._people = parts.people
        self._replies = parts.replies
        self._guard = parts.guard
        self._forms = Forms(parts.replies, parts.guard)

    def open(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open the whole initiative in a modal."""

        def work(place: Place) -> None:
            id = str(body["actions"][0].get("value", ""))
            member = self._answering.member(place)
            history = self._mine.may_read_history(member, id)
            initiative = self._find.open(id, member=member, keeper=history)
            self._forms.show(place, body, initiative_modal(initiative, self._find.lists, history=history))
            self._usage.opened(id)

        self._forms.pressed(ack, body, work)

    def ask(self, ack: Ack, body: dict[str, Any]) -> None:
        """More results, or the question asked again in another way."""
        ack()
        place = clicked(body)
        self._guarded(place, lambda: self._replies.private(place, self._answering.reply(place, _asking(body))))

    def share(self, ack: Ack, body: dict[str, Any]) -> None:
        """Post the answer in the channel, with the question and who shared it; once for each answer."""
        ack()
        place = clicked(body)

        def work() -> None:
            asking = _asking(body)
            answer = f"{(body.get('container') or {}).get('message_ts')}:{asking.offset}"
            key = f"share:{place.team}:{place.channel}:{place.user}:{answer}"
            if not self._answering.once(key):
                self._replies.private(place, _said("This answer was shared in this channel already."))
                return
            reply = self._answering.reply(place, asking, Audience.CHANNEL)
            name = self._people.name(f"{place.team}:{place.user}")
            try:
                self._replies.to_channel(place, shared_message(reply, place.user, name))
            except Refusal:
                self._answering.again(key)
                raise

        self._guarded(place, work)

    def send(self, ack: Ack, body: dict[str, Any]) -> None:
        """Send the answer to the person's own messages, where it can be found again."""
        ack()
        place = clicked(body)

        def work() -> None:
            self._replies.to_messages(place, self._answering.reply(place, _asking(body)))
            self._replies.private(place, _said("Sent. You find it in your messages with Practice Finder."))

        self._guarded(place, work)

    def _guarded(self, place: Place, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            self._guard.tell(place, error)


def _asking(body: dict[str, Any]) -> Asking:
    asking = Asking.of(body["actions"][0].get("value"))
    if asking is None:
        raise PracticeError(_OLD_BUTTON)
    return asking


def _said(text: str) -> Message:
    return message([line(text)])
