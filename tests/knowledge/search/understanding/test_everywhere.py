"""The whole country, which narrows nothing; and what the councils of a part of it are called besides."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.authority import Place
from knowledge.domain.lists import Synonym
from knowledge.domain.query import Query
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LISTS, initiative

PLACES = (
    Place("United Kingdom", "everywhere", ("UK", "the UK", "nationwide", "across the country")),
    Place("Scotland", "nation"),
    Place("North West", "region", ("northern councils",)),
    Place("Mersey", "area", (), ("Bury", "Leeds")),
)
ENGINE = SearchEngine.build(
    (initiative("bury", "Bury", "Mentoring", "Mentors."), initiative("leeds", "Leeds", "Rap", "UK rap with children.")),
    replace(LISTS, places=(*LISTS.places, *PLACES), synonyms=(Synonym(("UK rap",), ("music",), 0.7),)),
)


def read(text: str) -> Query:
    return ENGINE.understand(text)


@pytest.mark.parametrize(
    "text",
    [
        "UK mentoring",
        "mentoring nationwide",
        "mentoring across the country",
        "mentoring across the UK",
        "UK-wide mentoring",
        "in:uk mentoring",
    ],
)
def test_the_whole_country_narrows_nothing_and_is_not_looked_for(text: str) -> None:
    query = read(text)
    assert query.words == ("mentoring",)
    assert (query.regions, query.nations, query.authorities) == ((), (), ())
    assert {piece.kind for piece in query.pieces} == {"words"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("UK", ("uk",)),
        ("what is there in the UK", ("uk",)),
        ("UK rap mentoring", ("uk", "rap", "mentoring")),
        ("children who moved to the UK", ("children", "moved", "uk")),
        ("mentoring outside the UK", ("mentoring", "uk")),
    ],
)
def test_it_stays_a_word_where_it_is_part_of_what_is_asked(text: str, words: tuple[str, ...]) -> None:
    assert read(text).words == words


def test_the_councils_of_a_region_are_its_towns_and_areas_too() -> None:
    for text in ("northern councils", "northern towns", "Northern cities", "northern local authorities"):
        assert (read(f"mentoring in {text}").regions, read(f"mentoring in {text}").words) == (
            ("North West",),
            ("mentoring",),
        )
    assert [area for area, _ in read("mentoring in Mersey councils").areas] == ["Mersey"]
    assert [area for area, _ in read("mentoring in Mersey towns").areas] == ["Mersey"]


def test_all_of_a_place_is_the_place() -> None:
    query = read("Scotland-wide mentoring")
    assert (query.nations, query.words) == (("Scotland",), ("mentoring",))
