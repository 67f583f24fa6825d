"""Builds library files for tests, and reads them against a small register."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from knowledge.domain.authority import Authority, Register
from knowledge.domain.initiative import Theme
from knowledge.domain.library import LibraryItem
from knowledge.errors import Problem
from knowledge.importing.library import read_library

REGISTER = Register.of(
    [
        Authority("Ashford", "Ashford Borough Council", "England", "South East", "E07000105", ("ABC", "The Ash")),
        Authority("Birchdale", "Birchdale City Council", "England", "North West", "E08000099", ("ABC",)),
        Authority("Llanfair", "Cyngor Llanfair", "Wales", "Wales", None, ("Siân's Town",)),
    ]
)
THEMES = (
    Theme("youth-justice", "Youth justice", ("youth offending",)),
    Theme("youth-voice", "Youth voice", ("participation",)),
    Theme("workforce", "Workforce"),
)

#: A complete entry; the line of each field is its place in this list, counting from 1.
ENTRY = {
    "id": "ashford-mentors",
    "authority": "Ashford",
    "title": "Mentors for young people",
    "summary": "Adults from the area stand by young people.",
    "categories": "[communities]",
    "themes": "[youth-justice]",
    "source": "{title: A page, url: https://example.org/page}",
}


def entry(**fields: str | None) -> str:
    """One entry as YAML, with some fields changed, added or (None) left out."""
    lines = [f"{key}: {value}" for key, value in {**ENTRY, **fields}.items() if value is not None]
    return "- " + "\n  ".join(lines) + "\n"


def line_of(text: str, part: str) -> int:
    """The line of `text` in which `part` stands, counting from 1."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


def read(*paths: Path, today: date = date(2026, 12, 31)) -> list[LibraryItem]:
    return list(read_library(paths, REGISTER, THEMES, today=lambda: today))


class LibraryFile:
    """A library file of a test: writes what it is given and reads it back."""

    def __init__(self, folder: Path, today: date = date(2026, 12, 31)) -> None:
        self.path = folder / "file.yaml"
        self.today = today

    def items(self, content: str | bytes) -> list[LibraryItem]:
        self.path.write_bytes(content.encode() if isinstance(content, str) else content)
        return read(self.path, today=self.today)

    def problems(self, content: str | bytes) -> list[Problem]:
        return [problem for item in self.items(content) for problem in item.problems]

    def problem(self, content: str | bytes) -> Problem:
        problems = self.problems(content)
        assert len(problems) == 1, [str(problem) for problem in problems]
        return problems[0]

    def one(self, content: str | bytes) -> LibraryItem:
        items = self.items(content)
        assert len(items) == 1
        return items[0]
