"""Whoever asked for a reload is told how it ended, also when the process that ran it is gone."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from knowledge.domain.library import LibraryItem
from knowledge.domain.outbox import MessageKind
from knowledge.domain.reloading import Reloader
from knowledge.errors import NotFound, Overtaken, StoreUnusable
from knowledge.store.database import Database
from knowledge.store.endings import AT_ONCE, Endings
from knowledge.store.outbox import Outbox
from knowledge.store.reloading import ReloadStore
from knowledge.store.sqlite_file import RELOAD_FILE
from tests.knowledge.store.library import LISTS, initiative, item, load

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


def test_who_can_say_it_after_all_comes_before_another_who_has_not_begun_to(
    database: Database, endings: Endings
) -> None:
    endings.expect(KEY, "T1:UADE")
    outbox = Outbox(database, now=lambda: NOON + AT_ONCE)
    (taken,) = outbox.claim()
    endings.saying(KEY)
    assert not outbox.posting(KEY, taken.claim)
    endings.not_said(KEY)
    assert due(database) == [(MessageKind.RELOAD_ENDED, "T1:UADE")]


def test_what_another_is_sending_is_not_given_out_again_by_who_could_not_say_it(
    database: Database, endings: Endings
) -> None:
    endings.expect(KEY, "T1:UADE")
    outbox = Outbox(database, now=lambda: NOON + AT_ONCE)
    (taken,) = outbox.claim()
    outbox.posting(KEY, taken.claim)
    endings.saying(KEY)
    endings.not_said(KEY)
    assert due(database) == []


def test_while_whoever_began_it_is_at_it_nobody_else_tells_how_it_ended(database: Database, endings: Endings) -> None:
    endings.expect(KEY, "T1:UADE")
    Endings(database, now=lambda: NOON + timedelta(seconds=4)).going_on(KEY)
    assert due(database) == []
    assert Outbox(database, now=lambda: NOON + timedelta(seconds=9)).claim() != ()


def test_who_is_overtaken_has_time_to_say_so_from_then_on(database: Database, endings: Endings) -> None:
    load(database, ["one"])
    endings.expect(KEY, "T1:UADE")
    late = NOON + timedelta(minutes=1)
    with pytest.raises(Overtaken):
        ReloadStore(database, now=lambda: late).apply([item("two")], LISTS, within=None, previewed="another", by=ADE)
    assert Outbox(database, now=lambda: late).claim() == ()
    assert Outbox(database, now=lambda: late + AT_ONCE).claim() != ()


def test_it_is_at_hand_until_it_was_left_to_others(database: Database, endings: Endings) -> None:
    endings.expect(KEY, "T1:UADE")
    assert endings.is_at_hand(KEY)
    endings.said(KEY)
    assert endings.is_at_hand(KEY)
    endings.expect("reload:2", "T1:UADE")
    assert not Endings(database, now=lambda: NOON + AT_ONCE).is_at_hand("reload:2")
    outbox = Outbox(database, now=lambda: NOON + AT_ONCE)
    (taken,) = outbox.claim()
    assert not endings.is_at_hand("reload:2")
    outbox.done("reload:2", taken.claim, posted="T1:D1:1.0")
    assert not endings.is_at_hand("reload:2")


def test_what_is_no_longer_kept_is_not_called_interrupted(database: Database, endings: Endings) -> None:
    endings.expect(KEY, "T1:UADE")
    endings.said(KEY)
    Outbox(database, now=lambda: NOON + timedelta(days=99)).clean(timedelta(days=30))
    with pytest.raises(NotFound):
        endings.outcome(KEY)


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


def test_where_the_lock_cannot_be_opened_that_is_said_in_words(migrated_sqlite: str) -> None:
    with closing(Database(migrated_sqlite)) as database:
        assert database.file is not None
        database.file.with_name(database.file.name + RELOAD_FILE).mkdir()
        with pytest.raises(StoreUnusable, match="cannot be opened"):
            ReloadStore(database).running()
