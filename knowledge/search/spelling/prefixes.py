"""Prefixes with a space or a hyphen behind them, where one side has a slip ("over representaion", "cross-borogh")."""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz.distance import OSA

from knowledge.search.language.text import Token
from knowledge.search.spelling.known import Known
from knowledge.search.spelling.speller import SHORTEST, Speller

#: Words that are often written apart from what they belong to ("over representation"): no slip, so no correction.
PREFIXES = frozenset(("over", "under", "cross", "post", "self", "well"))
#: The prefix that this field writes most: it may have the slip itself ("atni-racist").
_ANTI = "anti"


def with_its_prefix(
    known: Known, speller: Callable[[], Speller], prefix: Token, following: Token, meant: Callable[[str], str]
) -> str | None:
    """The one word that was meant by a prefix and the word behind it, of which one has a slip.

    None where the lists and the store write no such word. `meant` gives what a word most likely means by itself.
    """
    if prefix.word in PREFIXES and len(following.word) >= SHORTEST and not known.is_right(following.word):
        # Mended by itself first, it would stand beside a word that says little and is passed over.
        whole = speller().meant(prefix.word + following.word) or ""
        return whole if whole.startswith(prefix.word) and known.writes(whole) else None
    if len(prefix.word) < SHORTEST - 1 or OSA.distance(prefix.word, _ANTI, score_cutoff=1) > 1:
        return None
    whole = _ANTI + meant(following.word)
    return whole if known.writes(whole) else None


def behind_its_prefix(known: Known, speller: Callable[[], Speller], token: Token) -> tuple[str, ...] | None:
    """What was meant by a word with a hyphen that is near no other: one word where it is written so, else two.

    Most of such words are written nowhere as a whole, so that what stands behind the prefix is mended by itself. None
    where that is right, or near nothing.
    """
    prefix, _, rest = token.typed.casefold().partition("-")
    if token.word != prefix + rest or known.is_right(rest):
        return None
    meant = speller().meant(rest)
    if meant is None:
        return None
    return (prefix + meant,) if known.writes(prefix + meant) else (prefix, meant)
