"""Putting slips right: a deletion index finds the few words that could be meant, RapidFuzz measures them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.search.index.arrays import ranges
from knowledge.search.language.english import GENERIC
from knowledge.search.lists.authorities import LENGTH_FOR_TWO_SLIPS

#: Shorter words are taken as they stand: one slip turns "PRU" into another abbreviation.
SHORTEST = 4
#: Longer words are no words.
LONGEST = 30
#: Letters of a word, from its beginning, in which deletions are looked for: slips further on are left to RapidFuzz.
PREFIX = 8
#: Slips between two words that may be the same one.
MOST_SLIPS = 2
#: Words that came since are indexed apart until they are this share of all.
SHARE_TO_INDEX_AGAIN = 0.05
#: The smallest part of a word that may have lost its space ("youthjustice").
SHORTEST_PART = 3

#: The words that questions are held together with: what is one slip from one of them is it, however short.
COMMONEST = frozenset(
    """what that with from have does this they them then when were will been your where which there their about would
    should could""".split()  # noqa: SIM905
)

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]

_BITS = 5
_CODES = {letter: code for code, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=1)}
_OTHER = 27


def _slips_allowed(typed: str, meant: str) -> int:
    """How many slips may lie between two words: one to seven letters, two in longer ones.

    Vowels are what people are unsure of, so words of the same consonants ("puples") may have two from six letters on,
    and so may words of the same letters between the same ends ("rasicm").
    """
    shorter, longer = sorted((len(typed), len(meant)))
    if shorter < LENGTH_FOR_TWO_SLIPS - 2:
        return 1
    same_letters = typed[0] == meant[0] and typed[-1] == meant[-1] and sorted(typed) == sorted(meant)
    return 2 if longer >= LENGTH_FOR_TWO_SLIPS or same_letters or _consonants(typed) == _consonants(meant) else 1


_NO_VOWELS = str.maketrans("", "", "aeiou")


def _consonants(word: str) -> str:
    return word.translate(_NO_VOWELS)


class DeletionIndex:
    """Words by what is left of their first letters when up to two are deleted (as in SymSpell).

    Two words within two slips of each other (a letter missing, added, wrong, or two swapped) share such a rest, so
    that a look-up touches a few words of a vocabulary of any size. A rest is packed five bits a letter into one
    integer, and words stand in buckets by a hash of their rests.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.words = list(words)
        self._lengths = np.array([len(word) for word in self.words], dtype=np.int16)

    @cached_property
    def _buckets(self) -> tuple[int, Ints, Ints]:
        """How far a hash is shifted down, where each bucket begins, and the words' numbers bucket by bucket."""
        rests: list[Longs] = []
        numbers: list[Ints] = []
        lengths = np.minimum(self._lengths, PREFIX)
        for length in range(1, PREFIX + 1):
            those = (lengths == length).nonzero()[0].astype(np.int32)
            codes = np.array([_letters(self.words[number]) for number in those.tolist()], dtype=np.int64)
            packed = codes.reshape(-1, length) @ _PACKING[length].T
            rests.append(packed.ravel())
            numbers.append(np.repeat(those, packed.shape[1]))
        bits = max(int(len(self.words) * len(_DELETIONS) * _ROOM).bit_length(), 4)
        hashes = _hashes(np.concatenate(rests), 64 - bits)
        begins = np.zeros((1 << bits) + 1, dtype=np.int32)
        np.cumsum(np.bincount(hashes, minlength=1 << bits), out=begins[1:])
        return 64 - bits, begins, np.concatenate(numbers)[hashes.argsort(kind="stable")]

    def near(self, typed: str) -> list[str]:
        """The words that may lie within two slips of `typed`; a few that do not are among them."""
        shift, begins, numbers = self._buckets
        hashes = _hashes(_PACKING[min(len(typed), PREFIX)] @ np.array(_letters(typed), dtype=np.int64), shift)
        found = numbers.take(ranges(begins.take(hashes), begins.take(hashes + 1)))
        found = found[np.abs(self._lengths.take(found) - len(typed)) <= MOST_SLIPS]
        return [self.words[number] for number in set(found.tolist())]


