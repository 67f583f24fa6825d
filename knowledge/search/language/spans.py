"""Places in a text: whether one lies within others, and the text with marks where they are."""

from __future__ import annotations

from collections.abc import Iterable

#: Where something begins in a text, and where it ends.
Span = tuple[int, int]


def is_within(place: Span, spans: Iterable[Span]) -> bool:
    """Whether a place lies within one of these, or is one of them."""
    begins, ends = place
    return any(start <= begins and ends <= end for start, end in spans)


def blanked(text: str, spans: Iterable[Span], mark: str = " ") -> str:
    """The text with a mark for each letter at these places, so that what is left stands where it stood."""
    for start, end in spans:
        text = text[:start] + mark * (end - start) + text[end:]
    return text
