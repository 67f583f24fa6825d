"""Files made to keep a reader busy are given up at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.knowledge.importing.yaml_files import LibraryFile, entry

MANY = 100_000


@pytest.mark.parametrize("opened", ["[", "[ ", "{", "{a: ", "[\n", "- ", "? "])
def test_a_file_nested_without_end_is_given_up_on_the_line_that_goes_too_far(tmp_path: Path, opened: str) -> None:
    item = LibraryFile(tmp_path).one(opened * MANY)
    assert item.whole_file
    assert "is nested too deeply" in item.problems[0].message


def test_so_is_one_that_begins_well(tmp_path: Path) -> None:
    item = LibraryFile(tmp_path).one(entry() + "- id: " + "[" * MANY)
    assert (item.whole_file, item.line) == (True, len(entry().splitlines()) + 1)


def test_what_is_only_nested_more_than_an_entry_may_be_costs_no_other(tmp_path: Path) -> None:
    refused, taken = LibraryFile(tmp_path).items(entry(title="[" * 200 + "]" * 200) + entry(id="ashford-two"))
    assert (refused.whole_file, [problem.field for problem in refused.problems]) == (False, ["title"])
    assert taken.initiative is not None
