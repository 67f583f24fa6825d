"""The database, SQLite or PostgreSQL: connections, transactions, and errors in words.

Readers see one state of the store for as long as they read (SQLite: WAL; PostgreSQL: REPEATABLE READ, READ ONLY) and
wait for nobody. Writers on SQLite begin with BEGIN IMMEDIATE: they queue for the one write lock at the start, up to
`LOCK_WAIT`, instead of failing in the middle (a deferred transaction that turns into a writer is refused at once when
another wrote since it began, whatever the timeout).
"""

from __future__ import annotations

import math
import random
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from knowledge.errors import PracticeError
from knowledge.store import schema
from knowledge.store.addresses import SETTING, on_server, read_url
from knowledge.store.connections import end_transaction, postgres_arguments
from knowledge.store.failures import in_words, is_line_cut, is_passing
from knowledge.store.sqlite_file import SqliteFile
from knowledge.store.tables import StoreStateRow

T = TypeVar("T")

#: How long a writer waits for another, in seconds: a first load of 100,000 entries holds SQLite's write lock for some
#: seconds, and those who pressed a button were told already that it arrived.
LOCK_WAIT = 10.0
#: The same for what is saved before Slack is told that it arrived (questions, forms): it gives three seconds for all,
#: so that all writes for one form have these together.
PROMPT_WAIT = 2.0
#: What a writer gets whose time was used up by those before it, in seconds: others are done within milliseconds.
LEAST_WAIT = 0.2
#: How long one statement of a question may take on PostgreSQL, in seconds; a person waits no longer.
STATEMENT_WAIT = 5.0
#: The same for jobs that are known to be long: migrations and reloads.
JOB_STATEMENT_WAIT = 300.0
#: How long to wait for a free connection of the pool, in seconds, before saying that the database is busy.
POOL_WAIT = 2.0
#: How often work is tried that the database rolled back for others' sake, and the first pause in seconds (doubled
#: each time, with jitter, so that those who collided do not collide again).
ATTEMPTS = 4
FIRST_PAUSE = 0.05
#: No new attempt after this long, in seconds: whoever waited for a lock or an unreachable host has waited enough.
#: A standby's promotion took 0.2 s in a trial.
RETRY_FOR = 3.0
#: Recycling below the half hour after which many firewalls drop idle connections, in seconds.
RECYCLE = 1800

_WRITES = "practice_writes"


