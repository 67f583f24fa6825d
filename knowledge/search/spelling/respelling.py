"""A question as it would read had its slips been put right while it was typed."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.search.language.text import Token


def respelt(rest: str, typed: Sequence[Token], left: Sequence[Token]) -> tuple[str, dict[Token, tuple[int, int]]]:
    """A question with the slips of the words `left` of it put right, and where each of these stands in it then."""
    others = [one for one in typed if not any(each.start <= one.start and one.end <= each.end for each in left)]
    text, end = "", 0
    places: dict[Token, tuple[int, int]] = {}
    for token in sorted([*others, *left], key=lambda one: one.start):
        # Two words that were written as one have the same place.
        text += rest[end : token.start] if token.start >= end else " "
        places[token] = (len(text), len(text) + len(token.typed))
        text, end = text + token.typed, max(end, token.end)
    return text + rest[end:], places
