"""Which processes are alive and what waits."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from knowledge.store.database import Database
from knowledge.store.health import Health
from knowledge.store.inbox import Inbox
from tests.knowledge.store.library import load

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_last_beat_of_a_process_is_known(database: Database) -> None:
    assert Health(database).last_beat("worker") is None
    for minutes in (0, 1):
        Health(database, now=lambda minutes=minutes: NOW + timedelta(minutes=minutes)).beat("worker")
    assert Health(database).last_beat("worker") == NOW + timedelta(minutes=1)
    assert Health(database).last_beat("other") is None


def test_questions_that_wait_are_counted_with_the_oldest(database: Database) -> None:
    inbox = Inbox(database, now=lambda: NOW)
    for key in ("one", "two", "three"):
        inbox.receive(key, b"")
    inbox.done("two")
    assert Health(database).questions_waiting() == (2, NOW)


def test_published_initiatives_are_counted(database: Database) -> None:
    load(database, ["one", "two"])
    assert Health(database).published() == 2
