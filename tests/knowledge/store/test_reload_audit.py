"""Who reloaded, when and what, stands in the audit together with the change, or not at all."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Theme
from knowledge.domain.lists import FormerAuthority
from knowledge.domain.reloading import TERMINAL, Reloader
from knowledge.domain.version import AuditLine, Change
from knowledge.store.database import Database
from knowledge.store.reloading import ReloadStore
from tests.knowledge.store.library import BEECHAM, LISTS, initiative, item, load, refused
from tests.knowledge.store.test_undoing import change_in_slack

ADE = Reloader("T1:UADE", "Ade Mensah")
NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def lines(database: Database) -> list[AuditLine]:
    return list(ReloadStore(database).history(9))


def notes(database: Database) -> list[str]:
    return [line.note for line in lines(database)]


def test_a_reload_says_who_when_and_how_much(database: Database) -> None:
    load(database, ["one", "two"], by=TERMINAL)
    store = ReloadStore(database, now=lambda: NOON)
    store.apply([item(initiative("one", title="New")), item("three"), refused("no")], LISTS, within=None, by=ADE)
    assert lines(database)[0] == AuditLine(
        NOON, "T1:UADE", Change.RELOADED, note="1 added, 1 changed, 1 removed, 1 refused"
    )
    assert [line.by for line in lines(database)] == ["T1:UADE", "terminal"]


def test_undoing_it_has_a_line_of_its_own(database: Database) -> None:
    load(database, ["one"])
    load(database, [item(initiative("one", title="New"))], by=ADE)
    ReloadStore(database).undo(by=TERMINAL)
    newest = lines(database)[0]
    assert (newest.change, newest.by, newest.note) == (Change.RELOAD_UNDONE, "terminal", "1 put back as before")


def test_a_reload_that_changes_nothing_has_none(database: Database) -> None:
    load(database, ["one"])
    load(database, ["one"])
    assert notes(database) == ["1 added"]


def test_whose_file_version_was_taken_is_named(database: Database) -> None:
    load(database, ["one"])
    change_in_slack(database, "one", title="From Slack", edited_in_slack=True)
    load(database, ["one"], take=["one"])
    assert notes(database)[0] == "1 changed; file's version taken of one"


def test_changed_lists_are_named_with_what_they_carried_along(database: Database) -> None:
    load(database, [item(initiative("one", themes=("mentoring",)))])
    other = replace(
        LISTS,
        register=Register((BEECHAM,)),
        themes=(LISTS.themes[0], Theme("mentors", "Mentors", was=("mentoring",))),
        former=(FormerAuthority("Ashford", ("Beecham",)),),
    )
    load(database, [refused("one")], other)
    assert notes(database)[0] == (
        "1 carried along, 1 refused; 1 theme renamed: mentoring to mentors; 1 authority ended: Ashford into Beecham"
    )
    ReloadStore(database).undo()
    assert notes(database)[0].startswith("1 put back as before; 1 new theme: mentoring")


def test_a_reload_that_breaks_off_has_none(database: Database) -> None:
    load(database, ["one"])
    load(database, ["two"])

    def broken(doing: str, *_: object) -> None:
        if doing == "saving":
            raise RuntimeError

    with pytest.raises(RuntimeError):
        load(database, ["one", "two"], progress=broken)
    with pytest.raises(RuntimeError):
        ReloadStore(database).undo(progress=broken)
    assert notes(database) == ["1 added, 1 removed", "1 added"]
