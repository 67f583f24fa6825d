"""An inverted index over some initiatives, made in one pass and never changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.search.index.arrays import ranges
from knowledge.search.index.fields import FIELD_WEIGHTS, FILED, LENGTH_SHARE, USUAL_LENGTH
from knowledge.search.index.gathering import LONGEST_PHRASE, Dictionaries, Gathered

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

#: How fast mentions of a word add up to certainty: one in the summary gives 0.6, one in the title 0.92, both 0.96.
MENTIONS_TO_SATURATE = 1.1

#: A mention is packed into one integer: its term and initiative, then this code of its field and the field's length,
#: in steps. Then all mentions are put in order at once, and what each weighs is looked up.
_LENGTH_BITS = 3
_CODE_BITS = 4 + _LENGTH_BITS
#: Lengths, as shares of the usual, at which the steps begin: from far shorter to far longer.
_LENGTH_SHARES = np.array((0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0), dtype=np.float32)
_STEP_SHARES = (0.4, 0.6, 0.85, 1.1, 1.35, 1.75, 2.5, 4.0)
_CODE_WEIGHTS = np.array(
    [
        weight / (1 - LENGTH_SHARE + LENGTH_SHARE * (share if field != FILED else 1))
        for field, weight in enumerate(FIELD_WEIGHTS)
        for share in _STEP_SHARES
    ],
    dtype=np.float32,
)
_CODE_FIELDS = np.array([1 << field for field in range(len(FIELD_WEIGHTS)) for _ in _STEP_SHARES], dtype=np.uint16)

#: Words are packed this many at a time, to hold no more in memory than that.
_BLOCK = 1 << 20
#: So many initiatives with a word are looked through for those with another, and so many with both are read.
_MOST_SOUGHT, _MOST_READ = 5_000, 500
#: Fewer than one initiative in so many are read one by one for a phrase; of more, it is quicker to read all.
_FEW = 8


def _codes(fields: NDArray[np.int8], lengths: Ints) -> NDArray[np.int64]:
    """The code of each run of words of one field."""
    shares = lengths / np.array(USUAL_LENGTH, dtype=np.float32)[fields]
    return fields.astype(np.int64) << _LENGTH_BITS | np.searchsorted(_LENGTH_SHARES, shares, side="right")


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term is held: initiatives' numbers, rising; how strongly (0 to 1); in which fields (bits)."""

    docs: Ints
    strengths: Floats
    fields: NDArray[np.uint16]


