"""What was pressed, also where what Slack mostly sends along is missing or is nothing that it would send."""

from __future__ import annotations

from typing import Any

import pytest

from bot.payloads.asked import clicked
from bot.payloads.pressed import form_key, key_of, press_key, pressed, surface


def test_what_cannot_be_told_from_others_has_no_key() -> None:
    assert press_key({"actions": [{"action_id": "archive", "action_ts": "1.1"}]}) == "archive:1.1"
    assert press_key({"actions": [{"action_id": "archive"}]}) is None
    assert form_key({"id": "V1", "hash": "2.abc"}) == "V1:2.abc"
    assert form_key({"id": "V1"}) is None
    assert key_of("begin", None) is None


@pytest.mark.parametrize("actions", [None, [], [None], ["archive"], {"0": "archive"}, [{"value": None}]], ids=str)
def test_what_is_no_button_carries_nothing(actions: object) -> None:
    body = {"actions": actions}
    assert (pressed(body), press_key(body)) == ("", None)


def test_halves_of_letters_in_what_a_button_carries_are_dropped() -> None:
    assert pressed({"actions": [{"value": "a\ud83d b"}]}) == "a b"


@pytest.mark.parametrize("name", ["container", "view", "channel", "user", "team"])
@pytest.mark.parametrize("nonsense", ["C1", ["C1"], 1, None], ids=str)
def test_a_place_that_is_none_is_nowhere(name: str, nonsense: object) -> None:
    body: dict[str, Any] = {"user": {"id": "U1"}, "team": {"id": "T1"}, "channel": {"id": "C1"}} | {name: nonsense}
    place = clicked(body)
    assert (place.user, place.team, place.channel) == tuple(
        "" if one == name else id for one, id in (("user", "U1"), ("team", "T1"), ("channel", "C1"))
    )
    assert surface(body).view == ""
