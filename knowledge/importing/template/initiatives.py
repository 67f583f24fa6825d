"""Which parts of a form are pieces of work: one for each item, entry or paragraph that tells of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.domain.initiative import Category, Contact, Resource
from knowledge.importing.template.category_names import categories_named, category_named
from knowledge.importing.template.contacts import Mention, read_mention, read_people, take_contacts
from knowledge.importing.template.document import Kind
from knowledge.importing.template.fields import Field, split_label
from knowledge.importing.template.instructions import is_form_title, without_instructions
from knowledge.importing.template.lines import LABEL_LEVEL, Entry, Line, Person, Step
from knowledge.importing.template.resources import is_address_only, resource_line, take_resources
from knowledge.importing.template.sections import asks, heading_of, is_topic
from knowledge.importing.template.sentences import sentences, words
from knowledge.importing.template.vocabulary import (
    DOING,
    GENERAL,
    GENERIC_LIST,
    OPENS_LIST,
    PARTS_LIST,
    REFERS_BACK,
    SIGNS_OFF,
    WORK_NOUNS,
)

#: Fewer words than this name no piece of work.
_LEAST_WORDS = 2
#: A paragraph shorter than this tells of nothing on its own.
_PARAGRAPH_WORDS = 8
#: Items under a lead-in that are this short on average are the parts of one thing.
_PART_WORDS = 9
#: A heading is no longer than this, whatever its style says.
_HEADING_WORDS = 16
#: How far beneath a heading is looked to tell what it heads.
_BODY_LINES = 30


@dataclass(slots=True)
class Candidate:
    """A piece of work as it is being put together; `texts` are its paragraphs and parts in order.

    `listed` are resources under a heading for them, which may turn out to be the whole form's.
    """

    place: str
    given: str = ""
    topic: str = ""
    heading: int = 0
    section: int = 0
    category: Category | None = None
    categories: tuple[Category, ...] = ()
    texts: list[str] = field(default_factory=list)
    impact: list[str] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    listed: list[Resource] = field(default_factory=list)
    owns: bool = False
    level: int = 0
    is_item: bool = False

    @property
    def is_empty(self) -> bool:
        said = [word for text in (*self.texts, *self.impact) for word in words(text) if sum(map(str.isalpha, word)) > 1]
        return len(said) < _LEAST_WORDS


@dataclass(slots=True)
class Standing:
    """Contacts on a line of their own: after which candidate, and whether more work follows is decided later."""

    mention: Mention
    after: int
    text: str
    section: int
    asked: bool


@dataclass(slots=True)
class Proposal:
    """What a form proposes, before titles, themes and contacts are settled."""

    candidates: list[Candidate] = field(default_factory=list)
    standing: list[Standing] = field(default_factory=list)
    resources: list[Resource] = field(default_factory=list)
    impact: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)


def propose(steps: Sequence[Step]) -> Proposal:
    """Read the form's steps, its options and authority already taken off, into a proposal."""
    return _Reading(steps).run()


