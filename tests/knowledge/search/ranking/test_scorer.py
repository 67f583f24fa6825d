"""A thing of its own: whoever names it comes before all that stands for what it is for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Contact
from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.scorer import Scorer
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LISTS, initiative

STORE = [
    initiative("wider", "Leeds", "Wellbeing", "The wellbeing of pupils, and mental health.", "mental-health"),
    initiative("wider-too", "Bury", "Staff", "On the wellbeing of staff.", "mental-health"),
    initiative("named", "Reading", "Traveller lessons", "Lessons.", own_contacts=(Contact(None, None, "WELTAS"),)),
]
WIDER = Synonym(("WELTAS", "wellbeing service"), ("wellbeing", "mental health"), 0.9)
THING = Synonym(("WELTAS",), (), things=True)


def found(*synonyms: Synonym) -> list[str]:
    engine = SearchEngine.build(STORE, replace(LISTS, synonyms=synonyms))
    return [one.id for one in engine.find(engine.understand("WELTAS"), member=ANYONE, limit=5).matches]


def test_whoever_names_it_comes_first_and_the_others_keep_their_order() -> None:
    assert found(WIDER, THING) == ["named", "wider", "wider-too"]


def test_what_says_just_the_same_names_it() -> None:
    same = Synonym(("WELTAS", "traveller lessons"), ("WELTAS", "traveller lessons"), 0.95)
    lessons = replace(STORE[2], own_contacts=())
    engine = SearchEngine.build([*STORE[:2], lessons], replace(LISTS, synonyms=(WIDER, same, THING)))
    first, *_ = engine.find(engine.understand("WELTAS"), member=ANYONE, limit=5).matches
    assert first.id == "named"


def test_what_is_not_marked_is_found_by_what_it_is_for_too() -> None:
    assert found(WIDER)[0] == "wider"


def test_where_nobody_names_it_the_others_are_as_good_as_before() -> None:
    scores = [
        [one.score for one in engine.find(engine.understand("WELTAS"), member=ANYONE, limit=5).matches]
        for marks in ((), (THING,))
        for engine in (SearchEngine.build(STORE[:2], replace(LISTS, synonyms=(WIDER, *marks))),)
    ]
    assert scores[0] == pytest.approx(scores[1])


@pytest.mark.parametrize("text", ["mentoring", "mentoring boys", "WELTAS", "weltas boys"])
def test_what_is_gone_makes_no_word_less_rare(text: str) -> None:
    """A word by itself, and one with synonyms: many had both, and now one has."""
    said = [f"Mentoring and {words}" for words in ("boys", "WELTAS", "the wellbeing service", "boys in WELTAS")]
    stay = [initiative(f"stay-{at}", "Leeds", words, "For all.") for at, words in enumerate(said)]
    gone = [initiative(f"gone-{at}", "Bury", said[at % 4], "For all.") for at in range(40)]
    lists = replace(LISTS, synonyms=(WIDER,))
    changed, anew = SearchEngine.build([*stay, *gone], lists), SearchEngine.build(stay, lists)
    changed.apply([], [one.id for one in gone])
    scores = [
        [(one.id, one.score) for one in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]
        for engine in (changed, anew)
    ]
    assert scores[0]
    assert scores[0] == scores[1]
    ideas = [
        Scorer(current.snapshot, WEIGHTS, current.memory).strengths(current.reader.read(text).ideas[0])
        for current in (changed._current, anew._current)
    ]
    assert ideas[0].rarity == ideas[1].rarity
    assert len(ideas[0].docs) == len(ideas[1].docs)
