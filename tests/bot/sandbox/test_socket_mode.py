"""Socket Mode envelope by envelope, seen from a plain WebSocket client."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from bot.sandbox.delivery import Delivery
from bot.sandbox.server import StandInSlack


def address(slack: StandInSlack) -> str:
    client = WebClient(token=slack.app_token, base_url=slack.api_url)
    return str(client.apps_connections_open(app_token=slack.app_token)["url"])


def opened(slack: StandInSlack) -> ClientConnection:
    return connect(address(slack), proxy=None, ping_interval=None)


def heard(connection: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(connection.recv(5))
    return message


@pytest.fixture
def connection(slack: StandInSlack) -> Iterator[ClientConnection]:
    with opened(slack) as open_connection:
        assert heard(open_connection)["type"] == "hello"
        yield open_connection


def in_background(slack: StandInSlack, text: str) -> tuple[threading.Thread, list[Delivery]]:
    done: list[Delivery] = []
    thread = threading.Thread(target=lambda: done.append(slack.person("ann").command(text)))
    thread.start()
    return thread, done


def test_an_envelope_is_acked_by_its_id_with_an_answer(slack: StandInSlack, connection: ClientConnection) -> None:
    thread, done = in_background(slack, "/practice payload")
    envelope = heard(connection)
    assert (envelope["type"], envelope["accepts_response_payload"]) == ("slash_commands", True)
    connection.send(json.dumps({"envelope_id": envelope["envelope_id"], "payload": {"text": "answer"}}))
    thread.join()
    assert done[0].acked
    assert [m.text for m in slack.person("ann").sees()] == ["answer"]


def test_an_envelope_without_an_ack_times_out(slack: StandInSlack, connection: ClientConnection) -> None:
    thread, done = in_background(slack, "/practice x")
    heard(connection)
    connection.send(json.dumps({"envelope_id": "e0000000"}))
    thread.join()
    assert done[0].last.failure == "http_timeout"
    assert slack.socket.unknown_acks == ["e0000000"]


def test_the_ack_of_a_connection_that_the_app_closed_is_not_waited_for(
    slack: StandInSlack, connection: ClientConnection
) -> None:
    thread, done = in_background(slack, "/practice x")
    heard(connection)
    connection.close()
    thread.join()
    assert done[0].last.failure == "connection_failed"


def test_each_envelope_goes_to_one_connection_only(slack: StandInSlack, connection: ClientConnection) -> None:
    with opened(slack) as second:
        assert heard(second)["num_connections"] == 2
        got: list[str] = []

        def listen(where: ClientConnection, name: str) -> None:
            try:
                while True:
                    envelope = heard(where)
                    got.append(name)
                    where.send(json.dumps({"envelope_id": envelope["envelope_id"]}))
            except (ConnectionClosed, TimeoutError):
                return

        threads = [threading.Thread(target=listen, args=pair) for pair in ((connection, "first"), (second, "second"))]
        for thread in threads:
            thread.start()
        for number in range(4):
            slack.person("ann").command(f"/practice {number}")
        slack.socket.hang_up()
        for thread in threads:
            thread.join()
    assert sorted(got) == ["first", "first", "second", "second"]


def test_an_event_says_which_attempt_it_is(slack: StandInSlack, connection: ClientConnection) -> None:
    thread = threading.Thread(target=lambda: slack.person("ann").messages_bot("x"))
    thread.start()
    attempts = [heard(connection) for _ in range(2)]
    connection.send(json.dumps({"envelope_id": attempts[1]["envelope_id"]}))
    thread.join()
    assert [(item["retry_attempt"], item["retry_reason"]) for item in attempts] == [(0, ""), (1, "http_timeout")]


def test_slack_asks_to_reconnect_and_hangs_up(slack: StandInSlack, connection: ClientConnection) -> None:
    slack.socket.ask_to_reconnect("warning")
    goodbye = heard(connection)
    assert (goodbye["type"], goodbye["reason"]) == ("disconnect", "warning")
    with pytest.raises(ConnectionClosed):
        connection.recv(5)
    assert slack.person("ann").command("/practice x").last.failure == "connection_failed"


def test_an_address_is_good_for_one_connection(slack: StandInSlack) -> None:
    once = address(slack)
    with connect(once, proxy=None):
        pass
    with pytest.raises(InvalidStatus):
        connect(once, proxy=None)