class Segment:
    """Postings by term over the initiatives of a `Gathered`; their numbers begin at `first`."""

    def __init__(self, gathered: Gathered, first: int = 0) -> None:
        self.gathered = gathered
        self.first = first
        self._invert()

    def __len__(self) -> int:
        return len(self.gathered.ids)

    def _invert(self) -> None:
        gathered = self.gathered
        words = gathered.shared.words
        # A gathered array grows no more once it is inverted, so its memory can be looked at as it stands.
        self.tokens: Ints = np.empty(0, np.int32)
        if gathered.tokens:
            self.tokens = np.frombuffer(gathered.tokens, dtype=np.int32)
        lengths = np.array(gathered.run_length, dtype=np.int32)
        self.run_doc = np.array(gathered.run_doc, dtype=np.int32)
        codes = _codes(np.array(gathered.run_field, dtype=np.int8), lengths)
        self.run_ends = np.cumsum(lengths, dtype=np.int64)
        count = max(len(self), 1)
        term_of = np.array(words.term_of, dtype=np.int32)
        joins = np.array(words.is_stop, dtype=bool)
        runs = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
        at, phrase = _phrases(term_of, self.tokens, runs, gathered.shared)
        filed = len(gathered.extra_term)
        kept = int(np.count_nonzero(~joins[self.tokens])) if len(self.tokens) else 0
        mentions = np.empty(kept + len(at) + filed, dtype=np.int64)
        filled = 0
        for start in range(0, len(self.tokens), _BLOCK):
            block, held = self.tokens[start : start + _BLOCK], runs[start : start + _BLOCK]
            keep = ~joins[block]
            packed = _packed(term_of[block[keep]], self.run_doc[held[keep]], codes[held[keep]], count)
            mentions[filled : filled + len(packed)] = packed
            filled += len(packed)
        mentions[kept : kept + len(at)] = _packed(phrase, self.run_doc[runs[at]], codes[runs[at]], count)
        extra_doc = np.array(gathered.extra_doc, dtype=np.int32)
        mentions[kept + len(at) :] = _packed(gathered.extra_term, extra_doc, FILED << _LENGTH_BITS, count)
        del runs
        self._add_up(mentions, count)

    def _add_up(self, mentions: NDArray[np.int64], count: int) -> None:
        """Order mentions by term and initiative, adding up those of each; in place, for there may be ten millions."""
        mentions.sort()
        codes = (mentions & ((1 << _CODE_BITS) - 1)).astype(np.uint8)
        mentions >>= _CODE_BITS
        new = np.ones(len(mentions), dtype=bool)
        np.not_equal(mentions[1:], mentions[:-1], out=new[1:])
        starts = np.flatnonzero(new)
        held = mentions[starts]
        del mentions
        self.docs: Ints = (held % count + self.first).astype(np.int32)
        held //= count
        size = len(self.gathered.shared.terms)
        self.starts = np.searchsorted(held, np.arange(size + 1)).astype(np.int64)
        weight = np.add.reduceat(_CODE_WEIGHTS[codes], starts) if len(starts) else np.empty(0, np.float32)
        self.strengths: Floats = (1 - np.exp(-weight / MENTIONS_TO_SATURATE)).astype(np.float32)
        self.fields = np.bitwise_or.reduceat(_CODE_FIELDS[codes], starts) if len(starts) else np.empty(0, np.uint16)

    def postings(self, term: int) -> Postings | None:
        """Where a term is held in this segment; None where it is not."""
        if term < 0 or term + 1 >= len(self.starts):
            return None
        start, end = int(self.starts[term]), int(self.starts[term + 1])
        if start == end:
            return None
        return Postings(self.docs[start:end], self.strengths[start:end], self.fields[start:end])

    def stand_together(self, first: int, second: int, among: NDArray[np.bool_]) -> bool:
        """Whether two words, as numbers, are written next to each other in an initiative of this segment.

        `among` marks those of the snapshot that are looked at. Where very many hold both, only the first are read.
        """
        words = self.gathered.shared.words
        holding = [self.postings(words.term_of[one]) for one in (first, second) if not words.is_stop[one]]
        held = sorted((found.docs for found in holding if found is not None), key=len)
        if not held or len(held) < len(holding):
            return False
        docs = held[0][among[held[0]]][:_MOST_SOUGHT]
        for others in held[1:]:
            at = others.searchsorted(docs)
            docs = docs[others.take(at, mode="clip") == docs]
        bounds, docs = self._doc_bounds, docs[:_MOST_READ] - self.first
        starts, ends = bounds[docs], bounds[docs + 1]
        before = self.tokens[ranges(starts, ends - 1)]
        return bool(((before == first) & (self.tokens[ranges(starts + 1, ends)] == second)).any())

    def written(self, phrase: Sequence[Sequence[int]], among: NDArray[np.bool_]) -> Ints:
        """Which initiatives, of those of the snapshot that `among` marks, hold words next to each other in one field.

        Each word is given as the numbers that it may have.
        """
        docs, bounds = np.flatnonzero(among[self.first : self.first + len(self)]), self._doc_bounds
        if len(docs) * _FEW < len(self):
            places = ranges(bounds[docs], bounds[docs + 1])
            places = places[_is_one_of(self.tokens[places], phrase[0])]
        else:
            places = np.flatnonzero(_is_one_of(self.tokens, phrase[0]))
        places = places[places + len(phrase) <= len(self.tokens)]
        for further, numbers in enumerate(phrase[1:], start=1):
            places = places[_is_one_of(self.tokens[places + further], numbers)]
        runs = self.run_ends.searchsorted(places, side="right")
        within = runs == self.run_ends.searchsorted(places + len(phrase) - 1, side="right")
        held: Ints = np.unique(self.run_doc[runs[within]]) + np.int32(self.first)
        return held

    def counts_within(self, among: NDArray[np.bool_]) -> NDArray[np.int64]:
        """How often each word, by its number, is written in those of its initiatives that `among` marks."""
        left_out = np.flatnonzero(~among[self.first : self.first + len(self)])
        if not len(left_out):
            return self._word_counts
        bounds = self._doc_bounds
        without = self.tokens[ranges(bounds[left_out], bounds[left_out + 1])]
        counts: NDArray[np.int64] = self._word_counts - np.bincount(without, minlength=len(self._word_counts))
        return counts

    @cached_property
    def _word_counts(self) -> NDArray[np.int64]:
        return np.bincount(self.tokens, minlength=1)

    @cached_property
    def _doc_bounds(self) -> NDArray[np.int64]:
        last_run = np.searchsorted(self.run_doc, np.arange(len(self)), side="right") - 1
        return np.concatenate((np.zeros(1, np.int64), self.run_ends[last_run])) if len(self) else np.zeros(1, np.int64)

    def tokens_of(self, doc: int) -> Ints:
        """The words of one initiative (by its own number in this segment, from 0) as numbers, in order."""
        bounds = self._doc_bounds
        return self.tokens[int(bounds[doc]) : int(bounds[doc + 1])]


