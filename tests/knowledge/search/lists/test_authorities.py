from __future__ import annotations

from pathlib import Path

import pytest

from config.settings import CONFIG_FOLDER
from knowledge.domain.authority import Authority, AuthorityKind, Place, Register
from knowledge.importing.lists import read_lists
from knowledge.search.lists.authorities import RegisterMatcher
from tests.knowledge.search.conftest import REGISTER

MATCHER = RegisterMatcher(REGISTER)


def names(text: str) -> list[str]:
    return [one.name for one in MATCHER.match(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Hackney",
        "hackney",
        "LB Hackney",
        "London Borough of Hackney",
        "E09000012",
        "Hackney Council",
        "Hackny",
        "Hakcney",
    ],
)
def test_an_authority_is_matched_by_any_name_alias_code_or_slip(text: str) -> None:
    assert names(text) == ["Hackney"]


def test_a_body_is_matched_by_its_whole_name_and_not_by_what_is_left_without_words_for_its_kind() -> None:
    bodies = (
        Authority("Refugee Council", "British Refugee Council", "England", kind=AuthorityKind.BODY),
        Authority("Border Combined Authority", "Border Combined Authority", "England", kind=AuthorityKind.BODY),
    )
    matcher = RegisterMatcher(Register.of((*REGISTER, *bodies)))
    assert [matcher.match(text) for text in ("refugee", "Border")] == [(), ()]
    assert [one.name for one in matcher.match("Refugee Councl")] == ["Refugee Council"]
    assert [one.name for one in matcher.match("Border combined authorty")] == ["Border Combined Authority"]


def test_a_shared_alias_matches_all_that_share_it() -> None:
    assert names("LBH") == ["Hackney", "Haringey"]


def test_slips_in_several_words_are_borne() -> None:
    assert names("Barkng and Dagenam") == ["Barking and Dagenham"]


def test_the_kind_of_authority_may_be_misspelt_too() -> None:
    assert names("leeds city concil") == ["Leeds"]


def test_a_word_that_is_right_is_no_slip() -> None:
    assert names("Parking") == []


def test_a_region_is_no_slip_of_an_authoritys_name() -> None:
    register = Register.of((Authority("West Berkshire", "West Berkshire Council", "England"),))
    region = Place("Yorkshire and The Humber", "region", ("West Yorkshire",))
    assert [one.name for one in RegisterMatcher(register).match("West Yorkshire")] == ["West Berkshire"]
    assert list(RegisterMatcher(register, places=(region,)).match("West Yorkshire")) == []


def test_a_code_must_be_exact() -> None:
    assert names("E09000013") == []


def test_nothing_is_matched_when_two_names_are_equally_near() -> None:
    register = Register.of((Authority("Hertfordshire", "x", "England"), Authority("Herefordshire", "y", "England")))
    assert list(RegisterMatcher(register).match("Herfordshire")) == []


@pytest.mark.parametrize("text", ["", "   ", "!!", "x" * 5000, "Northern Ireland trusts and others"])
def test_what_is_no_name_matches_nothing(text: str) -> None:
    assert names(text) == []


def test_every_name_of_the_register_matches_its_own_authority() -> None:
    for authority in REGISTER:
        for name in authority.names():
            assert authority in MATCHER.match(name), name


def test_the_nearest_names_are_offered_best_first() -> None:
    assert next(iter(MATCHER.nearest("Hackeny"))).name == "Hackney"


def test_nothing_is_near_to_nothing() -> None:
    assert list(MATCHER.nearest("")) == []


@pytest.fixture(scope="module")
def shipped(short_lists: Path) -> RegisterMatcher:
    return RegisterMatcher(read_lists((short_lists, CONFIG_FOLDER)).register)


@pytest.mark.parametrize("text", ["Gotham City", "Atlantis", "Nowhereshire", "Ambridge", "Paris", "Toytown Council"])
def test_what_looks_like_no_name_is_offered_nothing(shipped: RegisterMatcher, text: str) -> None:
    assert list(shipped.nearest(text)) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [("Birmingam City", "Birmingham"), ("Ledes and Loamshire", "Leeds"), ("Kensington", "Kensington and Chelsea")],
)
def test_a_name_of_which_a_word_is_like_is_offered(shipped: RegisterMatcher, text: str, name: str) -> None:
    assert name in {one.name for one in shipped.nearest(text)}
