"""First use: whatever needs the store makes it ready, migrated and loaded, without anybody having to ask."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from knowledge.domain.reloading import FIRST_USE, FIRST_USE_WAIT
from knowledge.errors import Busy, Problem, StoreUnusable
from knowledge.services.reload import Reload

#: How often to look whether it is done, in seconds.
PAUSE = 0.2


class Readiness(Protocol):
    """The database, as first use needs it."""

    def is_current(self) -> bool:
        """Whether the schema is the one this version works with; cheap."""
        ...

    def migrate(self) -> None:
        """Bring it up to date; safe in several processes at once."""
        ...

    def is_loaded(self) -> bool:
        """Whether a library was ever brought in; cheap."""
        ...


def ensure_ready(
    database: Readiness,
    reload: Callable[[], Reload],
    *,
    wait: float = FIRST_USE_WAIT,
    sleep: Callable[[float], None] = time.sleep,
) -> tuple[Problem, ...]:
    """Migrate the store if need be and, when nothing was ever loaded, load the configured library.

    Any number of processes may do so at once: one loads, the others wait for it, up to `wait` seconds. Returns the
    problems of the library if this process loaded it; what is good of it was taken. `reload` is asked for only then.
    Raises StoreUnusable when the database cannot be used or the loading does not end.
    """
    if not database.is_current():
        database.migrate()
    until = time.monotonic() + wait
    while not database.is_loaded():
        try:
            return reload().run(first=True, by=FIRST_USE).problems
        except Busy as busy:
            if time.monotonic() > until:
                raise StoreUnusable(f"The library is still not loaded. {busy}") from None
            sleep(PAUSE)
    return ()
