"""Areas: what people call the part of the country where several authorities run children's services."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.authority import Authority, AuthorityKind, Place, Register
from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Query
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LISTS, REGISTER, initiative

Read = Callable[[str], Query]

NORTH_WEST = "North West"
REGISTERED = Register.of(
    (
        *REGISTER,
        *(Authority(name, f"{name} Council", "England", NORTH_WEST) for name in ("Wigan", "Salford", "Sefton")),
        Authority("Bury Police", "Bury Police", "England", NORTH_WEST, kind=AuthorityKind.BODY),
        Authority("Irwell", "Irwell Combined Authority", "England", NORTH_WEST, kind=AuthorityKind.BODY),
    )
)
AREAS = (
    Place(NORTH_WEST, "region", ("up north", "Irwell", "Alt", "Ribble")),
    Place("Irwell", "area", ("Irwell councils", "IRW"), ("Irwell", "Bury", "Salford")),
    Place("Irwell Valley", "area", (), ("Salford",)),
    Place("Alt", "area", (), ("Sefton",)),
)
ENGINE = SearchEngine.build(
    (
        initiative("irwell-bail", "Irwell", "Bail support", "Fewer children on remand."),
        initiative("bury-exclusions", "Bury", "Exclusions", "Fewer exclusions.", "exclusions"),
        initiative("wigan-exclusions", "Wigan", "Exclusions", "Fewer exclusions.", "exclusions"),
        initiative("police-exclusions", "Bury Police", "Officers in schools", "Officers listen."),
        initiative("salford-mentors", "Salford", "Mentors", "Mentors for boys."),
    ),
    replace(LISTS, register=REGISTERED, places=(*LISTS.places, *AREAS)),
)


@pytest.fixture
def read() -> Read:
    return ENGINE.understand


def names(query: Query) -> list[str]:
    return [one.name for one in query.authorities]


def found(text: str) -> set[str]:
    return {match.id for match in ENGINE.find(ENGINE.understand(text), member=ANYONE, limit=10).matches}


@pytest.mark.parametrize(
    "text", ["Irwell", "exclusions in Irwell", "irwell councils and exclusions", "in:irwell exclusions", "IRW mentors"]
)
def test_an_area_stands_for_all_that_lie_there_and_for_the_body_of_its_name(read: Read, text: str) -> None:
    query = read(text)
    assert (names(query), query.shared_alias) == (["Irwell", "Bury", "Salford"], None)
    assert query.areas == (("Irwell", ("Irwell", "Bury", "Salford")),)
    assert not query.regions
    assert "area: Irwell" in [piece.label for piece in query.pieces]


def test_the_work_of_all_of_them_is_found_and_no_other() -> None:
    assert found("Irwell") == {"irwell-bail", "bury-exclusions", "salford-mentors"}
    assert found("exclusions in Irwell") == {"bury-exclusions"}


def test_it_can_be_taken_off(read: Read) -> None:
    query = read("exclusions in Irwell")
    [piece] = [piece for piece in query.pieces if piece.kind == "area"]
    assert piece.without == "exclusions"


def test_the_longer_name_is_meant(read: Read) -> None:
    assert names(read("mentors in the Irwell Valley")) == ["Salford"]


def test_where_none_of_them_has_anything_it_is_the_region_around(read: Read) -> None:
    query = read("exclusions in Alt")
    assert (names(query), query.regions, query.nations, query.areas) == ([], (NORTH_WEST,), (), ())


def test_words_that_are_no_area_stay_the_region(read: Read) -> None:
    assert (read("exclusions in Ribble").regions, read("exclusions up north").regions) == ((NORTH_WEST,),) * 2


@pytest.mark.parametrize("text", ["exclusions outside Irwell", "exclusions -irwell"])
def test_its_work_can_be_left_out_and_that_is_said_in_a_word(read: Read, text: str) -> None:
    assert found(text) == {"wigan-exclusions"}
    assert "without: Irwell" in [piece.label for piece in read(text).pieces]


def test_near_it_is_its_region_said_once(read: Read) -> None:
    query = read("exclusions near Irwell")
    assert query.regions == (NORTH_WEST,)
    assert [piece.label for piece in query.pieces if piece.kind == "region"] == [f"region: {NORTH_WEST} (near Irwell)"]


def test_where_somebody_is_does_not_narrow(read: Read) -> None:
    assert not read("I work in Irwell, who has done mentoring?").authorities


def test_two_areas_are_kept_apart(read: Read) -> None:
    query = read("compare the Irwell Valley with Irwell and Wigan")
    assert dict(query.areas) == {"Irwell Valley": ("Salford",), "Irwell": ("Irwell", "Bury", "Salford")}
    assert set(names(query)) == {"Irwell", "Bury", "Salford", "Wigan"}


def test_a_place_in_an_area_is_meant_where_both_are_named_together(read: Read) -> None:
    assert [names(read(text)) for text in ("Bury, Irwell", "Irwell (Bury)", "mentors in Bury in Irwell")] == [
        ["Bury"]
    ] * 3
    assert set(names(read("Wigan and Irwell"))) == {"Wigan", "Irwell", "Bury", "Salford"}


def test_who_oversees_a_police_force_is_not_the_force(read: Read) -> None:
    assert names(read("exclusions and Bury Police")) == ["Bury Police"]
    assert names(read("exclusions and Bury Police and Crime Commissioner")) == ["Bury"]


@pytest.mark.parametrize(
    ("text", "regions", "words"),
    [
        ("n west exclusions", [NORTH_WEST], ("exclusions",)),
        ("N West exclusions", [NORTH_WEST], ("exclusions",)),
        ("n exclusions", [], ("n", "exclusions")),
        ("exclusions n", [], ("exclusions", "n")),
    ],
)
def test_a_part_of_the_country_may_be_one_letter(text: str, regions: list[str], words: tuple[str, ...]) -> None:
    query = ENGINE.understand(text)
    assert list(query.regions) == regions
    assert query.words == words


def test_initials_that_are_a_term_of_the_field_with_the_next_word_are_no_place() -> None:
    known = replace(
        LISTS, register=REGISTERED, places=(*LISTS.places, *AREAS),
        synonyms=(*LISTS.synonyms, Synonym(("IRW staff",), ("minority ethnic staff",), 0.9)),
    )  # fmt: skip
    engine = SearchEngine.build((initiative("irwell-bail", "Irwell", "Bail support", "Fewer on remand."),), known)
    assert engine.understand("IRW staff").authorities == ()
    assert [idea.label for idea in engine.understand("IRW staff club").ideas] == ["irw staff", "club"]
    assert engine.understand("IRW exclusions").areas
    assert engine.understand("Irwell staff").areas
