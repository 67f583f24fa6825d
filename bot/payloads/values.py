"""What buttons carry: small JSON values, read back tolerantly, because a value may come from an older version."""

from __future__ import annotations

import json
from dataclasses import dataclass


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
        try:
            held = json.loads(str(value))
            return cls(str(held["q"]), max(0, int(held.get("o", 0))))
        except (ValueError, KeyError, TypeError, AttributeError):
            return None
