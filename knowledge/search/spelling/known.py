"""What words are right as they stand, in English, the lists or the store, and which of them stand together there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from knowledge.search.language.english import STOP, bases, is_english
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.memory import Memory
from knowledge.search.spelling.speller import SHORTEST

#: How many words are remembered to be right or not.
_MOST_REMEMBERED = 20_000
#: The same letter three times over is no English.
_TRIPLED = re.compile(r"([a-z])\1\1")


class Known:
    """Tells what a lexicon and the store know. `holds` and `adjacent` tell of words as the store writes them."""

    def __init__(self, lexicon: Lexicon, holds: Callable[[str], bool], adjacent: Callable[[str, str], bool]) -> None:
        self._listed = lexicon.vocabulary
        self._towns = lexicon.names.town_words
        self.places = self._towns | lexicon.names.vocabulary | lexicon.gazetteer.vocabulary
        self.company = lexicon.company
        self._entries = lexicon.thesaurus.entries
        self.holds = holds
        self.adjacent = adjacent
        self._before: Memory[str, bool] = Memory(_MOST_REMEMBERED)

    def knows(self, word: str) -> bool:
        """Whether a word is right as it stands: English, a name, or written so in the store or the lists."""
        known = self._before.get(word)
        return self._before.keep(word, self._knows(word)) if known is None else known

    def _knows(self, word: str) -> bool:
        if self.writes(word):
            return True
        if _TRIPLED.search(word):
            return False
        if len(word) < SHORTEST or word in STOP or not word.isalpha() or is_english(word):
            return True
        return any(self.writes(base) for base in bases(word) if len(base) > 2)

    def is_right(self, word: str) -> bool:
        """Whether a word is known, or a town is called so."""
        return word in self._towns or self.knows(word)

    def writes(self, word: str) -> bool:
        """Whether the store or the lists write a word so."""
        return self.holds(word) or self.in_lists(word)

    def in_lists(self, word: str) -> bool:
        """Whether the lists write a word so."""
        return word in self._listed

    def has_entry(self, token: Token) -> bool:
        """Whether the lists know a word by itself."""
        entry = self._entries.get((stem(token.word),))
        return entry is not None and entry.is_said_by((token,))

    def stand_together(self, one: str, other: str) -> bool:
        """Whether two words are ever written next to each other, in the lists or the store."""
        return self.company.has_beside(one, other) or self.adjacent(one, other)


def saying(tokens: Iterable[Token]) -> str | None:
    """The first word that is more than a small one."""
    return next((token.word for token in tokens if token.word not in STOP), None)
