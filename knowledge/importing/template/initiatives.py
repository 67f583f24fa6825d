"""Which parts of a form are pieces of work: one for each item, entry or paragraph that tells of one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.domain.initiative import Category, Resource
from knowledge.domain.text import fold
from knowledge.importing.template.candidates import Candidate, Proposal, Standing, Told
from knowledge.importing.template.category_names import categories_named
from knowledge.importing.template.contact_lines import contact_block, merge_mention, with_pages
from knowledge.importing.template.contacts import Mention, asks_who, read_mention, take_contacts
from knowledge.importing.template.document import Kind
from knowledge.importing.template.fields import Field, split_label
from knowledge.importing.template.following import belongs_to
from knowledge.importing.template.gathering import TITLE_WORDS, add_line, from_entry, parted_lead
from knowledge.importing.template.instructions import is_form_title, parted_question, without_instructions
from knowledge.importing.template.left_over import unread_in
from knowledge.importing.template.lines import LABEL_LEVEL, Entry, Line, Person, Step
from knowledge.importing.template.names import names_in
from knowledge.importing.template.outline import Outline
from knowledge.importing.template.placeholders import says_nothing
from knowledge.importing.template.resource_lines import names_resource, with_resource
from knowledge.importing.template.resources import is_address_only, resource_line
from knowledge.importing.template.sections import asks, heading_of, is_topic
from knowledge.importing.template.sentences import sentences, words
from knowledge.importing.template.telling import (
    PARAGRAPH_WORDS,
    PART_WORDS,
    announces,
    may_be_work,
    only_asks,
    states_position,
    tells_of_work,
)
from knowledge.importing.template.vocabulary import GENERIC_LIST, PARTS_LIST, REFERS_BACK, SIGNS_OFF

_AS_ABOVE = re.compile(
    r"^(?:as|same)(?: as)? (?:above|before|previous(?:ly)?|first|for \w+)\b|^(?:see )?above\b|^ditto\b", re.I
)
#: A job below a name is no longer than this.
_JOB_WORDS = 9


def propose(steps: Sequence[Step]) -> Proposal:
    """Read the form's steps, its options and authority already taken off, into a proposal."""
    return _Reading([each for step in steps for each in parted_question(step)]).run()


