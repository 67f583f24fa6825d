"""Which signpost a question calls for."""

from __future__ import annotations

import pytest

from knowledge.domain.lists import Part, Signpost, Telling
from knowledge.services.signposts import MOST_BETWEEN, Signposts

MINE, CHILD, HURT = Part(("my", "one of our")), Part(("child", "foster son")), Part(("bullied", "called names"))


def told(*parts: Part, unless: tuple[str, ...] = ()) -> Signposts:
    return Signposts([Signpost((), "Call 999.", told=(Telling(parts, unless),))])


@pytest.mark.parametrize("text", ["My child is bullied", "help, one of our foster-sons gets called names"])
def test_a_sentence_is_told_with_any_word_of_each_of_its_slots(text: str) -> None:
    parts = (MINE, Part(("child", "foster sons")), Part(("is", "gets")), HURT)
    assert told(*parts).of(text)


@pytest.mark.parametrize(
    "text", ["my older child is bullied", "my bullied child", "my child", "", "bullied my child is"]
)
def test_its_words_stand_in_order_and_nothing_between_them(text: str) -> None:
    assert not told(MINE, CHILD, Part(("is",)), HURT).of(text)


def test_where_a_gap_is_some_words_may_stand_between_and_no_more() -> None:
    signposts = told(MINE, CHILD, Part(HURT.words, apart=True))
    assert signposts.of("my child bullied")
    assert signposts.of(f"my child {'very ' * MOST_BETWEEN}bullied")
    assert not signposts.of(f"my child {'very ' * (MOST_BETWEEN + 1)}bullied")


def test_another_wording_of_a_slot_is_tried_where_the_first_leads_nowhere() -> None:
    assert told(Part(("one", "one of our")), Part(("children",)), HURT).of("one of our children bullied")
    assert told(Part(("i",)), Part(("was", "was being"), apart=True), HURT).of("I was late and was being bullied")


def test_what_may_not_stand_right_before_makes_it_none() -> None:
    signposts = told(Part(("a colleague",)), HURT, unless=("when", "what if"))
    assert signposts.of("a colleague bullied")
    assert signposts.of("when I left, a colleague bullied me")
    assert not signposts.of("when a colleague bullied")
    assert not signposts.of("What if a colleague bullied")


def test_the_first_signpost_of_the_list_stands_wherever_its_words_are() -> None:
    urgent, other = Signpost(("in danger",), "Call 999."), Signpost(("my child",), "Ask.")
    assert Signposts([urgent, other]).of("my child is in danger") is urgent
    assert Signposts([other, urgent]).of("my child is in danger") is other


def test_a_phrase_of_marks_alone_calls_for_nothing() -> None:
    assert Signposts([Signpost(("!",), "Call 999.")]).of("! help !") is None
