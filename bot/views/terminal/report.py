"""The report on the store, for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from bot.views.kit.counts import counted_plainly, times
from knowledge.domain.paths import readable
from knowledge.domain.report import NamedInitiative, Report, Some

#: Initiatives, authorities and gaps that are named on a terminal; `--json` has more of them.
SHOWN = 10


def report_lines(report: Report) -> Iterator[str]:
    """The report in plain words, each part under a heading."""
    several = len(report.authorities) != 1
    bodies = f"{len(report.authorities)} authorities and bodies" if several else "1 authority or body"
    yield f"{counted_plainly(report.initiatives, 'initiative')} of {bodies}."
    yield from _numbers("By category", {category.label: number for category, number in report.categories.items()})
    themes = sorted(report.themes.items(), key=lambda one: (-one[1], one[0]))
    yield from _numbers("By theme", {report.called(slug): number for slug, number in themes})
    yield from _numbers("By region", {coverage.name: coverage.total for coverage in report.regions})
    yield from _numbers("Authorities with most", {one.name: one.total for one in report.authorities[:SHOWN]})
    yield ""
    yield f"Authorities without any initiative: {len(report.uncovered)}."
    if report.missing_themes:
        yield f"Themes without any: {', '.join(map(report.called, report.missing_themes))}."
    yield from _some("Never checked, or longer than a year ago", report.stale, "checked")
    yield from _some("Without any contact", report.unowned, None)
    yield from _some("With contacts whom nobody confirmed within a year", report.unconfirmed, "confirmed")
    yield ""
    yield "Most opened in the last quarter:" if report.opened else "Nothing was opened in the last quarter."
    for opened in report.opened:
        yield f"  {_name(opened.initiative)}: opened {times(opened.opened)}, shown {times(opened.shown)}"
    yield ""
    yield "Asked for on five days or more, and not found:" if report.gaps else "Nothing is known to be missing yet."
    for gap in report.gaps[:SHOWN]:
        yield f"  {gap.kind} {report.called(gap.name)}: on {gap.days} days, last on {gap.last.isoformat()}"
    yield ""
    yield f"Sent to you: {len(report.sent_to_admins)}."
    for sent in report.sent_to_admins[:SHOWN]:
        yield f"  {sent.id}, {sent.day.isoformat()}, {f'by {sent.by}' if sent.by else 'without a name'}:"
        yield from (f"    {row}" for row in f"{sent.text}\n{sent.note}".strip().splitlines())
    if len(report.sent_to_admins) > SHOWN:
        yield f"  and {len(report.sent_to_admins) - SHOWN} more"


def report_json(report: Report) -> dict[str, Any]:
    """`practice report --json`: everything, days as text."""
    plain: dict[str, Any] = _with_text(asdict(report))
    return plain


def picture_lines(file: Path, alt: str) -> Iterator[str]:
    """Where the picture lies, and what it shows, for who does not see it."""
    yield ""
    yield f"The coverage as a picture is in {readable(file)}. In words, to go with it wherever you show it:"
    yield alt


def picture_json(file: Path, alt: str | None) -> dict[str, Any]:
    """What `--picture` adds to the document: the file and its words, none where it could not be drawn."""
    return {"picture": None if alt is None else {"file": readable(file), "alt": alt}}


def _numbers(heading: str, numbers: Mapping[str, int]) -> Iterator[str]:
    yield ""
    yield f"{heading}:"
    width = max(map(len, numbers), default=0)
    for name, number in numbers.items():
        yield f"  {name:<{width}} {number:>6}"


def _some(heading: str, some: Some, what: str | None) -> Iterator[str]:
    yield ""
    yield f"{heading}: {some.total}."
    for named in some.first[:SHOWN]:
        when = f", last {what} {named.day.isoformat()}" if named.day else ""
        yield f"  {_name(named)}{when}"
    if some.total > SHOWN:
        yield f"  and {some.total - SHOWN} more"


def _name(named: NamedInitiative) -> str:
    return f"{named.title} ({named.authority}, {named.id})"


def _with_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _with_text(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_with_text(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
