"""The sandbox is kept apart from real workspaces and from the real store."""

from __future__ import annotations

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.sandbox.page.hosting import free_port, real_tokens, served
from bot.sandbox.practice import copied_store, run_practice_sandbox
from knowledge.errors import PracticeError


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_CLIENT_SECRET"])
def test_a_real_workspaces_secret_stops_the_sandbox(name: str) -> None:
    with pytest.raises(PracticeError, match=name):
        run_practice_sandbox({name: "xoxb-something"}, show=False)


def test_empty_settings_are_no_secrets() -> None:
    assert real_tokens({"SLACK_BOT_TOKEN": "", "SLACK_API_URL": "https://slack.com/api/"}) == []


def test_the_configured_store_is_copied_and_stays_as_it_is(tmp_path: Path) -> None:
    store = tmp_path / "practice.db"
    with closing(sqlite3.connect(store)) as original:
        original.execute("CREATE TABLE kept (word TEXT)")
        original.execute("INSERT INTO kept VALUES ('there')")
        original.commit()
    folder = tmp_path / "copy"
    folder.mkdir()
    address = copied_store({"PRACTICE_DATABASE_URL": f"sqlite:///{store}"}, folder)
    with closing(sqlite3.connect(address.removeprefix("sqlite:///"))) as copy:
        assert copy.execute("SELECT word FROM kept").fetchall() == [("there",)]
        copy.execute("DELETE FROM kept")
        copy.commit()
    with closing(sqlite3.connect(store)) as original:
        assert original.execute("SELECT count(*) FROM kept").fetchone() == (1,)


@pytest.mark.parametrize("url", ["sqlite:////nowhere/at/all.db", "postgresql+psycopg://app@localhost/practice"])
def test_a_fresh_store_is_used_where_nothing_can_be_copied(tmp_path: Path, url: str) -> None:
    address = copied_store({"PRACTICE_DATABASE_URL": url}, tmp_path)
    assert address == f"sqlite:///{tmp_path / 'practice.db'}"
    assert not (tmp_path / "practice.db").exists()


def test_a_taken_port_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) > port


def test_the_bot_is_served_on_this_machine_only() -> None:
    with served(lambda environ, start: [b""]) as request_url:
        assert request_url.startswith("http://127.0.0.1:")
