"""Why an initiative was found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LISTS, initiative


@pytest.mark.parametrize(("synonym", "reason"), [(0.85, "title: mentoring"), (2.0, "related words: coaching")])
def test_the_reason_is_what_counted_most_for_whoever_ranked(synonym: float, reason: str) -> None:
    lists = replace(LISTS, synonyms=(Synonym(("mentoring",), ("coaching",), 0.9),))
    both = initiative("both", "Leeds", "Mentoring and coaching", "Boys.", "workforce")
    engine = SearchEngine.build([both], lists).weighing(replace(WEIGHTS, synonym=synonym))
    found = engine.find(engine.understand("mentoring"), member=ANYONE, limit=5)
    assert list(found.explain()) == [(reason,)]
