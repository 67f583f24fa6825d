"""What is wired goes by one clock, the one that was given."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.wiring.knowledge import Knowledge
from config.settings import read_settings
from knowledge.domain.gap import DAYS_UNTIL_SHOWN, GapKind
from knowledge.store.admin_tables import KeyCheckRow
from knowledge.store.contribution_tables import AuditRow
from tests.clock import NOON, Clock
from tests.knowledge.store.library import LISTS, initiative, item


@pytest.fixture
def clock() -> Clock:
    return Clock(NOON - timedelta(days=30))


@pytest.fixture
def knowledge(sqlite_url: str, tmp_path: Path, clock: Clock) -> Knowledge:
    made = Knowledge(read_settings({"PRACTICE_DATABASE_URL": sqlite_url}), now=clock)
    made.database.migrate()
    return made


def test_all_that_a_process_keeps_bears_the_time_of_the_clock_that_it_was_given(
    knowledge: Knowledge, clock: Clock
) -> None:
    knowledge.standing.beat("worker")
    knowledge.reload_store.apply([item(initiative())], LISTS, within=None)
    assert knowledge.secret_keys
    with knowledge.database.reading() as session:
        times: list[datetime] = [
            *session.scalars(select(AuditRow.at)),
            *session.scalars(select(KeyCheckRow.since)),
        ]
    assert [knowledge.standing.last_beat("worker"), *times] == [clock()] * 3
    knowledge.close()


def test_the_day_of_what_was_not_found_is_that_of_the_same_clock(knowledge: Knowledge, clock: Clock) -> None:
    for _ in range(DAYS_UNTIL_SHOWN):
        clock.pass_(days=1)
        knowledge.gaps.note([(GapKind.THEME, "mentoring")])
    (gap,) = knowledge.gaps.shown()
    assert gap.last == clock().date() == date(2026, 10, 24) + timedelta(days=DAYS_UNTIL_SHOWN)
    knowledge.close()
