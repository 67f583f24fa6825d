"""Programs that the store's tests run as processes of their own: `python -m tests.knowledge.store.processes ...`."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import event

from knowledge.domain.initiative import Contact
from knowledge.domain.library import LibraryItem
from knowledge.domain.reloading import TERMINAL
from knowledge.services.first_use import ensure_ready
from knowledge.services.reload import Reload
from knowledge.store.copying import copy_store
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from tests.knowledge.store.library import LISTS, initiative, item, load

#: More than two batches, so that a kill can fall between them.
ENTRIES = 1100


def library(version: str, entries: int = ENTRIES) -> Iterator[LibraryItem]:
    """A library in which every part of every entry says `version`; each version has entries of its own, too."""
    for number in range(entries):
        name = f"only-{version}-{number:05}" if number % 10 == 0 else f"entry-{number:05}"
        yield item(
            initiative(
                name,
                title=f"Title in {version}",
                summary="What is done. " * 20,
                own_contacts=(Contact(version, team=str(number)),),
                form_contacts=(Contact(version, role=str(number // 100)),),
            ),
            f"file-{number // 100}.yaml",
        )


def die_at(database: Database, statement: int) -> None:
    """Kill this process, as a power cut would, right before the statement of that number (from 1)."""
    seen = 0

    def count(*_: object) -> None:
        nonlocal seen
        seen += 1
        if seen == statement:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(database.engine, "before_cursor_execute", count)
    event.listen(database.engine, "commit", count)


def reload_and_die(url: str, version: str, statement: str) -> None:
    """Reload `version`, killed before the given statement."""
    database = Database(url)
    die_at(database, int(statement))
    load(database, library(version))


def reload_until_told(url: str) -> None:
    """Reload from the terminal a library that ends when a line comes in."""

    def slow_library() -> Iterator[LibraryItem]:
        yield item("read-first")
        sys.stdin.readline()

    ReloadStore(Database(url)).apply(slow_library(), LISTS, within=[], by=TERMINAL)


def undo_and_die(url: str, statement: str) -> None:
    """Undo the last reload, killed before the given statement."""
    database = Database(url)
    die_at(database, int(statement))
    ReloadStore(database).undo()


def copy_and_die(url: str, target: str, statement: str) -> None:
    """Copy to `target`, killed before the given statement on it."""
    other = Database(target)
    die_at(other, int(statement))
    copy_store(Database(url), other)


def migrate_and_die(url: str, statement: str) -> None:
    """Migrate, killed before the given statement."""
    database = Database(url)
    die_at(database, int(statement))
    database.migrate()


def use_first(url: str, note: str) -> None:
    """Make the store ready; writes to the file `note` when it is this process that reads the library."""

    def read_library(*_: object) -> Iterator[LibraryItem]:
        with Path(note).open("a") as file:
            file.write("read\n")
        yield from library("first", 300)

    database = Database(url)
    store = ReloadStore(database)
    ensure_ready(
        database,
        lambda: Reload(store, read_lists=lambda: LISTS, read_library=read_library, library=[]),
    )
    assert len(list(InitiativeStore(database).initiatives())) == 300
    database.close()


if __name__ == "__main__":
    programs = (reload_and_die, reload_until_told, undo_and_die, copy_and_die, migrate_and_die, use_first)
    {one.__name__: one for one in programs}[sys.argv[1]](*sys.argv[2:])
