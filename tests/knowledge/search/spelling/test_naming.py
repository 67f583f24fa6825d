"""Words with the capital of a name, which are no slips of everyday words or places."""

from __future__ import annotations

import pytest

from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import initiative, knowing

PHRASES = (
    "muslim families",
    "black history month",
    "staff network",
    "exclusions",
    "asian staff",
    "mentoring",
    "made",
    "SEMH",
)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return knowing(
        PHRASES,
        initiative(
            "asha",
            "Lewisham",
            "Mentoring",
            "Made with Brunhilda and with families, for Haringey. Some made the rest, and gave the lead for SEMH.",
        ),
    )


def meant(engine: SearchEngine, text: str) -> list[tuple[str, str]]:
    return [(one.typed, one.meant) for one in engine.understand(text).corrections]


@pytest.mark.parametrize(
    "text",
    [
        "does Maade still lead on mentoring",
        "Hi Maade, any mentoring?",
        "mentoring of families? Thanks, Maade",
        "mentoring of families. Regards Maade",
        "is Dr Maade here, about families",
        "who is Maade Khan",
        "Maade Okun wrote about families",
        "mentoring for Ewisha",
        "mentoring for Harinder",  # nearly anything stands behind small words
        "mentoring for Seth",  # "Semh" is no contact, but of the lists
        "is Dave the lead on mentoring",  # "gave" is a right word, too, and no contact's name
        "families and Maadewith",
    ],
)
def test_a_capital_within_a_text_is_a_names(engine: SearchEngine, text: str) -> None:
    assert meant(engine, text) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("what is there on Exclusoins of girls", "Exclusions"),
        ("Hi, any Mentorng of families?", "Mentoring"),
        ("mentoring of Muslm families", "Muslim"),
        ("mentoring and a Staff Netwrok", "Network"),
        ("the Black Histry Month of families", "History"),
        ("mentoring in Lewshm", "Lewisham"),
        ("mentoring Lewishm", "Lewisham"),
        ("mentoring for Barking and Dagnhm", "Dagenham"),
        ("families. Mentroing", "Mentoring"),
        ("Maed families", "Made"),
        ("Staff Maed In Lewisham", "Made"),
        ("MENTROING of families", "MENTORING"),
    ],
)
def test_a_plain_slip_is_put_right_whatever_its_capital(engine: SearchEngine, text: str, right: str) -> None:
    assert [one for _, one in meant(engine, text)] == [right]


def test_a_contacts_own_spelling_is_meant_where_somebody_is_named(engine: SearchEngine) -> None:
    assert meant(engine, "mentoring of families by Brunhlda") == [("Brunhlda", "Brunhilda")]


@pytest.mark.parametrize("name", "Dave Ade Winston Everton Chipo Farai Merlene Bains Ling Sioned Getachew".split())  # noqa: SIM905
def test_names_of_every_community_are_right_words(engine: SearchEngine, name: str) -> None:
    assert meant(engine, f"{name} told of families") == []
