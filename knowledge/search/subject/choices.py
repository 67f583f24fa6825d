"""What a question names together: alternatives ("film or drama"), and subjects of their own ("film and police").

Whoever does one of several alternatives answers it. Of subjects all are asked for; they count apart only where nothing
has all of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

#: What stands between two alternatives: "or", a slash, small words after it ("with film or with drama").
_OR = re.compile(r",?\s*(?:/|(?:and\s*/\s*)?\bor\b(?:\s+[a-z']+){0,2})\s*", re.IGNORECASE)
#: What stands between those before the last two.
_COMMA = re.compile(r"\s*,\s*")
#: What stands between two subjects.
_AND = re.compile(r"[,;.!?\n]|\s[&+]\s|\b(?:and|as well as|along with|together with|plus|alongside)\b", re.IGNORECASE)


def choices(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """For each wording of a question, by its place in the text, the number of the choice that it belongs to.

    Wordings of one choice stand beside each other, and only "or" or a slash is between the last two.
    """
    between = [text[end:start] for (_, end), (start, _) in pairwise(spans)]
    joined = [False] * len(spans)
    for at in range(len(between), 0, -1):
        gap = between[at - 1]
        listed = at < len(between) and joined[at + 1] and _COMMA.fullmatch(gap) is not None
        joined[at] = listed or _OR.fullmatch(gap) is not None
    numbers: list[int] = []
    for one in joined:
        numbers.append(numbers[-1] if one else len(numbers))
    return numbers


def starts_of_subjects(text: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """The numbers of the wordings, by their places in the text, that begin a subject of their own; never the first."""
    between = (text[end:start] for (_, end), (start, _) in pairwise(spans))
    return [number for number, gap in enumerate(between, start=1) if _AND.search(gap)]
