"""Radio circles as the ticks that they are: "● Early results", "◯ With partners".

Two of them are bullets too, so that a full circle says something only where others of the same list have none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.importing.template.files.document import TICKED, UNTICKED
from knowledge.importing.template.lines.steps import Line, Step

_FULL = "●◉⦿🔘⚫"
_EMPTY = "○◯⚪"
_TICKS = {ord(sign): TICKED for sign in _FULL} | {ord(sign): UNTICKED for sign in _EMPTY}

#: How many of the choices that a form offers stand on a line that holds nothing else; 0 for any other line.
Choices = Callable[[str], int]


def without_circles(text: str) -> str:
    """The text without any such sign."""
    return text.translate(dict.fromkeys(_TICKS, " "))


def with_ticks(steps: Sequence[Step], choices: Choices) -> list[Step]:
    """The steps with a tick for each full circle, and a box for each empty one, beside the choices of a list."""
    found = list(steps)
    at = 0
    while at < len(found):
        end = at
        while end < len(found) and _offers(found[end], choices):
            end += 1
        together = [step for step in found[at:end] if isinstance(step, Line)]
        full = sum(_signed(line).count(sign) for line in together for sign in _FULL)
        if 0 < full < sum(choices(without_circles(line.text)) for line in together):
            found[at:end] = [
                replace(line, text=" ".join(_signed(line).translate(_TICKS).split()), sign="", lead="")
                for line in together
            ]
        at = max(end, at + 1)
    return found


def _signed(line: Line) -> str:
    """A line with the circle that was taken for its bullet."""
    return f"{line.sign} {line.text}" if line.sign and line.sign in _FULL + _EMPTY else line.text


def _offers(step: Step, choices: Choices) -> bool:
    return isinstance(step, Line) and choices(without_circles(step.text)) > 0
