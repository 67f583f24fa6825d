"""What someone most likely meant: the nearest of the things that would have been right, for messages only."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping

from knowledge.domain.authority import Authority
from knowledge.domain.text import fold

#: Below this likeness (0 to 1, difflib's ratio) a suggestion is more puzzling than none: a letter or two wrong in a
#: short word gives 0.75 and more, while difflib's own 0.6 finds "early-years" for a word of four letters.
LIKENESS = 0.7
#: The same for authorities, of which any two long names are somewhat alike: "Nowhereshire" has 0.72 with Herefordshire.
LIKENESS_OF_NAMES = 0.78
#: Words for what kind of body a name is of.
_KINDS = frozenset((
    "the", "of", "city", "county", "borough", "council", "london", "royal", "metropolitan",
    "lb", "rb", "cc", "mbc", "bc", "dc",
))  # fmt: skip
#: Authorities named as what may have been meant: more are no help.
AUTHORITIES = 3
#: How much of a value is compared, in characters: no name is as long.
COMPARED = 60


def nearest(text: str, meanings: Mapping[str, str], *, limit: int = 1, likeness: float = LIKENESS) -> tuple[str, ...]:
    """The meanings whose folded names look most like `text`, best first, each once, at most `limit`."""
    # Several names can mean the same thing, so more are looked up than are wanted.
    names = difflib.get_close_matches(fold(text[:COMPARED]), meanings, n=limit * 4, cutoff=likeness)
    return tuple(dict.fromkeys(meanings[name] for name in names))[:limit]


def nearest_authorities(text: str, register: Iterable[Authority]) -> tuple[str, ...]:
    """The register names of those whose names look most like `text`, best first, at most `AUTHORITIES`.

    Compared without the words for what kind of body it is, which make any two cities look alike.
    """
    meanings = {_telling(name): one.name for one in register for name in one.names()}
    return nearest(_telling(text[:COMPARED]), meanings, limit=AUTHORITIES, likeness=LIKENESS_OF_NAMES)


def _telling(name: str) -> str:
    words = fold(name).split()
    return " ".join([word for word in words if word not in _KINDS] or words)


def by_name(values: Iterable[str]) -> dict[str, str]:
    """Each value under its folded form, for `nearest`."""
    return {fold(value): value for value in values}
