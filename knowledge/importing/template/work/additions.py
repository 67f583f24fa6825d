"""What a line, or a row of a table, adds to a piece of work: words, contacts, resources, impact."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.domain.initiative import Category, Resource
from knowledge.importing.template.contacts.answers import contact_block, joined_mentions
from knowledge.importing.template.contacts.mentions import Mention, take_contacts
from knowledge.importing.template.contacts.unread import untold_in
from knowledge.importing.template.files.document import Link
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.placeholders import as_above, says_nothing
from knowledge.importing.template.language.sentences import capitalised, sentences, words
from knowledge.importing.template.language.statements import PARAGRAPH_WORDS
from knowledge.importing.template.lines.steps import Entry, Line
from knowledge.importing.template.options.evidence_levels import evidence_level
from knowledge.importing.template.questions.category_names import categories_answered, categories_named, category_named
from knowledge.importing.template.questions.fields import OF_CONTACT, Field, split_label
from knowledge.importing.template.resources.lines import resources_in
from knowledge.importing.template.resources.references import from_address, take_links, take_resources
from knowledge.importing.template.work.candidates import Candidate

#: A cell of more words than this is a description, whatever its column is called.
TITLE_WORDS = 13
#: More than so many characters stand behind words in bold that are a title.
_LEAST_BEHIND = 10
#: A title on a row of its own has so many words at most, and what follows so many at least.
_ROW_WORDS, _REST_WORDS = 10, 5
#: What numbers the rows of a table.
_NUMBER = re.compile(r"\W*\d{1,3}\W*")
#: A cell of so few words in a column for nothing in particular is a topic ("Workforce").
_TOPIC_WORDS = 6


def add_line(candidate: Candidate, line: Line) -> None:
    """Take a line into a candidate: its contacts and resources apart from its words."""
    text, mentions = take_contacts(line.text)
    for mention in mentions:
        candidate.contacts += mention.people
    candidate.resources += beside_contacts(line, mentions, rest=text)
    candidate.unread += untold_in(line, mentions, rest=text)
    text, resources = take_resources(text, line.links)
    candidate.resources += resources
    if text.strip():
        candidate.texts.append(text)


def beside_contacts(line: Line, mentions: Sequence[Mention], *, rest: str) -> list[Resource]:
    """The pages that a line leads to where it names contacts: "See www.example.org or contact Ann Lee".

    Without those that stand in the `rest` of it, or are the contacts' own.
    """
    if not mentions:
        return []
    told = [piece for piece in sentences(line.text) if piece not in rest]
    found = [
        one
        for piece in told
        for one in take_resources(piece, tuple(link for link in line.links if link.text in piece))[1]
    ]
    theirs = {person.url for mention in mentions for person in mention.people}
    return [
        Resource(from_address(one.url) if names_in(one.title) else one.title, one.url)
        for one in found
        if one.url and one.url not in theirs
    ]


def add_impact(candidate: Candidate, text: str, links: tuple[Link, ...]) -> None:
    """Take a statement of impact into a candidate, and what it leads to as resources."""
    text, resources = take_links(text, links)
    candidate.impact += [text] if text.strip() else []
    candidate.resources += resources


def parted_lead(line: Line) -> tuple[str, Line]:
    """The words in bold, or on a row of their own, that open a description as its title, and the rest of it."""
    lead = line.lead.strip(" .:–—-")
    opens = 0 < len(words(lead)) < TITLE_WORDS and line.text.startswith(line.lead.strip())
    if opens and len(line.text) > len(lead) + _LEAST_BEHIND:
        rest = line.text[len(line.lead.strip()) :].lstrip(" .:–—-\n") or line.text
        return lead, replace(line, text=capitalised(rest))
    first, _, rest = line.text.partition("\n")
    stands_alone = len(words(first)) <= _ROW_WORDS and first.strip()[-1:] not in ".;,"
    if stands_alone and len(words(rest)) >= _REST_WORDS and not split_label(rest):
        return first.strip(" :"), replace(line, text=rest)
    return "", line


def _under(label: str, lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a cell, a short answer with the column's words in front, without which it tells nothing."""
    text = " ".join(line.text for line in lines)
    if not label or len(words(text)) >= PARAGRAPH_WORDS:
        return lines
    return [replace(lines[0], text=f"{label.rstrip(' :')}{'' if label.endswith('?') else ':'} {text}")]


def from_entry(
    entry: Entry, *, topic: str, section: int, category: Category | None, above: Candidate | None
) -> Candidate:
    """A row of a table as a piece of work; what its columns do not name is read by its length and content.

    `above` is the work before it, which "as above" points at.
    """
    candidate = Candidate(place=entry.place, topic=topic, section=section, category=category, owns=True)
    titled = any(asked in (Field.TITLE, Field.DESCRIPTION, Field.NAME) for asked, _, _ in entry.cells)
    mentions: list[Mention] = []
    for asked, label, lines in entry.cells:
        text = "\n".join(line.text for line in lines)
        if not text.strip() or says_nothing(text) or (asked is None and _NUMBER.fullmatch(text)):
            continue
        if asked in (Field.TITLE, Field.NAME) and (len(words(text)) > TITLE_WORDS or candidate.given):
            for line in lines:
                add_line(candidate, line)
        elif asked in (Field.TITLE, Field.NAME) or (
            asked is None
            and not titled
            and not candidate.given
            and not candidate.texts
            and len(words(text)) <= TITLE_WORDS
        ):
            candidate.given = candidate.given or text
        elif asked is None and not candidate.texts and len(words(text)) <= _TOPIC_WORDS:
            candidate.topic = f"{candidate.topic} {text}".strip()
            candidate.category = candidate.category or category_named(text)
        elif asked is Field.IMPACT and as_above(text):
            candidate.impact += above.impact if above else []
        elif asked is Field.IMPACT and (level := evidence_level(text)):
            candidate.evidence = level
        elif asked is Field.IMPACT:
            for line in lines:
                add_impact(candidate, line.text, line.links)
        elif asked is Field.RESOURCES:
            candidate.resources += resources_in(lines)
        elif asked in OF_CONTACT and as_above(text) and above:
            candidate.contacts += [one for one in above.contacts if one not in candidate.contacts]
        elif asked in OF_CONTACT:
            block = contact_block(list(lines))
            mentions = joined_mentions(mentions, block.mentions)
            candidate.unread += block.unread
        elif asked is Field.CATEGORY:
            named = categories_answered(text)
            candidate.categories = tuple(one for one in Category if one in (*candidate.categories, *named))
            candidate.topic = candidate.topic if named else text
        elif asked is Field.ASIDE or (asked is Field.PRACTICAL and len(words(text)) < PARAGRAPH_WORDS):
            candidate.untaken.append(Line(f"{label.strip(' :')}: {' '.join(text.split())}", lines[0].place))
        elif asked is Field.AUTHORITY:
            continue
        elif asked is None and label and (categories_named(text) and len(words(text)) <= _TOPIC_WORDS):
            candidate.categories = categories_named(text)
        else:
            for line in _under(label, lines) if asked is None else lines:
                add_line(candidate, line)
    candidate.contacts += [person for mention in mentions for person in mention.people]
    if candidate.given and not candidate.texts:
        if len(words(candidate.given)) > TITLE_WORDS:
            candidate.texts, candidate.given = [candidate.given], ""
        else:
            candidate.texts = [candidate.given]
    return candidate
