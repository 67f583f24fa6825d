"""Tells the files of the library and the lists as they are now from any other state of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from hashlib import file_digest, sha256
from pathlib import Path

from knowledge.importing.library import SUFFIXES


def fingerprint(paths: Sequence[Path]) -> str:
    """One text for the names and contents of all YAML files of these files and folders; unreadable ones count too."""
    digest = sha256()
    for path in _files(paths):
        digest.update(os.fsencode(path) + b"\0")
        try:
            with path.open("rb") as file:
                digest.update(file_digest(file, "sha256").digest())
        except OSError as error:
            digest.update(type(error).__name__.encode())
    return digest.hexdigest()


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*") if each.suffix.lower() in SUFFIXES)
        else:
            yield path
