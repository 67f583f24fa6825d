"""What is told twice, in all but the same words, is found once."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Initiative, Visibility
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

TOLD = "Pupils mentor head teachers about race every term."


def mentoring(id: str, summary: str = TOLD, visibility: Visibility = Visibility.NETWORK) -> Initiative:
    return initiative(id, "Leeds", "Reverse mentoring", summary, "workforce", visibility=visibility)


def ask(text: str, *told: Initiative, member: Member = ANYONE) -> Found:
    engine = SearchEngine.build([*LIBRARY, *told], LISTS)
    return engine.find(engine.understand(text), member=member, limit=20)


def ids(found: Found) -> list[str]:
    return [one.id for one in found.matches if one.id.startswith("told")]


@pytest.mark.parametrize("text", ["reverse mentoring", "Leeds", 'in:"Leeds"', "theme:workforce", "Leeds councils"])
def test_however_it_is_asked_the_first_by_its_id_is_found_whatever_came_first(text: str) -> None:
    once = ask(text, mentoring("told-b"))
    twice = ask(text, mentoring("told-c"), mentoring("told-a"), mentoring("told-b"))
    assert ids(once) == ["told-b"]
    assert ids(twice) == ["told-a"]
    assert twice.total == once.total


def test_an_authority_is_said_to_have_as_many_as_are_found() -> None:
    found = ask("therapy in Leeds", mentoring("told-a"), mentoring("told-b"))
    assert "Leeds has 2 other initiatives" in [one.text for one in found.suggestions]


def test_what_is_like_a_twin_and_not_like_its_first_is_found_too() -> None:
    summaries = (
        f"Pupils mentor head teachers about race, {words}." for words in ("one two", "two three", "three four")
    )
    assert ids(ask("reverse mentoring", *map(mentoring, ("told-a", "told-b", "told-c"), summaries))) == [
        "told-a",
        "told-c",
    ]


def test_one_that_only_some_may_see_does_not_make_others_be_told_twice() -> None:
    told = (mentoring("told-a", visibility=Visibility.AUTHORITY), mentoring("told-b"), mentoring("told-c"))
    for member in (ANYONE, Member(authorities=frozenset({"Leeds"}))):
        assert ids(ask("reverse mentoring", *told, member=member)) == ["told-b"]
