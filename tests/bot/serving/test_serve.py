"""Serving the bot: what it says in its log, and what stops it before it begins."""

from __future__ import annotations

import json
import logging
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from gunicorn.config import Config

from bot.sandbox.server import StandInSlack
from bot.server import create_health_server
from bot.serving.health import readiness
from bot.serving.http import ServerLog
from bot.serving.resuming import Resuming, say_if_lists_are_behind
from bot.serving.serve import serve
from bot.slack.workspaces import OneWorkspace, slack_client
from bot.wiring.running import running_bot
from bot.worker import work
from config.logs import set_up_logs
from config.settings import CHECKOUT, Settings
from knowledge.domain.lists import Lists
from knowledge.errors import PracticeError, Refused, StoreUnusable
from knowledge.services.reload import Reload
from knowledge.store.database import Database


class Holding:
    """A store whose lists differ by these words from those of the files."""

    def __init__(self, *behind: str) -> None:
        self._behind = behind

    def behind(self, lists: Lists) -> tuple[str, ...]:
        return self._behind


def refuse() -> Lists:
    raise Refused("The lists cannot be used as they are: 1 problem.")


def reloading(store: Holding, read_lists: object = Lists) -> Reload:
    return Reload(store, read_lists=read_lists, read_library=None, library=())  # type: ignore[arg-type]


def test_a_bot_whose_database_was_taken_away_is_notreadiness(migrated_sqlite: str, tmp_path: Path) -> None:
    with closing(Database(migrated_sqlite)) as database:
        assert database.is_current()
        parts = SimpleNamespace(find=SimpleNamespace(search=object), workspaces=SimpleNamespace(is_known=lambda: True))
        bot = SimpleNamespace(knowledge=SimpleNamespace(database=database), parts=parts)
        http = create_health_server(ready=readiness(bot)).test_client()  # type: ignore[arg-type]
        assert http.get("/readyz").status_code == 200
        (tmp_path / "practice.db").rename(tmp_path / "aside.db")
        assert http.get("/readyz").status_code == 503


def test_a_bot_is_not_ready_before_slack_said_who_it_is_which_it_asks_at_its_start() -> None:
    with StandInSlack() as slack:
        slack.faults.error("auth.test", "fatal_error")
        workspaces = OneWorkspace(slack_client(slack.bot_token, slack.api_url))
        parts = SimpleNamespace(find=SimpleNamespace(search=object), workspaces=workspaces)
        database = SimpleNamespace(require_file=lambda: None)
        ready = readiness(SimpleNamespace(knowledge=SimpleNamespace(database=database), parts=parts))  # type: ignore[arg-type]
        slack.wait_for(
            lambda: [call for call in slack.workspace.calls if call.method == "auth.test"], what="the question"
        )
        http = create_health_server(ready=ready).test_client()
        assert http.get("/readyz").status_code == 503
        slack.wait_for(lambda: http.get("/readyz").status_code == 200, what="the bot to be ready")


def test_newer_lists_in_the_files_are_logged_with_how_to_bring_them_in(caplog: pytest.LogCaptureFixture) -> None:
    say_if_lists_are_behind(reloading(Holding()))
    assert not caplog.records
    say_if_lists_are_behind(reloading(Holding("1 new theme: housing")))
    assert "practice reload brings them in: 1 new theme: housing" in caplog.text


def test_lists_that_cannot_be_read_are_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        say_if_lists_are_behind(reloading(Holding(), refuse))
    assert "cannot be told: The lists cannot be used" in caplog.text
    assert caplog.records[0].exc_info in (None, False)


def test_counts_are_saved_though_what_was_left_unanswered_cannot_be_looked_for(
    caplog: pytest.LogCaptureFixture,
) -> None:
    done: list[str] = []

    def resume() -> int:
        raise StoreUnusable("It is away.")

    parts = SimpleNamespace(
        answering=SimpleNamespace(resume=resume),
        usage=SimpleNamespace(save=lambda: done.append("saved")),
        unanswered=SimpleNamespace(forget_counts=lambda: done.append("forgotten")),
    )
    resuming = Resuming(SimpleNamespace(parts=parts, knowledge=SimpleNamespace(reload=reloading(Holding()))))  # type: ignore[arg-type]
    resuming.start()
    resuming.stop()
    assert done == ["saved", "forgotten"]
    assert [record.message for record in caplog.records] == [
        "unanswered questions could not be looked for: It is away."
    ]


@pytest.fixture
def logging_as_before() -> Iterator[None]:
    loggers = [logging.getLogger(name) for name in ("", "gunicorn.error", "gunicorn.access")]
    before = [(one, one.level, list(one.handlers), one.propagate) for one in loggers]
    yield
    for one, level, handlers, propagate in before:
        one.setLevel(level)
        one.handlers[:] = handlers
        one.propagate = propagate


