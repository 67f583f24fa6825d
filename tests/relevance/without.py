"""What each part of the search carries: the figures with it taken away: `python -m tests.relevance.without`.

A part that carries nothing any more is a part to delete. Parts that guard against rare mistakes (names, towns, quoted
speech) carry nothing here, and are told by their own tests.
"""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import replace
from statistics import mean
from typing import Any
from unittest.mock import patch

from knowledge.importing.judged import QueryType, read_judged
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.weights import WEIGHTS, Weights
from knowledge.services.evaluate import Evaluation, evaluate
from tests.relevance import surrounding
from tests.relevance.floors import ALTERED, OTHER_STORES, OTHERS, POOLS, WITH_LIBRARY, figures, judged
from tests.relevance.library import LIBRARY, initiatives, lists

#: What stands in for a part of the code, by where it is looked up below `knowledge.search`.
PARTS: dict[str, dict[str, Any]] = {
    "synonyms": {"lists.thesaurus.Thesaurus.alternatives": lambda *_: {}},
    "spelling": {"spelling.mending.Mender.mended": lambda _, typed, __: (list(typed), [])},
    "neighbours of slips": {"spelling.mending.Mender._neighbourly": lambda *_: lambda _: False},
    "places and authorities": {"understanding.placing.Placer.placed": lambda _, left, *__, **___: list(left)},
    "areas": {"understanding.placing.Placer._area": lambda *_: None},
    "places left out": {"understanding.placing.left_out_from": lambda *_, **__: None},
    "families of words": {"engine._Current.family": lambda *_: ()},
    "entries read backwards": {"lists.thesaurus._FOUND_BY": 2.0, "lists.thesaurus._OF_ONE_MEANING": 2.0},
    "synonyms' synonyms": {"lists.thesaurus.Thesaurus._of_nearest": lambda *_: []},
    "wording that joins": {"ranking.scorer.Scorer._meeting": lambda _, found, __: found},
    "what the store is about": {"lists.thesaurus.Thesaurus.is_about": lambda *_: False},
    "things of their own": {"lists.thesaurus.Thesaurus.is_thing": lambda *_: False},
    "unlisted words count less": {"ranking.scorer.colour": lambda _: 1.0, "ranking.gate.colour": lambda _: 1.0},
    "framing": {"subjects.subject": lambda wordings, *_: list(wordings)},
    "stories": {"question.story": lambda _: []},
    "who asks": {"question.who_asks": lambda _: []},
    "what came of it": {"ranking.finding.telling_what_came": lambda *_: None},
}
#: Constants that make a part count for nothing.
CONSTANTS: dict[str, dict[str, float]] = {
    "rarity": {"rarity": 0.0},
    "words of phrases apart": {"apart": 0.0},
    "hints": {"hint": 0.0},
    "two kinds of evidence": {"both": 0.0},
    "words that say little": {"light": 1.0},
    "filed as the best are": {"filed_alike": 0.0},
    "first theme": {"mostly_about": 0.0},
    "bodies mentioned": {"mentioned": 0.0},
}


def measured(weights: Weights = WEIGHTS) -> dict[str, float]:
    """The figures as the code and these constants stand now, by the head of their column."""
    known = lists()
    engine = SearchEngine.build(initiatives(), known, weights)
    pool = evaluate(engine, judged(list(POOLS)[-1]))
    found = figures(pool)
    columns = {"all": found["ndcg10"]}
    columns |= {kind.value: found[f"ndcg10 {kind}"] for kind in QueryType if f"ndcg10 {kind}" in found}
    others = [_other_store(name, weights) for name in OTHERS]
    columns["stores"] = mean(one.overall.ndcg10 for one in others)
    around = surrounding.figures(engine, judged(ALTERED))
    columns["around"] = mean(value for name, value in around.items() if name.endswith("kept"))
    every = [one for evaluation in (pool, *others) for one in evaluation.scored]
    unanswerable = [one for one in every if one.query.type is QueryType.NONE]
    columns["wrong"] = mean(one.total > 0 for one in unanswerable)
    columns["away"] = mean(not one.total for one in every if one.query.type is not QueryType.NONE)
    return columns


def _other_store(name: str, weights: Weights) -> Evaluation:
    known = lists()
    shipped = [LIBRARY] if name in WITH_LIBRARY else []
    library = OTHER_STORES / f"{WITH_LIBRARY.get(name, name)}-library.yaml"
    engine = SearchEngine.build(initiatives([*shipped, library], known), known, weights)
    return evaluate(engine, read_judged(OTHER_STORES / f"{name}-queries.yaml"))


def without(part: str) -> dict[str, float]:
    """The figures without one of the parts."""
    with ExitStack() as stack:
        for path, stand_in in PARTS.get(part, {}).items():
            stack.enter_context(patch(f"knowledge.search.{path}", stand_in))
        return measured(replace(WEIGHTS, **CONSTANTS.get(part, {})))


def main() -> None:
    """Print the figures, and how each changes without each part, in thousandths."""
    now = measured()
    sys.stdout.write(f"{'':<27}" + "".join(f"{column[:8]:>9}" for column in now) + "\n")
    sys.stdout.write(f"{'with all parts':<27}" + "".join(f"{value:>9.4f}" for value in now.values()) + "\n")
    for part in (*PARTS, *CONSTANTS):
        changes = (1000 * (value - now[column]) for column, value in without(part).items())
        sys.stdout.write(f"{part:<27}" + "".join(f"{change:>+9.1f}" for change in changes) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
