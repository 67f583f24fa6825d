"""Which words keep each other company in the lists ("care leavers", "stop and search"), so that a slip can be told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.search.language.english import STOP
from knowledge.search.language.stems import stem

#: No more than so many words away is a word's neighbour looked for, past small ones.
FARTHEST = 3
#: Longer phrases are not looked for.
LONGEST = 4
#: Words of fewer letters than this are not told apart by their company.
SHORTEST = 3
#: Nor is a word of fewer than this meant: shorter ones are abbreviations.
SHORTEST_MEANT = 4


class Company:
    """The words that stand next to each other in some phrase, or with only small words between them."""

    def __init__(self, phrases: Iterable[Sequence[str]]) -> None:
        self._after: defaultdict[str, set[str]] = defaultdict(set)
        self._before: defaultdict[str, set[str]] = defaultdict(set)
        self._together: set[tuple[str, str]] = set()
        self._adjacent: set[tuple[str, str]] = set()
        self._phrases: set[tuple[str, ...]] = set()
        for phrase in phrases:
            stems = tuple(map(stem, phrase))
            self._phrases.add(stems)
            self._adjacent.update(pairwise(stems))
            said = [word for word in phrase if word not in STOP]
            for one, other in pairwise(said):
                first, second = stem(one), stem(other)
                self._together.add((first, second))
                self._after[first].add(other)
                self._before[second].add(one)

    def has_beside(self, one: str, other: str) -> bool:
        """Whether two words stand right next to each other, the one before the other."""
        return (stem(one), stem(other)) in self._adjacent

    def keeps(self, one: str, other: str) -> bool:
        """Whether two words stand together, the one before the other, with nothing but small words between."""
        return (stem(one), stem(other)) in self._together

    def width(self, word: str) -> int:
        """How many words keep a word's company."""
        return len(self._after.get(stem(word), ())) + len(self._before.get(stem(word), ()))

    def suits(self, word: str, before: str | None, after: str | None) -> bool:
        """Whether a word keeps company with one of its neighbours."""
        return (before is not None and self.keeps(before, word)) or (after is not None and self.keeps(word, after))

    def beside(self, before: str | None, after: str | None) -> set[str]:
        """The words that keep company with one of two neighbours, as the lists write them."""
        return set().union(*self._sides(before, after))

    def _sides(self, before: str | None, after: str | None) -> tuple[Collection[str], Collection[str]]:
        """The words known behind the one neighbour, and those known in front of the other."""
        following = self._after.get(stem(before), ()) if before else ()
        preceding = self._before.get(stem(after), ()) if after else ()
        return following, preceding

    def make_a_phrase(self, words: Sequence[str], at: int) -> bool:
        """Whether some words that stand next to each other, with the one `at` this place, are a whole phrase."""
        stems = tuple(map(stem, words))
        return any(
            stems[start:end] in self._phrases
            for start in range(max(at - LONGEST + 1, 0), at + 1)
            for end in range(max(at + 1, start + 2), min(start + LONGEST, len(stems)) + 1)
        )

    def likelier(self, word: str, before: str | None, after: str | None) -> str | None:
        """The word one slip from `word` that keeps company with its neighbours; of several, with most of them.

        None where there is none, or where `word` keeps their company itself.
        """
        sides = self._sides(before, after)
        if not any(sides) or self.suits(word, before, after):
            return None
        found = {
            near: sum(near in side for side in sides)
            for side in sides
            for near, slips, _ in process.extract_iter(word, side, scorer=OSA.distance, score_cutoff=1)
            if slips == 1 and len(near) >= SHORTEST_MEANT and _begin_alike(word, near)
        }
        return max(found, key=lambda near: (found[near], near), default=None)


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words have the same first letter, or their first two swapped."""
    return one[0] == other[0] or one[:2] == other[1::-1]
