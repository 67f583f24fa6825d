"""Words and index terms as numbers. Both only grow, so that threads may read them while one adds; then made anew."""

from __future__ import annotations

from knowledge.search.language.english import STOP
from knowledge.search.language.stems import stem


class Terms(dict[str, int]):
    """Index terms (stems, phrases, what initiatives are filed under) to their numbers."""

    def named(self, term: str) -> int:
        """The number of a term, a new one if it has none."""
        found = self.get(term)
        if found is None:
            found = self[term] = len(self)
        return found


class Words(dict[str, int]):
    """Words as written (cleaned) to their numbers; looking up an unknown one with `[]` gives it its own."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms
        self.written: list[str] = []
        #: the term of each word, and whether it is only a joining word, which is never looked up alone
        self.term_of: list[int] = []
        self.is_stop: list[bool] = []
        self._in_names: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self._added(word, joins=word in STOP)
        return number

    def within_a_name(self, word: str) -> int:
        """The number of a word where it is only part of a name: it makes phrases, and is never looked up alone."""
        number = self._in_names.get(word)
        if number is None:
            number = self._in_names[word] = self._added(word, joins=True)
        return number

    def taken_over(self, number: int, other: Words) -> int:
        """The number here of a word that has this number in another."""
        word = other.written[number]
        return self[word] if other.get(word) == number else self.within_a_name(word)

    def numbers_of(self, word: str) -> tuple[int, ...]:
        """The numbers of a word as it is written, by itself and within names; none where it is nowhere."""
        return tuple(held[word] for held in (self, self._in_names) if word in held)

    def _added(self, word: str, *, joins: bool) -> int:
        number = len(self.written)
        self.term_of.append(self._terms.named(stem(word)))
        self.is_stop.append(joins)
        self.written.append(word)
        return number
