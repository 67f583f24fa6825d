from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.query import Query
from knowledge.domain.text import QUESTION_LENGTH
from knowledge.search.ideas import Reading

Read = Callable[[str], Query]


def last(query: Query) -> list[str]:
    assert isinstance(query, Reading)
    return [one.name for one in query.last]


@pytest.mark.parametrize(
    "text",
    [
        "we're Hackney, who else does mentoring",
        "I work for Hackney, what are other councils doing on mentoring?",
        "other than us in Hackney, who does mentoring",
        "mentoring at other councils than ours (Hackney)",
        "similar to what Hackney did on mentoring",
        "mentoring like Hackney's",
        "who else does mentoring like Hackney",
        "anything like Hackney on mentoring",
    ],
)
def test_whoever_asks_for_others_knows_the_work_of_the_place_they_name(read: Read, text: str) -> None:
    query = read(text)
    assert last(query) == ["Hackney"]
    assert query.authorities == ()
    (piece,) = [one for one in query.pieces if one.kind == "own"]
    assert piece.label == "all places, not only Hackney, which comes last"


@pytest.mark.parametrize(("length", "offered"), [(180, True), (195, False), (QUESTION_LENGTH, False)])
def test_where_the_asker_is_can_be_asked_about_alone_as_long_as_that_is_short_enough(
    read: Read, length: int, offered: bool
) -> None:
    text = f"I work for Hackney, who else does {'mentoring ' * 30}"[:length].strip()
    own = [one.without for one in read(text).pieces if one.kind == "own"]
    assert bool(own) is offered
    assert all(len(one) <= QUESTION_LENGTH and one.endswith('in:"Hackney"') for one in own)


@pytest.mark.parametrize(
    "text",
    [
        "I work for Hackney, mentoring",
        "we would like Hackney's mentoring plan",
        "I'd like Hackney mentoring contacts",
        "mentoring in Hackney and elsewhere",
        "councils like Leeds doing mentoring",
        "if I wanted to do mentoring like Hackney, what would I need?",
    ],
)
def test_a_place_comes_last_only_where_others_are_asked_for(read: Read, text: str) -> None:
    assert last(read(text)) == []


@pytest.mark.parametrize("text", ["same as Hackney", "we are Hackney, what do others do?"])
def test_a_question_that_says_nothing_else_is_about_the_place(read: Read, text: str) -> None:
    query = read(text)
    assert [one.name for one in query.authorities] == ["Hackney"]
    assert last(query) == []
