"""Notes what could not be found, in the words of the lists only: whatever else a question held is never kept."""

from __future__ import annotations

from collections.abc import Collection
from functools import cached_property
from typing import Protocol

from knowledge.domain.gap import GapKind
from knowledge.domain.lists import Lists
from knowledge.domain.query import Query
from knowledge.domain.text import fold


class GapNotes(Protocol):
    """Where it is noted, by day."""

    def note(self, gaps: Collection[tuple[GapKind, str]]) -> None:
        """Note that these were asked for today and not found."""
        ...


class Recognised:
    """Tells what of a question is of the lists."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists

    @cached_property
    def _words(self) -> dict[str, tuple[str, ...]]:
        """What to note for wording of the lists; made at the first question in vain, for it takes as long as many do.

        Wording that is never shown counts as the words that are shown in its place.
        """
        return {
            f" {fold(way)} ": synonym.finds if synonym.hidden else (way,)
            for synonym in self._lists.synonyms
            for way in synonym.words
        }

    def of(self, query: Query) -> frozenset[tuple[GapKind, str]]:
        """The authorities, themes and words that were recognised, by the names that the lists give them."""
        asked = f" {fold(' '.join((*query.words, *query.phrases)))} "
        return frozenset(
            [
                *((GapKind.AUTHORITY, authority.name) for authority in query.authorities),
                *((GapKind.THEME, theme) for theme in query.themes),
                *((GapKind.WORD, word) for way, shown in self._words.items() if way in asked for word in shown),
            ]
        )
