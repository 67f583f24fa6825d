"""Days on which something was not found."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from knowledge.domain.gap import Gap, GapKind
from knowledge.errors import Busy
from knowledge.store.admin_tables import GapRow
from knowledge.store.database import PROMPT_WAIT, Database
from knowledge.store.gaps import GapStore
from tests.databases import writing

FIRST = date(2026, 11, 1)
MENTORING = (GapKind.WORD, "reverse mentoring")
ASHFORD = (GapKind.AUTHORITY, "Ashford")


def on(database: Database, day: int) -> GapStore:
    return GapStore(database, today=lambda: FIRST + timedelta(days=day))


def test_what_came_up_on_four_days_is_not_shown_and_on_five_it_is(database: Database) -> None:
    for day in range(4):
        on(database, day).note([MENTORING])
    assert on(database, 4).shown() == ()
    on(database, 4).note([MENTORING])
    assert on(database, 4).shown() == (Gap(GapKind.WORD, "reverse mentoring", 5, FIRST + timedelta(days=4)),)


def test_an_answer_waits_no_longer_for_a_note_than_slack_does(database: Database) -> None:
    if not database.is_sqlite:
        pytest.skip("on PostgreSQL only rows are locked, and notes wait for nobody")
    with writing(database) as other:
        other.execute(select(GapRow.day))
        began = time.monotonic()
        with pytest.raises(Busy):
            on(database, 0).note([MENTORING])
        assert time.monotonic() - began < PROMPT_WAIT + 1


def test_many_questions_on_one_day_count_once(database: Database) -> None:
    for _ in range(9):
        on(database, 0).note([MENTORING, MENTORING])
    assert on(database, 0).shown() == ()


def test_the_most_frequent_comes_first(database: Database) -> None:
    for day in range(6):
        on(database, day).note([ASHFORD, MENTORING] if day else [ASHFORD])
    assert [gap.name for gap in on(database, 6).shown()] == ["Ashford", "reverse mentoring"]


def test_old_days_are_forgotten(database: Database) -> None:
    for day in range(5):
        on(database, day).note([MENTORING])
    assert on(database, 11).clean(timedelta(days=10)) == 1
    assert on(database, 11).shown() == ()


def test_nothing_recognised_writes_nothing(database: Database) -> None:
    on(database, 0).note([])
    with database.reading() as session:
        assert session.scalars(select(GapRow.name)).all() == []
