"""Slips in the words of the form's questions, as people copy them by hand: "Imapct", "Contat name"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.template.language.sentences import word_set

#: The words that the template's questions are made of.
_ASKED = sorted(word_set(
    """
    authority local category categories initiative project title description summary details impact impacts outcome
    outcomes evidence relevant resource resources document documents contact contacts telephone background
    """
))  # fmt: skip
#: These are words of their own.
_OTHERS = word_set("contract contracts impart intact summery locals titled detailed reverent")
#: A label is no longer; nor are the words in which a slip can be told shorter.
_MOST_WORDS = 6
_LEAST_LETTERS = 5


def with_words_respelt(label: str, asked: Sequence[str] = _ASKED) -> str:
    """A label with one slip put right in each word that has one; empty where none has, and for longer text.

    `asked` are the words that were meant, in the order in which they are tried.
    """
    if len(label.split()) > _MOST_WORDS:
        return ""
    respelt = re.sub(r"[^\W\d_]+", lambda word: _meant(word[0].lower(), asked) or word[0], label)
    return respelt if respelt != label else ""


def _meant(word: str, asked: Sequence[str]) -> str:
    if len(word) < _LEAST_LETTERS or word in asked or word in _OTHERS:
        return ""
    return next((one for one in asked if one[0] == word[0] and _is_one_slip(word, one)), "")


def _is_one_slip(typed: str, word: str) -> bool:
    """Whether two words differ by one letter: wrong, missing, too many, or swapped with the next."""
    if len(typed) != len(word):
        short, long = sorted((typed, word), key=len)
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    apart = [at for at, (one, other) in enumerate(zip(typed, word, strict=True)) if one != other]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1
    return len(apart) == 1 or (swapped and typed[apart[0]] == word[apart[1]] and typed[apart[1]] == word[apart[0]])
