"""Reads library files: initiatives in YAML, entry by entry, in memory bounded by the largest entry.

Nothing is raised for what a file holds: each entry comes out as a `LibraryItem`, with its initiative or with every
problem that it has.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from knowledge.domain.authority import Register
from knowledge.domain.days import uk_today
from knowledge.domain.initiative import Theme
from knowledge.domain.library import LibraryItem, WholeFile
from knowledge.domain.paths import readable, resolved
from knowledge.errors import Problem
from knowledge.importing.entries import ENTRY_FIELDS, EntryReader, FileDefaults
from knowledge.importing.fields import Report
from knowledge.importing.marked import Mapped, Node, Scalar, Survey, Unusable, read_entries, survey
from knowledge.importing.plaintext import Unreadable

SUFFIXES = (".yaml", ".yml")
_ENTRIES = "initiatives"
#: Part of what identifies a file that was read: to be raised whenever the same bytes are read as something else.
_READING = b"1"
_CHANGED = "changed while it was being read: reload once it is saved"
_ODD_NAME = "cannot be taken: its name, or that of a folder it is in, is not UTF-8 text. Rename it"


def read_library(
    paths: Sequence[Path],
    register: Register,
    themes: Sequence[Theme],
    known: Callable[[], Mapping[str, str]] | None = None,
    *,
    today: Callable[[], date] = uk_today,
) -> Iterator[LibraryItem]:
    """Read the entries of files, and of all `.yaml` and `.yml` files in folders and the folders in them.

    Files come in the order of `paths`, a folder's in order of their paths, each file once. A file that cannot be
    read, that is no YAML, or whose values for all of its entries are wrong, gives an item with `whole_file` set; in
    the last case its entries follow, but only those with problems of their own. Broken YAML is found before anything
    of a file is given out.

    With `known` (asked once for digests by origin, as given out earlier), files that are still the same are not read
    again, and every sound file ends with an item that has `end`. A file that changes while it is read gives an item
    with `whole_file`. `today` is the day in the UK: nobody has confirmed anything on a later one.
    """
    reader = _LibraryReader(EntryReader(register, themes, today()), known() if known else None)
    read: set[str] = set()
    for path, wrong in _files(paths):
        real = resolved(path)
        origin = readable(real)
        if (readable(path), origin) != (str(path), real):
            wrong = wrong or _ODD_NAME
        if wrong:
            yield _whole_file(path, origin, [Problem(file=readable(path), message=wrong)])
        elif origin not in read:
            read.add(origin)
            yield from reader.read(path, origin)


class _LibraryReader:
    """Reads file after file, remembering where every id stands."""

    def __init__(self, entries: EntryReader, known: Mapping[str, str] | None) -> None:
        self._entries = entries
        self._known = known
        self._places: dict[str, tuple[str, int]] = {}

    def read(self, path: Path, origin: str) -> Iterator[LibraryItem]:
        if self._known is None:
            yield from self._read(path, origin)
            return
        digest = _digest(path)
        end = LibraryItem(file=str(path), origin=origin, line=1)
        if digest is not None and self._known.get(origin) == digest:
            yield replace(end, end=WholeFile(digest, known=True))
            return
        sound = True
        for item in self._read(path, origin):
            sound = sound and not item.whole_file
            yield item
        if sound and digest is not None:
            if _digest(path) == digest:
                yield replace(end, end=WholeFile(digest))
            else:
                yield _whole_file(path, origin, [Problem(file=str(path), message=_CHANGED)])

    def _read(self, path: Path, origin: str) -> Iterator[LibraryItem]:
        try:
            found = survey(path, entries_under=_ENTRIES)
            report = Report(str(path))
            defaults = self._above_entries(found, report)
            if report.problems:
                yield _whole_file(path, origin, report.problems)
            for node in read_entries(path, entries_under=_ENTRIES):
                item = self._item(node, defaults, str(path), origin)
                if item.problems or not report.problems:
                    yield item
        except Unreadable as error:
            yield _whole_file(path, origin, [Problem(file=str(path), line=error.line, message=error.message)])

    def _above_entries(self, found: Survey, report: Report) -> FileDefaults:
        top = found.top
        if top is None or (isinstance(top, Scalar) and not top.value):
            report.add(1, None, "is empty: write at least one initiative, or remove the file")
        elif isinstance(top, Unusable):
            report.add(top.line, None, top.message)
        elif isinstance(top, Scalar):
            report.add(top.line, None, "holds text only: a file is a list of initiatives, each beginning with '- id:'")
        elif isinstance(top, Mapped):
            if _looks_like_entry(top):
                report.add(top.line, None, "holds fields of an initiative, but no list: begin it with '- '")
                return FileDefaults()
            defaults = self._entries.file_defaults(top, report)
            if not found.entries and not report.problems:
                report.add(top.line, _ENTRIES, "holds no initiatives: write at least one, or remove the file")
            return defaults
        # A list that is empty in so many words is what an empty store is exported as.
        return FileDefaults()

    def _item(self, node: Node, defaults: FileDefaults, file: str, origin: str) -> LibraryItem:
        item = LibraryItem(file=file, origin=origin, line=node.line)
        report = Report(file)
        if not isinstance(node, Mapped):
            wrong = node.message if isinstance(node, Unusable) else "is no initiative: write fields such as 'id: ...'"
            report.add(node.line, None, wrong)
            return replace(item, problems=tuple(report.problems))
        initiative = self._entries.initiative(node, defaults, report)
        if report.id is not None:
            first = self._places.setdefault(report.id, (file, node.line))
            if first != (file, node.line):
                taken = f"{report.id} is taken by the initiative at {first[0]}:{first[1]}: choose another"
                report.add(_line_of(node, "id"), "id", taken)
                initiative = None
        problems = sorted(report.problems, key=lambda problem: problem.line or 0)
        return replace(item, id=report.id, initiative=initiative, problems=tuple(problems))


def _digest(path: Path) -> str | None:
    """What identifies a file's bytes and how they are read; None when it cannot be read as a file."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return sha256(_READING + hashlib.file_digest(file, "sha256").digest()).hexdigest()
    except OSError:
        return None


