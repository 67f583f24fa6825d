"""Answers told apart by the work they are about, below one question for all of it: "Project B: nine found work"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.domain.text import fold
from knowledge.importing.template.contacts.mentions import take_contacts
from knowledge.importing.template.contacts.unread import unread_in
from knowledge.importing.template.files.document import Kind
from knowledge.importing.template.language.placeholders import as_above, says_nothing
from knowledge.importing.template.language.sentences import capitalised, words
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.outline.headings import counted_as
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.fields import Field, field_of, split_label
from knowledge.importing.template.resources.references import resource_line
from knowledge.importing.template.work.additions import add_impact
from knowledge.importing.template.work.candidates import Candidate
from knowledge.importing.template.work.proposal_builder import ProposalBuilder

_PARTED = re.compile(r"^(?P<named>[^\n:]{3,100}?)\s*(?::(?!//)|\s[–—-])\s*(?=\S)")
_ANSWERS = (Field.IMPACT, Field.CONTACT, Field.RESOURCES)
#: One piece of work needs no telling apart.
_SEVERAL = 2


class NamedAgain:
    """Gives such an answer to the work that stands in front of it, by its number in the form or by its title."""

    def __init__(self, outline: Outline, builder: ProposalBuilder) -> None:
        self._outline = outline
        self._builder = builder
        #: What was asked where a work's name stood as a heading again, and that work.
        self._about: tuple[Field, Candidate] | None = None

    def takes(self, line: Line) -> bool:
        """Take up an answer to the question at hand; False when it names no piece of work told of before."""
        if self._outline.field not in _ANSWERS or line.field is not None:
            self._about = None
            return False
        if (work := self._headed(line)) is not None:
            self._about = (self._outline.field, work)
            return True
        if self._about is not None and self._goes_on(line):
            return self._give(line, self._about[1])
        self._about = None
        parts = _PARTED.match(line.text)
        work = self._named(line.text, parts["named"]) if parts else None
        if parts is None or work is None:
            return False
        said = line.text[parts.end() :]
        if says_nothing(said):
            return True
        if as_above(said):
            return False
        return self._give(replace(line, text=capitalised(said), lead=""), work)

    def _headed(self, line: Line) -> Candidate | None:
        """The work that a line names again and says nothing else of, as the heading of an answer about it."""
        bare = line.text.strip(" :.–—-")
        parts = _PARTED.match(bare)
        name = bare[parts.end() :] if parts and counted_as(bare) else bare
        work = self._named(line.text, name)
        return work if work is not None and fold(name) in (fold(work.given), work.sign) else None

    def _goes_on(self, line: Line) -> bool:
        """Whether a line is more of the answer below such a heading."""
        asked = self._about[0] if self._about is not None else None
        if asked is not self._outline.field or line.kind is Kind.HEADING or line.bold or _PARTED.match(line.text):
            return False
        return split_label(line.text) is None and field_of(line.text) is None

    def _named(self, text: str, named: str) -> Candidate | None:
        candidates = [one for one in self._builder.out.candidates if one.form == self._builder.forms]
        sign = counted_as(text)
        found = [
            one
            for one in candidates
            if (sign and one.sign == sign) or (len(words(one.given)) > 1 and fold(one.given) == fold(named))
        ]
        return found[0] if len(found) == 1 and len(candidates) >= _SEVERAL else None

    def _give(self, line: Line, work: Candidate) -> bool:
        if self._outline.field is Field.IMPACT:
            add_impact(work, line.text, line.links)
        elif self._outline.field is Field.RESOURCES:
            work.resources += resource_line(line.text, line.links)
        else:
            mentions = take_contacts(line.text, asked=True)[1]
            if not mentions:
                return False
            work.contacts += [person for mention in mentions for person in mention.people]
            work.unread += unread_in(line.text, mentions, line)
        return True
