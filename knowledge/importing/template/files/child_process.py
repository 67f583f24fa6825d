"""The process in which a stranger's file is opened: little memory, little time, no network, no secrets.

Started by `opening.py` with the file on standard input; answers with one JSON document on standard output.
It imports the standard library and this package's readers only, so that it starts in a twentieth of a second.
"""

from __future__ import annotations

import json
import sys
from typing import Any, BinaryIO

from knowledge.importing.template.files.document import to_plain
from knowledge.importing.template.files.limits import MEMORY_BYTES, SECONDS, Unreadable
from knowledge.importing.template.files.word.reader import read_word

_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.system",
    "os.startfile",
    "urllib.",
)


def confine() -> None:
    """Bound this process for good: memory, processor time, file size, and no network or further processes."""
    try:
        import resource
    except ImportError:  # Windows has no such limits; the parent's clock still holds
        pass
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[Any, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise RuntimeError(f"{event} is not allowed while a form is read")


def answer(file: BinaryIO) -> dict[str, Any]:
    """What the parent is told: the document, or why it cannot be read."""
    try:
        return {"document": to_plain(read_word(file))}
    except Unreadable as error:
        return {"unreadable": str(error)}
    except MemoryError:
        return {"unreadable": "the file needs far more memory than a form does; take out pictures, or paste the text"}
    except RecursionError:
        return {"unreadable": "the file's parts stand too deep in each other; simplify the form's layout"}


def main() -> None:
    confine()
    json.dump(answer(sys.stdin.buffer), sys.stdout)


if __name__ == "__main__":
    main()
