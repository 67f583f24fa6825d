"""Initiatives as numbers, ready to be indexed, and the dictionaries that give the numbers."""

from __future__ import annotations

import logging
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Evidence, Initiative, Visibility
from knowledge.search.ideas import (
    IMPACT_TERM,
    authority_term,
    category_term,
    contact_term,
    evidence_term,
    main_theme_term,
    theme_term,
)
from knowledge.search.index.bodies import KINDS, of_names
from knowledge.search.index.fields import CONTACTS, texts
from knowledge.search.index.years import NEVER, years_of
from knowledge.search.language.stems import stem
from knowledge.search.language.text import words
from knowledge.search.language.vocabulary import Terms, Words

Ints = NDArray[np.int32]

log = logging.getLogger(__name__)

#: Of a phrase that the lists know, this many words are looked at.
LONGEST_PHRASE = 8

_EVIDENCE = tuple(Evidence)


@dataclass(slots=True)
class Phrases:
    """Phrases that begin with the same two words: those words, if that is one, and longer ones, with their numbers."""

    of_two: tuple[str, ...] | None
    longer: list[tuple[list[int], tuple[str, ...]]]


class Dictionaries:
    """What all segments of an index share: terms, words, and the phrases to look for, all growing only."""

    def __init__(self, phrases: Iterable[tuple[str, ...]], themes: Mapping[str, str], register: Register) -> None:
        self.terms = Terms()
        self.words = Words(self.terms)
        self.themes = dict(themes)
        self.register = register
        self.authorities: dict[str, int] = {}
        self._phrases = tuple(phrases)
        self._likely: dict[tuple[int, int], Phrases] = {}
        self._pairs = np.empty((0, 2), dtype=np.int64)
        self._looked_at = 0
        #: the phrases that lack a word, by the first of their words that nothing held so far
        self._lacking: dict[str, list[tuple[str, ...]]] = {}
        for phrase in self._phrases:
            self._lacking.setdefault(phrase[0], []).append(phrase)

    def anew(self) -> Dictionaries:
        """The same without any word or term."""
        return Dictionaries(self._phrases, self.themes, self.register)

    def likely_phrases(self) -> tuple[dict[tuple[int, int], Phrases], NDArray[np.int64]]:
        """Phrases whose every word was read somewhere, by the numbers of their first two, and these in order."""
        new = list(islice(reversed(self.terms), len(self.terms) - self._looked_at))
        self._looked_at = len(self.terms)
        for term in new:
            for phrase in self._lacking.pop(term, ()):
                self._look_at(phrase)
        if len(self._pairs) < len(self._likely):
            self._pairs = np.array(sorted(self._likely), dtype=np.int64)
        return self._likely, self._pairs

    def _look_at(self, phrase: tuple[str, ...]) -> None:
        numbers = []
        for part in phrase[:LONGEST_PHRASE]:
            if (number := self.terms.get(part)) is None:
                self._lacking.setdefault(part, []).append(phrase)
                return
            numbers.append(number)
        first, second, *more = numbers
        these = self._likely.setdefault((first, second), Phrases(None, []))
        if more:
            these.longer.append(([first, second, *more], phrase))
        else:
            these.of_two = phrase

    def authority(self, name: str) -> int:
        return self.authorities.setdefault(name, len(self.authorities))


