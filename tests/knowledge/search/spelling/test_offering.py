"""What a question that finds nothing may have meant: offered, and never asked by itself."""

from __future__ import annotations

import pytest

from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import initiative, knowing

MORE = (
    initiative("crime", "Leeds", "Hate crime", "Pupils write about hate crime.", "exclusions"),
    initiative("hair", "Leeds", "Afro hair", "Barbers come to homes.", "mental-health"),
)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return knowing(("hate crime", "asylum seekers", "interview panels"), *MORE)


def ask(engine: SearchEngine, text: str, member: Member = ANYONE) -> Found:
    return engine.find(engine.understand(text), member=member, limit=5)


def meant(found: Found) -> list[str]:
    return [one.question or "" for one in found.suggestions if one.text.startswith("Did you mean")]


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("hat crime", "hate crime"),
        ("Afro hare", "Afro hair"),
        ("Is there any afro hare work?", "Is there any afro hair work?"),
        ("interval panels", "interview panels"),
    ],
)
def test_a_right_word_for_one_that_fits_its_neighbour_is_offered_where_nothing_is_found(
    engine: SearchEngine, text: str, question: str
) -> None:
    found = ask(engine, text)
    assert (found.total, meant(found)) == (0, [question])
    assert found.suggestions[0].text == f"Did you mean “{question}”?"
    assert ask(engine, question).total > 0


@pytest.mark.parametrize(
    "text",
    [
        "asylum sneakers",  # nothing answers that either
        "hat stand",  # nothing that fits is spelt like it
        "boat crime",  # another first letter
        "afro hour",  # of a short word half must be the same
        "hat",
        "HAT crime",  # initials are no slip
    ],
)
def test_otherwise_nothing_else_is_said_to_be_meant(engine: SearchEngine, text: str) -> None:
    found = ask(engine, text)
    assert (found.total, meant(found)) == (0, [])


def test_what_is_found_is_never_asked_about(engine: SearchEngine) -> None:
    assert meant(ask(engine, "hate crime")) == []


def test_the_words_of_what_only_some_may_see_are_offered_to_nobody_unless_the_lists_have_them(
    engine: SearchEngine,
) -> None:
    text, insider = "confidential lock", Member(authorities=frozenset({"Lewisham"}))
    assert meant(ask(engine, text)) == meant(ask(engine, text, insider)) == []
    listed = knowing(("confidential look",))
    assert meant(ask(listed, text)) == []
    assert meant(ask(listed, text, insider)) == ["confidential look"]


def offered(text: str, *phrases: str) -> list[str]:
    """The questions like `text` that are tried, where the lists know these phrases."""
    return list(knowing(phrases, *MORE)._current.reader.respellings(text))


def test_the_likeliest_comes_first() -> None:
    found = offered("hat crime interval panels", "hate crime", "interview panels")
    assert found == ["hate crime interval panels", "hat crime interview panels"]


def test_a_word_that_stands_beside_its_neighbour_in_the_lists_or_the_store_is_not_doubted() -> None:
    assert offered("hare crime", "hate crime") == ["hate crime"]
    assert offered("hare crime", "hate crime", "hare crime") == []
    assert offered("hate crime", "hare crime") == []


def test_of_a_long_text_no_single_word_is_doubted() -> None:
    assert offered("hat crime, kettles, zebras, pottery", "hate crime") == ["hate crime, kettles, zebras, pottery"]
    assert offered("hat crime, kettles, zebras, pottery, gardens, harps", "hate crime") == []


def test_another_form_of_a_word_is_no_other_word() -> None:
    assert offered("interviewer panels", "interview panels") == []


def test_a_small_word_is_never_what_was_meant() -> None:
    assert offered("staff whip", "staff ship") == []
    assert offered("staff wits panels", "staff with panels") == []
    assert offered("staff wits panels", "staff wiles panels") == ["staff wiles panels"]


def test_a_phrase_of_the_lists_is_enough_and_its_words_may_be_spelt_quite_otherwise() -> None:
    assert offered("staff barkers", "staff barbers") == ["staff barbers"]
    assert offered("staff barkers") == []
    assert offered("staff physiologists", "staff psychologists") == ["staff psychologists"]
