"""What of an initiative is searched, field by field, and what a word counts in each."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Contact, Initiative

TITLE, THEMES, SUMMARY, IMPACT, CONTACTS, AUTHORITY, RESOURCES, SOURCE, FILED = range(9)

#: How a field is named in a reason ("title: reverse mentoring").
FIELD_NAMES = ("title", "theme", "summary", "impact", "contact", "authority", "resource", "source", "filed under")

#: What one mention counts in each field, where one in the summary counts 1. A title says what an initiative is
#: about; the themes' names repeat what `FILED` says better; sources and contacts are seldom what is asked for.
FIELD_WEIGHTS = (2.6, 0.7, 1.0, 0.8, 0.6, 0.5, 0.8, 0.6, 6.0)

#: Words to a field of common length: in one twice as long a mention counts somewhat less (`LENGTH_SHARE`), as in
#: BM25F. A constant, and not the store's mean, so that the length of one text changes no score of another.
USUAL_LENGTH = (8, 4, 65, 20, 12, 4, 8, 12, 1)
LENGTH_SHARE = 0.25


_FEWEST_INITIALS = 3


def contact_text(contact: Contact) -> str:
    """The words by which a contact is found: name, role, team and its initials, never their address or number."""
    parts = (contact.name, contact.role, contact.team, initials(contact.team or ""))
    return " / ".join(part for part in parts if part)


def initials(name: str) -> str:
    """The abbreviation that people make of a name of three words or more; empty for a shorter name."""
    capitals = "".join(word[0] for word in name.split() if word[0].isupper())
    return capitals if len(capitals) >= _FEWEST_INITIALS else ""


def texts(initiative: Initiative, theme_names: dict[str, str], register: Register) -> Iterator[tuple[int, str]]:
    """Each searched field of an initiative with its text."""
    yield TITLE, initiative.title
    yield THEMES, " / ".join(theme_names.get(slug, slug) for slug in initiative.themes)
    yield SUMMARY, initiative.summary
    if initiative.impact:
        yield IMPACT, initiative.impact
    for contact in initiative.contacts:
        yield CONTACTS, contact_text(contact)
    authority = register.get(initiative.authority)
    yield AUTHORITY, authority.official if authority else initiative.authority
    for resource in initiative.resources:
        yield RESOURCES, resource.title
    yield SOURCE, initiative.source.title
