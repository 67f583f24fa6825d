"""The words about how a question was understood."""

from __future__ import annotations

import pytest

from bot.views.answers.answer import answer_message
from bot.views.answers.understood import short_of, taking_off, unknown_filter
from bot.views.content.contacts import Audience
from knowledge.domain.query import EITHER, Piece, Unnamed
from tests.factories import an_answer, an_initiative


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("authority", "authority: Ashford", "mentoring in Ashford", ((13, 20),)), "Without authority: Ashford"),
        (Piece("excluded", "without: Kent", "mentoring not in Kent", ((10, 21),)), "Ignore “not in Kent”"),
        (Piece("own", "all places, not only Kent", "I am in Kent: hair", ((8, 12),), "hair in:Kent"), "Only Kent"),
        (
            Piece("own", "all places, not only Kent, which comes last", "I am in Kent", ((8, 12),), "in:Kent"),
            "Only Kent",
        ),
    ],
)
def test_a_button_says_what_is_asked_without_a_piece_or_with_it_taken_otherwise(piece: Piece, said: str) -> None:
    assert taking_off(piece) == said


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("theme", "cats", "There is no theme “cats” to narrow by, so I searched for the words."),
        (
            "contact",
            "yes",
            "There is no contact “yes” to narrow by, so I searched for the words. "
            "contact: may be a name, a role or a team.",
        ),
        (
            EITHER,
            "hair” or “skin",
            "“hair” or “skin” is read as either, so I searched for the words, not for exactly these.",
        ),
    ],
)
def test_what_is_no_filter_says_what_was_done_instead(key: str, value: str, said: str) -> None:
    assert unknown_filter(key, value) == said


@pytest.mark.parametrize(
    ("unnamed", "said"),
    [
        ((Unnamed("Chinese", ("asian",), True),), "Nothing here names “Chinese”; it was found by “asian”."),
        ((Unnamed("zebras", (), True),), "Nothing here names “zebras”."),
        (
            (Unnamed("Somali", ("african", "black"), False),),
            "It does not name “Somali”; it was found by “african” and “black”.",
        ),
        (
            (Unnamed("SGO", ("fostering",), True), Unnamed("kinship", ("fostering", "care"), False)),
            "It does not name “SGO” or “kinship”; it was found by “fostering” and “care”.",
        ),
    ],
)
def test_what_the_first_do_not_name_is_said_with_what_they_were_found_by(
    unnamed: tuple[Unnamed, ...], said: str
) -> None:
    assert short_of(an_answer(an_initiative(), unnamed=unnamed)) == [said]


def test_of_several_it_is_the_first_that_do_not_name_it() -> None:
    several = an_answer(an_initiative(), total=7, unnamed=(Unnamed("Somali", ("african",)),))
    assert short_of(several) == ["The first of these do not name “Somali”; these were found by “african”."]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("Beecham",), "Beecham has nothing in the store."),
        (("Beecham", "Elm"), "Beecham and Elm have nothing in the store."),
    ],
)
def test_who_has_nothing_beside_others_is_said(names: tuple[str, ...], said: str) -> None:
    assert short_of(an_answer(an_initiative(), having_nothing=names)) == [said]
    assert short_of(an_answer(having_nothing=names)) == []


def test_that_nothing_is_of_the_time_asked_for_is_said() -> None:
    assert short_of(an_answer(an_initiative(), out_of_time=True)) == ["It is not known to be of that time."]
    several = an_answer(an_initiative(), an_initiative(id="b"), out_of_time=True)
    assert short_of(several) == ["None of these is known to be of that time."]


def test_nothing_is_said_of_names_where_nothing_is_shown() -> None:
    assert short_of(an_answer(total=3, offset=5, unnamed=(Unnamed("Somali", ("african",)),))) == []


def test_what_is_not_named_is_said_right_under_the_heading() -> None:
    unnamed = (Unnamed("Chinese", ("asian",), nowhere=True),)
    message = answer_message(an_answer(an_initiative(), unnamed=unnamed), Audience.CHANNEL)
    heading, note = message.said.split("\n")[:2]
    assert heading == "One initiative for “mentoring”:"
    assert note == "Nothing here names “Chinese”; it was found by “asian”."
    assert note in str(message.blocks[0])
