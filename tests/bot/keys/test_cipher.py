from __future__ import annotations

from bot.keys.cipher import Cipher


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
