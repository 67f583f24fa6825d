"""The words about how a question was understood: filters that are none, what is lacking, what takes a piece off."""

from __future__ import annotations

from knowledge.domain.initiative import Category, Evidence
from knowledge.domain.query import COMING_LAST, EITHER, NOT_ONLY, Answer, Piece
from knowledge.domain.text import listed

#: What a filter narrows by, where its key does not say it, and what it may hold, where that is little.
_FILTERED = {"in": "place"}
_KNOWN = {
    "evidence": [one.value.replace("-", " ") for one in Evidence],
    "contact": ["a name", "a role", "a team"],
    "category": [one.label.lower() for one in Category],
}


def unknown_filter(key: str, value: str) -> str:
    """That a filter names nothing known here, what was done instead, and what it may say."""
    if key == EITHER:
        return f"“{value}” is read as either, so I searched for the words, not for exactly these."
    said = f"There is no {_FILTERED.get(key, key)} “{value}” to narrow by, so I searched for the words."
    return f"{said} {key}: may be {listed(_KNOWN[key], last='or')}." if key in _KNOWN else said


def short_of(answer: Answer) -> list[str]:
    """What the results lack of what was asked for, a sentence each; nothing where they have it, or where none are."""
    if not answer.results:
        return []
    said = []
    if answer.partly and answer.total == 1:
        said.append("It does not have all that you asked for.")
    elif answer.partly:
        said.append("None has all that you asked for; those that come nearest are first.")
    if answer.out_of_time:
        said.append(f"{'It is not' if len(answer.results) == 1 else 'None of these is'} known to be of that time.")
    if answer.unnamed:
        said.append(_not_named(answer))
    if answer.having_nothing:
        have = "has" if len(answer.having_nothing) == 1 else "have"
        said.append(f"{listed(answer.having_nothing)} {have} nothing in the store.")
    return said


def _not_named(answer: Answer) -> str:
    """That the first results do not name what was asked for, and what they were found by."""
    asked = listed([f"“{one.asked}”" for one in answer.unnamed], last="or")
    found_by = listed([f"“{word}”" for word in dict.fromkeys(word for one in answer.unnamed for word in one.found_by)])
    alone = answer.total == 1
    if all(one.nowhere for one in answer.unnamed):
        who = "Nothing here names"
    else:
        who = "It does not name" if alone else "The first of these do not name"
    shown = "it was" if alone else "these were"
    return f"{who} {asked}; {shown} found by {found_by}." if found_by else f"{who} {asked}."


def taking_off(piece: Piece) -> str:
    """What a button says that asks again without a piece; what leaves something out is said in the asker's words."""
    if piece.kind == "own":
        return f"Only {piece.label.removeprefix(NOT_ONLY).removesuffix(COMING_LAST)}"
    if piece.kind != "excluded":
        return f"Without {piece.label}"
    return f"Ignore “{' '.join(piece.text[start:end] for start, end in piece.spans)}”"
