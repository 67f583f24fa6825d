"""Which parts of a form are pieces of work: one for each item, entry or paragraph that tells of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.importing.template.contacts.answers import can_be_reached
from knowledge.importing.template.contacts.mentions import read_mention, take_contacts
from knowledge.importing.template.contacts.postal_addresses import is_letterhead, is_postal_address
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.files.limits import INITIATIVES
from knowledge.importing.template.language.addresses import pages_in
from knowledge.importing.template.language.placeholders import as_above, says_nothing
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.language.statements import PARAGRAPH_WORDS, points_away, says_more, tells_of_work
from knowledge.importing.template.lines.courtesies import without_courtesies
from knowledge.importing.template.lines.form_title import is_form_title
from knowledge.importing.template.lines.instructions import parted, without_instructions
from knowledge.importing.template.lines.letters import Letter, quotes_mail
from knowledge.importing.template.lines.steps import LABEL_LEVEL, Entry, Figures, Line, Person, Step
from knowledge.importing.template.outline.headings import asks, heading_of, is_topic
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.fields import PERSONAL, TELLING, Field, split_label
from knowledge.importing.template.work.additions import beside_contacts
from knowledge.importing.template.work.answers import Answers
from knowledge.importing.template.work.asides import Asides
from knowledge.importing.template.work.candidates import Proposal
from knowledge.importing.template.work.further_questions import FurtherQuestions
from knowledge.importing.template.work.listed_contacts import ListedContacts
from knowledge.importing.template.work.listed_resources import ListedResources
from knowledge.importing.template.work.named_again import NamedAgain
from knowledge.importing.template.work.passages import Passages
from knowledge.importing.template.work.proposal_builder import ProposalBuilder

_ASIDES = (Field.BACKGROUND, Field.PRACTICAL, Field.ASIDE)


def propose(steps: Sequence[Step]) -> Proposal:
    """Read the form's steps, its options and authority already taken off, into a proposal."""
    return _Walk(parted(steps)).run()


def _is_statement(line: Line) -> bool:
    """Whether a line is a sentence that tells of work, whatever its style."""
    return line.field is None and line.text.rstrip().endswith(".") and tells_of_work(line.text)


