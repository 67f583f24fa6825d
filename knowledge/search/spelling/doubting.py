"""Doubting words that are right as they stand, but not beside their neighbours ("heath visitor")."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.language.english import GENERIC, STOP, is_common, is_name
from knowledge.search.language.families import root
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token
from knowledge.search.lists.company import SHORTEST as SHORTEST_IN_COMPANY
from knowledge.search.spelling.known import Known, saying
from knowledge.search.spelling.naming import may_name_somebody
from knowledge.search.spelling.speller import SHORTEST

#: Behind these an everyday word is what somebody does ("how do you back staff").
_DOING = frozenset("i you we they who should must can could would will might not".split())  # noqa: SIM905
#: A word that the lists put beside so many times as many others is the likelier one beside anything else.
_BY_FAR = 10
#: Or so many times as many, where the lists know it by itself.
_CLEARLY = 2
#: Any vowel for any other.
_VOWELS_ALIKE = str.maketrans("eiou", "aaaa")


def sooner_meant(known: Known, token: Token, before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """The word that makes a whole phrase of the lists with its neighbours, where `token` stands beside them nowhere.

    One that only goes on further is another form of it ("Africa"). A word that is used by itself, everyday or held by
    the store or the lists, is given up only for the slips that nobody sees (`_is_a_usual_slip`).
    """
    word = token.word
    if len(word) < SHORTEST_IN_COMPANY or token.shouted or word in STOP or not token.typed.isalpha():
        return None
    if is_name(word) and may_name_somebody(token, before):
        return None
    preceding, following = saying(reversed(before)), saying(after)
    meant = known.company.likelier(word, preceding, following)
    if meant is None or root(stem(meant)) == root(stem(word)) or (meant.startswith(word) and known.knows(word)):
        return None
    if is_common(word) or known.writes(word):
        if len(word) < SHORTEST or not _is_a_usual_slip(word, meant) or may_stand(known, token, meant):
            return None
        if is_common(word) and before and before[-1].word in _DOING:
            return None
    words = [*(one.word for one in before), meant, *(one.word for one in after)]
    if not known.company.make_a_phrase(words, len(before)):
        return None
    if (preceding and known.adjacent(preceding, word)) or (following and known.adjacent(word, following)):
        return None
    return meant


def may_stand(known: Known, token: Token, meant: str) -> bool:
    """Whether a right word is said beside anything, and so is no slip of `meant`.

    The lists put it beside far more words ("care"), or twice as many where they know it by itself, too ("money"), or
    simply more where it is true of any work ("role", "area").
    """
    own, other = known.company.width(token.word), known.company.width(meant)
    if token.word in GENERIC:
        return own > other
    return own > other * (_CLEARLY if known.has_entry(token) else _BY_FAR)


def _is_a_usual_slip(typed: str, meant: str) -> bool:
    """Whether a letter is missing, two are swapped, or a vowel is wrong: the commonest slips, and the least seen."""
    if len(typed) != len(meant):
        return len(typed) < len(meant)
    return sorted(typed) == sorted(meant) or typed.translate(_VOWELS_ALIKE) == meant.translate(_VOWELS_ALIKE)
