"""Days and moments as people in the UK say them: what is kept is in UTC, what is shown is in their time and words."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def month(day: date) -> str:
    """ "November 2026", whatever the machine's own language."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def day_words(day: date) -> str:
    """ "23 November 2026", whatever the machine's own language."""
    return f"{day.day} {month(day)}"


def said_at(at: datetime) -> str:
    """A moment in UK time: "23 November 2026 at 18:40"."""
    local = uk_time(at)
    return f"{day_words(local.date())} at {local:%H:%M}"


def utc_now() -> datetime:
    """The time now, in UTC: the clock of whatever is not given another."""
    return datetime.now(UTC)


def uk_time(at: datetime) -> datetime:
    """The same moment by the clock in the UK."""
    return at.astimezone(_uk())


def uk_day(at: datetime) -> date:
    """Which day it is in the UK at that moment: in summer, from 23:00 UTC on, the next one."""
    return uk_time(at).date()


def uk_today() -> date:
    """Which day it is in the UK now."""
    return uk_day(utc_now())


def uk_midnight(day: date) -> datetime:
    """The moment at which a day begins in the UK, in UTC."""
    return datetime.combine(day, time(), _uk()).astimezone(UTC)


class SummerTime(tzinfo):
    """UK time by the rule since 1996, for machines without a database of time zones (small containers, Windows).

    An hour ahead of UTC from the last Sunday of March, 01:00 UTC, to the last Sunday of October, 01:00 UTC.
    """

    def utcoffset(self, at: datetime | None) -> timedelta:
        """How far the clock, showing `at`, is ahead of UTC."""
        return self.dst(at)

    def dst(self, at: datetime | None) -> timedelta:
        """The hour of summer time, or nothing."""
        if at is None:
            return timedelta()
        shown = at.replace(tzinfo=None)
        begins, ends = _summer(shown.year)
        # The hour before it ends is shown twice: as summer's first (fold 0), then as winter's.
        ends += timedelta(hours=0 if at.fold else 1)
        return timedelta(hours=1) if begins + timedelta(hours=1) <= shown < ends else timedelta()

    def fromutc(self, at: datetime) -> datetime:
        """The clock's time at a moment given in UTC."""
        begins, ends = _summer(at.year)
        shown = at.replace(tzinfo=None)
        if begins <= shown < ends:
            return at + timedelta(hours=1)
        return at.replace(fold=ends <= shown < ends + timedelta(hours=1))

    def tzname(self, at: datetime | None) -> str:
        """What the time is called."""
        return "BST" if self.dst(at) else "GMT"


def _summer(year: int) -> tuple[datetime, datetime]:
    """When summer time begins and ends, in UTC."""
    return _last_sunday(year, 3), _last_sunday(year, 10)


def _last_sunday(year: int, month: int) -> datetime:
    """At one o'clock, of a month with 31 days."""
    last = datetime(year, month, 31, 1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


@cache
def _uk() -> tzinfo:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # only where a time is shown

    try:
        return ZoneInfo("Europe/London")
    except ZoneInfoNotFoundError:
        return SummerTime()