class _Walk:
    """Takes each line in turn to the one who reads lines like it."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self._outline = Outline(steps)
        self._builder = ProposalBuilder()
        self._contacts = ListedContacts(self._outline, self._builder)
        self._resources = ListedResources(self._outline, self._builder)
        self._work = Passages(self._outline, self._builder, self._contacts, self._resources)
        self._again = NamedAgain(self._outline, self._builder)
        self._further = FurtherQuestions(self._outline, self._builder, self._contacts)
        self._answers = Answers(self._outline, self._builder, self._contacts, self._resources, self._work)
        self._letter = Letter(self._outline.steps)
        self._headed_letter = False
        self._has_told = False
        self._asides = Asides()
        self._headed: tuple[int, Line] | None = None

    def run(self) -> Proposal:
        for at, step in enumerate(self._outline.steps):
            self._outline.at = at
            if isinstance(step, Entry):
                self._contacts.close()
                self._builder.add_entry(step)
            elif isinstance(step, Person):
                self._builder.out.people.append(step)
            elif isinstance(step, Figures):
                self._figures(step)
            else:
                self._line(step)
        self._contacts.close()
        self._nothing_beneath(None)
        self._asides.become_work(self._builder.out.candidates)
        self._second_look()
        self._contacts.repeat()
        self._builder.settle_copies()
        self._builder.drop_empty()
        self._builder.settle_evidence()
        self._resources.settle()
        self._builder.out.background = [*self._asides.lines, *self._answers.background]
        return self._builder.out

    def _second_look(self) -> None:
        """In a form that tells of no work, any answer to the question for it is that, else background that does."""
        out = self._builder.out
        if not all(one.is_empty for one in out.candidates):
            return
        self._builder.topic, self._builder.category = "", None
        self._outline.field = None
        chosen = self._work.answers or self._asides.telling_of_work()
        chosen = chosen or [line for line in out.left if line.text.rstrip().endswith(".") and says_more(line.text)]
        chosen = [line for line in chosen if not points_away(line.text)]
        for line in chosen:
            self._work.describe(line)
        out.left = [line for line in [*out.left, *self._asides.lines] if not any(line is one for one in chosen)]
        self._asides.lines = []

    def _line(self, line: Line) -> None:
        if is_form_title(line, answers=self._outline.field is not None) or quotes_mail(line.text):
            self._begin()
            if is_form_title(line):
                self._builder.begin_form()
            return
        if self._heads_letter(line) or self._in_letter(line) or self._contacts.sign_off(line):
            return
        if self._again.takes(line) or self._contacts.go_on(line):
            return
        if self._outline.field is Field.RESOURCES and self._resources.names(line):
            self._resources.add_line(line)
            return
        if as_above(line.text) and line.field is None and self._outline.field in (Field.CONTACT, Field.IMPACT):
            self._answer(line)
            return
        text = without_instructions(line.text, line.links) if line.field is None else line.text
        text = text if line.field or line.bold or line.kind is Kind.HEADING else without_courtesies(text)
        if not text.strip(" ☐☑"):
            return
        if says_nothing(text) and self._outline.field in (*TELLING, Field.MORE):
            return
        if text != line.text:
            line = replace(line, text=text, lead="")
        if self._outline.field is Field.TITLE and self._answers.is_title(line):
            self._answers.titled(line)
            return
        if line.kind is Kind.HEADING and (self._contacts.answers(line) or _is_statement(line)):
            line = replace(line, kind=Kind.PARAGRAPH, level=0, bold=False)
        if self._contacts.is_signature(line):
            self._outline.field = Field.CONTACT
        elif line.field is not None or self._outline.is_heading(line):
            self._heading(line)
            return
        label = split_label(line.text)
        if (label is None or label[0] is Field.ASIDE) and line.kind is not Kind.ITEM and self._further.takes(line):
            return
        if label:
            if (
                label[0] is Field.NAME
                and self._outline.field is not Field.CONTACT
                and self._answers.names_work(label[2])
            ):
                label = (Field.TITLE, *label[1:])
            self._resources.use(label[1])
            if label[0] not in PERSONAL and self._answers.labelled(line, *label):
                return
        self._answer(line)

    def _heads_letter(self, line: Line) -> bool:
        """Whether a line is the address of an office, or how to reach it below that in the head of a letter."""
        if self._outline.field is Field.CONTACT or line.field is not None or self._contacts.just_named():
            return False
        heads = self._headed_letter and is_letterhead(line.text)
        self._headed_letter = (is_postal_address(line.text) or heads) and not self._told()
        return heads or is_postal_address(line.text)

    def _told(self) -> bool:
        """Whether work was told of so far; asked at every line, so it looks at no more than a form may propose."""
        lately = self._builder.out.candidates[-INITIATIVES:]
        self._has_told = self._has_told or not all(one.is_still_empty for one in lately)
        return self._has_told

    def _in_letter(self, line: Line) -> bool:
        """Whether a line is that of a letter round the form, whose text is kept as background behind the work."""
        told = self._told()
        if self._letter.opens(self._outline.at, line, behind=told):
            self._contacts.close()
            self._work.end_list()
            self._outline.field = None
            return True
        if not self._letter.holds(line):
            return False
        if told:
            self._asides.lines += [line] if len(words(line.text)) >= PARAGRAPH_WORDS else []
        elif self._letter.signed and (mention := read_mention(line.text, asked=True)):
            self._builder.out.signed += [one for one in mention.people if one.email or one.phone]
        return True

    def _begin(self) -> None:
        """What follows is another form: nothing in it goes on about the work before."""
        self._letter.close()
        self._contacts.close()
        self._work.end_list()
        self._outline.field = None
        self._builder.new_section()
        self._builder.topic, self._builder.category = "", None

    def _answer(self, line: Line) -> None:
        """Read a line by what the form last asked for."""
        if self._outline.field in _ASIDES:
            self._aside(line)
        elif self._outline.field is Field.MORE:
            self._further.add(line)
        elif self._outline.field is Field.CONTACT and self._answers.names_page(line):
            self._resources.add_line(line)
        elif self._outline.field is Field.CONTACT:
            self._contacts.gather(line)
        elif self._outline.field is Field.RESOURCES:
            self._resource(line)
        elif self._outline.field is Field.IMPACT:
            self._answers.impact(line)
        elif line.kind is Kind.ITEM:
            self._work.item(line)
        else:
            self._work.paragraph(line)

    def _figures(self, figures: Figures) -> None:
        """Take up what was counted as impact, unless it stands under background."""
        if self._outline.field in _ASIDES:
            self._asides.lines += figures.lines
            return
        for line in figures.lines:
            self._builder.add_impact(line.text, line.place)

    def _resource(self, line: Line) -> None:
        """Read a line under a heading for resources, which asks for contacts too in the form's own last question."""
        rest, mentions = take_contacts(line.text)
        leads = bool(pages_in(line.text))
        if not mentions or not all(can_be_reached(one, line, by_page=not leads) for one in mentions):
            self._resources.add_line(line)
            return
        self._contacts.note_all(mentions, line)
        if leads:
            self._resources.add(beside_contacts(line, mentions, rest=rest))
        if rest.strip():
            self._resources.add_line(replace(line, text=rest))

    def _aside(self, line: Line) -> None:
        """Background tells of no work, but a contact or a new list of initiatives may follow it unannounced."""
        mention = read_mention(line.text)
        if mention and (self._outline.field is Field.BACKGROUND or can_be_reached(mention, line)):
            self._contacts.note(mention, line, asked=False)
        elif self._outline.opens_generic_list(line):
            self._outline.field = None
            self._work.paragraph(line)
        elif self._outline.field is Field.ASIDE and self._answers.aside:
            self._answers.set_aside(self._answers.aside, line.text, line)
        elif not says_nothing(line.text):
            self._asides.add(line, self._builder.at_hand())

    def _nothing_beneath(self, line: Line | None) -> None:
        """Note the heading before `line`, or before the end, when nothing stands beneath it: it may name work."""
        at, headed = self._headed or (-1, None)
        self._headed = None
        ends = self._outline.at == at if line is None else self._outline.at == at + 1
        deeper = line is not None and headed is not None and line.level > headed.level
        if headed is not None and ends and not deeper and words(headed.text):
            self._builder.out.left.append(headed)

    def _heading(self, line: Line) -> None:
        self._nothing_beneath(line)
        heading = heading_of(line.text)
        asked = line.field or heading.field
        if asked in (None, Field.ASIDE) and self._further.asks_for_work(line):
            asked = Field.DESCRIPTION
        elif asked in (None, Field.ASIDE) and self._further.asks(line):
            self._contacts.close()
            self._work.end_list()
            self._further.begin(line)
            return
        if asked is not None:
            self._answers.ask(asked, line)
            return
        self._contacts.close()
        self._work.end_list()
        self._resources.use(line.text)
        self._outline.field = None
        self._builder.new_section()
        bare = line.text.strip(" :.")
        if heading.category is not None:
            self._builder.topic, self._builder.category = bare, heading.category
            return
        if self._outline.heads_fields():
            topic = is_topic(line.text)
            self._builder.topic = bare if topic else self._builder.topic
            self._builder.open(line, given="" if topic else heading.work or bare, owns=True)
            return
        if heading.work and self._outline.body() and not self._outline.heads_a_list():
            self._builder.open(line, given=heading.work, owns=True)
            return
        if (
            not is_topic(line.text)
            and not asks(line.text)
            and (line.kind is Kind.ITEM or self._outline.heads_one(line))
        ):
            self._builder.open(line, given=bare, owns=True)
            return
        if line.kind is Kind.HEADING and line.level <= 2 and line.level < LABEL_LEVEL:
            self._builder.category = None
        self._builder.topic = bare
        if not is_topic(line.text) and not asks(line.text):
            self._headed = (self._outline.at, line)
