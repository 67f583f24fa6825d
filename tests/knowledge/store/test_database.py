"""Connections, transactions and errors of both kinds of database."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
import time
from contextlib import nullcontext
from pathlib import Path

import pytest
from sqlalchemy import event, inspect, select, text, update
from sqlalchemy.engine import make_url

from knowledge.errors import Busy, StoreUnusable
from knowledge.store import database as module
from knowledge.store.addresses import read_url
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.tables import StoreStateRow
from tests.databases import writing
from tests.knowledge.services.sharing import statements
from tests.knowledge.store.library import load

SECRET = "s3cr3t-passw0rd"


@pytest.mark.parametrize(
    ("address", "driver"),
    [
        ("postgres://app@db/practice", "postgresql+psycopg"),
        ("postgresql://app@db/practice", "postgresql+psycopg"),
        ("postgresql+psycopg://app@db/practice", "postgresql+psycopg"),
        ("sqlite:////srv/practice.db", "sqlite"),
    ],
)
def test_every_usual_way_to_write_an_address_is_understood(address: str, driver: str) -> None:
    assert read_url(address).drivername == driver


def test_several_hosts_stay_in_the_address() -> None:
    url = read_url("postgres://app@/practice?host=a:5432&host=b:5433&target_session_attrs=read-write")
    assert url.query["host"] == ("a:5432", "b:5433")


@pytest.mark.parametrize(
    "address",
    [
        f"postgresql://app:{SECRET}@one:1,two:2/practice",
        f"mysql://app:{SECRET}@db/practice",
        f"nonsense {SECRET}",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///practice%00.db",
        f"postgresql://app:{SECRET}@db/practice%00",
        "",
    ],
)
def test_an_unusable_address_is_refused_in_words_without_repeating_it(address: str) -> None:
    with pytest.raises(StoreUnusable, match="PRACTICE_DATABASE_URL") as caught:
        Database(address)
    assert SECRET not in str(caught.value)


def test_a_database_that_its_server_does_not_have_is_to_be_created(postgres_server: str) -> None:
    address = make_url(postgres_server).set(database="no_such").render_as_string(hide_password=False)
    database = Database(address)
    with pytest.raises(StoreUnusable, match="does not exist"):
        database.is_current()
    database.close()


def test_an_unreachable_server_is_named_without_the_password() -> None:
    with pytest.raises(StoreUnusable, match=r"practice at 127\.0\.0\.1:1 cannot be reached") as caught:
        Database(f"postgresql://app:{SECRET}@127.0.0.1:1/practice").is_current()
    assert SECRET not in repr(caught.value)


def test_an_address_without_a_database_is_that_of_the_users_own() -> None:
    with pytest.raises(StoreUnusable, match=r"database app at 127\.0\.0\.1:1 cannot be reached"):
        Database("postgresql://app@127.0.0.1:1").is_current()


def test_errors_never_hold_what_was_typed(database: Database) -> None:
    statement = text("INSERT INTO inbox (key, state, received_at) VALUES (:key, 'wrong', '2026-01-01')")
    with pytest.raises(StoreUnusable) as caught, writing(database) as session:
        session.execute(statement, {"key": SECRET})
    assert SECRET not in str(caught.value)
    assert caught.value.__suppress_context__


def test_a_new_file_and_its_folder_are_made_for_the_owner_only(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/new/folder/practice.db")
    database.migrate()
    assert database.file is not None
    assert stat.S_IMODE(database.file.stat().st_mode) == 0o600
    assert stat.S_IMODE(database.file.parent.stat().st_mode) == 0o700


def test_sqlite_is_set_up_for_safety(sqlite_url: str) -> None:
    with Database(sqlite_url).reading() as session:
        found = [session.scalar(text(f"PRAGMA {name}")) for name in ("journal_mode", "foreign_keys", "synchronous")]
    assert found == ["wal", 1, 2]


def test_readers_cannot_write_on_postgresql(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.migrate()
    with pytest.raises(StoreUnusable, match="read-only"), database.reading() as session:
        session.execute(update(StoreStateRow).values(revision=5))
    database.close()


def test_a_damaged_file_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    path.write_bytes(b"this is no database at all" * 1000)
    with pytest.raises(StoreUnusable, match=r"practice\.db is damaged"):
        Database(f"sqlite:///{path}").is_current()
    assert path.read_bytes().startswith(b"this is no database")


def test_a_file_damaged_in_the_middle_is_reported_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "practice.db"
    database = Database(f"sqlite:///{path}")
    database.migrate()
    load(database, [f"entry-{number}" for number in range(200)])
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)
    with pytest.raises(StoreUnusable, match="damaged"):
        list(InitiativeStore(Database(f"sqlite:///{path}")).initiatives())


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="which is a folder"):
        Database(f"sqlite:///{tmp_path}").is_current()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("postgresql://app:very@secret@db:1/x", "has an @ in its password"),
        ("sqlite:///file:practice.db?uri=true", "Name the file itself"),
        ("postgresql://app@127.0.0.1:1/x?colour=red", "does not take as it is: colour"),
        ("postgresql://app@127.0.0.1:1/x?sslmode=very-secret", "does not take as it is: sslmode"),
        ("postgresql://app@127.0.0.1:1/x?connect_timeout=secret", "must be a whole number, such as connect_timeout=3"),
        ("postgresql://app@127.0.0.1:1/x?keepalives_idle=secret", "must be a whole number, such as keepalives_idle=3"),
        ("postgresql://app@/x?host=127.0.0.1&port=secret", "has a port that is no number"),
        (
            "sqlite:////tmp/practice.db?mode=ro",
            "an option that an SQLite file does not take: mode. ",
        ),
    ],
)
def test_an_address_that_cannot_be_right_is_said_without_what_it_holds(url: str, said: str) -> None:
    with pytest.raises(StoreUnusable) as refused:
        Database(url, setting="DATABASE_URL").is_current()
    assert said in str(refused.value)
    assert str(refused.value).startswith("DATABASE_URL ")
    assert "secret" not in str(refused.value)


def test_a_database_of_another_program_is_left_alone(database_url: str) -> None:
    database = Database(database_url)
    with writing(database) as session:
        session.execute(text("CREATE TABLE initiative (other INTEGER)"))
    with pytest.raises(StoreUnusable, match="holds tables of another program"):
        database.migrate()
    with database.engine.connect() as connection:
        assert inspect(connection).get_table_names() == ["initiative"]
    database.close()


def test_a_path_through_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreUnusable, match="cannot be opened"):
        Database(f"sqlite:///{tmp_path}/file/practice.db").migrate()


def test_a_full_disk_is_said_in_words_and_loses_nothing(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    database.migrate()
    load(database, ["one"])
    with database.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    limited = Database(sqlite_url)
    event.listen(limited.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages + 2}"))
    with pytest.raises(StoreUnusable, match="the disk is full"):
        load(limited, ["one", *(f"entry-{number}" for number in range(300))])
    assert [one.id for one in InitiativeStore(limited).initiatives()] == ["one"]
    with database.engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"


def test_eight_threads_of_writers_all_get_their_turn(database: Database) -> None:
    def work() -> None:
        for _ in range(25):
            database.write(add_one)

    def add_one(session) -> None:
        seen = session.scalar(select(StoreStateRow.revision).with_for_update())
        session.execute(update(StoreStateRow).values(revision=seen + 1))

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert InitiativeStore(database).revision() == 8 * 25


def test_work_that_is_raised_from_is_not_saved(database: Database) -> None:
    def work(session) -> None:
        session.execute(update(StoreStateRow).values(revision=9))
        raise LookupError

    with pytest.raises(LookupError):
        database.write(work)
    assert InitiativeStore(database).revision() == 0


def test_a_writer_that_waits_too_long_is_told_that_the_database_is_busy(sqlite_url: str, monkeypatch) -> None:
    monkeypatch.setattr(module, "LOCK_WAIT", 0.05)
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    database = Database(sqlite_url)
    database.migrate()
    with writing(database) as first:
        first.execute(select(StoreStateRow.revision))
        with pytest.raises(Busy, match="busy"):
            database.write(lambda session: session.execute(update(StoreStateRow).values(revision=1)))


def test_what_slack_waits_for_is_told_in_time_that_the_database_is_busy(sqlite_url: str) -> None:
    database = Database(sqlite_url)
    database.migrate()
    with writing(database) as first:
        first.execute(select(StoreStateRow.revision))
        began = time.monotonic()
        with pytest.raises(Busy, match="busy"):
            database.write(lambda session: session.execute(update(StoreStateRow).values(revision=1)), prompt=True)
        assert time.monotonic() - began < 3


@pytest.mark.parametrize("hurried", ["by itself", "by its thread"])
def test_a_row_that_others_hold_is_not_waited_for_longer_than_slack_waits(database: Database, hurried: str) -> None:
    prompt = hurried == "by itself"
    database.write(lambda session: session.execute(update(StoreStateRow).values(revision=1)))
    with writing(database) as first:
        first.execute(update(StoreStateRow).values(revision=2))
        began = time.monotonic()
        with nullcontext() if prompt else database.promptly(), pytest.raises(Busy, match="busy"):
            database.write(lambda session: session.execute(update(StoreStateRow).values(revision=3)), prompt=prompt)
        assert time.monotonic() - began < 3


def test_all_that_slack_waits_for_together_waits_no_longer_than_one_of_it(database: Database, monkeypatch) -> None:
    monkeypatch.setattr(module, "PROMPT_WAIT", 0.5)
    monkeypatch.setattr(module, "LEAST_WAIT", 0.001)
    raising = update(StoreStateRow).values(revision=StoreStateRow.revision + 1)
    database.write(lambda session: session.execute(raising))
    waits: list[list[int]] = []
    with database.promptly():
        with writing(database) as other:
            other.execute(raising)
            for _ in range(2):
                with statements(database) as said, pytest.raises(Busy, match="busy"):
                    database.write(lambda session: session.execute(raising))
                waits.append([int(one.split(" = ")[1]) for one in said if "_timeout = " in one])
        database.write(lambda session: session.execute(raising))  # what is free is had although the time is over
    (first, *_), second = waits
    assert 1 < first <= 500
    assert second == [1]


def test_work_that_the_database_rolled_back_is_done_again(sqlite_url: str, monkeypatch) -> None:
    monkeypatch.setattr(module, "FIRST_PAUSE", 0.001)
    database = Database(sqlite_url)
    database.migrate()
    failures = [locked(), locked()]

    def work(session) -> None:
        session.execute(update(StoreStateRow).values(revision=StoreStateRow.revision + 1))
        if failures:
            raise failures.pop()

    database.write(work)
    assert InitiativeStore(database).revision() == 1


def test_whoever_has_waited_long_enough_is_not_made_to_wait_again(sqlite_url: str, monkeypatch) -> None:
    monkeypatch.setattr(module, "RETRY_FOR", -1)
    tries = []

    def work(_: object) -> None:
        tries.append(1)
        raise locked()

    with pytest.raises(Busy):
        Database(sqlite_url).write(work)
    assert len(tries) == 1


def locked() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error


def test_a_deadlock_is_told_to_neither_writer(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.migrate()
    both = threading.Barrier(2)
    with writing(database) as session:
        for key in ("a", "b"):
            session.execute(text("INSERT INTO removal VALUES (:key, 0)"), {"key": key})

    def work(order: str) -> None:
        tries = iter([True])

        def touch_both(session) -> None:
            for number, key in enumerate(order):
                session.execute(text("UPDATE removal SET revision = revision + 1 WHERE id = :key"), {"key": key})
                if number == 0 and next(tries, False):
                    both.wait()

        database.write(touch_both)

    threads = [threading.Thread(target=work, args=(order,)) for order in ("ab", "ba")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with database.reading() as session:
        assert session.scalars(text("SELECT revision FROM removal")).all() == [2, 2]
    database.close()


def test_a_cut_connection_is_not_noticed_by_who_reads(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.migrate()
    first = database.read(lambda session: session.scalar(text("SELECT pg_backend_pid()")))
    with writing(database) as session:
        session.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                "AND pid <> pg_backend_pid()"
            )
        )
    cut = [True]

    def work(session) -> int:
        pid = session.scalar(text("SELECT pg_backend_pid()"))
        if cut.pop() if cut else False:
            session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))
        return pid

    assert database.read(work) != first
    database.close()


def test_a_line_cut_before_the_commit_leaves_the_work_done_once(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.migrate()
    cuts = iter([True])

    def work(session) -> None:
        session.execute(update(StoreStateRow).values(revision=StoreStateRow.revision + 1))
        if next(cuts, False):
            session.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))

    database.write(work)
    assert InitiativeStore(database).revision() == 1
    database.close()


def test_a_line_cut_during_the_commit_is_told_and_never_repeated(postgres_url: str) -> None:
    database = Database(postgres_url)
    database.migrate()
    tries = []

    def work(session) -> None:
        tries.append(session.scalar(text("SELECT pg_backend_pid()")))
        session.execute(update(StoreStateRow).values(revision=StoreStateRow.revision + 1))

    def cut(_: object) -> None:
        database.read(lambda session: session.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": tries[0]}))

    event.listen(database.engine, "commit", cut)
    with pytest.raises(StoreUnusable, match="cannot be reached"):
        database.write(work)
    assert len(tries) == 1
    database.close()


def test_a_statement_that_takes_too_long_is_stopped(postgres_url: str, monkeypatch) -> None:
    monkeypatch.setattr(module, "STATEMENT_WAIT", 0.05)
    database = Database(postgres_url)
    with pytest.raises(StoreUnusable, match="took too long"), database.reading() as session:
        session.execute(text("SELECT pg_sleep(30)"))
    database.close()


def test_a_pool_in_use_is_said_to_be_busy(sqlite_url: str, monkeypatch) -> None:
    monkeypatch.setattr(module, "POOL_WAIT", 0.01)
    database = Database(sqlite_url, pool_size=1, max_overflow=0)
    with database.reading() as session:
        session.execute(text("SELECT 1"))
        with pytest.raises(Busy, match="all connections are in use"):
            database.is_current()
