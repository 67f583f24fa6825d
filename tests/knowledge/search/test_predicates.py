"""What somebody does with a subject, and what becomes of it, is no part of what is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from knowledge.search.ideas import Reading

Read = Callable[[str], Query]


def telling(query: Query) -> list[str]:
    """The ideas of a question that say something."""
    assert isinstance(query, Reading)
    return [idea.label for idea in query.ideas if not idea.light]


@pytest.mark.parametrize(
    "text",
    [
        "who cracked {}",
        "has somebody ever nailed {}",
        "we pondered {} and wobbled",
        "our {} has stalled",
        "{} was torpedoed",
        "to revamp our {}",
        "we have overhauled {}",
        "{} has landed on my desk",
        "who could mentally unpick {} with your team",
    ],
)
def test_what_is_done_with_a_subject_says_little(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("we have kettles at the police", ["kettles", "police"]),
        ("we cradle curtains for police", ["cradle", "curtains", "police"]),
        ("police who cradle remand", ["police", "cradle", "remand"]),
        ("exclusions torpedoed", ["exclusions", "torpedoed"]),
        ("how do hospices ponder remand", ["hospices", "ponder", "remand"]),
        ("my kettle exclusions", ["kettle", "exclusions"]),
        ("a route to kettles for police", ["route", "kettles", "police"]),
        ("we cradle", ["cradle"]),
        ("who paints with police", ["paints", "police"]),
        ("exclusions and my alopecia", ["exclusions", "alopecia"]),
        ("panels are diabetic", ["panels", "diabetic"]),
        ("we cradle kettles", ["cradle", "kettles"]),
        ("kettles and wobbled exclusions", ["kettles", "wobbled", "exclusions"]),
    ],
)
def test_elsewhere_such_words_are_what_is_asked_for(read: Read, text: str, says: list[str]) -> None:
    assert telling(read(text)) == says
