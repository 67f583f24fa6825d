"""Slips that make other words, which only what stands beside them tells."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.lists import Synonym
from knowledge.search.company import Company
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

PHRASES = (
    "young black men", "county lines", "glass ceiling", "critical friend", "health inequalities", "stop and search",
    "children in care", "police liaison", "deaf children", "dead children", "foster carers", "anti-racist practice",
)  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    lists = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(PHRASES, PHRASES, 0.5)))
    theatre = initiative("theatre", "Leeds", "Youth theatre", "A theatre for block parties.", "mental-health")
    return SearchEngine.build([*LIBRARY, theatre], lists)


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
    ],
)
def test_a_word_that_may_be_meant_is_left_as_it_is(engine: SearchEngine, text: str) -> None:
    assert meant(engine, text) == []


@pytest.mark.parametrize("slip", ["atni-racist", "ati-racist", "annti-racist", "nti-racist", "anit racist"])
def test_a_slip_in_anti_is_put_right_with_the_word_that_it_belongs_to(engine: SearchEngine, slip: str) -> None:
    assert meant(engine, f"{slip} practice") == [(slip, "antiracist")]


def test_a_slip_beside_a_small_word_is_told_by_what_stands_beyond_it(engine: SearchEngine) -> None:
    assert meant(engine, "sgop and search") == [("sgop", "stop")]


@pytest.mark.parametrize("text", ["theare", "thetre"])
def test_a_question_of_one_word_is_no_small_word(engine: SearchEngine, text: str) -> None:
    assert meant(engine, text) == [(text, "theatre")]


def test_what_a_question_cannot_be_for_its_slip_is_not_turned_away(engine: SearchEngine) -> None:
    assert engine.understand("youth theatre prqy").ideas[-1].known is False


def test_company_is_kept_past_small_words_only() -> None:
    company = Company([("stop", "and", "search"), ("young", "black", "men")])
    assert company.keeps("stop", "search")
    assert company.keeps("young", "black")
    assert not company.keeps("young", "men")
    assert not company.keeps("search", "stop")
    assert company.likelier("stap", None, "search") == "stop"
    assert company.likelier("stop", None, "search") is None
    assert company.likelier("top", None, "search") is None
    assert company.make_a_phrase(["a", "young", "black", "men"], 2)
    assert not company.make_a_phrase(["young", "black", "women"], 1)
