"""What people are told of an error, and what only admins are; and how it stands in the log where nobody is told."""

from __future__ import annotations

import logging

import pytest

from bot.guard import apology, log_fault
from bot.server import create_health_server
from bot.worker import do_round
from knowledge.errors import Busy, StoreUnusable

UNREACHABLE = StoreUnusable("The database practice at db.internal:5432 cannot be reached. Check that it is running.")
AWAY = StoreUnusable("The database practice at db cannot be reached.")


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


@pytest.mark.parametrize("error", [AWAY, Busy("The database is busy.")])
def test_a_database_that_is_away_is_a_line_and_no_traceback(caplog: pytest.LogCaptureFixture, error: Exception) -> None:
    log_fault(logging.getLogger("bot.outbox.postman"), "the outbox could not be delivered", error)
    (record,) = caplog.records
    assert record.getMessage() == f"the outbox could not be delivered: {error}"
    assert not record.exc_info


def test_a_mistake_of_our_own_has_its_place_in_the_code(caplog: pytest.LogCaptureFixture) -> None:
    log_fault(logging.getLogger("bot.outbox.postman"), "the outbox could not be delivered", KeyError("hackney"))
    assert "the outbox could not be delivered\nKeyError: 'hackney'" in caplog.text


def test_whoever_meets_it_again_and_again_says_it_so(caplog: pytest.LogCaptureFixture) -> None:
    def away() -> bool:
        raise AWAY

    server = create_health_server(ready=away)
    assert server.test_client().get("/readyz").status_code == 503
    do_round({"questions taken up": away}, lambda: True)
    assert caplog.text.count(str(AWAY)) == 2
    assert "Traceback" not in caplog.text
