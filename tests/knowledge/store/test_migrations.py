"""The schema's history: there and back on both databases, in step with the tables, safe beside others."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from knowledge.errors import StoreUnusable
from knowledge.store import schema
from knowledge.store.contribution_tables import Base  # of all tables: those of the store and those of members
from knowledge.store.database import Database
from tests.databases import writing


def migrate_back(database: Database, version: str = "base") -> None:
    with database.own_connection() as connection:
        database.will_write(connection)
        with connection.begin():
            schema.downgrade(connection, version)


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names()) - {"alembic_version"}


def test_the_migrated_schema_is_the_one_that_the_tables_describe(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_every_check_of_the_tables_is_in_the_migrated_schema_under_its_name(database: Database) -> None:
    with database.engine.connect() as connection:
        found = {
            (table, check["name"]): check["sqltext"]
            for table in tables(connection)
            for check in inspect(connection).get_check_constraints(table)
        }
    wanted = {
        (table.name, constraint.name)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if constraint.name and str(constraint.name).startswith("ck_")
    }
    assert set(found) == wanted


def test_migrating_back_leaves_nothing_and_migrating_again_works(database: Database) -> None:
    migrate_back(database)
    with database.engine.connect() as connection:
        assert tables(connection) == set()
    assert not database.is_current()
    database.migrate()
    assert database.is_current()


def test_the_known_versions_are_those_of_the_migrations(sqlite_url: str) -> None:
    with Database(sqlite_url).engine.connect() as connection:
        scripts = ScriptDirectory.from_config(schema.configuration(connection))
    found = [script.revision for script in scripts.walk_revisions()]
    assert tuple(reversed(found)) == schema.VERSIONS
    assert scripts.get_heads() == [schema.HEAD]


def test_an_empty_database_is_not_current(database_url: str) -> None:
    database = Database(database_url)
    assert not database.is_current()
    database.close()


def test_migrating_twice_changes_nothing(database: Database) -> None:
    database.migrate()
    assert database.is_current()


@pytest.mark.parametrize("check", [Database.is_current, Database.migrate])
def test_a_newer_schema_is_refused_naming_both_versions(database: Database, check) -> None:
    with writing(database) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreUnusable, match=f"schema 9999.* knows up to {schema.HEAD}"):
        check(database)


def test_a_migration_that_fails_half_way_leaves_the_old_schema(database: Database, monkeypatch) -> None:
    migrate_back(database)

    def fail(connection: Connection) -> None:
        assert tables(connection)
        raise RuntimeError

    monkeypatch.setattr(schema, "_check_references", fail)
    with pytest.raises(RuntimeError):
        database.migrate()
    with database.engine.connect() as connection:
        assert tables(connection) == set()
    monkeypatch.undo()
    database.migrate()
    assert database.is_current()


def test_foreign_keys_are_on_after_a_migration(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    database.migrate()
    with database.reading() as session:
        assert session.scalar(text("PRAGMA foreign_keys")) == 1


def test_threads_that_migrate_at_the_same_time_all_succeed(database_url: str) -> None:
    databases = [Database(database_url) for _ in range(6)]
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(Database.migrate, databases))
    assert all(database.is_current() for database in databases)
    for database in databases:
        database.close()


def test_alembic_is_imported_only_to_migrate() -> None:
    program = (
        "import sys, knowledge.store.initiatives, knowledge.store.reloading, knowledge.store.inbox, "
        "knowledge.store.submissions; sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
