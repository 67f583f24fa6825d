"""The address that the bot listens at: waited for, or what is wrong with it said in words."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest

from bot.serving.address import address, require_address
from config.settings import Settings
from knowledge.errors import PracticeError


def test_who_is_just_leaving_the_port_is_waited_for(settings: Settings) -> None:
    other = socket.create_server(("127.0.0.1", 0))
    taken = replace(settings, port=other.getsockname()[1])
    with pytest.raises(PracticeError):
        require_address(taken, wait=0)
    other.close()
    require_address(taken, wait=0)


def test_an_address_that_is_none_of_this_machine_is_said(settings: Settings) -> None:
    with pytest.raises(PracticeError, match="set HOST to one of its own"):
        require_address(replace(settings, host="192.0.2.1"))
    with pytest.raises(PracticeError, match="HOST is malformed"):
        require_address(replace(settings, host="no such host"))


def test_an_address_that_was_handed_over_is_not_looked_at(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUNICORN_FD", "5")
    require_address(replace(settings, host="192.0.2.1"))


def test_addresses_of_ipv6_stand_in_brackets() -> None:
    assert address("::1", 3000) == "[::1]:3000"
    assert address("127.0.0.1", 3000) == "127.0.0.1:3000"
