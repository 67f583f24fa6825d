"""The report in Slack, in words: one of a thing is one, and only what there is counts as most."""

from __future__ import annotations

from bot.views.admin.report_page import report_message
from bot.views.terminal.report import report_lines
from tests.factories import an_initiative
from tests.knowledge.services.test_report import report


def test_one_of_a_thing_is_said_as_one() -> None:
    said = report_message(report(an_initiative(id="a", authority="Ashford"))).said
    assert "1 initiative of 1 authority or body" in said
    assert "1 authority of the register has none." in said


def test_what_was_opened_once_was_opened_once() -> None:
    made = report(an_initiative(id="a"), a=1)
    assert "opened once, shown 9 times" in report_message(made).said
    assert "opened once, shown 9 times" in "\n".join(report_lines(made))


def test_a_theme_without_any_is_not_among_those_with_most() -> None:
    made = report(an_initiative(id="a", authority="Ashford", themes=("youth-justice",)))
    assert made.missing_themes
    most, none = (
        next(row for row in report_message(made).said.splitlines() if row.startswith(beginning))
        for beginning in ("Themes with most", "With none")
    )
    assert most == "Themes with most: Youth justice 1"
    assert made.called(made.missing_themes[0]) in none


def test_a_store_without_anything_has_no_theme_with_most() -> None:
    said = report_message(report()).said
    assert "Themes with most: none" in said
    assert "With fewest" not in said
