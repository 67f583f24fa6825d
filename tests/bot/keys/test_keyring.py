"""That a wrong key is told, on both databases, before anything is read or written with it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from typer.testing import CliRunner

from bot.cli import app
from bot.commands.sandboxing import _copied
from bot.doctor.examination import examine
from bot.doctor.findings import State
from bot.keys.key_file import KEY_FILE
from bot.keys.keyring import Keyring
from bot.wiring.knowledge import Knowledge
from config.settings import Settings, read_settings
from knowledge.errors import StoreUnusable
from knowledge.store.admin_tables import KeyCheckRow
from knowledge.store.contribution_tables import RemovedNameRow
from knowledge.store.database import Database
from knowledge.store.tables import InboxRow

FIRST, SECOND = "the first key of some length", "the second key of some length"


def ring(database: Database, *keys: str) -> Keyring:
    settings = read_settings({"PRACTICE_DATABASE_URL": database.url.render_as_string(hide_password=False)})
    return Keyring(replace(settings, secret_keys=keys), database)


def noted(database: Database) -> int:
    return database.read(lambda session: session.scalar(select(func.count()).select_from(KeyCheckRow))) or 0


def test_another_key_than_the_one_used_before_is_refused_and_said(database: Database) -> None:
    assert ring(database, FIRST).use() == (FIRST,)
    for _ in range(2):
        with pytest.raises(StoreUnusable, match="another key, which PRACTICE_SECRET_KEYS does not hold") as refused:
            ring(database, SECOND).use()
    assert "behind the newest" in str(refused.value)
    assert SECOND not in str(refused.value)
    assert noted(database) == 1
    assert ring(database, FIRST).use() == (FIRST,)


def removed(session: Session) -> None:
    session.add(RemovedNameRow(hash="of a name", words=2, at=datetime.now(UTC)))


def waiting(session: Session) -> None:
    session.add(InboxRow(key="1", body=b"secret", state="received", received_at=datetime.now(UTC)))


@pytest.mark.parametrize("keep", [removed, waiting])
def test_the_old_key_is_needed_behind_the_new_while_something_from_before_is_kept(
    database: Database, keep: Callable[[Session], None]
) -> None:
    ring(database, FIRST).use()
    database.write(keep)
    assert ring(database, SECOND, FIRST).use() == (SECOND, FIRST)
    assert noted(database) == 2
    assert ring(database, SECOND, FIRST).problem() is None
    for alone in (FIRST, SECOND):
        assert ring(database, alone).problem()
        with pytest.raises(StoreUnusable):
            ring(database, alone).use()
    assert noted(database) == 2


def test_the_old_key_can_go_once_nothing_from_before_is_kept_but_never_the_new_one(database: Database) -> None:
    ring(database, FIRST).use()
    ring(database, SECOND, FIRST).use()
    database.write(removed)  # with the new key
    with pytest.raises(StoreUnusable):
        ring(database, FIRST).use()
    assert ring(database, SECOND).problem() is None
    assert ring(database, SECOND).use() == (SECOND,)
    assert noted(database) == 1
    with pytest.raises(StoreUnusable):
        ring(database, FIRST).use()


def test_a_key_that_is_in_front_again_is_the_newest(database: Database) -> None:
    ring(database, FIRST).use()
    ring(database, SECOND, FIRST).use()
    ring(database, FIRST, SECOND).use()
    assert ring(database, SECOND).problem()
    assert ring(database, FIRST).use() == (FIRST,)


def test_of_two_machines_with_a_key_each_only_the_first_is_let_in(database: Database) -> None:
    def use(key: str) -> bool:
        try:
            return bool(ring(database, key).use())
        except StoreUnusable:
            return False

    with ThreadPoolExecutor(8) as threads:
        let_in = list(threads.map(use, [FIRST, SECOND] * 8))
    assert noted(database) == 1
    assert let_in in ([True, False] * 8, [False, True] * 8)


def test_a_key_that_is_lost_for_good_can_be_left_behind(database: Database) -> None:
    ring(database, FIRST).use()
    ring(database, SECOND).begin_anew()
    assert ring(database, SECOND).use() == (SECOND,)
    with pytest.raises(StoreUnusable):
        ring(database, FIRST).use()


def test_the_check_value_does_not_hold_the_key(database: Database) -> None:
    ring(database, FIRST).use()
    (value,) = database.read(lambda session: session.scalars(select(KeyCheckRow.value)).all())
    assert FIRST not in value
    assert len(value) == 64


@pytest.fixture
def kept(migrated_sqlite: str, tmp_path: Path) -> Settings:
    """Settings without a key, on a database that was used with the one kept beside it."""
    settings = replace(read_settings({"PRACTICE_DATABASE_URL": migrated_sqlite}), data_folder=tmp_path / "data")
    with closing(Knowledge(settings)) as knowledge:
        assert knowledge.secret_keys
    return settings


def test_a_database_that_was_moved_without_its_key_gets_no_new_one(kept: Settings, tmp_path: Path) -> None:
    (tmp_path / "moved").mkdir()
    shutil.copy(tmp_path / "practice.db", tmp_path / "moved" / "practice.db")
    moved = replace(kept, database_url=f"sqlite:///{tmp_path / 'moved' / 'practice.db'}")
    with (
        closing(Knowledge(moved)) as knowledge,
        pytest.raises(StoreUnusable, match=r"no .*moved/practice.key"),
    ):
        _ = knowledge.secret_keys
    assert not (tmp_path / "moved" / KEY_FILE).exists()
    shutil.copy(tmp_path / KEY_FILE, tmp_path / "moved" / KEY_FILE)
    with closing(Knowledge(moved)) as knowledge:
        assert knowledge.secret_keys


def test_the_key_that_was_made_stays_behind_those_that_are_set_later(kept: Settings, tmp_path: Path) -> None:
    made = (tmp_path / KEY_FILE).read_text()
    with closing(Knowledge(kept)) as knowledge:
        knowledge.database.write(removed)
    with closing(Knowledge(replace(kept, secret_keys=(FIRST,)))) as knowledge:
        assert knowledge.secret_keys == (FIRST, made)
    (tmp_path / KEY_FILE).unlink()
    with closing(Knowledge(replace(kept, secret_keys=(FIRST,)))) as knowledge, pytest.raises(StoreUnusable):
        _ = knowledge.secret_keys


def test_a_key_from_where_it_was_kept_before_is_put_beside_the_database_unless_it_is_the_wrong_one(
    kept: Settings, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / KEY_FILE).rename(tmp_path / "data" / KEY_FILE)
    with closing(Knowledge(kept)) as knowledge:
        (key,) = knowledge.secret_keys
    assert (tmp_path / KEY_FILE).read_text() == (tmp_path / "data" / KEY_FILE).read_text() == key
    (tmp_path / KEY_FILE).unlink()
    (tmp_path / "data" / KEY_FILE).write_text(SECOND)
    with closing(Knowledge(kept)) as knowledge, pytest.raises(StoreUnusable, match="Put the earlier file back"):
        _ = knowledge.secret_keys
    assert not (tmp_path / KEY_FILE).exists()


def test_a_key_file_of_another_database_is_named_and_left_as_it_is(kept: Settings, tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).write_text(SECOND)
    with closing(Knowledge(kept)) as knowledge, pytest.raises(StoreUnusable, match="Put the earlier file back"):
        _ = knowledge.secret_keys
    assert (tmp_path / KEY_FILE).read_text() == SECOND


def test_the_doctor_says_that_the_key_is_another_and_makes_none(kept: Settings, tmp_path: Path) -> None:
    findings = {finding.check: finding for finding in examine(lambda: kept)}
    assert "keys" not in findings
    (tmp_path / KEY_FILE).unlink()
    finding = {finding.check: finding for finding in examine(lambda: kept)}["keys"]
    assert finding.state is State.PROBLEM
    assert f"there is no {tmp_path / KEY_FILE}" in finding.said
    assert not (tmp_path / KEY_FILE).exists()


def test_a_question_is_answered_whatever_the_key(
    database: Database, monkeypatch: pytest.MonkeyPatch, short_lists: Path, tmp_path: Path
) -> None:
    ring(database, FIRST).use()
    (tmp_path / "library.yaml").write_text("[]")
    monkeypatch.setenv("PRACTICE_DATABASE_URL", database.url.render_as_string(hide_password=False))
    monkeypatch.setenv("PRACTICE_LIBRARY", str(tmp_path / "library.yaml"))
    monkeypatch.setenv("PRACTICE_LISTS", str(short_lists))
    monkeypatch.setenv("PRACTICE_SECRET_KEYS", SECOND)
    runner = CliRunner()
    assert runner.invoke(app, ["ask", "housing"]).exit_code == 0
    assert isinstance(runner.invoke(app, ["import", "--list"]).exception, StoreUnusable)
    assert "the key that is set now" in runner.invoke(app, ["migrate", "--key-lost"]).output
    assert runner.invoke(app, ["import", "--list"]).exit_code == 0


def test_the_sandbox_has_the_keys_of_the_store_that_it_copies(
    kept: Settings, short_lists: Path, tmp_path: Path
) -> None:
    (tmp_path / "library.yaml").write_text("[]")
    (tmp_path / "sandbox").mkdir()
    settings = replace(kept, library=(tmp_path / "library.yaml",), lists=(short_lists, *kept.lists))
    with closing(Knowledge(_copied(settings, tmp_path / "sandbox"))) as knowledge:
        assert knowledge.secret_keys == ((tmp_path / KEY_FILE).read_text(),)
