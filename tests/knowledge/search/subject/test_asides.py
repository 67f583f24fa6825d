"""In a long question of somebody who tells of themselves, words beside a subject that is named say little."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from tests.knowledge.search.conftest import knowing, telling

Read = Callable[[str], Query]


@pytest.mark.parametrize(
    "text",
    [
        "my kettle exploded and I need something on {} please",
        "I have drones to watch, so what has been done about {}?",
        "we want to know about {} while the kettle is boiling",
        "I am to write about {}, the drones are waiting for an answer",
        "I heard of work on the {} and my kettle is empty",
        "can we hear more about {}? It gathers mould here",
    ],
)
def test_beside_a_subject_behind_on_or_about_other_words_say_little(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]
    assert "exclusions" in read(text.format("exclusions")).words


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "which kettle and drones are drawn in books on exclusions",
            ["kettle", "drones", "exclusions"],
        ),  # nobody tells of themselves
        ("kettle drawings about exclusions for us", ["kettle", "exclusions"]),  # every word counts in a short question
        ("we would like to have kettle exclusions here with drones", ["kettle", "exclusions", "drones"]),
        ("we would like to have something on exclusions with drones here", ["exclusions", "drones"]),
        ("I would like something on barbers here, my drones told me", ["barbers", "drones"]),  # not known to the lists
        ("how do we get barbers to talk with parents about exclusions", ["barbers", "exclusions"]),
        ("I need suspensions or therapy for a while and work on exclusions", ["suspensions or therapy", "exclusions"]),
    ],
)
def test_elsewhere_they_say_what_they_say(read: Read, text: str, says: list[str]) -> None:
    assert set(telling(read(text))) >= set(says)


def test_in_the_same_clause_only_what_stands_before_the_subject_says_little(read: Read) -> None:
    assert telling(read("is there any pottery project about exclusions for our girls here")) == ["exclusions", "girls"]


def test_whom_all_of_this_is_for_is_no_subject_to_be_beside_of() -> None:
    engine = knowing(("school staff",))
    assert "drones" in telling(engine.understand("I would like something on school staff, the drones are waiting"))
