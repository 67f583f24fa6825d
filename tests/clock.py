"""The clock that tests give to what asks for the time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

#: A Monday, at noon in the UK.
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


class Clock:
    """The time as a test sets it; it stands until it is moved."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def pass_(self, time: timedelta = timedelta(), **more: float) -> None:
        """Let `time` pass, or so many `seconds`, `days` ... by name."""
        self.now += time + timedelta(**more)
