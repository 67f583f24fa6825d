"""How strong the evidence is, where a form offers the three levels to choose from or is answered with one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.initiative import Evidence
from knowledge.domain.text import fold
from knowledge.importing.template.lines.steps import Line, Step
from knowledge.importing.template.options.circles import with_ticks, without_circles
from knowledge.importing.template.options.marks import MARKS, is_ticked, marks_of

_LEVEL = re.compile(
    r"(?P<evaluated>(?:(?:independently|externally|formally|fully) )?evaluated)"
    r"|(?P<early>(?:some )?early results?)|(?P<described>(?:only )?described(?: only)?)"
)
_LEVELS = {
    "described": Evidence.DESCRIBED,
    "early": Evidence.EARLY_RESULTS,
    "evaluated": Evidence.EVALUATED,
}
_WORDS = {Evidence.DESCRIBED: "Described", Evidence.EARLY_RESULTS: "Early results", Evidence.EVALUATED: "Evaluated"}
_LABEL = re.compile(
    r"^(?:(?:strength|level) of (?:the )?)?evidence(?: (?:of (?:impact|change|success)|level|so far))?\s*[:?–-]\s*",
    re.I,
)
#: One level on a line by itself may be said of anything; with others it is a choice.
_LEAST = 2


def evidence_level(answer: str) -> Evidence | None:
    """The level that an answer consists of ("Early results."); None for any other answer."""
    found = _LEVEL.fullmatch(fold(answer))
    return _LEVELS[found.lastgroup or ""] if found else None


def take_evidence(steps: Sequence[Step]) -> list[Step]:
    """The steps with each list of the levels as the one answer that is marked in it; a list without a mark is left out.

    Of several that are marked the strongest counts.
    """
    steps = with_ticks(steps, _levels)
    kept: list[Step] = []
    at = 0
    while at < len(steps):
        end, lines = at, list[Line]()
        while end < len(steps) and isinstance(step := steps[end], Line) and _levels(step.text):
            lines.append(step)
            end += 1
        if sum(_levels(line.text) for line in lines) < _LEAST:
            kept.append(steps[at])
            at += 1
            continue
        ticked = [level for line in lines for level in _ticked(line.text)]
        strongest = next((level for level in reversed(Evidence) if level in ticked), None)
        if kept and isinstance(asks := kept[-1], Line) and _LABEL.fullmatch(f"{asks.text.rstrip(' :?')}:"):
            kept.pop()
        kept += [Line(f"Evidence: {_WORDS[strongest]}", lines[0].place)] if strongest else []
        at = end
    return kept


def _levels(text: str) -> int:
    """How many levels a line offers with a mark or none; 0 when there is more to it."""
    bare = fold(MARKS.sub(" ", without_circles(_LABEL.sub("", text))))
    spots = _LEVEL.findall(bare)
    return len(spots) if spots and not _LEVEL.sub(" ", bare).replace(" or ", " ").split() else 0


def _ticked(text: str) -> list[Evidence]:
    text = _LABEL.sub("", text).lower()
    spots = list(_LEVEL.finditer(text))
    marked = zip(spots, marks_of(text, spots), strict=True)
    return [_LEVELS[spot.lastgroup or ""] for spot, mark in marked if mark and is_ticked(mark)]