_DELETIONS = [
    (),
    *((one,) for one in range(PREFIX)),
    *((one, other) for one in range(PREFIX) for other in range(one + 1, PREFIX)),
]
#: Buckets to each rest: few words share one by chance.
_ROOM = 2
#: The golden ratio in 64 bits, which scatters integers well when multiplied with (Knuth, volume 3, section 6.4).
_SCATTER = np.uint64(0x9E3779B97F4A7C15)


def _hashes(rests: Longs, shift: int) -> Longs:
    return (rests.astype(np.uint64) * _SCATTER >> np.uint64(shift)).astype(np.int64)


def _letters(word: str) -> list[int]:
    return [_CODES.get(letter, _OTHER) for letter in word[:PREFIX]]


def _packing(length: int) -> Longs:
    """For words of so many first letters, a row for each deletion: what each letter is multiplied by."""
    rows: dict[tuple[int, ...], None] = {}
    for deleted in _DELETIONS:
        left = [place for place in range(length) if place not in deleted]
        rows.setdefault(tuple(1 << _BITS * left.index(place) if place in left else 0 for place in range(length)))
    return np.array(list(rows), dtype=np.int64)


#: By the number of letters.
_PACKING = [_packing(length) for length in range(PREFIX + 1)]


class Speller:
    """Finds the word that was meant by one that nothing knows. `how_often` tells how common a word is in the store.

    `index` is that of an earlier speller, whose words are not indexed again.
    """

    def __init__(
        self, words: Iterable[str], how_often: Callable[[str], int], index: DeletionIndex | None = None
    ) -> None:
        self._known = frozenset(word for word in words if SHORTEST <= len(word) <= LONGEST and word.isalpha())
        self._how_often = how_often
        new = self._known.difference(index.words) if index else self._known
        if index is None or len(new) > SHARE_TO_INDEX_AGAIN * len(self._known):
            index, new = DeletionIndex(sorted(self._known)), frozenset()
        self.index = index
        self._later = DeletionIndex(sorted(new)) if new else None

    def near(self, typed: str) -> list[str]:
        """The words that may lie within two slips of `typed`."""
        near = self.index.near(typed) + (self._later.near(typed) if self._later else [])
        return [word for word in near if word in self._known]

    def meant(
        self, typed: str, fits: Callable[[str], bool] = lambda word: False, *, shouted: bool = False
    ) -> str | None:
        """The word most likely meant by `typed`; None where nothing is near enough.

        `fits` tells whether a word goes with its neighbours, which decides between words that are equally near, and
        whether a word of three or four letters is no abbreviation but has a slip ("hete crime", "cae leavers"); of one
        that is `shouted`, in capitals, nothing else does.
        """
        if not SHORTEST - 1 <= len(typed) <= LONGEST or not typed.isalpha():
            return None
        ranked: list[tuple[float, int, int, str]] = []
        unsure: list[str] = []
        near = process.extract(
            typed, self.near(typed), scorer=OSA.distance, processor=None, score_cutoff=MOST_SLIPS, limit=None
        )
        for word, slips, _ in near:
            if slips > 1 and slips > _slips_allowed(typed, word):
                continue
            if len(typed) <= SHORTEST == len(word) and sorted(typed) != sorted(word):
                unsure.append(word)
                continue
            if typed[0] != word[0] and not _first_letter_slip(typed, word):
                continue
            often = _OFTEN if word in COMMONEST else min(self._how_often(word), _OFTEN)
            cost = _cost(typed, word, slips) + (0 if often else _UNWRITTEN)
            ranked.append((cost, -often, len(word), word))
        ranked.sort()
        unsure.sort(key=lambda word: (_cost(typed, word, 1), -self._how_often(word), word))
        rivals = [word for cost, _, _, word in ranked[:_RIVALS] if cost <= ranked[0][0] + _FITTING]
        if unsure or len(rivals) > 1:
            fitting = next((word for word in (*rivals, *unsure) if fits(word)), None)
            likely = fitting or (None if shouted else self._likely_short(typed, unsure, alone=not rivals))
            if likely:
                return likely
        return rivals[0] if rivals else None

    def _likely_short(self, typed: str, near: Sequence[str], *, alone: bool) -> str | None:
        """Of short words one slip away that one which is by far the likeliest, whatever stands beside it.

        It holds questions together; or, where these are `alone`, it is the one that differs in a vowel alone of those
        that the store often holds ("deta"), or is true of nearly any work ("tesm", "wor").
        """
        joining = next((word for word in near if word in COMMONEST), None)
        if joining or not alone:
            return joining
        vowel = [one for one in near if _consonants(typed) == _consonants(one) and self._how_often(one) >= _KNOWN_WELL]
        return vowel[0] if len(vowel) == 1 else next((word for word in near if word in GENERIC), None)

    def sounded(self, typed: str) -> str | None:
        """The word that `typed` spells by its sound ("protecshun"); None where it is none."""
        for sound, spelling in _SOUNDS:
            if sound in typed:
                respelt = typed.replace(sound, spelling)
                if respelt in self._known:
                    return respelt
                if "shun" in sound and (meant := self.meant(respelt)):
                    return meant
        return None

    def parted(self, typed: str, together: Callable[[str, str], bool]) -> tuple[str, str] | None:
        """The two words that `typed` is when a space is put back, if they are ever found `together`; else None."""
        if not 2 * SHORTEST_PART <= len(typed) <= LONGEST:
            return None
        places = range(SHORTEST_PART, len(typed) - SHORTEST_PART + 1)
        pairs = [(typed[:at], typed[at:]) for at in places if typed[:at] in self._known and typed[at:] in self._known]
        pairs = [pair for pair in pairs if together(*pair)]
        return max(pairs, key=lambda pair: min(map(self._how_often, pair)), default=None)

    def parted_with_a_slip(self, typed: str, together: Callable[[str, str], bool]) -> tuple[str, str] | None:
        """The same where one of the two has a slip besides ("youthjustce"), which only a long word tells for sure."""
        if not 2 * SHORTEST < len(typed) <= LONGEST:
            return None
        for at in range(SHORTEST, len(typed) - SHORTEST + 1):
            head, tail = typed[:at], typed[at:]
            if head in self._known and len(tail) > SHORTEST and (meant := self.meant(tail)) and together(head, meant):
                return head, meant
            if tail in self._known and len(head) > SHORTEST and (meant := self.meant(head)) and together(meant, tail):
                return meant, tail
        return None


