"""A short form of the search's bench, to see that every system still runs: `pytest -m bench tests/bench`."""

from __future__ import annotations

import pytest

from tests.bench.generator import initiatives, questions, words
from tests.bench.search import run, table
from tests.bench.systems import SYSTEMS

pytestmark = pytest.mark.bench


def test_every_system_is_measured_on_the_same_file() -> None:
    pytest.importorskip("tantivy")
    measured = run(300, list(SYSTEMS))
    assert [one.system for one in measured] == list(SYSTEMS)
    assert all(0 < one.p50 <= one.p95 <= one.p99 for one in measured)
    assert all(name in table(measured) for name in SYSTEMS)


def test_the_generator_makes_the_same_from_the_same_seed() -> None:
    made = list(initiatives(50))
    assert made == list(initiatives(50))
    assert questions(made, 20) == questions(made, 20)


def test_the_generated_words_hold_more_stems_than_the_bench_promises() -> None:
    from knowledge.search.language.stems import stem

    assert len({stem(word) for word in words()}) > 25_000
