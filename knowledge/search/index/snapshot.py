"""The index as it stands at one moment: never changed, so threads read it without locks while the next one is made."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.domain.initiative import Initiative
from knowledge.domain.member import Member
from knowledge.domain.query import Years
from knowledge.search.ideas import authority_term, contact_term, main_theme_term, theme_term
from knowledge.search.index.gathering import Dictionaries, Gathered
from knowledge.search.index.segment import Postings, Segment
from knowledge.search.index.years import ALWAYS, EVER
from knowledge.search.language.stems import stem

Mask = NDArray[np.bool_]

#: Changes are kept beside the index built first, and folded into it once they are this share of it (and at least
#: `FEWEST_TO_FOLD`): folding costs about as much as building, asking two segments instead of one hardly anything.
SHARE_TO_FOLD = 0.1
FEWEST_TO_FOLD = 500


class Snapshot:
    """A base segment, one of later changes, and which of their initiatives still count."""

    def __init__(self, shared: Dictionaries, base: Segment, later: Segment, alive: Mask) -> None:
        self.shared = shared
        self.segments = (base, later) if len(later) else (base,)
        self._later = later
        self.alive = alive
        self.all_alive = bool(alive.all())
        self.ids: list[str] = base.gathered.ids + later.gathered.ids if len(later) else base.gathered.ids
        self.titles: list[str] = base.gathered.titles + later.gathered.titles if len(later) else base.gathered.titles
        self.size = len(self.ids)
        self.count = int(alive.sum())
        self.authority: NDArray[np.int32] = self._joined("authority").astype(np.int32)
        self.open: Mask = self._joined("open").astype(np.bool_)
        self.all_open = bool(self.open.all())
        #: what everybody may see, from which alone questions are read: how would tell else what the rest says
        self.everyones: Mask = self.alive & self.open
        self.order = self._order()

    @classmethod
    def of(cls, initiatives: Iterable[Initiative], shared: Dictionaries) -> Snapshot:
        """Index initiatives from nothing; of several with one id the last counts."""
        gathered = Gathered(shared)
        gathered.take(initiatives)
        base = Segment(gathered)
        return cls(shared, base, Segment(Gathered(shared), len(base)), _last_of_each(gathered.ids))

    def _joined(self, name: str) -> NDArray[np.int32]:
        return np.concatenate([np.array(getattr(part.gathered, name), dtype=np.int32) for part in self.segments])

    def _order(self) -> NDArray[np.float32]:
        """A tie-breaker of each initiative, 0 to 1: stronger evidence first, then the fresher."""
        evidence = self._joined("evidence")
        year = np.clip(self._joined("year") - _OLDEST_YEAR, 0, _YEARS)
        joined: NDArray[np.float32] = (evidence / 2 * 0.7 + year / _YEARS * 0.3).astype(np.float32)
        return joined

    @cached_property
    def number_of(self) -> dict[str, int]:
        """The number of each initiative that counts, by its id."""
        return {self.ids[doc]: doc for doc in np.flatnonzero(self.alive).tolist()}

    def with_changes(self, changed: Iterable[Initiative], removed: Iterable[str]) -> Snapshot:
        """The index after some initiatives were added or changed and others removed."""
        new = {initiative.id: initiative for initiative in changed}
        gone = [self.number_of[one] for one in {*new, *removed} if one in self.number_of]
        base = self.segments[0]
        later = Gathered(self.shared)
        later.extend(self._later.gathered, np.ones(len(self._later), dtype=bool))
        later.take(new.values())
        alive = np.concatenate((self.alive, np.ones(len(later.ids) - len(self._later), dtype=bool)))
        alive[gone] = False
        gone_by_now = len(alive) - int(alive.sum())
        if max(len(later.ids), gone_by_now) > max(FEWEST_TO_FOLD, SHARE_TO_FOLD * len(base)):
            return self._folded(base, later, alive)
        return Snapshot(self.shared, base, Segment(later, len(base)), alive)

    def _folded(self, base: Segment, later: Gathered, alive: Mask) -> Snapshot:
        # What is gone leaves no word behind, whatever it said.
        shared = self.shared.anew()
        whole = Gathered(shared)
        whole.extend(base.gathered, alive[: len(base)])
        whole.extend(later, alive[len(base) :])
        segment = Segment(whole)
        return Snapshot(shared, segment, Segment(Gathered(shared), len(segment)), np.ones(len(segment), dtype=bool))

    def postings(self, term: str) -> Sequence[Postings]:
        """Where a term is held, segment by segment; initiatives that no longer count are among them."""
        number = self.shared.terms.get(term)
        if number is None:
            return ()
        return [found for segment in self.segments if (found := segment.postings(number)) is not None]

    def count_of(self, postings: Sequence[Postings]) -> int:
        """How many initiatives that count are among some postings of one term."""
        if self.all_alive:
            return sum(len(one.docs) for one in postings)
        return sum(int(self.alive[one.docs].sum()) for one in postings)

    def having(self, terms: Iterable[str]) -> Mask:
        """Which initiatives hold at least one of the terms."""
        mask = np.zeros(self.size, dtype=bool)
        for term in terms:
            for found in self.postings(term):
                mask[found.docs] = True
        return mask

    def of_authorities(self, names: Iterable[str]) -> Mask:
        """Which initiatives are of one of these authorities."""
        numbers = [number for name in names if (number := self.shared.authorities.get(name)) is not None]
        mask: Mask = np.isin(self.authority, numbers) if numbers else np.zeros(self.size, dtype=bool)
        return mask

    def has_practice(self, name: str) -> bool:
        """Whether any initiative that everybody may see is of the authority with this register name."""
        return bool((self.having([authority_term(name)]) & self.everyones).any())

    def has_contact(self, words: Sequence[str]) -> bool:
        """Whether the contacts of one initiative that everybody may see have all of these words.

        They stand next to each other somewhere.
        """
        held = self.everyones
        for word in words:
            held = held & self.having([contact_term(stem(word))])
        return bool(held.any()) and all(self.stand_together(*pair) for pair in pairwise(words))

    def authority_names(self, docs: Iterable[int]) -> list[str]:
        """The register names of the authorities of some initiatives."""
        names = list(self.shared.authorities)
        return [names[int(self.authority[doc])] for doc in docs]

    def visible_to(self, member: Member) -> Mask | None:
        """Which initiatives a member may see, of those that count; None when that is all of them."""
        if self.all_open or member.sees_all:
            return None if self.all_alive else self.alive
        mask: Mask = self.alive & (self.open | self.of_authorities(member.authorities))
        return mask

    def tokens_of(self, doc: int) -> NDArray[np.int32]:
        """The words of one initiative as numbers, in order."""
        base = self.segments[0]
        return base.tokens_of(doc) if doc < len(base) else self._later.tokens_of(doc - len(base))

    def terms_of(self, words: NDArray[np.int32]) -> NDArray[np.int32]:
        """The terms of some words, both as numbers."""
        term_of = self.shared.words.term_of
        return np.array([term_of[word] for word in words.tolist()], dtype=np.int32)

    def word_of(self, doc: int, term: str) -> str:
        """The first word of one initiative that is a form of a term that it holds."""
        written = self.tokens_of(doc)
        at = int(np.argmax(self.terms_of(written) == self.shared.terms[term]))
        return self.shared.words.written[int(written[at])]

    def stand_together(self, one: str, other: str) -> bool:
        """Whether two words are written next to each other in some initiative that everybody may see."""
        first, second = self.shared.words.get(one), self.shared.words.get(other)
        if first is None or second is None:
            return False
        return any(segment.stand_together(first, second, self.everyones) for segment in self.segments)

    @cached_property
    def word_counts(self) -> NDArray[np.int64]:
        """How often each word, by its number, is written in the initiatives that everybody may see."""
        counts = np.zeros(len(self.shared.words.written), dtype=np.int64)
        for segment in self.segments:
            found = segment.counts_within(self.everyones)
            counts[: len(found)] += found
        return counts

    def words(self) -> set[str]:
        """The words written in the initiatives that everybody may see."""
        written = self.shared.words.written
        return {written[number] for number in np.flatnonzero(self.word_counts).tolist()}

    def stems(self) -> list[str]:
        """The stems of the words written in the initiatives that everybody may see, in the order of the alphabet."""
        terms = list(self.shared.terms)  # at once: another thread may be adding to them
        term_of = self.shared.words.term_of
        return sorted({terms[term_of[number]] for number in np.flatnonzero(self.word_counts).tolist()})

    @cached_property
    def under_themes(self) -> Mask:
        """What each initiative is filed under: a row for each initiative, a column for each theme."""
        rows = [self.having([theme_term(slug)]) for slug in self.shared.themes]
        return np.array(rows, dtype=np.bool_).reshape(len(rows), self.size).T.copy()

    @cached_property
    def theme_columns(self) -> dict[str, int]:
        """The column of each theme in `under_themes`, by its index term."""
        return {theme_term(slug): column for column, slug in enumerate(self.shared.themes)}

    @cached_property
    def main_theme(self) -> NDArray[np.int32]:
        """What each initiative is mostly about: its first theme, by its column in `under_themes`, or -1 for none."""
        main = np.full(self.size, -1, dtype=np.int32)
        for column, slug in enumerate(self.shared.themes):
            main[self.having([main_theme_term(slug)])] = column
        return main

    @cached_property
    def usual_themes(self) -> NDArray[np.float32]:
        """The share of what everybody may see that is filed under each theme."""
        filed = self.under_themes[self.everyones].sum(axis=0)
        return np.asarray(filed / max(int(self.everyones.sum()), 1), np.float32)

    @cached_property
    def years(self) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """The first and the last year of each initiative, as `years_of` and `NEVER` say it."""
        return self._joined("began"), self._joined("ended")

    def within(self, years: Years) -> Mask:
        """Which initiatives were under way, or began, in one of these years."""
        began, ended = self.years
        first, last = years.first or EVER, years.last or ALWAYS
        # Where only the end is told, that is the one year that is known of.
        mask: Mask = (np.where(began == EVER, np.inf if years.begun else ended, began) <= last) & (ended > EVER)
        mask &= (began if years.begun else ended) >= first
        return mask

    @cached_property
    def newness(self) -> NDArray[np.int32]:
        """The year in which each initiative began; 0 where that is not told."""
        began, ended = self.years
        return np.where(ended == EVER, 0, began).astype(np.int32)

    def each_once(self, found: NDArray[Any]) -> None:
        """Strike out of what is found, a number or a mark for each initiative, what says the same as another found."""
        twins, others = self.twins
        if len(twins):
            found[twins[found[others] > 0]] = 0

    @cached_property
    def twins(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Initiatives that say the same as another of the same authority, and for each the first of them by its id.

        What everybody may see comes before what only some may.
        """
        found = find_twins(self)
        return np.array(list(found), dtype=np.int64), np.array(list(found.values()), dtype=np.int64)


