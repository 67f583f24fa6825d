"""What the buttons of a reload carry: which preview is applied with which file versions, which reload is undone."""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass

from bot.payloads.values import carried

#: Entries of which the file's version can be taken in one go: a button's value holds 2,000 characters.
TAKEN = 10
#: Longest ids that fit as many times.
ID_LENGTH = 150


def new_token() -> str:
    """What tells one preview of a reload from every other."""
    return secrets.token_hex(8)


@dataclass(frozen=True, slots=True)
class Previewed:
    """A preview of this `plan`; `token` is another for every message, so that it is applied once."""

    token: str
    plan: str
    take: tuple[str, ...] = ()

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps({"t": self.token, "p": self.plan, "k": self.take}, separators=(",", ":"))

    @classmethod
    def of(cls, value: object) -> Previewed | None:
        """The record that a button's value holds; None when it holds none."""
        return carried(value, lambda held: cls(str(held["t"]), str(held["p"]), tuple(str(id) for id in held["k"])))


@dataclass(frozen=True, slots=True)
class Undo:
    """The undoing of the reload that ended in `revision`; `token` is another for every message, so that it is once."""

    token: str
    revision: int

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps({"t": self.token, "r": self.revision}, separators=(",", ":"))

    @classmethod
    def of(cls, value: object) -> Undo | None:
        """The record that a button's value holds; None when it holds none."""
        return carried(value, lambda held: cls(str(held["t"]), int(held["r"])))
