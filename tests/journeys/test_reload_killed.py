"""The server killed while it reloads or undoes: the old state or the new, and whoever pressed is told which."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from knowledge.domain.version import Change
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from tests.journeys.conftest import settings_for
from tests.journeys.test_processes import (
    PRACTICE,
    START,
    answers,
    free_port,
    health,
    running,
    two_minutes_pass,
    wait_until,
)

#: Entries of the library: enough for a kill to fall between two batches.
ENTRIES = 1200
#: Seconds after the press within which the kill falls; the work takes about so long on an idle machine.
WORK = 0.6
#: Reloads and undoings that the long test kills.
ROUNDS = 12


class Library:
    """A library in which every entry says its version."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder

    def says(self, version: str) -> None:
        for file in range(4):
            entries = "".join(self._entry(number, version) for number in range(file, ENTRIES, 4))
            (self.folder / f"{file}.yaml").write_text(entries)

    @staticmethod
    def _entry(number: int, version: str) -> str:
        return (
            f"- {{id: entry-{number:05}, authority: Hackney, title: {version} of {number}, summary: What is done.,\n"
            "   categories: [communities], themes: [leadership], source: {title: A page}}\n"
        )


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


@pytest.fixture
def environment(slack: StandInSlack, library: Library, short_lists: Path, tmp_path: Path) -> dict[str, str]:
    """The server's environment, for a library that says the old version."""
    library.says("Old")
    folders = {"PRACTICE_LIBRARY": str(library.folder), "PRACTICE_LISTS": str(short_lists)}
    url = f"sqlite:///{tmp_path / 'practice.db'}"
    return settings_for(slack, url, PORT=str(free_port()), PRACTICE_ADMINS="UADMIN", **folders)


@contextmanager
def served(slack: StandInSlack, environment: dict[str, str], log: Path) -> Iterator[int]:
    """The server, ready; gives its process group."""
    with running([*PRACTICE, "serve"], environment, log) as process:
        wait_until(lambda: answers(health(environment, "readyz")), "readiness")
        slack.connect(health(environment, "slack/events"))
        yield process.pid


def said(person: SlackPerson, *words: str) -> PostedMessage:
    """What the bot said since they last did something that has one of these words, waited for."""
    return person.wait_for(
        lambda: next((one for one in person.replies() if any(each in one.text for each in words)), None),
        what=f"one of {words}",
        seconds=START,
    )


def state(environment: dict[str, str]) -> tuple[set[str], list[Change]]:
    """Which versions the store holds, and what the audit says was done to come there."""
    database = Database(environment["PRACTICE_DATABASE_URL"])
    try:
        versions = {one.title.partition(" ")[0] for one in InitiativeStore(database).initiatives()}
        return versions, [line.change for line in ReloadStore(database).history(99)]
    finally:
        database.close()


def outbox(environment: dict[str, str]) -> list[str]:
    """The states of all messages."""
    database = Database(environment["PRACTICE_DATABASE_URL"])
    try:
        return list(database.read(lambda session: session.scalars(select(OutboxRow.state)).all()))
    finally:
        database.close()


def left_by_the_killed(environment: dict[str, str]) -> tuple[set[str], list[Change]]:
    """`state` after a kill; what the process had claimed is as good as given up."""
    database = Database(environment["PRACTICE_DATABASE_URL"])
    try:
        two_minutes_pass(database)
    finally:
        database.close()
    return state(environment)


def pressed_and_killed(person: SlackPerson, message: PostedMessage, button: str, group: int) -> bool:
    """Press it, and kill the server at a random moment after; whether Slack was told that the press arrived."""
    deliveries = []
    press = threading.Thread(target=lambda: deliveries.append(person.clicks(message, button)))
    press.start()
    after = random.uniform(0.0, WORK)
    print(f"killed {after:.3f} s after the press of {button}")
    time.sleep(after)
    os.killpg(group, signal.SIGKILL)
    press.join(START)
    assert deliveries, f"the press did not end within {START:.0f} s of the kill"
    return bool(deliveries[0].acked)


def survived(slack: StandInSlack, environment: dict[str, str], log: Path, button: str) -> bool:
    """Press it, kill the server, start it again; whether it was done, on which store, audit and word must agree."""
    ade = slack.person("ade")
    old, before = state(environment)
    with served(slack, environment, log) as group:
        ade.command("/practice reload")
        arrived = pressed_and_killed(ade, said(ade, "Nothing has changed yet"), button, group)
    held, after = left_by_the_killed(environment)
    done = held != old
    assert held in ({"Old"}, {"New"})
    assert len(after) == len(before) + done
    with served(slack, environment, log):
        if done:
            # Or it was killed right while it said so, and nobody knows whether it arrived.
            said(ade, "Reloaded.", "Undone.", "Your reload is done.", "may or may not have arrived")
        elif arrived:
            said(ade, "Your reload was interrupted before it was done.")
    return done


def practice(environment: dict[str, str], *arguments: str) -> None:
    """Run it on the terminal."""
    subprocess.run([*PRACTICE, *arguments], env={**os.environ, **environment}, check=True, capture_output=True)


def test_killed_while_it_reloads(
    slack: StandInSlack, environment: dict[str, str], library: Library, tmp_path: Path
) -> None:
    practice(environment, "reload")
    library.says("New")
    survived(slack, environment, tmp_path / "log", "Apply")
    practice(environment, "reload")
    assert state(environment)[0] == {"New"}


def test_killed_while_it_undoes(
    slack: StandInSlack, environment: dict[str, str], library: Library, tmp_path: Path
) -> None:
    practice(environment, "reload")
    library.says("New")
    practice(environment, "reload")
    if not survived(slack, environment, tmp_path / "log", "Undo last reload"):
        practice(environment, "reload", "--undo")
    assert state(environment)[0] == {"Old"}


def test_killed_while_it_says_so(
    slack: StandInSlack, environment: dict[str, str], library: Library, tmp_path: Path
) -> None:
    practice(environment, "reload")
    library.says("New")
    ade = slack.person("ade")
    with served(slack, environment, tmp_path / "log") as group:
        ade.command("/practice reload")
        shown = said(ade, "Nothing has changed yet")
        slack.faults.delay("response_url", 20, times=9)
        ade.clicks(shown, "Apply")
        wait_until(lambda: "posting" in outbox(environment), "word under way")
        os.killpg(group, signal.SIGKILL)
    slack.faults.clear()
    assert left_by_the_killed(environment)[0] == {"New"}
    with served(slack, environment, tmp_path / "log"):
        said(ade, "may or may not have arrived")


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_killed_again_and_again(
    slack: StandInSlack, environment: dict[str, str], library: Library, tmp_path: Path
) -> None:
    practice(environment, "reload")
    library.says("New")
    for _ in range(ROUNDS):
        if not survived(slack, environment, tmp_path / "log", "Apply"):
            practice(environment, "reload")
        if not survived(slack, environment, tmp_path / "log", "Undo last reload"):
            practice(environment, "reload", "--undo")
        assert state(environment)[0] == {"Old"}
