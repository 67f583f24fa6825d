"""Words and index terms as numbers. Both only ever grow, so that threads may read them while one adds."""

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

    def __missing__(self, word: str) -> int:
        number = len(self.written)
        self.term_of.append(self._terms.named(stem(word)))
        self.is_stop.append(word in STOP)
        self.written.append(word)
        self[word] = number
        return number
