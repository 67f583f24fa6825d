"""The report in Slack: the figures that fit a message, and all of its coverage as a file."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping

from bot.names import Action
from bot.views.admin.coverage import bodies, uncovered_words
from bot.views.admin.unanswered_for_admins import EVERY
from bot.views.content.standing import capital
from bot.views.content.table import safe
from bot.views.kit.blocks import SlackMessage, actions, button, message, shorten
from bot.views.kit.counts import counted, times
from bot.views.kit.lines import Line, bold, line
from knowledge.domain.days import day_words
from knowledge.domain.initiative import Category
from knowledge.domain.report import NamedInitiative, Report, Some
from knowledge.domain.text import listed

#: Initiatives named for each thing that is missing, and regions and themes listed: Slack splits a message whose blocks
#: hold more than some 4,000 characters.
NAMED = 3
REGIONS = 14
THEMES = 8
GAPS = 8
TITLE_SHOWN = 60
QUESTION_SHOWN = 100


def report_message(report: Report) -> SlackMessage:
    """What is covered, out of date, missing and sent to the admins, with buttons for more than fits a message."""
    lines = [
        line(bold("Report"), f": {counted(report.initiatives, 'initiative')} of {bodies(report)}"),
        line(bold("By category: "), _numbers({one.label: number for one, number in report.categories.items()})),
        line(bold("By region: "), _numbers({one.name: one.total for one in report.regions[:REGIONS]})),
        *_themes(report),
        line(uncovered_words(report)),
        *_some("Never checked, or longer than a year ago", report.stale),
        *_some("Without any contact", report.unowned),
        *_some("With contacts whom nobody confirmed within a year", report.unconfirmed),
        *_opened(report),
        *_gaps(report),
        *_sent(report),
    ]
    buttons = [
        button("Send me the coverage as CSV", Action.REPORT_FILE, "csv"),
        button("Send me the coverage as a picture", Action.REPORT_PICTURE, "png"),
    ]
    if report.sent_to_admins:
        buttons.append(button("Read what was sent to you", Action.UNANSWERED_SEE, EVERY))
    return message(lines, *actions(buttons))


def report_csv(report: Report) -> str:
    """Coverage by region and by authority, also of those without any: a row each, a column a category and theme.

    No cell can be taken for a formula.
    """
    themes = sorted(report.themes)
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    categories = [category.value for category in Category]
    writer.writerow(["of", "name", "region", "nation", "initiatives", *categories, *map(safe, themes)])
    for kind, coverages in (("region", report.regions), ("authority", report.authorities)):
        for one in coverages:
            by_category = (one.categories.get(category, 0) for category in Category)
            by_theme = (one.themes.get(theme, 0) for theme in themes)
            about = (kind, safe(one.name), safe(one.region), safe(one.nation))
            writer.writerow([*about, one.total, *by_category, *by_theme])
    for name in report.uncovered:
        writer.writerow(["authority", safe(name), "", "", *[0] * (1 + len(Category) + len(themes))])
    return text.getvalue()


def _numbers(numbers: Mapping[str, int]) -> str:
    return ", ".join(f"{name} {number:,}" for name, number in numbers.items()) or "none"


def _themes(report: Report) -> Iterator[Line]:
    ordered = sorted(report.themes.items(), key=lambda one: (-one[1], one[0]))
    held = [(report.called(slug), number) for slug, number in ordered if number]
    yield line(bold("Themes with most: "), _numbers(dict(held[:THEMES])))
    if held:
        yield line(bold("With fewest: "), _numbers(dict(held[: -THEMES - 1 : -1])))
    if report.missing_themes:
        more = len(report.missing_themes) - THEMES
        rest = f" and {more} more" if more > 0 else ""
        yield line(bold("With none: "), ", ".join(map(report.called, report.missing_themes[:THEMES])) + rest)


def _some(heading: str, some: Some) -> Iterator[Line]:
    yield line(bold(f"{heading}: {some.total:,}"))
    for named in some.first[:NAMED]:
        yield line(_name(named), bullet=True)
    if some.total > NAMED and some.first:
        yield line(f"and {some.total - NAMED:,} more", bullet=True)


def _opened(report: Report) -> Iterator[Line]:
    if not report.opened:
        yield line("Nothing was opened in the last quarter.")
        return
    yield line(bold("Most opened in the last quarter"))
    for one in report.opened[:NAMED]:
        yield line(f"{_name(one.initiative)}: opened {times(one.opened)}, shown {times(one.shown)}", bullet=True)


def _gaps(report: Report) -> Iterator[Line]:
    if not report.gaps:
        yield line("Nothing is known to be missing: what is asked for in vain is shown from the fifth day on.")
        return
    named = [f"{gap.kind} {report.called(gap.name)} ({gap.days} days)" for gap in report.gaps[:GAPS]]
    rest = len(report.gaps) - GAPS
    yield line(bold("Asked for in vain: "), capital(listed(named)) + (f", and {rest} more" if rest > 0 else ""))


def _sent(report: Report) -> Iterator[Line]:
    """Its beginning is enough here: a button shows it whole, with what can be done about it."""
    if not report.sent_to_admins:
        return
    yield line(bold(f"Sent to you: {len(report.sent_to_admins):,}"))
    for one in report.sent_to_admins[:NAMED]:
        beginning = shorten(" ".join(one.text.split()), QUESTION_SHOWN)
        yield line(f"{day_words(one.day)}: {beginning}", bullet=True)


def _name(named: NamedInitiative) -> str:
    return f"{shorten(named.title, TITLE_SHOWN)} ({named.authority})"
