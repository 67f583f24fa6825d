"""Whom to talk to, in words: what is shown of a contact depends on who can read it."""

from __future__ import annotations

from enum import Enum
from itertools import groupby

from bot.views.content.standing import contact_standing, whose
from bot.views.kit.lines import Line, Span, line, linked
from knowledge.domain.initiative import Contact, Initiative

#: Contacts named in a list of results; the opened initiative names all.
SHORT_LIST = 3


class Audience(Enum):
    """Who can read a message: the person who asked, in Slack or in a terminal, or everyone in a channel."""

    PERSON = "person"
    TERMINAL = "terminal"
    CHANNEL = "channel"


def naming(contact: Contact) -> str:
    """Name, role and team as one phrase: "Lisa Aldridge (Head of Safeguarding and Learning)"."""
    post = ", ".join(part for part in (contact.role, contact.team) if part)
    if contact.name:
        return f"{contact.name} ({post})" if post else contact.name
    return post


def reaching(contact: Contact, audience: Audience) -> list[Span]:
    """Ways of reaching a contact that this audience may see; e-mail and phone only in private or where public."""
    ways = []
    if audience is not Audience.CHANNEL or contact.public:
        if contact.email:
            ways.append(linked(contact.email, f"mailto:{contact.email}"))
        if contact.phone:
            ways.append(Span(contact.phone))
    if contact.url:
        ways.append(linked(contact.url, contact.url))
    return ways


def talk_to(initiative: Initiative, audience: Audience, *, most: int = SHORT_LIST) -> Line:
    """One line: whom to talk to, `most` of them, and how sure that is, said once for contacts of the same standing."""
    shown = initiative.contacts[:most]
    if not initiative.contacts:
        source = None if _is_all_told(initiative) else "; the source may tell more"
        return line("Talk to: no contact is named", source, ".")
    if not shown:
        return line("Talk to: the contacts have too much to say of them for a list; Open shows them.")
    spans: list[Span] = [Span("Talk to: ")]
    for standing, group in groupby(shown, lambda contact: contact_standing(contact, initiative)):
        together = list(group)
        if len(spans) > 1:
            spans.append(Span("; "))
        for number, contact in enumerate(together):
            spans += _joined(number, len(together)) + _who(contact, audience)
        spans.append(Span(f" - {standing}"))
    more = len(initiative.contacts) - len(shown)
    spans.append(Span(f"; and {more} more." if more else "."))
    return Line(tuple(spans))


def contact_lines(initiative: Initiative, audience: Audience) -> list[Line]:
    """A line for each contact, with how to reach them and whether they were confirmed."""
    if not initiative.contacts:
        team = f"{whose(initiative.authority)} own team"
        whom = f"Ask {team}." if _is_all_told(initiative) else f"The source may tell more, or ask {team}."
        return [line(f"No contact is named. {whom}")]
    return [
        Line((*_who(contact, audience), Span(f" - {contact_standing(contact, initiative)}")), bullet=True)
        for contact in initiative.contacts
    ]


def _is_all_told(initiative: Initiative) -> bool:
    """Whether there is nothing else to read: what a member wrote in Slack is the source."""
    return initiative.source.is_shared


def _who(contact: Contact, audience: Audience) -> list[Span]:
    name, ways = naming(contact), reaching(contact, audience)
    if not name:
        return ways[:1] or [Span("a contact whose details are private")]
    spans = [Span(name)]
    for way in ways:
        spans += [Span(", "), way]
    return spans


def _joined(number: int, of: int) -> list[Span]:
    if number == 0:
        return []
    return [Span(" and ")] if number == of - 1 else [Span(", ")]
