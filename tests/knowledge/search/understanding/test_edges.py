"""The edges of a message: greetings, names, thanks and kisses are no part of what is asked."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from tests.knowledge.search.conftest import telling

Read = Callable[[str], Query]


@pytest.mark.parametrize(
    "text",
    [
        "Hi Jo, pottery",
        "Morning Sam, any work on pottery?",
        "Good afternoon everyone. Pottery",
        "Hiya, it's Kate, pottery?",
        "@Jo pottery",
        "Fwd: pottery",
        "Q: pottery",
        "pottery? Thanks, Sam",
        "pottery? Kind regards, Priya Patel, Head of Service",
        "pottery - Sam",
        "pottery? Sam",
        "pottery please xx",
        "pottery x",
        "any pottery, cheers Jo x",
        "pottery TIA",
        "pottery pls & ty",
        "pottery. Sent from my iPhone",
        "Hi Jo, thanks. Pottery",
        "Hi, quick one, thanks: pottery",
        "Amazing, thank you! And what about pottery?",
    ],
)
def test_who_is_greeted_who_writes_and_how_it_ends_is_not_looked_for(read: Read, text: str) -> None:
    assert telling(read(text)) == ["pottery"]


@pytest.mark.parametrize(
    "text",
    [
        "pottery? Kind regards, Kate Smith, Leeds",
        "pottery? Thanks, Kate (Leeds)",
        "Hi it's Kate at Leeds, pottery?",
        "Hello this is Kate from Leeds. Pottery?",
        "My name is Kate Smith from Leeds, pottery",
    ],
)
def test_a_place_on_the_edge_of_a_message_is_the_askers_own(read: Read, text: str) -> None:
    reading = read(text)
    assert telling(reading) == ["pottery"]
    assert reading.authorities == ()
    assert "all places, not only Leeds" in [piece.label for piece in reading.pieces]


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("Hi, pottery", ["pottery"]),
        ("generation x", ["generation", "x"]),
        ("thanks for pottery work", ["pottery"]),
        ("pottery, therapy", ["pottery", "therapy"]),
        ("pottery? Therapy", ["pottery", "therapy"]),
        ("pottery? sam", ["pottery", "sam"]),
        ("pottery? Thanks, Sam. Who else has done it with girls", ["pottery", "sam", "girls"]),
        ("Hi Sam, please", ["sam"]),
        ("pottery - therapy", ["pottery", "therapy"]),
        ("what about pottery? Cricketers Anonymous", ["pottery"]),
        ("Sam", ["sam"]),
        ("hi Sam", ["sam"]),
        ("thanks Sam", ["sam"]),
    ],
)
def test_what_may_be_asked_about_stays_asked_about(read: Read, text: str, ideas: list[str]) -> None:
    assert telling(read(text)) == ideas


def test_a_place_at_the_end_of_a_question_is_asked_about(read: Read) -> None:
    for text in ("pottery, Leeds", "pottery (Leeds)", "pottery? Leeds", "pottery - Leeds", "Leeds, pottery, thanks"):
        assert [one.name for one in read(text).authorities] == ["Leeds"]
