from __future__ import annotations

import pytest

from knowledge.domain.courtesy import is_thanks


@pytest.mark.parametrize(
    "text",
    [
        "thanks",
        "Great, thank you so much!",
        "OK",
        "diolch yn fawr",
        "Thanks for all the help",
        "nice one, that's useful",
    ],
)
def test_thanks_ask_for_nothing(text: str) -> None:
    assert is_thanks(text)


@pytest.mark.parametrize(
    "text",
    [
        "is that all ok?",
        "thanks, anything on exclusions",
        "this is it",
        "help",
        "sorry",
        "oops",
        "was it helpful",
        "TA",
        "",
    ],
)
def test_with_any_other_word_or_a_question_mark_it_asks(text: str) -> None:
    assert not is_thanks(text)
