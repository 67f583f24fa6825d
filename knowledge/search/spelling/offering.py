"""What else a question that finds nothing may have meant: one of its words for another that fits its neighbours better.

Only asked after a failure and only offered, so it may doubt any right word ("asylum sneakers", "hat crime").
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.search.language.english import STOP
from knowledge.search.language.families import root
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token, tokens
from knowledge.search.lists.company import FARTHEST, SHORTEST
from knowledge.search.spelling.known import Known, saying
from knowledge.search.spelling.speller import Speller

#: In a longer text no single word is why nothing was found.
_MOST_WORDS = 6
#: In words of so many letters, at least, so many may be other ones.
_SLIPS = ((8, 3), (4, 2), (0, 1))
#: Of shorter words than this half must be the same from the beginning.
_SHORT = 5


def respellings(text: str, known: Known, speller: Callable[[], Speller]) -> Iterator[str]:
    """Questions like `text`, likeliest first, each with one word in place of one that is spelt much like it.

    The new word says something, and is written beside its neighbours in the lists or the store, where the old one never
    is.
    """
    typed = tokens(text)
    said = [at for at, token in enumerate(typed) if token.word not in STOP]
    if not 1 < len(said) <= _MOST_WORDS:
        return
    found = [
        (slips, at, meant)
        for at in said
        for meant, slips in _instead(typed[at], typed[:at][-FARTHEST:], typed[at + 1 :][:FARTHEST], known, speller())
    ]
    for _, at, meant in sorted(found):
        yield f"{text[: typed[at].start]}{meant}{text[typed[at].end :]}"


def _instead(
    token: Token, before: Sequence[Token], after: Sequence[Token], known: Known, speller: Speller
) -> Iterator[tuple[str, int]]:
    """Words that may have been meant by one, and how many slips lie between."""
    word = token.word
    if len(word) < SHORTEST or token.shouted or not word.isalpha():
        return
    preceding, following = saying(reversed(before)), saying(after)
    if known.company.suits(word, preceding, following) or _stands_beside(word, preceding, following, known):
        return
    most = next(slips for letters, slips in _SLIPS if len(word) >= letters)
    near = {*known.company.beside(preceding, following), *speller.near(word)}
    for meant, slips, _ in process.extract(word, sorted(near), scorer=OSA.distance, score_cutoff=most, limit=None):
        alike = 2 if len(word) < _SHORT and slips > 1 else 1
        if meant in STOP or meant[:alike] != word[:alike] or root(stem(meant)) == root(stem(word)):
            continue
        words = [*(one.word for one in before), meant, *(one.word for one in after)]
        if known.company.make_a_phrase(words, len(before)) or _stands_beside(meant, preceding, following, known):
            yield meant, slips


def _stands_beside(word: str, preceding: str | None, following: str | None, known: Known) -> bool:
    """Whether the store has a word right next to one of its neighbours."""
    return bool((preceding and known.adjacent(preceding, word)) or (following and known.adjacent(word, following)))
