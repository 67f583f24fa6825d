"""Words cut short in haste ("early yrs", "rev mentoring"), read as what stands with their neighbours in the lists."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.language.english import STOP, is_common, is_name
from knowledge.search.language.families import root
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token
from knowledge.search.spelling.known import Known, saying
from knowledge.search.spelling.naming import may_name_somebody

#: One letter may stand for anything.
_SHORTEST = 2
#: A beginning of fewer letters is that of too many words.
_SHORTEST_BEGINNING = 3
_NO_VOWELS = str.maketrans("", "", "aeiou")


def unclipped(known: Known, token: Token, before: Sequence[Token], after: Sequence[Token]) -> str | None:
    """The one word that `token` is short for, which makes a whole phrase of the lists with its neighbours.

    None where there is none, or several. A word that is used by itself is none cut short.
    """
    word = token.word
    if len(word) < _SHORTEST or token.shouted or not token.typed.isalpha() or word in STOP:
        return None
    if is_common(word) or known.writes(word) or (is_name(word) and may_name_somebody(token, before)):
        return None
    left, right = [one.word for one in before], [one.word for one in after]
    meant = [
        whole
        for whole in known.company.beside(saying(reversed(before)), saying(after))
        if is_short_for(word, whole) and known.company.make_a_phrase([*left, whole, *right], len(left))
    ]
    if len({root(stem(one)) for one in meant}) != 1:
        return None
    return min(meant, key=lambda one: (one.endswith("s") != word.endswith("s"), len(one), one))


def is_short_for(word: str, whole: str) -> bool:
    """Whether a word is the beginning of another, or the consonants that tell it ("grp"), or the plural of such."""
    if word.endswith("s") and _is_short_for(word[:-1], whole.removesuffix("s")):
        return True
    return _is_short_for(word, whole)


def _is_short_for(word: str, whole: str) -> bool:
    if len(whole) < len(word) + 2:
        return False
    if len(word) >= _SHORTEST_BEGINNING and whole.startswith(word):
        return True
    if word[:1] != whole[0] or word[1:] != word[1:].translate(_NO_VOWELS):
        return False
    letters = iter(whole)
    in_order = all(letter in letters for letter in word)  # each is looked for behind the one before it
    return in_order and whole.translate(_NO_VOWELS)[-1:] == word[-1]
