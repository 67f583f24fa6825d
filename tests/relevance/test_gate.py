"""The search's figures on the project's judged queries may only rise: the floors stand in `floors.json`.

When a change lifts a figure, lift its floor with it: `python -m tests.relevance.floors`.
"""

from __future__ import annotations

import json

import pytest

from knowledge.importing.judged import QueryType, read_judged
from knowledge.search.engine import SearchEngine
from knowledge.services.evaluate import Evaluation, evaluate
from tests.relevance import framing, paraphrasing
from tests.relevance.floors import FILES, FLOORS, SLACK, figures
from tests.relevance.library import QUERIES, initiatives, lists


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(initiatives(), lists())


@pytest.fixture(scope="module", params=FILES)
def measured(request: pytest.FixtureRequest, engine: SearchEngine) -> tuple[str, Evaluation]:
    return request.param, evaluate(engine, read_judged(QUERIES / request.param))


def fallen(name: str, reached: dict[str, float]) -> dict[str, tuple[float, float]]:
    """The figures that lie under their floors, each with its floor."""
    floors = json.loads(FLOORS.read_text())[name]
    return {figure: (value, floors[figure]) for figure, value in reached.items() if value < floors[figure] - SLACK}


def test_no_figure_falls_below_its_floor(measured: tuple[str, Evaluation]) -> None:
    name, evaluation = measured
    assert fallen(name, figures(evaluation)) == {}


def test_however_it_is_asked_the_subject_is_found(engine: SearchEngine) -> None:
    assert fallen(framing.FRAMES.name, framing.figures(engine)) == {}


def test_in_whatever_words_it_is_asked_the_subject_is_found_and_nothing_else(engine: SearchEngine) -> None:
    assert fallen(paraphrasing.PARAPHRASES.name, paraphrasing.figures(engine)) == {}


def test_every_type_of_query_is_measured(measured: tuple[str, Evaluation]) -> None:
    _, evaluation = measured
    assert {one.query.type for one in evaluation.scored} == set(QueryType)


def test_a_slip_costs_next_to_nothing(engine: SearchEngine) -> None:
    gaps = [evaluate(engine, read_judged(QUERIES / name)).typo_gap for name in FILES]
    assert all(gap is None or gap <= 0.05 for gap in gaps)
