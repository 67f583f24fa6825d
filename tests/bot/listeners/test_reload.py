"""What is said of a database that cannot be used to whoever presses a button of a reload."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.listeners.reload import Reloading
from bot.payloads.reloading import Previewed
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.member import ANYONE, Member, Role
from knowledge.errors import StoreUnusable

AWAY = StoreUnusable("The database practice at db.internal cannot be reached.")
ADMIN = Member(frozenset({Role.ADMIN}), key="T1:U6")
ROLE_TAKEN_BACK = Member(key="T1:U6")
BODY = {
    "user": {"id": "U6", "team_id": "T1"},
    "team": {"id": "T1"},
    "channel": {"id": "D1"},
    "container": {"type": "message", "channel_id": "D1", "message_ts": "1.5"},
    "actions": [{"value": Previewed("t", "p").value()}],
}


class Reload:
    """The service, over a database that went away before a reload was begun, or right after."""

    def __init__(self, *, begins: bool) -> None:
        self.begins = begins

    def begin(self, member: str, key: str) -> bool:
        if not self.begins:
            raise AWAY
        return True

    def going_on(self, key: str) -> None:
        pass

    def saying(self, key: str) -> AbstractContextManager[None]:
        return nullcontext()

    def preview(self, member: Member, **_: object) -> object:
        raise AWAY

    def apply(self, member: Member, plan: str, **_: object) -> object:
        raise AWAY


def told(button: str, member: Member, *, begins: bool = True) -> str:
    """All that is said to this member, who presses."""
    said: list[str] = []

    def asking(key: str) -> Member:
        if member is ANYONE:
            raise AWAY
        return member

    def in_place(place: object, channel: str, ts: str, message: SlackMessage) -> None:
        said.append(message.said)

    parts = SimpleNamespace(
        reload=Reload(begins=begins),
        askers=SimpleNamespace(asking=asking),
        directory=SimpleNamespace(name=lambda key: "Sam"),
        replies=SimpleNamespace(in_place=in_place),
        postman=SimpleNamespace(kick=lambda: None),
        guard=None,
    )
    getattr(Reloading(cast(Any, parts)), button)(lambda: None, BODY)
    return "\n".join(said)


@pytest.mark.parametrize("button", ["look", "take", "apply"])
def test_an_admin_reads_where_the_database_lies(button: str) -> None:
    assert "db.internal" in told(button, ADMIN)


@pytest.mark.parametrize("button", ["look", "take", "apply"])
@pytest.mark.parametrize("member", [ROLE_TAKEN_BACK, ANYONE])
def test_who_is_no_admin_or_not_known_to_be_reads_a_reference_instead(button: str, member: Member) -> None:
    said = told(button, member)
    assert "db.internal" not in said
    assert "tell whoever looks after Practice Finder" in said


def test_where_nothing_could_be_begun_nobody_is_known_to_be_an_admin() -> None:
    said = told("apply", ADMIN, begins=False)
    assert "db.internal" not in said
    assert "tell whoever looks after Practice Finder" in said
