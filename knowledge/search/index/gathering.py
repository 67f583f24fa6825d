"""Initiatives as numbers, ready to be indexed, and the dictionaries that give the numbers."""

from __future__ import annotations

import logging
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Evidence, Initiative, Visibility
from knowledge.search.ideas import IMPACT_TERM, authority_term, category_term, contact_term, evidence_term, theme_term
from knowledge.search.index.bodies import KINDS, of_names
from knowledge.search.index.fields import CONTACTS, texts
from knowledge.search.index.years import NEVER, years_of
from knowledge.search.language.stems import stem
from knowledge.search.language.text import words
from knowledge.search.language.vocabulary import Terms, Words

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
    """What all segments of an engine share: terms, words, and the phrases to look for, all growing only."""

    def __init__(self, phrases: Iterable[tuple[str, ...]], themes: Mapping[str, str], register: Register) -> None:
        self.terms = Terms()
        self.words = Words(self.terms)
        self.themes = dict(themes)
        self.register = register
        self.authorities: dict[str, int] = {}
        self._phrases = tuple(phrases)

    def likely_phrases(self) -> dict[tuple[int, int], Phrases]:
        """Phrases whose every word was read somewhere, by the numbers of their first two."""
        found: dict[tuple[int, int], Phrases] = {}
        number = self.terms.get
        for phrase in self._phrases:
            numbers = [number(part) for part in phrase[:LONGEST_PHRASE]]
            if None not in numbers:
                first, second, *more = cast("list[int]", numbers)
                these = found.setdefault((first, second), Phrases(None, []))
                if more:
                    these.longer.append(([first, second, *more], phrase))
                else:
                    these.of_two = phrase
        return found

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
        """Take over those initiatives of another that `keep` marks, without reading their text again."""
        numbers = np.cumsum(keep) - 1 + len(self.ids)
        lengths = np.array(other.run_length, dtype=np.int32)
        run_doc = np.array(other.run_doc, dtype=np.int32)
        runs = keep[run_doc] if len(run_doc) else np.empty(0, bool)
        tokens = np.array(other.tokens, dtype=np.int32)[np.repeat(runs, lengths)]
        self.tokens.frombytes(tokens.astype(np.int32).tobytes())
        self.run_doc.frombytes(numbers[run_doc[runs]].astype(np.int32).tobytes())
        self.run_field.frombytes(np.array(other.run_field, dtype=np.int8)[runs].tobytes())
        self.run_length.frombytes(lengths[runs].tobytes())
        extra_doc = np.array(other.extra_doc, dtype=np.int32)
        extras = keep[extra_doc] if len(extra_doc) else np.empty(0, bool)
        self.extra_term.frombytes(np.array(other.extra_term, dtype=np.int32)[extras].tobytes())
        self.extra_doc.frombytes(numbers[extra_doc[extras]].astype(np.int32).tobytes())
        kept = np.flatnonzero(keep).tolist()
        for mine, theirs in self._columns(other):
            mine.extend(theirs[doc] for doc in kept)

    def _columns(self, other: Gathered) -> list[tuple[Any, Any]]:
        names = ("ids", "titles", "authority", "open", "evidence", "year", "began", "ended")
        return [(getattr(self, name), getattr(other, name)) for name in names]

    def _file(self, doc: int, terms: Iterable[str]) -> None:
        for term in terms:
            self.extra_term.append(self.shared.terms.named(term))
            self.extra_doc.append(doc)


def _latest_year(initiative: Initiative) -> int:
    """The last year that an initiative speaks of, for telling the fresher of two equals; 0 if none."""
    years = [initiative.checked.year] if initiative.checked else []
    years += [int(part) for part in words(initiative.year or "") if len(part) == 4 and part.isdecimal()]
    return max(years, default=0)
