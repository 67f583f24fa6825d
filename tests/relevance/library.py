"""The shipped library and lists as a search engine, for measuring it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists
from knowledge.importing.library import read_library
from knowledge.importing.lists import read_lists

ROOT = Path(__file__).parents[2]
LISTS = ROOT / "config"
LIBRARY = ROOT / "knowledge" / "library"
QUERIES = Path(__file__).parent


def lists() -> Lists:
    """The shipped lists."""
    return read_lists([LISTS])


def initiatives(paths: Sequence[Path] = (LIBRARY,), with_lists: Lists | None = None) -> list[Initiative]:
    """The initiatives of some library files; of the shipped library when none are named."""
    known = with_lists or lists()
    items = read_library(list(paths), known.register, known.themes)
    return [item.initiative for item in items if item.initiative is not None]
