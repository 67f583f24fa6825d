"""The synonyms as they are shipped: none is a line that no question ever reaches."""

from __future__ import annotations

import pytest

from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Kind, Reading
from tests.relevance.library import initiatives, lists

#: How an idea is held by what the lists say, and not by its own words.
_LISTED = (Kind.SYNONYM, Kind.FILED, Kind.HINT)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(initiatives(), lists())


def means_something(engine: SearchEngine, wording: str) -> bool:
    """Whether a wording, asked by itself, is understood by the lists: as what it finds, or as the place it names."""
    reading = engine.understand(wording)
    assert isinstance(reading, Reading)
    by_lists = any(one.kind in _LISTED for idea in reading.ideas for one in idea.alternatives)
    return by_lists or bool(reading.authorities)


def test_every_wording_is_understood_when_it_is_asked(engine: SearchEngine) -> None:
    wordings = {word for entry in lists().synonyms if not entry.about for word in entry.words}
    assert len(wordings) > 10_000
    assert [one for one in sorted(wordings) if not means_something(engine, one)] == []


def test_what_no_list_knows_is_not(engine: SearchEngine) -> None:
    assert not means_something(engine, "zeppelin")
