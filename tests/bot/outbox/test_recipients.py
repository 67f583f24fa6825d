"""Who "the channels" and "the admins" are, as far as the settings and what was given say."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

from bot.outbox.recipients import Recipients
from config.settings import read_settings
from knowledge.domain.grant import Grant
from knowledge.domain.member import Role
from knowledge.domain.outbox import ADMINS, CHANNELS, Message, MessageKind
from tests.clock import NOON


def recipients(*given: Grant, left: tuple[str, ...] = (), **environment: str) -> Recipients:
    """Of a bot that serves the workspace T1."""
    profiles = {key: SimpleNamespace(deleted=True) for key in left}
    return Recipients(
        settings=read_settings(environment),
        workspaces=cast(Any, SimpleNamespace(teams=lambda: ("T1",))),
        directory=cast(Any, SimpleNamespace(profile=profiles.get)),
        askers=cast(Any, None),
        find=cast(Any, None),
        review=cast(Any, None),
        given=lambda: given,
    )


def test_a_channel_of_a_workspace_that_is_not_served_is_told_nothing() -> None:
    announced = Message("m", MessageKind.ANNOUNCED, CHANNELS)
    assert recipients(PRACTICE_CHANNEL="C1,T9:C9").of(announced) == ("T1:C1",)
    assert recipients(PRACTICE_CHANNEL="T9:C9").of(announced) == ()


def test_admins_of_the_settings_and_those_given_are_told_each_once_but_for_who_left() -> None:
    asked = Message("m", MessageKind.UNANSWERED, ADMINS)
    given = [Grant("T1:U1", Role.ADMIN, None, "T1:U9", NOON), Grant("T1:U3", Role.LEAD, None, "T1:U9", NOON)]
    known = recipients(*given, left=("T1:U2",), PRACTICE_ADMINS="U1,U2,T9:U7")
    assert known.of(asked) == ("T1:U1",)
    # Where all of them left, somebody must still be named who can be asked about it.
    assert recipients(left=("T1:U2",), PRACTICE_ADMINS="U2").of(asked) == ("T1:U2",)


def test_a_message_to_one_is_no_message_to_several() -> None:
    assert recipients().of(Message("m", MessageKind.THANKS, "T1:U1")) is None
