"""A reload in Slack: within what Slack shows in one message, and silent about where files lie."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.payloads.reloading import ID_LENGTH, TAKEN
from bot.views.admin.reload import FIELDS, applied_message, preview_message
from knowledge.domain.comparison import EntryChange, FieldChange
from knowledge.domain.library import Reloaded
from knowledge.domain.reloading import Preview
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import Problem

#: Characters above which Slack splits a message, parting its buttons from what they decide on.
SPLIT = 4000
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def problem(message: str, file: str) -> str:
    """A problem as an admin reads it."""
    outcome = Reloaded(problems=(Problem(file, message, line=1),), refused=1)
    return preview_message(Preview(outcome), "1").text


def test_all_that_a_preview_says_fits_one_message() -> None:
    many = tuple(f"{number}".zfill(ID_LENGTH) for number in range(60))
    lists = tuple(f"theme theme-{number} was renamed to another" for number in range(40))
    history = tuple(AuditLine(NOON, "T1:U1", Change.RELOADED, note="; ".join(lists)) for _ in range(3))
    outcome = Reloaded(added=many, removed=many, kept=many)
    for take in ((), many[:TAKEN]):
        assert len(preview_message(Preview(outcome, take, None, history), "1", first="So it is. " * 10).said) < SPLIT


def test_a_single_field_that_is_not_shown_is_said_as_one() -> None:
    fields = tuple(FieldChange(f"field {number}", "a", "b") for number in range(FIELDS + 1))
    outcome = Reloaded(changed=("a",), details=(EntryChange("a", "A", fields),))
    assert "; and 1 more field" in (said := preview_message(Preview(outcome), "1").said)
    assert "fields" not in said


@pytest.mark.parametrize(
    ("outcome", "said", "offered"),
    [
        (Reloaded(unchanged=3), "There is nothing to apply.", False),
        (Reloaded(unchanged=3, lists=("a theme was added",)), "No initiative would change.", True),
        (Reloaded(added=("a",)), "1 added", True),
    ],
)
def test_only_what_changes_something_can_be_applied(outcome: Reloaded, said: str, offered: bool) -> None:
    shown = preview_message(Preview(outcome), "1")
    assert said in shown.said
    assert ("reload-apply" in str(shown.blocks)) is offered


def test_what_becomes_of_refused_entries_is_said_only_where_there_are_some() -> None:
    kept = "What is refused keeps the version in the store."
    refused = Reloaded(added=("a",), applied=True, refused=1, problems=(Problem("a.yaml", "no title", line=1),))
    assert kept in applied_message(refused, None, "1").said
    assert kept not in applied_message(Reloaded(added=("a",), applied=True), None, "1").said


def test_of_each_earlier_reload_the_first_words_are_said() -> None:
    notes = [f"{number} added; {'a theme was renamed; ' * 180}" for number in (1, 2)]
    lines = [AuditLine(NOON, "T1:U1", Change.RELOADED, note=note) for note in notes]
    said = preview_message(Preview(Reloaded(), history=tuple(lines)), "1").text
    assert "reloaded: 1 added" in said
    assert "reloaded: 2 added" in said


@pytest.mark.parametrize(
    ("file", "message", "said"),
    [
        ("/srv/our lists/a.yaml", "it is in /srv/our lists/b.yaml too", "a.yaml:1: it is in b.yaml too"),
        ("/srv/lists/a.yaml", "taken by that at /opt/other place/z.yaml:3", "a.yaml:1: taken by that at z.yaml:3"),
        ("lists/a.yaml", "blacklists/x is wrong, lists/b.yaml right", "a.yaml:1: blacklists/x is wrong, b.yaml right"),
        ("my lists/a.yaml", "it is in my lists/b.yaml too", "a.yaml:1: it is in b.yaml too"),
        ("a.yaml", "see /opt/a b/x.yaml and/or /opt/c/y.yml", "a.yaml:1: see x.yaml and/or y.yml"),
    ],
)
def test_a_problem_names_files_without_their_folders(file: str, message: str, said: str) -> None:
    assert said in problem(message, file)
