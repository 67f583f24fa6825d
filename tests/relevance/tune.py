"""Searches for the constants of ranking (`knowledge.search.ranking.weights.Weights`): `python -m tests.relevance.tune`.

Weights are drawn at random, then changed little by little where that helps. Each set is scored on every judged query of
the open files (the mean of nDCG@10 and nDCG@5, the gate open). Cross-validated: queries with the same relevant
initiatives stay together, the best set on four fifths of them is scored on the fifth that it has not seen. A gain that
the unseen fifths do not show is no gain. `heldout.yaml` is never read here.

The gate (`Weights.enough` and the constants of `gate.py`) is set from the table at the end: the share of unanswerable
queries answered, and of answerable ones turned away, for each cut-off.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from dataclasses import fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.domain.member import ANYONE
from knowledge.domain.query import Query
from knowledge.importing.judged import JudgedQuery, read_judged
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.weights import WEIGHTS, Weights
from knowledge.services.evaluate import ndcg
from tests.relevance.floors import FILES
from tests.relevance.library import LIBRARY, QUERIES, initiatives, lists

FOLDS = 5
#: The range in which each weight is looked for.
RANGES = {
    "family": (0.5, 1.0),
    "synonym": (0.6, 1.0),
    "filed": (0.3, 1.0),
    "filed_alike": (0.0, 0.6),
    "mostly_about": (0.0, 0.2),
    "hint": (0.1, 0.9),
    "light": (0.05, 0.5),
    "phrase": (0.0, 0.9),
    "apart": (0.3, 1.0),
    "apart_power": (0.8, 3.0),
    "beside_itself": (0.3, 1.0),
    "both": (0.0, 1.0),
    "common_alternative": (0.0, 1.4),
    "rarity": (0.4, 1.8),
    "commonest": (0.01, 0.3),
}
#: The gate open: every query is answered, however badly.
OPEN = {"enough": 0.0, "beside_best": 0.0}

Grid = NDArray[np.float64]


class Bench:
    """The judged queries, read once, and an engine whose weights can be changed."""

    def __init__(self, library: list[Path]) -> None:
        known = lists()
        self._engine = SearchEngine.build(initiatives(library, known), known)
        self.queries = [query for name in FILES for query in read_judged(QUERIES / name)]
        self._read: list[Query] = [self._engine.understand(query.text) for query in self.queries]

    def scores(self, weights: Weights) -> Grid:
        """For each query the mean of nDCG@10 and nDCG@5; not a number where nothing is relevant."""
        engine = self._engine.weighing(weights)
        return np.array([self._score(engine, *pair) for pair in zip(self.queries, self._read, strict=True)])

    def _score(self, engine: SearchEngine, judged: JudgedQuery, query: Query) -> float:
        if not judged.relevant:
            return float("nan")
        found = [match.id for match in engine.find(query, member=ANYONE, limit=10).matches]
        return (ndcg(found, judged.relevant, 10) + ndcg(found, judged.relevant, 5)) / 2

    def answered(self, weights: Weights) -> Grid:
        """For each query 1 where it is answered and 0 where not."""
        engine = self._engine.weighing(weights)
        return np.array([float(engine.find(query, member=ANYONE, limit=1).total > 0) for query in self._read])

    def folds(self) -> NDArray[np.int64]:
        """The fold of each query; queries about the same initiatives share theirs."""
        groups: dict[frozenset[str], int] = {}
        numbers = [
            groups.setdefault(frozenset(one.relevant) or frozenset((one.id,)), len(groups)) for one in self.queries
        ]
        shuffled = np.random.default_rng(0).permutation(len(groups))
        return np.array([int(shuffled[number]) % FOLDS for number in numbers])


def search(bench: Bench, seconds: float, seed: int) -> tuple[list[Weights], Grid]:
    """All sets of weights tried, the present ones first, and the scores of each on every query."""
    rng = random.Random(seed)
    tried = [replace(WEIGHTS, **OPEN)]
    scored = [bench.scores(tried[0])]
    best = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        tried.append(_drawn(rng, tried[0]) if len(tried) < 30 or rng.random() < 0.2 else _nudged(rng, tried[best]))
        scored.append(bench.scores(tried[-1]))
        if np.nanmean(scored[-1]) > np.nanmean(scored[best]):
            best = len(tried) - 1
    return tried, np.array(scored)


def _drawn(rng: random.Random, base: Weights) -> Weights:
    return replace(base, **{name: rng.uniform(*within) for name, within in RANGES.items()})


def _nudged(rng: random.Random, base: Weights) -> Weights:
    changed = {}
    for name in rng.sample(list(RANGES), rng.choice([1, 1, 2, 3])):
        low, high = RANGES[name]
        changed[name] = min(max(getattr(base, name) + rng.gauss(0, 0.2) * (high - low), low), high)
    return replace(base, **changed)


def cross_validated(scored: Grid, folds: NDArray[np.int64]) -> tuple[float, float]:
    """The mean score on unseen folds: of the set that was best on the others, and of the present weights."""
    chosen: list[Grid] = []
    for fold in range(FOLDS):
        seen, unseen = folds != fold, folds == fold
        best = int(np.argmax(np.nanmean(scored[:, seen], axis=1)))
        chosen.append(scored[best, unseen])
    return float(np.nanmean(np.concatenate(chosen))), float(np.nanmean(scored[0]))


def gate_table(bench: Bench, weights: Weights) -> list[str]:
    """What each cut-off would answer wrongly and turn away."""
    unanswerable = np.array([not one.relevant for one in bench.queries])
    lines = []
    for enough in np.arange(0.4, 0.8, 0.04):
        answered = bench.answered(replace(weights, enough=float(enough)))
        wrong, away = answered[unanswerable].mean(), 1 - answered[~unanswerable].mean()
        lines.append(
            f"enough {enough:.2f}: {wrong:.3f} of the unanswerable answered, {away:.3f} of the others turned away"
        )
    return lines


def main() -> None:
    """Print the best weights found, what cross-validation says of them, and the table for the gate."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--library", type=Path, nargs="+", default=[LIBRARY])
    given = parser.parse_args()
    bench = Bench(given.library)
    tried, scored = search(bench, given.seconds, given.seed)
    best = int(np.argmax(np.nanmean(scored, axis=1)))
    unseen, present = cross_validated(scored, bench.folds())
    lines = [
        f"{len(tried)} sets tried; present {np.nanmean(scored[0]):.4f}, best {np.nanmean(scored[best]):.4f}",
        f"cross-validated: chosen on other folds {unseen:.4f}, present {present:.4f}",
    ]
    lines += [f"  {one.name} = {getattr(tried[best], one.name):.2f}" for one in fields(Weights) if one.name in RANGES]
    lines += gate_table(bench, WEIGHTS)
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
