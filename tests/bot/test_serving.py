"""What serving the bot says in its log."""

from __future__ import annotations

import logging

import pytest

from bot.serving import say_if_lists_are_behind
from knowledge.domain.lists import Lists
from knowledge.errors import Refused
from knowledge.services.reload import Reload


class Holding:
    """A store whose lists differ by these words from those of the files."""

    def __init__(self, *behind: str) -> None:
        self._behind = behind

    def behind(self, lists: Lists) -> tuple[str, ...]:
        return self._behind


def refuse() -> Lists:
    raise Refused("The lists cannot be used as they are: 1 problem.")


def reloading(store: Holding, read_lists: object = Lists) -> Reload:
    return Reload(store, read_lists=read_lists, read_library=None, library=())  # type: ignore[arg-type]


def test_newer_lists_in_the_files_are_logged_with_how_to_bring_them_in(caplog: pytest.LogCaptureFixture) -> None:
    say_if_lists_are_behind(reloading(Holding()))
    assert not caplog.records
    say_if_lists_are_behind(reloading(Holding("1 new theme: housing")))
    assert "practice reload brings them in: 1 new theme: housing" in caplog.text


def test_lists_that_cannot_be_read_are_no_traceback(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        say_if_lists_are_behind(reloading(Holding(), refuse))
    assert "cannot be told: The lists cannot be used" in caplog.text
    assert caplog.records[0].exc_info in (None, False)
