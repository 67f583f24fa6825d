"""Words that are written as one: whether that is two of them, and which."""

from __future__ import annotations

from collections.abc import Callable

from knowledge.search.language.english import STOP
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token
from knowledge.search.spelling.speller import SHORTEST

#: Shorter scraps of a word are words by chance too often to part it there.
_SURE_PART = 5
#: Where the word is right as it stands, too, each half has as many letters at least.
SURE_HALF = 4
#: Words that also end others ("leadership", "brotherhood"): no word has lost its space before them.
_ENDINGS = frozenset(("ship", "wise", "proof", "based", "bas", "works", "worker", "person", "people", "woman", "child"))
#: Words that only join, and are run together with what stands beside them ("atwork", "whomanaged").
_JOINING = frozenset(
    "and are at by for from has have how in is of on our the to up what who with".split()  # noqa: SIM905
)
#: Behind a verb they make another word of it ("takeaway", "pullover").
_PARTICLES = frozenset(("away", "back", "down", "over", "under", "through", "along", "around"))


def run_together(token: Token, knows: Callable[[str], bool]) -> tuple[str, str] | None:
    """Two whole words that lost their space, though never seen side by side: long ones, or one that only joins."""
    word = token.word
    if not token.capital:
        for at in range(2, len(word) - 1):
            head, tail = word[:at], word[at:]
            if any(
                joining in _JOINING and len(other) >= SHORTEST and other not in STOP and knows(other)
                for joining, other in ((head, tail), (tail, head))
            ):
                return head, tail
    for at in range(len(word) - _SURE_PART, _SURE_PART - 1, -1):
        parts = word[:at], word[at:]
        if all(knows(part) and stem(part) not in _ENDINGS for part in parts):
            return parts
    return None


def are_halves(head: str, tail: str) -> bool:
    """Whether two words that make one, right as it stands, mean the same apart ("skin care")."""
    return min(len(head), len(tail)) >= SURE_HALF and tail not in _PARTICLES
