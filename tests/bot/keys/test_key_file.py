from __future__ import annotations

import errno
import stat
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from bot.keys.key_file import KEY_FILE, kept_key, read_key
from bot.wiring.knowledge import Knowledge
from config.settings import read_settings
from knowledge.errors import StoreUnusable
from knowledge.store.removals import keeping_out


def test_the_kept_key_is_made_once_for_all_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: kept_key(folder), range(32)))
    assert len(keys) == 1
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [KEY_FILE]


def test_the_key_is_kept_beside_the_database(tmp_path: Path) -> None:
    here, there = (knowing(tmp_path / name) for name in ("here", "there"))
    here.database.migrate()
    there.database.migrate()
    assert here.secret_keys != there.secret_keys
    assert (tmp_path / "here" / KEY_FILE).read_text() == here.secret_keys[0]
    here.close()
    there.close()


def knowing(folder: Path) -> Knowledge:
    folder.mkdir()
    settings = read_settings({"PRACTICE_DATABASE_URL": f"sqlite:///{folder / 'practice.db'}"})
    return Knowledge(replace(settings, data_folder=folder.parent / "data"))


def test_a_key_from_where_it_was_kept_before_is_taken_over(tmp_path: Path) -> None:
    old = kept_key(tmp_path / "data")
    assert kept_key(tmp_path / "beside", before=tmp_path / "data") == old
    (tmp_path / "data" / KEY_FILE).unlink()
    assert kept_key(tmp_path / "beside", before=tmp_path / "data") == old


def test_a_key_that_does_not_fit_on_the_disk_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("bot.keys.key_file.os.link", full)
    with pytest.raises(StoreUnusable, match="Make room there"):
        kept_key(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_key_file_is_no_key(tmp_path: Path) -> None:
    (tmp_path / KEY_FILE).touch()
    with pytest.raises(StoreUnusable, match="is empty"):
        kept_key(tmp_path)


@pytest.mark.parametrize("content", [b"\xff\xfek\x00e\x00y\x00", b"\x80\x81"])
def test_a_key_file_that_is_no_text_is_said_in_words_without_what_it_holds(tmp_path: Path, content: bytes) -> None:
    (tmp_path / KEY_FILE).write_bytes(content)
    with pytest.raises(StoreUnusable, match=r"practice\.key is damaged") as caught:
        read_key(tmp_path)
    assert caught.value.__suppress_context__


def test_a_key_file_is_the_same_after_an_editor_put_a_mark_before_it(tmp_path: Path) -> None:
    key = kept_key(tmp_path)
    (tmp_path / KEY_FILE).write_text(f"{key}\r\n", encoding="utf-8-sig")
    assert read_key(tmp_path) == key


def test_where_it_cannot_be_kept_that_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreUnusable, match="set PRACTICE_SECRET_KEYS"):
        kept_key(tmp_path / "file")


def test_a_reload_needs_no_key_while_no_name_came_off(tmp_path: Path) -> None:
    knowledge = knowing(tmp_path / "here")
    knowledge.database.migrate()
    with knowledge.database.own_connection() as connection:
        keeping_out(lambda: knowledge.hasher)(connection)
    assert knowledge.reload_store.undoable() is None
    assert not (tmp_path / "here" / KEY_FILE).exists()
    knowledge.close()
