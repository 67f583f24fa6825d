"""What an admin is told of the store: what is covered, what is out of date, what is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from knowledge.domain.gap import Gap
from knowledge.domain.initiative import Category
from knowledge.domain.unanswered import Unanswered

#: Where an authority that lies in no region is counted.
NO_REGION = "(no region)"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many initiatives of one authority (or region) there are, and how many in each category and theme."""

    name: str
    total: int
    categories: Mapping[Category, int]
    themes: Mapping[str, int]
    region: str | None = None
    nation: str | None = None


@dataclass(frozen=True, slots=True)
class NamedInitiative:
    """An initiative as a report names it; `day` is when it was last checked, or its contacts last confirmed."""

    id: str
    title: str
    authority: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Some:
    """How many initiatives something is true of, and the first of them by name."""

    total: int
    first: tuple[NamedInitiative, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """How often an initiative was shown and opened in the time that a report looks back on."""

    initiative: NamedInitiative
    shown: int
    opened: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report. `uncovered` are authorities without any initiative; `missing_themes` slugs without any.

    `regions` are also those of the register without any; `theme_names` are what people see, by slug.

    `stale` were never checked, or longer ago than a year; `unowned` name no contact; `unconfirmed` name contacts of
    whom none was confirmed within a year. `gaps` were asked for on enough different days and not found.
    `sent_to_admins` are questions that people sent on their own word and that nobody dealt with yet.
    """

    initiatives: int
    authorities: tuple[Coverage, ...]
    regions: tuple[Coverage, ...]
    uncovered: tuple[str, ...]
    categories: Mapping[Category, int]
    themes: Mapping[str, int]
    theme_names: Mapping[str, str]
    missing_themes: tuple[str, ...]
    stale: Some
    unowned: Some
    unconfirmed: Some
    opened: tuple[Opened, ...]
    gaps: tuple[Gap, ...]
    sent_to_admins: tuple[Unanswered, ...] = ()

    def called(self, theme: str) -> str:
        """What people see of a theme (its slug), or of anything else as it is."""
        return self.theme_names.get(theme, theme)
