"""A person or mailbox that contacts name, as an admin looks them up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.domain.identity import name_key
from knowledge.domain.initiative import Contact
from knowledge.domain.version import Held


@dataclass(frozen=True, slots=True)
class Person:
    """Known by `name` or, without one, by `email`; `said` are the contacts that name them, each once."""

    name: str | None
    email: str | None
    said: tuple[Contact, ...] = ()

    def is_named_by(self, contact: Contact) -> bool:
        """Whether this contact is them: the same name, however written, or without one the same address."""
        if self.name:
            return bool(contact.name) and name_key(contact.name or "") == name_key(self.name)
        address = (self.email or "").casefold()
        return bool(address) and not contact.name and (contact.email or "").casefold() == address


@dataclass(frozen=True, slots=True)
class NamedOn:
    """A person and every initiative, shown or archived, that names them as a contact."""

    person: Person
    initiatives: tuple[Held, ...]


def people_of(contacts: Iterable[Contact]) -> tuple[Person, ...]:
    """Who these contacts name, by name; a contact with neither name nor address is nobody."""
    found: dict[str, dict[Contact, None]] = {}
    for contact in contacts:
        key = name_key(contact.name) if contact.name else (contact.email or "").casefold()
        if key:
            found.setdefault(key, {})[contact] = None
    people = (
        Person(said[0].name, next((one.email for one in said if one.email), None), said)
        for said in map(tuple, found.values())
    )
    return tuple(sorted(people, key=lambda one: (one.name or one.email or "").casefold()))
