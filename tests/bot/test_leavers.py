"""Whose account ended and whose works again: noted of each once, and nothing is written about all others."""

from __future__ import annotations

from collections.abc import Mapping
from types import SimpleNamespace
from typing import cast

import pytest

from bot.leavers import Leavers
from bot.people import People, Profile
from knowledge.services.upkeep import Upkeep

GONE = Profile("Gwen Gone", deleted=True)
HERE = Profile("Hal Here")


class Noted:
    """Upkeep that knows of these whether they left, and what is noted of them now."""

    def __init__(self, known: Mapping[str, bool]) -> None:
        self._known = known
        self.notes: list[tuple[str, bool]] = []

    def linked(self) -> Mapping[str, bool]:
        return self._known

    def left(self, member: str) -> None:
        self.notes.append((member, True))

    def came_back(self, member: str) -> None:
        self.notes.append((member, False))


@pytest.mark.parametrize(
    ("knew", "profile", "notes"),
    [
        (False, HERE, []),
        (False, GONE, [("T1:U1", True)]),
        (True, GONE, []),
        (True, HERE, [("T1:U1", False)]),
        (True, None, []),
        (False, None, []),
    ],
)
def test_only_what_changed_is_noted(knew: bool, profile: Profile | None, notes: list[tuple[str, bool]]) -> None:
    upkeep = Noted({"T1:U1": knew})
    people = SimpleNamespace(profile=lambda key: profile)
    assert Leavers(cast(Upkeep, upkeep), cast(People, people)).look() == 1
    assert upkeep.notes == notes
