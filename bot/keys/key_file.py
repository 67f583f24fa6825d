"""The key that is kept in a file where none is set: made once, read, and taken over from where it was kept before."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from knowledge.errors import StoreUnusable

KEY_FILE = "practice.key"


def read_key(folder: Path) -> str | None:
    """The key kept in `folder`, if there is one; raises StoreUnusable, in words, when it cannot be read."""
    with _in_words(folder):
        return _read(folder / KEY_FILE)


def kept_key(folder: Path, *, before: Path | None = None) -> str:
    """The key kept in `folder`, made at first use, readable by its owner only; safe when several start at once.

    Where there is none, one kept in folder `before` is taken over. Raises StoreUnusable, in words, when it cannot be
    read or made.
    """
    with _in_words(folder):
        return _kept(folder, before)


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise StoreUnusable(
            f"The key for what is kept encrypted cannot be kept in {folder / KEY_FILE}: {error.strerror}. "
            f"{'Make room' if full else 'Let this user read and write'} there, or set PRACTICE_SECRET_KEYS."
        ) from error


def _kept(folder: Path, before: Path | None) -> str:
    path = folder / KEY_FILE
    if key := _read(path):
        return key
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    fresh = folder / f"{KEY_FILE}.{os.getpid()}.{secrets.token_hex(4)}"
    key = (_read(before / KEY_FILE) if before else None) or secrets.token_urlsafe(32)
    try:
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(key)
        os.link(fresh, path)  # whole or not at all, and only the first of several wins
    except FileExistsError:
        pass
    finally:
        fresh.unlink(missing_ok=True)
    return _read(path) or key


def _read(path: Path) -> str | None:
    if not path.exists():
        return None
    try:
        key = path.read_text(encoding="utf-8-sig").strip()
    except UnicodeDecodeError:
        raise StoreUnusable(
            f"The key file {path} is damaged, or was saved as other than UTF-8 text. Put the file back as it was, or "
            "set PRACTICE_SECRET_KEYS to the key."
        ) from None
    if key:
        return key
    raise StoreUnusable(f"The key file {path} is empty. Put its content back, or delete it where nothing was kept yet.")
