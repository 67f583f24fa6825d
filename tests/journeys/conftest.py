"""The real bot against the stand-in Slack, over signed HTTP, on a store loaded with the shipped library."""

from __future__ import annotations

import fcntl
import os
import shutil
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from pathlib import Path
from typing import cast

import pytest
import yaml
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_bolt.listener.custom_listener import CustomListener
from werkzeug.serving import make_server

from bot.sandbox import tickets
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from bot.server import create_server
from bot.wiring.knowledge import Knowledge
from bot.wiring.running import Bot, running_bot
from config.settings import CONFIG_FOLDER, Settings, read_settings
from knowledge.domain.days import uk_day, utc_now
from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.search import engine
from knowledge.search.engine import SearchEngine
from knowledge.search.index.snapshot import Snapshot
from knowledge.search.lists.lexicon import Lexicon

#: Seconds that this Slack, and Bolt, wait for an acknowledgement, and that a form may take to be opened: a loaded
#: machine may take longer over what a quiet one does at once. What must not wait for something slow is shown by holding
#: that up.
PATIENCE = 20.0


@dataclass
class Network:
    """A workspace with the bot in it, and the people who use it. Slack may refuse calls of `may_refuse` only."""

    slack: StandInSlack
    bot: Bot
    settings: Settings
    may_refuse: set[str] = field(default_factory=set)

    @cached_property
    def ann(self) -> SlackPerson:
        """A practitioner."""
        return self.slack.person("ann")

    @cached_property
    def lena(self) -> SlackPerson:
        """A practice lead, in the same channels as Ann."""
        return self.slack.person("lena")


@pytest.fixture(scope="session")
def loaded_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the shipped library, made once for all test processes; copy it, do not write to it."""
    own = tmp_path_factory.getbasetemp()
    # Alone, the folder above is that of all runs, in which an earlier one left a store of another schema.
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    path = shared / "loaded.db"
    with (shared / "loaded.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            made = shared / "loading.db"
            knowledge = Knowledge(read_settings({"PRACTICE_DATABASE_URL": f"sqlite:///{made}"}))
            assert knowledge.make_ready() == ()
            knowledge.close()
            made.rename(path)
    return path


@pytest.fixture
def store_url(loaded_store: Path, tmp_path: Path) -> str:
    """The address of this test's own copy of the loaded store."""
    copy = tmp_path / "practice.db"
    shutil.copyfile(loaded_store, copy)
    return f"sqlite:///{copy}"


@pytest.fixture(scope="session")
def lexicon_of() -> Callable[[Lists], Lexicon]:
    """Makes a lexicon once for the same lists; it never changes, and making it is most of a bot's start."""
    return lru_cache(maxsize=2)(Lexicon)


@pytest.fixture(scope="session")
def snapshot_of() -> Callable[[tuple[Initiative, ...], Lists], Snapshot]:
    """Indexes the same initiatives once: a snapshot never changes, and making it is most of what is left of a start."""

    @lru_cache(maxsize=2)
    def made(initiatives: tuple[Initiative, ...], lists: Lists) -> Snapshot:
        return SearchEngine.build(initiatives, lists)._current.snapshot

    return made


@pytest.fixture(autouse=True)
def _one_index(
    lexicon_of: Callable[[Lists], Lexicon],
    snapshot_of: Callable[[tuple[Initiative, ...], Lists], Snapshot],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def build(self: Knowledge, initiatives: Iterable[Initiative], lists: Lists) -> SearchEngine:
        snapshot = snapshot_of(tuple(initiatives), lists)
        return SearchEngine(lexicon_of(lists), snapshot, today=lambda: uk_day(self.now()))

    monkeypatch.setattr(engine, "Lexicon", lexicon_of)
    monkeypatch.setattr(Knowledge, "_build_search", build)


@pytest.fixture
def slack(monkeypatch: pytest.MonkeyPatch) -> Iterator[StandInSlack]:
    """A patient Slack in which the app is installed as its manifest says."""
    monkeypatch.setattr(tickets, "TRIGGER_SECONDS", PATIENCE)
    manifest = yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text())
    with StandInSlack(manifest=manifest, ack_seconds=PATIENCE, retry_delays=(0.2, 0.5, 1.0)) as slack:
        yield slack


def settings_for(slack: StandInSlack, store_url: str, **more: str) -> dict[str, str]:
    """The environment with which the bot speaks to this Slack."""
    return {
        "PRACTICE_DATABASE_URL": store_url,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "PRACTICE_SECRET_KEYS": "a key for the tests only",
        **more,
    }


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    """The bot served over HTTP on a free port, connected to Slack."""
    with connected(slack, store_url) as network:
        yield network


@pytest.fixture(params=["http", "socket"])
def either_way(request: pytest.FixtureRequest, network: Network) -> Iterator[Network]:
    """The bot over HTTP and over Socket Mode: what a test asks of both."""
    if request.param == "http":
        yield network
        return
    with over_socket(network):
        yield network


@contextmanager
def connected(
    slack: StandInSlack, store_url: str, *, now: Callable[[], datetime] = utc_now, **more: str
) -> Iterator[Network]:
    """The bot with further settings and a clock; in the end, that Slack refused nothing unexpected."""
    settings = read_settings(settings_for(slack, store_url, **more))
    with running_bot(settings, now=now) as bot:
        acknowledged_within(PATIENCE, bot)
        server = create_server(bot.app, signing_secret=slack.signing_secret, ready=lambda: True)
        http = make_server("127.0.0.1", 0, server, threaded=True)
        thread = threading.Thread(target=http.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        slack.connect(f"http://127.0.0.1:{http.server_port}/slack/events")
        network = Network(slack, bot, settings)
        try:
            yield network
        finally:
            http.shutdown()
            thread.join()
            http.server_close()
        refused = [(call.method, call.answer) for call in slack.workspace.refusals()]
        assert [call for call in refused if call[0] not in network.may_refuse] == []


def acknowledged_within(seconds: float, bot: Bot) -> None:
    """Have Bolt wait this long for each acknowledgement; by itself it gives up after three seconds."""
    for listener in cast(list[CustomListener], bot.app._listeners):
        listener.ack_timeout = seconds  # type: ignore[assignment]  # whole seconds by its annotation only


@contextmanager
def over_socket(network: Network) -> Iterator[None]:
    """Everything reaches the same bot over Socket Mode while the block runs."""
    handler = SocketModeHandler(network.bot.app, network.slack.app_token, trace_enabled=False)
    handler.connect()  # type: ignore[no-untyped-call]
    network.slack.wait_for(lambda: network.slack.socket.count, what="the bot's connection")
    network.slack.use_socket_mode()
    try:
        yield
    finally:
        handler.client.auto_reconnect_enabled = False
        network.slack.socket.hang_up()  # else the client sits out its receive timeout
        network.slack.wait_for(lambda: not handler.client.is_connected(), what="the client to notice")
        handler.close()  # type: ignore[no-untyped-call]
