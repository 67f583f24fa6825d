"""What a question names together: of alternatives one is enough; subjects count apart where nothing has all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LISTS, initiative

Ask = Callable[..., Found]
WITH_PHRASES = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(("reverse mentoring",), ("role swap",), 0.9)))


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
        ("pottery or something on cricket", ["pottery or cricket"]),
        ("pottery or whatever else there is on cricket", ["pottery", "cricket"]),
        ("pottery, cricket", ["pottery", "cricket"]),
        ("pottery or work with girls", ["pottery", "work", "girls"]),
        ("pottery or pottery", ["pottery"]),
    ],
)
def test_what_is_said_with_or_between_is_one_idea(text: str, ideas: list[str]) -> None:
    assert asked(text) == ideas


def test_a_choice_says_as_much_as_the_longest_of_its_wordings_and_is_known_where_one_is() -> None:
    engine = SearchEngine.build([initiative("one", "Ashford", "Pottery", "Girls make pots.")], WITH_PHRASES)
    (idea,) = engine.understand("reverse mentoring or pottery").ideas
    assert idea.size == 2
    (idea,) = engine.understand("qwxzy or pottery").ideas
    assert idea.known
    assert engine.understand("qwxzy or pottery").ideas[0] is idea, "made once, so that what it matches is remembered"


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
    assert (reasons["one"][0], reasons["other"][0]) == ("title: pottery", "title: cricket")


def test_of_alternatives_the_best_reason_is_given() -> None:
    """Not "title: counselling; related words: counselling" for "counselling or therapy"."""
    engine = SearchEngine.build([initiative("one", "Ashford", "Counselling", "Girls are listened to.")], LISTS)
    found = engine.find(engine.understand("counselling or therapy"), member=ANYONE, limit=10)
    assert found.explain() == [("title: counselling",)]


def test_words_of_a_phrase_that_stand_apart_count_in_a_choice_as_alone() -> None:
    engine = SearchEngine.build([initiative("apart", "Leeds", "Justice for youth", "Courts.")], LISTS)
    alone, chosen = (
        engine.find(engine.understand(text), member=ANYONE, limit=1)
        for text in ("youth justice", "youth justice or pottery")
    )
    assert len(chosen.matches) == 1
    assert chosen.matches == alone.matches
    assert chosen.explain() == alone.explain() == [("words: youth, justice",)]


def test_a_hint_helps_the_words_of_a_phrase_in_a_choice_as_alone() -> None:
    told = "Every interview is led by young people who were in care; then there are the panels."
    engine = SearchEngine.build([initiative("one", "Leeds", "Choosing staff", told, "recruitment")], LISTS)
    alone, chosen = (
        engine.find(engine.understand(text), member=ANYONE, limit=1)
        for text in ("interview panels", "interview panels or pottery")
    )
    assert len(chosen.matches) == 1
    assert chosen.matches == alone.matches


def test_what_a_wording_only_hints_at_is_no_answer_in_a_choice_either() -> None:
    engine = SearchEngine.build(
        [initiative("one", "Ashford", "Mentors", "Girls are mentored.", "youth-justice")], LISTS
    )
    assert [
        engine.find(engine.understand(text), member=ANYONE, limit=1).total for text in ("remand", "remand or falconry")
    ] == [0, 0]


def test_posts_named_as_alternatives_are_looked_for_among_contacts() -> None:
    (idea,) = SearchEngine.build((), LISTS).understand("who is the head of pottery or cricket").ideas
    assert all(any(way.term.startswith("contact/") for way in one.alternatives) for one in idea.either)


def test_one_of_them_is_an_answer_where_nobody_does_the_other() -> None:
    engine = SearchEngine.build([initiative("one", "Ashford", "Pottery", "Girls make pots.")], LISTS)
    assert engine.find(engine.understand("pottery or falconry"), member=ANYONE, limit=10).total == 1
    assert engine.find(engine.understand("quilting or falconry"), member=ANYONE, limit=10).total == 0


def test_no_choice_is_made_across_a_place_that_is_named() -> None:
    engine = SearchEngine.build([initiative("one", "Hackney", "Pottery", "Girls make pots.")], LISTS)
    ideas = engine.understand("mentoring or Hackney pottery").ideas
    assert [idea.label for idea in ideas] == ["mentoring", "pottery"]
    assert not any(idea.either for idea in ideas)


THREE = ("sensitive therapy", "school audit", "interview panels")


@pytest.mark.parametrize(
    "joined",
    [
        "{} and {} and {}",
        "{} & {} & {}",
        "{} + {} + {}",
        "{}, {}, {}",
        "{}; {}; {}",
        "{}. {}. {}?",
        "{} plus {} plus {}",
        "{} as well as {} alongside {}",
        "both {} and {} along with the {}",
        "{}, {}, {} and approaches",
    ],
)
def test_where_nothing_has_all_subjects_the_best_of_each_are_found_in_turns(ask: Ask, joined: str) -> None:
    found = ask(joined.format(*THREE))
    assert [match.id for match in found.matches][:3] == ["barking-therapy", "newport-audit", "haringey-panels"]
    assert found.partly
    assert found.total == len(found.matches)
    scores = [match.score for match in found.matches]
    assert scores == sorted(scores, reverse=True)


def test_those_of_several_subjects_can_be_read_page_by_page(ask: Ask) -> None:
    text = ", ".join(THREE)
    whole = ask(text)
    assert ask(text, limit=1, offset=1).matches == whole.matches[1:2]
    assert ask(text, limit=1, offset=1).total == whole.total


@pytest.mark.parametrize(
    "text",
    [
        "sensitive therapy and school audit and interview panels and zebra crossings",
        "sensitive therapy for school audit with interview panels",
        "sensitive therapy school audit interview panels",
    ],
)
def test_some_of_several_subjects_are_no_answer_and_what_is_not_joined_is_one_subject(ask: Ask, text: str) -> None:
    assert not ask(text).total


def test_what_has_all_subjects_is_the_answer_where_there_is_one(ask: Ask) -> None:
    found = ask("police and courts")
    assert [match.id for match in found.matches] == ["hackney-justice"]
    assert not found.partly
