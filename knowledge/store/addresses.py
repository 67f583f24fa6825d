"""Addresses of databases: how the one that is set is read, what is wrong with it, and what of it can be shown."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from knowledge.errors import StoreUnusable

#: The setting that the address of the store is given in, unless another is named.
SETTING = "PRACTICE_DATABASE_URL"


def read_url(address: str, setting: str = SETTING) -> URL:
    """The database's address with its driver; `postgres://` and `postgresql://` mean psycopg 3.

    Raises StoreUnusable, without repeating the address, when it is malformed or names another kind of database.
    """
    url = _parsed(address, setting)
    if "@" in (url.host or ""):
        # What follows it would be shown as the host, and it is a part of the password.
        raise StoreUnusable(f"{setting} has an @ in its password: write it as %40 there.")
    check = _CHECKS.get(url.drivername)
    if check is None:
        raise StoreUnusable(
            f"{setting} names a {url.drivername} database. Expected sqlite:// or postgresql:// (psycopg)."
        )
    check(url, setting)
    return url


def _parsed(address: str, setting: str) -> URL:
    for prefix in ("postgres://", "postgresql://"):
        if address.startswith(prefix):
            address = "postgresql+psycopg://" + address.removeprefix(prefix)
    try:
        url = make_url(address)
        if "\0" in unquote(address):
            raise ValueError
    except (ArgumentError, ValueError):
        raise StoreUnusable(
            f"{setting} is not a database address. Expected for example sqlite:////srv/practice.db or "
            "postgresql://user:password@host:5432/practice (several hosts: "
            "postgresql://user:password@/practice?host=first:5432&host=second:5432)."
        ) from None
    return url


def _check_sqlite(url: URL, setting: str) -> None:
    if "uri" in url.query or (url.database or "").startswith("file:"):
        raise StoreUnusable(
            f"{setting} names an SQLite file by a URI of its own. Name the file itself, for example "
            "sqlite:////srv/practice.db."
        )
    if url.query:
        # Most would be taken without a word and without effect; how the file is opened is for us to say.
        options = ", ".join(sorted(url.query))
        raise StoreUnusable(
            f"{setting} has an option that an SQLite file does not take: {options}. Name the file alone, for "
            "example sqlite:////srv/practice.db."
        )
    if not url.database or url.database == ":memory:":
        raise StoreUnusable(
            f"{setting} names a database in memory, which each thread would see empty. Name a file, "
            "for example sqlite:////srv/practice.db."
        )
    try:
        Path(url.database).absolute()
    except OSError:
        raise StoreUnusable(
            f"{setting} names {url.database}, which would lie in the working folder, and that is gone. Name the file "
            "in full, for example sqlite:////srv/practice.db."
        ) from None


def _check_postgres(url: URL, setting: str) -> None:
    try:
        url.get_dialect()().create_connect_args(url)
    except ArgumentError:
        raise StoreUnusable(f"{setting} has a port that is no number. Expected for example port=5432.") from None


#: What may be wrong with an address, by its driver.
_CHECKS: dict[str, Callable[[URL, str], None]] = {
    "sqlite": _check_sqlite,
    "sqlite+pysqlite": _check_sqlite,
    "postgresql+psycopg": _check_postgres,
}


def on_server(url: URL) -> str:
    """A PostgreSQL database as it can be shown, with each of its hosts: never with a password."""
    hosts = url.query.get("host", url.host or "localhost")
    named = hosts if isinstance(hosts, str) else ", ".join(hosts)
    # Where it names no database, PostgreSQL opens the one that is called as the user is.
    return f"{url.database or url.username} at {named}" + (f":{url.port}" if url.port else "")
