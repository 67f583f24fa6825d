"""Days and moments as people in the UK say them."""

from __future__ import annotations

import zoneinfo
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from knowledge.domain import days
from knowledge.domain.days import SummerTime, said_at, uk_day, uk_midnight, uk_time


@pytest.fixture(params=["with the machine's time zones", "without any"], autouse=True)
def zones(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def missing(name: str) -> zoneinfo.ZoneInfo:
        raise zoneinfo.ZoneInfoNotFoundError(name)

    if request.param == "without any":
        monkeypatch.setattr(zoneinfo, "ZoneInfo", missing)
    days._uk.cache_clear()
    yield
    days._uk.cache_clear()


def test_after_midnight_in_summer_it_is_the_new_day() -> None:
    at = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert uk_day(at) == date(2026, 6, 2)
    assert said_at(at) == "2 June 2026 at 00:30"
    assert said_at(datetime(2026, 12, 1, 23, 30, tzinfo=UTC)) == "1 December 2026 at 23:30"


def test_a_day_begins_at_midnight_by_the_clock() -> None:
    assert uk_midnight(date(2026, 6, 2)) == datetime(2026, 6, 1, 23, tzinfo=UTC)
    assert uk_midnight(date(2026, 12, 2)) == datetime(2026, 12, 2, tzinfo=UTC)


def test_the_hours_round_both_changes_of_the_clock() -> None:
    shown = [f"{uk_time(datetime(2026, 3, 29, hour, 30, tzinfo=UTC)):%H:%M}" for hour in (0, 1)]
    assert shown == ["00:30", "02:30"]
    shown = [f"{uk_time(datetime(2026, 10, 25, hour, 30, tzinfo=UTC)):%H:%M}" for hour in (0, 1, 2)]
    assert shown == ["01:30", "01:30", "02:30"]


def test_the_rule_for_machines_without_time_zones_is_that_of_the_others() -> None:
    theirs, ours = ZoneInfo("Europe/London"), SummerTime()
    at = datetime(2024, 1, 1, tzinfo=UTC)
    while at.year < 2027:
        there, here = at.astimezone(theirs), at.astimezone(ours)
        assert there.replace(tzinfo=None) == here.replace(tzinfo=None)
        assert (there.fold, there.utcoffset(), there.tzname()) == (here.fold, here.utcoffset(), here.tzname())
        assert here.astimezone(UTC) == at
        at += timedelta(minutes=30)  # the very moments of both changes, too
