"""What the form for sharing offers while it is filled in."""

from __future__ import annotations

import pytest

from knowledge.domain.authority import Authority, Place, Register
from knowledge.domain.lists import Lists
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.offers import MOST, Offers
from tests.factories import LISTS


def names(typed: str, lists: Lists = LISTS) -> list[str]:
    lexicon = Lexicon(lists)
    return [one.name for one in Offers(lambda: lexicon).authorities(typed)]


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("ash", ["Ashford"]),
        ("ASHFORD C", ["Ashford"]),
        ("lba", ["Ashford"]),
        ("E10999002", ["Beecham"]),
        ("county", ["Beecham"]),
        ("borough", ["Ashford"]),
        ("beecam", ["Beecham"]),
        ("", ["Ashford", "Beecham"]),
        ("%%%", ["Ashford", "Beecham"]),
        ("zzzzzz", []),
    ],
)
def test_an_authority_is_offered_by_the_beginning_of_any_of_its_names(typed: str, offered: list[str]) -> None:
    assert names(typed) == offered


def test_names_that_begin_with_it_come_before_names_that_hold_it() -> None:
    register = Register(
        tuple(Authority(name, name, "England") for name in ("Upper Ashford", "Ashford Vale", "Ashford"))
    )
    assert names("ashford", Lists(register=register)) == ["Ashford", "Ashford Vale", "Upper Ashford"]


def test_the_one_that_was_meant_by_a_slip_comes_before_those_that_merely_look_like_it() -> None:
    city = Authority("City of London", "City of London Corporation", "England")
    barnet = Authority("Barnet", "London Borough of Barnet", "England")
    assert names("London Borogh of Barnet", Lists(register=Register((city, barnet)))) == ["Barnet", "City of London"]


def test_no_more_are_offered_than_a_menu_takes() -> None:
    register = Register(tuple(Authority(f"Ash {number}", f"Ash {number}", "England") for number in range(150)))
    assert len(names("ash", Lists(register=register))) == MOST


def test_themes_follow_the_lists_when_they_are_reloaded() -> None:
    current = [Lexicon(LISTS)]
    offers = Offers(lambda: current[0])
    assert offers.themes("mentoring for young offenders")
    current[0] = Lexicon(Lists())
    assert offers.themes("mentoring for young offenders") == ()


def test_a_region_named_in_a_form_is_no_slip_of_an_authoritys_name() -> None:
    berkshire = Register((Authority("West Berkshire", "West Berkshire Council", "England"),))
    region = Place("Yorkshire and The Humber", "region", ("West Yorkshire",))
    lexicon = Lexicon(Lists(register=berkshire, places=(region,)))
    assert list(Offers(lambda: lexicon).matcher.match("West Yorkshire")) == []
