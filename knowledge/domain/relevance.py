"""Judged queries, and the figures of how well a search answers them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class QueryType(StrEnum):
    """What a judged query tries: how it is put, or that nothing answers it."""

    KEYWORD = "keyword"
    TYPO = "typo"
    JARGON = "jargon"
    QUESTION = "question"
    AUTHORITY = "authority"
    CONTACT = "contact"
    FACET = "facet"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """One question, and the grade (1 to 3) of each relevant initiative by its id; none for type none.

    `of` is the id of the same query typed right, for a typo; `line` is where it stands in its file.
    """

    id: str
    type: QueryType
    text: str
    relevant: Mapping[str, int]
    of: str | None = None
    line: int | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Figures:
    """Means over some queries, each between 0 and 1; `queries` says how many.

    `recall10` is the mean over those with an initiative that counts for it, None without any such query.
    """

    queries: int
    ndcg10: float
    ndcg5: float
    mrr: float
    success1: float
    recall10: float | None


@dataclass(frozen=True, slots=True)
class Scored:
    """One query with what was found for it, and its own figures (None for type none)."""

    query: JudgedQuery
    found: tuple[str, ...]
    total: int
    figures: Figures | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Figures over all queries that have relevant initiatives and by type; the shares of answers that went wrong.

    `wrong_answers` is the share of the none queries that got any result, `turned_away` that of the others that got
    none. `typo_gap` is how much better, in nDCG@10, the same queries do typed right (None where none are paired).
    """

    overall: Figures
    by_type: Mapping[QueryType, Figures]
    wrong_answers: float
    turned_away: float
    typo_gap: float | None
    scored: tuple[Scored, ...]
