"""The file of an SQLite database: lost, replaced, or on a disk that can only be read."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from knowledge.errors import StoreUnusable
from knowledge.store import failures, sqlite_file
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from tests.knowledge.store.library import load


@pytest.fixture
def file(migrated_sqlite: str, tmp_path: Path) -> Path:
    """The file of a store that was loaded and is not in use."""
    with closing(Database(migrated_sqlite)) as database:
        load(database, ["one"])
    return tmp_path / "practice.db"


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether disks can only be read: all of them, as the first of the list says."""
    only_read = [True]
    monkeypatch.setattr(sqlite_file, "can_only_be_read", lambda path: only_read[0])
    return only_read


def ids(database: Database) -> list[str]:
    return [one.id for one in InitiativeStore(database).initiatives()]


@pytest.mark.parametrize(("lost", "said"), [(os.unlink, "is gone"), (lambda path: os.truncate(path, 0), "is empty")])
def test_no_empty_store_takes_the_place_of_one_that_was_lost(file: Path, lost, said: str) -> None:
    lost(file)
    with pytest.raises(StoreUnusable, match=f"practice.db {said}, though it held a store"):
        Database(f"sqlite:///{file}").migrate()
    assert not file.exists() or not file.stat().st_size


def test_an_empty_file_that_was_made_for_the_first_start_is_taken(tmp_path: Path) -> None:
    (tmp_path / "practice.db").touch()
    with closing(Database(f"sqlite:///{tmp_path / 'practice.db'}")) as database:
        database.migrate()
        load(database, ["one"])
        assert ids(database) == ["one"]


def test_whoever_wants_to_begin_anew_deletes_both_files(file: Path) -> None:
    file.unlink()
    file.with_name("practice.db-reload").unlink()
    with closing(Database(f"sqlite:///{file}")) as database:
        database.migrate()
        assert ids(database) == []


def test_a_file_that_is_replaced_while_it_is_in_use_is_noticed(file: Path, tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{file}")) as database:
        assert ids(database) == ["one"]
        database.require_file()
        aside = file.rename(tmp_path / "aside.db")
        with pytest.raises(StoreUnusable, match="is gone"):
            database.require_file()
        file.write_bytes(aside.read_bytes())
        with pytest.raises(StoreUnusable, match="was deleted or replaced while it was in use"):
            database.require_file()
        database.close()
        assert ids(database) == ["one"]
        database.require_file()


def test_from_a_disk_that_can_only_be_read_questions_are_answered_and_nothing_is_saved(
    file: Path, disk: list[bool]
) -> None:
    before = sorted(file.parent.iterdir())
    with closing(Database(f"sqlite:///{file}")) as database:
        assert database.is_current()
        assert database.is_loaded()
        assert ids(database) == ["one"]
        with pytest.raises(StoreUnusable, match=r"cannot be written: Read-only file system\. Nothing can be saved"):
            load(database, ["two"])
    assert sorted(file.parent.iterdir()) == before


def test_what_somebody_writes_from_elsewhere_is_seen_there(file: Path, disk: list[bool]) -> None:
    with closing(Database(f"sqlite:///{file}")) as database, closing(sqlite3.connect(file)) as elsewhere:
        assert ids(database) == ["one"]
        elsewhere.execute("UPDATE initiative SET id = 'two'")
        elsewhere.commit()
        assert ids(database) == ["two"]


def test_a_disk_that_can_be_written_again_is_written(file: Path, disk: list[bool]) -> None:
    with closing(Database(f"sqlite:///{file}")) as database:
        assert ids(database) == ["one"]
        disk[0] = False
        load(database, ["two"])
        assert ids(database) == ["two"]


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("No space left on device", "cannot be written: No space left on device. Make room on its disk"),
        ("Permission denied", "cannot be written: Permission denied. Make the file and its folder writable"),
        (None, "cannot be opened. Check that its folder exists"),
    ],
)
def test_what_keeps_sqlite_from_making_files_is_said(
    file: Path, monkeypatch: pytest.MonkeyPatch, why: str | None, said: str
) -> None:
    # In the place of a log that cannot be made.
    file.with_name("practice.db-wal").mkdir()
    monkeypatch.setattr(failures, "why_not_writable", lambda path: why)
    with pytest.raises(StoreUnusable) as refused, closing(Database(f"sqlite:///{file}")) as database:
        load(database, ["two"])
    assert said in str(refused.value)


def test_the_system_is_asked_why_a_file_cannot_be_written(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert sqlite_file.why_not_writable(file) is None
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert sqlite_file.why_not_writable(file) == "Permission denied"
    assert sqlite_file.why_not_writable(Path("/proc/practice.db"))
