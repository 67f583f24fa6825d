"""Putting the words of a question right: slips, missing spaces, spaces too many; each correction noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.domain.query import Correction
from knowledge.search.language.english import ASKING, STOP, is_common, is_english, is_listed, is_name, may_be_derived
from knowledge.search.language.stems import is_spelt_otherwise
from knowledge.search.language.text import Token, paired
from knowledge.search.lists.authorities import LENGTH_FOR_TWO_SLIPS, slips_allowed
from knowledge.search.lists.company import FARTHEST
from knowledge.search.lists.names import PLACE_CUES
from knowledge.search.memory import Memory
from knowledge.search.spelling.alike import ALIKE
from knowledge.search.spelling.clipping import unclipped
from knowledge.search.spelling.doubting import may_stand, sooner_meant
from knowledge.search.spelling.known import Known, saying
from knowledge.search.spelling.naming import is_a_name, is_titled, may_name_somebody
from knowledge.search.spelling.parting import SURE_HALF, are_halves, run_together
from knowledge.search.spelling.prefixes import PREFIXES, behind_its_prefix, with_its_prefix
from knowledge.search.spelling.speller import SHORTEST, Speller

#: How many words' spelling is remembered.
_MOST_REMEMBERED = 20_000
_QUOTES = ('"', "“", "”")


class _Put(NamedTuple):
    """Words in place of the next `taken` of a question, and what is said to be meant: None where nothing is said."""

    words: list[Token]
    meant: str | None = None
    taken: int = 1


class Mender:
    """Mends words against what is `known`. `speller` finds what was meant by one that nothing knows.

    Towns are right as they stand; those that are `sure` are what a slip after a place word ("in Brixtn") may mean:
    elsewhere it is sooner somebody's name.
    """

    def __init__(self, known: Known, speller: Callable[[], Speller], sure: Callable[[], Sequence[str]]) -> None:
        self._known = known
        self._speller = speller
        self._sure = sure
        self._meant_before: Memory[str, str | None] = Memory(_MOST_REMEMBERED)

    def mended(self, typed: Sequence[Token], text: str) -> tuple[list[Token], list[Correction]]:
        """The words of the question `text` with slips put right, and each correction.

        A word in quotation marks stays as it stands: that is how a correction is undone.
        """
        words: list[Token] = []
        corrections: list[Correction] = []
        titled = is_titled(text)
        at = 0
        while at < len(typed):
            before, after = words[-FARTHEST:], typed[at + 1 : at + 1 + FARTHEST]
            put = _Put([typed[at]]) if _is_quoted(typed[at], text) else self._put(typed[at], before, after, text)
            if put.meant and put.taken == 1 and typed[at].capital and not typed[at].shouted:
                meant = [one.word for one in put.words]
                beside = self._neighbourly(before, after)
                if is_a_name(self._known, typed[at], meant, before, after, beside, text, titled=titled):
                    put = _Put([typed[at]])
            words += put.words
            if put.meant is not None and not is_spelt_otherwise(typed[at].word, put.meant.casefold()):
                corrections.append(_correction(typed[at], typed[at + put.taken - 1], put.meant, text))
            at += put.taken
        return paired(words, text) if corrections else words, corrections

    def _put(self, token: Token, before: Sequence[Token], after: Sequence[Token], text: str) -> _Put:
        """A word as it was meant beside its neighbours: the surest way of telling first."""
        if put := self._joined(token, after, text) or self._prefixed(token, after, text):
            return put
        if full := unclipped(self._known, token, before, after) or self._short(token, before, after):
            return _as(token, full)
        if put := self._meant_as_one(token, after, text):
            return put
        if near := self._barely_right(token, before, after) or self._sounding(token, before, after):
            return _as(token, near)
        if sooner := sooner_meant(self._known, token, before, after):
            return _as(token, sooner)
        if parts := self._halves(token):
            return _Put(_parted(token, parts))
        return _Put([token]) if self._known.is_right(token.word) else self._meant(token, before, after)

    def _joined(self, token: Token, after: Sequence[Token], text: str) -> _Put | None:
        """Two words that are one with a space too many ("ex clusion"), as one; None where they are two."""
        if not after:
            return None
        following = after[0]
        whole = token.word + following.word
        if len(whole) < 2 * SHORTEST - 2 or following.start - token.end > 1 or not whole.isalpha():
            return None
        if not self._known.writes(whole):
            return None
        one = _as_one(token, following, whole, text)
        if token.word in PREFIXES:
            return one._replace(meant=None)
        if self._known.company.has_beside(token.word, following.word):
            return None
        apart = self._stands_alone(token.word) and self._stands_alone(following.word)
        used_apart = self._known.holds(token.word) and self._known.holds(following.word)
        if apart and (used_apart or not self._known.holds(whole)):
            # Both are words, so they are one only if the store uses that and not both of them ("foot ball").
            return None
        return one._replace(meant=None) if "-" in text[token.end : following.start] else one

    def _meant_as_one(self, token: Token, after: Sequence[Token], text: str) -> _Put | None:
        """A word written apart and with a slip too ("micro agresions"), as it was meant; None where it is none."""
        if not after or after[0].start - token.end > 1 or self._known.is_right(after[0].word):
            return None
        if len(token.word) < SHORTEST or token.word in STOP or self._nearest(after[0], [token], after[1:]):
            return None
        meant = self._speller().meant(token.word + after[0].word)
        return None if meant is None else _as_one(token, after[0], meant, text)

    def _prefixed(self, token: Token, after: Sequence[Token], text: str) -> _Put | None:
        """A word and its prefix apart, one of them with a slip ("over representaion"), as one; else None."""
        if not after or after[0].start - token.end > 1:
            return None
        whole = with_its_prefix(self._known, self._speller, token, after[0], self._as_meant)
        return _as_one(token, after[0], whole, text) if whole else None

    def _short(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> str | None:
        """What was meant by a word of three letters with a slip, where its neighbour tells ("pay gpa"); else None.

        Short words are otherwise left alone: one slip turns an abbreviation into another.
        """
        word = token.word
        if len(word) != SHORTEST - 1 or token.shouted or not word.isalpha():
            return None
        if word in STOP or is_english(word) or self._known.writes(word):
            return None
        for meant in (word[0] + word[2] + word[1], word[1] + word[0] + word[2]):
            beside = [(one.word, meant) for one in before[-1:]] + [(meant, one.word) for one in after[:1]]
            if is_common(meant) and any(self._known.stand_together(*pair) for pair in beside):
                return meant
        return self._nearest(token, before, after)

    def _barely_right(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> str | None:
        """What was meant by a word that is right only as a name or by a rule, where that is known beside its neighbour.

        It is another word ("forster carers", "racist bulling"), or, where somebody is named, a contact's name as the
        store writes it ("Zuzanna Horvathova"). None where the word may stand.
        """
        word = token.word
        if is_common(word) or is_listed(word) or self._known.writes(word) or not self._known.knows(word):
            return None
        near = self._nearest(token, before, after)
        if near is None or not self._neighbourly(before, after)(near):
            return None
        if not is_name(word) and not _sure(word, near):
            return None
        elsewhere = near in self._known.places and not (before and before[-1].word in PLACE_CUES)
        named = may_name_somebody(token, before) and (is_common(near) or is_listed(near) or elsewhere)
        return None if named else near

    def _sounding(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> str | None:
        """The word that sounds like a right one and was meant: only that stands with its neighbour; None otherwise."""
        other = ALIKE.get(token.word)
        if other is None:
            return None
        fits = self._neighbourly(before, after)
        sooner = fits(other) and not fits(token.word) and not may_stand(self._known, token, other)
        return other if sooner else None

    def _halves(self, token: Token) -> Sequence[str]:
        """The two words of one that is right but used nowhere, where they are used side by side ("skincare")."""
        word = token.word
        if len(word) < 2 * SURE_HALF or is_common(word) or self._known.writes(word) or not self._known.knows(word):
            return ()
        parts = self._speller().parted(word, self._known.stand_together)
        return parts if parts and are_halves(*parts) else ()

    def _stands_alone(self, word: str) -> bool:
        """Whether a word stands by itself: it is English, or the store's own, and no mere scrap of one."""
        return is_common(word) if len(word) < SHORTEST else self._known.knows(word)

    def _meant(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> _Put:
        """The word, or the two, that were meant; the token itself where that cannot be told."""
        speller = self._speller()
        near = self._nearest(token, before, after)
        if before and before[-1].word in PLACE_CUES:
            near = self._town(token.word, near) or near
        close = near is not None and abs(len(token.word) - len(near)) <= 1
        parts = (
            None
            if close
            else speller.parted(token.word, self._known.stand_together) or run_together(token, self._known.knows)
        )
        if not parts and near is None:
            parts = speller.parted_with_a_slip(token.word, self._known.stand_together)
        if parts:
            return _Put(_parted(token, parts), " ".join(parts))
        if near is None and (behind := behind_its_prefix(self._known, self._speller, token)):
            return _Put(_parted(token, behind), " ".join(behind))
        near = near or speller.sounded(token.word)
        if near is None or (may_be_derived(token.word) and not _sure(token.word, near)):
            return _Put([token])
        put = _as(token, near)
        return put._replace(meant=None) if _is_as_typed(near, token) else put

    def _nearest(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> str | None:
        """The word nearest to one that nothing knows, that goes best with its neighbours; None where none is near."""
        beside = (*(one.word for one in before), "|", *(one.word for one in after))
        key = " ".join((token.word.upper() if token.shouted else token.word, *beside))
        near = self._meant_before.get(key, "")
        if near == "":
            alone = not (before or after) and len(token.word) > SHORTEST
            fits = _is_a_subject if alone else self._neighbourly(before, after)
            near = self._meant_before.keep(key, self._speller().meant(token.word, fits, shouted=token.shouted))
        return near

    @cached_property
    def _sure_towns(self) -> Sequence[str]:
        return self._sure()

    def _town(self, word: str, near: str | None) -> str | None:
        """The one town meant by a word that nothing knows, where it lies nearer than the word `near`."""
        most = min(slips_allowed(word), OSA.distance(word, near) - 1 if near else LENGTH_FOR_TWO_SLIPS)
        if most < 1:
            return None
        found = process.extract(word, self._sure_towns, scorer=OSA.distance, score_cutoff=most, limit=2)
        meant = [town for town, slips, _ in found if slips == found[0][1] and town[0] == word[0]]
        return meant[0] if len(meant) == 1 else None

    def _neighbourly(self, before: Sequence[Token], after: Sequence[Token]) -> Callable[[str], bool]:
        """Tells of a word whether it is ever written next to those it would stand between ("hate" before "crime")."""
        preceding = [one.word for one in before[-1:]]
        following = [self._as_meant(one.word) for one in after[:1]]
        further = saying(reversed(before)), saying(after)
        if any(word not in STOP for word in (*preceding, *following)):
            # Nearly anything stands beside "and" somewhere.
            preceding, following = ([one for one in words if one not in STOP] for words in (preceding, following))

        def fits(word: str) -> bool:
            pairs = [(one, word) for one in preceding] + [(word, one) for one in following]
            return any(self._known.stand_together(*pair) for pair in pairs) or self._known.company.suits(word, *further)

        return fits

    def _as_meant(self, word: str) -> str:
        """A word that has a slip too, as it was most likely meant."""
        return word if self._known.knows(word) else self._speller().meant(word) or word


def _sure(typed: str, meant: str) -> bool:
    """Whether a word that might be right ("governer", "reader") is sooner a slip: the same but for one inner letter."""
    return typed[0] == meant[0] and typed[-1] == meant[-1] and OSA.distance(typed, meant, score_cutoff=1) <= 1


def _is_quoted(token: Token, text: str) -> bool:
    """Whether a word stands in quotation marks of its own."""
    return text[: token.start].endswith(_QUOTES) and text.startswith(_QUOTES, token.end)


def _is_a_subject(word: str) -> bool:
    """Whether a word may be all of a question."""
    return word not in STOP and word not in ASKING


def _as_typed(word: str, token: Token) -> str:
    """A word put right, in capitals as its slip was."""
    if len(token.typed) > 1 and token.typed.isupper():
        return word.upper()
    return word.capitalize() if token.capital else word


def _is_as_typed(meant: str, token: Token) -> bool:
    """Whether a word is only written without its apostrophe now ("Barnardo's")."""
    return meant == re.sub("['’ʼ]", "", token.typed).casefold()


def _as(token: Token, meant: str) -> _Put:
    typed = _as_typed(meant, token)
    return _Put([token._replace(word=meant, typed=typed)], typed)


def _as_one(token: Token, following: Token, whole: str, text: str) -> _Put:
    return _Put([Token(whole, text[token.start : following.end], token.start, following.end)], whole, taken=2)


def _parted(token: Token, parts: Sequence[str]) -> list[Token]:
    return [token._replace(word=part, typed=part) for part in parts]


def _correction(first: Token, last: Token, meant: str, text: str) -> Correction:
    typed = text[first.start : last.end]
    return Correction(typed, meant, f'{text[: first.start]}"{typed}"{text[last.end :]}')
