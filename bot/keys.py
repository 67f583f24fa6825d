"""Encryption at rest of what waits in the store: questions not yet answered, later tokens."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from knowledge.errors import StoreUnusable

KEY_FILE = "practice.key"


class Cipher:
    """Encrypts with the newest key, decrypts with any of them."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        self._fernet = MultiFernet([Fernet(_derived(key)) for key in keys])

    def encrypt(self, text: str) -> bytes:
        return self._fernet.encrypt(text.encode())

    def decrypt(self, data: bytes) -> str | None:
        """The text; None when none of the keys fits."""
        try:
            return self._fernet.decrypt(data).decode()
        except InvalidToken:
            return None


def kept_key(folder: Path, *, before: Path | None = None) -> str:
    """The key kept in `folder`, made at first use, readable by its owner only; safe when several start at once.

    Where there is none, one kept in folder `before` is taken over. Raises StoreUnusable, in words, when it cannot be
    read or made.
    """
    try:
        return _kept(folder, before)
    except OSError as error:
        raise StoreUnusable(
            f"The key for what is kept encrypted cannot be kept in {folder / KEY_FILE}: {error.strerror}. Let this "
            "user read and write there, or set PRACTICE_SECRET_KEYS."
        ) from error


def _kept(folder: Path, before: Path | None) -> str:
    path = folder / KEY_FILE
    if path.exists():
        return path.read_text().strip()
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f"{KEY_FILE}.{os.getpid()}.{secrets.token_hex(4)}"
    older = before / KEY_FILE if before else None
    key = older.read_text().strip() if older and older.exists() else secrets.token_urlsafe(32)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(key)
    try:
        os.link(fresh, path)  # whole or not at all, and only the first of several wins
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
    return path.read_text().strip()


def _derived(key: str) -> bytes:
    return base64.urlsafe_b64encode(hashlib.sha256(key.encode()).digest())