class _Reading:
    def __init__(self, steps: Sequence[Step]) -> None:
        self._steps = list(steps)
        self._at = 0
        self._out = Proposal()
        self._field: Field | None = None
        self._topic = ""
        self._category: Category | None = None
        self._section = 0
        self._parts_of: Candidate | None = None
        self._contact_lines: list[Line] = []
        self._told_at = -1
        self._field_at_end = False
        self._headings = 0

    def run(self) -> Proposal:
        for at, step in enumerate(self._steps):
            self._at = at
            if isinstance(step, Entry):
                self._close_contacts()
                self._entry(step)
            elif isinstance(step, Person):
                self._out.people.append(step)
            else:
                self._line(step)
        self._close_contacts()
        kept = [index for index, one in enumerate(self._out.candidates) if not one.is_empty]
        for standing in self._out.standing:
            standing.after = sum(index <= standing.after for index in kept) - 1
        self._out.candidates = [self._out.candidates[index] for index in kept]
        self._settle_resources()
        return self._out

    def _settle_resources(self) -> None:
        """A list of resources behind the last of several pieces of work, when no other has one, is the form's."""
        candidates = self._out.candidates
        last_only = len(candidates) > 1 and not any(one.listed for one in candidates[:-1])
        for one in candidates:
            if last_only and self._field_at_end:
                self._out.resources += one.listed
            else:
                one.resources += one.listed

    # Lines

    def _line(self, line: Line) -> None:
        if is_form_title(line):
            return
        if self._is_signing_off(line) or self._goes_on_about_contact(line):
            return
        text = without_instructions(line.text) if line.field is None else line.text
        if not text.strip(" ☐☑"):
            return
        if text != line.text:
            line = Line(text, line.place, line.kind, line.level, line.links, line.bold, line.marked, "", line.field)
        if line.field is not None or self._is_heading(line):
            self._heading(line)
            return
        label = split_label(line.text)
        if (
            label
            and label[0] not in (Field.NAME, Field.ROLE, Field.EMAIL, Field.PHONE)
            and self._labelled(line, *label)
        ):
            return
        if self._field in (Field.BACKGROUND, Field.ASIDE):
            self._aside(line)
        elif self._field is Field.CONTACT:
            self._contact_lines.append(line)
        elif self._field is Field.RESOURCES:
            self._resources(resource_line(line.text, line.links))
        elif self._field is Field.IMPACT:
            self._impact(line)
        elif self._field is Field.TITLE:
            self._open(line, given=line.text, owns=True)
            self._field = None
        elif line.kind is Kind.ITEM:
            self._item(line)
        else:
            self._paragraph(line)

    def _is_signing_off(self, line: Line) -> bool:
        """ "Kind regards": whoever signs a form sent as a letter can be asked about it."""
        if not SIGNS_OFF.match(line.text.strip()) or line.kind is not Kind.PARAGRAPH:
            return False
        self._close_contacts()
        self._section += 1
        self._field = Field.CONTACT
        return True

    def _goes_on_about_contact(self, line: Line) -> bool:
        """A role or an address on the line after "Contact: Ann Lee" belongs to her."""
        last = self._out.standing[-1] if self._out.standing else None
        if (
            last is None
            or self._told_at != self._at - 1
            or line.kind is Kind.HEADING
            or line.field
            or len(words(line.text)) > 10
        ):
            return False
        mention = read_mention(line.text, asked=True)
        if mention is None or any(person.name for person in mention.people):
            return False
        found = _merged([last.mention], mention)
        if len(found) > 1:
            return False
        last.mention = found[0]
        self._told_at = self._at
        return True

    def _aside(self, line: Line) -> None:
        """Background tells of no work, but a contact or a new list of initiatives may follow it unannounced."""
        mention = read_mention(line.text)
        if mention:
            self._stand(mention, line, asked=False)
        elif self._opens_generic_list(line):
            self._field = None
            self._paragraph(line)

    def _is_heading(self, line: Line) -> bool:
        if line.kind is Kind.HEADING:
            return True
        text = line.text.strip()
        if line.kind is Kind.ITEM:
            return self._is_titled_item(line)
        if len(words(text)) > _HEADING_WORDS or "\n" in text or text.endswith((".", ";", ",", "!")) or not words(text):
            return False
        if split_label(text) or read_mention(text) or is_address_only(text):
            return False
        if line.bold:
            return True
        if self._field in (Field.CONTACT, Field.RESOURCES):
            return heading_of(text).field is not None or heading_of(text).category is not None
        known = heading_of(text)
        if (
            known.field is not None
            or known.category is not None
            or re.match(r"^(?:initiative|project|example|case study)\s*\d", text, re.I)
        ):
            return True
        if OPENS_LIST.search(text) and isinstance(self._next(), Line):
            return False
        follows = self._next()
        if (
            not isinstance(follows, Line)
            or follows.kind is Kind.HEADING
            or len(words(text)) > 10
            or not text[0].isupper()
        ):
            return False
        if REFERS_BACK.match(text) and not is_topic(text):
            return False
        return len(words(follows.text)) > len(words(text)) and not DOING.search(text)

    def _is_titled_item(self, line: Line) -> bool:
        """A short item with a paragraph of its own beneath it: "1. Reverse mentoring", then what it is."""
        text = line.text.strip()
        follows = self._next()
        if not isinstance(follows, Line) or follows.kind is not Kind.PARAGRAPH or follows.field is not None:
            return False
        if (
            len(words(text)) > 10
            or text.endswith((".", ";", ":"))
            or "\n" in text
            or (DOING.search(text) and len(words(text)) > 6)
        ):
            return False
        if (
            self._field in (Field.CONTACT, Field.RESOURCES, Field.IMPACT)
            or read_mention(text)
            or read_mention(follows.text)
        ):
            return False
        if (OPENS_LIST.search(follows.text) and GENERIC_LIST.search(follows.text)) or follows.bold:
            return False
        before = self._steps[self._at - 1] if self._at else None
        in_run = isinstance(before, Line) and before.kind is Kind.ITEM
        return not in_run and len(words(follows.text)) >= _PARAGRAPH_WORDS

    def _next(self, offset: int = 1) -> Step | None:
        index = self._at + offset
        while index < len(self._steps):
            step = self._steps[index]
            if not isinstance(step, Line) or step.field or without_instructions(step.text).strip():
                return step
            index += 1
        return None

    def _heading(self, line: Line) -> None:
        self._close_contacts()
        self._parts_of = None
        heading = heading_of(line.text)
        asked = line.field or heading.field
        if asked is not None:
            self._start_field(asked, line)
            return
        self._field = None
        self._section += 1
        self._headings += 1
        if heading.category is not None:
            self._topic, self._category = line.text.strip(" :."), heading.category
            return
        if heading.work and not self._heads_a_list(line):
            self._open(line, given=heading.work, owns=True)
            return
        if not is_topic(line.text) and not asks(line.text) and (line.kind is Kind.ITEM or self._heads_one(line)):
            self._open(line, given=line.text.strip(" :."), owns=True)
            return
        if line.kind is Kind.HEADING and line.level <= 2 and self._category is not None and line.level < LABEL_LEVEL:
            self._category = None
        self._topic = line.text.strip(" :.")

    def _body(self) -> list[Line]:
        """The lines beneath the heading at hand, down to the next heading or label."""
        found: list[Line] = []
        here = self._at
        for index in range(here + 1, min(here + 1 + _BODY_LINES, len(self._steps))):
            self._at = index
            step = self._steps[index]
            if not isinstance(step, Line) or step.field is not None or self._is_heading(step):
                break
            found.append(step)
        self._at = here
        return found

    def _heads_a_list(self, line: Line) -> bool:
        """Whether a heading that could name one piece of work has several of them beneath it."""
        body = self._body()
        items = [one for one in body if one.kind is Kind.ITEM and one.level == 0]
        paragraphs = [one for one in body if one.kind is Kind.PARAGRAPH and not read_mention(one.text)]
        if paragraphs and not _is_only_lead_in(paragraphs[0]):
            return False
        lead = paragraphs[0].text if paragraphs else ""
        if lead and PARTS_LIST.search(lead) and not re.search(r"\binitiatives\b|\bexamples\b", lead):
            return False
        telling = [one for one in items if len(words(one.text)) >= _PART_WORDS and DOING.search(one.text)]
        return len(items) >= 2 and len(telling) * 2 > len(items)

    def _heads_one(self, line: Line) -> bool:
        """Whether the text beneath an unspecific heading is one piece of work."""
        body = [one for one in self._body() if without_instructions(one.text)]
        paragraphs = [
            one
            for one in body
            if one.kind is Kind.PARAGRAPH and not read_mention(one.text) and not split_label(one.text)
        ]
        if not paragraphs or len(words(line.text)) < 2:
            return False
        first = paragraphs[0]
        if _is_only_lead_in(first) and GENERIC_LIST.search(first.text):
            return False
        if not tells_of_work(first.text) and (GENERAL.search(first.text) or len(words(first.text)) < _PARAGRAPH_WORDS):
            return False
        standing = [one for one in paragraphs[1:] if tells_of_work(one.text) and not REFERS_BACK.match(one.text)]
        return not standing

    # Fields

    def _start_field(self, asked: Field, line: Line) -> None:
        self._field_at_end = asked is Field.RESOURCES or (self._field_at_end and asked in (Field.CONTACT, Field.ASIDE))
        if asked is Field.DESCRIPTION:
            self._field = None
            return
        if asked in (Field.BACKGROUND, Field.ASIDE, Field.AUTHORITY, Field.CATEGORY):
            self._field = None if asked in (Field.AUTHORITY, Field.CATEGORY) else asked
            if asked is Field.BACKGROUND:
                self._section += 1
            return
        self._field = Field.CONTACT if asked in (Field.NAME, Field.ROLE, Field.EMAIL, Field.PHONE) else asked
        if asked in (Field.NAME, Field.ROLE, Field.EMAIL, Field.PHONE):
            self._contact_lines.append(Line(f"{line.text}:", line.place))

    def _labelled(self, line: Line, asked: Field, label: str, answer: str) -> bool:
        """A label and its answer on one line; True when that was all there is to it."""
        in_item = line.kind is Kind.ITEM
        current = self._current()
        deeper = current is not None and in_item and line.level > current.level
        if asked is Field.CONTACT and answer and (mentions := take_contacts(line.text)[1]):
            self._close_contacts()
            for mention in mentions:
                if deeper and current is not None:
                    current.contacts += mention.people
                else:
                    self._stand(mention, line, asked=False)
            return True
        if in_item and not deeper and asked is not Field.RESOURCES:
            return False
        self._close_contacts()
        if asked is Field.TITLE:
            self._section += 1
            if answer:
                self._open(line, given=answer, owns=True)
                self._field = None
            else:
                self._field = Field.TITLE
            return True
        if not answer:
            self._heading(Line(label, line.place, Kind.HEADING, LABEL_LEVEL, field=asked))
            return True
        if asked is Field.DESCRIPTION:
            self._field = None
            rest = Line(answer, line.place, Kind.PARAGRAPH, 0, line.links)
            if current is not None and current.owns:
                self._add(current, rest)
            else:
                self._described(rest)
            return True
        if asked is Field.IMPACT:
            self._impact(Line(answer, line.place, links=line.links))
            return True
        if asked is Field.RESOURCES:
            self._resources(resource_line(answer, line.links))
            return True
        return asked in (Field.ASIDE, Field.BACKGROUND, Field.AUTHORITY, Field.CATEGORY) and self._dropped(
            asked, answer, current
        )

    def _dropped(self, asked: Field, answer: str, current: Candidate | None) -> bool:
        if asked is Field.CATEGORY and current is not None and current.owns:
            current.categories = categories_named(answer)
        return len(words(answer)) <= 40 or asked is not Field.BACKGROUND

    def _impact(self, line: Line) -> None:
        current = self._current()
        rest, mentions = take_contacts(line.text)
        for mention in mentions:
            self._stand(mention, line, asked=False)
        if not rest.strip():
            return
        if current is not None and current.owns:
            current.impact.append(rest)
        else:
            self._out.impact.append(rest)

    def _resources(self, found: Sequence[Resource]) -> None:
        current = self._current()
        if current is not None and current.owns:
            current.listed += found
        else:
            self._out.resources += found

    def _close_contacts(self) -> None:
        """Read the lines gathered under a heading for contacts as one block."""
        lines, self._contact_lines = self._contact_lines, []
        if not lines:
            return
        for mention in _contact_block(lines):
            self._stand(mention, lines[0], asked=True)
        if self._field is Field.CONTACT:
            self._field = None

    def _stand(self, mention: Mention, line: Line, *, asked: bool) -> None:
        self._told_at = self._at
        self._out.standing.append(Standing(mention, len(self._out.candidates) - 1, line.text, self._section, asked))

    # Work

    def _current(self) -> Candidate | None:
        found = self._out.candidates
        return found[-1] if found and found[-1].section == self._section else None

    def _open(self, line: Line, *, given: str = "", owns: bool = False) -> Candidate:
        if owns:
            self._section += 1
        candidate = Candidate(
            place=line.place,
            given=given,
            topic=self._topic,
            heading=self._headings,
            section=self._section,
            category=self._category,
            owns=owns,
            level=line.level if line.kind is Kind.ITEM else 0,
            is_item=line.kind is Kind.ITEM,
        )
        self._out.candidates.append(candidate)
        return candidate

    def _add(self, candidate: Candidate, line: Line) -> None:
        """Take a line into a candidate: its contacts and resources apart from its words."""
        text, mentions = take_contacts(line.text)
        for mention in mentions:
            candidate.contacts += mention.people
        text, resources = take_resources(text, line.links)
        candidate.resources += resources
        if text.strip():
            candidate.texts.append(text)

    def _item(self, line: Line) -> None:
        text = line.text.strip(" ☐☑")
        line = Line(text, line.place, line.kind, line.level, line.links, line.bold, line.marked, line.lead)
        current = self._current()
        mention = read_mention(text)
        whole = mention is not None and len(sentences(text)) == 1
        if whole and mention is not None:
            if current is not None and (line.level > current.level):
                current.contacts += mention.people
            else:
                self._stand(mention, line, asked=False)
            return
        if is_address_only(text) or (
            line.links and len(words(text)) <= sum(len(words(link.text)) for link in line.links) + 2
        ):
            self._resources(resource_line(text, line.links))
            return
        if current is not None and (
            current.owns or self._parts_of is current or (current.is_item and line.level > current.level)
        ):
            self._add(current, line)
            return
        if self._is_topic_item(line):
            self._topic = text.strip(" :")
            return
        self._described(line, item=True)

    def _is_topic_item(self, line: Line) -> bool:
        """A short item that only heads deeper ones, each of them a piece of work."""
        follows = self._next()
        if not isinstance(follows, Line) or follows.kind is not Kind.ITEM or follows.level <= line.level:
            return False
        if not is_topic(line.text.strip(" :")) and not GENERIC_LIST.search(line.text):
            return False
        return len(words(follows.text)) >= _PARAGRAPH_WORDS and len(words(line.text)) <= 8

    def _described(self, line: Line, *, item: bool = False) -> None:
        lead = line.lead.strip(" .:–—-")
        given = ""
        if (
            lead
            and 1 <= len(words(lead)) <= 12
            and line.text.startswith(line.lead.strip())
            and len(line.text) > len(lead) + 10
        ):
            given = lead
            line = Line(
                line.text[len(line.lead.strip()) :].lstrip(" .:–—-\n") or line.text,
                line.place,
                line.kind,
                line.level,
                line.links,
            )
            line = Line(line.text[:1].upper() + line.text[1:], line.place, line.kind, line.level, line.links)
        elif "\n" in line.text:
            first, _, rest = line.text.partition("\n")
            if (
                len(words(first)) <= 10
                and first.strip()[-1:] not in ".;,"
                and len(words(rest)) >= 5
                and not split_label(rest)
            ):
                given = first.strip(" :")
                line = Line(rest, line.place, line.kind, line.level, line.links)
        candidate = self._open(line, given=given)
        candidate.is_item = item
        self._parts_of = candidate if not item and line.text.rstrip().endswith(":") else None
        for index, piece in enumerate(line.text.split("\n")):
            label = split_label(piece)
            if index and label and label[0] is Field.IMPACT:
                candidate.impact.append(label[2])
            elif index and label and label[0] is Field.RESOURCES:
                candidate.resources += resource_line(label[2], line.links)
            else:
                self._add(
                    candidate, Line(piece, line.place, links=tuple(link for link in line.links if link.text in piece))
                )

    def _paragraph(self, line: Line) -> None:
        current = self._current()
        if self._opens_a_list(line):
            self._lead_in(line, current)
            return
        rest, mentions = take_contacts(line.text)
        if mentions and not rest.strip():
            for mention in mentions:
                self._stand(mention, line, asked=False)
            return
        self._parts_of = None
        if is_address_only(line.text):
            self._resources(resource_line(line.text, line.links))
        elif current is not None and (
            current.owns
            or (REFERS_BACK.match(rest) and not current.is_item)
            or (not current.is_item and not tells_of_work(rest) and _explains(rest))
        ):
            self._add(current, line)
        elif tells_of_work(rest) or (
            self._category is not None
            and _explains(rest)
            and len(words(rest)) >= _PARAGRAPH_WORDS
            and not GENERAL.search(rest)
        ):
            self._described(line)
        else:
            for mention in mentions:
                self._stand(mention, line, asked=False)

    def _opens_a_list(self, line: Line) -> bool:
        follows = self._next()
        return isinstance(follows, Line) and follows.kind is Kind.ITEM and bool(OPENS_LIST.search(line.text.strip()))

    def _opens_generic_list(self, line: Line) -> bool:
        last = sentences(line.text)[-1] if sentences(line.text) else ""
        return (
            self._opens_a_list(line)
            and bool(GENERIC_LIST.search(last))
            and bool(re.search(r"\b(?:initiatives?|examples?|projects|work)\b", last, re.I))
        )

    def _lead_in(self, line: Line, current: Candidate | None) -> None:
        """A paragraph that opens a list: of pieces of work, or of the parts of one."""
        last = sentences(line.text)[-1]
        before = line.text[: line.text.rindex(last)].strip() if last in line.text else ""
        items = self._items_ahead()
        short = sum(len(words(item.text)) for item in items) < _PART_WORDS * max(len(items), 1)
        generic = GENERIC_LIST.search(last) is not None
        parts = PARTS_LIST.search(last) is not None and not re.search(
            r"\b(?:initiatives|examples)\b", f"{before} {last}"
        )
        if current is not None and current.owns and not (generic and not parts and not short):
            self._add(current, line)
            self._parts_of = current
        elif parts or (short and not generic):
            if (
                current is not None
                and not current.is_item
                and (REFERS_BACK.match(line.text) or not tells_of_work(line.text))
            ):
                self._add(current, line)
                self._parts_of = current
            elif tells_of_work(line.text):
                self._described(line)
                self._parts_of = self._out.candidates[-1]
            elif re.search(
                r"\b(?:aims|objectives|principles|goals|values|pledges|priorities|commitments|themes|questions"
                r"|vision)\b",
                last,
                re.I,
            ):
                self._field = Field.ASIDE
            else:
                self._topic = line.text
        else:
            self._section += 1
            self._headings += 1
            self._parts_of = None
            self._topic = last.strip(" :") if len(last) < 300 else ""

    def _items_ahead(self) -> list[Line]:
        found: list[Line] = []
        for step in self._steps[self._at + 1 :]:
            if not isinstance(step, Line) or step.kind is not Kind.ITEM:
                break
            found.append(step)
        return [item for item in found if item.level == min(one.level for one in found)]

    # Tables with one piece of work a row

    def _entry(self, entry: Entry) -> None:
        self._section += 1
        candidate = Candidate(
            place=entry.place, topic=self._topic, section=self._section, category=self._category, owns=True
        )
        titled = any(asked in (Field.TITLE, Field.DESCRIPTION, Field.NAME) for asked, _, _ in entry.cells)
        for asked, label, lines in entry.cells:
            text = "\n".join(line.text for line in lines)
            if not text.strip():
                continue
            if asked in (Field.TITLE, Field.NAME) and (len(words(text)) > 14 or candidate.given):
                for line in lines:
                    self._add(candidate, line)
            elif asked in (Field.TITLE, Field.NAME) or (
                asked is None and not titled and not candidate.given and not candidate.texts and len(words(text)) <= 12
            ):
                candidate.given = candidate.given or text
            elif asked is None and not candidate.texts and len(words(text)) <= 6:
                candidate.topic = f"{candidate.topic} {text}".strip()
                candidate.category = candidate.category or category_named(text)
            elif asked is Field.IMPACT:
                candidate.impact += [line.text for line in lines]
            elif asked is Field.RESOURCES:
                for line in lines:
                    candidate.resources += resource_line(line.text, line.links)
            elif asked in (Field.CONTACT, Field.ROLE, Field.EMAIL, Field.PHONE):
                for mention in _contact_block(list(lines)):
                    candidate.contacts += mention.people
            elif asked is Field.CATEGORY:
                candidate.categories = categories_named(text)
                candidate.topic = candidate.topic if candidate.categories else text
            elif asked in (Field.ASIDE, Field.AUTHORITY):
                continue
            elif asked is None and label and (categories_named(text) and len(words(text)) <= 6):
                candidate.categories = categories_named(text)
            else:
                for line in lines:
                    self._add(candidate, line)
        if candidate.given and not candidate.texts:
            if len(words(candidate.given)) > 12:
                candidate.texts, candidate.given = [candidate.given], ""
            else:
                candidate.texts = [candidate.given]
        self._out.candidates.append(candidate)
        self._section += 1


