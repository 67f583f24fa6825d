"""How well each initiative answers a reading: the share of what was asked for that it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from math import log

import numpy as np
from numpy.typing import NDArray

from knowledge.search.ideas import ITSELF, JUST_THE_SAME, Alternative, Idea, Kind
from knowledge.search.index.segment import Floats, Ints, Postings
from knowledge.search.index.snapshot import Snapshot
from knowledge.search.memory import Memory
from knowledge.search.ranking.holding import Holding, together
from knowledge.search.ranking.weights import Weights

#: In a question of more words than this, words that the lists say nothing about are mostly its colour ("in trouble with
#: the law"), so they count the less, the longer it is.
SENTENCE = 3
#: A store smaller than this is treated as one of this size when telling how rare an idea is.
SMALLEST_STORE = 60
#: How many numbers are remembered of what ideas matched (4 bytes each, so 100 MB, which only a huge store fills).
MOST_REMEMBERED = 25_000_000
#: An idea that more than one initiative in so many holds is also kept spread out over all of them: adding whole rows
#: then costs less than picking out of them.
SPREAD = 10


def colour(ideas: Sequence[Idea]) -> float:
    """What words that the lists say nothing about count in a question of these ideas (0 to 1)."""
    return SENTENCE / max(sum(idea.size for idea in ideas), SENTENCE)


@dataclass(frozen=True)
class Strengths:
    """Which initiatives hold an idea, how strongly (0 to 1), and how rare the idea is (0 to 1).

    `sure` is the same strength without mere hints and without the words of a phrase standing apart; `hinted` tells
    where there is a hint (and is empty when there is none anywhere). `spread` is the strength of every initiative of
    the snapshot, for an idea that many hold.
    """

    docs: Ints
    strengths: Floats
    sure: Floats
    hinted: NDArray[np.bool_]
    rarity: float
    spread: Floats | None = None

    @cached_property
    def held(self) -> bool:
        """Whether any initiative holds the idea for sure."""
        return bool((self.sure > 0).any())

    @property
    def numbers(self) -> int:
        """How many numbers it takes to remember all this, besides what the index holds anyway."""
        owned = {id(one): one for one in (self.docs, self.strengths, self.sure, self.spread) if one is not None}
        return sum(len(one) for one in owned.values() if one.base is None) + _OVERHEAD


class Scorer:
    """Scores every initiative of a snapshot against ideas; `memory` keeps what was looked up in that snapshot."""

    def __init__(self, snapshot: Snapshot, weights: Weights, memory: Memory[Idea, Strengths]) -> None:
        self._snapshot = snapshot
        self._weights = weights
        self._memory = memory

    def scores(self, ideas: Sequence[Idea]) -> Floats:
        """The share (0 to 1) of the ideas that every initiative covers."""
        shares = [
            (np.float32(share), self.strengths(idea)) for share, idea in zip(self.shares(ideas), ideas, strict=True)
        ]
        total: Floats | None = None
        for share, strengths in shares:
            if strengths.spread is not None:
                counts = share * strengths.spread
                total = counts if total is None else np.add(total, counts, out=total)
        if total is None:
            total = np.zeros(self._snapshot.size, dtype=np.float32)
        for share, strengths in shares:
            if strengths.spread is None:
                np.add.at(total, strengths.docs, share * strengths.strengths)
        return total

    def shares(self, ideas: Sequence[Idea]) -> list[float]:
        """What each of the ideas counts of them all, which is 1: by its words and by how rare it is."""
        plain = colour(ideas)
        counts = [self.weight(idea) * (plain if idea.plain else 1) * self.strengths(idea).rarity for idea in ideas]
        whole = sum(counts) or 1.0
        return [count / whole for count in counts]

    def weight(self, idea: Idea) -> float:
        """What an idea counts for the words it is made of, before it is known how rare it is."""
        return float(idea.size**self._weights.phrase * (self._weights.light if idea.light else 1))

    def strengths(self, idea: Idea) -> Strengths:
        """Where an idea is held."""
        held = self._memory.get(idea)
        if held is not None:
            return held
        found = self._either(idea.either) if idea.either else self._strengths(idea)
        if idea.joins and not self._is_written(idea):
            found = self._meeting(found, idea)
        if len(found.docs) * SPREAD > self._snapshot.count:
            found = replace(found, spread=_spread(found.docs, found.strengths, self._snapshot.size))
        return self._memory.keep(idea, found, found.numbers)

    def _strengths(self, idea: Idea) -> Strengths:
        snapshot, weights = self._snapshot, self._weights
        everywhere = [(one, found) for one in idea.alternatives if (found := snapshot.postings(one.term))]
        counts = [snapshot.count_of(found) for _, found in everywhere]
        held = [one for one, count in zip(everywhere, counts, strict=True) if count]
        apart = self._apart(idea.parts) if len(idea.parts) > 1 else None
        if not held and apart is None:
            return _nowhere(self._rarity(0))
        if apart is None and all(one.kind in ITSELF for one, _ in held):
            return self._itself(held)
        rarities = [self._rarity(count) for count in counts if count]
        rarest = max([*rarities, *(self.strengths(part).rarity for part in idea.parts if part.known)], default=1.0)
        holding = Holding(snapshot.size)
        for (one, found), rarity in zip(held, rarities, strict=True):
            factor = one.weight * weights.factors[one.kind]
            if one.kind not in ITSELF:
                factor *= (rarity / rarest) ** weights.common_alternative
            for part in found:
                holding.add(one, factor, part)
        return self._joined(holding, apart, thing=idea.thing)

    def _itself(self, held: Sequence[tuple[Alternative, Sequence[Postings]]]) -> Strengths:
        """Where a word is held that only it and its family stand for: most words of most questions."""
        factors = self._weights.factors
        if len(held) == 1 and len(held[0][1]) == 1:
            (one, (found,)) = held[0]
            factor = one.weight * factors[one.kind]
            docs, strengths = found.docs, found.strengths if factor == 1 else np.float32(factor) * found.strengths
        else:
            every = np.zeros(self._snapshot.size, dtype=np.float32)
            for one, postings in held:
                for found in postings:
                    counts = np.float32(one.weight * factors[one.kind]) * found.strengths
                    np.maximum.at(every, found.docs, counts)
            docs = (every > 0).nonzero()[0].astype(np.int32)
            strengths = every[docs]
        if not self._snapshot.all_alive:
            alive = self._snapshot.alive[docs]
            docs, strengths = docs[alive], strengths[alive]
        return Strengths(docs, strengths, strengths, _NO_HINTS, self._rarity_of(strengths))

    def _joined(self, holding: Holding, apart: Floats | None, *, thing: bool) -> Strengths:
        """Put together what an idea's own words, its synonyms, its themes and mere hints say.

        Where some that everybody may see name a `thing` of its own, whom it is for and how it is filed says less.
        """
        snapshot, weights = self._snapshot, self._weights
        sure = holding.sure(weights.adding)
        every = np.maximum(sure, holding.hinted)
        if apart is not None:
            every = np.maximum(every, apart)
        docs = (every > 0).nonzero()[0].astype(np.int32)
        if not snapshot.all_alive:
            docs = docs[snapshot.alive[docs]]
        worded = holding.worded(weights.beside_itself, weights.both, snapshot.everyones)[docs]
        if apart is not None:
            worded = together(worded, apart[docs], weights.both)
        under = np.maximum(holding.filed[docs], holding.hinted[docs])
        strengths = together(worded, under, weights.both)
        if thing and (named := holding.named[docs]).any():
            beside = weights.beside_named if named[snapshot.everyones[docs]].any() else 1.0
            strengths = np.float32(beside) * strengths * (1 - named) + named
        return Strengths(docs, strengths, sure[docs], holding.hinted[docs] > 0, self._rarity_of(strengths))

    def _is_written(self, idea: Idea) -> bool:
        """Whether any initiative that everybody may see has an idea's own words, or such as say just the same."""
        snapshot = self._snapshot
        return any(
            snapshot.everyones[found.docs].any()
            for one in idea.alternatives
            if one.kind in ITSELF or (one.kind is Kind.SYNONYM and one.weight >= JUST_THE_SAME)
            for found in snapshot.postings(one.term)
        )

    def _meeting(self, found: Strengths, idea: Idea) -> Strengths:
        """Where a wording is held, or all the ideas that it joins: evidence of its own, the more of them are there.

        How rare the wording is does not change by that. A thing of its own is not held for sure where these meet.
        """
        size, weights = self._snapshot.size, self._weights
        said = _spread(found.docs, found.strengths, size)
        strengths = together(said, self.scores(idea.joins) ** weights.joined_power, 1.0)
        docs = (strengths > 0).nonzero()[0].astype(np.int32)
        sure = _spread(found.docs, found.sure, size)
        if not idea.thing:
            parts = [self.strengths(one) for one in idea.joins]
            met = np.minimum.reduce([_spread(one.docs, one.sure, size) for one in parts])
            sure = np.maximum(sure, np.float32(weights.joined) * met)
        hinted = np.zeros(size, dtype=np.bool_)
        hinted[found.docs[found.hinted] if len(found.hinted) else []] = True
        return Strengths(docs, strengths[docs], sure[docs], hinted[docs], found.rarity)

    def _either(self, ideas: Sequence[Idea]) -> Strengths:
        """Where one of several ideas is held: as strongly as the best of them."""
        strengths, sure, hinted = (np.zeros(self._snapshot.size, dtype=np.float32) for _ in range(3))
        for idea in ideas:
            found = self.strengths(idea)
            np.maximum.at(strengths, found.docs, found.strengths)
            np.maximum.at(sure, found.docs, found.sure)
            if len(found.hinted):
                np.maximum.at(hinted, found.docs, found.hinted)
        docs = (strengths > 0).nonzero()[0].astype(np.int32)
        strengths = strengths[docs]
        return Strengths(docs, strengths, sure[docs], hinted[docs] > 0, self._rarity_of(strengths))

    def _apart(self, parts: Sequence[Idea]) -> Floats:
        """How much of a phrase's words each initiative holds, wherever they stand ("working together" says little)."""
        says = (sum(self.weight(part) for part in parts) / len(parts)) ** self._weights.apart_light
        return np.asarray(self._weights.apart * says * self.scores(parts) ** self._weights.apart_power, np.float32)

    def _rarity_of(self, strengths: Floats) -> float:
        """How rare an idea is that is held this strongly."""
        exactly = strengths.astype(np.float64)  # so that the order of the initiatives makes no difference
        return self._rarity(float(exactly.dot(exactly)) / _TYPICAL)

    def _rarity(self, having: float) -> float:
        """How rare it is to be held by so many initiatives, 1 for none."""
        count = max(self._snapshot.count, SMALLEST_STORE)
        rarity = log((count + 1) / (having + 0.5)) / log((count + 1) / 0.5)
        return float(max(max(rarity, 0.0) ** self._weights.rarity, self._weights.commonest))


def _spread(docs: Ints, values: Floats, size: int) -> Floats:
    """What some initiatives have, for every one of `size`."""
    every = np.zeros(size, dtype=np.float32)
    every[docs] = values
    return every


#: What a plain match counts, squared, for turning strengths into a number of initiatives.
_TYPICAL = 0.6
_NO_HINTS = np.empty(0, dtype=np.bool_)
#: What one idea takes besides its numbers, in numbers.
_OVERHEAD = 300


def _nowhere(rarity: float) -> Strengths:
    none = np.empty(0, dtype=np.float32)
    return Strengths(np.empty(0, dtype=np.int32), none, none, np.empty(0, dtype=np.bool_), rarity)
