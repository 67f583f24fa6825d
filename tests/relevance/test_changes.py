"""An index that followed changes is the same as one made anew: asked with the judged queries, it answers the same."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from knowledge.domain.initiative import Initiative, Visibility
from knowledge.domain.member import ANYONE, Member
from knowledge.importing.judged import read_judged
from knowledge.search.engine import SearchEngine
from knowledge.search.index import snapshot
from tests.relevance.floors import FILES
from tests.relevance.library import QUERIES, initiatives, lists

MEMBERS = (ANYONE, Member(authorities=frozenset({"Hackney"})))


def series(held: dict[str, Initiative], rng: random.Random, many: int) -> Iterator[tuple[list[Initiative], list[str]]]:
    """So many changes, one after the other, with `held` kept as the store then is: new, changed, removed, put back."""
    shipped = list(held.values())
    for number in range(many):
        kind, one, other = rng.choice(("new", "changed", "removed", "removed", "back")), *rng.sample(shipped, 2)
        changed, removed = [], []
        if kind == "new":
            who = rng.choice((Visibility.NETWORK, Visibility.AUTHORITY))
            changed = [replace(one, id=f"new-{number}", title=f"{one.title} word{number}", visibility=who)]
        elif kind == "changed":
            changed = [replace(one, summary=other.summary, impact=other.impact, authority=other.authority)]
        elif kind == "removed":
            removed = [rng.choice(sorted(held))]
        else:
            changed = [one]
        held.update({each.id: each for each in changed})
        for id in removed:
            del held[id]
        yield changed, removed


def answers(engine: SearchEngine, texts: list[str]) -> dict[tuple[str, Member], tuple[object, ...]]:
    """All that each member is told in answer to each text."""
    told: dict[tuple[str, Member], tuple[object, ...]] = {}
    for text in texts:
        read = engine.understand(text)
        for member in MEMBERS:
            found = engine.find(read, member=member, limit=10)
            told[text, member] = (
                *(read.intent, read.pieces, read.corrections, read.unknown),
                *(found.total, found.matches, found.partly, found.suggestions, found.explain(), found.unnamed()),
            )
    return told


@pytest.mark.parametrize("fewest_to_fold", [30, 500])
def test_an_index_that_followed_changes_answers_as_one_newly_built(
    fewest_to_fold: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(snapshot, "FEWEST_TO_FOLD", fewest_to_fold)
    rng = random.Random(fewest_to_fold)
    known, held = lists(), {one.id: one for one in initiatives()}
    engine = SearchEngine.build(held.values(), known)
    for changed, removed in series(held, rng, 80):
        engine.apply(changed, removed)
    anew = SearchEngine.build(rng.sample(list(held.values()), len(held)), known)
    texts = [query.text for name in FILES for query in read_judged(QUERIES / name)]
    texts = ["who has got dads involved in parenting groups", "involved", *rng.sample(texts, 150)]
    before, after = answers(engine, texts), answers(anew, texts)
    assert {asked: told for asked, told in before.items() if told != after[asked]} == {}
