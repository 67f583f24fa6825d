"""Evaluate: how well the search answers judged queries, over all and by type."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from math import log2

from knowledge.domain.member import ANYONE
from knowledge.domain.relevance import Evaluation, Figures, JudgedQuery, QueryType, Scored
from knowledge.errors import Problem
from knowledge.services.ports import Search

#: Results looked at for each query.
DEPTH = 10
#: From this grade on an initiative counts as relevant where only yes or no is asked.
RELEVANT = 2


def evaluate(search: Search, queries: Iterable[JudgedQuery]) -> Evaluation:
    """Ask a search each query once, as anyone would, and work out the figures."""
    scored = tuple(_ask(search, query) for query in queries)
    answerable = [one for one in scored if one.figures is not None]
    by_type = {kind: _mean([one.figures for one in answerable if one.query.type is kind]) for kind in QueryType}
    return Evaluation(
        overall=_mean([one.figures for one in answerable]),
        by_type={kind: figures for kind, figures in by_type.items() if figures.queries},
        wrong_answers=_share(one.total > 0 for one in scored if one.query.type is QueryType.NONE),
        turned_away=_share(one.total == 0 for one in scored if one.query.type is not QueryType.NONE),
        typo_gap=_typo_gap(answerable),
        scored=scored,
    )


def unheld(queries: Iterable[JudgedQuery], held: Container[str], file: str) -> tuple[Problem, ...]:
    """A problem for each query of `file` that judges initiatives of which `held`, the ids in the store, has none.

    No search can find those, so they pull the figures down and nobody sees why.
    """
    problems = []
    for query in queries:
        if missing := [id for id in query.relevant if id not in held]:
            message = f"the store has no {' and no '.join(missing)}: counted as not found"
            problems.append(Problem(file, message, query.line, query.id, "relevant"))
    return tuple(problems)


def _ask(search: Search, query: JudgedQuery) -> Scored:
    found = search.find(search.understand(query.text), member=ANYONE, limit=DEPTH)
    ids = tuple(match.id for match in found.matches)
    return Scored(query, ids, found.total, _figures(ids, query.relevant) if query.relevant else None)


def ndcg(found: Sequence[str], relevant: Mapping[str, int], depth: int) -> float:
    """Normalised discounted cumulative gain: gain 2^grade - 1, discount log2(rank + 1)."""
    best = _gain(sorted(relevant.values(), reverse=True)[:depth])
    return _gain([relevant.get(id, 0) for id in found[:depth]]) / best if best else 0.0


def _gain(grades: Sequence[int]) -> float:
    return float(sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1)))


def _figures(found: Sequence[str], relevant: Mapping[str, int]) -> Figures:
    wanted = {id for id, grade in relevant.items() if grade >= RELEVANT}
    ranks = [rank for rank, id in enumerate(found, start=1) if id in wanted]
    return Figures(
        queries=1,
        ndcg10=ndcg(found, relevant, 10),
        ndcg5=ndcg(found, relevant, 5),
        mrr=1 / ranks[0] if ranks else 0.0,
        success1=float(bool(ranks) and ranks[0] == 1),
        recall10=len(ranks) / min(DEPTH, len(wanted)) if wanted else None,
    )


def _mean(figures: Sequence[Figures | None]) -> Figures:
    those = [one for one in figures if one is not None]
    count = len(those)
    if not count:
        return Figures(0, 0.0, 0.0, 0.0, 0.0, None)
    recalls = [one.recall10 for one in those if one.recall10 is not None]
    return Figures(
        count,
        sum(one.ndcg10 for one in those) / count,
        sum(one.ndcg5 for one in those) / count,
        sum(one.mrr for one in those) / count,
        sum(one.success1 for one in those) / count,
        sum(recalls) / len(recalls) if recalls else None,
    )


def _share(flags: Iterable[bool]) -> float:
    those = list(flags)
    return sum(those) / len(those) if those else 0.0


def _typo_gap(answerable: Sequence[Scored]) -> float | None:
    """How much better queries do typed right than with their slip, in nDCG@10."""
    by_id = {one.query.id: one for one in answerable}
    gaps = [
        right.figures.ndcg10 - one.figures.ndcg10
        for one in answerable
        if one.figures and one.query.of and (right := by_id.get(one.query.of)) and right.figures
    ]
    return sum(gaps) / len(gaps) if gaps else None
