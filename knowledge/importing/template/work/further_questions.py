"""What a form asks about one piece of work besides the template's questions, and what stands there."""

from __future__ import annotations

from dataclasses import replace

from knowledge.importing.template.contacts.mentions import read_mention, take_contacts
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.statements import tells_of_work
from knowledge.importing.template.lines.steps import LABEL_LEVEL, Line
from knowledge.importing.template.outline.headings import heading_of, is_topic, names_work
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.fields import OF_CONTACT, TELLING, Field
from knowledge.importing.template.questions.rubrics import asks_how, rubric, rubric_of_contact, split_rubric
from knowledge.importing.template.resources.references import take_resources
from knowledge.importing.template.work.listed_contacts import ListedContacts
from knowledge.importing.template.work.proposal_builder import ProposalBuilder

_OF_WORK = {*TELLING, Field.RESOURCES, *OF_CONTACT}


class FurtherQuestions:
    """Keeps what is told below such headings and labels with the work at hand, or with the first to come."""

    def __init__(self, outline: Outline, builder: ProposalBuilder, contacts: ListedContacts) -> None:
        self._outline = outline
        self._builder = builder
        self._contacts = contacts
        self._label = ""

    def asks(self, line: Line) -> bool:
        """Whether a heading asks for more about the work at hand, by its words or by what stands round it."""
        told = any(tells_of_work(one.text) for one in self._outline.body())
        if rubric(line.text):
            return self._fits(line.text, told=told)
        work = self._builder.at_hand()
        heading = heading_of(line.text)
        if work is None or not (work.owns and work.asked and work.given) or heading.field or heading.category:
            return False
        if self._outline.field is Field.TITLE or self._outline.heads_fields():
            return False
        named = told and (names_work(line.text) or bool(heading.work))
        ahead = self._outline.asked_of_it()
        if line.level == LABEL_LEVEL:  # a row among those of the form's questions
            return bool(ahead & _OF_WORK) and not (named and not work.texts and not ahead & TELLING)
        if named or is_topic(line.text):
            return False
        return bool(ahead & (_OF_WORK if work.texts else TELLING))

    def asks_for_work(self, line: Line) -> bool:
        """Whether a heading ("Approach") asks for the work itself, which the form has no other question for."""
        asked = self._outline.asked_for
        only_how = asks_how(line.text) and asked[Field.IMPACT] and not asked[Field.DESCRIPTION]
        return bool(only_how) and self._builder.at_hand() is None

    def begin(self, line: Line) -> None:
        """Go on with what a heading asks for."""
        if self._outline.field is Field.TITLE:
            self._builder.open(line, owns=True, asked=True)
        self._outline.field = Field.MORE
        self._label = "" if asks_how(line.text) else line.text.strip(" :.")

    def takes(self, line: Line) -> bool:
        """Read a label and its answer on one line; False when they are none of such a question."""
        parts = split_rubric(line.text)
        if self._outline.field is Field.RESOURCES or (self._outline.field in OF_CONTACT and read_mention(line.text)):
            return False
        if (
            parts
            and (mention := read_mention(line.text))
            and any(one.name and one.name in parts[0] for one in mention.people)
        ):
            return False  # "More details from Ann Lee - ann.lee@leeds.gov.uk"
        if parts is None or not self._fits(parts[0], told=tells_of_work(parts[1])):
            return False
        self.begin(replace(line, text=parts[0]))
        self.add(replace(line, text=parts[1]))
        self._outline.field = None
        return True

    def add(self, line: Line) -> None:
        """Take up a line below such a heading, the first of them with the heading in front of it."""
        if says_nothing(line.text):
            return
        text, mentions = take_contacts(line.text)
        if all(one.email or one.phone or one.url for mention in mentions for one in mention.people):
            self._contacts.note_all(mentions, line)
        else:
            text = line.text
        text, resources = take_resources(text, line.links)
        if text.strip() and self._label:
            text = f"{self._label}{'' if self._label.endswith('?') else ':'} {text}"
            self._label = ""
        if self._builder.several_at_hand():
            self._builder.out.left.append(replace(line, text=text))
            return
        self._builder.add_more(text, resources)

    def _fits(self, label: str, *, told: bool) -> bool:
        """Whether there is one piece of work, or one to come, that such a question is asked about.

        Of several nobody can tell whose the answer is; it is left out, unless work is `told` of in it.
        """
        if rubric_of_contact(label) and self._outline.field in OF_CONTACT:
            return False
        work = self._builder.at_hand()
        if work is not None:
            return work.asked or (work.owns and (bool(work.impact) or self._outline.goes_on_with_fields()))
        if self._builder.several_at_hand():
            return not told
        to_come = not self._builder.out.candidates and Field.DESCRIPTION in self._outline.asked_of_it()
        return self._outline.field is Field.TITLE or to_come
