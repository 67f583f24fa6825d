"""A word that only tells what kind of body a name is of says nothing of the work."""

from __future__ import annotations

import pytest

from knowledge.domain.lists import Lists, Synonym
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.index.bodies import of_names
from tests.knowledge.search.conftest import LISTS, initiative


@pytest.mark.parametrize(
    "text",
    [
        "Birmingham Children's Trust",
        "the NHS Trust's board",
        "two Academy Trusts",
        "Housing Trust",
        "Guy's and St Thomas' NHS Foundation Trust and the council",
        "run by Wipers Youth CIC",
        "Wipers Youth CIC and its mentors",
    ],
)
def test_such_a_word_ends_a_name(text: str) -> None:
    assert of_names(text) == [True]


@pytest.mark.parametrize(
    "text",
    [
        "families' trust",
        "families. Trust built up slowly",
        "Building Trust",
        "Parents' Trust in Schools",
        "Public Trust and Confidence",
        "BUILDING TRUST",
        "TRUST",
        "the trust",
        "Hackney CIC team",
        "Lambeth CIC Nurses",
        "work with CIC",
        "Manager, CIC",
    ],
)
def test_elsewhere_it_says_what_it_means(text: str) -> None:
    assert of_names(text) == [False]


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    trusts = [
        initiative("of-a-trust", "Leeds", "Leeds Academy Trust action plan", "What Leeds Academy Trust plans."),
        initiative("trusted", "Bury", "Families and officers", "Officers win the trust of families."),
        initiative("both", "Newport", "Plan", "Newport NHS Trust plans; families trust it."),
    ]
    synonyms = (
        Synonym(("academy trust", "MAT"), ("academy trust", "MAT"), 0.95),
        Synonym(("looked after children", "CIC"), ("looked after children", "CIC"), 0.95),
        Synonym(("mistrust",), ("trust",), 0.9),
    )
    lists = Lists(register=LISTS.register, themes=LISTS.themes, synonyms=synonyms)
    more = initiative("drums", "Lewisham", "Drums by Wipers Youth CIC", "Drums.")
    return SearchEngine.build([*trusts, more], lists)


def found(engine: SearchEngine, text: str) -> list[str]:
    return [match.id for match in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]


@pytest.mark.parametrize("text", ["trust", "mistrust"])
def test_whoever_asks_for_trust_is_not_shown_what_trusts_do(engine: SearchEngine, text: str) -> None:
    assert sorted(found(engine, text)) == ["both", "trusted"]


def test_children_in_care_are_no_community_interest_company(engine: SearchEngine) -> None:
    assert found(engine, "looked after children") == []


@pytest.mark.parametrize("text", ["academy trust", "MAT", '"Leeds Academy Trust"', '"academy trust action"'])
def test_the_name_as_a_whole_is_found(engine: SearchEngine, text: str) -> None:
    assert found(engine, text)[0] == "of-a-trust"


def test_where_it_cannot_be_told_which_of_them_ends_a_name_all_say_what_they_mean() -> None:
    """A hyphen can make one word of two, and then the words and what was told of them do not fit each other."""
    doubtful = initiative("doubtful", "Leeds", "Mis-trust of Leeds Academy Trust", "Mentors.")
    engine = SearchEngine.build([doubtful], LISTS)
    assert found(engine, "trust mentors") == ["doubtful"]
    assert engine.find(engine.understand("trust"), member=ANYONE, limit=9).total == 1
