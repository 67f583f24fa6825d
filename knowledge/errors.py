"""The errors that knowledge raises: few, named, each with a message that the person asking could read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class PracticeError(Exception):
    """Something the person can be told about as it stands: what is wrong and how to mend it."""


class NotFound(PracticeError):
    """What was asked for by its id is not (or no longer) in the store."""


class NotAllowed(PracticeError):
    """The member's role does not allow this; the message says which role does and whom to ask."""


class Busy(PracticeError):
    """Someone else is doing the same thing; the message says who and since when."""


class StoreUnusable(PracticeError):
    """The database cannot be used: unreachable, damaged, or of another schema version."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong with what was read: where it stands, what is wrong and what would be right.

    `line` counts from 1. `place` stands in for `line` where lines mean little (a table cell of a Word file).
    """

    file: str
    message: str
    line: int | None = None
    id: str | None = None
    field: str | None = None
    place: str | None = None

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.file, self.line) if part is not None)
        what = ": ".join(part for part in (self.place, self.field, self.message) if part)
        return f"{where}: {what}"


class Refused(PracticeError):
    """Input that cannot be taken as it is; carries every problem found."""

    def __init__(self, message: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(message)
        self.problems = tuple(problems)


class Overtaken(PracticeError):
    """Somebody was first, or things have changed since they were looked at; the message says who, what and when.

    `by` is the key of the member who was first, empty where it was nobody in particular.
    """

    def __init__(self, message: str, *, by: str = "") -> None:
        super().__init__(message)
        self.by = by
