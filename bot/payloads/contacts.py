"""What is pressed and sent about contacts: who is meant, on which initiatives, and who is named instead."""

from __future__ import annotations

import json

from bot.names import Field
from bot.payloads.state import Body, chosen, typed
from bot.payloads.values import carried
from knowledge.domain.initiative import Contact
from knowledge.domain.person import Person

#: The fields of a contact in such a form.
OF_CONTACT = (Field.NAME, Field.ROLE, Field.TEAM, Field.EMAIL, Field.PHONE)


def person_value(person: Person) -> str:
    """A person as a button or a form carries them."""
    return json.dumps([person.name, person.email], ensure_ascii=False, separators=(",", ":"))


def person_of(value: object) -> Person | None:
    """The person that a button's value or a form's metadata holds; None when it holds none."""
    return carried(value, _person)


def _person(held: object) -> Person | None:
    if not isinstance(held, list):
        return None
    name, email = held
    return Person(name and str(name), email and str(email))


def instead(view: Body) -> Contact:
    """The contact that was typed into a form."""
    name, role, team, email, phone = (typed(view, field) or None for field in OF_CONTACT)
    return Contact(name, role, team, email, phone)


def chosen_initiatives(view: Body) -> frozenset[str]:
    """Ids of the initiatives chosen in a form; empty where it offers no choice."""
    return frozenset(chosen(view, Field.INITIATIVES))
