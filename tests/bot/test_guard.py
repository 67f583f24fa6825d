"""What people are told of an error, and what only admins are."""

from __future__ import annotations

import logging

import pytest

from bot.guard import apology
from knowledge.errors import StoreUnusable

UNREACHABLE = StoreUnusable("The database practice at db.internal:5432 cannot be reached. Check that it is running.")


def test_where_the_database_lies_is_for_the_log(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        said = apology(UNREACHABLE).said
    assert "db.internal" not in said
    assert "cannot get at what it knows just now" in said
    reference = said.rstrip(".").rpartition(" ")[2]
    assert f"{reference}: The database practice at db.internal:5432 cannot be reached" in caplog.text


@pytest.mark.parametrize("error", [UNREACHABLE, ZeroDivisionError("a bug")])
def test_the_words_fit_a_question_a_button_and_a_form(error: Exception) -> None:
    said = apology(error).said
    assert said.startswith("Sorry, ")
    assert "question" not in said


def test_an_admin_is_told_how_to_mend_it() -> None:
    assert "Check that it is running" in apology(UNREACHABLE, to_admin=True).said
