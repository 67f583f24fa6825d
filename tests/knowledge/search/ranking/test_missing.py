"""What an answer lacks and would not show by itself: a place beside others, the time asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.authority import Place
from knowledge.domain.initiative import Visibility
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

BURYS = initiative("bury", "Bury", "Cookery", "Cooking.", "exclusions", visibility=Visibility.AUTHORITY)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    """Bath and Reading have nothing, Bury has something for its own people; exclusions are of 2018 or of no year."""
    dated = initiative("dated", "Leeds", "Fewer exclusions", "Exclusions halved.", "exclusions", year="2018")
    area = Place("Mersey", "area", (), ("Bury", "Leeds"))
    return SearchEngine.build([*LIBRARY, BURYS, dated], replace(LISTS, places=(*LISTS.places, area)))


def find(engine: SearchEngine, text: str, member: Member = ANYONE, *, offset: int = 0) -> Found:
    return engine.find(engine.understand(text), member=member, limit=1, offset=offset)


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("compare Hackney and Reading council", ("Reading",)),
        ("youth justice in Hackney, Bath and Leeds", ("Bath and North East Somerset",)),
        ("Hackney and Leeds", ()),
        ("Hackney", ()),
        ("youth justice in LBH", ()),  # an alias of several
        ("Mersey and Hackney", ()),  # nor an area, of which one part has something
        ("Bury and Bath", ()),  # none has any, which an answer says by itself
    ],
)
def test_an_authority_named_beside_others_that_has_nothing_is_told(
    engine: SearchEngine, text: str, empty: tuple[str, ...]
) -> None:
    assert find(engine, text).having_nothing == empty


def test_what_only_its_own_people_see_is_nothing_for_others(engine: SearchEngine) -> None:
    assert find(engine, "Hackney and Bury").having_nothing == ("Bury",)
    assert find(engine, "Hackney and Bury", Member(authorities=frozenset(["Bury"]))).having_nothing == ()


@pytest.mark.parametrize(
    ("text", "offset", "out_of_time"),
    [
        ("exclusions in 2018", 0, False),
        ("exclusions in 2018", 1, True),  # what is of that year stood on the page before
        ("exclusions in 1999", 0, True),
        ("exclusions", 0, False),
        ("latest on exclusions", 0, False),
    ],
)
def test_that_nothing_shown_is_of_the_years_asked_for_is_told(
    engine: SearchEngine, text: str, offset: int, *, out_of_time: bool
) -> None:
    found = find(engine, text, offset=offset)
    assert found.matches
    assert found.out_of_time is out_of_time
