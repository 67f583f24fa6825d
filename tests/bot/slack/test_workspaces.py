"""Who the bot is: asked once, and waited for no longer than a request can wait."""

from __future__ import annotations

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any, cast

import pytest

from bot.slack import workspaces
from bot.slack.workspaces import OneWorkspace


class Slack:
    """Says who the bot is once it is let go, or raises `trouble`; counts how often it was asked."""

    token = "xoxb-1"

    def __init__(self, trouble: Exception | None = None) -> None:
        self.asked = 0
        self.let_go = threading.Event()
        self._trouble = trouble

    def auth_test(self) -> dict[str, Any]:
        self.asked += 1
        self.let_go.wait(20)
        if self._trouble:
            raise self._trouble
        return {"team_id": "T1", "user_id": "UBOT", "bot_id": "B1"}


def one(slack: Slack) -> OneWorkspace:
    return OneWorkspace(cast(Any, slack))


def test_all_who_wait_share_a_failure_and_who_comes_next_asks_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspaces, "PATIENCE", 20.0)
    slack = Slack(ConnectionResetError("down"))
    workspace = one(slack)
    begun = threading.Barrier(6)

    def asks() -> str | None:
        begun.wait(20)
        return workspace.authorize(None, "T1", "U1").bot_user_id

    with ThreadPoolExecutor(5) as requests:
        waiting = [requests.submit(asks) for _ in range(5)]
        assert not workspace.is_known()
        begun.wait(20)
        time.sleep(0.5)  # until all of them wait, which nothing shows
        slack.let_go.set()
        assert {type(each.exception(20)) for each in waiting} == {ConnectionResetError}
    assert slack.asked < 5
    before = slack.asked
    with pytest.raises(ConnectionResetError):
        workspace.teams()
    assert slack.asked == before + 1


def test_a_request_does_not_wait_for_slack_longer_than_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workspaces, "PATIENCE", 0.05)
    slack = Slack()
    workspace = one(slack)
    for _ in range(2):
        with pytest.raises(TimeoutError):
            workspace.authorize(None, "T1", "U1")
    monkeypatch.setattr(workspaces, "PATIENCE", 20.0)
    slack.let_go.set()
    assert workspace.authorize(None, "T1", "U1").bot_user_id == "UBOT"
    assert workspace.is_known()
    assert slack.asked == 1


def test_whether_it_is_known_who_the_bot_is_is_never_waited_for_and_asked_by_itself() -> None:
    slack = Slack()
    workspace = one(slack)
    assert not workspace.is_known()
    slack.let_go.set()
    until = time.monotonic() + 20
    while not workspace.is_known() and time.monotonic() < until:
        time.sleep(0.01)
    assert (workspace.is_known(), slack.asked) == (True, 1)
