"""The connection of Socket Mode: refused in words, waited for, given up when asked to stop, made anew if it breaks."""

from __future__ import annotations

import logging
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from slack_bolt import App
from slack_sdk.socket_mode.builtin import SocketModeClient

from bot.sandbox.server import StandInSlack
from bot.serving import socket_mode
from bot.serving.socket_mode import connected, handler_of
from bot.slack.workspaces import slack_client
from knowledge.errors import PracticeError

NOWHERE = "http://127.0.0.1:9/api/"


@pytest.fixture
def slack() -> Iterator[StandInSlack]:
    with StandInSlack() as slack:
        yield slack


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_mode, "FIRST_WAIT", 0.01)


@contextmanager
def client(slack: StandInSlack, *, token: str | None = None, api_url: str | None = None) -> Iterator[SocketModeClient]:
    made = SocketModeClient(token or slack.app_token, web_client=slack_client(None, api_url or slack.api_url))
    try:
        yield made
    finally:
        made.auto_reconnect_enabled = False
        slack.socket.hang_up()
        socket_mode.disconnect(made)


@pytest.mark.parametrize("token", ["xapp-not-the-one", "xoxb-not-an-app-token"])
def test_a_token_that_slack_refuses_ends_the_start_in_the_words_of_the_doctor(slack: StandInSlack, token: str) -> None:
    with client(slack, token=token) as refused, pytest.raises(PracticeError) as said:
        connected(refused, threading.Event())
    assert "Slack refuses apps.connections.open: invalid_auth. To mend it: make an app-level token" in str(said.value)
    assert token not in str(said.value)


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (lambda faults: faults.drop("apps.connections.open", times=2), "Slack cannot be reached at"),
        (lambda faults: faults.rubbish("apps.connections.open", times=2), "Slack cannot be reached at"),
        (lambda faults: faults.status("apps.connections.open", 503, times=2), "Slack cannot be reached at"),
        (lambda faults: faults.status("apps.connections.open", 429, times=2, retry_after=600), "ratelimited"),
        (lambda faults: faults.error("apps.connections.open", "internal_error", times=2), "internal_error"),
    ],
    ids=["drop", "rubbish", "down", "later", "trouble"],
)
def test_a_slack_that_cannot_answer_yet_is_waited_for_and_that_is_logged(
    slack: StandInSlack, caplog: pytest.LogCaptureFixture, trouble: Callable[[object], None], said: str
) -> None:
    trouble(slack.faults)
    with client(slack) as waiting, caplog.at_level(logging.WARNING, "bot"):
        assert connected(waiting, threading.Event())
        slack.wait_for(lambda: slack.socket.count, what="the connection")
    lines = [one.getMessage() for one in caplog.records if one.name == "bot.serving.socket_mode"]
    assert [said in line and "it is tried again in" in line for line in lines] == [True, True]
    assert slack.app_token not in caplog.text


def test_who_waits_for_slack_can_be_asked_to_stop(slack: StandInSlack, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket_mode, "FIRST_WAIT", 60.0)
    stopping = threading.Event()
    with client(slack, api_url=NOWHERE) as waiting:
        threading.Timer(0.3, stopping.set).start()
        assert not connected(waiting, stopping)


def test_a_connection_that_breaks_without_a_word_is_made_anew_before_anybody_gives_up(
    slack: StandInSlack, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert 5 * socket_mode.PING < 20
    monkeypatch.setattr(socket_mode, "PING", 0.1)
    app = App(client=slack_client(slack.bot_token, slack.api_url), signing_secret="a-signing-secret")
    client = handler_of(app, slack.app_token).client
    try:
        assert connected(client, threading.Event())
        slack.wait_for(lambda: slack.socket.count, what="the connection")
        (broken,) = slack.socket._connections
        broken.socket.shutdown(socket.SHUT_RDWR)
        slack.wait_for(lambda: slack.socket.count and slack.socket._connections != [broken], what="another one")
    finally:
        client.auto_reconnect_enabled = False
        slack.socket.hang_up()
        socket_mode.disconnect(client)
