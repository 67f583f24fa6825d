"""From a file to the neutral structure: text is read here, anything else in a limited child process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from knowledge.importing.template.files.document import Document, from_plain
from knowledge.importing.template.files.formats import check_size, is_word
from knowledge.importing.template.files.limits import FILE_BYTES, SECONDS, Unreadable
from knowledge.importing.template.files.plain_text import decode, read_plain

_ROOT = Path(__file__).resolve().parents[4]
_CHILD = "knowledge.importing.template.files.child_process"
_STOPPED = "reading the file failed or took over {seconds} seconds; save it again from Word, or paste the text"
#: An old Office file's directory, which tells what it holds, may stand at its end; they are rarely longer.
_HEAD_BYTES = 4 * 1024 * 1024


def open_path(path: Path) -> Document:
    """The document in the file at `path`; raises Unreadable, with words, when there is none to be had."""
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > FILE_BYTES:
                check_size(size, word=True)
            head = file.read(_HEAD_BYTES)
            word = is_word(path.name, head)
            check_size(size, word=word)
            if word:
                file.seek(0)
                return _in_child(file)
            return read_plain(decode(head))
    except IsADirectoryError as error:
        raise Unreadable("this is a folder; name the forms in it") from error
    except FileNotFoundError as error:
        raise Unreadable("there is no such file") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"the file cannot be opened: {getattr(error, 'strerror', None) or error}") from error


def open_bytes(data: bytes, name: str) -> Document:
    """The same for a file that was received and has not been stored."""
    word = is_word(name, data[:_HEAD_BYTES])
    check_size(len(data), word=word)
    if not word:
        return read_plain(decode(data))
    with tempfile.TemporaryFile() as file:
        file.write(data)
        file.seek(0)
        return _in_child(file)


def _in_child(file: IO[bytes]) -> Document:
    """Read `file`, from its start, in the child. The child gets no environment, so no tokens either."""
    environment = {"PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    if "SYSTEMROOT" in os.environ:  # Windows starts nothing without it
        environment["SYSTEMROOT"] = os.environ["SYSTEMROOT"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell, nothing from outside in the words
            [sys.executable, "-s", "-m", _CHILD],
            stdin=file,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            timeout=SECONDS,
            check=False,
        )
        answer = json.loads(done.stdout) if done.returncode == 0 else {}
        if "document" in answer:
            return from_plain(answer["document"])
    except (subprocess.TimeoutExpired, ValueError, KeyError, TypeError) as error:
        raise Unreadable(_STOPPED.format(seconds=SECONDS)) from error
    raise Unreadable(str(answer.get("unreadable") or _STOPPED.format(seconds=SECONDS)))
