"""Relevance figures, as a table for a terminal and as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from knowledge.domain.relevance import Evaluation, Figures

_COLUMNS = ("ndcg10", "ndcg5", "mrr", "success1", "recall10")


def figure_lines(evaluation: Evaluation) -> list[str]:
    """A row for all queries and for each type, then the shares of answers that went wrong."""
    rows = [("all", evaluation.overall), *evaluation.by_type.items()]
    lines = [f"{'':10} {'queries':>7} " + " ".join(f"{name:>8}" for name in _COLUMNS)]
    for name, figures in rows:
        values = " ".join(_cell(getattr(figures, column)) for column in _COLUMNS)
        lines.append(f"{name:10} {figures.queries:7} {values}")
    lines.append(f"wrong answers {evaluation.wrong_answers:.3f}, turned away {evaluation.turned_away:.3f}")
    if evaluation.typo_gap is not None:
        lines.append(f"typed right, the misspelt queries do better by {evaluation.typo_gap:.3f} (nDCG@10)")
    return lines


def _cell(value: float | None) -> str:
    return f"{'-':>8}" if value is None else f"{value:8.3f}"


def figures_json(evaluation: Evaluation) -> dict[str, Any]:
    """The same figures, with what was found for each query."""
    return {
        "overall": _figures(evaluation.overall),
        "by_type": {str(kind): _figures(figures) for kind, figures in evaluation.by_type.items()},
        "wrong_answers": evaluation.wrong_answers,
        "turned_away": evaluation.turned_away,
        "typo_gap": evaluation.typo_gap,
        "queries": [
            {
                "id": scored.query.id,
                "total": scored.total,
                "results": list(scored.found),
                "ndcg10": scored.figures.ndcg10 if scored.figures else None,
            }
            for scored in evaluation.scored
        ],
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return asdict(figures)
