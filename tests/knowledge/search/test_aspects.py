"""What only says what of a subject is asked says little there, and says what it says elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Reading
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

Read = Callable[[str], Query]


def telling(query: Query) -> list[str]:
    """The ideas of a question that say something."""
    assert isinstance(query, Reading)
    return [idea.label for idea in query.ideas if not idea.light]


@pytest.mark.parametrize(
    "text", ["delays in {}", "barriers to {}", "a shortage of {}", "{} pipeline", "our {} pathway?"]
)
def test_an_aspect_of_a_subject_says_little(read: Read, text: str) -> None:
    assert telling(read(text.format("exclusions"))) == ["exclusions"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("delays", ["delays"]),
        ("pipeline", ["pipeline"]),
        ("barriers to", ["barriers"]),
        ("pipeline exclusions", ["pipeline", "exclusions"]),
        ("delays exclusions custody", ["delays", "exclusions", "custody"]),
        ("exclusions and delays", ["exclusions", "delays"]),
        ("drones pipeline", ["drones", "pipeline"]),
    ],
)
def test_without_a_subject_beside_it_says_what_it_says(read: Read, text: str, says: list[str]) -> None:
    assert telling(read(text)) == says


@pytest.mark.parametrize("text", ["exclusions packs", "an exclusions booklet", "our panels galleries", "therapy quiz?"])
def test_what_is_made_about_a_subject_says_little_where_no_initiative_has_any(read: Read, text: str) -> None:
    assert len(telling(read(text))) == 1


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("packs", ["packs"]),
        ("quiz exclusions", ["quiz", "exclusions"]),
        ("school photos", ["school", "photos"]),  # only says whom it is for
        ("drones packs", ["drones", "packs"]),  # that there is none of
        ("racism posters", ["racism", "posters"]),  # that some have
        ("racism poster", ["racism", "poster"]),
    ],
)
def test_what_is_made_says_what_it_says_elsewhere(text: str, says: list[str]) -> None:
    held = initiative("posters", "Leeds", "Posters", "Posters on racism in many schools.", "exclusions")
    assert telling(SearchEngine.build([*LIBRARY, held], LISTS).understand(text)) == says
