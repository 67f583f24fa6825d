"""What was found out about somebody or something, remembered for a while."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")


class Remembered(Generic[Key, Value]):
    """Values by key, each for so many seconds of the clock. Threads share it: at worst two find out the same."""

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self._seconds = seconds
        self._clock = clock
        self._lock = threading.Lock()
        self._held: dict[Key, tuple[float, Value]] = {}

    def find(self, key: Key, find_out: Callable[[], Value]) -> Value:
        """What is remembered of this key, found out where nothing is; what that raises is not kept."""
        now = self._clock()
        with self._lock:
            held = self._held.get(key)
        if held and self._holds(held, now):
            return held[1]
        found = find_out()
        with self._lock:
            self._held = {one: each for one, each in self._held.items() if self._holds(each, now)}
            self._held[key] = (now, found)
        return found

    def at_hand(self, key: Key) -> Value | None:
        """What is remembered of this key already; None where nothing is."""
        with self._lock:
            held = self._held.get(key)
        return held[1] if held and self._holds(held, self._clock()) else None

    def _holds(self, held: tuple[float, Value], now: float) -> bool:
        return now - held[0] < self._seconds
