"""What differs between two versions of an initiative, field by field, in words fit to show: for reviewers of an edit,
for readers of the history and for admins who look at a reload before they apply it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TypeVar

from knowledge.domain.content import Content
from knowledge.domain.initiative import Category, Contact, Initiative, Resource, Source

Compared = TypeVar("Compared", Initiative, Content)

#: Names of fields as library files and forms call them.
_NAMES = {"own_contacts": "contacts"}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after; None where it had or has no value. Of several values in one, each contact and
    resource has a line, the others are in a row.
    """

    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One initiative and all of its fields that differ; the title is the one by which people know it so far."""

    id: str
    title: str
    fields: tuple[FieldChange, ...]


def compare(before: Compared, after: Compared) -> tuple[FieldChange, ...]:
    """Every field that differs, in the order in which an initiative has them.

    Where only that differs which is never shown, to whom a contact is linked, both say the same.
    """
    return tuple(
        FieldChange(_NAMES.get(field.name, field.name), _said(old), _said(new))
        for field in fields(before)
        if (old := getattr(before, field.name)) != (new := getattr(after, field.name))
    )


def _said(value: object) -> str | None:
    match value:
        case None | () | "":
            return None
        case tuple():
            separator = "\n" if isinstance(value[0], Contact | Resource) else ", "
            return separator.join(_said(one) or "" for one in value)
        case Category():
            return value.label
        case Contact():
            return _contact(value)
        case Resource():
            return f"{value.title} ({value.url})" if value.url else value.title
        case Source():
            return _source(value)
        case _:
            return str(value)


def _contact(contact: Contact) -> str:
    confirmed = [f"confirmed {contact.confirmed.isoformat()}"] if contact.confirmed else []
    return ", ".join([*contact.details, *confirmed, *(["may be shown in channels"] if contact.public else [])])


def _source(source: Source) -> str:
    page = f"{source.title} ({source.url})" if source.url else source.title
    dated = [f"dated {source.dated}"] if source.dated else []
    read = [f"read {source.read.isoformat()}"] if source.read else []
    return ", ".join([page, source.kind.value, *dated, *read])
