"""Reload as a person asks for it: real files, real lists, a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from knowledge.domain.lists import Lists
from knowledge.errors import Problem, Refused
from knowledge.importing.library import read_library
from knowledge.services.reload import Reload
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from tests.knowledge.store.library import LISTS

ENTRY = """\
- id: {id}
  authority: Ashford
  title: {title}
  summary: Young people are mentored.
  categories: [communities]
  themes: [mentoring]
  source: {{title: A page}}
"""


class Installation:
    """A library folder and a store, with lists that can be put in or out of order."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.folder = folder
        self.lists: Lists | Refused = LISTS
        self.store = InitiativeStore(database)
        self.reload = Reload(
            ReloadStore(database), read_lists=self._read_lists, read_library=read_library, library=[folder]
        )

    def write(self, name: str, *ids: str, title: str = "A title") -> Path:
        path = self.folder / name
        path.write_text("".join(ENTRY.format(id=one, title=title) for one in ids))
        return path

    def ids(self) -> list[str]:
        return [one.id for one in self.store.initiatives()]

    def _read_lists(self) -> Lists:
        if isinstance(self.lists, Refused):
            raise self.lists
        return self.lists


@pytest.fixture
def here(sqlite_url: str, tmp_path: Path) -> Iterator[Installation]:
    database = Database(sqlite_url)
    database.migrate()
    folder = tmp_path / "library"
    folder.mkdir()
    yield Installation(database, folder)
    database.close()


def test_without_paths_the_configured_library_is_the_whole_truth(here: Installation) -> None:
    here.write("a.yaml", "one")
    gone = here.write("b.yaml", "two")
    assert here.reload.run().added == ("one", "two")
    gone.unlink()
    assert here.reload.run().removed == ("two",)


def test_with_a_file_other_files_are_left_alone(here: Installation) -> None:
    first = here.write("a.yaml", "one", "two")
    here.write("b.yaml", "three")
    here.reload.run()
    here.write("a.yaml", "one")
    here.write("b.yaml", "four")
    assert here.reload.run([first]).removed == ("two",)
    assert here.ids() == ["one", "three"]


def test_a_file_named_in_another_way_is_the_same_file(here: Installation, monkeypatch: pytest.MonkeyPatch) -> None:
    here.write("a.yaml", "one", "two")
    here.reload.run()
    here.write("a.yaml", "one")
    (here.folder.parent / "link").symlink_to(here.folder)
    monkeypatch.chdir(here.folder.parent)
    assert here.reload.run([Path("link") / "a.yaml"]).removed == ("two",)


def test_a_missing_file_is_a_problem_and_removes_nothing(here: Installation) -> None:
    path = here.write("a.yaml", "one")
    here.reload.run()
    path.unlink()
    outcome = here.reload.run([path])
    assert (outcome.removed, [problem.file for problem in outcome.problems]) == ((), [str(path)])
    assert here.ids() == ["one"]


def test_a_dry_run_writes_nothing(here: Installation) -> None:
    here.write("a.yaml", "one")
    outcome = here.reload.run(dry_run=True)
    assert (outcome.added, outcome.applied) == (("one",), False)
    assert here.ids() == []


def test_strict_applies_nothing_with_any_problem(here: Installation) -> None:
    here.write("a.yaml", "one")
    here.write("b.yaml", "No Slug")
    for dry_run in (True, False):
        outcome = here.reload.run(strict=True, dry_run=dry_run)
        assert (outcome.added, outcome.applied) == ((), False)
        assert (outcome.refused, len(outcome.problems)) == (1, 1)
    assert here.ids() == []


def test_a_file_that_breaks_keeps_its_entries_until_it_is_mended(here: Installation) -> None:
    broken = here.write("a.yaml", "one")
    here.write("b.yaml", "two")
    here.reload.run()
    broken.write_text("- id: [")
    here.write("b.yaml", "two", title="New")
    assert here.reload.run().changed == ("two",)
    assert here.ids() == ["one", "two"]
    here.write("a.yaml", "three")
    assert here.reload.run().removed == ("one",)


def test_an_id_copied_from_another_entry_takes_none_away(here: Installation) -> None:
    here.write("a.yaml", "one", "two", "three")
    here.reload.run()
    here.write("a.yaml", "one", "one", "three")
    outcome = here.reload.run()
    assert (outcome.removed, outcome.refused) == ((), 1)
    assert here.ids() == ["one", "three", "two"]
    here.write("a.yaml", "one", "three")
    assert here.reload.run().removed == ("two",)


@pytest.mark.parametrize(("first", "second"), [("a.yaml", "b.yaml"), ("b.yaml", "a.yaml")])
def test_nor_does_one_copied_from_another_file(here: Installation, first: str, second: str) -> None:
    here.write(first, "one")
    here.write(second, "two", "three")
    here.reload.run()
    here.write(second, "one", "three")
    assert here.reload.run().removed == ()


def test_a_copy_of_a_file_keeps_no_entry_of_the_file_itself(here: Installation) -> None:
    here.write("a.yaml", "one", "two")
    here.reload.run()
    here.write("a.yaml", "one", "new")
    here.write("b.yaml", "one", "new")
    outcome = here.reload.run()
    assert (outcome.removed, outcome.refused) == (("two",), 2)


def test_a_copied_id_keeps_no_entry_of_other_files(here: Installation) -> None:
    here.write("a.yaml", "one", "two")
    here.write("b.yaml", "three", "four")
    here.reload.run()
    here.write("a.yaml", "one", "one")
    here.write("b.yaml", "three")
    assert here.reload.run().removed == ("four",)


def test_a_folder_that_is_gone_removes_nothing(here: Installation) -> None:
    here.write("a.yaml", "one")
    here.reload.run()
    here.folder.rename(here.folder.with_name("elsewhere"))
    outcome = here.reload.run()
    assert (outcome.removed, len(outcome.problems)) == ((), 1)


def test_lists_that_cannot_be_used_leave_the_held_ones_in_place(here: Installation) -> None:
    here.write("a.yaml", "one")
    here.reload.run()
    here.lists = Refused("no use", [Problem("themes.yaml", "is no list", line=3)])
    here.write("a.yaml", "one", "two")
    outcome = here.reload.run()
    assert (outcome.added, outcome.problems[0].file) == (("two",), "themes.yaml")
    assert here.store.lists() == LISTS


@pytest.mark.parametrize("strict", [True, False])
def test_without_any_lists_nothing_can_be_loaded(here: Installation, strict: bool) -> None:
    here.write("a.yaml", "one")
    here.lists = Refused("no use", [Problem("themes.yaml", "is no list", line=3)])
    outcome = here.reload.run(strict=strict)
    assert (outcome.applied, len(outcome.problems)) == (False, 1)


def test_strict_also_means_the_lists(here: Installation) -> None:
    here.write("a.yaml", "one")
    here.reload.run()
    here.lists = Refused("no use", [Problem("themes.yaml", "is no list", line=3)])
    here.write("a.yaml", "two")
    assert not here.reload.run(strict=True).applied
    assert here.ids() == ["one"]
