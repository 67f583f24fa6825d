"""A reload on bad days: whatever breaks, the admin is told in plain words, and the store is as before or as after."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import event

import knowledge.store.database as database_module
from bot.payloads.asked import Place, Via
from bot.payloads.reloading import Previewed
from bot.sandbox.faults import RESPONSE_URL
from bot.sandbox.finding import buttons, find
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from bot.slack.directory import Directory
from knowledge.services.admin_reload import AdminReload
from knowledge.store.database import Database
from knowledge.store.endings import Endings
from knowledge.store.reload_right import ReloadRight
from tests.journeys.conftest import Network, settings_for
from tests.journeys.library_files import LibraryFile
from tests.journeys.reloading import becomes, previewed, with_library
from tests.journeys.test_processes import PRACTICE, wait_until


@pytest.fixture
def library(tmp_path: Path) -> LibraryFile:
    return LibraryFile(tmp_path / "library")


@pytest.fixture
def network(slack: StandInSlack, library: LibraryFile, short_lists: Path, tmp_path: Path) -> Iterator[Network]:
    with with_library(slack, library, short_lists, tmp_path) as network:
        yield network


@pytest.fixture
def ade(network: Network) -> SlackPerson:
    return network.slack.person("ade")


def store_of(network: Network) -> Database:
    return network.bot.knowledge.database


def ids(network: Network) -> list[str]:
    return [one.id for one in network.bot.knowledge.store.initiatives()]


@contextmanager
def locked(network: Network) -> Iterator[None]:
    """Another connection writes and does not end."""
    with closing(sqlite3.connect(str(store_of(network).file), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full_disk(network: Network, *, spare: int) -> Iterator[None]:
    """The database may grow by no more than these pages."""
    engine = store_of(network).engine
    with closing(sqlite3.connect(str(store_of(network).file))) as other:
        pages = other.execute("PRAGMA page_count").fetchone()[0] + spare

    def limit(raw: sqlite3.Connection, _: object) -> None:
        raw.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(engine, "connect", limit)
    engine.dispose()
    yield
    event.remove(engine, "connect", limit)
    engine.dispose()


@contextmanager
def while_noting(monkeypatch: pytest.MonkeyPatch, meanwhile: object) -> Iterator[None]:
    """`meanwhile` happens once a reload has begun and before it reads anything."""
    note = ReloadRight.note

    def and_more(right: ReloadRight, by: str, since: datetime) -> None:
        note(right, by, since)
        meanwhile()  # type: ignore[operator]

    with monkeypatch.context() as patched:
        patched.setattr(ReloadRight, "note", and_more)
        yield


@pytest.mark.parametrize("spare", [0, 2])
def test_a_full_disk_is_said_with_how_to_mend_it_and_changes_nothing(
    network: Network, ade: SlackPerson, library: LibraryFile, spare: int
) -> None:
    for number in range(300):
        library.entries[f"more-{number}"] = {**library.entries["circle"], "id": f"more-{number}"}
    library.write()
    preview = previewed(ade)
    with full_disk(network, spare=spare):
        ade.clicks(preview, "Apply")
        told = becomes(ade, "the disk is full. Make room, then try again")
        assert ids(network) == ["circle", "mirror"]
    ade.clicks(told, "Look again")
    ade.clicks(becomes(ade, "300 added"), "Apply")
    becomes(ade, "Reloaded.")
    assert len(ids(network)) == 302


def test_a_locked_database_is_said_within_slacks_three_seconds(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    with locked(network):
        assert ade.clicks(preview, "Apply").acked
        told = becomes(ade, "The database is busy")
        typed = ade.command("/practice reload")
        assert typed.acked
        assert "The database is busy" in typed.body
        assert ids(network) == ["circle", "mirror"]
    ade.clicks(told, "Look again")
    assert "1 added" in becomes(ade, "what would happen").text


def test_a_database_that_is_locked_in_the_middle_changes_nothing(
    slack: StandInSlack, library: LibraryFile, short_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "LOCK_WAIT", 0.2)
    with with_library(slack, library, short_lists, tmp_path) as network:
        ade = slack.person("ade")
        library.holds("walk")
        preview = previewed(ade)
        other = sqlite3.connect(str(store_of(network).file), isolation_level=None, check_same_thread=False)
        with closing(other), while_noting(monkeypatch, lambda: other.execute("BEGIN IMMEDIATE")):
            ade.clicks(preview, "Apply")
            told = becomes(ade, "The database is busy")
            other.execute("ROLLBACK")
        assert ids(network) == ["circle", "mirror"]
        assert buttons(told) == ["Look again"]


def test_a_file_saved_between_press_and_reading_is_shown_before_it_is_applied(
    network: Network, ade: SlackPerson, library: LibraryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    with while_noting(monkeypatch, lambda: library.drops("circle")):
        ade.clicks(preview, "Apply")
        shown = becomes(ade, "changed since you looked")
    assert ids(network) == ["circle", "mirror"]
    assert "Would be removed (1): circle" in shown.text
    ade.clicks(shown, "Apply")
    becomes(ade, "Reloaded.")
    assert ids(network) == ["mirror", "walk"]


def test_an_edit_in_slack_since_the_preview_is_shown_before_anything_is_applied(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("mirror", impact="More directors stay.")
    preview = previewed(ade)
    assert "1 changed" in preview.text
    parts = network.bot.parts
    place = Place(network.slack.workspace.team.id, "ULEAD", "", Via.CLICK)
    lena = parts.askers.writer(place)
    draft = parts.share.edit(lena, "mirror")
    sent = parts.share.submit(lena, draft.id, replace(draft.content, title="As edited", no_child=True))
    parts.review.publish(parts.askers.writer(replace(place, user="UADMIN")), sent.id)
    ade.clicks(preview, "Apply")
    shown = becomes(ade, "changed since you looked")
    assert "0 changed" in shown.text
    assert "1 kept from Slack" in shown.text


@pytest.mark.parametrize(
    ("failing", "where"), [((), "CGENERAL"), (("chat.postEphemeral",), "im")], ids=["beside it", "in their messages"]
)
def test_what_may_not_stand_in_the_place_of_the_preview_is_said_again(
    network: Network, ade: SlackPerson, library: LibraryFile, failing: tuple[str, ...], where: str
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    network.may_refuse.update(failing)
    for way in (RESPONSE_URL, *failing):
        network.slack.faults.status(way, 500, times=9)
    ade.clicks(preview, "Apply")
    told = becomes(ade, "from their next question on", where)
    network.slack.faults.clear()
    assert "1 added" in told.text
    assert ids(network) == ["circle", "mirror", "walk"]


@pytest.mark.parametrize("slow", [(Directory, "name"), (AdminReload, "preview")], ids=["before", "after"])
def test_while_a_reload_is_at_hand_it_is_not_called_interrupted(
    network: Network, ade: SlackPerson, library: LibraryFile, monkeypatch: pytest.MonkeyPatch, slow: tuple[type, str]
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    library.drops("circle")
    noted = threading.Event()
    going_on, work = Endings.going_on, getattr(*slow)

    def note(endings: Endings, key: str) -> None:
        going_on(endings, key)
        noted.set()

    def slowly(*args: object, **how: object) -> object:
        assert noted.wait(60)
        return work(*args, **how)

    monkeypatch.setattr(Endings, "going_on", note)
    monkeypatch.setattr(*slow, slowly)
    ade.clicks(preview, "Apply")
    becomes(ade, "changed since you looked")


def interrupted(network: Network, person: SlackPerson, preview: PostedMessage) -> None:
    """Another process began to apply it and was killed, and they were told."""
    pressed = Previewed.of(find(preview, "reload-apply")[1]["value"])
    assert pressed is not None
    key = f"reload:{pressed.token}"
    network.bot.parts.reload.begin(f"{network.slack.workspace.team.id}:{person.user.id}", key)
    network.bot.parts.postman.kick()
    becomes(person, "Your reload was interrupted before it was done.", "im")
    # They see it a moment before it is noted that Slack took it; until then it is still at hand.
    wait_until(lambda: not network.bot.parts.reload.is_at_hand(key), "a note that it was sent")


def test_who_presses_again_after_an_interruption_is_told_of_it_there(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    interrupted(network, ade, preview)
    ade.clicks(preview, "Apply")
    told = becomes(ade, "Your reload was interrupted before it was done.")
    assert ids(network) == ["circle", "mirror"]
    ade.clicks(told, "Look again")
    ade.clicks(becomes(ade, "what would happen"), "Apply")
    becomes(ade, "Reloaded.")


def test_who_presses_again_while_a_reload_runs_is_told_that_it_runs(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    interrupted(network, ade, preview)
    store = store_of(network)
    with store.own_connection() as connection, ReloadRight(store).held(connection):
        ade.clicks(preview, "Apply")
        becomes(ade, "A reload is still running.")
    assert "Apply" in buttons(preview)


def url_of(network: Network) -> str:
    return store_of(network).url.render_as_string()


def test_a_reload_on_the_terminal_keeps_one_in_slack_out_and_says_so(
    network: Network, ade: SlackPerson, library: LibraryFile
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    program = [sys.executable, "-m", "tests.knowledge.store.processes", "reload_until_told", url_of(network)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, text=True) as other:
        wait_until(network.bot.knowledge.reload.running, "the reload on the terminal")
        ade.clicks(preview, "Apply")
        told = becomes(ade, "Another reload")
        other.kill()
    assert "Another reload (the terminal) has been running since" in told.text
    assert ids(network) == ["circle", "mirror"]
    ade.clicks(told, "Look again")
    ade.clicks(becomes(ade, "what would happen"), "Apply")
    becomes(ade, "Reloaded.")


def test_a_reload_in_slack_keeps_one_on_the_terminal_out_and_says_so(
    network: Network, ade: SlackPerson, library: LibraryFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.holds("walk")
    preview = previewed(ade)
    let_go = threading.Event()
    # Let go of without a limit of its own: the one of the terminal's reload tells what took too long.
    with while_noting(monkeypatch, let_go.wait):
        ade.clicks(preview, "Apply")
        wait_until(network.bot.knowledge.reload.running, "the reload in Slack")
        environment = {**os.environ, **settings_for(network.slack, url_of(network))}
        try:
            done = subprocess.run([*PRACTICE, "reload"], env=environment, capture_output=True, text=True, timeout=60)
        finally:
            let_go.set()
        becomes(ade, "Reloaded.")
    assert done.returncode == 1
    assert "Another reload (Ade Mensah) has been running since" in done.stderr
    assert "Traceback" not in done.stderr
