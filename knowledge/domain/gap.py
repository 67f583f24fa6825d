"""What was asked for and not found, as far as it can be told without keeping anybody's question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

#: On how many different days something must have been asked for before anybody is shown it: a single person's single
#: question is never to be seen in it.
DAYS_UNTIL_SHOWN = 5


class GapKind(StrEnum):
    """What was recognised in a question: an authority, a theme, or a word of the synonyms list."""

    AUTHORITY = "authority"
    THEME = "theme"
    WORD = "word"


@dataclass(frozen=True, slots=True)
class Gap:
    """Something asked for on `days` different days, last on `last`, when nothing was found; `name` is of the lists."""

    kind: GapKind
    name: str
    days: int
    last: date
