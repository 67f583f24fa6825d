"""Everybody that contacts name, to be looked up by admins."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from knowledge.domain.initiative import Contact
from knowledge.domain.person import Person
from knowledge.store.database import Database
from knowledge.store.tables import ContactRow, InitiativeRow

_SAID = (ContactRow.name, ContactRow.role, ContactRow.team, ContactRow.email, ContactRow.phone, ContactRow.url)


class ContactBook:
    """Reads contacts without their initiatives; see `services.contacts.Book`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def contacts(self) -> tuple[Contact, ...]:
        """Every contact that anything in the store names, each way of naming them once."""
        statement = select(*_SAID).distinct().order_by(*_SAID)
        rows = self._database.read(lambda session: session.execute(statement).all())
        return tuple(Contact(*row) for row in rows)

    def naming(self, person: Person) -> Sequence[str]:
        """Ids of the initiatives, shown or archived, that name this person as a contact."""
        statement = (
            select(InitiativeRow.id, ContactRow.name, ContactRow.email)
            .join(ContactRow, is_of_initiative())
            .where(ContactRow.name.is_not(None) if person.name else ContactRow.name.is_(None))
            .order_by(InitiativeRow.id)
        )
        rows = self._database.read(lambda session: session.execute(statement).all())
        named = (id_ for id_, name, email in rows if person.is_named_by(Contact(name=name, email=email)))
        return tuple(dict.fromkeys(named))


def linked_to(session: Session, member: str) -> tuple[str, ...]:
    """Ids of the initiatives, shown or archived, that name this member (a key) as a contact."""
    return tuple(
        session.scalars(
            select(InitiativeRow.id)
            .join(ContactRow, is_of_initiative())
            .where(ContactRow.member == member)
            .distinct()
            .order_by(InitiativeRow.id)
        )
    )


def is_of_initiative() -> ColumnElement[bool]:
    """That a contact is one of an initiative: its own, or one of the file or form it came in."""
    return or_(ContactRow.initiative == InitiativeRow.id, ContactRow.collection == InitiativeRow.collection)
