"""How strongly initiatives hold one idea, by the ways in which it is said."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from knowledge.search.ideas import ITSELF, JUST_THE_SAME, Alternative, Kind
from knowledge.search.index.segment import Floats, Postings

#: A theme that wording only loosely stands for is held for that much less sure (a power of the lists' weight).
_LOOSELY_FILED = 2.0


def together(one: Floats, other: Floats, share: float) -> Floats:
    """What two kinds of evidence (0 to 1) say together: the stronger, and `share` of the weaker beside it."""
    return 1 - (1 - np.maximum(one, other)) * (1 - np.float32(share) * np.minimum(one, other))


class Holding:
    """For every initiative (an array each, 0 to 1) how strongly it holds an idea.

    By the words themselves (`_exact`), by the best of the synonyms (`_said`) and of those that say just the same
    (`_same`), by what it is filed under (`filed`, and `_named` for how sure it is that the wording means that), and by
    mere hints (`hinted`). `_unsaid` is what all synonyms together leave open, each taken as evidence of its own.
    """

    def __init__(self, size: int) -> None:
        self._exact, self._said, self._same, self._named, self.filed, self.hinted = (
            np.zeros(size, dtype=np.float32) for _ in range(6)
        )
        self._unsaid = np.ones(size, dtype=np.float32)

    def add(self, one: Alternative, factor: float, found: Postings) -> None:
        """Take in where one way of saying it stands, which counts `factor`."""
        docs, strengths = found.docs, np.float32(factor) * found.strengths
        if one.kind in ITSELF:
            np.maximum.at(self._exact, docs, strengths)
        elif one.kind is Kind.SYNONYM:
            np.maximum.at(self._said, docs, strengths)
            np.multiply.at(self._unsaid, docs, 1 - strengths)
            if one.weight >= JUST_THE_SAME:
                np.maximum.at(self._same, docs, strengths)
        elif one.kind is Kind.FILED:
            np.maximum.at(self.filed, docs, strengths)
            np.maximum.at(self._named, docs, np.float32(one.weight**_LOOSELY_FILED))
        else:
            np.maximum.at(self.hinted, docs, strengths)

    @property
    def named(self) -> Floats:
        """How strongly it is named: by the words themselves, or what says just the same."""
        return np.maximum(self._exact, self._same)

    def sure(self, adding: float) -> Floats:
        """How surely it is held, for the gate: `adding` tells how much several synonyms say beyond the best of them."""
        said = self._said + np.float32(adding) * (1 - self._unsaid - self._said)
        return np.maximum(np.maximum(self._exact, self._named), said)

    def worded(self, most: float, share: float, everyones: NDArray[np.bool_]) -> Floats:
        """How strongly it is said in words, for the order: the words themselves come before their synonyms.

        Where some initiatives have the words themselves, synonyms count no more than `most` in the others, unless they
        say just the same; beside the words they are evidence `together` with these, the weaker by its `share`. Some
        of `everyones`, that is: what only a few may see changes nobody else's answers.
        """
        said = 1 - self._unsaid
        itself = self._exact > 0
        if not itself.any():
            return said
        both = together(self._exact, said, share)
        if (itself & everyones).any():
            said = np.minimum(said, np.maximum(self._same, np.float32(most)))
        return np.where(itself, both, said)
