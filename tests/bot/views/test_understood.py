"""The words about how a question was understood."""

from __future__ import annotations

import pytest

from bot.views.understood import taking_off, unknown_filter
from knowledge.domain.query import EITHER, Piece


@pytest.mark.parametrize(
    ("piece", "said"),
    [
        (Piece("authority", "authority: Ashford", "mentoring in Ashford", ((13, 20),)), "Without authority: Ashford"),
        (Piece("excluded", "without: Kent", "mentoring not in Kent", ((10, 21),)), "Ignore “not in Kent”"),
        (Piece("own", "all places, not only Kent", "I am in Kent: hair", ((8, 12),), "hair in:Kent"), "Only Kent"),
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
