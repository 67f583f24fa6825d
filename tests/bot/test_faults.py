"""What failed where nobody is there to be told stands in the log, at a length that helps."""

from __future__ import annotations

import logging

import pytest

from bot.faults import log_fault
from bot.server import create_health_server
from bot.worker import do_round
from knowledge.errors import Busy, StoreUnusable

AWAY = StoreUnusable("The database practice at db cannot be reached.")


@pytest.mark.parametrize("error", [AWAY, Busy("The database is busy.")])
def test_a_database_that_is_away_is_a_line_and_no_traceback(caplog: pytest.LogCaptureFixture, error: Exception) -> None:
    log_fault(logging.getLogger("bot.postman"), "the outbox could not be delivered", error)
    (record,) = caplog.records
    assert record.getMessage() == f"the outbox could not be delivered: {error}"
    assert not record.exc_info


def test_a_mistake_of_our_own_has_its_place_in_the_code(caplog: pytest.LogCaptureFixture) -> None:
    log_fault(logging.getLogger("bot.postman"), "the outbox could not be delivered", KeyError("hackney"))
    assert "the outbox could not be delivered\nKeyError: 'hackney'" in caplog.text


def test_whoever_meets_it_again_and_again_says_it_so(caplog: pytest.LogCaptureFixture) -> None:
    def away() -> bool:
        raise AWAY

    server = create_health_server(ready=away)
    assert server.test_client().get("/readyz").status_code == 503
    do_round({"questions taken up": away}, lambda: True)
    assert caplog.text.count(str(AWAY)) == 2
    assert "Traceback" not in caplog.text
