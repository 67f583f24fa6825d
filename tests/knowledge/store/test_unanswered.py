"""Questions to the admins, on each database: saved whole or not at all, oldest first."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from knowledge.domain.identity import Hasher
from knowledge.domain.outbox import ADMINS, Message, MessageKind
from knowledge.domain.unanswered import Settled, Unanswered
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import Busy
from knowledge.store.admin_tables import UnansweredRow
from knowledge.store.contribution_tables import AuditRow, OutboxRow
from knowledge.store.database import PROMPT_WAIT, Database
from knowledge.store.unanswered import UnansweredStore
from tests.databases import writing

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
ONE = Unanswered("one", "Pwy sy’n gweithio gyda theuluoedd Roma? Ŵŷ 🙂", "", NOW.date(), by="T1:U1")
LINE = AuditLine(NOW, "T1:U6", Change.QUESTION_SETTLED, note="one")


@pytest.fixture
def store(database: Database) -> UnansweredStore:
    return UnansweredStore(database, lambda: Hasher(["a key of this test"]))


def add(store: UnansweredStore, one: Unanswered) -> bool:
    return store.add(one, Message(f"unanswered:{one.id}", MessageKind.UNANSWERED, ADMINS, one.id), NOW)


def count(database: Database, row: type) -> int:
    with database.reading() as session:
        return len(session.execute(select(row)).all())


def test_a_question_comes_back_as_it_was_saved(store: UnansweredStore) -> None:
    assert add(store, ONE)
    assert store.one("one") == ONE
    assert store.one("other") is None


def test_the_oldest_day_comes_first(store: UnansweredStore) -> None:
    for number in (1, 3, 2):
        add(store, replace(ONE, id=str(number), day=NOW.date() - timedelta(days=number)))
    assert [one.id for one in store.waiting()] == ["3", "2", "1"]


def test_saved_again_nothing_changes_and_nobody_is_told(store: UnansweredStore, database: Database) -> None:
    assert add(store, ONE)
    assert not add(store, replace(ONE, text="Other words"))
    assert store.one("one") == ONE
    assert (count(database, UnansweredRow), count(database, OutboxRow)) == (1, 1)


def test_what_was_settled_is_settled_once_with_one_audit_line(store: UnansweredStore, database: Database) -> None:
    add(store, ONE)
    assert store.settle("one", Settled(NOW.date(), "T1:U6"), LINE)
    assert not store.settle("one", Settled(NOW.date(), "T1:U7", answered=True), LINE)
    assert not store.settle("other", Settled(NOW.date(), "T1:U7"), LINE)
    assert store.one("one") == replace(ONE, settled=Settled(NOW.date(), "T1:U6"))
    assert store.waiting() == ()
    assert count(database, AuditRow) == 1


@pytest.mark.parametrize("what", ["sent", "settled"])
def test_where_others_hold_the_database_up_it_is_said_while_slack_still_listens(
    store: UnansweredStore, database: Database, what: str
) -> None:
    if not database.is_sqlite:
        pytest.skip("on PostgreSQL only rows are locked, and nobody else has one of these")
    add(store, ONE)
    saves = {
        "sent": lambda: add(store, replace(ONE, id="two")),
        "settled": lambda: store.settle("one", Settled(NOW.date(), "T1:U6"), LINE),
    }
    with writing(database) as other:
        other.execute(select(UnansweredRow.id))
        began = time.monotonic()
        with pytest.raises(Busy, match="others are writing"):
            saves[what]()
        assert time.monotonic() - began < PROMPT_WAIT + 1
    assert store.waiting() == (ONE,)


def test_the_key_is_not_asked_for_where_no_name_came_off(database: Database) -> None:
    def no_key() -> Hasher:
        raise AssertionError("asked for the key")

    store = UnansweredStore(database, no_key)
    assert store.waiting() == ()
    assert store.one("one") is None
    assert store.forget(NOW.date()) == 0
    add(store, ONE)
    assert store.waiting() == (ONE,)
