"""What the picture of the coverage shows: two tables of numbers, by region and by authority, and the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from bot.views.kit.blocks import shorten
from bot.views.kit.counts import counted
from knowledge.domain.days import day_words
from knowledge.domain.initiative import Category
from knowledge.domain.report import NO_REGION, Coverage, Report
from knowledge.domain.text import listed

Key = TypeVar("Key")

#: What Slack takes as the words for a picture (files.getUploadURLExternal: "alt_txt_too_large" beyond it).
ALT_TEXT = 1000
#: Places with a column of their own: the regions of the UK, those without one, and as many authorities. The others
#: stand in one column together.
PLACES = 13
#: Themes and authorities that the words name.
NAMED = 3
#: Characters of a name in the words.
NAME = 60
EVERY = "All"


@dataclass(frozen=True, slots=True)
class Row:
    """How many initiatives each column of a table has of one category or theme."""

    name: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Columns are places, the first of them all together; `groups` are rows under a heading.

    `sums` are the columns that stand for several places: they have no part in which number is the most.
    """

    heading: str
    columns: tuple[str, ...]
    groups: tuple[tuple[str, tuple[Row, ...]], ...]
    sums: frozenset[int]

    @property
    def most(self) -> int:
        """The largest number of any single place, in any category or theme."""
        rows = (row for heading, group in self.groups if heading for row in group)
        counts = (count for row in rows for place, count in enumerate(row.counts) if place not in self.sums)
        return max(counts, default=0)


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is drawn, and `alt`: its finding in words, of at most `ALT_TEXT` characters."""

    title: str
    notes: tuple[str, ...]
    tables: tuple[Table, ...]
    alt: str


def coverage_picture(report: Report, day: date) -> Picture:
    """The coverage as of `day`: what is most comes first, so that what is least stands at the end."""
    held = f"{counted(report.initiatives, 'initiative')} of {bodies(report)}, {day_words(day)}"
    notes = (
        held,
        "The darker a cell, the more; white is none. An initiative can have several categories and themes.",
        uncovered_words(report),
    )
    tables = [_table("By region", sorted(report.regions, key=_region_order), "regions", report)]
    if report.authorities:
        tables.append(_table("By authority or body", report.authorities, "authorities and bodies", report))
    return Picture("What the library covers", notes, tuple(tables), alt_text(report, day))


def alt_text(report: Report, day: date) -> str:
    """What the picture tells, for who does not see it: the most, the least, and where there is nothing."""
    what = (
        f"Tables of how many initiatives there are of each category and theme, by region and by authority, on "
        f"{day_words(day)}: {counted(report.initiatives, 'initiative')} of {bodies(report)}."
    )
    said = ""
    for sentence in (what, *_findings(report)):
        if len(said) + len(sentence) < ALT_TEXT:
            said = f"{said} {sentence}".lstrip()
    return shorten(said, ALT_TEXT)


def _findings(report: Report) -> Iterator[str]:
    """Sentences, what matters most first; those that do not fit any more are left out."""
    regions = sorted(report.regions, key=lambda one: (-one.total, one.name))
    if covered := [f"{_place(one.name)} {one.total:,}" for one in regions if one.total]:
        yield f"By region: {_some(covered, PLACES)}."
    if bare := [_place(one.name) for one in regions if not one.total]:
        yield f"Regions without any: {_some(bare, PLACES)}."
    themes = _themes(report)
    named = [f"{shorten(name, NAME)} {report.themes[slug]:,}" for slug, name in themes if report.themes[slug]]
    if named:
        yield f"Themes with most: {listed(named[:NAMED])}."
    if missing := [shorten(name, NAME) for slug, name in themes if not report.themes[slug]]:
        yield f"Themes without any: {_some(missing, 4 * NAMED)}."
    elif len(named) > NAMED:
        yield f"No theme is without any; fewest have {listed(named[: -NAMED - 1 : -1])}."
    if narrow := _narrowest(report, regions):
        yield narrow
    yield f"By category: {', '.join(f'{one.label} {number:,}' for one, number in report.categories.items())}."
    if most := [f"{shorten(one.name, NAME)} {one.total:,}" for one in report.authorities[:NAMED]]:
        yield f"Authorities and bodies with most: {listed(most)}."
    yield uncovered_words(report)


def _narrowest(report: Report, regions: Sequence[Coverage]) -> str:
    """Where a search by theme is turned away most often."""
    of = len(report.themes)
    by_themes = sorted((sum(map(bool, one.themes.values())), one.name) for one in regions if one.total)
    if len(by_themes) < 2:
        return ""
    few = [f"{_place(name)} {number}" for number, name in by_themes[:NAMED]]
    return f"Of {of} themes fewest are covered in {listed(few)}."


def _table(heading: str, places: Sequence[Coverage], what: str, report: Report) -> Table:
    shown, rest = _columns(places, what)
    columns = [*shown, *([rest] if rest else [])]

    def row(name: str, total: int, counts: Iterable[int]) -> Row:
        return Row(name, (total, *counts))

    categories = tuple(
        row(one.label, report.categories[one], (column.categories.get(one, 0) for column in columns))
        for one in Category
    )
    themes = tuple(
        row(name, report.themes[slug], (column.themes.get(slug, 0) for column in columns))
        for slug, name in _themes(report)
    )
    totals = (row("All initiatives", report.initiatives, (column.total for column in columns)),)
    names = (EVERY, *(one.name if one.name != NO_REGION else "No region" for one in columns))
    sums = frozenset({0, len(columns)} if rest else {0})
    return Table(heading, names, (("", totals), ("Categories", categories), ("Themes", themes)), sums)


def _columns(places: Sequence[Coverage], what: str) -> tuple[Sequence[Coverage], Coverage | None]:
    """The places that have a column of their own, in their order, and all others as one."""
    if len(places) <= PLACES:
        return places, None
    own = set(sorted(range(len(places)), key=lambda number: -places[number].total)[: PLACES - 1])
    others = [place for number, place in enumerate(places) if number not in own]
    rest = Coverage(
        name=f"{len(others):,} other {what}",
        total=sum(one.total for one in others),
        categories=_sum(one.categories for one in others),
        themes=_sum(one.themes for one in others),
    )
    return [place for number, place in enumerate(places) if number in own], rest


def _sum(counts: Iterable[Mapping[Key, int]]) -> Counter[Key]:
    found: Counter[Key] = Counter()
    for each in counts:
        found.update(each)
    return found


def _themes(report: Report) -> list[tuple[str, str]]:
    """(slug, name) of every theme, those with most first."""
    named = [(slug, report.called(slug)) for slug in report.themes]
    return sorted(named, key=lambda one: (-report.themes[one[0]], one[1]))


def _region_order(one: Coverage) -> tuple[bool, str]:
    return one.name == NO_REGION, one.name


def _place(name: str) -> str:
    return "no region" if name == NO_REGION else name


def _some(names: Sequence[str], most: int) -> str:
    rest = len(names) - most
    return f"{', '.join(names[:most])} and {rest} more" if rest > 0 else listed(names)


def uncovered_words(report: Report) -> str:
    """How many authorities have nothing."""
    if not report.uncovered:
        return "Every authority of the register has some."
    number = len(report.uncovered)
    return f"{counted(number, 'authority')} of the register {'has' if number == 1 else 'have'} none."


def bodies(report: Report) -> str:
    """How many authorities and bodies have something."""
    number = len(report.authorities)
    return "1 authority or body" if number == 1 else f"{number:,} authorities and bodies"
