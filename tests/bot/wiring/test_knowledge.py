from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime

from bot.wiring.knowledge import Knowledge
from config.settings import read_settings
from knowledge.domain.query import Years


def test_this_year_is_told_by_the_clock_in_the_uk(migrated_sqlite: str) -> None:
    settings = read_settings({"PRACTICE_DATABASE_URL": migrated_sqlite})
    times = [datetime(2026, 12, 31, 23, 59, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC)]
    with closing(Knowledge(settings, now=lambda: times[0])) as knowledge:
        assert knowledge.find.answer("anything from this year").query.years == Years(2026, 2026)
        times.pop(0)
        assert knowledge.find.answer("anything from this year").query.years == Years(2027, 2027)
