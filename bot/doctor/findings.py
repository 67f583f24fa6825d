"""What the doctor notes about one thing that it looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a thing stands; what could not be looked at is skipped, with the reason."""

    OK = "ok"
    PROBLEM = "problem"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at, what was found in plain words, and what to do about it."""

    check: str
    state: State
    said: str
    mend: str | None = None
