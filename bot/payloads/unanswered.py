"""What is pressed and typed to send a question to the admins."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass

from bot.names import Field
from bot.payloads.state import Body, chosen, typed
from bot.payloads.values import carried

UNSIGNED, SIGNED = "unsigned", "signed"

#: As `Conversation` makes them: 64 bits by chance.
_KEY = re.compile(r"^[0-9a-f]{16}$")


@dataclass(frozen=True, slots=True)
class Sendable:
    """The question under one answer; `key` was made for that answer by chance, so that it is sent once."""

    text: str
    key: str

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of(cls, value: object) -> Sendable | None:
        """The record that a button's value holds; None when it holds none."""
        return carried(value, lambda held: cls(str(held["text"]), held["key"]) if is_key(held["key"]) else None)


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the form as it is sent."""

    text: str
    note: str
    signed: bool


def is_key(value: object) -> bool:
    """Whether this is a key of ours."""
    return isinstance(value, str) and bool(_KEY.match(value))


def filled(view: Body) -> Filled:
    """What was filled in; not signed unless that was chosen."""
    return Filled(typed(view, Field.QUESTION), typed(view, Field.NOTE), SIGNED in chosen(view, Field.SIGNED))
