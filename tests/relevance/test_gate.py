"""The search's figures on the project's judged queries may only rise: the floors stand in `floors.json`.

When a change lifts a figure, lift its floor with it: `python -m tests.relevance.floors`.
"""

from __future__ import annotations

import json

import pytest

from knowledge.importing.judged import QueryType, read_judged
from knowledge.search.engine import SearchEngine
from knowledge.services.evaluate import Evaluation, evaluate
from tests.relevance import framing, paraphrasing, slipping, surrounding
from tests.relevance.floors import (
    ALTERED,
    FILES,
    FLOORS,
    OTHERS,
    POOLS,
    SLACK,
    figures,
    judged,
    of_file,
    of_other_store,
)
from tests.relevance.library import QUERIES, initiatives, lists


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(initiatives(), lists())


@pytest.fixture(scope="module", params=POOLS)
def measured(request: pytest.FixtureRequest, engine: SearchEngine) -> tuple[str, Evaluation]:
    """A pool of files, and how well the search does on it."""
    return request.param, evaluate(engine, judged(request.param))


def fallen(name: str, reached: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The figures that lie under their floors, each with its floor; one that is no longer reached lies at nothing."""
    floors = json.loads(FLOORS.read_text())[name]
    assert reached.keys() <= floors.keys()
    found = {figure: (reached.get(figure, 0.0), floor) for figure, floor in floors.items()}
    return {figure: (value, floor) for figure, (value, floor) in found.items() if value < floor - SLACK}


def test_a_figure_that_is_no_longer_reached_has_fallen() -> None:
    """A type of query that is gone from a pool would take its floor with it, unseen."""
    floors = json.loads(FLOORS.read_text())["judged"]
    less = {figure: value for figure, value in floors.items() if figure != "ndcg10 facet"}
    assert (fallen("judged", floors), fallen("judged", less)) == ({}, {"ndcg10 facet": (0.0, floors["ndcg10 facet"])})


def test_no_figure_falls_below_its_floor(measured: tuple[str, Evaluation]) -> None:
    pool, evaluation = measured
    assert fallen(pool, figures(evaluation)) == {}


@pytest.mark.parametrize("name", FILES)
def test_no_file_falls_below_its_floor(engine: SearchEngine, name: str) -> None:
    assert fallen(name, of_file(engine, name)) == {}


@pytest.mark.parametrize("name", OTHERS)
def test_on_no_other_store_does_a_figure_fall_below_its_floor(name: str) -> None:
    assert fallen(f"other store {name}", of_other_store(name)) == {}


def test_however_it_is_asked_the_subject_is_found(engine: SearchEngine) -> None:
    assert fallen(framing.FRAMES.name, framing.figures(engine)) == {}


def test_in_whatever_words_it_is_asked_the_subject_is_found_and_nothing_else(engine: SearchEngine) -> None:
    assert fallen(paraphrasing.PARAPHRASES.name, paraphrasing.figures(engine)) == {}


def test_what_is_typed_in_haste_is_found_all_the_same(engine: SearchEngine) -> None:
    assert fallen(slipping.NAME, slipping.figures(engine, judged(ALTERED))) == {}


def test_words_around_a_subject_that_change_nothing_hardly_change_what_is_found(engine: SearchEngine) -> None:
    assert fallen(surrounding.AROUND.name, surrounding.figures(engine, judged(ALTERED))) == {}


@pytest.mark.parametrize("name", FILES[:8])
def test_every_type_of_query_is_in_each_file(name: str) -> None:
    """Whoever wrote the eighth knew nothing of filters."""
    assert {one.type for one in read_judged(QUERIES / name)} == set(QueryType)


def test_a_slip_costs_next_to_nothing(measured: tuple[str, Evaluation]) -> None:
    _, evaluation = measured
    assert evaluation.typo_gap is not None
    assert evaluation.typo_gap <= 0.02
