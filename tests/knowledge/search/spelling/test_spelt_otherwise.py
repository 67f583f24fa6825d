"""What is spelt otherwise elsewhere is no slip: read as it is spelt here, and nothing is said of it."""

from __future__ import annotations

import pytest

from knowledge.search.engine import SearchEngine
from knowledge.search.language.stems import stem
from tests.knowledge.search.conftest import knowing

PHRASES = (
    "people of colour", "behaviour support", "organisational change", "honour crime", "modelling", "labelled",
    "behaviours", "programmes", "analyses of", "centred", "favouritism", "minoritised", "grey", "travelling",
)  # fmt: skip


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return knowing(PHRASES)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("people of color", "people of colour"),
        ("behavior support", "behaviour support"),
        ("behaviors", "behaviours"),
        ("organizational change", "organisational change"),
        ("honor crime", "honour crime"),
        ("modeling", "modelling"),
        ("labeled", "labelled"),
        ("traveling", "travelling"),
        ("programs", "programmes"),
        ("favoritism", "favouritism"),
        ("minoritized", "minoritised"),
    ],
)
def test_what_is_spelt_otherwise_elsewhere_is_no_slip(engine: SearchEngine, typed: str, read: str) -> None:
    found, same = engine.understand(typed), engine.understand(read)
    assert found.corrections == ()
    assert [*map(stem, found.words)] == [*map(stem, same.words)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("behavoir support", "behaviour"), ("people of colur", "colour"), ("minortized", "minoritised")],
)
def test_a_slip_in_it_is_put_right_all_the_same(engine: SearchEngine, typed: str, meant: str) -> None:
    assert [one.meant for one in engine.understand(typed).corrections] == [meant]


@pytest.mark.parametrize(
    ("typed", "word"),
    [("mentoring of Honor", "honor"), ("who advises on behaviour", "advises"), ("practising behaviour", "practising")],
)
def test_a_name_and_what_is_right_here_too_stay_as_they_are(engine: SearchEngine, typed: str, word: str) -> None:
    read = engine.understand(typed)
    assert read.corrections == ()
    assert word in [one.lower() for one in read.words]
