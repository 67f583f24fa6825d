"""What Slack, and whoever waits, is told of a delivery that reaches no listener."""

from __future__ import annotations

import json
import logging
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.listeners.unserved import Unserved
from knowledge.errors import PracticeError

AWAY = PracticeError("Slack does not answer me just now.")
PLACE = {"user": {"id": "U1"}, "team": {"id": "T1"}}
FIELD = {"type": "input", "block_id": "title"}


def answered(body: dict[str, Any], error: Exception = AWAY) -> tuple[int, Any, list[Exception]]:
    """The status and content of the answer, and what the person is told apart from it."""
    told: list[Exception] = []
    guard = SimpleNamespace(tell=lambda place, error: told.append(error))
    with ThreadPoolExecutor(1) as executor:
        answer = Unserved(cast(Any, guard), executor).answer(error, PLACE | body)
    is_json = "application/json" in answer.headers.get("content-type", [])
    return answer.status, json.loads(answer.body) if is_json else answer.body, told


def test_a_command_is_answered_at_once() -> None:
    assert answered({"command": "/practice"}) == (200, str(AWAY), [])


def test_a_form_stays_open_and_says_why() -> None:
    said = {"response_action": "errors", "errors": {"title": str(AWAY)}}
    assert answered({"type": "view_submission", "view": {"blocks": [FIELD]}}) == (200, said, [])


def test_a_menu_offers_nothing() -> None:
    assert answered({"type": "block_suggestion"}) == (200, {"options": []}, [])


@pytest.mark.parametrize("kind", ["block_actions", "shortcut", "message_action"])
def test_who_pressed_something_is_told(kind: str) -> None:
    assert answered({"type": kind}) == (200, "", [AWAY])


def test_nobody_waits_on_a_form_that_was_closed() -> None:
    assert answered({"type": "view_closed"}) == (200, "", [])


def test_an_event_is_left_to_slack_to_deliver_again() -> None:
    assert answered({"type": "event_callback"}) == (503, "", [])


def test_only_a_mistake_of_our_own_stands_in_the_log_with_its_place(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        answered({"type": "event_callback"})
        assert caplog.records == []
        answered({"type": "event_callback"}, RuntimeError("broken inside"))
    (record,) = caplog.records
    assert record.exc_info
