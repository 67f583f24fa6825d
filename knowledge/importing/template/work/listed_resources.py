"""Resources under a heading for them or on lines of their own: those of a piece of work, or of the whole form."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.domain.initiative import Resource
from knowledge.domain.text import fold
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.outline.outline import Outline
from knowledge.importing.template.questions.fields import Field
from knowledge.importing.template.resources.lines import names_resource, with_resource
from knowledge.importing.template.work.proposal_builder import ProposalBuilder

#: What may follow the form's list of resources and leave it the last that is told of the work.
_ALSO_AT_END = (Field.CONTACT, Field.PRACTICAL, Field.ASIDE)


class ListedResources:
    """Gathers them in the order of the walk; whether a list at the end is the whole form's is settled last."""

    def __init__(self, outline: Outline, builder: ProposalBuilder) -> None:
        self._outline = outline
        self._builder = builder
        self._at_end = False
        self._used: set[str] = set()

    def asked(self, asked: Field, label: str) -> None:
        """Note that the form goes on with the question that `label` asks."""
        self.use(label)
        self._at_end = asked is Field.RESOURCES or (self._at_end and asked in _ALSO_AT_END)

    def use(self, label: str) -> None:
        """Note a label that the form uses: where it stands again, it names no document."""
        self._used.add(fold(label))

    def names(self, line: Line) -> bool:
        """Whether a line under a heading for resources names one, though it opens like another question."""
        follows = self._outline.next()
        return names_resource(line, follows=follows.text if isinstance(follows, Line) else "", used=self._used)

    def add(self, found: Sequence[Resource]) -> None:
        """Give resources to the work whose section they stand in, else to the form."""
        owner = self._builder.owner()
        if owner is not None:
            owner.listed += found
        else:
            self._builder.out.resources += found

    def add_line(self, line: Line) -> None:
        """Read a line under a heading for resources."""
        before = self._outline.before()
        before = before if before is not None and before.field is None else None
        owner = self._builder.owner()
        if owner is not None:
            owner.listed = with_resource(owner.listed, line, before)
        else:
            out = self._builder.out
            out.resources = with_resource(out.resources, line, before)

    def settle(self) -> None:
        """A list behind the last of several pieces of work, when no other has one, is the form's."""
        out = self._builder.out
        last_only = len(out.candidates) > 1 and not any(one.listed for one in out.candidates[:-1])
        for one in out.candidates:
            if last_only and self._at_end:
                out.resources += one.listed
            else:
                one.resources += one.listed
