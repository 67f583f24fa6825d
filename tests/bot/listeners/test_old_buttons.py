"""Buttons that carry nothing we know, as an older version or a stranger may send them, are answered in words."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.listeners.history import History
from bot.listeners.mine import MyOwn
from bot.listeners.parts import Parts
from bot.listeners.proposals import Proposals
from bot.listeners.roles import Roles
from bot.listeners.share import ShareForm
from bot.listeners.unknown import Unknown
from knowledge.domain.member import Member
from knowledge.errors import PracticeError

Press = Callable[..., None]


class AnyParts:
    """Parts of which none is asked for anything, but for who it is and to say what went wrong."""

    def __init__(self) -> None:
        self.told: list[Exception] = []
        self.guard = SimpleNamespace(tell=lambda place, error: self.told.append(error))
        self.askers = SimpleNamespace(writer=lambda place: Member(key="T1:U1"))

    def __getattr__(self, name: str) -> None:
        return None


def presses(parts: Parts) -> dict[str, Press]:
    proposals = Proposals(parts)
    return {
        "mine": MyOwn(parts).do,
        "merge": proposals.merge,
        "instead": ShareForm(parts, proposals).instead,
        "version": History(parts).read,
        "restore": History(parts).restore,
        "role": Roles(parts).take,
        "unknown": Unknown(parts).pressed,
    }


@pytest.mark.parametrize("actions", [[], [{}], [{"value": None}], [{"value": "rubbish"}]])
@pytest.mark.parametrize("which", ["mine", "merge", "instead", "version", "restore", "role", "unknown"])
def test_a_button_that_carries_nothing_known_says_so(which: str, actions: list[dict[str, Any]]) -> None:
    parts, acks = AnyParts(), []
    body = {"user": {"id": "U1"}, "team": {"id": "T1"}, "view": {"id": "V1", "type": "home"}, "actions": actions}
    presses(cast(Parts, parts))[which](lambda: acks.append(1), body)
    assert acks == [1]
    (error,) = parts.told
    assert isinstance(error, PracticeError)
    assert "comes from an older version of Practice Finder, so nothing was done. " in str(error)
