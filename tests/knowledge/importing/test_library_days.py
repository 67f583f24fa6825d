"""Days that are still to come cannot be those on which something was checked, confirmed or read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from knowledge.importing.entries import WRITTEN
from tests.knowledge.importing.yaml_files import LibraryFile, entry

TODAY = date(2027, 3, 14)
FIELDS = {
    "checked": "{day}",
    "contacts": "[{{name: Ada Obi, confirmed: {day}}}]",
    "form_contacts": "[{{name: Ada Obi, confirmed: '{day}'}}]",
    "source": "{{title: A page, read: {day}}}",
}


@pytest.mark.parametrize("field", FIELDS)
def test_a_day_that_is_still_to_come_is_refused(tmp_path: Path, field: str) -> None:
    text = entry(**{field: FIELDS[field].format(day="2072-03-14")})
    problem = LibraryFile(tmp_path, TODAY).problem(text)
    assert problem.message == "“2072-03-14” is still to come: write the day on which it was done"


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("day", ["2027-03-14", "2027-03-15", "1999-12-31"])
def test_today_is_taken_and_so_is_a_day_more_for_other_clocks(tmp_path: Path, field: str, day: str) -> None:
    assert LibraryFile(tmp_path, TODAY).problems(entry(**{field: FIELDS[field].format(day=day)})) == []


def test_the_day_of_a_whole_file_is_told_where_it_stands(tmp_path: Path) -> None:
    text = f"source: {{title: A page, read: 2027-03-16}}\ninitiatives:\n{entry(source=None)}"
    problem = LibraryFile(tmp_path, TODAY).problem(text)
    assert (problem.line, problem.field) == (1, "source.read")


def test_a_clock_that_lost_its_time_has_nothing_refused(tmp_path: Path) -> None:
    assert LibraryFile(tmp_path, date(1970, 1, 1)).problems(entry(checked=str(WRITTEN))) == []
