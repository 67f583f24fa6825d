"""Finding what answers a reading: ranked, judged by the gate, and looked for in other ways where that finds nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, zip_longest
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.domain.query import Intent
from knowledge.search.ideas import Idea, Reading
from knowledge.search.index.segment import Floats, Ints
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.index.years import ALWAYS
from knowledge.search.ranking.filing import NEAREST, filed_under_all, ordered_by_filing, themes_asked_for
from knowledge.search.ranking.gate import BEST, covered, enough
from knowledge.search.ranking.narrowing import narrowed, shares
from knowledge.search.ranking.outcomes import telling_what_came
from knowledge.search.ranking.scorer import Scorer, Strengths
from knowledge.search.ranking.suggestions import is_held
from knowledge.search.ranking.weights import LONGEST_TERM, Weights
from knowledge.search.subject.whoever import says_only_whom, says_whatever

Numbers = NDArray[np.int64]
#: Which initiatives may be found, or the share (0 to 1) that each counts; None where all do.
Allowed = Mask | Floats | None

#: So many results may be as loose as `Weights.beside_best`; whoever reads on wants more of the same.
FIRST = 10
#: What a share counts beside a score where all are found, by their share first: shares are half or whole.
_FIRST_BY_SHARE = np.float32(4)
#: Where a time is asked for, only what is at least so good beside the best comes first for being of that time.
_GOOD = 0.6
#: Scores looked at to tell how good the best few must be at least.
_SAMPLE = 1024


@dataclass(frozen=True, slots=True)
class Ranked:
    """The outcome of ranking: how many initiatives answer, the best of them with their scores, and whether in part."""

    total: int = 0
    docs: Sequence[int] = ()
    scores: Sequence[float] = ()
    partly: bool = False


_NOTHING = Ranked()


class Finding:
    """Finds the best `most` initiatives for one reading in one snapshot, of those that are `visible` (None: all)."""

    def __init__(
        self,
        snapshot: Snapshot,
        scorer: Scorer,
        reading: Reading,
        visible: Mask | None,
        weights: Weights,
        *,
        most: int,
    ) -> None:
        self._snapshot = snapshot
        self._scorer = scorer
        self._reading = reading
        self._visible = visible
        self._weights = weights
        self._most = most
        self._allowed = shares(snapshot, reading, visible, weights.mentioned)

    def ranked(self) -> Ranked:
        """What the first way of looking finds that finds anything."""
        return next((found for found in self._ways() if found.total), _NOTHING)

    def _ways(self) -> Iterator[Ranked]:
        """What is found in one way after another, the strictest first."""
        reading = self._reading
        if reading.last:
            yield self._others_first(reading, self._snapshot.of_authorities(one.name for one in reading.last))
        yield self._answering(reading, self._allowed, self._most)
        if reading.authorities:
            yield self._answering(reading, self._where(mentioned=True), self._most)
        if _names_a_place(reading) and reading.ideas and all(map(says_only_whom, reading.ideas)):
            # "Luton schools": the one thing that Luton does, or others do there, is sooner asked for than nothing.
            order, worth = self._scorer.scores(reading.ideas), self._weights.enough_of_authority
            yield self._all(order, self._where(mentioned=False), self._most, worth)
            if reading.authorities:
                yield self._all(order, self._where(mentioned=True), self._most, worth)
        if (in_words := self._in_words(reading.ideas)) != reading.ideas:
            yield self._answering(replace(reading, ideas=in_words, starts=()), self._allowed, self._most)
        if reading.starts:
            yield self._each_subject(reading.subjects)

    def _others_first(self, reading: Reading, known: Mask) -> Ranked:
        """What all but the initiatives `known` to the asker answer, and then what these do; none without others."""
        allowed = np.ones(self._snapshot.size, dtype=bool) if self._allowed is None else self._allowed
        others = self._answering(reading, np.where(known, 0, allowed), self._most)
        own = self._answering(reading, np.where(known, allowed, 0), self._most)
        if not others.total or (own.partly and not others.partly):
            return others
        docs, scores = [*others.docs], [*others.scores]
        if len(docs) == others.total:
            docs, scores = [*docs, *own.docs], [*scores, *own.scores]
        total = others.total + own.total
        return Ranked(total, docs[: self._most], list(accumulate(scores, min))[: self._most], others.partly)

    def _where(self, *, mentioned: bool) -> Allowed:
        return narrowed(self._snapshot, self._reading, self._visible, mentioned=mentioned)

    def _answering(self, reading: Reading, allowed: Allowed, limit: int) -> Ranked:
        """The initiatives that answer a reading: how many, and the best `limit` of them, best first."""
        if reading.intent is Intent.HELP:
            return _NOTHING
        scores = self._scorer.scores(reading.ideas)
        rejected = [self._scorer.strengths(idea) for idea in reading.rejected]
        if _asks_what_is_there(reading):
            if not _asks_for_all(reading):
                return _NOTHING
            for held in rejected:
                scores[held.docs] -= held.strengths
            asked = themes_asked_for(self._snapshot, reading, self._scorer.shares(reading.ideas))
            scores[np.isin(self._snapshot.main_theme, asked)] += np.float32(self._weights.mostly_about)
            return self._all(scores, allowed, limit, 1.0)
        self._lower(scores, reading, rejected, allowed)
        most, order = max(limit, NEAREST), self._weights.order
        likely = _likely(scores, [self._scorer.strengths(idea).docs for idea in reading.ideas], most, order)
        if not len(likely):
            return _NOTHING
        docs = self._best(scores, likely, most)
        best = float(scores.take(likely).max())
        near = best * self._weights.beside_best
        nearest = [doc for doc, score in zip(docs[:BEST], scores.take(docs).tolist(), strict=False) if score >= near]
        share = covered(self._snapshot, self._scorer, reading.ideas, nearest, self._weights.enough)
        if share < enough(self._snapshot, reading, self._visible, self._weights):
            return _NOTHING
        return self._beside(best, scores, docs, reading, limit, partly=share < self._weights.enough)

    def _lower(self, scores: Floats, reading: Reading, rejected: Sequence[Strengths], allowed: Allowed) -> None:
        """Lower in place the scores of what counts for less in this reading, or not at all."""
        for held in rejected:
            scores[held.docs] *= 1 - np.float32(self._weights.rejected) * held.strengths
        seen = self._snapshot.alive if self._visible is None else self._visible
        for first, share in (
            (telling_what_came(self._snapshot, reading.ideas, seen), self._weights.untold),
            (filed_under_all(self._snapshot, reading.ideas, seen), self._weights.filed_in_part),
        ):
            if first is not None:
                scores[~first] *= np.float32(share)
        if allowed is not None:
            scores *= allowed
        self._snapshot.each_once(scores)

    def _beside(
        self, best: float, scores: Floats, docs: Sequence[int], reading: Reading, limit: int, *, partly: bool
    ) -> Ranked:
        """Those of a reading's initiatives that are good enough beside the `best` score; `docs` are the first of them.

        `partly` says that even the best holds only part of what is asked: then what is added to it must be better.
        """
        weights = self._weights
        held_scores = scores.take(docs).tolist()
        least = best * (weights.beside_best_partly if partly else weights.beside_best)
        further = max(least, best * weights.beside_best_further)
        first = sum(score >= least for score in held_scores[:FIRST])
        total = max(first, int(np.count_nonzero(scores >= further)))
        shown = min(limit, total)
        if reading.orders_by_time:
            found = np.union1d((scores >= further).nonzero()[0], docs[:first])
            when = np.where(scores[found] >= best * _GOOD, self._when(reading)[found], 0)
            docs = self._in_time(found, when, scores[found], shown)
            held_scores = scores.take(docs).tolist()
        elif not reading.authorities:
            counts = self._scorer.shares(reading.ideas)
            docs, held_scores = ordered_by_filing(self._snapshot, reading, counts, docs[:total], held_scores, weights)
        # Between equals evidence decides, so the first may score a shade less: then the others score no more.
        return Ranked(total, docs[:shown], list(accumulate(held_scores[:shown], min)), partly)

    def _in_words(self, ideas: Sequence[Idea]) -> tuple[Idea, ...]:
        """Ideas, those of a turn of phrase that no initiative holds in any way word by word."""

        def is_said_nowhere(idea: Idea) -> bool:
            return bool(idea.parts) and idea.size > LONGEST_TERM and not is_held(self._scorer, idea, self._visible)

        return tuple(chain.from_iterable(idea.parts if is_said_nowhere(idea) else (idea,) for idea in ideas))

    def _each_subject(self, subjects: Sequence[Reading]) -> Ranked:
        """The best few for each of several subjects that nothing has together, in turns; none unless all have some."""
        found = [self._answering(one, self._allowed, FIRST) for one in subjects]
        if len(subjects) < 2 or not all(one.total and not one.partly for one in found):
            return _NOTHING
        turns = chain.from_iterable(zip_longest(*(one.docs for one in found)))
        docs = list(dict.fromkeys(doc for doc in turns if doc is not None))
        scores = self._scorer.scores(self._reading.ideas).take(docs).tolist()
        return Ranked(len(docs), docs[: self._most], list(accumulate(scores, min))[: self._most], partly=True)

    def _all(self, scores: Floats, allowed: Allowed, limit: int, worth: float) -> Ranked:
        """All of a place's initiatives, whatever words they hold; each answers for `worth` of the question."""
        share = np.ones(self._snapshot.size, np.float32) if allowed is None else allowed.astype(np.float32)
        self._snapshot.each_once(share)
        # No score is above 1, so those that count for less come after all others.
        keys, found = scores + _FIRST_BY_SHARE * share, share.nonzero()[0]
        if self._reading.orders_by_time:
            docs = self._in_time(found, self._when(self._reading)[found] + ALWAYS * share[found], keys[found], limit)
        else:
            docs = self._best(keys, found, limit)
        return Ranked(int(np.count_nonzero(share)), docs, (worth * share[docs]).tolist(), partly=worth < 1)

    def _when(self, reading: Reading) -> Ints:
        """What puts initiatives in the order of time asked for: 1 for those of the years, or the year they began in.

        Where only years are asked for, those that began in them come before what merely went on.
        """
        if reading.years is None:
            return self._snapshot.newness
        fits = self._snapshot.within(reading.years).astype(np.int32)
        begun = self._snapshot.within(replace(reading.years, begun=True))
        return fits + begun if reading.only_years else fits

    def _in_time(self, docs: Numbers, when: NDArray[Any], scores: Floats, limit: int) -> list[int]:
        """The first few of some initiatives: by time, equals by their score, then by their id."""
        keys = scores + np.float32(self._weights.order) * self._snapshot.order.take(docs)
        if 0 < limit < len(docs):
            last = np.lexsort((-keys, -when))[limit - 1]
            first = (when > when[last]) | ((when == when[last]) & (keys >= keys[last]))
            docs, when, keys = docs[first], when[first], keys[first]
        ids = (self._snapshot.ids[doc] for doc in docs.tolist())
        ordered = sorted(zip((-when).tolist(), (-keys).tolist(), ids, docs.tolist(), strict=True))
        return [doc for _, _, _, doc in ordered[:limit]]

    def _best(self, scores: Floats, docs: Numbers, limit: int) -> list[int]:
        """The best few of some initiatives, best first; equals by evidence and freshness, then by their id."""
        keys = scores.take(docs) + np.float32(self._weights.order) * self._snapshot.order.take(docs)
        if 0 < limit < len(keys) // 2:
            least = np.partition(keys, len(keys) - limit)[len(keys) - limit]
            likely = (keys >= least).nonzero()[0]
            keys, docs = keys[likely], docs[likely]
        ids = self._snapshot.ids
        ordered = sorted((-key, ids[doc], doc) for key, doc in zip(keys.tolist(), docs.tolist(), strict=True))
        return [doc for _, _, doc in ordered[:limit]]


