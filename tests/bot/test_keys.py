from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bot.keys import KEY_FILE, Cipher, kept_key


def test_what_is_encrypted_is_read_back_and_does_not_show() -> None:
    cipher = Cipher(("a key of some length",))
    kept = cipher.encrypt("youth justice")
    assert b"justice" not in kept
    assert cipher.decrypt(kept) == "youth justice"


def test_an_old_key_still_reads_after_a_new_one_came() -> None:
    kept = Cipher(("the old key of some length",)).encrypt("x")
    assert Cipher(("the new key of some length", "the old key of some length")).decrypt(kept) == "x"


def test_another_key_reads_nothing_and_does_not_raise() -> None:
    kept = Cipher(("one key of some length",)).encrypt("x")
    assert Cipher(("another key of some length",)).decrypt(kept) is None
    assert Cipher(("another key of some length",)).decrypt(b"rubbish") is None


def test_the_kept_key_is_made_once_for_all_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    with ThreadPoolExecutor(8) as threads:
        keys = set(threads.map(lambda _: kept_key(folder), range(32)))
    assert len(keys) == 1
    assert stat.S_IMODE((folder / KEY_FILE).stat().st_mode) == 0o600
    assert [path.name for path in folder.iterdir()] == [KEY_FILE]