def tells_of_work(text: str) -> bool:
    """Whether a paragraph describes a piece of work rather than the place, its aims or its beliefs."""
    pieces = sentences(text)
    if len(words(text)) < _PARAGRAPH_WORDS or not pieces:
        return False
    doing = sum(bool(DOING.search(piece)) for piece in pieces)
    general = sum(bool(GENERAL.search(piece)) for piece in pieces)
    concrete = any(word.lower() in WORK_NOUNS for word in words(text))
    concrete = concrete or any(letter.isdigit() for letter in text) or len(DOING.findall(text)) > 1
    return (
        doing > 0 and concrete and doing >= general and not (GENERAL.search(pieces[0]) and general * 2 >= len(pieces))
    )


def _explains(text: str) -> bool:
    return len(words(text)) >= 4 and not GENERAL.search(text)


def _is_only_lead_in(line: Line) -> bool:
    return len(sentences(line.text)) == 1 and bool(OPENS_LIST.search(line.text.strip()))


def _contact_block(lines: list[Line]) -> list[Mention]:
    """Lines that answer the question for contacts: each a person, or one person over several lines."""
    found: list[Mention] = []
    waiting = ""
    for line in lines:
        for piece in line.text.split("\n"):
            text = f"{waiting} {piece}".strip() if waiting else piece
            waiting = ""
            if re.fullmatch(r"[^:]{2,40}:\s*", text):
                waiting = text
                continue
            mention = read_mention(text, asked=True)
            if mention is None:
                continue
            found = _merged(found, mention)
    return found


def _merged(found: list[Mention], mention: Mention) -> list[Mention]:
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
