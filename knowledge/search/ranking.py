"""How well each initiative answers a reading: the share of what was asked for that it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.search.ideas import Idea, Kind
from knowledge.search.snapshot import Snapshot

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Weights:
    """The constants of ranking. Found by `python -m tests.relevance.tune` (see there), on folds of the judged queries."""

    #: what the parts of a phrase count, all of them held but apart
    apart: float = 0.6
    #: what being filed under a theme adds to wording that also matches, and the other way round
    both: float = 0.3
    #: how steeply rare ideas outweigh common ones
    rarity: float = 0.8
    #: what the commonest idea still counts of the rarest
    commonest: float = 0.12
    #: how much of a score is decided by evidence and freshness, between equals
    order: float = 0.01
    #: the best match must cover this share of the question, or there is no answer
    enough: float = 0.42
    #: and each further match this share of what the best one covers
    beside_best: float = 0.35


WEIGHTS = Weights()

#: A store smaller than this is treated as one of this size when telling how rare an idea is.
SMALLEST_STORE = 60
#: How many matches of ideas a snapshot remembers, in all their initiatives together (8 bytes each).
MOST_REMEMBERED = 2_000_000


@dataclass(frozen=True, slots=True)
class Strengths:
    """Which initiatives hold an idea, how strongly (0 to 1), and how rare the idea is (0 to 1)."""

    docs: NDArray[np.int64]
    strengths: Floats
    rarity: float


class Scorer:
    """Scores every initiative of a snapshot against ideas."""

    def __init__(self, snapshot: Snapshot, weights: Weights = WEIGHTS) -> None:
        self._snapshot = snapshot
        self._weights = weights

    def scores(self, ideas: Sequence[Idea]) -> tuple[Floats, list[float]]:
        """The covered share of the ideas, 0 to 1, for every initiative; and what each idea counted."""
        total = np.zeros(self._snapshot.size, dtype=np.float32)
        counted: list[float] = []
        for idea in ideas:
            found = self.strengths(idea)
            weight = idea.weight * found.rarity
            counted.append(weight)
            if len(found.docs):
                total[found.docs] += weight * found.strengths
        whole = sum(counted)
        if whole:
            total /= whole
        return total, counted

    def strengths(self, idea: Idea) -> Strengths:
        """Where an idea is held; remembered as long as the snapshot lasts."""
        snapshot = self._snapshot
        key = (idea.alternatives, idea.parts)
        held = snapshot.remembered.get(key)
        if isinstance(held, Strengths):
            return held
        found = self._strengths(idea)
        if len(snapshot.remembered) * 64 + len(found.docs) < MOST_REMEMBERED:
            snapshot.remembered[key] = found
        return found

    def _strengths(self, idea: Idea) -> Strengths:
        snapshot, weights = self._snapshot, self._weights
        worded = np.zeros(snapshot.size, dtype=np.float32)
        filed = np.zeros(snapshot.size, dtype=np.float32)
        for one in idea.alternatives:
            target = filed if one.kind is Kind.FILED else worded
            for found in snapshot.postings(one.term):
                target[found.docs] = np.maximum(target[found.docs], one.weight * found.strengths)
        if len(idea.parts) > 1:
            np.maximum(worded, weights.apart * self._apart(idea.parts), out=worded)
        both = np.maximum(worded, filed) + weights.both * np.minimum(worded, filed)
        if not snapshot.all_alive:
            both[~snapshot.alive] = 0
        docs = np.flatnonzero(both)
        return Strengths(docs, np.minimum(both[docs], 1), self._rarity(both[docs]))

    def _apart(self, parts: Sequence[str]) -> Floats:
        weakest = np.ones(self._snapshot.size, dtype=np.float32)
        for part in parts:
            held = np.zeros(self._snapshot.size, dtype=np.float32)
            for found in self._snapshot.postings(part):
                held[found.docs] = found.strengths
            np.minimum(weakest, held, out=weakest)
        return weakest

    def _rarity(self, strengths: Floats) -> float:
        """How rare an idea is, 1 for one that nothing holds; weak matches count in part."""
        count = max(self._snapshot.count, SMALLEST_STORE)
        having = min(float(strengths.sum()) / _TYPICAL, count)
        rarity = max(log((count + 1) / (having + 0.5)) / log((count + 1) / 0.5), 0.0)
        return max(rarity**self._weights.rarity, self._weights.commonest)


#: What a plain match counts, for turning strengths into a number of initiatives.
_TYPICAL = 0.75