def _likely(scores: Floats, holding: Sequence[Ints], most: int, order: float) -> Numbers:
    """Where the best `most` scores are, `order` apart at most, and few others.

    The best hold the question's rarest ideas mostly, so `most` of those (`holding` are the initiatives that hold each
    idea) tell how good the others must be at least.
    """
    common = [docs for docs in holding if len(docs) > most]
    if not common:
        return (scores > 0).nonzero()[0]
    sample = min(common, key=len)[: max(_SAMPLE, 2 * most)]
    if rare := [docs for docs in holding if 0 < len(docs) <= most]:
        sample = np.unique(np.concatenate((*rare, sample)))
    rarest = scores.take(sample)
    least = np.partition(rarest, len(rarest) - most)[len(rarest) - most] - np.float32(order)
    return (scores >= least if least > 0 else scores > 0).nonzero()[0]


def _names_a_place(reading: Reading) -> bool:
    return bool(reading.authorities or reading.regions or reading.nations)


def _asks_what_is_there(reading: Reading) -> bool:
    """Whether all that is in a place is asked for, and words only put it in order ("racism in Wales"), or nothing is.

    "Scottish initiatives" too, and what holds a phrase or is of a year.
    """
    placed = _names_a_place(reading)
    narrows = placed or reading.phrases or reading.only_years or reading.newest
    little = all(idea.light or (placed and says_whatever(idea)) for idea in reading.ideas)
    return not reading.ideas or bool(narrows and little)


def _asks_for_all(reading: Reading) -> bool:
    """Whether a reading without words still says what it wants: a place, a filter, or everything."""
    return bool(
        reading.authorities
        or reading.regions
        or reading.nations
        or reading.categories
        or reading.themes
        or reading.evidence
        or reading.contact
        or reading.phrases
        or reading.outside
        or reading.excluded
        or reading.unfiled
        or reading.orders_by_time
    )
