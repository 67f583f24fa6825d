"""Copies the whole store, every table of it, into another empty database: SQLite to PostgreSQL and back.

All of it lands in one transaction or none of it does, and before that ends every table is read back and compared, row
by row, with what was sent. The rows pass through in batches, so that the store may be of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON, Connection, MetaData, Table, delete, func, insert, inspect, select, text
from sqlalchemy.orm import Session

import knowledge.store.admin_tables
import knowledge.store.contribution_tables  # noqa: F401 (both add their tables to those of Base)
from knowledge.errors import Refused, StoreUnusable
from knowledge.store.batches import BATCH
from knowledge.store.database import Database, allow_long
from knowledge.store.tables import Base, StoreStateRow

#: Alembic's own table: migrating the target fills it.
_VERSION_TABLE = "alembic_version"
#: Sums of digests are kept to this many bits: a sum does not depend on the order in which a database gives its rows.
_DIGEST_BITS = 256


@dataclass(frozen=True, slots=True)
class Copied:
    """What was copied: rows by table, those without any left out."""

    rows: Mapping[str, int]

    @property
    def total(self) -> int:
        """Rows of all tables together."""
        return sum(self.rows.values())


@dataclass(slots=True)
class _Seen:
    """How many rows of a table went by, and the sum of their digests."""

    rows: int = 0
    digests: int = 0

    def add(self, row: Sequence[object]) -> None:
        self.rows += 1
        one = int.from_bytes(sha256(repr([_plain(value) for value in row]).encode()).digest())
        self.digests = (self.digests + one) % (1 << _DIGEST_BITS)


def copy_store(source: Database, target: Database) -> Copied:
    """Copy all of `source`, as it is at this moment, into `target`, which is migrated and must hold nothing yet.

    Raises Refused when the target holds anything, StoreUnusable when either cannot be used or when what arrived is
    not what was sent; then the target holds nothing.
    """
    target.migrate()
    with source.reading() as reading, target.own_connection() as writing:
        target.will_write(writing)
        with writing.begin():
            allow_long(writing)
            tables = _tables(writing)
            _refuse_unless_empty(writing, tables, target.where)
            copied = {}
            for table in tables:
                sent = _copy(_rows_of(source, reading, table), writing, table)
                _check(writing, table, sent)
                copied[table.name] = sent.rows
            _continue_counting(writing, tables)
    return Copied({name: rows for name, rows in copied.items() if rows})


def _tables(connection: Connection) -> list[Table]:
    """Every table of the schema, those that others refer to first; also ones that our own models do not describe."""
    every = MetaData()
    for table in Base.metadata.sorted_tables:
        table.to_metadata(every)
    names = [name for name in inspect(connection).get_table_names() if name not in {_VERSION_TABLE, *every.tables}]
    if names:
        every.reflect(connection, only=names)
    for table in every.tables.values():
        for column in table.columns:
            if isinstance(column.type, JSON):
                # Nothing and the JSON word for it are told apart only so.
                column.type = JSON(none_as_null=bool(column.nullable))
    return every.sorted_tables


def _refuse_unless_empty(connection: Connection, tables: Sequence[Table], where: str) -> None:
    if connection.dialect.name == "postgresql":
        # SQLite has one writer at a time anyway.
        names = ", ".join(connection.dialect.identifier_preparer.format_table(table) for table in tables)
        connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
    state = Base.metadata.tables[StoreStateRow.__tablename__]
    used = connection.scalar(select(state.c.revision)) or connection.scalar(select(state.c.loaded_at))
    if used or any(t.name != state.name and connection.execute(select(t).limit(1)).first() for t in tables):
        raise Refused(
            f"The database {where} already holds a store: nothing was copied. Name an empty database, or empty this "
            "one first."
        )
    connection.execute(delete(state))


def _copy(rows: Iterable[Sequence[Sequence[Any]]], writing: Connection, table: Table) -> _Seen:
    seen = _Seen()
    columns = [column.name for column in table.columns]
    for batch in rows:
        for row in batch:
            seen.add(row)
        writing.execute(insert(table), [dict(zip(columns, map(_in_utc, row), strict=True)) for row in batch])
    return seen


def _check(writing: Connection, table: Table, sent: _Seen) -> None:
    arrived = _Seen()
    for batch in _rows(writing, table):
        for row in batch:
            arrived.add(row)
    if arrived != sent:
        raise StoreUnusable(
            f"What arrived in the table {table.name} is not what was sent ({arrived.rows} of {sent.rows} rows): "
            "nothing was copied."
        )


def _rows_of(source: Database, reading: Session, table: Table) -> Iterator[Sequence[Sequence[Any]]]:
    """The rows of the source: what goes wrong in reading them is not said of the target that they are written to."""
    with source.in_words():
        yield from _rows(reading.connection(), table)


def _rows(connection: Connection, table: Table) -> Iterator[Sequence[Sequence[Any]]]:
    with connection.execute(select(table), execution_options={"yield_per": BATCH}) as result:
        yield from result.partitions()


def _continue_counting(connection: Connection, tables: Sequence[Table]) -> None:
    """Let PostgreSQL number new rows after the highest number copied; SQLite does so by itself."""
    if connection.dialect.name != "postgresql":
        return
    for table in tables:
        for column in table.primary_key.columns:
            sequence = connection.scalar(select(func.pg_get_serial_sequence(table.name, column.name)))
            highest = connection.scalar(select(func.max(column))) if sequence else None
            if highest is not None:
                connection.execute(select(func.setval(sequence, highest)))


def _in_utc(value: Any) -> Any:
    return value.replace(tzinfo=UTC) if isinstance(value, datetime) and value.tzinfo is None else value


def _plain(value: object) -> object:
    """A value as it is compared: the same whichever database gave it."""
    if isinstance(value, datetime):
        return _in_utc(value).astimezone(UTC).isoformat()
    if isinstance(value, memoryview | bytearray):
        return bytes(value)
    if isinstance(value, dict):
        return sorted((key, _plain(one)) for key, one in value.items())
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return value
