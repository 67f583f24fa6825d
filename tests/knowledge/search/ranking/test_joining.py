"""Wording that says several things at once: whatever is about all of them comes first."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Initiative, Visibility
from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LISTS, initiative

STORE = [
    initiative("a-training", "Leeds", "A day for staff", "Training for the council."),
    initiative("schools", "Bury", "A day for heads", "A charter that schools sign."),
    initiative("z-both", "Reading", "A day for both", "Training that a dozen schools took up."),
    *(initiative(f"other-{number}", "Bath", f"Garden {number}", "Allotments and ponds.") for number in range(5)),
]
FINDS = Synonym(("INSET", "twilight session"), ("training",), 0.8)
JOINS = Synonym(("INSET",), ("training", "schools"), 1.0, joins=True)


def found(text: str, *synonyms: Synonym, store: list[Initiative] = STORE) -> Found:
    engine = SearchEngine.build(store, replace(LISTS, synonyms=synonyms))
    return engine.find(engine.understand(text), member=ANYONE, limit=20)


def ids(text: str, *synonyms: Synonym, store: list[Initiative] = STORE) -> list[str]:
    return [one.id for one in found(text, *synonyms, store=store).matches]


def test_whatever_is_about_all_that_it_says_comes_first() -> None:
    assert ids("INSET", FINDS)[0] == "a-training"
    assert ids("INSET", FINDS, JOINS)[0] == "z-both"


def test_where_some_have_the_words_themselves_these_are_asked_for() -> None:
    named = initiative("named", "Luton", "Staff", "An INSET.")
    assert ids("INSET", FINDS, JOINS, store=[*STORE, named]) == ids("INSET", FINDS, store=[*STORE, named])


def test_nor_does_it_matter_to_others_that_somebody_has_them_whose_work_they_may_not_see() -> None:
    private = initiative("named", "Luton", "Staff", "An INSET.", visibility=Visibility.AUTHORITY)
    assert ids("INSET", FINDS, JOINS, store=[*STORE, private]) == ids("INSET", FINDS, JOINS)


def test_the_parts_are_given_as_reasons_and_nothing_is_told_twice() -> None:
    answer = found("INSET", FINDS, JOINS)
    why = dict(zip((one.id for one in answer.matches), answer.explain(), strict=True))
    assert why["z-both"] == ("related words: training", "summary: schools")


def test_only_what_has_all_of_it_is_an_answer_where_nothing_is_found_otherwise() -> None:
    loosely = replace(FINDS, weight=0.3)
    assert found("INSET", loosely).total == 0
    assert ids("INSET", loosely, JOINS)[0] == "z-both"
    assert found("INSET", loosely, JOINS, store=[one for one in STORE if one.id != "z-both"]).total == 0


def test_a_thing_of_its_own_is_not_answered_by_what_it_joins() -> None:
    loosely = replace(FINDS, weight=0.3)
    assert found("INSET", loosely, JOINS, Synonym(("INSET",), (), things=True)).total == 0


def test_how_much_it_counts_beside_other_words_stays_as_it_is() -> None:
    scores = [
        {one.id: one.score for one in found("allotments or ponds, and INSET", FINDS, *more).matches}["other-1"]
        for more in ((), (JOINS,))
    ]
    assert scores[0] == pytest.approx(scores[1], abs=0.002)
