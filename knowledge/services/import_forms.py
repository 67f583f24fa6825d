"""Import: filled-in Sharing Practice forms become submissions that wait for review."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from knowledge.domain.draft import Form
from knowledge.domain.paths import readable
from knowledge.domain.reloading import TERMINAL
from knowledge.domain.submission import Submission

#: Reads one form and never raises: what is wrong with it is in its problems; see `importing.template.read_form`.
ReadForm = Callable[[Path], Form]


class Submissions(Protocol):
    """What the import needs of the store."""

    def save(self, form: Form, *, by: str, digest: str) -> bool:
        """Save a form that waits for review; False when the file with this digest was sent before."""
        ...

    def waiting(self) -> Sequence[Submission]:
        """Those that wait for review, oldest first."""
        ...


class Outcome(StrEnum):
    """What became of a form: only read, saved, known from before, or nothing saved of it."""

    READ = "read"
    SAVED = "saved"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Imported:
    """One form as it was read, and what became of it."""

    form: Form
    outcome: Outcome


class ImportForms:
    """Reads forms and hands on those that name an authority and tell of at least one initiative."""

    def __init__(self, read_form: ReadForm, submissions: Submissions) -> None:
        self._read_form = read_form
        self._submissions = submissions

    def run(self, files: Sequence[Path], *, dry_run: bool = False, by: str = TERMINAL.key) -> tuple[Imported, ...]:
        """Read `files` in the order given, one result each, and save what can be saved unless `dry_run`."""
        return tuple(self._one(file, dry_run=dry_run, by=by) for file in files)

    def waiting(self) -> Sequence[Submission]:
        """The submissions that wait for review, oldest first."""
        return self._submissions.waiting()

    def _one(self, file: Path, *, dry_run: bool, by: str) -> Imported:
        form = _shown(self._read_form(file))
        if not form.can_be_saved:
            return Imported(form, Outcome.REFUSED)
        if dry_run:
            return Imported(form, Outcome.READ)
        saved = self._submissions.save(form, by=by, digest=_digest(file))
        return Imported(form, Outcome.SAVED if saved else Outcome.KNOWN)


def _shown(form: Form) -> Form:
    """The form with its file's name as it can be printed and saved."""
    problems = tuple(replace(one, file=readable(one.file)) for one in form.problems)
    return replace(form, file=readable(form.file), problems=problems)


def _digest(file: Path) -> str:
    """The file's content as 64 hexadecimal digits: a copy under another name is the same form."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()
