"""What the buttons under an answer do: open an initiative, more results, ask again, share, send."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.payloads.asked import Place, clicked
from bot.payloads.pressed import pressed
from bot.payloads.values import Asking
from bot.slack.refusals import BROKEN
from bot.views.answers.sharing import shared_message
from bot.views.content.contacts import Audience
from bot.views.content.initiative import initiative_modal
from bot.views.kit.blocks import SlackMessage, message
from bot.views.kit.lines import line
from knowledge.domain.permissions import Action as Permission
from knowledge.errors import PracticeError

log = logging.getLogger(__name__)

_SHARED_ALREADY = "This answer was shared in this channel already."
_SENT_ALREADY = "This answer was sent already: it is in your messages with Practice Finder."
_MAY_BE_SHARED = (
    "Slack broke off while this was shared, so look in the channel first: if it does not stand there, press the button "
    "again."
)
_MAY_BE_SENT = (
    "Slack broke off while this was sent, so look in your messages with Practice Finder first: if it does not stand "
    "there, press the button again."
)


class Results:
    def __init__(self, parts: Parts) -> None:
        self._find = parts.find
        self._answering = parts.answering
        self._askers = parts.askers
        self._mine = parts.mine
        self._usage = parts.usage
        self._directory = parts.directory
        self._replies = parts.replies
        self._guard = parts.guard
        self._forms = Forms(parts)

    def open(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open the whole initiative in a modal."""

        def work(place: Place) -> None:
            id = pressed(body)
            member = self._askers.reader(place)
            edit = self._mine.may(member, Permission.EDIT, id)
            history = self._mine.may(member, Permission.READ_HISTORY, id)
            initiative = self._find.open(id, member=member, keeper=history)
            shown = initiative_modal(initiative, self._find.lists, edit=edit, history=history)
            self._forms.show(place, body, shown)
            self._usage.opened(id)

        self._forms.pressed(ack, body, work)

    def ask(self, ack: Ack, body: dict[str, Any]) -> None:
        """More results, or the question asked again in another way."""
        ack()
        place = clicked(body)
        self._guarded(place, lambda: self._replies.private(place, self._answering.reply(place, _asking(body))))

    def share(self, ack: Ack, body: dict[str, Any]) -> None:
        """Post the answer in the channel, with the question and who shared it; once for each answer."""

        def post(place: Place, asking: Asking) -> None:
            reply = self._answering.reply(place, asking, Audience.CHANNEL)
            name = self._directory.name(place.key)
            self._replies.to_channel(place, shared_message(reply, place.user, name))

        self._once(ack, body, "share", post, already=_SHARED_ALREADY, doubtful=_MAY_BE_SHARED)

    def send(self, ack: Ack, body: dict[str, Any]) -> None:
        """Send the answer to the person's own messages, where it can be found again; once for each answer."""

        def post(place: Place, asking: Asking) -> None:
            there = replace(place, direct=True)  # nothing is shared or sent on from there
            self._replies.to_messages(place, self._answering.reply(there, asking))
            self._replies.private(place, _said("Sent. It is in your messages with Practice Finder."))

        self._once(ack, body, "send", post, already=_SENT_ALREADY, doubtful=_MAY_BE_SENT)

    def _once(
        self,
        ack: Ack,
        body: dict[str, Any],
        what: str,
        post: Callable[[Place, Asking], None],
        *,
        already: str,
        doubtful: str,
    ) -> None:
        """Post an answer where a button says, unless that was done; what failed can be pressed again.

        `already` is said where it was done, `doubtful` where Slack broke off meanwhile.
        """
        ack()
        place = clicked(body)

        def work() -> None:
            asking = _asking(body)
            answer = f"{(body.get('container') or {}).get('message_ts')}:{asking.offset}"
            key = f"{what}:{place.team}:{place.channel}:{place.user}:{answer}"
            if not self._answering.once(key):
                self._replies.private(place, _said(already))
                return
            try:
                post(place, asking)
            except BROKEN as error:
                self._answering.again(key)
                log.warning("whether an answer was posted is not known: %s", type(error).__name__)
                raise PracticeError(doubtful) from error
            except Exception:
                self._answering.again(key)
                raise

        self._guarded(place, work)

    def _guarded(self, place: Place, work: Callable[[], None]) -> None:
        try:
            work()
        except Exception as error:
            self._guard.tell(place, error)


def _asking(body: dict[str, Any]) -> Asking:
    asking = Asking.of(pressed(body))
    if asking is None:
        raise outdated("button", "Please ask again.", of="answer")
    return asking


def _said(text: str) -> SlackMessage:
    return message([line(text)])