@pytest.mark.usefixtures("logging_as_before")
def test_the_servers_own_lines_are_json_like_all_others(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", "json")
    server = ServerLog(Config())
    server.info("Listening at: %s", "http://127.0.0.1:3000")
    server.error("failed with %s", "xoxb-1-canary")
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [line["message"] for line in lines] == ["Listening at: http://127.0.0.1:3000", "failed with [secret]"]


@pytest.mark.parametrize("app_token", [None, "xapp-1-a"])
def test_a_port_that_is_in_use_is_said_before_anything_else(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, app_token: str | None
) -> None:
    monkeypatch.setattr("bot.serving.address.LEAVING_WAIT", 0.0)
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = replace(settings, port=other.getsockname()[1], app_token=app_token)
        with pytest.raises(PracticeError, match=rf"127\.0\.0\.1:{taken.port} is used by another program"):
            serve(taken)
    assert not (tmp_path / "practice.db").exists()


@pytest.mark.parametrize("app_token", [None, "xapp-1-a"])
def test_a_store_that_cannot_be_used_stops_the_start_in_words(
    settings: Settings, tmp_path: Path, app_token: str | None
) -> None:
    folder = replace(settings, database_url=f"sqlite:///{tmp_path}", app_token=app_token)
    with pytest.raises(StoreUnusable, match="which is a folder"):
        serve(folder)


@pytest.mark.parametrize(("app_token", "named"), [(None, "libary.yaml"), ("xapp-1-a", "empty")])
def test_an_empty_store_and_a_library_that_cannot_be_loaded_stop_every_start(
    settings: Settings, tmp_path: Path, app_token: str | None, named: str
) -> None:
    (tmp_path / "empty").mkdir()
    mistyped = replace(settings, library=(tmp_path / named,), app_token=app_token)
    for start in (serve, serve, work):
        with pytest.raises(Refused, match="PRACTICE_LIBRARY should name library files or folders") as refused:
            start(mistyped)
        assert [problem.file for problem in refused.value.problems] == [str(tmp_path / named)]


def started(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """What `practice` does with these settings, in a process of its own: libraries read settings when imported."""
    settings = {
        "PRACTICE_DATABASE_URL": f"sqlite:///{folder / 'practice.db'}",
        "SLACK_BOT_TOKEN": "xoxb-1-a",
        "SLACK_SIGNING_SECRET": "s",
        "HOST": "192.0.2.1",
        "PYTHONPATH": str(CHECKOUT),
    }
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", command],
        env=os.environ | settings | environment,
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("empty", ["", " "])
def test_an_empty_number_of_processes_is_none_for_the_server_too(tmp_path: Path, empty: str) -> None:
    ran = started("serve", tmp_path, WEB_CONCURRENCY=empty)
    assert (ran.returncode, "set HOST to one of its own" in ran.stderr) == (1, True)
    assert "Traceback" not in ran.stderr


def test_a_start_that_fails_leaves_no_folder_of_counts(tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    ran = started("serve", tmp_path, WEB_CONCURRENCY="2", TMPDIR=str(temporary))
    assert (ran.returncode, "set HOST to one of its own" in ran.stderr) == (1, True)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("processes", ["1", "2"])
def test_the_folder_in_which_other_programs_count_is_left_alone(tmp_path: Path, processes: str) -> None:
    of_others = tmp_path / "counts"
    of_others.mkdir()
    (of_others / "counter_1.db").touch()
    ran = started("serve", tmp_path, WEB_CONCURRENCY=processes, PROMETHEUS_MULTIPROC_DIR=str(of_others))
    assert (ran.returncode, "set HOST to one of its own" in ran.stderr) == (1, True)
    assert [file.name for file in of_others.iterdir()] == ["counter_1.db"]


def test_settings_that_come_to_nothing_are_said_when_the_bot_starts(tmp_path: Path) -> None:
    library = str(tmp_path / "libary.yaml")
    ran = started("serve", tmp_path, SLACK_CLIENT_ID="1.2", SLACK_CLIENT_SECRET="canary", PRACTICE_LIBRARY=library)
    assert "SLACK_CLIENT_ID and SLACK_CLIENT_SECRET turn nothing on yet" in ran.stderr
    assert f"PRACTICE_LIBRARY names {library}, which is not there" in ran.stderr
    assert "canary" not in ran.stderr


def test_bolt_reads_no_setting_by_itself(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    for name in ("SLACK_BOT_TOKEN", "SLACK_CLIENT_ID", "SLACK_CLIENT_SECRET"):
        monkeypatch.setenv(name, "xoxb-1-a")
    with running_bot(settings) as bot:
        assert bot.app.oauth_flow is None
    assert not [record for record in caplog.records if record.name.startswith("slack_bolt")]
    assert os.environ["SLACK_CLIENT_SECRET"] == "xoxb-1-a"


def test_a_release_fails_where_nothing_could_be_loaded(tmp_path: Path) -> None:
    library = str(tmp_path / "libary.yaml")
    for _ in range(2):
        ran = started("migrate", tmp_path, PRACTICE_LIBRARY=library)
        wrong, mend = ran.stderr.splitlines()
        assert (ran.returncode, wrong.startswith(f"{library}: there is no such file")) == (1, True)
        assert "PRACTICE_LIBRARY should name library files or folders" in mend
