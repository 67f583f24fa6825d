"""The progress bar of a terminal."""

from __future__ import annotations

import io
import sys

import pytest

from bot.commands.progress import shown_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def reload_a_little(*, quiet: bool = False) -> None:
    with shown_progress(quiet=quiet) as tell:
        tell("reading", 500, None)
        tell("saving", 250, 500)


def test_a_terminal_sees_what_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    reload_a_little()
    assert "Reading" in terminal.getvalue()
    assert "250/500" in terminal.getvalue()


def test_a_terminal_sees_that_it_has_begun_before_anything_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with shown_progress():
        pass
    assert "Reading" in terminal.getvalue()


def test_a_pipe_and_a_script_see_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, quiet in ((io.StringIO(), False), (Terminal(), True)):
        monkeypatch.setattr(sys, "stderr", stream)
        reload_a_little(quiet=quiet)
        assert stream.getvalue() == ""
