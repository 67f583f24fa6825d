"""Lifts the floors of the relevance gate to what the search reaches now: `python -m tests.relevance.floors`."""

from __future__ import annotations

import json
from pathlib import Path

from knowledge.importing.judged import JudgedQuery, read_judged
from knowledge.search.engine import SearchEngine
from knowledge.services.evaluate import Evaluation, evaluate
from tests.relevance import framing, paraphrasing, slipping, surrounding
from tests.relevance.library import LIBRARY, QUERIES, initiatives, lists

FLOORS = Path(__file__).with_name("floors.json")
#: The files whose figures are gated. `heldout.yaml` is not: it is looked at rarely, and never worked towards.
FILES = ("dev.yaml", *(f"queries{number}.yaml" for number in ("", *range(2, 15))))
#: Files gated together: of one type a file holds so few queries that a swap of neighbours counts for much. A file that
#: joins later makes a pool with all before it, beside those that stand, so that no floor falls because it is harder.
POOLS = {
    "judged": FILES[:7],
    "judged, with queries7.yaml": FILES[:8],
    "judged, with queries8.yaml": FILES[:9],
    "judged, with queries9.yaml": FILES[:10],
    "judged, with queries11.yaml": FILES[:12],
    "judged, with queries12.yaml": FILES[:13],
    "judged, with queries13.yaml": FILES[:14],
    "judged, with queries14.yaml": FILES,
}
#: The pool that is also asked with slips and with words around each query: one that stays, or its floors mean nothing.
ALTERED = "judged, with queries11.yaml"
#: Made-up libraries, each with queries judged on it by whoever made it up, blind: the search must do as well on stores
#: that it was not built on. Each is `<name>-library.yaml` and `<name>-queries.yaml`; `e` and `h-heldout` stay aside.
OTHER_STORES = QUERIES / "other_stores"
OTHERS = ("a", "b", "c", "d", "f", "g", "h", "i", "j")
#: Those that hold the shipped library besides a made-up one, which is this.
WITH_LIBRARY = {"h": "h", "i": "h", "j": "j"}
#: How far a figure may lie under its floor: less than one query of the smallest type is worth.
SLACK = 0.003


def judged(pool: str) -> list[JudgedQuery]:
    """The queries of one pool."""
    return [query for name in POOLS[pool] for query in read_judged(QUERIES / name)]


def figures(evaluation: Evaluation) -> dict[str, float]:
    """The gated figures, each better when larger."""
    found = {f"ndcg10 {kind}": one.ndcg10 for kind, one in evaluation.by_type.items()}
    found |= {"ndcg10": evaluation.overall.ndcg10, "ndcg5": evaluation.overall.ndcg5, "mrr": evaluation.overall.mrr}
    found |= {
        "unanswerable left alone": 1 - evaluation.wrong_answers,
        "answerable answered": 1 - evaluation.turned_away,
    }
    return {name: round(value, 4) for name, value in found.items()}


def of_file(engine: SearchEngine, name: str) -> dict[str, float]:
    """The gated figure of one file: all of its queries, whatever their type."""
    return {"ndcg10": round(evaluate(engine, read_judged(QUERIES / name)).overall.ndcg10, 4)}


def of_other_store(name: str) -> dict[str, float]:
    """The gated figures of a made-up library: few queries, so all types together."""
    known = lists()
    shipped = [LIBRARY] if name in WITH_LIBRARY else []
    library = OTHER_STORES / f"{WITH_LIBRARY.get(name, name)}-library.yaml"
    engine = SearchEngine.build(initiatives([*shipped, library], known), known)
    found = figures(evaluate(engine, read_judged(OTHER_STORES / f"{name}-queries.yaml")))
    return {figure: found[figure] for figure in ("ndcg10", "unanswerable left alone", "answerable answered")}


def main() -> None:
    """Write each floor as the better of what stands and what is reached."""
    engine = SearchEngine.build(initiatives(), lists())
    held = json.loads(FLOORS.read_text()) if FLOORS.exists() else {}
    reached_of = {pool: figures(evaluate(engine, judged(pool))) for pool in POOLS}
    reached_of |= {name: of_file(engine, name) for name in FILES}
    reached_of |= {f"other store {name}": of_other_store(name) for name in OTHERS}
    reached_of[framing.FRAMES.name] = framing.figures(engine)
    reached_of[paraphrasing.PARAPHRASES.name] = paraphrasing.figures(engine)
    reached_of[slipping.NAME] = slipping.figures(engine, judged(ALTERED))
    reached_of[surrounding.AROUND.name] = surrounding.figures(engine, judged(ALTERED))
    for name, reached in reached_of.items():
        before = held.get(name, {})
        held[name] = {figure: max(value, before.get(figure, 0.0)) for figure, value in reached.items()}
    FLOORS.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
