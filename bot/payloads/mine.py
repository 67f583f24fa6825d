"""What the buttons of *mine* carry: which part of the list, and what to do with which of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum

from bot.payloads.values import carried


class Part(StrEnum):
    """The parts of the list of everything of one's own."""

    IN_HAND = "in-hand"
    PUBLISHED = "published"
    ARCHIVED = "archived"
    PUT_AWAY = "put-away"


class Deed(StrEnum):
    """What a button of the list does. `HAND_OVER` first opens a form that asks to whom; the others do it at once."""

    PUT_AWAY = "put-away"
    TAKE_BACK = "take-back"
    ARCHIVE = "archive"
    RESTORE = "restore"
    HAND_OVER = "hand-over"


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the list, from its `offset`th on."""

    part: Part = Part.IN_HAND
    offset: int = 0

    def value(self) -> str:
        """The record as a button or a view carries it."""
        return f"{self.part}:{self.offset}"

    @classmethod
    def of(cls, value: object) -> Page:
        """The page that a button or view carries; the beginning for anything else."""
        part, _, offset = str(value).partition(":")
        if part not in set(Part):
            return cls()
        return cls(Part(part), int(offset) if offset.isdecimal() and len(offset) < 6 else 0)


@dataclass(frozen=True, slots=True)
class ToDo:
    """A deed, and the id of the contribution or initiative that it is done with."""

    deed: Deed
    id: str

    def value(self) -> str:
        """The record as a button carries it."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, value: object) -> ToDo | None:
        """The record that a button carries; None when it carries none."""
        return carried(value, lambda held: cls(Deed(held["deed"]), str(held["id"])))


@dataclass(frozen=True, slots=True)
class HandingOver:
    """An initiative that is to be handed over, the list under the form, and which page of it."""

    initiative: str
    list: str = ""
    page: str = ""

    def metadata(self) -> str:
        """The record as a form carries it."""
        return json.dumps(asdict(self))

    @classmethod
    def of(cls, metadata: object) -> HandingOver | None:
        """The record that a form carries; None when it carries none."""
        return carried(
            metadata,
            lambda held: cls(str(held["initiative"]), str(held.get("list", "")), str(held.get("page", ""))),
        )
