"""How connections are made and given back, whichever database they are to."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any

from sqlalchemy.engine import URL

_CHOSEN = {
    # Else it would be the database's own: one that holds no Welsh name could not even be told so in words.
    "client_encoding": "utf8",
    "connect_timeout": 3,
    "keepalives": 1,
    "keepalives_idle": 30,
    "keepalives_interval": 10,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,
}


def postgres_arguments(url: URL, limits: Mapping[str, float]) -> dict[str, Any]:
    """What a connection to PostgreSQL is opened with, unless its address says otherwise; `limits` are in seconds."""
    given = str(url.query.get("options", ""))
    options = " ".join([*(f"-c {name}={int(seconds * 1000)}" for name, seconds in limits.items()), given]).strip()
    chosen: dict[str, Any] = {name: value for name, value in _CHOSEN.items() if name not in url.query}
    return {**chosen, "options": options, "application_name": url.query.get("application_name", "practice-finder")}


def end_transaction(connection: Any, _: object) -> None:
    """Undo what a connection that comes back to the pool left open."""
    # A commit that failed (disk full, lock not to be had) leaves SQLite's transaction open, write lock and all, and the
    # pool is told that there is nothing left to undo: without this every later use of the connection would fail.
    if isinstance(connection, sqlite3.Connection):
        is_open = connection.in_transaction
    else:
        is_open = connection is not None and connection.info.transaction_status.name in ("INTRANS", "INERROR")
    if is_open:
        connection.rollback()
