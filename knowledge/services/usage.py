"""Usage: how often initiatives are shown and opened, gathered in memory and saved now and then, never with an asker."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import Protocol

from knowledge.domain.days import uk_day, utc_now
from knowledge.domain.upkeep import Counted


class UsageStore(Protocol):
    """What counting needs of the store."""

    def add(self, counts: Mapping[str, Counted], day: date) -> None:
        """Add to the counts of the week of `day`."""
        ...


class Usage:
    """Counts for all threads of a process; counts since the last `save` are lost with it, and nothing else is."""

    def __init__(self, store: UsageStore, *, now: Callable[[], datetime] = utc_now) -> None:
        self._store = store
        self._now = now
        self._lock = threading.Lock()
        self._counts: dict[str, Counted] = {}

    def shown(self, ids: Iterable[str]) -> None:
        """Count that these initiatives were shown in one answer."""
        self._add(ids, Counted(shown=1))

    def opened(self, id: str) -> None:
        """Count that this initiative was opened."""
        self._add([id], Counted(opened=1))

    def save(self) -> int:
        """Save what was counted since the last time; returns for how many initiatives. Kept for later if it fails."""
        with self._lock:
            counts, self._counts = self._counts, {}
        try:
            if counts:
                self._store.add(counts, uk_day(self._now()))
        except BaseException:
            for id, counted in counts.items():
                self._add([id], counted)
            raise
        return len(counts)

    def _add(self, ids: Iterable[str], more: Counted) -> None:
        with self._lock:
            for id in ids:
                self._counts[id] = self._counts.get(id, Counted()) + more
