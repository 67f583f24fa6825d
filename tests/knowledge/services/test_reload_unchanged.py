"""Files that did not change are not read again, and nobody can tell but by the clock."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, update

from knowledge.domain.initiative import Initiative
from knowledge.domain.library import LibraryItem
from knowledge.domain.lists import Synonym
from knowledge.importing.library import read_library
from knowledge.services.reload import Reload
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from knowledge.store.tables import InitiativeRow
from tests.databases import writing
from tests.knowledge.store.library import LISTS

ENTRY = """\
- {{id: {id}, authority: {authority}, title: {title}, summary: S, categories: [communities], themes: [mentoring],
   source: {{title: A page}}}}
"""


class Library:
    """A library folder with a store, which notes the entries that are read."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "library"
        self.folder.mkdir()
        self.database = Database(f"sqlite:///{folder / 'practice.db'}")
        self.database.migrate()
        self.lists = LISTS
        self.read: list[str] = []
        self.reload = Reload(
            ReloadStore(self.database),
            read_lists=lambda: self.lists,
            read_library=self._read_library,
            library=[self.folder],
        )

    def write(self, name: str, *ids: str, title: str = "A title", authority: str = "Ashford") -> Path:
        path = self.folder / name
        path.write_text("".join(ENTRY.format(id=one, title=title, authority=authority) for one in ids))
        return path

    def held(self) -> list[Initiative]:
        return list(InitiativeStore(self.database).initiatives())

    def entries_read(self, **how) -> list[str]:
        self.read.clear()
        self.reload.run(**how)
        return list(self.read)

    def _read_library(self, *arguments) -> Iterator[LibraryItem]:
        for item in read_library(*arguments):
            self.read += [item.id] if item.id else []
            yield item


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path)
    yield library
    library.database.close()


def test_only_files_that_changed_are_read(here: Library) -> None:
    here.write("a.yaml", "one", "two")
    here.write("b.yaml", "three")
    assert here.entries_read() == ["one", "two", "three"]
    assert here.entries_read() == []
    assert here.reload.run().unchanged == 3
    here.write("b.yaml", "three", title="New")
    assert here.entries_read() == ["three"]
    assert [one.title for one in here.held()] == ["A title", "New", "A title"]


def test_a_file_that_is_gone_takes_its_entries_along(here: Library) -> None:
    here.write("a.yaml", "one")
    gone = here.write("b.yaml", "two")
    here.reload.run()
    gone.unlink()
    assert here.reload.run().removed == ("two",)


def test_when_the_lists_change_everything_is_read(here: Library) -> None:
    here.write("a.yaml", "one")
    here.reload.run()
    here.lists = replace(LISTS, synonyms=(Synonym(("a",), ("b",)),))
    assert here.entries_read() == ["one"]


def test_a_file_with_a_problem_is_read_and_told_every_time(here: Library) -> None:
    here.write("a.yaml", "one")
    here.write("b.yaml", "two", authority="Nowhere")
    for _ in range(2):
        outcome = here.reload.run()
        assert [problem.field for problem in outcome.problems] == ["authority"]
    assert here.entries_read() == ["two"]


def test_a_file_put_back_after_a_bad_version_is_read(here: Library) -> None:
    here.write("a.yaml", "one", "two", title="Good")
    here.reload.run()
    text = ENTRY.format(id="one", title="Bad", authority="Ashford") + ENTRY.format(id="two", title="B", authority="No")
    (here.folder / "a.yaml").write_text(text)
    here.reload.run()
    here.write("a.yaml", "one", "two", title="Good")
    here.reload.run()
    assert [one.title for one in here.held()] == ["Good", "Good"]


@pytest.mark.parametrize("title", ["A title", "Another title"])
def test_what_was_looked_at_is_applied_though_entries_stand_in_another_order(here: Library, title: str) -> None:
    here.write("a.yaml", "zebra", "apple", "mango")
    here.write("b.yaml", "quince", "cherry")
    here.reload.run()
    here.write("b.yaml", "quince", "cherry", title=title)
    looked = here.reload.run(dry_run=True)
    done = here.reload.run(previewed=looked.plan)
    assert done.changed == looked.changed


def test_after_undoing_everything_is_read(here: Library) -> None:
    here.write("a.yaml", "one")
    here.reload.run()
    here.write("a.yaml", "one", title="New")
    here.reload.run()
    here.reload.undo()
    assert here.entries_read() == ["one"]
    assert [one.title for one in here.held()] == ["New"]


