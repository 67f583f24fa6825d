"""The marks that people put beside the form's options: ticks, crosses, boxes and words."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TICK_MARKS = "☑☒✓✔✅🗹🗸√⊠■✗✘❌◉⦿"
_BOX_MARKS = "☐□▢❏❑◻⬜▫○◯"
CROSSED = re.compile(r"[✗✘❌]|(?:^|\s|[\[(])[xX](?:\s|$|[\])])")
TICKED_SIGNS = "✓✔☑√✅🗹🗸"
MARKS = re.compile(
    rf"[{_TICK_MARKS}{_BOX_MARKS}]\ufe0f?|[\[(]\s*(?:[xXyY✓✔√]|yes|Yes|tick(?:ed)?|Tick(?:ed)?)\s*[\])]|[\[(]\s*_*\s*[\])]"
    rf"|(?<![\w&])[xX](?![\w&])|(?<!\w)(?:yes|no|Yes|No|YES|NO|Y|N)(?!\w)"
)


def is_ticked(mark: str) -> bool:
    """Whether a mark beside an option says that it is meant."""
    inner = mark.strip("[]() _\ufe0f")
    return bool(inner) and inner not in _BOX_MARKS and inner.lower() not in ("no", "n")


def marks_of(text: str, spots: Sequence[re.Match[str]]) -> list[str | None]:
    """For each of the options named at these spots of a line, the first mark that is its own; None where it has none.

    Marks stand before their options where the first one stands before the first option, else behind them.
    """
    marks = list(MARKS.finditer(text))
    before = bool(marks) and marks[0].start() < spots[0].start()
    starts = [0, *(spot.end() for spot in spots[:-1])] if before else [spot.end() for spot in spots]
    ends = [spot.start() for spot in spots] if before else [*(spot.start() for spot in spots[1:]), len(text)]
    return [
        next((mark[0] for mark in marks if start <= mark.start() < end), None)
        for start, end in zip(starts, ends, strict=True)
    ]
