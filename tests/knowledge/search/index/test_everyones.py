"""Questions are read from what everybody may see now: what only some may see, or what is gone, tells nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Contact, Visibility
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Query
from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Reading
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

OPEN = [one for one in LIBRARY if one.authority != "Youth Justice Board"]
MORE = initiative(
    "more",
    "Youth Justice Board",
    "Zephyrine kayaking",
    "Involvement of parents, with panel police.",
    "exclusions",
    own_contacts=(Contact("Torquil Wexbridge", "Lead", None),),
)
PRIVATE = replace(MORE, visibility=Visibility.AUTHORITY)
#: A slip in its word, its contact's name, its authority, and a relative of its word.
TEXTS = ["zephirine", "contact:Torquil", "what is the Youth Justice Board doing", "involved mentors"]


def as_read(query: Query) -> tuple[object, ...]:
    assert isinstance(query, Reading)
    ideas = [(idea.label, idea.known, [one.term for one in idea.alternatives]) for idea in query.ideas]
    return query.intent, query.pieces, query.corrections, query.unknown, query.authorities, ideas


@pytest.fixture(scope="module")
def without() -> SearchEngine:
    return SearchEngine.build(OPEN, LISTS)


@pytest.mark.parametrize("text", TEXTS)
def test_what_everybody_may_see_has_its_part_in_how_a_question_is_read(without: SearchEngine, text: str) -> None:
    assert as_read(SearchEngine.build([*OPEN, MORE], LISTS).understand(text)) != as_read(without.understand(text))


@pytest.mark.parametrize("text", TEXTS)
def test_what_only_some_may_see_has_none(without: SearchEngine, text: str) -> None:
    built, changed = SearchEngine.build([*OPEN, PRIVATE], LISTS), SearchEngine.build([*OPEN, MORE], LISTS)
    changed.apply([PRIVATE], [])
    assert as_read(built.understand(text)) == as_read(changed.understand(text)) == as_read(without.understand(text))


@pytest.mark.parametrize("text", TEXTS)
def test_what_is_gone_has_none(without: SearchEngine, text: str) -> None:
    changed = SearchEngine.build([*OPEN, MORE], LISTS)
    changed.apply([], ["more"])
    assert as_read(changed.understand(text)) == as_read(without.understand(text))


def test_so_do_words_that_stand_together() -> None:
    for engine, together in (
        (SearchEngine.build([*OPEN, MORE], LISTS), True),
        (SearchEngine.build([*OPEN, PRIVATE], LISTS), False),
    ):
        assert engine._current.stand_together("panel", "police") is together
        engine.apply([], ["more"])
        assert not engine._current.stand_together("panel", "police")


def test_whoever_may_see_it_finds_it_by_its_words(without: SearchEngine) -> None:
    engine, insider = (
        SearchEngine.build([*OPEN, PRIVATE], LISTS),
        Member(authorities=frozenset({"Youth Justice Board"})),
    )
    query = engine.understand("zephyrine kayaking")
    assert [one.id for one in engine.find(query, member=insider, limit=5).matches] == ["more"]
    assert engine.find(query, member=ANYONE, limit=5).total == 0


HELD_BY_FEW = initiative(
    "few",
    "Leeds",
    "Counselling rooms",
    "Counselling for research staff.",
    "workforce",
    "recruitment",
    visibility=Visibility.AUTHORITY,
    impact="More families have therapy.",
)


@pytest.mark.parametrize("text", ["counselling", "workforce recruitment", "outcomes of therapy"])
def test_what_only_some_may_see_changes_no_order_among_the_rest(text: str) -> None:
    """It says the word that the others have a synonym of, is filed under both themes, and states what came of it."""
    found = []
    for held in (OPEN, [*OPEN, HELD_BY_FEW]):
        engine = SearchEngine.build(held, LISTS)
        matches = engine.find(engine.understand(text), member=ANYONE, limit=9).matches
        found.append([(one.id, round(one.score, 1)) for one in matches])
    assert found[0]
    assert found[0] == found[1]


def test_the_stems_of_a_family_stand_in_the_order_of_the_alphabet_whatever_came_first() -> None:
    said = [
        initiative(f"n{at}", "Leeds", word, word) for at, word in enumerate(("exclusion", "exclude", "exclusionary"))
    ]
    families = [SearchEngine.build(those, LISTS)._current.family("exclud") for those in (said, said[::-1])]
    assert families == [("exclud", "exclusion", "exclusionary")] * 2
