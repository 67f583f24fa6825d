"""Items and paragraphs that tell of work: which open a piece of their own, and which go on about the one before."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.importing.template.contacts.mentions import Mention, take_contacts
from knowledge.importing.template.contacts.unread import untold_in
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.files.limits import BLOCK_CHARACTERS
from knowledge.importing.template.language.addresses import is_address_only
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.language.statements import (
    PART_WORDS,
    announces,
    explains,
    introduces,
    listed_in,
    may_be_work,
    only_asks,
    points_away,
    states_position,
    tells_of_work,
)
from knowledge.importing.template.language.vocabulary import GENERIC_LIST, PARTS_LIST, REFERS_BACK, WORK_NOUNS
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.outline.bodies import are_parts
from knowledge.importing.template.outline.continuations import belongs_to, lists
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.fields import Field, split_label
from knowledge.importing.template.resources.references import resource_line
from knowledge.importing.template.work.additions import add_impact, add_line, beside_contacts, parted_lead
from knowledge.importing.template.work.candidates import Candidate
from knowledge.importing.template.work.listed_contacts import ListedContacts
from knowledge.importing.template.work.listed_resources import ListedResources
from knowledge.importing.template.work.proposal_builder import ProposalBuilder

#: What stands above the columns of a form, left out, is no loss.
_OF_COLUMNS = re.compile(
    r"\W*(?:your |the )?(?:questions?|answers?|guidance|responses?|details|comments?|notes?)?\W*", re.I
)
_POSITIONS = re.compile(
    r"\b(?:aims|objectives|principles|goals|values|pledges|priorities|commitments|themes|questions|vision)\b", re.I
)
#: A longer lead-in is no topic.
_TOPIC_CHARACTERS = 300


def _names_one(lead: str) -> bool:
    """Whether what opens a list names one piece of work, whose parts stand in it: "Our mentoring programme offers:"."""
    return any(word.lower() in WORK_NOUNS and not word.endswith("s") for word in words(lead))


class Passages:
    """Reads the lines that stand under no question but the one for a description."""

    def __init__(
        self, outline: Outline, builder: ProposalBuilder, contacts: ListedContacts, resources: ListedResources
    ) -> None:
        self._outline = outline
        self._builder = builder
        self._contacts = contacts
        self._resources = resources
        self._parts_of: Candidate | None = None
        #: Answers to the question for a description that were taken for no work.
        self.answers: list[Line] = []

    def end_list(self) -> None:
        """What follows are no more parts of the work whose list was opened."""
        self._parts_of = None

    def item(self, line: Line) -> None:
        """Read an item of a list."""
        text = line.text.strip(" ☐☑")
        line = replace(line, text=text)
        current = self._builder.current()
        rest, mentions = take_contacts(text)
        if mentions and not rest.strip():
            if current is not None and (line.level > current.level):
                current.contacts += [person for mention in mentions for person in mention.people]
                current.resources += beside_contacts(line, mentions, rest=rest)
            else:
                self._stand(mentions, line, rest)
            return
        if is_address_only(text) or (
            line.links and len(words(text)) <= sum(len(words(link.text)) for link in line.links) + 2
        ):
            self._resources.add(resource_line(text, line.links))
            return
        if current is not None and (
            current.owns or self._parts_of is current or (current.is_item and line.level > current.level)
        ):
            add_line(current, line)
            return
        if current is not None and self._is_part(line, current):
            self._parts_of = current
            add_line(current, line)
            return
        if self._outline.is_topic_item(line):
            self._builder.section += 1
            self._builder.topic = text.strip(" :")
            return
        self.describe(line, item=True)

    def _is_part(self, line: Line, current: Candidate) -> bool:
        """Whether an item below a paragraph of work goes on with it in small letters, as no piece of work begins."""
        before = self._outline.before()
        if current.is_item or before is None or before.kind is not Kind.PARAGRAPH:
            return False
        return are_parts([line, *self._outline.items_ahead()])

    def describe(self, line: Line, *, item: bool = False) -> None:
        """Open a piece of work that a line describes, under the title that it opens with, if it does."""
        given, line = parted_lead(line)
        candidate = self._builder.open(line, given=given, asked=self._outline.field is Field.DESCRIPTION)
        candidate.is_item = item
        self._parts_of = candidate if not item and line.text.rstrip().endswith(":") else None
        for index, piece in enumerate(line.text.split("\n")):
            label = split_label(piece)
            if index and label and label[0] is Field.IMPACT:
                add_impact(candidate, label[2], tuple(link for link in line.links if link.text in piece))
            elif index and label and label[0] is Field.RESOURCES:
                candidate.resources += resource_line(label[2], line.links)
            else:
                links = tuple(link for link in line.links if link.text in piece)
                add_line(candidate, Line(piece, line.place, links=links))

    def paragraph(self, line: Line) -> None:
        """Read a paragraph."""
        current = self._builder.current()
        if self._outline.opens_a_list(line):
            self._lead_in(line, current)
            return
        rest, mentions = take_contacts(line.text)
        if mentions and not rest.strip():
            self._stand(mentions, line, rest)
            return
        self.end_list()
        if points_away(rest):
            self._contacts.note_all(mentions, line)
            self._builder.out.left.append(line)
        elif is_address_only(line.text):
            self._resources.add(resource_line(line.text, line.links))
        elif current is not None and (current.owns or (not current.is_item and self._goes_on(rest, current))):
            add_line(current, line)
        elif pieces := listed_in(rest):
            for piece in pieces:
                self.describe(replace(line, text=piece), item=True)
            self._contacts.note_all(mentions, line)
        elif self._is_work(rest) or (current is not None and explains(rest) and lists(rest, " ".join(current.texts))):
            self.describe(line)
        else:
            self._stand(mentions, line, rest)
            if not _OF_COLUMNS.fullmatch(rest) and words(rest) and not announces(rest) and not says_nothing(rest):
                self._builder.out.left.append(line)
                self.answers += [line] if self._outline.field is Field.DESCRIPTION else []

    def _stand(self, mentions: tuple[Mention, ...], line: Line, rest: str) -> None:
        """Note whom a line names, and the pages that it leads to besides."""
        self._contacts.note_all(mentions, line)
        self._builder.out.unread += untold_in(line, mentions, rest=rest)
        self._resources.add(beside_contacts(line, mentions, rest=rest))

    def _goes_on(self, text: str, current: Candidate) -> bool:
        """Whether a paragraph goes on about the work at hand; in the answer to one question it mostly does."""
        # Bounded, as a text made to hurt adds to one piece of work thousands of times.
        told = " ".join([current.given, *current.texts])[:BLOCK_CHARACTERS]
        if self._outline.field is not Field.DESCRIPTION or not explains(text):
            return belongs_to(text, told)
        return not listed_in(text) and not self._outline.is_apart(text, told)

    def _is_work(self, text: str) -> bool:
        """Whether a paragraph that does not go on about other work tells of its own.

        The answer to the question for a description does, however short; both it and other paragraphs may hold a
        position ("we are committed to ...") that does not.
        """
        if only_asks(text) or introduces(text):
            return False
        if self._outline.field is Field.DESCRIPTION and len(words(text)) > 1:
            return tells_of_work(text) or not states_position(text)
        return tells_of_work(text) or may_be_work(text)

    def _lead_in(self, line: Line, current: Candidate | None) -> None:
        """Read a paragraph that opens a list: of pieces of work, or of the parts of one."""
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
            self._lead_into_parts(line, last, current)
        else:
            self._builder.new_section()
            self.end_list()
            self._builder.topic = last.strip(" :") if len(last) < _TOPIC_CHARACTERS else ""

    def _lead_into_parts(self, line: Line, last: str, current: Candidate | None) -> None:
        """Read what opens a list of parts; `last` is its last sentence."""
        goes_on = REFERS_BACK.match(line.text) or not tells_of_work(line.text)
        if current is not None and not current.is_item and goes_on:
            add_line(current, line)
            self._parts_of = current
        elif tells_of_work(line.text):
            self.describe(line)
            self._parts_of = self._builder.out.candidates[-1]
        elif _POSITIONS.search(last):
            self._outline.field = Field.BACKGROUND
        elif self._outline.field is Field.DESCRIPTION and _names_one(last):
            self.describe(line)
            self._parts_of = self._builder.out.candidates[-1]
        else:
            self._builder.topic = line.text