class Gathered:
    """Initiatives as numbers: words in order, field by field. What a segment is made from, and again when merged."""

    def __init__(self, shared: Dictionaries) -> None:
        self.shared = shared
        self.ids: list[str] = []
        self.titles: list[str] = []
        self.tokens = array("i")
        self.run_doc = array("i")
        self.run_field = array("b")
        self.run_length = array("i")
        self.extra_term = array("i")
        self.extra_doc = array("i")
        self.authority = array("i")
        self.open = array("b")
        self.evidence = array("b")
        self.year = array("i")
        self.began = array("i")
        self.ended = array("i")

    def take(self, initiatives: Iterable[Initiative]) -> None:
        """Take over initiatives; one that cannot be read is left out, and the log names it: the others are found."""
        for initiative in initiatives:
            try:
                self.add(initiative)
            except Exception as error:
                # Its type alone: an error's own words may hold what the initiative says.
                log.error("initiative %s cannot be searched and is left out: %s", initiative.id, type(error).__name__)

    def add(self, initiative: Initiative) -> None:
        """Take over one initiative: all its searched text and what it is filed under; nothing of it where it fails."""
        shared, doc = self.shared, len(self.ids)
        read = [
            (field, written, self._numbers(text, written))
            for field, text in texts(initiative, shared.themes, shared.register)
            for written in [words(text.replace("\n", " ") if "\n" in text else text)]
        ]
        evidence, year = _EVIDENCE.index(initiative.evidence), _latest_year(initiative)
        began, ended = years_of(initiative.year) or NEVER
        for field, written, numbers in read:
            self.tokens.extend(numbers)
            self.run_doc.append(doc)
            self.run_field.append(field)
            self.run_length.append(len(written))
            if field == CONTACTS:
                self._file(doc, (contact_term(part) for part in {stem(word) for word in written}))
        self._file(doc, (theme_term(slug) for slug in initiative.themes))
        self._file(doc, (main_theme_term(slug) for slug in initiative.themes[:1]))
        self._file(doc, (category_term(category) for category in initiative.categories))
        self._file(doc, (evidence_term(initiative.evidence), authority_term(initiative.authority)))
        self._file(doc, (IMPACT_TERM,) if initiative.impact else ())
        self.ids.append(initiative.id)
        self.titles.append(initiative.title)
        self.authority.append(shared.authority(initiative.authority))
        self.open.append(initiative.visibility is Visibility.NETWORK)
        self.evidence.append(evidence)
        self.year.append(year)
        self.began.append(began)
        self.ended.append(ended)

    def _numbers(self, text: str, written: Sequence[str]) -> list[int]:
        """The words of a text as numbers, apart from those that only say what kind of body a name is of."""
        known = self.shared.words
        numbers = list(map(known.__getitem__, written))
        if KINDS.isdisjoint(written):
            return numbers
        kinds, told = [at for at, word in enumerate(written) if word in KINDS], of_names(text)
        if len(told) == len(kinds):
            for at, of_name in zip(kinds, told, strict=True):
                if of_name:
                    numbers[at] = known.within_a_name(written[at])
        return numbers

    def extend(self, other: Gathered, keep: NDArray[np.bool_]) -> None:
        """Take over those initiatives of another that `keep` marks, without reading their text again.

        Where the other has dictionaries of its own, only the words and terms of these go over into ours.
        """
        numbers = np.cumsum(keep) - 1 + len(self.ids)
        lengths = np.array(other.run_length, dtype=np.int32)
        run_doc = np.array(other.run_doc, dtype=np.int32)
        runs = keep[run_doc] if len(run_doc) else np.empty(0, bool)
        tokens = np.array(other.tokens, dtype=np.int32)[np.repeat(runs, lengths)]
        theirs, ours = other.shared, self.shared
        tokens = _renumbered(tokens, lambda number: ours.words.taken_over(number, theirs.words), ours is theirs)
        self.tokens.frombytes(tokens.tobytes())
        self.run_doc.frombytes(numbers[run_doc[runs]].astype(np.int32).tobytes())
        self.run_field.frombytes(np.array(other.run_field, dtype=np.int8)[runs].tobytes())
        self.run_length.frombytes(lengths[runs].tobytes())
        extra_doc = np.array(other.extra_doc, dtype=np.int32)
        extras = keep[extra_doc] if len(extra_doc) else np.empty(0, bool)
        terms, authorities = list(theirs.terms), list(theirs.authorities)
        filed = np.array(other.extra_term, dtype=np.int32)[extras]
        filed = _renumbered(filed, lambda number: ours.terms.named(terms[number]), ours is theirs)
        self.extra_term.frombytes(filed.tobytes())
        self.extra_doc.frombytes(numbers[extra_doc[extras]].astype(np.int32).tobytes())
        kept = np.flatnonzero(keep).tolist()
        owners = np.array(other.authority, dtype=np.int32)[kept]
        owners = _renumbered(owners, lambda number: ours.authority(authorities[number]), ours is theirs)
        self.authority.frombytes(owners.tobytes())
        for mine, others in self._columns(other):
            mine.extend(others[doc] for doc in kept)

    def _columns(self, other: Gathered) -> list[tuple[Any, Any]]:
        names = ("ids", "titles", "open", "evidence", "year", "began", "ended")
        return [(getattr(self, name), getattr(other, name)) for name in names]

    def _file(self, doc: int, terms: Iterable[str]) -> None:
        for term in terms:
            self.extra_term.append(self.shared.terms.named(term))
            self.extra_doc.append(doc)


def _renumbered(numbers: Ints, ours: Callable[[int], int], same: bool) -> Ints:
    """Some numbers as `ours` has them, which is looked up once for each; as they are where they are the `same`."""
    if same or not len(numbers):
        return numbers
    different, places = np.unique(numbers, return_inverse=True)
    return np.array([ours(number) for number in different.tolist()], dtype=np.int32)[places]


def _latest_year(initiative: Initiative) -> int:
    """The last year that an initiative speaks of, for telling the fresher of two equals; 0 if none."""
    years = [initiative.checked.year] if initiative.checked else []
    years += [int(part) for part in words(initiative.year or "") if len(part) == 4 and part.isdecimal()]
    return max(years, default=0)
