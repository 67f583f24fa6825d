"""Which schema this version works with, and the way there; Alembic is imported only to migrate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, column, inspect, select, table
from sqlalchemy.exc import DBAPIError

from knowledge.errors import StoreUnusable
from knowledge.store.failures import is_missing_table

if TYPE_CHECKING:
    from alembic.config import Config

#: Every schema version, oldest first, as in `migrations/versions` (a test compares the two): reading them from here
#: keeps the check at each start to one statement.
VERSIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")
HEAD = VERSIONS[-1]

#: PostgreSQL's advisory locks, so that one process migrates or reloads at a time; any constants unlikely to be taken.
MIGRATION_LOCK = 7_403_118_001
RELOAD_LOCK = 7_403_118_002


def has_any(connection: Connection) -> bool:
    """Whether the database was ever migrated."""
    return inspect(connection).has_table("alembic_version")


def is_current(connection: Connection, where: str) -> bool:
    """Whether the schema is at `HEAD`; raises StoreUnusable, naming both versions, when it is a newer one.

    One statement; where nothing was ever migrated it fails, and with it the transaction on PostgreSQL.
    """
    try:
        found = connection.execute(select(column("version_num")).select_from(table("alembic_version"))).scalar()
    except DBAPIError as error:
        if is_missing_table(error):
            return False
        raise
    if found is not None and found not in VERSIONS:
        raise StoreUnusable(
            f"The database {where} has schema {found}; this version of Practice Finder knows up to {HEAD}. "
            "Install the newer Practice Finder that made it, or name another database."
        )
    return bool(found == HEAD)


def require_every_letter(connection: Connection, where: str) -> None:
    """Raise StoreUnusable where the database cannot hold every letter that people write (PostgreSQL's encodings)."""
    if connection.dialect.name != "postgresql":
        return
    encoding = connection.exec_driver_sql("SHOW server_encoding").scalar()
    if encoding != "UTF8":
        raise StoreUnusable(
            f"The database {where} has the encoding {encoding}, which does not hold every letter that people write. "
            "Create one with ENCODING 'UTF8' TEMPLATE template0, and name that one."
        )


def configuration(connection: Connection) -> Config:
    """Alembic's configuration for the migrations beside this file, working on `connection` and in its transaction."""
    from alembic.config import Config

    configured = Config()
    configured.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    configured.attributes["connection"] = connection
    return configured


def upgrade(connection: Connection) -> None:
    """Migrate to `HEAD` within the transaction of `connection`."""
    from alembic import command

    command.upgrade(configuration(connection), HEAD)
    _check_references(connection)


def downgrade(connection: Connection, version: str) -> None:
    """Migrate back to `version` ("base": to nothing) within the transaction of `connection`."""
    from alembic import command

    command.downgrade(configuration(connection), version)
    _check_references(connection)


def _check_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise StoreUnusable("The migration would leave rows that refer to missing ones; nothing was changed.")