class Database:
    """Connections to one database, shared by all threads of a process. Nothing is opened before first use."""

    def __init__(self, url: str, *, pool_size: int = 5, max_overflow: int = 10, setting: str = SETTING) -> None:
        self.url = read_url(url, setting)
        self._setting = setting
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        pool: dict[str, Any] = {"pool_size": pool_size, "max_overflow": max_overflow, "pool_timeout": POOL_WAIT}
        if self.is_sqlite:
            self.engine = create_engine(
                self.url, hide_parameters=True, connect_args={"timeout": LOCK_WAIT, "check_same_thread": False}, **pool
            )
            self._readers = self.engine
            self._file = SqliteFile(Path(str(self.url.database)).absolute(), setting)
            event.listen(self.engine, "do_connect", self._file.connect)
            event.listen(self.engine, "connect", lambda *opened: self._file.prepare(*opened, wait=LOCK_WAIT))
            event.listen(self.engine, "checkout", self._file.check)
            event.listen(self.engine, "begin", _begin_sqlite)
        else:
            self.engine = create_engine(
                self.url,
                hide_parameters=True,
                pool_pre_ping=True,
                pool_recycle=RECYCLE,
                connect_args=postgres_arguments(
                    self.url, {"statement_timeout": STATEMENT_WAIT, "lock_timeout": LOCK_WAIT}
                ),
                **pool,
            )
            self._readers = self.engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        event.listen(self.engine, "checkin", end_transaction)
        self._writers: Engine = self.engine.execution_options(**{_WRITES: LOCK_WAIT})
        self._hurries = threading.local()

    @property
    def file(self) -> Path | None:
        """The SQLite file; None on PostgreSQL."""
        return self._file.path if self.is_sqlite else None

    @property
    def where(self) -> str:
        """The database as it can be shown: never with a password."""
        return str(self.file) if self.is_sqlite else on_server(self.url)

    def lies_in(self, path: Path) -> bool:
        """Whether a path, links followed, leads to the file of SQLite or to one that it keeps beside it."""
        return self.is_sqlite and self._file.includes(path)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one state of the store throughout and cannot be held up by writers."""
        with self.in_words(), Session(self._readers) as session:
            yield session

    def read(self, work: Callable[[Session], T]) -> T:
        """Do `work` in a reading session; once more, on another connection, if the line was cut meanwhile."""

        def attempt() -> T:
            with Session(self._readers) as session:
                return work(session)

        with self.in_words():
            return _again(attempt, lambda error: is_passing(error) or is_line_cut(error))

    @contextmanager
    def promptly(self) -> Iterator[None]:
        """Give all that this thread writes while the block runs the time of one write with `prompt`: Slack waits."""
        before = self._until
        self._hurries.until = before or time.monotonic() + PROMPT_WAIT
        try:
            yield
        finally:
            self._hurries.until = before

    @property
    def _until(self) -> float | None:
        until: float | None = getattr(self._hurries, "until", None)
        return until

    def write(self, work: Callable[[Session], T], *, prompt: bool = False) -> T:
        """Do `work` in a writing session; again, a few times, when the database rolled it back for others' sake.

        With `prompt` it fails soon enough for Slack to be told so in its three seconds.
        `work` may thus run more than once and must do nothing but write here. A line cut before the commit was sent
        counts as rolled back; one cut during the commit leaves the outcome unknown and is raised.
        """
        committing = False
        until = self._until or (time.monotonic() + PROMPT_WAIT if prompt else None)

        def attempt() -> T:
            nonlocal committing
            committing = False
            with Session(self._writers if until is None else self._prompt_writers(until)) as session:
                if until is not None and not self.is_sqlite:
                    session.execute(text(f"SET LOCAL lock_timeout = {_milliseconds(_left(until))}"))
                result = work(session)
                committing = True
                session.commit()
                return result

        with self.in_words():
            return _again(
                attempt,
                lambda error: is_passing(error) or (is_line_cut(error) and not committing),
                until,
            )

    def _prompt_writers(self, until: float) -> Engine:
        return self.engine.execution_options(**{_WRITES: _left(until)})

    @contextmanager
    def own_connection(self) -> Iterator[Connection]:
        """A connection outside the pool, closed for good at the end: what it locked or staged goes with it.

        On SQLite its transactions begin as readers' until `will_write` is called on it.
        """
        with self.in_words(), self.engine.connect() as connection:
            connection.detach()
            yield connection

    def will_write(self, connection: Connection) -> None:
        """Make the next transactions of `connection` those of a writer whose statements may take long."""
        connection.execution_options(**{_WRITES: LOCK_WAIT})

    def is_current(self) -> bool:
        """Whether the schema is the one this version works with; one cheap statement.

        Raises StoreUnusable when a newer version of Practice Finder has been at the database.
        """
        with self.in_words(), self.engine.connect() as connection:
            return schema.is_current(connection, self.where)

    def is_loaded(self) -> bool:
        """Whether a library was ever brought in, into a current schema; one cheap statement."""
        return self.read(lambda session: session.scalar(select(StoreStateRow.loaded_at))) is not None

    def migrate(self) -> None:
        """Bring the schema up to date; safe in several processes at once and when killed: the old or the new schema."""
        with self.own_connection() as connection:
            if self.is_sqlite:
                # Rebuilding a table drops it, and with foreign keys on that would empty the tables that refer to it.
                connection.connection.cursor().execute("PRAGMA foreign_keys = OFF")
            self.will_write(connection)
            with connection.begin():
                if not self.is_sqlite:
                    allow_long(connection)
                    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": schema.MIGRATION_LOCK})
                if not schema.has_any(connection):
                    schema.require_every_letter(connection, self.where)
                    schema.upgrade(connection)
                elif not schema.is_current(connection, self.where):
                    schema.upgrade(connection)

    def require_file(self) -> None:
        """Raise StoreUnusable where the SQLite file is lost, or another one than was opened."""
        if self.is_sqlite:
            self._file.refuse_if_lost()
            self._file.refuse_if_replaced()

    def close(self) -> None:
        """Close every idle connection; the database can be used again afterwards."""
        self.engine.dispose()
        if self.is_sqlite:
            self._file.forget_opened()

    @contextmanager
    def in_words(self) -> Iterator[None]:
        """Turn the database's errors into StoreUnusable or Busy, in words fit for the person who set this up."""
        try:
            yield
        except PracticeError:
            raise
        except (SQLAlchemyError, sqlite3.Error) as error:
            # The driver's own text can hold values that people typed, so it does not go along as the cause.
            raise in_words(error, self.where, self._setting, self.file) from None


def allow_long(connection: Connection) -> None:
    """Let this transaction's statements take as long as a job's may (PostgreSQL; SQLite has no such limit)."""
    if connection.dialect.name == "postgresql":
        limit = int(JOB_STATEMENT_WAIT * 1000)
        connection.execute(text(f"SET LOCAL statement_timeout = {limit}"))
        connection.execute(text(f"SET LOCAL lock_timeout = {limit}"))


def _left(until: float) -> float:
    """Seconds that a writer has until then, or `LEAST_WAIT`."""
    return max(until - time.monotonic(), LEAST_WAIT)


def _milliseconds(seconds: float) -> int:
    """Rounded up, so that who waited as long has no time left."""
    return math.ceil(seconds * 1000)


def _again(attempt: Callable[[], T], worth_it: Callable[[BaseException], bool], until: float | None = None) -> T:
    until = until or time.monotonic() + RETRY_FOR
    for number in range(ATTEMPTS - 1):
        try:
            return attempt()
        except (SQLAlchemyError, sqlite3.Error) as error:
            if not worth_it(error) or time.monotonic() > until:
                raise
        time.sleep(FIRST_PAUSE * 2**number * random.uniform(0.5, 1.5))  # noqa: S311 (spreads load, guards nothing)
    return attempt()


def _begin_sqlite(connection: Connection) -> None:
    wait = connection.get_execution_options().get(_WRITES)
    if wait is None:
        connection.exec_driver_sql("BEGIN")
        return
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {_milliseconds(wait)}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
