"""Our search answers judged queries of any type better than its peers do."""

from __future__ import annotations

import pytest

from knowledge.domain.member import ANYONE
from knowledge.domain.relevance import Evaluation
from knowledge.importing.judged import read_judged
from knowledge.search.engine import SearchEngine
from knowledge.services.evaluate import evaluate
from tests.bench.relevance import PEERS, Peer, line, made
from tests.relevance.library import QUERIES, initiatives, lists

JUDGED = read_judged(QUERIES / "dev.yaml")


@pytest.fixture(scope="module")
def ours() -> Evaluation:
    return evaluate(SearchEngine.build(initiatives(), lists()), JUDGED)


#: tantivy comes with what the benches need, the others with what the search needs.
_SYSTEMS = [pytest.param(name, marks=[pytest.mark.bench] if "tantivy" in name else []) for name in PEERS]


@pytest.mark.parametrize("name", _SYSTEMS)
def test_no_peer_comes_near_it_with_any_type_of_question(name: str, ours: Evaluation) -> None:
    themes = {theme.slug: theme.name for theme in lists().themes}
    theirs = evaluate(Peer(PEERS[name]([made(one, themes) for one in initiatives()])), JUDGED)
    assert 0.3 < theirs.overall.ndcg10 < ours.overall.ndcg10 - 0.2  # a peer that finds nothing would prove nothing
    assert all(theirs.by_type[kind].ndcg5 < figures.ndcg5 for kind, figures in ours.by_type.items())
    assert theirs.wrong_answers > ours.wrong_answers
    assert name in line(name, theirs)


def test_a_question_of_nothing_but_marks_is_no_question_to_a_peer() -> None:
    peer = Peer(PEERS["SQLite FTS5"]([]))
    assert peer.find(peer.understand('"?! (*)'), member=ANYONE, limit=10).total == 0