class _Reading:
    def __init__(self, steps: Sequence[Step]) -> None:
        self._outline = Outline(steps)
        self._out = Proposal()
        self._topic = ""
        self._category: Category | None = None
        self._section = 0
        self._parts_of: Candidate | None = None
        self._contact_lines: list[Line] = []
        self._told_at = -1
        self._same_contact: list[int] = []
        self._field_at_end = False
        self._headings = 0
        self._answers: list[Line] = []
        self._asides: list[Line] = []
        self._since = 0
        self._impact_of: Candidate | None = None
        self._used: set[str] = set()

    def run(self) -> Proposal:
        for at, step in enumerate(self._outline.steps):
            self._outline.at = at
            if isinstance(step, Entry):
                self._close_contacts()
                self._section += 2
                self._out.candidates.append(
                    from_entry(step, topic=self._topic, section=self._section - 1, category=self._category)
                )
            elif isinstance(step, Person):
                self._out.people.append(step)
            else:
                self._line(step)
        self._close_contacts()
        self._second_look()
        for index in self._same_contact:
            above = [one for one in self._out.standing if one.after == index - 1]
            self._out.standing += [
                replace(one, after=index, section=self._out.candidates[index].section) for one in above
            ]
        self._out.unread += [unread for one in self._out.candidates for unread in one.unread]
        kept = [index for index, one in enumerate(self._out.candidates) if not one.is_empty]
        for standing in self._out.standing:
            standing.after = sum(index <= standing.after for index in kept) - 1
        self._out.left += [Line(one.given, one.place) for one in self._out.candidates if one.given and one.is_empty]
        self._out.candidates = [self._out.candidates[index] for index in kept]
        self._settle_resources()
        return self._out

    def _second_look(self) -> None:
        """In a form that tells of no work, any answer to the question for it is that, else background that does."""
        if not all(one.is_empty for one in self._out.candidates):
            return
        self._topic, self._category = "", None
        self._outline.field = None
        chosen = self._answers or [line for line in self._asides if tells_of_work(line.text)]
        for line in chosen:
            self._described(line)
        self._out.left = [line for line in [*self._out.left, *self._asides] if not any(line is one for one in chosen)]

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
        if self._outline.field is Field.RESOURCES and self._names_resource(line):
            self._resource(line)
            return
        text = without_instructions(line.text) if line.field is None else line.text
        if not text.strip(" ☐☑"):
            return
        if says_nothing(text) and self._outline.field in (Field.DESCRIPTION, Field.IMPACT):
            return
        if text != line.text:
            line = Line(text, line.place, line.kind, line.level, line.links, line.bold, line.marked, "", line.field)
        if self._outline.field is Field.TITLE and self._is_title(line):
            self._titled(line)
            return
        if self._is_signature(line):
            self._outline.field = Field.CONTACT
        elif line.field is not None or self._outline.is_heading(line):
            self._heading(line)
            return
        label = split_label(line.text)
        self._used |= {fold(label[1])} if label else set()
        if (
            label
            and label[0] not in (Field.NAME, Field.ROLE, Field.EMAIL, Field.PHONE)
            and self._labelled(line, *label)
        ):
            return
        if self._outline.field in (Field.BACKGROUND, Field.ASIDE):
            self._aside(line)
        elif self._outline.field is Field.CONTACT:
            self._contact_lines.append(line)
        elif self._outline.field is Field.RESOURCES:
            self._resource(line)
        elif self._outline.field is Field.IMPACT:
            self._impact(line)
        elif line.kind is Kind.ITEM:
            self._item(line)
        else:
            self._paragraph(line)

    def _is_title(self, line: Line) -> bool:
        """Whether a line answers the question for a title, and is no further question of the form's."""
        if line.field is not None or split_label(line.text) is not None:
            return False
        return not (self._outline.is_heading(line) and heading_of(line.text).field is not None)

    def _titled(self, line: Line) -> None:
        """Open a piece of work with its title; a sentence, or what is too long for a title, describes one without."""
        self._outline.field = None
        least = PARAGRAPH_WORDS if line.text.rstrip().endswith(".") else TITLE_WORDS + 1
        if len(words(line.text)) >= least:
            add_line(self._open(line, owns=True), line)
        else:
            self._open(line, given=line.text, owns=True)

    def _is_signing_off(self, line: Line) -> bool:
        """ "Kind regards": whoever signs a form sent as a letter can be asked about it."""
        if not SIGNS_OFF.match(line.text.strip()) or line.kind is not Kind.PARAGRAPH:
            return False
        self._close_contacts()
        self._section += 1
        self._outline.field = Field.CONTACT
        return True

    def _is_signature(self, line: Line) -> bool:
        """A name on a line of its own above a job or an address, as people sign."""
        follows = self._outline.next()
        bare = names_in(line.text)
        if line.field is not None or line.kind is not Kind.PARAGRAPH or not isinstance(follows, Line) or len(bare) != 1:
            return False
        if bare[0].start or bare[0].end < len(line.text.rstrip(" .,")) or len(words(follows.text)) > _JOB_WORDS:
            return False
        below = read_mention(follows.text, asked=True)
        return below is not None and not any(person.name for person in below.people)

    def _goes_on_about_contact(self, line: Line) -> bool:
        """A role or an address on the line after "Contact: Ann Lee" belongs to her."""
        last = self._out.standing[-1] if self._out.standing else None
        if (
            last is None
            or self._told_at != self._outline.at - 1
            or line.kind is Kind.HEADING
            or line.field
            or len(words(line.text)) > 10
        ):
            return False
        mention = read_mention(line.text, asked=True)
        if mention is None or any(person.name for person in mention.people):
            return False
        found = merge_mention([last.mention], mention)
        if len(found) > 1:
            return False
        last.mention = found[0]
        self._told_at = self._outline.at
        return True

    def _aside(self, line: Line) -> None:
        """Background tells of no work, but a contact or a new list of initiatives may follow it unannounced."""
        mention = read_mention(line.text)
        if mention:
            self._stand(mention, line, asked=False)
        elif self._outline.opens_generic_list(line):
            self._outline.field = None
            self._paragraph(line)
        elif self._outline.field is Field.BACKGROUND and len(words(line.text)) >= PARAGRAPH_WORDS:
            self._asides.append(line)

    def _heading(self, line: Line) -> None:
        self._close_contacts()
        self._parts_of = None
        heading = heading_of(line.text)
        self._used.add(fold(line.text))
        asked = line.field or heading.field
        if asked is not None:
            self._start_field(asked, line)
            return
        self._outline.field = None
        self._new_section()
        if heading.category is not None:
            self._topic, self._category = line.text.strip(" :."), heading.category
            return
        if self._outline.heads_fields():
            topic = is_topic(line.text)
            self._topic = line.text.strip(" :.") if topic else self._topic
            self._open(line, given="" if topic else heading.work or line.text.strip(" :."), owns=True)
            return
        if heading.work and self._outline.body() and not self._outline.heads_a_list(line):
            self._open(line, given=heading.work, owns=True)
            return
        if (
            not is_topic(line.text)
            and not asks(line.text)
            and (line.kind is Kind.ITEM or self._outline.heads_one(line))
        ):
            self._open(line, given=line.text.strip(" :."), owns=True)
            return
        if line.kind is Kind.HEADING and line.level <= 2 and self._category is not None and line.level < LABEL_LEVEL:
            self._category = None
        self._topic = line.text.strip(" :.")

    def _new_section(self) -> None:
        self._section += 1
        self._headings += 1
        self._since = len(self._out.candidates)
        self._impact_of = None

    # Fields

    def _start_field(self, asked: Field, line: Line) -> None:
        self._field_at_end = asked is Field.RESOURCES or (self._field_at_end and asked in (Field.CONTACT, Field.ASIDE))
        if self._outline.field is Field.TITLE and asked in (Field.DESCRIPTION, Field.IMPACT):
            self._open(line, owns=True)  # "Initiative 2" stands for a title, and none was given
        if asked in (Field.BACKGROUND, Field.ASIDE, Field.AUTHORITY, Field.CATEGORY):
            self._outline.field = None if asked in (Field.AUTHORITY, Field.CATEGORY) else asked
            if asked is Field.BACKGROUND and not self._outline.goes_on_with_fields():
                self._section += 1
            return
        self._outline.field = Field.CONTACT if asked in (Field.NAME, Field.ROLE, Field.EMAIL, Field.PHONE) else asked
        if asked in (Field.NAME, Field.ROLE, Field.EMAIL, Field.PHONE):
            self._contact_lines.append(Line(f"{line.text}:", line.place))

    def _labelled(self, line: Line, asked: Field, label: str, answer: str) -> bool:
        """A label and its answer on one line; True when that was all there is to it."""
        in_item = line.kind is Kind.ITEM
        current = self._current()
        deeper = current is not None and in_item and line.level > current.level
        if asked is Field.CONTACT and answer and (mentions := take_contacts(with_pages(line))[1]):
            self._close_contacts()
            self._out.unread += unread_in(answer, mentions, line)
            for mention in mentions:
                if deeper and current is not None:
                    current.contacts += mention.people
                else:
                    self._stand(mention, line, asked=False)
            return True
        if asked is Field.CONTACT and _AS_ABOVE.match(answer) and current is not None and len(self._out.candidates) > 1:
            current.contacts += self._out.candidates[-2].contacts
            self._same_contact.append(len(self._out.candidates) - 1)
            return True
        if asked is Field.CONTACT and answer and asks_who(label):
            self._out.unread += unread_in(answer, (), line)
            return True
        if asked is Field.CONTACT and is_address_only(answer):
            self._resources(resource_line(answer, line.links))
            return True
        if in_item and not deeper and asked is not Field.RESOURCES:
            return False
        self._close_contacts()
        if asked is Field.TITLE:
            self._section += 1
            if answer:
                self._open(line, given=answer, owns=True)
                self._outline.field = None
            else:
                self._outline.field = Field.TITLE
            return True
        if not answer:
            self._heading(Line(label, line.place, Kind.HEADING, LABEL_LEVEL, field=asked))
            return True
        if asked is Field.DESCRIPTION:
            self._outline.field = Field.DESCRIPTION
            rest = Line(answer, line.place, Kind.PARAGRAPH, 0, line.links)
            if current is not None and current.owns:
                add_line(current, rest)
            else:
                self._described(rest)
            return True
        if self._outline.field is Field.DESCRIPTION and asked in (Field.IMPACT, Field.RESOURCES):
            self._outline.field = None
        if says_nothing(answer) and asked is Field.IMPACT:
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
            self._out.impact.append(Told(rest, line.place, self._only_one()))

    def _only_one(self) -> Candidate | None:
        """The one piece of work told of since the last heading or impact; None when there are several or none."""
        since = self._out.candidates[self._since :]
        if since:
            self._impact_of = since[0] if len(since) == 1 else None
            self._since = len(self._out.candidates)
        return self._impact_of

    def _resources(self, found: Sequence[Resource]) -> None:
        current = self._current()
        if current is not None and current.owns:
            current.listed += found
        else:
            self._out.resources += found

    def _names_resource(self, line: Line) -> bool:
        follows = self._outline.next()
        return names_resource(line, follows=follows.text if isinstance(follows, Line) else "", used=self._used)

    def _resource(self, line: Line) -> None:
        """A line under a heading for resources."""
        current = self._current()
        before = self._outline.steps[self._outline.at - 1] if self._outline.at else None
        before = before if isinstance(before, Line) and before.field is None else None
        if current is not None and current.owns:
            current.listed = with_resource(current.listed, line, before)
        else:
            self._out.resources = with_resource(self._out.resources, line, before)

    def _close_contacts(self) -> None:
        """Read the lines gathered under a heading for contacts as one block."""
        lines, self._contact_lines = self._contact_lines, []
        if not lines:
            return
        block = contact_block(lines)
        self._out.unread += block.unread
        for mention in block.mentions:
            self._stand(mention, lines[0], asked=True)
        if self._outline.field is Field.CONTACT:
            self._outline.field = None

    def _stand(self, mention: Mention, line: Line, *, asked: bool) -> None:
        self._told_at = self._outline.at
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
            add_line(current, line)
            return
        if self._outline.is_topic_item(line):
            self._topic = text.strip(" :")
            return
        self._described(line, item=True)

    def _described(self, line: Line, *, item: bool = False) -> None:
        given, line = parted_lead(line)
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
                add_line(
                    candidate, Line(piece, line.place, links=tuple(link for link in line.links if link.text in piece))
                )

    def _paragraph(self, line: Line) -> None:
        current = self._current()
        if self._outline.opens_a_list(line):
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
            current.owns or (not current.is_item and belongs_to(rest, " ".join([current.given, *current.texts])))
        ):
            add_line(current, line)
        elif self._is_work(rest):
            self._described(line)
        else:
            for mention in mentions:
                self._stand(mention, line, asked=False)
            if len(words(rest)) >= PARAGRAPH_WORDS and not announces(rest):
                self._out.left.append(line)
                self._answers += [line] if self._outline.field is Field.DESCRIPTION else []

    def _is_work(self, text: str) -> bool:
        """Whether a paragraph that does not go on about other work tells of its own.

        The answer to the question for a description does, however short; both it and other paragraphs may hold a
        position ("we are committed to ...") that does not.
        """
        if only_asks(text):
            return False
        if self._outline.field is Field.DESCRIPTION and len(words(text)) > 1:
            return tells_of_work(text) or not states_position(text)
        return tells_of_work(text) or may_be_work(text)

    def _lead_in(self, line: Line, current: Candidate | None) -> None:
        """A paragraph that opens a list: of pieces of work, or of the parts of one."""
        last = sentences(line.text)[-1]
        before = line.text[: line.text.rindex(last)].strip() if last in line.text else ""
        items = self._outline.items_ahead()
        short = sum(len(words(item.text)) for item in items) < PART_WORDS * max(len(items), 1)
        generic = GENERIC_LIST.search(last) is not None
        parts = PARTS_LIST.search(last) is not None and not re.search(
            r"\b(?:initiatives|examples)\b", f"{before} {last}"
        )
        if current is not None and current.owns and not (generic and not parts and not short):
            add_line(current, line)
            self._parts_of = current
        elif parts or (short and not generic):
            if (
                current is not None
                and not current.is_item
                and (REFERS_BACK.match(line.text) or not tells_of_work(line.text))
            ):
                add_line(current, line)
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
                self._outline.field = Field.ASIDE
            else:
                self._topic = line.text
        else:
            self._new_section()
            self._parts_of = None
            self._topic = last.strip(" :") if len(last) < 300 else ""
