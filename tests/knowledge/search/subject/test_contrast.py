"""What a question only sets itself apart from: it is not looked for, and is shown as no part of what is asked for."""

from __future__ import annotations

import pytest

from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import SAME, Alternative, Idea, Kind, Reading, itself
from tests.knowledge.search.conftest import LISTS, initiative


def read(text: str) -> Reading:
    reading = SearchEngine.build((), LISTS).understand(text)
    assert isinstance(reading, Reading)
    return reading


@pytest.mark.parametrize(
    ("text", "sought", "apart"),
    [
        ("pottery that isn't just cricket", ["pottery"], ["cricket"]),
        ("pottery, not just another cricket", ["pottery"], ["cricket"]),
        ("pottery that is more than just cricket", ["pottery"], ["cricket"]),
        ("pottery other than a cricket with girls", ["pottery", "girls"], ["cricket"]),
        ("pottery rather than cricket or drama", ["pottery"], ["cricket", "drama"]),
        ("pottery instead of doing cricket", ["pottery"], ["cricket"]),
        ("any pottery or is it all about the cricket?", ["pottery"], ["cricket"]),
        ("pottery, or are they only cricket", ["pottery"], ["cricket"]),
        ("pottery or cricket", ["pottery or cricket"], []),
        ("pottery but not cricket", ["pottery"], ["cricket"]),
        ("pottery, not cricket", ["pottery"], ["cricket"]),
        ("pottery except cricket", ["pottery"], ["cricket"]),
        ("we have nothing on cricket, is there pottery", ["cricket", "pottery"], []),
        ("we have pottery but nothing on cricket", ["pottery", "cricket"], []),
        ("pottery, nothing about cricket", ["pottery"], ["cricket"]),
        ("pottery, nothing to do with cricket", ["pottery"], ["cricket"]),
        ("there is nothing about cricket here", ["cricket"], []),
        ("pottery, I don't want cricket", ["pottery"], ["cricket"]),
        ("pottery that is not cricket", ["pottery"], ["cricket"]),
        ("girls that are not in cricket", ["girls", "cricket"], []),
        ("girls without cricket", ["girls", "cricket"], []),
        ("pottery that isn't about cricket", ["pottery"], ["cricket"]),
        ("pottery which isn't for girls", ["pottery"], ["girls"]),
        ("pottery that does not involve cricket", ["pottery"], ["cricket"]),
        ("girls who are not for cricket", ["girls", "cricket"], []),
        ("pottery not therapy", ["pottery"], ["therapy"]),
        ("pottery (not therapy)", ["pottery"], ["therapy"]),
        ("not therapy but pottery", ["pottery"], ["therapy"]),
        # what the lists do not know may be part of what is asked about ("children not white")
        ("girls not cricketers", ["girls", "cricketers"], []),
        ("I'm not looking for cricket, I'm looking for pottery", ["pottery"], ["cricket"]),
        ("no more cricket please, what about pottery", ["pottery"], ["cricket"]),
        ("girls who do not have therapy", ["girls", "therapy"], []),
        ("not only cricket but pottery", ["cricket", "pottery"], []),
        ("more than cricket and pottery", ["cricket", "pottery"], []),
        ("girls not in cricket", ["girls", "cricket"], []),
        ("besides cricket, pottery", ["pottery"], ["cricket"]),
        # "not" belongs to what is done or said, and is no contrast
        ("girls not reporting therapy", ["girls", "reporting", "therapy"], []),
        ("girls not taught therapy", ["girls", "taught", "therapy"], []),
        ("a talk about not suspending girls", ["talk", "suspending", "girls"], []),
        ("pottery, not mentoring", ["pottery"], ["mentoring"]),
        # nothing else is asked for
        ("other than cricket", ["cricket"], []),
        # ...unless a place or a filter does
        ("Hackney, other than cricket", [], ["cricket"]),
        ("Wales but not cricket", [], ["cricket"]),
        ("theme:exclusions but not cricket", [], ["cricket"]),
    ],
)
def test_what_is_only_set_apart_from_is_not_looked_for(text: str, sought: list[str], apart: list[str]) -> None:
    reading = read(text)
    assert [idea.label for idea in reading.ideas] == sought
    said = [piece.label for piece in reading.pieces if piece.kind == "excluded"]
    assert said == [f"not looked for: {one}" for one in apart]


