"""The button of an answer that found nothing: send the question to the admins, once what would be sent was seen."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms, Reaction, becomes, refused
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.payloads.asked import Place
from bot.payloads.pressed import pressed
from bot.payloads.unanswered import Sendable, filled, is_key
from bot.views.admin.unanswered import send_form, sent_before_modal, sent_modal
from knowledge.domain.member import Member
from knowledge.errors import PracticeError, Refused

_NOBODY = (
    "There is nobody to send it to: this installation of Practice Finder names no admin in this workspace. Nothing was "
    "sent. Whoever installed it can name one (PRACTICE_ADMINS)."
)


class SendToAdmins:
    def __init__(self, parts: Parts) -> None:
        self._unanswered = parts.unanswered
        self._recipients = parts.recipients
        self._postman = parts.postman
        self._forms = Forms(parts)

    def open(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show what would be sent."""

        def work(place: Place) -> None:
            sendable = Sendable.of(pressed(body))
            if sendable is None:
                raise outdated("button", "Please ask again.", of="answer")
            self._check_somebody()
            was_sent = self._unanswered.was_sent(sendable.key)
            self._forms.show(place, body, sent_before_modal() if was_sent else send_form(sendable))

        self._forms.pressed(ack, body, work)

    def sent(self, ack: Ack, body: dict[str, Any]) -> None:
        """Send what stands in the form; pressed twice, once."""

        def work(place: Place) -> Reaction:
            view = body["view"]
            key, words = str(view.get("private_metadata") or ""), filled(view)
            if not is_key(key):
                raise outdated("form", "Please ask again.", of="answer")
            self._check_somebody()
            # Nobody is looked up for this: asking is anybody's, and so is sending what was asked.
            sender = Member(key=place.key)
            try:
                new = self._unanswered.send(sender, id=key, text=words.text, note=words.note, signed=words.signed)
            except Refused as error:
                return refused(view, error)
            if not new:
                return becomes(sent_before_modal())
            shown = sent_modal(words.text, words.note, signed=words.signed)
            return Reaction(becomes(shown).answer, self._postman.kick)

        self._forms.sent(ack, body, work)

    def _check_somebody(self) -> None:
        if not self._recipients.has_admins():
            raise PracticeError(_NOBODY)
