"""What was submitted, in words: its fields, what an edit changes, and what wants a second look.

Everything stands in rich text as plain words: nothing in it is a link, a mention or a button. Addresses are listed
apart, each with the host where it really leads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.views.content.standing import EVIDENCE_WORDS, capital
from bot.views.kit.lines import Line, Span, bold, line, paragraphs
from knowledge.domain.comparison import FieldChange
from knowledge.domain.initiative import Contact, Evidence, Visibility
from knowledge.domain.lists import Lists
from knowledge.domain.review import Link, Look, Mark

#: What each field is called, to who fills the form in and to who reads what was sent.
FIELDS = {
    "authority": "Authority",
    "title": "Title",
    "summary": "What is done",
    "impact": "Impact",
    "evidence": "Evidence",
    "categories": "Categories",
    "themes": "Themes",
    "year": "When",
    "contacts": "Contacts",
    "resources": "Resources",
    "visibility": "Who may see it",
    "source": "Source",
    "no_child": "Children and families",
}
VISIBILITY_WORDS = {
    Visibility.NETWORK: "everyone in the network",
    Visibility.AUTHORITY: "members of this authority only",
}


def whole(look: Look, lists: Lists) -> list[list[Line]]:
    """All that would be published, in sections of lines."""
    content = look.content
    names = {theme.slug: theme.name for theme in lists.themes}
    about = [
        _field("authority", content.authority or "none"),
        Line((bold("Title: "), *_one_row(paragraphs(content.title, _marks_of(look, "title"))))),
        _field("categories", "; ".join(category.label for category in content.categories) or "none"),
        _field("themes", "; ".join(names.get(slug, slug) for slug in content.themes) or "none"),
        _field("evidence", EVIDENCE_WORDS[content.evidence]),
        _field("visibility", VISIBILITY_WORDS[content.visibility]),
    ]
    if content.year:
        about.append(_field("year", content.year))
    done = [line(bold("What is done")), *paragraphs(content.summary, _marks_of(look, "summary"))]
    impact = [line(bold("Impact"))]
    impact += paragraphs(content.impact, _marks_of(look, "impact")) if content.impact else [line("None is reported.")]
    people = [line(bold("Contacts"))]
    people += [line(contact_words(contact), bullet=True) for contact in content.contacts] or [line("None is named.")]
    sections = [about, done, impact, people]
    if content.resources:
        rows = (f"{one.title}: {one.url}" if one.url else one.title for one in content.resources)
        sections.append([line(bold("Resources")), *(line(row, bullet=True) for row in rows)])
    if content.source:
        source = f"{content.source.title}: {content.source.url}" if content.source.url else content.source.title
        sections.append([_field("source", source)])
    return sections


def hints(look: Look) -> list[list[Line]]:
    """What changes, words by which somebody might be known, and where links lead: each a section where there is any."""
    sections = []
    if look.published is not None:
        sections.append(changes(look.differences))
    if look.marks:
        rows = dict.fromkeys(f"“{mark.text}” in {place_name(mark.place)}: {mark.label}" for mark in look.marks)
        opening = line(bold("Please check that no child or family can be identified"))
        sections.append([opening, *(line(row, bullet=True) for row in rows)])
    if look.links:
        rows = dict.fromkeys(_link_row(link) for link in look.links)
        sections.append([line(bold("Where links lead")), *(line(row, bullet=True) for row in rows)])
    return sections


def changes(found: Sequence[FieldChange]) -> list[Line]:
    """What would stand where, field by field, against what is published."""
    rows = [each for one in found for each in _difference_lines(one)]
    return [line(bold("What changes against the published version")), *(rows or [line("Nothing changes.")])]


def contact_words(contact: Contact) -> str:
    """All that is held of a contact, and who may see it."""
    said = ", ".join(contact.details)
    if contact.public and (contact.email or contact.phone):
        said += " (e-mail and phone may be shown in channels)"
    return said


def file_name(file: str) -> str:
    """A file's own name: where it lies on somebody's machine is nobody's business here."""
    return re.split(r"[\\/]", file)[-1]


def place_name(place: str) -> str:
    """A field's place as a reader knows it: "resources.0.title" is "Resources, no. 1"."""
    field, _, rest = place.partition(".")
    number = rest.partition(".")[0]
    name = FIELDS.get(field, field)
    return f"{name}, no. {int(number) + 1}" if number.isdigit() else name


def _difference_lines(one: FieldChange) -> list[Line]:
    before, after = _in_words(one.field, one.before), _in_words(one.field, one.after)
    rows = [line(bold(FIELDS.get(one.field, one.field)))]
    for label, text in (("Before: ", before), ("Now: ", after)):
        first, *rest = paragraphs(text or "nothing")
        rows += [Line((Span(label, italic=True), *first.spans)), *rest]
    return rows


def _in_words(field: str, text: str | None) -> str | None:
    if field == "evidence" and text in set(Evidence):
        return EVIDENCE_WORDS[Evidence(text)]
    if field == "visibility" and text in set(Visibility):
        return capital(VISIBILITY_WORDS[Visibility(text)])
    return text


def _link_row(link: Link) -> str:
    safe = "" if link.secure else " (not encrypted)"
    return f"{place_name(link.place)}: leads to {link.host or 'no known site'}{safe} - {link.url}"


def _marks_of(look: Look, place: str) -> list[Mark]:
    return [mark for mark in look.marks if mark.place == place]


def _one_row(lines: Sequence[Line]) -> list[Span]:
    return [span for each in lines for span in each.spans]


def _field(field: str, value: str) -> Line:
    return line(bold(f"{FIELDS[field]}: "), value)
