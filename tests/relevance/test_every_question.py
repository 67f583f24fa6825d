"""What holds of every judged question, whatever answers it: that each result says why it is one."""

from __future__ import annotations

import pytest

from knowledge.domain.member import ANYONE
from knowledge.importing.judged import read_judged
from knowledge.search.engine import SearchEngine
from tests.relevance.library import QUERIES, initiatives, lists


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(initiatives(), lists())


@pytest.fixture(scope="module")
def questions() -> list[str]:
    return list(dict.fromkeys(one.text for path in sorted(QUERIES.glob("*.yaml")) for one in read_judged(path)))


@pytest.mark.parametrize("limit", [10, 1000])
def test_every_result_has_a_reason(engine: SearchEngine, questions: list[str], limit: int) -> None:
    """Also where others on the same page have better ones."""
    unexplained: dict[str, int] = {}
    for text in questions:
        found = engine.find(engine.understand(text), member=ANYONE, limit=limit)
        why = found.explain()
        if len(why) < len(found.matches) or not all(why):
            unexplained[text] = [bool(one) for one in why].count(False)
    assert unexplained == {}
