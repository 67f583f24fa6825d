"""The terminal's commands, run as a shell runs them, and a small library for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from bot.cli import main

LIBRARY = """
authority: Hackney
contacts: [{name: Ada Example, role: Head of Practice}]
source: {title: A made-up page, url: https://example.org/page, read: 2026-11-23}
initiatives:
  - id: hackney-mentors
    title: Mentors for young people
    summary: Young people on the edge of court are mentored by adults who share their background.
    categories: [children-and-families]
    themes: [youth-justice]
  - id: hackney-panels
    title: Diverse interview panels
    summary: Every interview panel has at least one Black member of staff.
    categories: [within-organisation]
    themes: [recruitment]
"""


@pytest.fixture
def library(short_lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of two initiatives, set as the configured one, with an empty store beside it."""
    path = tmp_path / "library.yaml"
    path.write_text(LIBRARY)
    (tmp_path / ".env").touch()  # that of whoever runs the tests is not read
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRACTICE_LIBRARY", str(path))
    monkeypatch.setenv("PRACTICE_LISTS", str(short_lists))
    monkeypatch.setenv("PRACTICE_DATABASE_URL", f"sqlite:///{tmp_path / 'store' / 'practice.db'}")
    return path


@dataclass(frozen=True)
class Ran:
    """What a command left behind: its exit status and what it printed."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


#: Runs `practice` with these arguments.
Practice: TypeAlias = Callable[..., Ran]


@pytest.fixture
def practice(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Practice:
    def run(*arguments: str) -> Ran:
        monkeypatch.setattr("sys.argv", ["practice", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        return Ran(int(left.value.code or 0), *capfd.readouterr())

    return run
