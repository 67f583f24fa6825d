"""What leads and contacts answer with one click, and names that come off."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms, Reaction, becomes, part_of, refused
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.names import COMMAND, Field, Subcommand
from bot.payloads.asked import Place
from bot.payloads.contacts import instead, person_of
from bot.payloads.pressed import key_of, press_key, pressed, surface
from bot.payloads.state import typed
from bot.views.kit.blocks import SlackMessage, message
from bot.views.kit.counts import in_words
from bot.views.kit.lines import Line, line
from bot.views.kit.notice import notice_modal
from bot.views.upkeep.upkeep import due_message, found_modal, hand_on_modal, name_off_modal, removed_words
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action, require
from knowledge.errors import Refused

_DONE = "Everything that was due is answered. Thank you."


class Keeping:
    """What leads say has the roles looked up that they need; what a contact says about themselves counts from anybody,
    also a guest.
    """

    def __init__(self, parts: Parts) -> None:
        self._upkeep = parts.upkeep
        self._mine = parts.mine
        self._removal = parts.removal
        self._askers = parts.askers
        self._replies = parts.replies
        self._postman = parts.postman
        self._forms = Forms(parts)

    def still_right(self, ack: Ack, body: dict[str, Any]) -> None:
        """A lead says that an initiative is still right."""

        def work(place: Place) -> None:
            member = self._askers.writer(place)
            held = self._upkeep.still_right(member, pressed(body), key=press_key(body))
            self._left_over(place, body, member, f"Noted today: “{held.initiative.title}” is still right.")

        self._forms.pressed(ack, body, work)

    def archive(self, ack: Ack, body: dict[str, Any]) -> None:
        """A lead archives what is over."""

        def work(place: Place) -> None:
            member = self._askers.writer(place)
            held = self._mine.archive(member, pressed(body), key=press_key(body))
            self._left_over(place, body, member, f"Archived: “{held.initiative.title}” is no longer shown.")

        self._forms.pressed(ack, body, work)

    def still_me(self, ack: Ack, body: dict[str, Any]) -> None:
        """A contact says that it is still them, wherever they are named."""

        def work(place: Place) -> None:
            number = self._upkeep.still_me(self._askers.member(place), key=press_key(body))
            where = in_words(number, "initiative")
            self._say(place, body, [line(f"Thank you. Noted today, on {where}, that it is still you.")])

        self._forms.pressed(ack, body, work)

    def hand_on(self, ack: Ack, body: dict[str, Any]) -> None:
        """A contact wants somebody else to be named: open the form for it."""
        self._forms.pressed(ack, body, lambda place: self._forms.show(place, body, hand_on_modal()))

    def handed_on(self, ack: Ack, body: dict[str, Any]) -> None:
        """The form that says who is to be named instead."""

        def work(place: Place) -> Reaction:
            view = body["view"]
            try:
                number = self._upkeep.pass_on(self._askers.member(place), instead(view), key=key_of(view.get("id")))
            except Refused as error:
                return refused(view, error, field=part_of, otherwise=Field.NAME)
            where = in_words(number, "initiative")
            said = f"Passed on, on {where}. Whoever looks after it is told." if number else "This was done before."
            return Reaction(becomes(notice_modal("Contact", [line(said)], ends=True)).answer, self._postman.kick)

        self._forms.sent(ack, body, work)

    def my_name_off(self, ack: Ack, body: dict[str, Any]) -> None:
        """A contact takes their own name off; it takes effect everywhere at once."""

        def work(place: Place) -> None:
            self._removal.take_my_name_off(self._askers.member(place), key=press_key(body))
            said = (
                "Your name is off everywhere: initiatives, their earlier versions, drafts and forms. Only a keyed "
                "hash is kept, which keeps it from coming back in."
            )
            self._postman.kick()  # before word of it, which may fail: pressed again, nothing is left to take off
            self._say(place, body, [line(said)])

        self._forms.pressed(ack, body, work)

    def name_off(self, ack: Ack, body: dict[str, Any]) -> None:
        """An admin wants to take somebody's name off on request: open the form for it."""

        def work(place: Place) -> None:
            require(self._askers.writer(place), Action.REMOVE_NAME)  # before they type a name; asked again with it
            self._forms.show(place, body, name_off_modal())

        self._forms.pressed(ack, body, work)

    def name_given(self, ack: Ack, body: dict[str, Any]) -> None:
        """First show where the name stands, because a namesake's comes off as well; sent again, take it off."""

        def work(place: Place) -> Reaction:
            view, member = body["view"], self._askers.writer(place)
            if looked_at := view.get("private_metadata"):
                if (person := person_of(looked_at)) is None:
                    raise outdated("form", f"Ask for {COMMAND} {Subcommand.CONTACTS} again.")
                key = key_of(view.get("id"))
                removed = self._removal.take_off(member, name=person.name, email=person.email, key=key)
                said = [line(removed_words(removed))]
                return Reaction(becomes(notice_modal("Names", said, ends=True)).answer, self._postman.kick)
            name, email = typed(view, Field.NAME) or None, typed(view, Field.EMAIL) or None
            try:
                found = self._removal.find(member, name=name, email=email)
            except Refused as error:
                return refused(view, error, otherwise=Field.NAME)
            return becomes(found_modal(name, email, found))

        self._forms.sent(ack, body, work)

    def _left_over(self, place: Place, body: dict[str, Any], member: Member, said: str) -> None:
        """Show what is still due in the place of the message; what was just answered is said first."""
        rest = due_message(self._upkeep.due_for(member))
        first = message([line(said)])
        if rest is None:
            drawn = message([line(said), line(_DONE)])
        else:
            drawn = SlackMessage(f"{first.said}\n\n{rest.said}", (*first.blocks, *rest.blocks))
        self._redraw(place, body, drawn)

    def _say(self, place: Place, body: dict[str, Any], lines: Sequence[Line]) -> None:
        self._redraw(place, body, message(lines))

    def _redraw(self, place: Place, body: dict[str, Any], drawn: SlackMessage) -> None:
        at = surface(body)
        self._replies.in_place(place, at.channel, at.ts, drawn)
