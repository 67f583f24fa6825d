"""Alternatives in a question ("film, posters or drama"): one is enough, and each is found."""

from __future__ import annotations

import pytest

from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LISTS, initiative


def asked(text: str) -> list[str]:
    return [idea.label for idea in SearchEngine.build((), LISTS).understand(text).ideas]


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("barbers or hairdressers", ["barbers or hairdressers"]),
        ("pottery, cricket or drama with girls", ["pottery or cricket or drama", "girls"]),
        ("pottery, cricket, or drama", ["pottery or cricket or drama"]),
        ("pottery and/or cricket", ["pottery or cricket"]),
        ("pottery/cricket", ["pottery or cricket"]),
        ("with pottery or with the cricket", ["pottery or cricket"]),
        ("Sikh or Muslim foster carers", ["sikh or muslim", "foster", "carers"]),
        ("pottery and cricket", ["pottery", "cricket"]),
        ("pottery, cricket and drama", ["pottery", "cricket", "drama"]),
        ("pottery. Or cricket?", ["pottery", "cricket"]),
        ("pottery or something", ["pottery"]),
        ("pottery or pottery", ["pottery"]),
    ],
)
def test_what_is_said_with_or_between_is_one_idea(text: str, ideas: list[str]) -> None:
    assert asked(text) == ideas


def test_each_alternative_is_a_piece_that_can_be_taken_off() -> None:
    query = SearchEngine.build((), LISTS).understand("pottery or cricket")
    assert [piece.label for piece in query.pieces] == ["pottery", "cricket"]
    assert [piece.without for piece in query.pieces] == ["cricket", "pottery"]


def test_whoever_does_one_of_them_well_is_as_good_as_whoever_does_the_other() -> None:
    engine = SearchEngine.build(
        [
            initiative("both", "Ashford", "Arts for girls", "Girls meet for pottery and for cricket."),
            initiative("one", "Ashford", "Pottery for girls", "Girls make pots."),
            initiative("other", "Ashford", "Cricket for girls", "Girls play."),
            initiative("neither", "Ashford", "Mentors for girls", "Girls are mentored."),
        ],
        LISTS,
    )
    found = engine.find(engine.understand("pottery or cricket for girls"), member=ANYONE, limit=10)
    scores = {match.id: match.score for match in found.matches}
    assert scores["one"] == pytest.approx(scores["other"], abs=0.02)
    assert min(scores["one"], scores["other"]) > scores["both"] > scores.get("neither", 0.0)
    reasons = dict(zip(scores, found.explain(), strict=True))
    assert any("pottery" in reason for reason in reasons["one"])
    assert any("cricket" in reason for reason in reasons["other"])


def test_one_of_them_is_an_answer_where_nobody_does_the_other() -> None:
    engine = SearchEngine.build([initiative("one", "Ashford", "Pottery", "Girls make pots.")], LISTS)
    assert engine.find(engine.understand("pottery or falconry"), member=ANYONE, limit=10).total == 1
    assert engine.find(engine.understand("quilting or falconry"), member=ANYONE, limit=10).total == 0
