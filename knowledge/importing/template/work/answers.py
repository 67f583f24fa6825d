"""The form's questions and what stands behind them: where each answer goes."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.domain.text import fold
from knowledge.importing.template.contacts.answers import with_pages
from knowledge.importing.template.contacts.mentions import Mention, asks_who, read_mention, take_contacts
from knowledge.importing.template.contacts.unread import unread_in, untold_in
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.addresses import PAGE, emails_in, is_address_only, pages_in, phone_in
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.placeholders import as_above, says_nothing
from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.language.statements import PARAGRAPH_WORDS, PART_WORDS, listed_in, points_away
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.options.evidence_levels import evidence_level
from knowledge.importing.template.outline.headings import heading_of, names_work
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.category_names import categories_answered, category_named
from knowledge.importing.template.questions.fields import OF_FORM, PERSONAL, TELLING, Field, split_label
from knowledge.importing.template.questions.rubrics import rubric
from knowledge.importing.template.resources.references import resource_line
from knowledge.importing.template.work.additions import TITLE_WORDS, add_line, beside_contacts
from knowledge.importing.template.work.candidates import Candidate
from knowledge.importing.template.work.listed_contacts import ListedContacts
from knowledge.importing.template.work.listed_resources import ListedResources
from knowledge.importing.template.work.passages import Passages
from knowledge.importing.template.work.proposal_builder import ProposalBuilder

#: What is asked of the one who was named before.
_OF_SOMEBODY = (Field.ROLE, Field.EMAIL, Field.PHONE)
_NOT_OF_WORK = (Field.ASIDE, Field.PRACTICAL, Field.BACKGROUND, Field.AUTHORITY, Field.CATEGORY)
#: Who filled the form in can be asked about it, where it names nobody else.
_SIGNED = re.compile(r"(?:form |template )?(?:completed|submitted|prepared|written|filled in) by|author|from", re.I)
#: Asked behind an overview, about the same work.
_IN_DETAIL = re.compile(r"(?:(?:more|further|full|additional|some) )?details?(?: of (?:it|this|the work))?\s*", re.I)
#: Longer background may tell of work.
_BACKGROUND_WORDS = 40


def _parted_title(answer: str) -> tuple[str, str]:
    """A title, and what is told of the work in further sentences behind it: "Open book. We publish each decision."."""
    first, *more = sentences(answer)
    told = " ".join(more)
    if not first.endswith(".") or len(words(first)) > TITLE_WORDS or len(words(told)) < PART_WORDS // 2:
        return answer, ""
    return first.rstrip("."), told


class Answers:
    """Reads labels with the answers on their lines, and keeps what the form last asked for in the outline's field."""

    def __init__(
        self,
        outline: Outline,
        builder: ProposalBuilder,
        contacts: ListedContacts,
        resources: ListedResources,
        work: Passages,
    ) -> None:
        self._outline = outline
        self._builder = builder
        self._contacts = contacts
        self._resources = resources
        self._work = work
        #: Answers on the line of their question that tell of no work.
        self.background: list[Line] = []
        self._asks_who = True
        #: What the form asked for last that no field holds; empty where a list of aims was opened.
        self.aside = ""
        #: Who filled the form in; "Contact: as above" may mean them.
        self._signed: list[Mention] = []

    def ask(self, asked: Field, line: Line) -> None:
        """Go on with what a label on a line of its own asks for."""
        if asked in _OF_SOMEBODY and self._outline.field is Field.CONTACT:
            self._contacts.gather(Line(f"{line.text}:", line.place))
            return
        self._contacts.close()
        self._work.end_list()
        self._resources.asked(asked, line.text)
        if self._outline.field is Field.TITLE and asked in TELLING:
            self._builder.open(line, owns=True, asked=True)  # "Initiative 2" stands for a title, and none was given
        if asked in _NOT_OF_WORK:
            self._outline.field = None if asked in (Field.AUTHORITY, Field.CATEGORY) else asked
            self.aside = line.text
            if asked is Field.BACKGROUND and not self._outline.goes_on_with_fields():
                self._builder.section += 1
            return
        self._outline.field = Field.CONTACT if asked in PERSONAL else asked
        self._asks_who = asked is not Field.CONTACT or asks_who(line.text)
        if asked in PERSONAL:
            self._contacts.gather(Line(f"{line.text}:", line.place))

    def set_aside(self, label: str, answer: str, line: Line) -> None:
        """Note an answer that no field holds, unless the question is about the form itself or the mail round it."""
        if not says_nothing(answer) and not OF_FORM.fullmatch(fold(label)):
            self._builder.out.untaken.append(replace(line, text=f"{label.strip(' :?')}: {answer.strip()}"))

    def names_page(self, line: Line) -> bool:
        """Whether a line below "Find out more" and the like, which ask for nobody, leads to pages to read."""
        pages = line.links or pages_in(line.text)
        if self._asks_who or not pages or emails_in(line.text) or phone_in(line.text):
            return False
        return not any(names_in(shown) for shown in (PAGE.sub(" ", line.text), *(link.text for link in line.links)))

    def titled(self, line: Line) -> None:
        """Open a piece of work with its title; a sentence, or what is too long for a title, describes one without."""
        self._outline.field = None
        least = PARAGRAPH_WORDS if line.text.rstrip().endswith(".") else TITLE_WORDS + 1
        if len(words(line.text)) >= least:
            add_line(self._builder.open(line, owns=True, asked=True), line)
        else:
            self._builder.open(line, given=line.text, owns=True, asked=True)

    def labelled(self, line: Line, asked: Field, label: str, answer: str) -> bool:
        """Read a label and its answer on one line; True when that was all there is to it."""
        in_item = line.kind is Kind.ITEM
        current = self._builder.current()
        inside = current if current is not None and in_item and line.level > current.level else None
        if asked is Field.CONTACT and answer and self._contact(line, label, answer, inside):
            return True
        if in_item and inside is None and asked is not Field.RESOURCES:
            return False
        self._contacts.close()
        if asked is Field.TITLE:
            self._title(line, answer)
        elif not answer:
            self.ask(asked, Line(label, line.place, Kind.HEADING))
        elif asked is Field.DESCRIPTION:
            self._description(Line(answer, line.place, Kind.PARAGRAPH, 0, line.links), label)
        elif asked in (Field.IMPACT, Field.RESOURCES):
            self._outcome(line, asked, label, answer)
        else:
            return asked in _NOT_OF_WORK and self._drop(line, asked, label, answer)
        return True

    def names_work(self, answer: str) -> bool:
        """Whether what is asked a name for is work: by the name's own words, or as work is asked about next."""
        named = names_in(answer)
        somebody = bool(named) and named[0].start == 0
        return names_work(answer) or (not somebody and self._outline.asks_next() in (*TELLING, Field.CATEGORY))

    def is_title(self, line: Line) -> bool:
        """Whether a line answers the question for a title, and is no further question of the form's."""
        if line.field is not None or split_label(line.text) is not None:
            return False
        asks_more = heading_of(line.text).field is not None or rubric(line.text)
        return not (self._outline.is_heading(line) and asks_more)

    def impact(self, line: Line) -> None:
        """Read a statement of impact."""
        if as_above(line.text):
            if not self._builder.same_impact(line.text):
                self._builder.out.left.append(line)
            return
        if level := evidence_level(line.text):
            self._builder.state(level, line)
            return
        rest, mentions = take_contacts(line.text)
        self._contacts.note_all(mentions, line)
        self._builder.out.unread += untold_in(line, mentions, rest=rest)
        self._resources.add(beside_contacts(line, mentions, rest=rest))
        if rest.strip():
            self._builder.add_impact(rest, line.place, line.links)

    def _contact(self, line: Line, label: str, answer: str, inside: Candidate | None) -> bool:
        """Read an answer to the question for contacts; `inside` is the work that the line is an item of."""
        out = self._builder.out
        mentions = take_contacts(with_pages(line))[1]
        if mentions:
            self._contacts.close()
            out.unread += unread_in(answer, mentions, line)
            if inside is None:
                self._contacts.note_all(mentions, line)
            else:
                inside.contacts += [person for mention in mentions for person in mention.people]
        elif as_above(answer) and self._builder.current() is not None and len(out.candidates) > 1:
            self._contacts.same_as_above(answer)
        elif as_above(answer) and self._signed:
            self._contacts.note_all(tuple(self._signed), line)
        elif asks_who(label):
            out.unread += unread_in(answer, (), line)
        elif is_address_only(answer):
            self._resources.add(resource_line(answer, line.links))
        else:
            return False
        return True

    def _title(self, line: Line, answer: str) -> None:
        self._builder.section += 1
        if category := category_named(answer):  # "Example 1 – With communities"
            self._builder.sort((category,), ahead=False, begun=True)
            answer = ""
        if answer:
            title, told = _parted_title(answer)
            work = self._builder.open(line, given=title, owns=True, asked=True)
            if told:
                add_line(work, replace(line, text=told))
        self._outline.field = None if answer else Field.TITLE

    def _description(self, line: Line, label: str) -> None:
        current = self._builder.current()
        goes_on = self._outline.field is Field.DESCRIPTION and _IN_DETAIL.fullmatch(label)
        self._outline.field = Field.DESCRIPTION
        owner = self._builder.owner()
        if points_away(line.text):
            self._builder.out.left.append(line)
        elif owner is not None:
            add_line(owner, line)
        elif goes_on and current is not None:
            add_line(current, line)
        elif pieces := listed_in(f"{label}: {line.text}"):
            for piece in pieces:
                self._work.describe(replace(line, text=piece), item=True)
        else:
            self._work.describe(line)

    def _outcome(self, line: Line, asked: Field, label: str, answer: str) -> None:
        if self._outline.field is Field.DESCRIPTION:
            self._outline.field = None
        if asked is Field.RESOURCES:
            self._resources.add(resource_line(answer, line.links))
        elif fold(answer) in ("yes", "no"):
            self.set_aside(label, answer, line)
        elif not says_nothing(answer):
            self.impact(replace(line, text=answer, lead=""))

    def _drop(self, line: Line, asked: Field, label: str, answer: str) -> bool:
        """Whether an answer tells of no work; a category is that of the work it stands with, background is told."""
        if asked is Field.CATEGORY:
            self._builder.sort(
                categories_answered(answer),
                ahead=self._outline.asks_next() is Field.TITLE,
                begun=self._outline.field is Field.TITLE,
            )
        if asked is Field.PRACTICAL and len(words(answer)) >= PARAGRAPH_WORDS:
            self.background.append(line)
        elif asked in (Field.ASIDE, Field.PRACTICAL):
            self.set_aside(label, answer, line)
        if asked is Field.ASIDE and _SIGNED.fullmatch(label) and (mention := read_mention(answer, asked=True)):
            self._signed.append(mention)
            self._builder.out.signed += [one for one in mention.people if one.email or one.phone]
        if asked is not Field.BACKGROUND:
            return True
        if short := len(words(answer)) <= _BACKGROUND_WORDS:
            self.background.append(line)
        return short
