"""How much of what judged queries find is still found with words around them that change nothing of what is asked."""

from __future__ import annotations

from pathlib import Path
from statistics import mean

from knowledge.domain.member import ANYONE
from knowledge.importing.judged import JudgedQuery, QueryType
from knowledge.search.engine import SearchEngine
from knowledge.services.evaluate import ndcg
from tests.relevance.framing import lines

#: Words around a subject, which stands as {}; and sentences in which it stands elsewhere than behind "on" or "about".
AROUND = Path(__file__).with_name("around.txt")
WITHIN = Path(__file__).with_name("within.txt")
#: Sentences that say who asks, whatever their post or body.
ASKERS = Path(__file__).with_name("askers.txt")
#: One query in so many is asked in each way.
ONE_IN = 50
#: Ways of more words than this are sentences.
_FEW = 6


def figures(engine: SearchEngine, queries: list[JudgedQuery]) -> dict[str, float]:
    """What of their nDCG@10 keywords and facets keep (1: all of it), and the share of them that is answered at all."""
    asked = [one for one in queries if one.relevant and one.type in (QueryType.KEYWORD, QueryType.FACET)][::ONE_IN]
    alone = mean(_found(engine, one, one.text) or 0 for one in asked)
    found: dict[str, float] = {}
    for name, ways in _ways().items():
        kept = [_found(engine, one, way.format(one.text)) for way in ways for one in asked]
        found[f"{name}, kept"] = round(mean(one or 0 for one in kept) / alone, 4)
        found[f"{name}, answered"] = round(mean(one is not None for one in kept), 4)
    return found


def _ways() -> dict[str, list[str]]:
    every = lines(AROUND)
    return {
        "a few words around": [one for one in every if len(one.split()) <= _FEW],
        "a sentence around": [one for one in every if len(one.split()) > _FEW],
        "anywhere in a sentence": lines(WITHIN),
        "who asks": lines(ASKERS),
    }


def _found(engine: SearchEngine, query: JudgedQuery, text: str) -> float | None:
    """The nDCG@10 of what is found for a text in place of the query's own; None where nothing is."""
    matches = engine.find(engine.understand(text), member=ANYONE, limit=10).matches
    return ndcg([match.id for match in matches], query.relevant, 10) if matches else None
