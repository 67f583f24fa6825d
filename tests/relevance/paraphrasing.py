"""How well the search finds by other words what it finds by the field's own, and leaves alone what is off it."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

from knowledge.search.engine import SearchEngine
from tests.relevance.framing import found, lines

#: What people ask, in everyday words or in jargon, a tab, and the same in the field's plain words.
PARAPHRASES = Path(__file__).with_name("paraphrases.tsv")
#: What no initiative has anything on, some of it in words that initiatives are full of ("black ice").
ELSEWHERE = Path(__file__).with_name("elsewhere.txt")


def figures(engine: SearchEngine) -> dict[str, float]:
    """The gated figures (0 to 1, each better when larger); what nothing is found for in plain words is not counted."""
    pairs = [line.split("\t") for line in lines(PARAPHRASES)]
    both = [(found(engine, asked), plainly) for asked, plain in pairs if (plainly := found(engine, plain))]
    return {
        "paraphrased, answered": round(mean(bool(those) for those, _ in both), 4),
        "paraphrased, the same best": round(
            mean(len({*those} & {*plainly}) / len(plainly) for those, plainly in both), 4
        ),
        "elsewhere, left alone": round(mean(not found(engine, text) for text in lines(ELSEWHERE)), 4),
    }
