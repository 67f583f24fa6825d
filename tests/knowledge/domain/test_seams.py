from __future__ import annotations

import pytest

from knowledge.domain.query import Piece
from knowledge.domain.seams import less


def without(text: str, *taken: str, places: bool = False) -> str:
    """The text without these words; each is looked for behind the one before."""
    spans, at = [], 0
    for one in taken:
        start = text.index(one, at)
        at = start + len(one)
        spans.append((start, at))
    return less(text, spans, places=places)


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("exclusions in Hackney", "Hackney", "exclusions"),
        ("exclusions in Hackney?", "Hackney", "exclusions?"),
        ("in Hackney on hair", "Hackney", "on hair"),
        ("in Hackney and Leeds", "Hackney", "in Leeds"),
        ("Hackney and Leeds on hair", "Leeds", "Hackney on hair"),
        ("Hackney and Leeds on hair", "Hackney", "Leeds on hair"),
        ("exclusions in and around Leeds", "Leeds", "exclusions"),
        ("who in Brent deals with hair", "Brent", "who deals with hair"),
        ("in Hackney schools", "Hackney", "in schools"),
        ("looking for hair, ideally a nursery", "nursery", "looking for hair, ideally"),
        ("who do I write to at Kent on hair", "Kent", "who do I write to on hair"),
        ("who is in charge of hair in Kent", "hair", "who is in charge of in Kent"),
        ("Hackney's plan", "Hackney", "plan"),
        ("I work in Kent. What is there", "Kent", "I work. What is there"),
        ("hair -police in Kent", "hair", "-police in Kent"),
        ("work for hair -police", "hair", "work -police"),
        ("hair", "hair", ""),
        ("hair of", "hair", ""),
    ],
)
def test_what_connected_only_what_is_taken_off_goes_with_it(text: str, taken: str, left: str) -> None:
    assert without(text, taken) == left


@pytest.mark.parametrize(
    ("text", "taken", "left"),
    [
        ("who do I speak to about hair in Kent", "Kent", "who do I speak to about hair"),
        ("what is going on in Kent about hair", "hair", "what is going on in Kent"),
        ('"work with and for" hair', "hair", '"work with and for"'),
        ('"hand in hand with" in Kent', "Kent", '"hand in hand with"'),
        ("by and for hair in Kent", "Kent", "by and for hair"),
        ("hair and skin care", "skin", "hair and care"),
    ],
)
def test_all_else_stays_as_it_was_typed(text: str, taken: str, left: str) -> None:
    assert without(text, taken) == left


def test_what_joined_a_place_to_others_goes_with_it() -> None:
    assert without("Bath and Bristol hair", "Bristol", places=True) == "Bath hair"


def test_what_joins_two_words_that_are_taken_off_goes_with_them() -> None:
    assert without("work on hair and skin in Kent", "hair", "skin") == "work in Kent"
    assert without("work on hair and skin care", "hair", "skin") == "work on care"


def test_no_empty_quotation_marks_are_left() -> None:
    assert without('"hair" or "skin"', "hair", "skin") == ""
    assert without('"hair" training', "hair") == "training"


def test_places_that_overlap_are_taken_off_once() -> None:
    assert less("hair skin care", [(0, 9), (5, 9)]) == "care"
    assert less("hair skin care", []) == "hair skin care"


def test_what_to_ask_instead_comes_before_any_of_it() -> None:
    assert Piece("own", "", "hair here", ((5, 9),), "hair in Kent").without == "hair in Kent"