def test_an_entry_that_went_from_the_store_comes_back(here: Library) -> None:
    here.write("a.yaml", "one", "two")
    here.reload.run()
    with writing(here.database) as session:
        session.execute(delete(InitiativeRow).where(InitiativeRow.id == "one"))
    assert here.reload.run().added == ("one",)


def test_an_entry_edited_in_slack_is_kept_and_its_file_is_there_for_the_asking(here: Library) -> None:
    here.write("a.yaml", "one")
    here.reload.run()
    with writing(here.database) as session:
        session.execute(update(InitiativeRow).values(title="From Slack", edited_in_slack=True))
    assert here.reload.run().kept == ("one",)
    (difference,) = here.reload.run(dry_run=True).differing
    assert [(field.before, field.after) for field in difference.fields] == [("From Slack", "A title")]
    assert here.reload.run(take=["one"]).changed == ("one",)
    assert [one.title for one in here.held()] == ["A title"]


def test_an_id_taken_by_a_file_that_was_not_read_again_is_refused(here: Library) -> None:
    here.write("a.yaml", "one")
    here.write("b.yaml", "two")
    here.reload.run()
    here.write("b.yaml", "two", "one", title="New")
    outcome = here.reload.run()
    assert (outcome.refused, outcome.problems[0].id) == (1, "one")
    assert [one.title for one in here.held()] == ["A title", "New"]


def test_a_file_moved_to_another_place_is_read_there(here: Library) -> None:
    path = here.write("a.yaml", "one")
    here.reload.run()
    path.rename(here.folder / "b.yaml")
    assert here.entries_read() == ["one"]
    assert here.entries_read() == []


def test_a_file_that_changes_while_it_is_read_changes_nothing(here: Library) -> None:
    path = here.write("a.yaml", "one", "two")
    here.write("b.yaml", "three")
    here.reload.run()
    here.write("a.yaml", "one", "two", title="New")
    here.write("b.yaml", "three", title="New")

    def saved_meanwhile(*arguments) -> Iterator[LibraryItem]:
        for item in read_library(*arguments):
            yield item
            if item.id == "one":
                path.write_text(path.read_text() + ENTRY.format(id="late", title="Late", authority="Ashford"))

    here.reload = Reload(
        ReloadStore(here.database), read_lists=lambda: LISTS, read_library=saved_meanwhile, library=[here.folder]
    )
    outcome = here.reload.run()
    assert "changed while it was being read" in outcome.problems[0].message
    assert [one.title for one in here.held()] == ["A title", "New", "A title"]


_IDS = st.sampled_from(["one", "two", "three"])
_FILES = st.dictionaries(
    st.sampled_from(["a.yaml", "b.yaml", "c.yaml"]),
    st.lists(
        st.tuples(_IDS, st.integers(0, 1), st.sampled_from(["Ashford"] * 5 + ["No"])),
        min_size=1,
        max_size=3,
        unique_by=lambda entry: entry[0],
    ),
    min_size=1,
)


@given(st.lists(_FILES, min_size=1, max_size=4))
@example([{"b.yaml": [("two", 1, "Ashford")]}, {"a.yaml": [("two", 0, "No")], "b.yaml": [("two", 1, "Ashford")]}])
@settings(max_examples=25, deadline=None)
def test_whatever_the_files_were_before_the_outcome_is_that_of_reading_all(steps) -> None:
    with tempfile.TemporaryDirectory() as folder:
        quick, whole = Path(folder, "quick"), Path(folder, "whole")
        libraries = []
        for place in (quick, whole):
            place.mkdir()
            libraries.append(Library(place))
        libraries[1].reload = Reload(
            ReloadStore(libraries[1].database),
            read_lists=lambda: LISTS,
            read_library=lambda paths, register, themes, known: read_library(paths, register, themes),
            library=[libraries[1].folder],
        )
        for files in steps:
            outcomes = []
            for library in libraries:
                for old in library.folder.iterdir():
                    old.unlink()
                for name, entries in files.items():
                    (library.folder / name).write_text(
                        "".join(ENTRY.format(id=one, title=f"T{n}", authority=where) for one, n, where in entries)
                    )
                done = library.reload.run()
                outcomes.append((done.added, done.changed, done.removed, done.unchanged, done.refused))
            assert outcomes[0] == outcomes[1]
            assert libraries[0].held() == libraries[1].held()
        for library in libraries:
            library.database.close()
