"""What someone most likely meant: the nearest of the things that would have been right, for messages only."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping, Sequence

from knowledge.domain.text import fold

#: Below this likeness (0 to 1, difflib's ratio) a suggestion is more puzzling than none: a letter or two wrong in a
#: short word gives 0.75 and more, while difflib's own 0.6 finds "early-years" for a word of four letters.
LIKENESS = 0.7
#: How much of a wrong value is shown, in characters.
SHOWN = 60


def nearest(text: str, meanings: Mapping[str, str], *, limit: int = 1) -> tuple[str, ...]:
    """The meanings whose folded names look most like `text`, best first, each once, at most `limit`."""
    # Several names can mean the same thing, so more are looked up than are wanted.
    names = difflib.get_close_matches(fold(text[:SHOWN]), meanings, n=limit * 4, cutoff=LIKENESS)
    return tuple(dict.fromkeys(meanings[name] for name in names))[:limit]


def by_name(values: Iterable[str]) -> dict[str, str]:
    """Each value under its folded form, for `nearest`."""
    return {fold(value): value for value in values}


def one_of(values: Sequence[str], *, last: str = "or") -> str:
    """The values as a sentence lists them: "a, b or c"."""
    if len(values) < 2:
        return "".join(values)
    return f"{', '.join(values[:-1])} {last} {values[-1]}"


def shown(value: str) -> str:
    """A value in quotes, cut where it is long."""
    return f'"{value if len(value) <= SHOWN else value[: SHOWN - 3] + "..."}"'
