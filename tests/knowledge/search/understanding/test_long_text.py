"""Which part of a long text is read as the question."""

from __future__ import annotations

import pytest

from knowledge.domain.text import QUESTION_LENGTH
from knowledge.search.engine import SearchEngine
from knowledge.search.understanding.long_text import part_that_asks
from tests.knowledge.search.conftest import LISTS

_STORY = (
    "I manage a small team by the sea and we have had a difficult year with many changes. Last spring two colleagues "
    "left, and the work was shared out among those of us who stayed. We meet on Mondays, when we can."
)
_NEEDS = "Our carers do not know how to look after curly hair."


@pytest.mark.parametrize(
    "asked",
    [
        "Who has done training on this?",
        "Somebody must have done training on this.",
        "Are there any examples of training on this",
        "I would like to hear from people with training on this.",
        "I am looking for training on this.",
    ],
)
@pytest.mark.parametrize(
    "behind", ["", " Many thanks and best wishes from all of us here by the sea, where it is windy today."]
)
def test_what_is_asked_last_is_read_with_what_stands_before_it(asked: str, behind: str) -> None:
    end = "" if asked.endswith((".", "?")) or not behind else "."
    part = part_that_asks(f"{_STORY} {_NEEDS} {asked}{end}{behind}")
    assert part.startswith(("We meet", "Last spring", _NEEDS))
    assert part.endswith(f"{_NEEDS} {asked}{end}")
    assert len(part) <= QUESTION_LENGTH


def test_a_question_in_front_is_read_with_what_explains_it() -> None:
    part = part_that_asks(f"Who has trained carers in hair? {_NEEDS} {_STORY}")
    assert part.startswith(f"Who has trained carers in hair? {_NEEDS}")
    assert len(part) <= QUESTION_LENGTH


def test_of_a_text_that_asks_nothing_the_beginning_is_read() -> None:
    part = part_that_asks(f"{_NEEDS} {_STORY} {_STORY}")
    assert part.startswith(_NEEDS)
    assert len(part) <= QUESTION_LENGTH


@pytest.mark.parametrize(
    "text", ["x" * 5_000, "?" * 5_000, ". " * 3_000, "why " * 2_000, "a? " * 2_000, "é" * 900 + "?"]
)
def test_whatever_the_text_the_part_is_short_and_its_words_are_whole(text: str) -> None:
    query = SearchEngine.build((), LISTS).understand(text)
    assert query.cut
    assert len(query.text) <= QUESTION_LENGTH
    assert query.text in text
