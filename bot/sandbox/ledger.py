"""One lock, one count of changes and one source of names for all parts of a workspace."""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable
from typing import TypeVar

from bot.sandbox.clock import Clock
from bot.sandbox.errors import CannotDo

T = TypeVar("T")
LOOK_AGAIN_SECONDS = 0.05  # what is waited for may also change outside the workspace, in the app


class Ledger:
    """Guards a workspace's state; whoever waits for a change is woken by the next one."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.changed = threading.Condition(threading.RLock())
        self._sequence = 0
        self._names = itertools.count(1)
        self._last_ts = 0

    @property
    def sequence(self) -> int:
        """The number of changes so far."""
        return self._sequence

    def change(self) -> int:
        """Counts one change and wakes whoever waits; call it with the lock held."""
        self._sequence += 1
        self.changed.notify_all()
        return self._sequence

    def new_id(self, prefix: str) -> str:
        """An id of Slack's form, never given twice."""
        with self.changed:
            return f"{prefix}0{next(self._names):07d}"

    def new_ts(self) -> str:
        """A message's time and name: seconds, point, six digits; never given twice and always growing."""
        with self.changed:
            self._last_ts = max(self._last_ts + 1, int(self.clock.now() * 1_000_000))
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def wait_for(self, look: Callable[[], T | None], *, what: str, seconds: float) -> T:
        """The first thing that `look` finds (not None, not False, not empty); CannotDo after so many real seconds."""
        end = time.monotonic() + seconds
        with self.changed:
            while True:
                found = look()
                if found:
                    return found
                left = end - time.monotonic()
                if left <= 0:
                    raise CannotDo(f"waited {seconds:g} s in vain for {what}")
                self.changed.wait(min(left, LOOK_AGAIN_SECONDS))