def test_what_is_set_apart_is_shown_and_taken_off_with_the_words_that_say_so() -> None:
    reading = read("pottery other than the cricket with girls")
    (piece,) = [one for one in reading.pieces if one.kind == "excluded"]
    assert (piece.label, piece.without) == ("not looked for: cricket", "pottery with girls")


def test_what_is_set_apart_comes_last_though_it_has_the_words_asked_for() -> None:
    library = (
        initiative("a-cricket-pottery", "Leeds", "Cricket pottery", "Pottery about cricket, pottery of bats."),
        initiative("b-pottery", "Leeds", "An hour of clay", "Pottery on Mondays."),
    )
    engine = SearchEngine.build(library, LISTS)
    asked = (
        engine.find(engine.understand(text), member=ANYONE, limit=2) for text in ("pottery", "pottery, not cricket")
    )
    assert [found.matches[0].id for found in asked] == ["a-cricket-pottery", "b-pottery"]


def test_of_a_place_what_it_is_not_asked_for_comes_last() -> None:
    library = (
        initiative("a-cricket", "Leeds", "Cricket", "Cricket, cricket and more cricket."),
        initiative("b-pottery", "Leeds", "An hour of clay", "Pottery on Mondays."),
        initiative("c-cricket", "Leeds", "Cricket nets", "Bats and balls."),
    )
    engine = SearchEngine.build(library, LISTS)
    found = engine.find(engine.understand("Leeds, but not cricket"), member=ANYONE, limit=3)
    assert found.matches[0].id == "b-pottery"
    assert found.total == 3


@pytest.mark.parametrize(
    "text", ["pottery instead of cricket", "pottery rather than cricket", "pottery, not just cricket"]
)
def test_work_that_is_done_instead_may_speak_of_the_other(text: str) -> None:
    assert [idea.label for idea in read(text).ideas] == ["pottery"]
    assert read(text).rejected == ()


def test_whoever_does_what_is_sought_comes_before_who_does_the_other() -> None:
    library = (
        initiative("pottery-hour", "Leeds", "An hour of pottery", "Clay on Mondays."),
        initiative("cricket-hour", "Leeds", "An hour of cricket", "Cricket on Mondays, cricket on Fridays."),
    )
    engine = SearchEngine.build(library, LISTS)
    found = engine.find(engine.understand("pottery, not just cricket"), member=ANYONE, limit=2)
    assert found.matches[0].id == "pottery-hour"
    only = engine.find(engine.understand("zebras, not just cricket"), member=ANYONE, limit=2)
    assert only.total == 0


def test_what_is_rejected_is_that_itself_and_nothing_it_only_hints_at() -> None:
    every = [
        Alternative("mentoring", 1.0, Kind.EXACT),
        Alternative("mentors", 0.9, Kind.FAMILY),
        Alternative("befriending", SAME, Kind.SYNONYM),
        Alternative("theme/mentoring", 1.0, Kind.FILED),
        Alternative("coaching", 0.8, Kind.SYNONYM),
        Alternative("theme/workforce", 1.0, Kind.HINT),
        Alternative("buddies", 0.96, Kind.DISTANT),
    ]
    kept = itself(Idea("mentoring", tuple(every)))
    assert list(kept.alternatives) == every[:4]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("support with pottery other than the cricket", 'support -"cricket"'),
        ("pottery instead of cricket or swimming", '-"cricket" -"swimming"'),
        ("therapy in Hackney but not cricket", "therapy but not cricket"),
    ],
)
def test_less_all_that_is_asked_for_what_it_is_set_apart_from_is_still_left_out(text: str, left: str) -> None:
    piece, *_ = (one for one in read(text).pieces if one.kind != "excluded" and one.label not in ("support", "therapy"))
    assert piece.without == left
    assert not {"cricket", "swimming"} & set(read(left).words)
