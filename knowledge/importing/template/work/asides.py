"""Background as it was read, which is told at the end; some of it may turn out to be all that is told of the work."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.importing.template.language.statements import tells_of_work
from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.work.additions import add_line
from knowledge.importing.template.work.candidates import Candidate


class Asides:
    """Lines under headings for background, each with the one piece of work that was at hand there."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._of: list[tuple[Line, Candidate]] = []

    def add(self, line: Line, work: Candidate | None = None) -> None:
        self.lines.append(line)
        self._of += [(line, work)] if work is not None else []

    def telling_of_work(self) -> list[Line]:
        return [line for line in self.lines if tells_of_work(line.text)]

    def become_work(self, candidates: Sequence[Candidate]) -> None:
        """Background of one piece of work that the form tells nothing else of, but for its impact, is what it is."""
        for work in candidates:
            told = [line for line, of in self._of if of is work]
            if not told or not (work.given and work.impact) or work.texts or work.more:
                continue
            for line in told:
                add_line(work, line)
            self.lines = [line for line in self.lines if not any(line is one for one in told)]
