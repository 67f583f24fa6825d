"""Puts a file in its place whole, or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from knowledge.domain.paths import readable, resolved
from knowledge.errors import PracticeError


@contextmanager
def put_in_place(path: Path) -> Iterator[IO[bytes]]:
    """A file to write, put at `path` when it is whole: killed or without room, the old one stays.

    Raises PracticeError when it cannot be written.
    """
    target = Path(resolved(path))
    try:
        # Asked of the path as it was given: what /dev/stdout leads to can have no name of its own.
        if path.exists() and not path.is_file():
            with path.open("wb") as file:  # a pipe or a device: there is nothing to put in its place
                yield file
            return
        # Readable by its owner only: an export holds people's names and addresses.
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, target)
        except BaseException:
            with suppress(FileNotFoundError):
                os.unlink(name)
            raise
    except OSError as error:
        raise PracticeError(
            f"{readable(path)}: cannot be written: {error.strerror or error}. Nothing was changed."
        ) from None
