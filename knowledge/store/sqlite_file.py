"""The file of an SQLite database: made for its owner only, never made anew where one was lost, opened for what its disk
allows.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import time
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any

from sqlalchemy.exc import DisconnectionError

from knowledge.domain.paths import resolved
from knowledge.errors import StoreUnusable

#: Ends the name of the file beside the database that is locked by whoever reloads. It is made after the database and
#: stays, so that it shows that there was one.
RELOAD_FILE = "-reload"
#: The same of the files that SQLite keeps while the database is open.
_COMPANIONS = ("-wal", "-shm")
_READ_ONLY = "opened to be read only"
_UNCHANGING = "immutable=1"
#: Between two tries to turn on the write-ahead log, in seconds.
_PAUSE = 0.05


class SqliteFile:
    """One database file, as the connections of one process have it open."""

    def __init__(self, path: Path, setting: str) -> None:
        self.path = path
        self._setting = setting
        self._opened: tuple[int, int] | None = None

    def connect(self, _: object, record: Any, arguments: Any, options: dict[str, Any]) -> sqlite3.Connection | None:
        """Have the file there before the driver opens it; opens it here where it can only be read."""
        if self.path.is_dir():
            raise StoreUnusable(
                f"{self._setting} names {self.path}, which is a folder. Name a file in it, for example "
                f"sqlite:///{self.path / 'practice.db'}."
            )
        self.refuse_if_lost()
        make_private_file(self.path)
        record.info.pop(_READ_ONLY, None)
        if not can_only_be_read(self.path):
            return None
        # Without its two companions SQLite opens a file of this kind only when told that it cannot change. They are
        # there as long as anybody can write, from wherever that is possible.
        mode = record.info[_READ_ONLY] = "mode=ro" if self._has_writer() else _UNCHANGING
        made: sqlite3.Connection = sqlite3.connect(f"{self.path.as_uri()}?{mode}", uri=True, **options)
        return made

    def prepare(self, connection: Any, record: Any, *, wait: float) -> None:
        """Set a new connection up: safe from crashes, waiting `wait` seconds for others, with foreign keys."""
        self._opened = self._opened or _identity(self.path)
        # Transactions are begun by us (see database.py), not by the driver's guesses.
        connection.isolation_level = None
        connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        if _READ_ONLY not in record.info:
            _turn_on_wal(connection, wait)
            connection.execute("PRAGMA synchronous = FULL")

    def check(self, _: object, record: Any, __: object) -> None:
        """Have a connection made anew that was opened for a disk that can only be read, where that has changed."""
        mode = record.info.get(_READ_ONLY)
        if mode and (not can_only_be_read(self.path) or (mode == _UNCHANGING and self._has_writer())):
            raise DisconnectionError

    def forget_opened(self) -> None:
        """All connections are closed: whatever file is there next is the right one."""
        self._opened = None

    def refuse_if_lost(self) -> None:
        """Raise StoreUnusable where the file is gone or empty though it held a store: a new one would hide that."""
        # In this order: the marker comes after the content of the database, in whatever process.
        marker = self.path.with_name(self.path.name + RELOAD_FILE)
        if marker.exists() and not (self.path.exists() and self.path.stat().st_size):
            state = "is empty" if self.path.exists() else "is gone"
            raise StoreUnusable(
                f"The database {self.path} {state}, though it held a store: {marker.name} lies beside it. Put the "
                f"newest good copy in its place; or, to begin with an empty store, delete {marker.name} first."
            )

    def refuse_if_replaced(self) -> None:
        """Raise StoreUnusable where the path no longer leads to the file that was opened."""
        if self._opened is not None and _identity(self.path) != self._opened:
            raise StoreUnusable(
                f"The database {self.path} was deleted or replaced while it was in use. Put the right file in its "
                "place, then start again."
            )

    def includes(self, path: Path) -> bool:
        """Whether a path leads to the file or to one that lies beside it for its sake."""
        own = (self.path.with_name(self.path.name + end) for end in ("", *_COMPANIONS, RELOAD_FILE))
        return resolved(path) in map(resolved, own)

    def _has_writer(self) -> bool:
        return any(self.path.with_name(self.path.name + end).exists() for end in _COMPANIONS)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner may read, where none is; SQLite would let everybody read it."""
    try:
        if not path.exists():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreUnusable(
            f"The database {path} cannot be opened: {error.strerror}. Check that its folder exists and that this user "
            "may write there."
        ) from None


def can_only_be_read(path: Path) -> bool:
    """Whether the disk that a file lies on is mounted for reading only."""
    if not hasattr(os, "statvfs"):
        return False
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def why_not_writable(path: Path) -> str | None:
    """What the system says against writing a file, or making files beside it; None where it says nothing.

    The file itself is not opened: closing it would end the locks that SQLite holds on it in this process.
    """
    if can_only_be_read(path):
        return os.strerror(errno.EROFS)
    if path.exists() and not os.access(path, os.W_OK):
        return os.strerror(errno.EACCES)
    try:
        # Permissions alone do not tell: a disk may be full, or mounted for reading only.
        with TemporaryFile(dir=next(folder for folder in path.parents if folder.exists()), buffering=0) as probe:
            probe.write(b"\0" * 4096)
    except OSError as error:
        return error.strerror
    return None


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _turn_on_wal(connection: Any, wait: float) -> None:
    # The switch needs the file for itself and does not wait as other statements do, so processes that start at the
    # same time on a new file try again until one has done it for all.
    until = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