#: How English sounds are written by ear, and how they are spelt.
_SOUNDS = (("shun", "tion"), ("zhun", "sion"), ("kw", "qu"), ("ks", "x"), ("f", "ph"), ("k", "c"), ("sh", "ch"))
#: Words whose cost differs by no more are equally near: more than how the slip came about, less than another slip.
_FITTING = 0.6
#: What it costs a word that no initiative holds.
_UNWRITTEN = 0.15
#: So many of the nearest words are told apart by their neighbours.
_RIVALS = 6
#: Shorter words that begin otherwise are other words.
_SURE_WITHOUT_FIRST = 5
#: A word held this often is well known in the store.
_KNOWN_WELL = 3
#: Words held this often are equally likely to be meant.
_OFTEN = 50


def _cost(typed: str, word: str, slips: int) -> float:
    """How unlikely the slips are: swapped and doubled letters, then wrong vowels, are the commonest, a wrong first
    letter the rarest.
    """
    cost = float(slips)
    if sorted(typed) == sorted(word):
        cost -= 0.3
    elif set(typed) == set(word):
        cost -= 0.2
    elif _consonants(typed) == _consonants(word):
        cost -= 0.1
    if typed[0] != word[0]:
        cost += 0.5
    if typed[-1] != word[-1]:
        cost += 0.1
    return cost


def _first_letter_slip(typed: str, word: str) -> bool:
    """Whether words that begin differently are one slip apart there, and the rest is long enough to be sure."""
    if typed[:2] == word[1::-1] and typed[2:] == word[2:]:
        return True
    if len(word) < _SURE_WITHOUT_FIRST:
        return False
    if len(word) >= LENGTH_FOR_TWO_SLIPS and OSA.distance(typed[1:], word[1:], score_cutoff=1) <= 1:
        return True
    return typed[1:] in (word[1:], word[0] + word[2:]) or typed == word[1:] or typed[1:] == word
