from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Visibility
from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Unnamed
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    drumming = [
        initiative(f"african-{place.lower()}", place, "African drumming", "Drumming with African elders.", "workforce")
        for place in ("Leeds", "Bury", "Newport")
    ]
    more = (
        *drumming,
        initiative("asian", "Leeds", "Mentoring for Asian young people", "Asian mentors meet as a group.", "workforce"),
        initiative("somali", "Reading", "Homework", "Homework with Somali elders.", "workforce"),
        initiative("chinese", "Lewisham", "Cookery", "Chinese elders.", "workforce", visibility=Visibility.AUTHORITY),
    )
    synonyms = (
        Synonym(("chinese",), ("asian",), 0.65),
        Synonym(("ESEA",), ("asian",), 0.85),
        Synonym(("somali",), ("african",), 0.65),
        Synonym(("lads",), ("young people",), 0.65),
        Synonym(("on the carpet",), ("mentoring",), 0.65),
        Synonym(("slur",), ("asian",), 0.65, hidden=True),
        Synonym(("asian mentors group",), ("asian",), 0.65),
        Synonym(("borstals",), ("youth justice",), 0.65),
        Synonym(("remand",), ("police",), 0.65),
        Synonym(("mentors",), ("mentoring",), 0.9),
        Synonym(("leave to remain", "settled status", "asian mentors scheme"), ("asian",), 0.85),
        Synonym(("ILR",), ("asian",), 0.95),
        Synonym(("settled status",), ("asian",), 0.9),
        Synonym(("leave to remain", "settled status", "ILR", "asian mentors scheme"), (), things=True),
    )
    return SearchEngine.build([*LIBRARY, *more], replace(LISTS, synonyms=(*LISTS.synonyms, *synonyms)))


def unnamed(engine: SearchEngine, text: str, member: Member = ANYONE) -> tuple[Unnamed, ...]:
    found = engine.find(engine.understand(text), member=member, limit=5)
    assert found.matches
    return found.unnamed()


def test_what_is_found_by_a_wider_word_is_told_with_that_word(engine: SearchEngine) -> None:
    assert unnamed(engine, "Chinese mentoring") == (Unnamed("Chinese", ("asian",), nowhere=True),)


def test_what_only_others_than_the_first_name_is_not_said_to_be_named_nowhere(engine: SearchEngine) -> None:
    assert unnamed(engine, "somali drumming") == (Unnamed("somali", ("african",), nowhere=False),)


def test_what_is_named_only_where_somebody_may_not_look_is_named_nowhere_for_them(engine: SearchEngine) -> None:
    assert unnamed(engine, "chinese mentoring")
    assert unnamed(engine, "chinese mentoring", Member(authorities=frozenset(["Lewisham"]))) == ()


def test_a_theme_that_stands_for_a_thing_loosely_does_not_name_it(engine: SearchEngine) -> None:
    (found,) = unnamed(engine, "borstals")
    assert (found.asked, found.nowhere) == ("borstals", True)
    assert {"youth justice", "theme: youth justice"}.issuperset(found.found_by)


def test_what_is_told_is_what_the_reasons_say(engine: SearchEngine) -> None:
    """Where a theme that only hints weighs more than the words that are held, the reasons still give the words."""
    found = engine.find(engine.understand("remand"), member=ANYONE, limit=5)
    assert found.explain()[0] == ("related words: police",)
    assert found.unnamed() == (Unnamed("remand", ("police", "theme: youth justice"), nowhere=True),)


@pytest.mark.parametrize("thing", ["settled status", "leave to remain"])
def test_what_is_sure_to_be_about_a_thing_of_its_own_does_not_name_it(engine: SearchEngine, thing: str) -> None:
    """Nor is it a turn of phrase for the small words in it."""
    (found,) = unnamed(engine, f"{thing} mentoring")
    assert (found.asked, found.found_by) == (thing, ("asian",))


def test_a_word_that_the_lists_do_not_know_is_told_in_a_question_of_four(engine: SearchEngine) -> None:
    (found,) = unnamed(engine, "asian mentoring group tambourine")
    assert (found.asked, found.nowhere) == ("tambourine", True)


def test_what_is_held_in_no_way_is_told_without_what_it_was_found_by(engine: SearchEngine) -> None:
    assert unnamed(engine, "asian mentoring qwortle") == (Unnamed("qwortle", (), nowhere=True),)


@pytest.mark.parametrize(
    "text",
    [
        "asian mentoring",
        "ESEA mentoring",  # says nearly the same
        "lads mentoring",  # everyday words for people
        "mentoring asian on the carpet",  # a turn of phrase
        "slur mentoring",  # never shown
        "mental health",  # a theme by its own name
        "asian mentors group",  # the words of a phrase stand apart
        "asian mentors scheme",  # so do those of a thing of its own
        "ILR mentoring",  # a thing of its own that the lists say is just the same
        "what is Hackney doing",
        "asian mentoring for young people who like a sandwich",  # the colour of a long question
    ],
)
def test_nothing_is_told_where_the_first_name_it_or_it_names_nothing(engine: SearchEngine, text: str) -> None:
    assert unnamed(engine, text) == ()
