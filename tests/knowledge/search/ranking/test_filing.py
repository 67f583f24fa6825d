"""Questions that are nothing but themes: what is filed under all of them comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Category
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LISTS, initiative

LIBRARY = (
    initiative("exclusions", "Leeds", "Heads met", "Exclusion of kettles, with research.", "workforce"),
    initiative("wellbeing", "Bury", "Mental health", "Mental health at home.", "mental-health"),
    initiative("both", "Hackney", "Quiet rooms", "Rooms to rest in.", "exclusions", "mental-health"),
    initiative("report", "Newport", "A report", "Numbers.", "exclusions", categories=(Category.RESEARCH,)),
)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(LIBRARY, LISTS)


def ids(engine: SearchEngine, text: str) -> list[str]:
    return [one.id for one in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]


def test_what_is_filed_under_all_that_is_asked_for_comes_before_what_holds_the_words_alone(
    engine: SearchEngine,
) -> None:
    alike = engine.weighing(replace(WEIGHTS, filed_in_part=1.0))
    assert ids(alike, "research exclusions")[:2] == ["exclusions", "report"]
    assert ids(engine, "research exclusions")[:2] == ["report", "exclusions"]


@pytest.mark.parametrize(
    "text",
    [
        "research on mental health",  # nothing is filed so
        "research exclusions kettles",  # another word is asked for too
        "research approaches reaching exclusions",  # a sentence asks for more than its themes
        "exclusions",
    ],
)
def test_otherwise_filing_puts_nobody_first(engine: SearchEngine, text: str) -> None:
    assert ids(engine, text) == ids(engine.weighing(replace(WEIGHTS, filed_in_part=0.1)), text)
