"""Processes killed at any point leave the old state or the new one, and others can go on at once."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, text

from knowledge.errors import Busy
from knowledge.store.copying import copy_store
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from tests.knowledge.store.library import load
from tests.knowledge.store.processes import library

PROGRAM = [sys.executable, "-m", "tests.knowledge.store.processes"]


def run(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([*PROGRAM, *arguments], text=True, stderr=subprocess.PIPE)


def killed(*arguments: str) -> None:
    process = run(*arguments)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == -signal.SIGKILL, errors


def state(database: Database) -> set[object]:
    """What every initiative says of its version, and the versions its own and its file's contacts are of."""
    return {
        (one.title.removeprefix("Title in "), one.own_contacts[0].name, one.form_contacts[0].name)
        for one in InitiativeStore(database).initiatives()
    }


def check_sound(database: Database) -> None:
    if database.is_sqlite:
        with database.reading() as session:
            assert session.scalar(text("PRAGMA integrity_check")) == "ok"
            assert session.execute(text("PRAGMA foreign_key_check")).all() == []


@contextmanager
def counted(database: Database) -> Iterator[list[int]]:
    """A list that grows by one with every statement and commit, as the processes count them."""
    statements: list[int] = []

    def count(*_: object) -> None:
        statements.append(1)

    for moment in ("before_cursor_execute", "commit"):
        event.listen(database.engine, moment, count)
    yield statements
    for moment in ("before_cursor_execute", "commit"):
        event.remove(database.engine, moment, count)


def statements_of_a_reload(database: Database) -> int:
    with counted(database) as statements:
        load(database, library("new"))
    return len(statements)


def load_when_free(database: Database) -> None:
    """PostgreSQL lets go of what a killed process held once it notices, which takes it a moment."""
    until = time.monotonic() + 10
    while True:
        try:
            load(database, library("new"))
            return
        except Busy:
            assert time.monotonic() < until


def address(database: Database) -> str:
    return database.url.render_as_string(hide_password=False)


def survive_a_kill(database: Database, statement: int) -> None:
    load(database, library("old"))
    revision = InitiativeStore(database).revision()
    killed("reload_and_die", address(database), "new", str(statement))
    found = state(database)
    one = "new" if InitiativeStore(database).revision() > revision else "old"
    assert found == {(one, one, one)}, f"killed before statement {statement}"
    check_sound(database)
    load_when_free(database)
    assert state(database) == {("new", "new", "new")}


def test_a_reload_killed_at_any_point_leaves_the_old_or_the_new_library(database: Database) -> None:
    load(database, library("old"))
    total = statements_of_a_reload(database)
    # One kill in each third, at random: before, in the middle of, and at the end of what is saved.
    for third in range(3):
        survive_a_kill(database, random.randint(1 + third * total // 3, (third + 1) * total // 3))


def undo_when_free(database: Database) -> None:
    """PostgreSQL lets go of what a killed process held once it notices, which takes it a moment."""
    until = time.monotonic() + 10
    while True:
        try:
            ReloadStore(database).undo()
            return
        except Busy:
            assert time.monotonic() < until


def test_undoing_killed_at_any_point_leaves_the_new_or_the_old_library(database: Database) -> None:
    load(database, library("old"))
    load(database, library("new"))
    with counted(database) as statements:
        ReloadStore(database).undo()
    assert state(database) == {("old", "old", "old")}
    for third in range(3):
        load(database, library("new"))
        total = len(statements)
        statement = random.randint(1 + third * total // 3, (third + 1) * total // 3)
        killed("undo_and_die", address(database), str(statement))
        found = state(database)
        assert found in ({("old", "old", "old")}, {("new", "new", "new")})
        check_sound(database)
        if found == {("new", "new", "new")}:
            undo_when_free(database)
        assert state(database) == {("old", "old", "old")}


def test_a_copy_killed_at_any_point_leaves_the_target_whole_or_empty(
    sqlite_url: str, tmp_path: Path, postgres_url: str
) -> None:
    source = Database(sqlite_url)
    source.migrate()
    load(source, library("old"))
    with_postgres = Database(postgres_url)
    rehearsal = Database(f"sqlite:///{tmp_path / 'rehearsal.db'}")
    with counted(rehearsal) as statements:
        copy_store(source, rehearsal)
    for target in (Database(f"sqlite:///{tmp_path / 'target.db'}"), with_postgres):
        killed("copy_and_die", sqlite_url, address(target), str(random.randint(1, len(statements))))
        if not target.is_current():
            target.migrate()
        if not target.is_loaded():
            assert state(target) == set()
            copy_store(source, target)
        assert state(target) == {("old", "old", "old")}
        check_sound(target)
        target.close()
    source.close()


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_a_reload_killed_before_every_single_statement(database: Database) -> None:
    load(database, library("old"))
    for statement in range(1, statements_of_a_reload(database) + 1):
        survive_a_kill(database, statement)


def wipe(database: Database) -> None:
    """Take everything out, as if nothing had ever been there."""
    with database.own_connection() as connection, connection.begin():
        for table in inspect(connection).get_table_names():
            connection.execute(text(f"DROP TABLE {table} CASCADE" if not database.is_sqlite else "SELECT 1"))
    database.close()
    if database.file:
        for file in database.file.parent.glob(f"{database.file.name}*"):
            file.unlink()


def survive_a_killed_migration(database_url: str, statement: int) -> None:
    killed("migrate_and_die", database_url, str(statement))
    database = Database(database_url)
    if not database.is_current():
        with database.engine.connect() as connection:
            assert inspect(connection).get_table_names() == []
    database.migrate()
    load(database, library("new", 5))
    wipe(database)


def statements_of_a_migration(database_url: str) -> int:
    """How many there are: not as many on one kind of database as on the other."""
    database = Database(database_url)
    with counted(database) as statements:
        database.migrate()
    wipe(database)
    return len(statements)


def test_a_migration_killed_at_any_point_leaves_the_old_or_the_new_schema(database_url: str) -> None:
    total = statements_of_a_migration(database_url)
    for half in range(2):
        survive_a_killed_migration(database_url, random.randint(1 + half * total // 2, (half + 1) * total // 2))


@pytest.mark.endurance
@pytest.mark.timeout(3600)
def test_a_migration_killed_before_every_single_statement(database_url: str) -> None:
    for statement in range(1, statements_of_a_migration(database_url) + 1):
        survive_a_killed_migration(database_url, statement)


def test_of_several_processes_at_first_use_one_loads_and_all_go_on(database_url: str, tmp_path: Path) -> None:
    note = tmp_path / "note"
    processes = [run("use_first", database_url, str(note)) for _ in range(4)]
    for process in processes:
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 0, errors
    assert note.read_text() == "read\n"
