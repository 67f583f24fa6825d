"""What people are told of an error, and what only admins are; and how it stands in the log where nobody is told."""

from __future__ import annotations

import logging
from typing import cast

import pytest

from bot.guard import Guard, apology, log_fault
from bot.payloads.asked import nowhere
from bot.server import create_health_server
from bot.slack.refusals import Refusal
from bot.slack.replies import Replies
from bot.worker import do_round
from knowledge.errors import Busy, StoreUnusable
from tests.fakes import RecordingReplies

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


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refusal("chat.postMessage: restricted_action", code="restricted_action"), "Slack did not let Practice Finder"),
        (Refusal("chat.postMessage: ratelimited", code="ratelimited", later=True), "try again in a minute"),
    ],
)
def test_what_slack_refuses_is_said_to_be_slacks_and_no_mistake_of_our_own(refusal: Refusal, words: str) -> None:
    replies = RecordingReplies()
    Guard(cast(Replies, replies)).tell(nowhere("T1:U1"), refusal)
    ((place, told),) = replies.sent
    assert place == nowhere("T1:U1")
    assert words in told.said
    assert "Sorry, something went wrong" not in told.said


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