def _whole_file(path: Path, origin: str, problems: Sequence[Problem]) -> LibraryItem:
    line = problems[0].line or 1
    return LibraryItem(file=readable(path), origin=origin, line=line, problems=tuple(problems), whole_file=True)


def _looks_like_entry(top: Mapped) -> bool:
    keys = {key.value for key, _value in top.pairs if isinstance(key, Scalar)}
    return _ENTRIES not in keys and bool(keys & (set(ENTRY_FIELDS) - {"authority", "contacts", "source"}))


def _line_of(node: Mapped, name: str) -> int:
    return next((value.line for key, value in node.pairs if isinstance(key, Scalar) and key.value == name), node.line)


# --- which files ----------------------------------------------------------------------------------------------------


def _files(paths: Sequence[Path]) -> Iterator[tuple[Path, str | None]]:
    """Every file to read; a path of which nothing can be read comes with what is wrong with it."""
    for path in paths:
        try:
            path.stat()
        except FileNotFoundError:
            yield path, "there is no such file or folder: check the path"
        except OSError as error:
            yield path, _unusable(error)
        else:
            if path.is_dir():
                yield from _files_in(path)
            else:
                yield path, None


def _files_in(folder: Path) -> Iterator[tuple[Path, str | None]]:
    found: list[tuple[Path, str | None]] = []
    walked: set[str] = set()

    def note(error: OSError) -> None:
        found.append((Path(error.filename or folder), _unusable(error)))

    for parent, folders, names in os.walk(folder, onerror=note, followlinks=True):
        real = resolved(parent)
        if real in walked:
            # A link that leads back up: what it leads to has its turn already.
            folders.clear()
            continue
        walked.add(real)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [(Path(parent, name), None) for name in names if _is_library_file(name)]
    if not found:
        yield folder, "holds no .yaml or .yml file: name a folder that holds some"
    yield from sorted(found, key=lambda one: one[0].parts)


def _is_library_file(name: str) -> bool:
    # Editors keep what is being written in hidden files beside it.
    return name.lower().endswith(SUFFIXES) and not name.startswith(".")


def _unusable(error: OSError) -> str:
    return f"cannot be read: {error.strerror or error}"
