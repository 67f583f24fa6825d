"""What buttons carry: small JSON values, read back tolerantly, because a value may come from an older version."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

Record = TypeVar("Record")

#: What is raised by JSON that is none, and by reading a record from what was written as something else. Python's JSON
#: has an `Infinity`, which is no whole number, and depths that it does not read.
_ELSE = (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError)


def carried(value: object, read: Callable[[Any], Record | None]) -> Record | None:
    """What `read` makes of the JSON that a button or a form carries; None where it carries no such record."""
    try:
        return read(json.loads(str(value)))
    except _ELSE:
        return None


@dataclass(frozen=True, slots=True)
class Asking:
    """A question on a button, and how many results to leave out (they were shown before)."""

    text: str
    offset: int = 0

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps({"q": self.text, "o": self.offset}, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, value: object) -> Asking | None:
        """The question that a button's value holds; None when it holds none."""
        return carried(value, lambda held: cls(str(held["q"]), max(0, int(held.get("o", 0)))))
