"""Putting the words of a question right: slips, missing spaces, spaces too many; each correction noted."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.domain.query import Correction
from knowledge.search.alike import ALIKE
from knowledge.search.authorities import LENGTH_FOR_TWO_SLIPS, slips_allowed
from knowledge.search.english import STOP, bases, is_common, is_english, is_listed, is_name, may_be_derived
from knowledge.search.memory import Memory
from knowledge.search.names import PLACE_CUES
from knowledge.search.parting import SURE_HALF, are_halves, run_together
from knowledge.search.spelling import SHORTEST, Speller
from knowledge.search.stems import is_irregular, stem
from knowledge.search.text import Token, paired

#: How many words' spelling is remembered.
_MOST_REMEMBERED = 20_000
#: The same letter three times over is no English.
_TRIPLED = re.compile(r"([a-z])\1\1")
#: What stands before somebody's name.
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "cllr"))
#: Words that are often written apart from what they belong to ("over representation"): no slip, so no correction.
_PREFIXES = frozenset(("over", "under", "cross", "post", "self", "well"))


class Mender:
    """Mends words against what the lists know and the store holds.

    `listed` are the words of the lists, `pairs` the stems that stand next to each other in them; `holds` and
    `adjacent` tell the same of the store. `towns` are right as they stand, too; those of them that are `sure` are what
    a slip after a place word ("in Brixtn") may mean: elsewhere it is sooner somebody's name.
    """

    def __init__(
        self,
        listed: frozenset[str],
        pairs: frozenset[tuple[str, str]],
        speller: Callable[[], Speller],
        holds: Callable[[str], bool],
        adjacent: Callable[[str, str], bool],
        towns: frozenset[str],
        sure: Callable[[], Sequence[str]],
    ) -> None:
        self._listed = listed
        self._pairs = pairs
        self._speller = speller
        self._holds = holds
        self._adjacent = adjacent
        self._towns = towns
        self._sure = sure
        self._known_before: Memory[str, bool] = Memory(_MOST_REMEMBERED)
        self._meant_before: Memory[str, str | None] = Memory(_MOST_REMEMBERED)

    def mended(self, typed: Sequence[Token], text: str) -> tuple[list[Token], list[Correction]]:
        """The words of the question `text` with slips put right, and each correction."""
        words: list[Token] = []
        corrections: list[Correction] = []
        at = 0
        while at < len(typed):
            token = typed[at]
            joined = self._joined(token, typed[at + 1], text) if at + 1 < len(typed) else None
            if joined is not None:
                words.append(joined)
                if token.word not in _PREFIXES and "-" not in text[token.end : typed[at + 1].start]:
                    corrections.append(_correction(joined, joined.word, text))
                at += 1
            elif short := self._short(token, words[-1:], typed[at + 1 : at + 2]):
                words.append(short)
                corrections.append(_correction(token, short.word, text))
            elif whole := self._meant_as_one(token, typed[at + 1 : at + 3], text):
                words.append(whole)
                corrections.append(_correction(whole, whole.word, text))
                at += 1
            elif beside := self._barely_right(token, words[-1:], typed[at + 1 : at + 2]):
                words.append(beside)
                corrections.append(_correction(token, beside.word, text))
            elif sounds := self._sounding(token, words[-1:], typed[at + 1 : at + 2]):
                words.append(sounds)
                corrections.append(_correction(token, sounds.typed, text))
            elif halves := self._halves(token):
                words += halves
            elif self._is_right(token.word):
                words.append(token)
            else:
                meant = self._meant(token, words[-1:], typed[at + 1 : at + 2])
                words += meant
                if meant != [token] and not _is_as_typed(meant, token):
                    corrections.append(_correction(token, " ".join(one.typed for one in meant), text))
            at += 1
        return paired(words, text) if corrections else words, corrections

    def knows(self, word: str) -> bool:
        """Whether a word is right as it stands: English, a name, or written so in the store or the lists."""
        known = self._known_before.get(word)
        return self._known_before.keep(word, self._knows(word)) if known is None else known

    def _knows(self, word: str) -> bool:
        if self._written(word):
            return True
        if _TRIPLED.search(word):
            return False
        if len(word) < SHORTEST or word in STOP or not word.isalpha() or is_english(word) or is_irregular(word):
            return True
        return any(self._written(base) for base in bases(word) if len(base) > 2)

    def _is_right(self, word: str) -> bool:
        return word in self._towns or self.knows(word)

    def _written(self, word: str) -> bool:
        return self._holds(word) or word in self._listed

    def _joined(self, token: Token, following: Token, text: str) -> Token | None:
        """Two words that are one with a space too many ("ex clusion"), as one."""
        whole = token.word + following.word
        if len(whole) < 2 * SHORTEST - 2 or following.start - token.end > 1 or not whole.isalpha():
            return None
        if not self._written(whole):
            return None
        if token.word in _PREFIXES:
            return Token(whole, text[token.start : following.end], token.start, following.end)
        if (stem(token.word), stem(following.word)) in self._pairs:
            return None
        apart = self._stands_alone(token.word) and self._stands_alone(following.word)
        used_apart = self._holds(token.word) and self._holds(following.word)
        if apart and (used_apart or not self._holds(whole)):
            # Both are words, so they are one only if the store uses that and not both of them ("foot ball").
            return None
        return Token(whole, text[token.start : following.end], token.start, following.end)

    def _meant_as_one(self, token: Token, after: Sequence[Token], text: str) -> Token | None:
        """A word written apart and with a slip too ("micro agresions"), as it was meant; None where it is none."""
        if not after or after[0].start - token.end > 1 or self._is_right(after[0].word):
            return None
        if len(token.word) < SHORTEST or token.word in STOP or self._nearest(after[0], [token], after[1:]):
            return None
        meant = self._speller().meant(token.word + after[0].word)
        end = after[0].end
        return None if meant is None else Token(meant, text[token.start : end], token.start, end)

    def _short(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> Token | None:
        """A word of three letters with a slip, where its neighbour tells what was meant ("pay gpa"); else None.

        Short words are otherwise left alone: one slip turns an abbreviation into another.
        """
        word = token.word
        if len(word) != SHORTEST - 1 or token.shouted or not word.isalpha():
            return None
        if word in STOP or is_english(word) or self._written(word):
            return None
        for meant in (word[0] + word[2] + word[1], word[1] + word[0] + word[2]):
            beside = [(one.word, meant) for one in before] + [(meant, one.word) for one in after]
            if is_common(meant) and any(self._stand_together(*pair) for pair in beside):
                return token._replace(word=meant, typed=meant)
        near = self._nearest(token, before, after)
        return None if near is None else token._replace(word=near, typed=near)

    def _barely_right(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> Token | None:
        """What was meant by a word that is right only as a name or by a rule, where that is known beside its neighbour.

        It is another word ("forster carers", "racist bulling"), or, where somebody is named, a contact's name as the
        store writes it ("Zuzanna Horvathova"). None where the word may stand.
        """
        word = token.word
        if is_common(word) or is_listed(word) or self._written(word) or not self.knows(word):
            return None
        near = self._nearest(token, before, after)
        if near is None or not self._neighbourly(before, after)(near):
            return None
        if not is_name(word) and not _sure(word, near):
            return None
        named = token.capital or (before and (before[-1].word in _TITLES or is_name(before[-1].word)))
        if named and (is_common(near) or is_listed(near)):
            return None
        return token._replace(word=near, typed=near.capitalize() if token.capital else near)

    def _sounding(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> Token | None:
        """The word that sounds like a right one and was meant: only that stands with its neighbour; None otherwise."""
        other = ALIKE.get(token.word)
        if other is None:
            return None
        fits = self._neighbourly(before, after)
        if not fits(other) or fits(token.word):
            return None
        return token._replace(word=other, typed=_as_typed(other, token))

    def _halves(self, token: Token) -> list[Token]:
        """The two words of one that is right but used nowhere, where they are used side by side ("skincare")."""
        word = token.word
        if len(word) < 2 * SURE_HALF or is_common(word) or self._written(word) or not self.knows(word):
            return []
        parts = self._speller().parted(word, self._stand_together)
        return [token._replace(word=part, typed=part) for part in parts] if parts and are_halves(*parts) else []

    def _stands_alone(self, word: str) -> bool:
        """Whether a word stands by itself: it is English, or the store's own, and no mere scrap of one."""
        return is_common(word) if len(word) < SHORTEST else self.knows(word)

    def _meant(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> list[Token]:
        """The word, or the two, that were meant; the token itself where that cannot be told."""
        speller = self._speller()
        near = self._nearest(token, before, after)
        if before and before[-1].word in PLACE_CUES:
            near = self._town(token.word, near) or near
        close = near is not None and abs(len(token.word) - len(near)) <= 1
        parts = None if close else speller.parted(token.word, self._stand_together) or run_together(token, self.knows)
        if not parts and near is None:
            parts = speller.parted_with_a_slip(token.word, self._stand_together)
        if parts:
            return [token._replace(word=part, typed=part) for part in parts]
        near = near or speller.sounded(token.word)
        if near is None or (may_be_derived(token.word) and not _sure(token.word, near)):
            return [token]
        return [token._replace(word=near, typed=_as_typed(near, token))]

    def _nearest(self, token: Token, before: Sequence[Token], after: Sequence[Token]) -> str | None:
        """The word nearest to one that nothing knows, that goes best with its neighbours; None where none is near."""
        key = " ".join((token.word, *(one.word for one in before), "|", *(one.word for one in after)))
        near = self._meant_before.get(key, "")
        if near == "":
            near = self._meant_before.keep(key, self._speller().meant(token.word, self._neighbourly(before, after)))
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
        preceding = [one.word for one in before]
        following = [self._as_meant(one.word) for one in after]
        if any(word not in STOP for word in (*preceding, *following)):
            # Nearly anything stands beside "and" somewhere.
            preceding, following = ([one for one in words if one not in STOP] for words in (preceding, following))

        def fits(word: str) -> bool:
            pairs = [(one, word) for one in preceding] + [(word, one) for one in following]
            return any(self._stand_together(*pair) for pair in pairs)

        return fits

    def _as_meant(self, word: str) -> str:
        """A word that has a slip too, as it was most likely meant."""
        return word if self.knows(word) else self._speller().meant(word) or word

    def _stand_together(self, one: str, other: str) -> bool:
        """Whether two words are ever written next to each other, in the lists or the store."""
        return (stem(one), stem(other)) in self._pairs or self._adjacent(one, other)


def _sure(typed: str, meant: str) -> bool:
    """Whether a word that might be right ("governer", "reader") is sooner a slip: the same but for one inner letter."""
    return typed[0] == meant[0] and typed[-1] == meant[-1] and OSA.distance(typed, meant, score_cutoff=1) <= 1


def _as_typed(word: str, token: Token) -> str:
    """A word put right, in capitals as its slip was."""
    if len(token.typed) > 1 and token.typed.isupper():
        return word.upper()
    return word.capitalize() if token.capital else word


def _is_as_typed(meant: Sequence[Token], token: Token) -> bool:
    """Whether a word is only written without its apostrophe now ("Barnardo's")."""
    return len(meant) == 1 and meant[0].word == re.sub("['’ʼ]", "", token.typed).casefold()


def _correction(token: Token, meant: str, text: str) -> Correction:
    typed = text[token.start : token.end]
    return Correction(typed, meant, f'{text[: token.start]}"{typed}"{text[token.end :]}')
