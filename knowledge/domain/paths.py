"""Paths of files as they are shown, kept and compared."""

from __future__ import annotations

import os
import re
from pathlib import Path

#: What Python makes of bytes in a file's name that are not UTF-8.
_ODD_BYTE = re.compile("[\ud800-\udfff]")


def readable(path: Path | str) -> str:
    r"""A path as it can be printed and saved: bytes of it that are no UTF-8 are written out, as in `Zo\xeb.yaml`."""
    return _ODD_BYTE.sub(lambda found: f"\\x{ord(found[0]) & 0xFF:02x}", str(path))


def resolved(path: Path | str) -> str:
    """A path from the root on, links followed; as it is where that cannot be told: the working folder is gone."""
    try:
        return os.path.realpath(path)
    except OSError:
        return str(path)
