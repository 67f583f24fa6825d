"""Which lines of a form head others, and what they head."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import takewhile

from knowledge.importing.template.contacts.mentions import only_contacts, read_mention
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.addresses import is_address_only, pages_in
from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.language.statements import PARAGRAPH_WORDS
from knowledge.importing.template.language.vocabulary import (
    DOING,
    GENERIC_LIST,
    OPENS_LIST,
    REFERS_BACK,
    WORK_NOUNS,
)
from knowledge.importing.template.lines.instructions import without_instructions
from knowledge.importing.template.lines.steps import Line, Step
from knowledge.importing.template.options.evidence_levels import evidence_level
from knowledge.importing.template.outline.bodies import is_one, lists_parts, lists_several
from knowledge.importing.template.outline.continuations import (
    belongs_to,
    holds_other_work,
    is_apart,
)
from knowledge.importing.template.outline.headings import (
    heading_of,
    is_quoted_name,
    is_topic,
    says_what_came,
)
from knowledge.importing.template.questions.fields import OF_CONTACT, TELLING, Field, split_label
from knowledge.importing.template.questions.rubrics import asks_how, rubric, split_rubric

#: A heading is no longer than this, whatever its style says.
_HEADING_WORDS = 16
#: How far beneath a heading is looked to tell what it heads.
_BODY_LINES = 30

#: "Who: health visitors": an answer to a question that somebody added.
_OWN_LABEL = re.compile(r"\w+(?: \w+){0,2}:\s")
#: "What is it?", "How does the scheme work?": asked of one thing, whatever list answers it.
_OF_ONE = re.compile(r"\b(?:it|this|the (?:project|programme|scheme|initiative))\b", re.I)
_WORK = re.compile(r"\b(?:initiatives?|examples?|projects|work)\b", re.I)
_NUMBERED = re.compile(r"(?:initiative|project|example|case study)\s*\d", re.I)


class Outline:
    """The steps of a form with a place among them: `at` is the step in hand, `field` what the form last asked for."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = list(steps)
        self.at = 0
        self.field: Field | None = None

    def is_heading(self, line: Line) -> bool:
        if line.kind is Kind.HEADING:
            return True
        text = line.text.strip()
        if line.kind is Kind.ITEM:
            return self.is_titled_item(line)
        if len(words(text)) > _HEADING_WORDS or "\n" in text or text.endswith((".", ";", ",", "!")) or not words(text):
            return False
        if split_label(text) or split_rubric(text):
            return False
        if self.field is Field.IMPACT and evidence_level(text):
            return False  # "Early results", as an answer
        heading = heading_of(text)
        asks = heading.field is not None
        if not asks and (read_mention(text) or is_address_only(text)):
            return False
        follows = self.next()
        heads_text = isinstance(follows, Line) and follows.kind is not Kind.ITEM
        if line.bold or asks or (text.endswith(":") and heads_text and rubric(text)):
            return True
        before = self.before()
        if before is not None and before.field is Field.ASIDE:
            return False  # "Checked by", and who did
        if self.field in (Field.CONTACT, Field.RESOURCES):
            return heading.category is not None
        if heading.category is not None or _NUMBERED.match(text):
            return True
        if not isinstance(follows, Line) or OPENS_LIST.search(text):
            return False
        quoted = self.field is not Field.IMPACT and is_quoted_name(text)
        if follows.kind is Kind.HEADING or len(words(text)) > 10 or not (text[0].isupper() or quoted):
            return False
        if (REFERS_BACK.match(text) and not is_topic(text)) or says_what_came(text) or pages_in(text):
            return False
        if (label := split_label(follows.text)) and label[0] in OF_CONTACT:
            return False
        asked = len(words(text)) > 1 and heading_of(follows.text).field in TELLING
        return (asked or len(words(follows.text)) > len(words(text))) and not DOING.search(text)

    def is_titled_item(self, line: Line) -> bool:
        """A short item with a paragraph of its own beneath it: "1. Reverse mentoring", then what it is."""
        text = line.text.strip()
        follows = self.next()
        if not isinstance(follows, Line) or follows.kind is not Kind.PARAGRAPH or follows.field is not None:
            return False
        long = len(words(text)) > 10 or (DOING.search(text) and len(words(text)) > 6)
        if long or text.endswith((".", ";", ":")) or "\n" in text:
            return False
        if _OWN_LABEL.match(text) and not heading_of(text).work:
            return False
        if self.field in (Field.CONTACT, Field.RESOURCES, Field.IMPACT):
            return False
        if read_mention(text) or only_contacts(follows.text):
            return False
        if (OPENS_LIST.search(follows.text) and GENERIC_LIST.search(follows.text)) or follows.bold:
            return False
        before = self.before()
        in_run = before is not None and before.kind is Kind.ITEM
        return not in_run and len(words(follows.text)) >= PARAGRAPH_WORDS

    def before(self) -> Line | None:
        """The line right in front of the step in hand; None where there is none, or a row of a table."""
        before = self.steps[self.at - 1] if self.at else None
        return before if isinstance(before, Line) else None

    def next(self) -> Step | None:
        """The step behind the one in hand, but for the form's own instructions."""
        for index in range(self.at + 1, len(self.steps)):
            step = self.steps[index]
            if not isinstance(step, Line) or step.field or without_instructions(step.text, step.links).strip():
                return step
        return None

    def body(self) -> list[Line]:
        """The lines beneath the heading at hand, down to the next heading or label."""
        found: list[Line] = []
        with self._elsewhere() as here:
            for index in range(here + 1, min(here + 1 + _BODY_LINES, len(self.steps))):
                self.at = index
                step = self.steps[index]
                if not isinstance(step, Line) or step.field is not None or self.is_heading(step):
                    break
                found.append(step)
        return found

    @contextmanager
    def _elsewhere(self) -> Iterator[int]:
        """Look at other places within the block; the one at hand, which it gives, is so again behind it."""
        here = self.at
        try:
            yield here
        finally:
            self.at = here

    def _asked(self) -> Field | None:
        """What the line at hand asks for, as a label of its own or with its answer behind it; None for other lines."""
        line = self.steps[self.at]
        if not isinstance(line, Line):
            return None
        if line.field is None and (label := split_label(line.text)):
            return label[0]
        return line.field or (heading_of(line.text).field if self.is_heading(line) else None)

    def asks_next(self) -> Field | None:
        """What the line behind the one at hand asks for."""
        with self._elsewhere() as here:
            self.at = min(here + 1, len(self.steps) - 1)
            return self._asked()

    def _ahead(self, *, all_of_it: bool = False) -> list[tuple[int, Line, Field | None]]:
        """The lines beneath the one at hand, each with what it asks for, down to a heading that asks for nothing.

        With `all_of_it` such a heading ends them only where the form's questions stand beneath it.
        """
        found: list[tuple[int, Line, Field | None]] = []
        with self._elsewhere() as here:
            for index in range(here + 1, min(here + 1 + _BODY_LINES, len(self.steps))):
                self.at = index
                line = self.steps[index]
                asked = self._asked()
                if not isinstance(line, Line) or asked is Field.TITLE:
                    break
                ends = asked is None and self.is_heading(line) and not rubric(line.text)
                if ends and not (all_of_it and not self.heads_fields()):
                    break
                if line.field or without_instructions(line.text, line.links).strip():
                    found.append((index, line, asked))
        return found

    def heads_fields(self) -> bool:
        """Whether the form's questions stand right beneath the heading at hand: "Reverse mentoring", "Description"."""
        ahead = self._ahead()
        if not ahead or (ahead[0][2] is None and not rubric(ahead[0][1].text)):
            return False
        told = next(((index, line) for index, line, asked in ahead if asked in TELLING or asks_how(line.text)), None)
        if told is None:
            return False
        of_one = _OF_ONE.search(told[1].text) and any(asked is Field.IMPACT for _, _, asked in ahead)
        return bool(of_one) or not self._lists_work(told[0])

    def goes_on_with_fields(self) -> bool:
        """Whether more is asked of the same work: a description or an impact, before any heading that asks nothing."""
        return any(asked in TELLING for _, _, asked in self._ahead())

    def asked_of_it(self) -> set[Field]:
        """What is asked behind the line at hand, whatever other headings stand there, down to the next piece of work.

        That is one which the form asks a title for, or whose name heads the form's questions.
        """
        return {asked for _, _, asked in self._ahead(all_of_it=True) if asked}

    def _lists_work(self, index: int) -> bool:
        """Whether the answer to a question is several pieces of work; where it is asked again, each answer is one."""
        once = self.asked_for[Field.DESCRIPTION] < 2
        with self._elsewhere():
            self.at = index
            return self.heads_a_list() or (once and holds_other_work(self.body(), self.is_apart))

    def is_apart(self, text: str, told: str) -> bool:
        """Whether a paragraph below the question for a description tells of other work than `told`.

        A form that asks once for it, and at most once for impact, asks for one piece of work.
        """
        times = self.asked_for[Field.IMPACT]
        one = self.asked_for[Field.DESCRIPTION] == 1 and times <= 1
        return is_apart(text, told, sure=times == 1) if one else not belongs_to(text, told)

    @cached_property
    def asked_for(self) -> Counter[Field]:
        """How often the form asks for what."""
        asked: list[Field] = []
        with self._elsewhere():
            for index in range(len(self.steps)):
                self.at = index
                asked += [one] if (one := self._asked()) else []
        return Counter(asked)

    def heads_a_list(self) -> bool:
        """Whether a heading that could name one piece of work has several of them beneath it."""
        return lists_several(self.body())

    def heads_one(self, line: Line) -> bool:
        """Whether what stands beneath an unspecific heading is one piece of work, or the parts of one."""
        body = self.body()
        return is_one(body, named=line.text) or lists_parts(body)

    def opens_a_list(self, line: Line) -> bool:
        follows = self.next()
        return isinstance(follows, Line) and follows.kind is Kind.ITEM and bool(OPENS_LIST.search(line.text.strip()))

    def opens_generic_list(self, line: Line) -> bool:
        last = sentences(line.text)[-1] if sentences(line.text) else ""
        generic = bool(GENERIC_LIST.search(last) and _WORK.search(last))
        return generic and self.opens_a_list(line)

    def items_ahead(self) -> list[Line]:
        found: list[Line] = []
        for step in self.steps[self.at + 1 :]:
            if not isinstance(step, Line) or step.kind is not Kind.ITEM:
                break
            found.append(step)
        return [item for item in found if item.level == min(one.level for one in found)]

    def is_topic_item(self, line: Line) -> bool:
        """A short item that only heads deeper ones, each of them a piece of work."""
        follows = self.next()
        if not isinstance(follows, Line) or follows.kind is not Kind.ITEM or follows.level <= line.level:
            return False
        topic = line.text.strip(" :")
        if not is_topic(topic) and not GENERIC_LIST.search(topic) and topic.lower() not in WORK_NOUNS:
            return False

        def is_below(step: Step) -> bool:
            return isinstance(step, Line) and step.kind is Kind.ITEM and step.level > line.level

        deeper = takewhile(is_below, self.steps[self.at + 1 :])
        beneath = [len(words(one.text)) for one in deeper if isinstance(one, Line)]
        return max(beneath, default=0) >= PARAGRAPH_WORDS and len(words(line.text)) <= 8
