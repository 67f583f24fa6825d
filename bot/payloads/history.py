"""What the buttons of an initiative's history carry: which of its versions."""

from __future__ import annotations

import json
from dataclasses import dataclass

from bot.payloads.values import carried


@dataclass(frozen=True, slots=True)
class Numbered:
    """A version of an initiative, as a button names it."""

    initiative: str
    number: int

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps({"i": self.initiative, "n": self.number}, separators=(",", ":"))

    @classmethod
    def of(cls, value: object) -> Numbered | None:
        """The version that a button's value names; None when it names none."""
        return carried(value, lambda held: cls(str(held["i"]), int(held["n"])))