_OLDEST_YEAR = 2000
_YEARS = 40

#: Two initiatives of one authority whose titles have the same words are one, told twice, when they share this much
#: of their words (Jaccard): a corrected or re-imported text, not a second phase of the work.
SAME_WORDS = 0.85


def find_twins(snapshot: Snapshot) -> dict[int, int]:
    """Each initiative that is all but the same as one before it in the order of `Snapshot.twins`, to that one."""
    seen: dict[tuple[int, str], list[int]] = {}
    for doc in np.flatnonzero(snapshot.alive).tolist():
        seen.setdefault((int(snapshot.authority[doc]), snapshot.titles[doc].casefold()), []).append(doc)
    twins: dict[int, int] = {}
    for docs in seen.values():
        docs.sort(key=lambda doc: (not snapshot.open[doc], snapshot.ids[doc]))
        for place, doc in enumerate(docs[1:], start=1):
            for other in docs[:place]:
                if other not in twins and _alike(snapshot.tokens_of(doc), snapshot.tokens_of(other)):
                    twins[doc] = other
                    break
    return twins


def _alike(one: NDArray[np.int32], other: NDArray[np.int32]) -> bool:
    shared = len(np.intersect1d(one, other))
    return shared >= SAME_WORDS * len(np.union1d(one, other))


def _last_of_each(ids: Sequence[str]) -> Mask:
    alive = np.ones(len(ids), dtype=bool)
    last = {one: doc for doc, one in enumerate(ids)}
    if len(last) < len(ids):
        alive[[doc for doc, one in enumerate(ids) if last[one] != doc]] = False
    return alive
