"""What admins press and send to look a person up and to name somebody else in their place."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms, Reaction, becomes, part_of, refused
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.names import COMMAND, Field, Subcommand
from bot.payloads.asked import Place
from bot.payloads.contacts import chosen_initiatives, instead, person_of
from bot.payloads.pressed import key_of, pressed
from bot.payloads.state import typed
from bot.views.kit.counts import in_words
from bot.views.kit.lines import line
from bot.views.kit.notice import notice_modal
from bot.views.upkeep.contact_book import found_people_modal, look_up_form, named_on_form
from bot.views.upkeep.upkeep import found_modal
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action as Permission
from knowledge.domain.permissions import require
from knowledge.domain.person import Person
from knowledge.errors import Refused


class ReplacingContacts:
    def __init__(self, parts: Parts) -> None:
        self._contacts = parts.contacts
        self._removal = parts.removal
        self._askers = parts.askers
        self._postman = parts.postman
        self._forms = Forms(parts)

    def find(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open the form that asks for whom to look."""

        def work(place: Place) -> None:
            require(self._member(place), Permission.CHANGE_CONTACTS)
            self._forms.show(place, body, look_up_form())

        self._forms.pressed(ack, body, work)

    def found(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show who may be meant."""

        def work(place: Place) -> Reaction:
            words = typed(body["view"], Field.NAME)
            return becomes(found_people_modal(self._contacts.find(self._member(place), words), words))

        self._forms.sent(ack, body, work)

    def see(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show all that somebody is named on."""

        def work(place: Place) -> None:
            named = self._contacts.named_on(self._member(place), _person(pressed(body)))
            self._forms.show(place, body, named_on_form(named))

        self._forms.pressed(ack, body, work)

    def replace(self, ack: Ack, body: dict[str, Any]) -> None:
        """Name somebody else in their place, on all that was chosen, in one step."""

        def work(place: Place) -> Reaction:
            view = body["view"]
            person, only = _person(view.get("private_metadata"), "form"), chosen_initiatives(view)
            try:
                number = self._contacts.replace(
                    self._member(place), person, instead(view), only=only, key=key_of(view.get("id"))
                )
            except Refused as error:
                return refused(view, error, field=part_of, otherwise=Field.NAME)
            where = in_words(number, "initiative")
            said = f"Replaced on {where}. Whoever looks after them is told." if number else "This was done before."
            return Reaction(becomes(notice_modal("Contacts", [line(said)], ends=True)).answer, self._postman.kick)

        self._forms.sent(ack, body, work)

    def off(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show where a name stands before it is taken off for good."""

        def work(place: Place) -> None:
            person = _person(pressed(body))
            found = self._removal.find(self._member(place), name=person.name)
            self._forms.show(place, body, found_modal(person.name, None, found))

        self._forms.pressed(ack, body, work)

    def _member(self, place: Place) -> Member:
        return self._askers.asking(place.key)


def _person(value: object, what: str = "button") -> Person:
    person = person_of(value)
    if person is None:
        raise outdated(what, f"Ask for {COMMAND} {Subcommand.CONTACTS} again.")
    return person
