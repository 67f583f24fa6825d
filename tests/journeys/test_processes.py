"""The bot as it is run for real: `practice serve` over HTTP and in Socket Mode, killed and started again."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.keys.cipher import Cipher
from bot.payloads.asked import Asked, Place, Via
from bot.payloads.values import Asking
from bot.sandbox.server import StandInSlack
from config.settings import CHECKOUT
from knowledge.domain.days import utc_now
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from knowledge.store.inbox import Inbox
from tests.databases import writing
from tests.journeys.conftest import settings_for

#: Seconds a process gets to start on a busy machine; nothing is measured by it.
START = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return str(answer.read().decode())


def answers(url: str, data: bytes | None = None) -> bool:
    try:
        with urllib.request.urlopen(url, data, timeout=20 if data else 2) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def wait_until(look: object, what: str, seconds: float = START) -> None:
    end = time.monotonic() + seconds
    while not look():  # type: ignore[operator]
        assert time.monotonic() < end, f"{what} did not come in {seconds} s"
        time.sleep(0.05)


@contextmanager
def running(command: list[str], environment: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own group, ended whole whatever happens."""
    with log.open("ab") as output:
        process = subprocess.Popen(
            command,
            env={**os.environ, **environment},
            stdout=output,
            stderr=output,
            cwd=CHECKOUT,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            with suppress(ProcessLookupError, subprocess.TimeoutExpired):
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(15)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


PRACTICE = [sys.executable, "-m", "bot.cli"]


@pytest.fixture
def environment(slack: StandInSlack, store_url: str) -> dict[str, str]:
    return settings_for(slack, store_url, PORT=str(free_port()))


def two_minutes_pass(database: Database) -> None:
    """As if two minutes had passed since a process was killed: its claims are over, and what it was posting, too."""
    past = utc_now() - timedelta(minutes=2)
    with writing(database) as session:
        session.execute(update(OutboxRow).where(OutboxRow.state == "waiting").values(next_at=past))
        session.execute(update(OutboxRow).where(OutboxRow.state == "posting").values(posting_at=past))


def health(environment: dict[str, str], path: str = "healthz") -> str:
    return f"http://127.0.0.1:{environment['PORT']}/{path}"


def test_serve_answers_over_http_and_stops_when_asked(
    slack: StandInSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    with running([*PRACTICE, "serve"], environment, tmp_path / "log") as process:
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        slack.connect(health(environment, "slack/events"))
        ann = slack.person("ann")
        ann.command("/practice youth justice in Hackney")
        assert "Lisa Aldridge" in ann.last_reply(20).text
        process.terminate()
        assert process.wait(20) == 0
    assert "youth justice" not in (tmp_path / "log").read_text()


HEAD = b"POST /slack/events HTTP/1.1\r\nHost: x\r\n"


@pytest.mark.parametrize("sent", [HEAD, HEAD + b"Content-Length: 9\r\n\r\na", b"", HEAD + b"Connection: close\r\n\r\n"])
def test_connections_that_nobody_ends_are_closed_and_hold_up_nobody_for_long(
    environment: dict[str, str], tmp_path: Path, sent: bytes
) -> None:
    with running([*PRACTICE, "serve"], environment, tmp_path / "log"), ExitStack() as open_ones:
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        address = ("127.0.0.1", int(environment["PORT"]))
        # Many times the threads that answer.
        slow = [open_ones.enter_context(socket.create_connection(address, timeout=START)) for _ in range(150)]
        for one in slow:
            one.sendall(sent)
        assert read(health(environment)) == "ok\n"
        for one in slow:
            while one.recv(1024):
                pass


def test_every_one_of_several_processes_shows_the_counts_of_all(environment: dict[str, str], tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    environment |= {"WEB_CONCURRENCY": "3", "TMPDIR": str(temporary)}
    with running([*PRACTICE, "serve"], environment, tmp_path / "log") as process:
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        with ThreadPoolExecutor(6) as pool:
            list(pool.map(lambda _: answers(health(environment, "slack/events"), data=b"not signed"), range(60)))
            pages = list(pool.map(lambda _: read(health(environment, "metrics")), range(12)))
        assert ['practice_slack_requests_total{status="401"} 60.0' in page for page in pages] == [True] * 12
        process.terminate()
        assert process.wait(20) == 0
    assert not list(temporary.glob("practice-counts-*"))


def test_serve_answers_in_socket_mode(slack: StandInSlack, environment: dict[str, str], tmp_path: Path) -> None:
    environment["SLACK_APP_TOKEN"] = slack.app_token
    with running([*PRACTICE, "serve"], environment, tmp_path / "log") as process:
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        ann = slack.person("ann")
        ann.command("/practice search payload")
        assert ann.last_reply(20).text
        ann.messages_bot("young black men programme")
        assert "Sonia Khan" in ann.last_reply(20).text
        process.terminate()
        assert process.wait(20) == 0


def test_a_refused_app_token_ends_serve_in_words(
    slack: StandInSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    environment["SLACK_APP_TOKEN"] = "xapp-not-the-one"
    with running([*PRACTICE, "serve"], environment, tmp_path / "log") as process:
        assert process.wait(START) == 1
    log = (tmp_path / "log").read_text()
    assert "Slack refuses apps.connections.open: invalid_auth. To mend it: make an app-level token" in log
    assert "Traceback" not in log
    assert "not-the-one" not in log


def test_serve_waits_for_a_slack_that_cannot_be_reached_and_stops_when_asked(
    slack: StandInSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    environment |= {"SLACK_APP_TOKEN": slack.app_token, "SLACK_API_URL": f"http://127.0.0.1:{free_port()}/api/"}
    log = tmp_path / "log"
    with running([*PRACTICE, "serve"], environment, log) as process:
        wait_until(lambda: "it is tried again in 2 s" in log.read_text(), "a second try")
        assert answers(health(environment))
        assert not answers(health(environment, "readyz"))
        process.terminate()
        assert process.wait(20) == 0
    assert "Slack cannot be reached at http://127.0.0.1:" in log.read_text()
    assert "Traceback" not in log.read_text()
    assert slack.app_token not in log.read_text()


def test_a_question_kept_by_a_killed_process_is_answered_by_the_next(
    slack: StandInSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    ann = slack.person("ann")
    channel = slack.workspace.im(ann.user.id).id
    place = Place(slack.workspace.team.id, ann.user.id, channel, Via.DIRECT, direct=True)
    asked = Asked("event:kept", place, Asking("reverse mentoring"))
    database = Database(environment["PRACTICE_DATABASE_URL"])
    a_minute_ago = datetime.now(UTC) - timedelta(minutes=1)
    cipher = Cipher((environment["PRACTICE_SECRET_KEYS"],))
    Inbox(database, now=lambda: a_minute_ago).receive(asked.key, cipher.encrypt(asked.to_json()))
    database.close()
    with running([*PRACTICE, "serve"], environment, tmp_path / "log"):
        ann.wait_for(lambda: ann.sees_text("reverse mentoring", "im"), what="an answer", seconds=START)


def test_a_question_that_nobody_took_is_answered_when_slack_brings_it_again(
    slack: StandInSlack, environment: dict[str, str], tmp_path: Path
) -> None:
    ann = slack.person("ann")
    slack.connect(health(environment, "slack/events"))
    delivery = ann.messages_bot("reverse mentoring")
    assert not delivery.acked
    with running([*PRACTICE, "serve"], environment, tmp_path / "log"):
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        slack.deliver_again(delivery)
        ann.wait_for(lambda: ann.sees_text("reverse mentoring", "im") and len(ann.sees("im")) > 1, what="an answer")


def test_serve_without_tokens_says_what_to_set(store_url: str, tmp_path: Path) -> None:
    (tmp_path / ".env").touch()  # that of whoever runs the tests is not read
    environment = {**os.environ, "PRACTICE_DATABASE_URL": store_url}
    for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_APP_TOKEN"):
        environment.pop(name, None)
    done = subprocess.run(
        [*PRACTICE, "serve"], env=environment, cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 1
    assert "SLACK_BOT_TOKEN is not set" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_procfile_runs_as_it_stands(slack: StandInSlack, environment: dict[str, str], tmp_path: Path) -> None:
    import honcho  # noqa: F401  # the tool that reads the Procfile

    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {**environment, "PATH": path}
    release = next(
        line.partition(":")[2].split() for line in (CHECKOUT / "Procfile").read_text().splitlines() if "release" in line
    )
    subprocess.run(release, env={**os.environ, **environment}, cwd=CHECKOUT, check=True, timeout=120)
    log = tmp_path / "log"
    honcho_command = [sys.executable, "-m", "honcho", "start", "--no-prefix", "web", "worker"]
    with running(honcho_command, environment, log):
        # honcho gives each process a PORT of its own, counted from the first; web is the first.
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        slack.connect(health(environment, "slack/events"))
        ann = slack.person("ann")
        ann.command("/practice reverse mentoring")
        assert "reverse mentoring" in ann.last_reply(20).text
        wait_until(lambda: "round done" in log.read_text(), "the worker's first round")
