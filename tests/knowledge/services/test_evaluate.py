from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import log2

import pytest

from knowledge.domain.initiative import Initiative
from knowledge.domain.member import Member
from knowledge.domain.query import Found, Match, Query
from knowledge.importing.judged import JudgedQuery, QueryType
from knowledge.services.evaluate import evaluate, ndcg


class Scripted:
    """A search that gives the answers it was told."""

    def __init__(self, answers: Mapping[str, list[str]]) -> None:
        self._answers = answers

    def understand(self, text: str) -> Query:
        return Query(text)

    def find(self, query: Query, *, member: Member, limit: int, offset: int = 0) -> Found:
        ids = self._answers.get(query.text, [])
        return Found(len(ids), tuple(Match(id, 1.0) for id in ids[:limit]))

    def apply(self, changed: Iterable[Initiative], removed: Iterable[str]) -> None:
        raise NotImplementedError


def judged(id: str, kind: QueryType, relevant: dict[str, int], of: str | None = None) -> JudgedQuery:
    return JudgedQuery(id, kind, id, relevant, of)


def test_a_perfect_order_scores_1() -> None:
    assert ndcg(["a", "b", "c"], {"a": 3, "b": 2, "c": 1}, 10) == pytest.approx(1)


def test_ndcg_gains_2_to_the_grade_less_1_discounted_by_the_rank() -> None:
    assert ndcg(["b", "a"], {"a": 3, "b": 1}, 10) == pytest.approx((1 + 7 / log2(3)) / (7 + 1 / log2(3)))


def test_what_comes_after_the_depth_does_not_count() -> None:
    assert ndcg(["x", "a"], {"a": 3}, 1) == 0


def test_figures_are_means_over_all_and_by_type() -> None:
    search = Scripted({"q1": ["a"], "q2": ["x", "a"]})
    found = evaluate(search, [judged("q1", QueryType.KEYWORD, {"a": 3}), judged("q2", QueryType.JARGON, {"a": 3})])
    assert found.by_type[QueryType.KEYWORD].mrr == 1
    assert found.by_type[QueryType.JARGON].mrr == 0.5
    assert found.overall.mrr == 0.75
    assert found.overall.success1 == 0.5


def test_marginal_initiatives_count_for_ndcg_only() -> None:
    found = evaluate(Scripted({"q": ["a"]}), [judged("q", QueryType.FACET, {"a": 1, "b": 2})])
    assert (found.overall.mrr, found.overall.recall10) == (0, 0)
    assert found.overall.ndcg10 > 0


def test_recall_is_out_of_ten_at_most() -> None:
    relevant = {f"i{number}": 3 for number in range(20)}
    found = evaluate(Scripted({"q": list(relevant)}), [judged("q", QueryType.KEYWORD, relevant)])
    assert found.overall.recall10 == 1


@pytest.mark.parametrize("found", [[], ["a"]])
def test_a_query_with_marginal_initiatives_only_has_no_recall(found: list[str]) -> None:
    marginal = judged("marginal", QueryType.FACET, {"a": 1})
    half = judged("half", QueryType.KEYWORD, {"a": 3, "b": 3})
    evaluation = evaluate(Scripted({"marginal": found, "half": ["a"]}), [marginal, half])
    assert (evaluation.overall.queries, evaluation.overall.recall10) == (2, 0.5)
    assert evaluation.by_type[QueryType.FACET].recall10 is None


def test_answers_to_the_unanswerable_and_the_turned_away_are_counted_apart() -> None:
    queries = [
        judged("n1", QueryType.NONE, {}),
        judged("n2", QueryType.NONE, {}),
        judged("q1", QueryType.KEYWORD, {"a": 3}),
        judged("q2", QueryType.KEYWORD, {"a": 3}),
    ]
    found = evaluate(Scripted({"n1": ["x"], "q1": ["a"]}), queries)
    assert (found.wrong_answers, found.turned_away) == (0.5, 0.5)
    assert found.overall.queries == 2


def test_the_gap_is_what_a_slip_costs() -> None:
    queries = [judged("right", QueryType.KEYWORD, {"a": 3}), judged("typo", QueryType.TYPO, {"a": 3}, "right")]
    assert evaluate(Scripted({"right": ["a"]}), queries).typo_gap == 1
    assert evaluate(Scripted({"right": ["a"], "typo": ["a"]}), queries).typo_gap == 0


def test_no_queries_give_no_figures() -> None:
    found = evaluate(Scripted({}), [])
    assert (found.overall.queries, found.wrong_answers, found.typo_gap) == (0, 0, None)


def test_only_queries_of_type_none_can_have_wrong_answers_and_only_others_be_turned_away() -> None:
    search = Scripted({"q1": ["a"]})
    queries = [judged("q1", QueryType.KEYWORD, {}), judged("q2", QueryType.NONE, {}), judged("q3", QueryType.FACET, {})]
    found = evaluate(search, queries)
    assert (found.wrong_answers, found.turned_away) == (0, 0.5)
