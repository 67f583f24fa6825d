"""The sandbox is kept apart from real workspaces, and on this machine."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bot.commands.sandboxing import sandbox
from bot.sandbox.page.hosting import LAST_PORT, free_port, real_tokens, served
from config.settings import read_settings
from knowledge.errors import PracticeError


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET"])
def test_a_real_workspaces_secret_is_noticed(name: str) -> None:
    assert real_tokens({name: "xoxb-something", "PORT": "3000"}) == [name]


def test_whoever_starts_it_with_such_a_secret_is_told_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-something")
    with pytest.raises(PracticeError, match="Set for a real workspace: SLACK_APP_TOKEN"):
        sandbox(read_settings())


def test_empty_settings_are_no_secrets() -> None:
    assert real_tokens({"SLACK_BOT_TOKEN": "", "SLACK_API_URL": "https://slack.com/api/"}) == []


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port


def test_where_no_port_is_free_up_to_the_last_another_is_asked_for(library: Path) -> None:
    with socket.socket() as taken:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1", LAST_PORT))
        taken.listen()
        with pytest.raises(PracticeError, match="No free port was found from 65535 on: name another with --port"):
            sandbox(read_settings(), port=LAST_PORT, show=False)


def test_the_bot_is_served_on_this_machine_only() -> None:
    with served(lambda environ, start: [b""]) as request_url:
        assert request_url.startswith("http://127.0.0.1:")
