"""What somebody does with a subject, and what becomes of it, is no part of what is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from tests.knowledge.search.conftest import knowing, telling

Read = Callable[[str], Query]


@pytest.mark.parametrize(
    "text",
    [
        "who nailed {}",
        "has somebody ever nailed {}",
        "we pondered {} and wobbled",
        "our {} has wobbled",
        "{} was torpedoed",
        "our {} work has wobbled",
        "to torpedo our {}",
        "we have torpedoed {}",
        "who could mentally unpick {} with your team",
    ],
)
def test_what_is_done_with_a_subject_says_little(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("we have kettles at exclusions", ["kettles", "exclusions"]),
        ("we cradle curtains for exclusions", ["cradle", "curtains", "exclusions"]),
        ("cops who cradle remand", ["cops", "cradle", "remand"]),
        ("exclusions torpedoed", ["exclusions", "torpedoed"]),
        ("exclusions are diabetic", ["exclusions", "diabetic"]),
        ("how do hospices ponder remand", ["hospices", "ponder", "remand"]),
        ("my kettle exclusions", ["kettle", "exclusions"]),
        ("exclusions and my alopecia", ["exclusions", "alopecia"]),
        ("a route to kettles for exclusions", ["route", "kettles", "exclusions"]),
        ("we cradle", ["cradle"]),
        ("we cradle kettles", ["cradle", "kettles"]),
        ("who paints with exclusions", ["paints", "exclusions"]),
        ("kettles and wobbled exclusions", ["kettles", "wobbled", "exclusions"]),
    ],
)
def test_elsewhere_such_words_are_what_is_asked_for(read: Read, text: str, says: list[str]) -> None:
    assert telling(read(text)) == says


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("care leavers were torpedoed", ["care leavers", "torpedoed"]),
        ("who paints our care leavers", ["paints", "care leavers"]),
        ("we cradle care leavers at exclusions", ["cradle", "care leavers", "exclusions"]),
        ("exclusions were torpedoed", ["exclusions"]),
    ],
)
def test_what_is_done_to_people_is_asked_for(text: str, says: list[str]) -> None:
    engine = knowing(("care leavers", "leaving care"))
    assert telling(engine.understand(text)) == says
