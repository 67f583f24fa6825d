"""Whoever asked for a reload is told how it ended, also when the process that ran it is gone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from knowledge.domain.library import LibraryItem
from knowledge.domain.outbox import MessageKind
from knowledge.domain.reloading import Reloader
from knowledge.store.database import Database
from knowledge.store.endings import AT_ONCE, Endings
from knowledge.store.outbox import Outbox
from knowledge.store.reloading import ReloadStore
from tests.knowledge.store.library import initiative, item, load

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)
KEY = "reload:1"
ADE = Reloader("T1:UADE", "Ade Mensah", KEY)


@pytest.fixture
def endings(database: Database) -> Endings:
    return Endings(database, now=lambda: NOON)


def due(database: Database) -> list[tuple[MessageKind, str]]:
    """What the outbox gives out once the reload had its time to say it itself."""
    claimed = Outbox(database, now=lambda: NOON + AT_ONCE).claim()
    return [(posting.message.kind, posting.message.to) for posting in claimed]


def test_what_began_once_does_not_begin_again(endings: Endings) -> None:
    assert endings.expect(KEY, "T1:UADE")
    assert not endings.expect(KEY, "T1:UADE")


def test_what_was_interrupted_has_no_outcome_and_is_told_in_due_time(database: Database, endings: Endings) -> None:
    endings.expect(KEY, "T1:UADE")
    assert Outbox(database, now=lambda: NOON + AT_ONCE - timedelta(seconds=1)).claim() == ()
    assert due(database) == [(MessageKind.RELOAD_ENDED, "T1:UADE")]
    assert endings.outcome(KEY) is None


def test_what_was_done_says_so_with_the_change_itself(database: Database, endings: Endings) -> None:
    load(database, ["one"])
    endings.expect(KEY, "T1:UADE")
    load(database, [item(initiative("one", title="New"))], by=ADE)
    assert endings.outcome(KEY) == "1 changed"
    endings.expect("undo:1", "T1:UADE")
    ReloadStore(database).undo(by=Reloader("T1:UADE", "Ade Mensah", "undo:1"))
    assert endings.outcome("undo:1") == "1 put back as before"


def test_what_changed_nothing_was_done_too(database: Database, endings: Endings) -> None:
    load(database, ["one"])
    endings.expect(KEY, "T1:UADE")
    load(database, ["one"], by=ADE)
    assert endings.outcome(KEY) == "no initiative changed"


def test_what_was_said_is_not_told_again(database: Database, endings: Endings) -> None:
    endings.expect(KEY, "T1:UADE")
    endings.said(KEY)
    assert due(database) == []


def test_whether_a_reload_runs_is_seen_from_elsewhere_and_does_not_get_in_its_way(database: Database) -> None:
    elsewhere = ReloadStore(database)
    assert not elsewhere.running()

    def items() -> list[LibraryItem]:
        assert elsewhere.running()
        return [item("one")]

    def lazily():
        yield from items()

    assert load(database, lazily()).added == ("one",)
    assert not elsewhere.running()
