"""What differs between two versions of an initiative, field by field, in words fit to show."""

from __future__ import annotations

from dataclasses import dataclass, fields

from knowledge.domain.initiative import Contact, Initiative, Resource, Source

#: Names of fields as library files call them.
_NAMES = {"own_contacts": "contacts"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None where it had or has no value."""

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One initiative and all of its fields that differ."""

    id: str
    title: str
    fields: tuple[FieldChange, ...]


def compare(before: Initiative, after: Initiative) -> EntryChange:
    """What is otherwise in `after`; the title is that of `before`, by which people know it."""
    changes = (
        FieldChange(_NAMES.get(field.name, field.name), _said(old), _said(new))
        for field in fields(Initiative)
        if (old := getattr(before, field.name)) != (new := getattr(after, field.name))
    )
    return EntryChange(before.id, before.title, tuple(changes))


def _said(value: object) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        separator = "\n" if isinstance(value[0], Contact | Resource) else ", "
        return separator.join(_said(one) or "" for one in value)
    if isinstance(value, Contact):
        return _contact(value)
    if isinstance(value, Resource | Source):
        return f"{value.title} ({value.url})" if value.url else value.title
    return str(value)


def _contact(contact: Contact) -> str:
    said = ", ".join(contact.details)
    if contact.confirmed:
        said += f", confirmed {contact.confirmed.isoformat()}"
    return f"{said}, public" if contact.public else said
