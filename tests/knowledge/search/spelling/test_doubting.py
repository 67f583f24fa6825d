"""Slips that make other words, which only what stands beside them tells."""

from __future__ import annotations

import pytest

from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.lists.company import Company
from tests.knowledge.search.conftest import initiative, knowing

PHRASES = (
    "young black men", "county lines", "glass ceiling", "critical friend", "health inequalities", "stop and search",
    "children in care", "police liaison", "deaf children", "dead children", "foster carers", "anti-racist practice",
    "adopters evening", "adoptees support", "black parties", "corner office", "fire hose", "reflective diary",
    "black staff", "West African",
)  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    theatre = initiative("theatre", "Leeds", "Youth theatre", "A theatre for block parties.", "mental-health")
    return knowing(PHRASES, theatre)


def meant(engine: SearchEngine, text: str) -> list[tuple[str, str]]:
    return [(one.typed, one.meant) for one in engine.understand(text).corrections]


@pytest.mark.parametrize(
    ("text", "typed", "right"),
    [
        ("young block men", "block", "black"),
        ("county liens", "liens", "lines"),
        ("gloss ceiling", "gloss", "glass"),
        ("critical fried", "fried", "friend"),
        ("heath inequalities", "heath", "health"),
        ("Heath inequalities", "Heath", "Health"),
        ("children in cure", "cure", "care"),
        ("reflective dairy", "dairy", "diary"),
        ("networks for back staff", "back", "black"),
    ],
)
def test_a_word_that_makes_no_phrase_is_put_right_to_the_one_that_does(
    engine: SearchEngine, text: str, typed: str, right: str
) -> None:
    assert meant(engine, text) == [(typed, right)]


@pytest.mark.parametrize(
    "text",
    [
        "block parties",
        "theatre for block parties",
        "deaf children",
        "policy liaison",
        "heath",
        "red lines in the county",
        "the cure",
        "children in the cure",
        "car in children",
        "GLOSS ceiling work",
        "antiracism practice",
        "adopters support",
        "coroner's office",
        "paul forster carers",
        "fire house",
        "how do you back staff",
        "west africa",
    ],
)
def test_a_word_that_may_be_meant_is_left_as_it_is(engine: SearchEngine, text: str) -> None:
    assert meant(engine, text) == []


@pytest.mark.parametrize(
    "slip", ["atni-racist", "ati-racist", "annti-racist", "nti-racist", "ant racist", "atni-racsit"]
)
def test_a_slip_in_anti_is_put_right_with_the_word_that_it_belongs_to(engine: SearchEngine, slip: str) -> None:
    assert meant(engine, f"{slip} practice") == [(slip, "antiracist")]


@pytest.mark.parametrize(
    "text",
    [
        "money chants",  # the lists know it by itself, and beside twice as many words
        "care group",  # they put it beside far more words
        "school area",  # it is true of any work, and they use it more
        "school role",
    ],
)
def test_a_word_that_is_said_beside_anything_is_no_slip_of_one_that_is_not(text: str) -> None:
    assert meant(saying_alike(), text) == []


@pytest.mark.parametrize(
    ("text", "right"), [("block people", "black"), ("refuges support", "refugees"), ("dairy room", "diary")]
)
def test_a_word_that_the_lists_hardly_use_is_one_of_the_word_that_they_do(text: str, right: str) -> None:
    assert [one for _, one in meant(saying_alike("refuges"), text)] == [right]


def saying_alike(*more: str) -> SearchEngine:
    cares = (
        f"care {one}"
        for one in (
            "plan",
            "home",
            "leaver",
            "order",
            "team",
            "review",
            "system",
            "record",
            "worker",
            "setting",
            "place",
        )
    )
    lists = (
        *cares, "core group", "monkey chants", "money", "pocket money", "money worries", "money advice", "school arena",
        "wide area", "area team", "lead role", "school roll", "role play", "black people", "black staff",
        "refugees support", "diary room",
    )  # fmt: skip
    return knowing((*lists, *more), initiative("one", "Leeds", "A title", "A summary."))


def test_a_slip_beside_a_small_word_is_told_by_what_stands_beyond_it(engine: SearchEngine) -> None:
    assert meant(engine, "sgop and search") == [("sgop", "stop")]
    assert meant(engine, "police sgop and search") == [("sgop", "stop")]


@pytest.mark.parametrize("text", ["theare", "thetre"])
def test_a_question_of_one_word_is_no_small_word(engine: SearchEngine, text: str) -> None:
    assert meant(engine, text) == [(text, "theatre")]


def test_a_slip_that_nothing_puts_right_turns_no_question_away(engine: SearchEngine) -> None:
    found = [
        engine.find(engine.understand(text), member=ANYONE, limit=1).total
        for text in ("theatre prqy", "theatre prayer")
    ]
    assert found == [1, 0]


def test_company_is_kept_past_small_words_only() -> None:
    company = Company([("stop", "and", "search"), ("young", "black", "men")])
    assert company.keeps("stop", "search")
    assert company.keeps("young", "black")
    assert not company.keeps("young", "men")
    assert not company.keeps("search", "stop")
    assert company.likelier("stap", None, "search") == "stop"
    assert company.likelier("stop", None, "search") is None
    assert company.likelier("top", None, "search") is None
    assert Company([("bus", "pass")]).likelier("buss", None, "pass") is None
    assert Company([("lead", "role"), ("lend", "role")]).likelier("lead", None, "role") is None
    both_sides = Company([("young", "black", "men"), ("brick", "men")])
    assert both_sides.likelier("blick", "young", "men") == "black"
    assert company.make_a_phrase(["a", "young", "black", "men"], 2)
    assert not company.make_a_phrase(["young", "black", "women"], 1)
