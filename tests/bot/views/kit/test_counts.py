"""How many and how often, in words: one of a thing is never several."""

from __future__ import annotations

from bot.views.kit.counts import counted, counted_plainly, in_words, times


def test_one_is_said_as_one_and_more_as_several() -> None:
    assert [counted(number, "initiative") for number in (0, 1, 1200)] == [
        "0 initiatives",
        "1 initiative",
        "1,200 initiatives",
    ]
    assert [counted(number, "authority") for number in (1, 2)] == ["1 authority", "2 authorities"]
    assert [counted_plainly(number, "row") for number in (0, 1, 1200)] == ["0 rows", "1 row", "1200 rows"]
    assert [in_words(number, "initiative") for number in (1, 2)] == ["one initiative", "2 initiatives"]


def test_how_often_is_said_as_people_say_it() -> None:
    assert [times(number) for number in (0, 1, 2, 3, 1200)] == ["never", "once", "twice", "3 times", "1,200 times"]
