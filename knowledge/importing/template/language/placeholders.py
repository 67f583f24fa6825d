"""Words that stand where an answer would and give none: "N/A", "to be confirmed", "post currently vacant"."""

from __future__ import annotations

import re

from knowledge.domain.text import fold
from knowledge.importing.template.language.sentences import word_set

#: One of these makes an answer none, when nothing but the words below stands with it.
_NOTHING = word_set(
    """
    na nil none no nothing nobody noone tbc tba tbd vacant vacancy unknown unconfirmed undecided pending awaiting
    awaited follow follows following confirmed advised announced agreed decided appointed assigned allocated identified
    determined recruited recruiting published written produced known applicable available given supplied provided
    started request requested xx xxx xxxx blank empty
    """
)
#: What people put round them.
_ROUND = word_set(
    """
    n a not to be is are will being been yet still currently at present the moment for now as this stage time post
    role position name names contact contacts details person officer lead job one recruitment appointment
    on upon copy copies link links document documents resource resources
    confirmation later date in due course soon shortly and or we have yet i so far moment report share add
    """
)
#: Answers that stand in another document or in another place of this one.
_ELSEWHERE = re.compile(r"^(?:please )?(?:see|as|per|as per|same as|refer to|ditto)\b(?!.*@)", re.I)
#: Answers that are those of the piece of work, or the row, before.
_ABOVE = re.compile(
    r"^(?:please )?(?:(?:as|same)(?: as)?(?: details| contact| person| people| answer)?(?: as)? (?:above|before"
    r"|opposite|previous(?:ly)?|first|(?:for|in|under) \w+|(?:initiative|project|example|number|no\.?) ?\w+)\b"
    r"|(?:see )?(?:above|opposite)\b|ditto\b|fel uchod\b|gweler uchod\b)",
    re.I,
)
#: An answer that is still to come, perhaps with when it will: "planned for 2027", "due in the autumn". With what will
#: be ("evaluation planned for 2027") it is a statement.
_TO_COME = re.compile(
    r"(?:(?:this|it|is|are|will|being|currently|still|not|yet) )*"
    r"(?:planned|scheduled|due|expected|booked|(?:to|will) be (?:evaluated|reviewed|measured|assessed))"
    r"(?: (?:for|in|by|from|to|at|the|end|of|start|early|mid|late|next|later|this|year|term|month|spring|summer|autumn"
    r"|winter|q[1-4]|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:19|20)?\d\d))*"
)
#: "As initiative 1", "same as for the first project".
_COUNTED = ("first", "second", "third", "fourth", "fifth")
_WHICH = re.compile(rf"\b(?:(?:initiative|project|example|number|no\.?) ?)?(?<![\w-])(\d|{'|'.join(_COUNTED)})\b", re.I)
_MOST_WORDS = 10
#: "As above, and ..." with more behind it gives an answer of its own.
_ABOVE_WORDS = 6


def says_nothing(text: str) -> bool:
    """Whether an answer is only a mark for one that is missing. An empty text says nothing either."""
    kept = fold(text).split()
    if not kept:
        return True
    if len(kept) <= _MOST_WORDS and _TO_COME.fullmatch(" ".join(kept)):
        return True
    if len(kept) > _MOST_WORDS or not all(word in _NOTHING or word in _ROUND for word in kept):
        return False
    return any(word in _NOTHING for word in kept) or kept[0] == "not" or kept[:2] == ["n", "a"]


def as_above(text: str) -> bool:
    """Whether an answer only says that it is the one before ("As above", "same as for the first project")."""
    text = text.strip(" .,:;([-–—\"“‘'")
    return len(text.split()) <= _ABOVE_WORDS and bool(_ABOVE.match(text))


def which_above(text: str) -> int | None:
    """The number of the one whose answer is meant, counting from 1 ("as initiative 1"); None for the one before."""
    found = _WHICH.search(text)
    return (int(found[1]) if found[1].isdigit() else _COUNTED.index(found[1].lower()) + 1) if found else None


def points_back(text: str) -> bool:
    """Whether an answer sends its reader to what is above ("see above") rather than saying that it is the same."""
    return bool(re.match(r"\W*(?:please )?(?:see|above|gweler)\b", text, re.I))


def points_elsewhere(text: str) -> bool:
    """Whether an answer only says where the answer is ("as per e-mail", "see covering letter")."""
    return len(text.split()) <= _MOST_WORDS and bool(_ELSEWHERE.match(text.strip(" .([-–—")))
