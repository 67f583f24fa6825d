"""The search: implements `services.ports.Search` over an in-memory index, read by threads without locks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from itertools import islice
from threading import Lock

import numpy as np

from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.domain.query import Found, Match, Query, Suggestion
from knowledge.search.ideas import Idea, Reading
from knowledge.search.index.gathering import Dictionaries
from knowledge.search.index.snapshot import Mask, Snapshot
from knowledge.search.language.english import ASKING, GENERIC, STOP
from knowledge.search.language.families import families, root
from knowledge.search.language.stems import stem
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.memory import Memory
from knowledge.search.question import Reader
from knowledge.search.ranking.finding import Finding
from knowledge.search.ranking.missing import having_nothing, out_of_time
from knowledge.search.ranking.reasons import reasons
from knowledge.search.ranking.scorer import MOST_REMEMBERED, Scorer, Strengths
from knowledge.search.ranking.suggestions import Respelt, suggestions, widened, with_less
from knowledge.search.ranking.unnamed import unnamed
from knowledge.search.ranking.weights import WEIGHTS, Weights
from knowledge.search.spelling.speller import DeletionIndex, Speller

#: So many other spellings of a question that found nothing are tried.
_MOST_RESPELT = 3
#: Tells which day it is; None where nothing does.
Today = Callable[[], date] | None


class SearchEngine:
    """Understands questions and ranks initiatives. One snapshot is current; `apply` puts another in its place."""

    def __init__(self, lexicon: Lexicon, snapshot: Snapshot, weights: Weights = WEIGHTS, today: Today = None) -> None:
        self._lexicon = lexicon
        self._weights = weights
        self._today = today
        self._changing = Lock()
        self._current = _Current(lexicon, snapshot, today)

    @classmethod
    def build(
        cls, initiatives: Iterable[Initiative], lists: Lists, weights: Weights = WEIGHTS, today: Today = None
    ) -> SearchEngine:
        """Index the initiatives in one pass; `today` tells the day, without which "this year" is mere words."""
        lexicon = Lexicon(lists)
        names = {theme.slug: theme.name for theme in lists.themes}
        shared = Dictionaries(lexicon.thesaurus.phrases, names, lists.register)
        return cls(lexicon, Snapshot.of(initiatives, shared), weights, today)

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
        finding = Finding(snapshot, scorer, reading, visible, self._weights, most=max(limit, 0) + start)
        ranked = finding.ranked()
        if not ranked.total:
            instead = suggestions(snapshot, self._lexicon, reading, scorer, visible, self._weights.enough)
            return Found(0, (), (*self._asked_otherwise(current, scorer, reading, visible), *instead))
        page, scores = ranked.docs[start:], ranked.scores[start:]
        matches = tuple(Match(snapshot.ids[doc], min(score, 1.0)) for doc, score in zip(page, scores, strict=True))
        explain = partial(reasons, snapshot, reading, self._lexicon.themes, page, self._weights)
        lacking = partial(unnamed, snapshot, reading, self._lexicon.themes, ranked.docs, visible, self._weights)
        return Found(
            ranked.total,
            matches,
            partly=ranked.partly,
            having_nothing=having_nothing(snapshot, reading, visible),
            out_of_time=out_of_time(snapshot, reading, page),
            explain=explain,
            unnamed=lacking,
        )

    def _asked_otherwise(
        self, current: _Current, scorer: Scorer, reading: Reading, visible: Mask | None
    ) -> list[Suggestion]:
        """Questions much like one that found nothing, those with answers: each is asked as it will be when chosen."""
        offered = []
        respelt = map(Respelt, islice(current.reader.respellings(reading.text), _MOST_RESPELT))
        for likely in (respelt, widened(reading), with_less(reading, scorer, visible)):
            for one in likely:
                again = current.reader.read(one.question)
                found = Finding(current.snapshot, scorer, again, visible, self._weights, most=1).ranked()
                if found.total and not found.partly:
                    offered.append(one.found(found.total))
                    break
        return offered

    def authorities(self, member: Member) -> list[str]:
        """The register names of those that have initiatives which `member` may see, in their order."""
        snapshot = self._current.snapshot
        visible = snapshot.visible_to(member)
        docs = range(snapshot.size) if visible is None else np.flatnonzero(visible).tolist()
        return sorted(set(snapshot.authority_names(docs)))

    def weighing(self, weights: Weights) -> SearchEngine:
        """The same index with other constants of ranking, for finding good ones."""
        return SearchEngine(self._lexicon, self._current.snapshot, weights, self._today)

    def apply(self, changed: Iterable[Initiative], removed: Iterable[str]) -> None:
        """Take over single changes; readers see the index before or after, never between."""
        with self._changing:
            before = self._current
            snapshot = before.snapshot.with_changes(changed, removed)
            # Where words are numbered anew, the spelling forgets those that are gone too.
            spelling_index = before.spelling_index if snapshot.shared is before.snapshot.shared else None
            self._current = _Current(self._lexicon, snapshot, self._today, spelling_index)


#: Words that are dropped from a question, so that they are dropped with a slip in them too.
_SMALL_WORDS = STOP | ASKING | GENERIC | {"contact", "email", "phone", "speak", "runs", "leads"}


class _Current:
    """A snapshot with what is derived from its words, made when first needed: the `StoreWords` of its reader."""

    def __init__(
        self, lexicon: Lexicon, snapshot: Snapshot, today: Today, spelling_index: DeletionIndex | None = None
    ) -> None:
        self.snapshot = snapshot
        self.spelling_index = spelling_index
        self.memory: Memory[Idea, Strengths] = Memory(MOST_REMEMBERED)
        self._lexicon = lexicon
        self._speller: Speller | None = None
        self._families: dict[str, tuple[str, ...]] | None = None
        self.stand_together = snapshot.stand_together
        self.has_practice = snapshot.has_practice
        self.has_contact = snapshot.has_contact
        self.reader = Reader(lexicon, self, today)

    def speller(self) -> Speller:
        """What finds the word that was meant by a slip."""
        if self._speller is None:
            self._speller = Speller(self._vocabulary(), self._how_often, self.spelling_index)
            self.spelling_index = self._speller.index
        return self._speller

    def _vocabulary(self) -> set[str]:
        every = self._lexicon.vocabulary.union(self.snapshot.words(), _SMALL_WORDS)
        unspeakable = self._lexicon.thesaurus.unspeakable
        return {word for word in every if stem(word) not in unspeakable}

    def holds(self, word: str) -> bool:
        """Whether an initiative that everybody may see has a word."""
        return self._how_often(word) > 0

    def _how_often(self, word: str) -> int:
        number = self.snapshot.shared.words.get(word)
        counts = self.snapshot.word_counts
        return int(counts[number]) if number is not None and number < len(counts) else 0

    def family(self, stemmed: str) -> tuple[str, ...]:
        """The stems of the store's words that are of one family with this one, in the order of the alphabet.

        Only words that stand in it now: what once stood there would make of equal stores unequal ones.
        """
        if self._families is None:
            self._families = dict(families(self.snapshot.stems()))
        return self._families.get(root(stemmed), ())
