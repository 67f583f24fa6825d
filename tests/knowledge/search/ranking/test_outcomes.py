"""Who asks what came of work finds whoever says so of that subject, in whatever words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LISTS, initiative

LIBRARY = (
    initiative("plan", "Leeds", "Exclusions, exclusions", "A plan on exclusions.", "exclusions"),
    initiative(
        "told", "Hackney", "Work on exclusions", "Heads meet.", "exclusions", impact="Exclusions went from 49 to none."
    ),
    initiative(
        "other", "Bury", "Exclusions", "Exclusions are looked into.", "exclusions", impact="Inspectors praised it."
    ),
    initiative("unit", "Newport", "Drop in", "A drop-in for results and success.", "mental-health"),
)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(LIBRARY, LISTS)


def ids(engine: SearchEngine, text: str) -> list[str]:
    return [one.id for one in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]


@pytest.mark.parametrize(
    "text",
    [
        "who got exclusions down",
        "has anyone reduced exclusions",
        "has exclusion decreased",
        "a decline in exclusions",
        "exclusions with results",
        "fewer exclusions",
    ],
)
def test_whose_impact_names_the_subject_comes_first_where_that_is_asked_for(engine: SearchEngine, text: str) -> None:
    assert ids(engine, "exclusions")[0] == "plan"
    assert ids(engine, text)[0] == "told"
    assert "unit" not in ids(engine, text)[:3]


def test_where_no_impact_names_the_subject_nobody_counts_for_less() -> None:
    silent = SearchEngine.build([one for one in LIBRARY if one.id != "told"], LISTS)
    found, as_if = (
        one.find(one.understand("fewer exclusions"), member=ANYONE, limit=9)
        for one in (silent, silent.weighing(replace(WEIGHTS, untold=0.1)))
    )
    assert found.matches == as_if.matches


def test_it_is_given_as_a_reason(engine: SearchEngine) -> None:
    found = engine.find(engine.understand("fewer exclusions"), member=ANYONE, limit=1)
    assert "impact: stated" in found.explain()[0]
