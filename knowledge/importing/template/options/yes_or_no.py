"""Options that offer "Yes / No" beside them: which of the two was chosen, by a box or by what stands out."""

from __future__ import annotations

import re

from knowledge.importing.template.lines.steps import Line
from knowledge.importing.template.options.marks import is_ticked

_BOX = r"[☑☒✓✔☐□▢❏○◯◉⦿]|\[\s*[xX✓✔]?\s*\]|\(\s*[xX✓✔]?\s*\)"
#: "Yes / No", "☒ Yes ☐ No", "Yes [ ] No [x]", "Y/N".
_OFFERED = re.compile(
    rf"(?P<before>{_BOX})?\s*\b(?P<yes>yes|y)\b\s*(?P<middle>{_BOX})?\s*[/|,]?\s*(?:or\s+)?(?P<second>{_BOX})?\s*"
    rf"\b(?P<no>no|n)\b\s*(?P<behind>{_BOX})?",
    re.I,
)


def with_one_answer(line: Line) -> str:
    """The text of a line with the answer that was chosen in place of "Yes / No"; with neither where none was."""
    offered = list(_OFFERED.finditer(line.text))
    if len(offered) != 1:
        return line.text
    found = offered[0]
    chosen = _boxed(found) if found["before"] or found["middle"] or found["behind"] else _standing_out(line, found)
    return f"{line.text[: found.start()]} {chosen} {line.text[found.end() :]}".strip()


def _boxed(found: re.Match[str]) -> str:
    """The answer whose box is ticked; boxes stand in front of both answers where one stands in front of the first."""
    yes, no = found["middle"], found["behind"]
    if found["before"]:
        yes, no = found["before"], found["second"] or found["middle"]
    ticked = [is_ticked(box or "") for box in (yes, no)]
    return _one(said=ticked[0], denied=ticked[1])


def _standing_out(line: Line, found: re.Match[str]) -> str:
    """The answer that is bold, marked or coloured where the other is not."""
    parts = [part.strip(" /|").lower() for _, part in line.stands_out]
    return _one(said=found["yes"].lower() in parts, denied=found["no"].lower() in parts)


def _one(*, said: bool, denied: bool) -> str:
    return "" if said == denied else "Yes" if said else "No"
