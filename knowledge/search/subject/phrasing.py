"""Which words of a question belong together: the wordings that the lists know, where they overlap the surer one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.search.language.english import STOP
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token
from knowledge.search.lists.thesaurus import Entry, Thesaurus
from knowledge.search.subject.thinking import only_asks

#: What stands between the words of a wording that is turned round, and how many of them behind it.
_LINKS = frozenset("for from of on in about the our".split())  # noqa: SIM905
_LONGEST_TURNED = 3
#: No wording goes on behind these, nor where words stood that are read already ("I work for Kent. What ..."), but over
#: marks within one ("s.47", "1:1s").
_ENDS = re.compile(r"[.?!;:…]\W|\w")


class Phrasing:
    """Finds the lists' wordings among words; holds no state that changes."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        self._thesaurus = thesaurus

    def of(self, typed: Sequence[Token], text: str) -> list[tuple[Entry | None, Sequence[Token]]]:
        """The words of the question `text` in order, those of one wording together.

        Each has its entry (None: a word by itself).
        """
        found: list[tuple[Entry | None, Sequence[Token]]] = []
        begins = 0
        for at in range(1, len(typed) + 1):
            if at == len(typed) or _ENDS.search(text, typed[at - 1].end, typed[at].start):
                found += self._within(typed[begins:at])
                begins = at
        return found

    def _within(self, typed: Sequence[Token]) -> list[tuple[Entry | None, Sequence[Token]]]:
        """The same for words that nothing parts."""
        parts = [stem(token.word) for token in typed]
        found: list[tuple[Entry | None, Sequence[Token]]] = []
        at = 0
        while at < len(typed):
            length, entry = self._at(typed, parts, at, len(typed))
            if entry is not None and length > 1:
                begins = self._overlapped(typed, parts, at, length, entry)
                if begins is not None:
                    length, entry = self._at(typed, parts, at, begins)
            length = length if entry is not None else 1
            found.append((entry, typed[at : at + length]))
            at += length
        return found

    def _overlapped(
        self, typed: Sequence[Token], parts: Sequence[str], at: int, length: int, entry: Entry
    ) -> int | None:
        """Where a wording begins that shares words with this one and says more ("harm in child protection"), if any."""
        own = _says(typed[at : at + length], entry)
        for begins in range(at + 1, at + length):
            other_length, other = self._at(typed, parts, begins, len(typed))
            if other is not None and begins + other_length > at + length:
                return begins if _says(typed[begins : begins + other_length], other) > own else None
        return None

    def _at(self, typed: Sequence[Token], parts: Sequence[str], at: int, end: int) -> tuple[int, Entry | None]:
        """The longest wording that begins here and ends before `end`: how many words, and its entry."""
        thesaurus = self._thesaurus
        for length in range(min(thesaurus.longest.get(parts[at], 0), end - at), 0, -1):
            entry = thesaurus.entries.get(tuple(parts[at : at + length]))
            if entry is None or not _stands_for_it(typed[at : at + length], entry):
                continue
            turned = self._turned_round(typed, parts, at, end) if length == 1 else None
            return turned or (length, entry)
        spaced = self._without_small_words(typed, parts, at, end)
        return spaced or self._turned_round(typed, parts, at, end) or (0, None)

    def _without_small_words(
        self, typed: Sequence[Token], parts: Sequence[str], at: int, end: int
    ) -> tuple[int, Entry] | None:
        """A wording of several words that the question says with other small words between ("stop an search")."""
        thesaurus = self._thesaurus
        if typed[at].word in STOP or parts[at] not in thesaurus.longest:
            return None
        within = range(at, min(at + thesaurus.longest[parts[at]] + 2, end))
        said = [place for place in within if typed[place].word not in STOP]
        for count in range(len(said), 1, -1):
            entry = thesaurus.entries.get(tuple(parts[place] for place in said[:count]))
            if entry is not None:
                return said[count - 1] - at + 1, entry
        return None

    def _turned_round(
        self, typed: Sequence[Token], parts: Sequence[str], at: int, end: int
    ) -> tuple[int, Entry] | None:
        """A wording whose last word the question says first ("footage from the bodycam").

        Not where the lists know what is said behind it: that is looked for by itself ("prayer rooms for staff").
        """
        entries = self._thesaurus.entries
        begins = at + 1
        while begins < end and typed[begins].word in _LINKS:
            begins += 1
        if begins == at + 1:
            return None
        for length in range(min(_LONGEST_TURNED, end - begins), 0, -1):
            first, rest = parts[at], tuple(parts[begins : begins + length])
            entry = entries.get((*rest, first))
            if entry is None or all(token.word in STOP for token in typed[begins : begins + length]):
                continue
            if not any(tuple(parts[begins:last]) in entries for last in range(begins + length, end + 1)):
                return begins + length - at, entry
        return None


def _stands_for_it(typed: Sequence[Token], entry: Entry) -> bool:
    """Whether words are a wording of the lists, and no single joining or asking word."""
    if not entry.is_said_by(typed):
        return False
    token = typed[0]
    return len(typed) > 1 or token.shouted or not (token.word in STOP or only_asks(token))


def _says(typed: Sequence[Token], entry: Entry) -> tuple[int, float]:
    """How much a wording says: its words that are not mere joining words, then how sure the lists are of it."""
    return sum(token.word not in STOP for token in typed), entry.weight