def _is_one_of(words: Ints, numbers: Sequence[int]) -> NDArray[np.bool_]:
    """Which words are one of a few, all as numbers."""
    found: NDArray[np.bool_] = np.zeros(len(words), dtype=bool)
    for number in numbers:
        found |= words == number
    return found


def _packed(terms: Any, docs: Any, codes: Any, count: int) -> NDArray[np.int64]:
    """Mentions as single integers: terms and initiatives as numbers, and the codes of fields."""
    packed: NDArray[np.int64] = np.array(terms, dtype=np.int64)
    packed *= count
    packed += docs
    packed <<= _CODE_BITS
    packed |= codes
    return packed


def _phrases(term_of: Ints, tokens: Ints, runs: Ints, shared: Dictionaries) -> tuple[NDArray[np.int64], Ints]:
    """Where the known phrases begin, and which: tokens' places and the phrases' term numbers."""
    phrases, pairs = shared.likely_phrases()
    if not phrases or len(tokens) < 2:
        return np.empty(0, np.int64), np.empty(0, np.int32)
    size = len(shared.terms)
    begins, goes_on = (np.isin(np.arange(size), numbers)[term_of] for numbers in pairs.T)
    likely = np.flatnonzero(begins[tokens[:-1]] & goes_on[tokens[1:]] & (runs[:-1] == runs[1:]))
    # The first two words of phrases as single integers, so that all places are compared with all phrases at once.
    known = pairs[:, 0] * size + pairs[:, 1]
    typed = term_of[tokens[likely]].astype(np.int64) * size + term_of[tokens[likely + 1]]
    pair = np.searchsorted(known, typed).clip(max=len(known) - 1)
    same = known[pair] == typed
    likely, (different, pair) = likely[same], np.unique(pair[same], return_inverse=True)
    held = [phrases[first, second] for first, second in pairs[different].tolist()]
    named = [shared.terms.named(" ".join(one.of_two)) if one.of_two else -1 for one in held]
    of_two = np.array(named, dtype=np.int32)[pair]
    goes_further = np.array([bool(one.longer) for one in held], dtype=bool)[pair]
    places: list[int] = []
    found: list[int] = []
    for place, number in zip(likely[goes_further].tolist(), pair[goes_further].tolist(), strict=True):
        following = term_of[tokens[place : place + LONGEST_PHRASE]].tolist()
        for numbers, phrase in held[number].longer:
            length = len(numbers)
            if following[:length] == numbers and runs[place + length - 1] == runs[place]:
                places.append(place)
                found.append(shared.terms.named(" ".join(phrase)))
    exactly = of_two >= 0
    return np.append(likely[exactly], np.array(places, np.int64)), np.append(of_two[exactly], np.array(found, np.int32))
