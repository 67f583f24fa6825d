"""What admins press about questions that were sent to them: read, dealt with, answer. Who may is for the service."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms, Reaction, becomes, refused
from bot.listeners.parts import Parts
from bot.names import Field
from bot.payloads.asked import Place
from bot.payloads.pressed import Surface, pressed, surface
from bot.payloads.state import typed
from bot.views.admin.unanswered_for_admins import EVERY, LISTED, answer_form, settled_words, waiting_modal
from bot.views.kit.blocks import Block
from bot.views.kit.lines import line
from bot.views.kit.notice import notice_modal
from knowledge.domain.member import Member
from knowledge.domain.outbox import MessageKind
from knowledge.domain.unanswered import Unanswered
from knowledge.errors import Overtaken, Refused

_TITLE = "Sent to you"


class SentToAdmins:
    def __init__(self, parts: Parts) -> None:
        self._unanswered = parts.unanswered
        self._askers = parts.askers
        self._directory = parts.directory
        self._cards = parts.cards
        self._postman = parts.postman
        self._forms = Forms(parts)

    def see(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show all that waits, or the one whose card was too long."""

        def work(place: Place) -> None:
            member, id = self._member(place), pressed(body)
            view = self._waiting(member) if id == EVERY else waiting_modal([self._named(self._look(member, id))], 1)
            self._forms.show(place, body, view)

        self._forms.pressed(ack, body, work)

    def settle(self, ack: Ack, body: dict[str, Any]) -> None:
        """It is dealt with; where somebody was first, every card says who."""

        def work(place: Place) -> None:
            member, id, at = self._member(place), pressed(body), surface(body)
            try:
                self._unanswered.settle(member, id)
            except Overtaken:
                if at.view:
                    self._forms.redraw(place, at.view, self._waiting(member))
                    self._look(member, id)  # raises it in words: who was first, and when
                    raise
            self._refresh(place, member, id, at)

        self._forms.pressed(ack, body, work)

    def open_answer(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open the form in which an answer is written."""

        def work(place: Place) -> None:
            member, at = self._member(place), surface(body)
            try:
                one = self._look(member, pressed(body))
            except Overtaken:
                self._refresh(place, member, pressed(body), at)
                raise
            self._forms.show(place, body, answer_form(one, self._directory.name(one.by)))

        self._forms.pressed(ack, body, work)

    def answer(self, ack: Ack, body: dict[str, Any]) -> None:
        """Send the answer; where somebody was first, what was typed is shown so that it is not lost."""

        def work(place: Place) -> Reaction:
            view, member = body["view"], self._member(place)
            id, words = str(view.get("private_metadata") or ""), typed(view, Field.ANSWER)
            below = Surface(view=str(view.get("previous_view_id") or ""))
            try:
                self._unanswered.answer(member, id, words)
            except Refused as error:
                return refused(view, error)
            except Overtaken:
                one = self._unanswered.look(member, id)
                # Slack waits to be told what becomes of the form: there is no time to look anybody up.
                by = self._directory.name_at_hand(one.settled.by) if one.settled else None
                said = settled_words(one, by or "another admin")
                return becomes(
                    notice_modal(_TITLE, [line(said), line("Your answer was not sent.")], typed=words, ends=True)
                )

            said = "Sent. They find your answer in their messages with me, and the question is dealt with."
            # Closing this leaves the list below open.
            shown = notice_modal(_TITLE, [line(said)])
            return Reaction(becomes(shown).answer, lambda: self._refresh(place, member, id, below))

        self._forms.sent(ack, body, work)

    def _refresh(self, place: Place, member: Member, id: str, at: Surface) -> None:
        """Show on the card that was pressed and in the open list how it stands now; the delivery does on all others."""
        self._postman.kick()
        self._cards.at_once(MessageKind.UNANSWERED, id, member.key, *at.messages(place.team))
        if at.view:
            self._forms.redraw(place, at.view, self._waiting(member))

    def _waiting(self, member: Member) -> Block:
        waiting = self._unanswered.waiting(member)
        return waiting_modal([self._named(one) for one in waiting[:LISTED]], len(waiting))

    def _named(self, one: Unanswered) -> tuple[Unanswered, str]:
        return one, self._directory.name(one.by) if one.by else ""

    def _look(self, member: Member, id: str) -> Unanswered:
        """The question as long as it waits; Overtaken, in words, once somebody dealt with it."""
        one = self._unanswered.look(member, id)
        if one.settled:
            raise Overtaken(settled_words(one, self._directory.name(one.settled.by)), by=one.settled.by)
        return one

    def _member(self, place: Place) -> Member:
        return self._askers.asking(place.key)
