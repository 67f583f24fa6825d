"""The search: implements `services.ports.Search` over an in-memory index, read by threads without locks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, chain, zip_longest
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.query import Found, Intent, Match, Query, Suggestion
from knowledge.search.english import ASKING, GENERIC, STOP
from knowledge.search.families import families, root
from knowledge.search.gate import BEST, covered, enough
from knowledge.search.gathering import Dictionaries
from knowledge.search.ideas import Idea, Reading
from knowledge.search.lexicon import Lexicon
from knowledge.search.memory import Memory
from knowledge.search.narrowing import narrowed, shares
from knowledge.search.question import Reader
from knowledge.search.ranking import MOST_REMEMBERED, Scorer, Strengths
from knowledge.search.reasons import reasons
from knowledge.search.segment import Floats, Ints
from knowledge.search.snapshot import Mask, Snapshot
from knowledge.search.spelling import DeletionIndex, Speller
from knowledge.search.stems import stem
from knowledge.search.suggestions import looser, suggestions, with_less
from knowledge.search.weights import WEIGHTS, Weights
from knowledge.search.whoever import says_only_whom

Numbers = NDArray[np.int64]

#: So many results may be as loose as `Weights.beside_best`; whoever reads on wants more of the same.
FIRST = 10
#: What a share counts beside a score where all are found, by their share first: shares are half or whole.
_FIRST_BY_SHARE = np.float32(4)
#: A term of the field has so many words at most; what has more is a turn of phrase that says several things.
LONGEST_TERM = 3
#: Scores looked at to tell how good the best few must be at least.
_SAMPLE = 1024


class SearchEngine:
    """Understands questions and ranks initiatives. One snapshot is current; `apply` puts another in its place."""

    def __init__(self, lexicon: Lexicon, snapshot: Snapshot, weights: Weights = WEIGHTS) -> None:
        self._lexicon = lexicon
        self._weights = weights
        self._changing = Lock()
        self._current = _Current(lexicon, snapshot)

    @classmethod
    def build(cls, initiatives: Iterable[Initiative], lists: Lists, weights: Weights = WEIGHTS) -> SearchEngine:
        """Index the initiatives in one pass."""
        lexicon = Lexicon(lists)
        names = {theme.slug: theme.name for theme in lists.themes}
        shared = Dictionaries(lexicon.thesaurus.phrases, names, lists.register)
        return cls(lexicon, Snapshot.of(initiatives, shared), weights)

    @property
    def lexicon(self) -> Lexicon:
        """What the lists behind this index say about wording."""
        return self._lexicon

    def understand(self, text: str) -> Query:
        """Read a question of any length and content; never raises."""
        return self._current.reader.read(text)

    def find(self, query: Query, *, member: Member, limit: int, offset: int = 0) -> Found:
        """The best initiatives that `member` may see, best first; none, with suggestions, when nothing fits."""
        current = self._current
        snapshot = current.snapshot
        reading = query if isinstance(query, Reading) else current.reader.read(query.text)
        visible = snapshot.visible_to(member)
        scorer = Scorer(snapshot, self._weights, current.memory)
        start = max(offset, 0)
        most = max(limit, 0) + start
        counting = shares(snapshot, reading, visible, self._weights.mentioned)
        ranked = self._ranked(snapshot, scorer, reading, counting, most)
        if not ranked.total and reading.authorities:
            allowed = narrowed(snapshot, reading, visible, mentioned=True)
            ranked = self._ranked(snapshot, scorer, reading, allowed, most)
        if not ranked.total and _names_a_place(reading) and reading.ideas and all(map(says_only_whom, reading.ideas)):
            # "Luton schools": the one thing that Luton does, or others do there, is sooner asked for than nothing.
            order, worth = scorer.scores(reading.ideas), self._weights.enough_of_authority
            for mentioned in (False, True):
                if not ranked.total:
                    allowed = narrowed(snapshot, reading, visible, mentioned=mentioned)
                    ranked = self._all(snapshot, order, allowed, most, worth)
        if not ranked.total and (apart := _in_words(reading.ideas, scorer)) != reading.ideas:
            ranked = self._ranked(snapshot, scorer, replace(reading, ideas=apart, starts=()), counting, most)
        if not ranked.total and reading.starts:
            ranked = self._apart(snapshot, scorer, reading, counting, most)
        if not ranked.total:
            instead = suggestions(snapshot, self._lexicon, reading, scorer, visible, self._weights.enough)
            return Found(0, (), (*self._with_less(snapshot, scorer, reading, counting), *instead))
        page, scores = ranked.docs[start:], ranked.scores[start:]
        matches = tuple(Match(snapshot.ids[doc], min(score, 1.0)) for doc, score in zip(page, scores, strict=True))
        explain = partial(reasons, snapshot, reading, self._lexicon.themes, page)
        return Found(ranked.total, matches, partly=ranked.partly, explain=explain)

    def _ranked(
        self, snapshot: Snapshot, scorer: Scorer, reading: Reading, allowed: Mask | Floats | None, limit: int
    ) -> _Ranked:
        """The initiatives that answer a reading: how many, and the best `limit` of them, best first.

        `allowed` are those that may be found, or the share (0 to 1) that each counts.
        """
        if reading.intent is Intent.HELP:
            return _Ranked()
        scores = scorer.scores(reading.ideas)
        narrows = _names_a_place(reading) or reading.phrases
        if not reading.ideas or (narrows and all(idea.light for idea in reading.ideas)):
            # "Scottish initiatives" asks for all that Scotland has: words that say little only put it in order.
            if not _asks_for_all(reading):
                return _Ranked()
            return self._all(snapshot, scores, allowed, limit, 1.0)
        for idea in reading.rejected:
            held = scorer.strengths(idea)
            scores[held.docs] *= 1 - np.float32(self._weights.rejected) * held.strengths
        if allowed is not None:
            scores *= allowed
        twins, others = snapshot.twins
        if len(twins):
            # Said once, by the one that is found too.
            scores[twins[scores[others] > 0]] = 0
        most = max(limit, FIRST)
        likely = _likely(scores, [scorer.strengths(idea).docs for idea in reading.ideas], most, self._weights.order)
        if not len(likely):
            return _Ranked()
        docs = self._best(snapshot, scores, likely, most)
        held = scores.take(docs).tolist()
        weights, best = self._weights, float(scores.take(likely).max())
        nearest = [doc for doc, score in zip(docs[:BEST], held, strict=False) if score >= best * weights.beside_best]
        share = covered(snapshot, scorer, reading.ideas, nearest, weights.enough)
        if share < enough(reading, weights):
            return _Ranked()
        partly = share < weights.enough
        least = best * (weights.beside_best_partly if partly else weights.beside_best)
        further = max(least, best * weights.beside_best_further)
        first = sum(score >= least for score in held[:FIRST])
        total = max(first, int(np.count_nonzero(scores >= further)))
        shown = min(limit, total)
        # Between equals evidence decides, so the first may score a shade less: then the others score no more.
        return _Ranked(total, docs[:shown], list(accumulate(held[:shown], min)), partly)

    def _apart(
        self, snapshot: Snapshot, scorer: Scorer, reading: Reading, allowed: Mask | Floats | None, limit: int
    ) -> _Ranked:
        """The best few for each of several subjects that nothing has together, in turns; none unless all have some."""
        subjects = reading.subjects
        found = [self._ranked(snapshot, scorer, one, allowed, FIRST) for one in subjects]
        if len(subjects) < 2 or not all(one.total and not one.partly for one in found):
            return _Ranked()
        turns = chain.from_iterable(zip_longest(*(one.docs for one in found)))
        docs = list(dict.fromkeys(doc for doc in turns if doc is not None))
        scores = scorer.scores(reading.ideas).take(docs).tolist()
        return _Ranked(len(docs), docs[:limit], list(accumulate(scores, min))[:limit], partly=True)

    def _with_less(
        self, snapshot: Snapshot, scorer: Scorer, reading: Reading, allowed: Mask | Floats | None
    ) -> list[Suggestion]:
        """What to ask instead: the question less what nothing has, where initiatives answer that."""
        for less in looser(reading, scorer):
            ranked = self._ranked(snapshot, scorer, less, allowed, FIRST)
            if ranked.total and not ranked.partly and (asked := with_less(reading, less, ranked.total)):
                return [asked]
        return []

    def _all(
        self, snapshot: Snapshot, scores: Floats, allowed: Mask | Floats | None, limit: int, worth: float
    ) -> _Ranked:
        """All of a place's initiatives, whatever words they hold; each answers for `worth` of the question."""
        share = np.ones(snapshot.size, np.float32) if allowed is None else allowed.astype(np.float32)
        # No score is above 1, so those that count for less come after all others.
        docs = self._best(snapshot, scores + _FIRST_BY_SHARE * share, share.nonzero()[0], limit)
        return _Ranked(int(np.count_nonzero(share)), docs, (worth * share[docs]).tolist(), partly=worth < 1)

    def _best(self, snapshot: Snapshot, scores: Floats, docs: Numbers, limit: int) -> list[int]:
        """The best few of some initiatives, best first; equals by evidence and freshness, then by their id."""
        keys = scores.take(docs) + np.float32(self._weights.order) * snapshot.order.take(docs)
        if 0 < limit < len(keys) // 2:
            least = np.partition(keys, len(keys) - limit)[len(keys) - limit]
            likely = (keys >= least).nonzero()[0]
            keys, docs = keys[likely], docs[likely]
        ids = snapshot.ids
        ordered = sorted((-key, ids[doc], doc) for key, doc in zip(keys.tolist(), docs.tolist(), strict=True))
        return [doc for _, _, doc in ordered[:limit]]

    def weighing(self, weights: Weights) -> SearchEngine:
        """The same index with other constants of ranking, for finding good ones."""
        return SearchEngine(self._lexicon, self._current.snapshot, weights)

    def apply(self, changed: Iterable[Initiative], removed: Iterable[str]) -> None:
        """Take over single changes; readers see the index before or after, never between."""
        with self._changing:
            before = self._current
            self._current = _Current(
                self._lexicon, before.snapshot.with_changes(changed, removed), before.spelling_index
            )


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The outcome of ranking: how many initiatives answer, the best of them with their scores, and whether in part."""

    total: int = 0
    docs: Sequence[int] = ()
    scores: Sequence[float] = ()
    partly: bool = False


def _likely(scores: Floats, holding: Sequence[Ints], most: int, order: float) -> Numbers:
    """Where the best `most` scores are, `order` apart at most, and few others.

    The best hold the question's rarest idea mostly, so `most` of those (`holding` are the initiatives that hold each
    idea) tell how good the others must be at least.
    """
    holders = [docs for docs in holding if len(docs) > most]
    if not holders:
        return (scores > 0).nonzero()[0]
    rarest = scores.take(min(holders, key=len)[: max(_SAMPLE, 2 * most)])
    least = np.partition(rarest, len(rarest) - most)[len(rarest) - most] - np.float32(order)
    return (scores >= least if least > 0 else scores > 0).nonzero()[0]


def _in_words(ideas: Sequence[Idea], scorer: Scorer) -> tuple[Idea, ...]:
    """Ideas, those of a turn of phrase that no initiative holds in any way word by word."""
    parts = (
        idea.parts if idea.parts and idea.size > LONGEST_TERM and not scorer.strengths(idea).held else (idea,)
        for idea in ideas
    )
    return tuple(chain.from_iterable(parts))


def _names_a_place(reading: Reading) -> bool:
    return bool(reading.authorities or reading.regions or reading.nations)


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
    )


#: Words that are dropped from a question, so that they are dropped with a slip in them too.
_SMALL_WORDS = STOP | ASKING | GENERIC | {"contact", "email", "phone", "speak", "runs", "leads"}


class _Current:
    """A snapshot with what is derived from its words, made when first needed."""

    def __init__(self, lexicon: Lexicon, snapshot: Snapshot, spelling_index: DeletionIndex | None = None) -> None:
        self.snapshot = snapshot
        self.spelling_index = spelling_index
        self.memory: Memory[Idea, Strengths] = Memory(MOST_REMEMBERED)
        self._lexicon = lexicon
        self._speller: Speller | None = None
        self._families: dict[str, tuple[str, ...]] | None = None
        self.reader = Reader(
            lexicon, self._spell, self._written, snapshot.stand_together, self._family, snapshot.has_practice
        )

    def _spell(self) -> Speller:
        if self._speller is None:
            self._speller = Speller(self._vocabulary(), self._how_often, self.spelling_index)
            self.spelling_index = self._speller.index
        return self._speller

    def _vocabulary(self) -> set[str]:
        written = self.snapshot.shared.words.written
        counts = self.snapshot.word_counts
        words = {written[number] for number in np.flatnonzero(counts).tolist()}
        every = words | self._lexicon.vocabulary | _SMALL_WORDS
        unspeakable = self._lexicon.thesaurus.unspeakable
        return {word for word in every if stem(word) not in unspeakable}

    def _written(self, word: str) -> bool:
        return self._how_often(word) > 0

    def _how_often(self, word: str) -> int:
        number = self.snapshot.shared.words.get(word)
        counts = self.snapshot.word_counts
        return int(counts[number]) if number is not None and number < len(counts) else 0

    def _family(self, stemmed: str) -> tuple[str, ...]:
        if self._families is None:
            every = list(self.snapshot.shared.terms)  # at once: another thread may be adding to them
            self._families = dict(families(term for term in every if "/" not in term and " " not in term))
        return self._families.get(root(stemmed), ())
