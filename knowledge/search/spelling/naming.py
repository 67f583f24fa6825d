"""Words that their capital tells to be names ("does Ade still ..."): no slips of an everyday word or a place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from rapidfuzz.distance import OSA

from knowledge.search.language.english import ASKING, STOP, is_common, is_listed, is_name
from knowledge.search.language.text import Token
from knowledge.search.lists.authorities import LENGTH_FOR_TWO_SLIPS
from knowledge.search.lists.names import PLACE_CUES
from knowledge.search.spelling.known import Known

#: What stands before somebody's name.
_TITLES = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "rev", "cllr"))
#: Behind these somebody is spoken to, or signs.
_GREETINGS = frozenset(
    "hi hiya hello hey heya dear morning afternoon evening thanks thank thx cheers regards wishes ta".split()  # noqa: SIM905
)
#: A new sentence begins behind these, and with a capital.
_SENTENCE = re.compile(r"(?:^|[.?!:;])[\W_]*$")
_SMALL = re.compile(r"\b[a-z]{3,}")
#: Shorter names are one slip from an everyday word too often.
_SURE_SLIP = 6


def may_name_somebody(token: Token, before: Sequence[Token]) -> bool:
    """Whether a word has a capital, or follows a title or another name."""
    return token.capital or bool(before and (before[-1].word in _TITLES or is_name(before[-1].word)))


def is_titled(text: str) -> bool:
    """Whether a text has capitals throughout ("Reverse Mentoring in Leeds"), so that they tell of no name."""
    return text[:1].isupper() and all(word in STOP or word in ASKING for word in _SMALL.findall(text))


def is_a_name(
    known: Known,
    token: Token,
    meant: Sequence[str],
    before: Sequence[Token],
    after: Sequence[Token],
    fits: Callable[[str], bool],
    text: str,
    *,
    titled: bool,
) -> bool:
    """Whether a word with a capital, for which words were `meant`, is a name in itself, and no plain slip.

    `fits` tells of a word whether it stands with the neighbours somewhere; `titled` is told by `is_titled`. A name that
    only the store knows is a contact's, and that is meant.
    """
    one = meant[0] if len(meant) == 1 else None
    addressed = _is_addressed(token, before, after, text)
    if not addressed and (titled or not _has_capital_within(token, after, text)):
        return False
    if one is None:
        return True
    # Beside mere small words nearly any word stands somewhere, which is too little against a name that is known.
    telling = not is_name(token.word) or any(other.word not in STOP for other in (*before[-1:], *after[:1]))
    if is_plain_slip(token.word, one) or (not addressed and telling and fits(one)):
        return False
    at_place = bool(before and before[-1].word in PLACE_CUES)
    of_the_field = is_name(token.word) and known.in_lists(one)
    return is_common(one) or is_listed(one) or of_the_field or (one in known.places and not at_place)


def is_plain_slip(typed: str, meant: str) -> bool:
    """Whether a word that could be a name is plainly another with a slip: long, and with its first and last letter."""
    if len(typed) < _SURE_SLIP or typed[0] != meant[0] or typed[-1] != meant[-1]:
        return False
    most = 2 if len(typed) >= LENGTH_FOR_TWO_SLIPS else 1
    return OSA.distance(typed, meant, score_cutoff=most) <= most


def _is_addressed(token: Token, before: Sequence[Token], after: Sequence[Token], text: str) -> bool:
    """Whether a word follows a greeting, thanks, a title or a name, or stands before another name."""
    previous = before[-1].word if before else None
    if previous in _TITLES or previous in _GREETINGS:
        return True
    beside = (*before[-1:], *after[:1])
    return any(one.capital and is_name(one.word) and _touch(token, one, text) for one in beside)


def _has_capital_within(token: Token, after: Sequence[Token], text: str) -> bool:
    """Whether no sentence begins with a word, or another with a capital follows it."""
    if not _SENTENCE.search(text[: token.start]):
        return True
    return bool(after and after[0].capital and not after[0].shouted and _touch(token, after[0], text))


def _touch(one: Token, other: Token, text: str) -> bool:
    first, second = sorted((one, other), key=lambda token: token.start)
    return text[first.end : second.start] == " "
