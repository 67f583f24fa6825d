"""Lines and table rows that answer the question for contacts, one person over several of them or one each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.initiative import Contact
from knowledge.importing.template.contacts import Mention, read_mention
from knowledge.importing.template.fields import Field, split_label
from knowledge.importing.template.lines import Line, Person
from knowledge.importing.template.people import TRIGGER, read_people
from knowledge.importing.template.sentences import sentences

_STATED = re.compile(r"^[^:@]{2,40}:\s+\S")


def contact_block(lines: list[Line]) -> list[Mention]:
    """Lines that answer the question for contacts: each a person, or one person over several lines."""
    found: list[Mention] = []
    waiting = ""
    for line in lines:
        for piece in _pieces(line.text):
            text = f"{waiting} {piece}".strip() if waiting else piece
            waiting = ""
            if re.fullmatch(r"[^:]{2,40}:\s*", text):
                waiting = text
                continue
            mention = read_mention(text, asked=True)
            if mention is None:
                continue
            found = merge_mention(found, mention)
    return found


def _pieces(text: str) -> list[str]:
    """The lines of a text; a line of several statements of the form "Books: Ann Lee." is parted into them."""
    pieces = []
    for line in text.split("\n"):
        stated = sentences(line)
        apart = len(stated) > 1 and all(_STATED.match(one) for one in stated)
        pieces += stated if apart else [line]
    return pieces


def merge_mention(found: list[Mention], mention: Mention) -> list[Mention]:
    """A role or an address on a line of its own belongs to the person on the line before."""
    if found and len(mention.people) == 1 and not mention.people[0].name and not mention.topic and found[-1].people:
        last, extra = found[-1].people[-1], mention.people[0]
        if (
            last.name
            and not (extra.role and last.role)
            and not (extra.email and last.email)
            and not (extra.phone and last.phone)
        ):
            whole = Contact(
                name=last.name,
                role=last.role or extra.role,
                team=last.team or extra.team,
                email=last.email or extra.email,
                phone=last.phone or extra.phone,
            )
            return [*found[:-1], Mention((*found[-1].people[:-1], whole), found[-1].topic)]
    return [*found, mention]


def contacts_in(edges: Sequence[Line]) -> tuple[Contact, ...]:
    """Those whom the top or foot of the pages names for questions; a letterhead's own address is nobody's."""
    mentions = [read_mention(line.text) for line in edges if _asks_for_contact(line.text) or TRIGGER.search(line.text)]
    return tuple(person for mention in mentions if mention for person in mention.people)


def _asks_for_contact(text: str) -> bool:
    label = split_label(text)
    return label is not None and label[0] is Field.CONTACT


def person_of(person: Person) -> Mention:
    """A row of a table of people as a mention, its other columns as the topic."""
    read = read_people(f"{person.name}, {person.role}", single=True) if person.name else ()
    name = read[0].name if read and read[0].name else person.name.strip() or None
    return Mention(
        (
            Contact(
                name=name,
                role=person.role or (read[0].role if read else None),
                email=person.email.lower() or None,
                phone=person.phone or None,
            ),
        ),
        person.topic,
    )
