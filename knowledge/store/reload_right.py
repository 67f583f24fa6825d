"""The one right to reload: an advisory lock on PostgreSQL, a locked file beside the database on SQLite.

Both end with the process that holds them, however it ends; the row in `store_state` only says who and since when.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select, text, update
from sqlalchemy.exc import SQLAlchemyError

from knowledge.domain.days import said_at
from knowledge.domain.reloading import FIRST_USE, FIRST_USE_WAIT
from knowledge.errors import Busy
from knowledge.store.database import Database
from knowledge.store.schema import RELOAD_LOCK
from knowledge.store.sqlite_file import RELOAD_FILE, make_private_file
from knowledge.store.tables import StoreStateRow

#: How long to wait, in seconds, for whoever only looks whether the right is free: that takes milliseconds.
_LOOKED_AT = 0.25
#: How long to wait, in seconds, for whoever has it and has not said who they are: they say so at once, or let go.
_NOTED = 2.0
#: Between two looks, in seconds.
_PAUSE = 0.2
_IS_HELD = text(
    "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 1 AND granted"
    " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    " AND (classid::bigint << 32) | objid::bigint = :key)"
)


class ReloadRight:
    """Held by one reload, of any process, at a time."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def held(self, connection: Connection, *, patient: bool = True) -> Iterator[None]:
        """Hold it while `connection` works; raises Busy, saying who and since when, while another has it.

        With `patient` it waits for a first use: whoever reloads as others start for the first time did not ask for
        that, and is not in anybody's way. Those who waited begin at the same moment, so each waits for its turn.
        """
        begun, in_turn = time.monotonic(), False
        with ExitStack() as stack:
            while not self._take(connection, stack):
                since, by = self._holder()
                in_turn = in_turn or by == FIRST_USE.name
                wait = FIRST_USE_WAIT if in_turn else 0 if by else _NOTED
                if not patient or time.monotonic() - begun > wait:
                    raise _busy(since, by)
                time.sleep(_PAUSE)
            yield

    def is_held(self) -> bool:
        """Whether anybody reloads now."""
        if not self._database.is_sqlite:
            return bool(self._database.read(lambda session: session.scalar(_IS_HELD, {"key": RELOAD_LOCK})))
        if not self._path.exists():
            return False
        with (
            self._database.in_words(),
            closing(sqlite3.connect(self._path, timeout=0, isolation_level=None)) as lock,
        ):
            try:
                lock.execute("SELECT count(*) FROM sqlite_master").fetchall()
            except sqlite3.OperationalError as error:
                if not _is_locked(error):
                    raise
                return True
        return False

    def note(self, by: str, since: datetime) -> None:
        """Note who has it, for whoever else wants it."""
        self._database.write(
            lambda session: session.execute(update(StoreStateRow).values(reloading_since=since, reloading_by=by))
        )

    @property
    def _path(self) -> Path:
        assert self._database.file is not None
        return self._database.file.with_name(self._database.file.name + RELOAD_FILE)

    def _take(self, connection: Connection, stack: ExitStack) -> bool:
        """Whether it could be had; `stack` lets go of it."""
        if self._database.is_sqlite:
            return self._lock_file(stack)
        # Belongs to the connection that does the work: should that be cut, lock and work are gone together.
        with connection.begin():
            taken = bool(connection.scalar(select(func.pg_try_advisory_lock(RELOAD_LOCK))))
        if taken:
            stack.callback(_unlock, connection)
        return taken

    def _lock_file(self, stack: ExitStack) -> bool:
        # SQLite has no such locks, but an empty database of its own beside the real one can be locked whole.
        make_private_file(self._path)
        lock = sqlite3.connect(self._path, timeout=_LOOKED_AT, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            if not _is_locked(error):
                raise
            return False
        stack.callback(lock.close)
        return True

    def _holder(self) -> tuple[datetime | None, str | None]:
        since, by = self._database.read(
            lambda session: session.execute(select(StoreStateRow.reloading_since, StoreStateRow.reloading_by)).one()
        )
        return since, by


def _unlock(connection: Connection) -> None:
    # The server would notice the closed connection, but only a moment later.
    with suppress(SQLAlchemyError), connection.begin():
        connection.execute(select(func.pg_advisory_unlock(RELOAD_LOCK)))


def _busy(since: datetime | None, by: str | None) -> Busy:
    who = f"Another reload ({by})" if by else "Another reload"
    when = f"has been running since {said_at(since)}" if since else "has just begun"
    return Busy(f"{who} {when}. Try again when it is done.")


def _is_locked(error: sqlite3.OperationalError) -> bool:
    return error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
