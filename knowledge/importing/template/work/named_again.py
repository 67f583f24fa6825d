"""Answers told apart by the work they are about, below one question for all of it: "Project B: nine found work"."""

from __future__ import annotations

import re
from dataclasses import replace

from knowledge.domain.text import fold
from knowledge.importing.template.contacts.mentions import take_contacts
from knowledge.importing.template.contacts.unread import unread_in
from knowledge.importing.template.language.placeholders import as_above, says_nothing
from knowledge.importing.template.language.sentences import capitalised, words
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.outline.headings import counted_as
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.fields import Field
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

    def takes(self, line: Line) -> bool:
        """Take up an answer to the question at hand; False when it names no piece of work told of before."""
        if self._outline.field not in _ANSWERS or line.field is not None:
            return False
        parts = _PARTED.match(line.text)
        work = self._named(line.text, parts["named"]) if parts else None
        if parts is None or work is None:
            return False
        said = line.text[parts.end() :]
        if fold(said) == fold(work.given):
            return False  # the work's own heading once more
        if says_nothing(said):
            return True
        if as_above(said):
            return False
        return self._give(replace(line, text=capitalised(said), lead=""), work)

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
