"""`practice reload` on the terminal: what is undone, what comes first, what a dry run says."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bot.commands.conftest import ENTRY
from tests.bot.conftest import Practice

pytestmark = pytest.mark.usefixtures("own_store")


def test_an_id_used_in_an_unchanged_file_too_is_named_with_that_file(
    practice: Practice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text(ENTRY % ("one", "First"))
    second.write_text(ENTRY % ("two", "Second"))
    monkeypatch.setenv("PRACTICE_LIBRARY", f"{first}:{second}")
    assert practice("reload").status == 0
    second.write_text(ENTRY % ("one", "Second"))
    done = practice("reload")
    assert done.status == 1
    assert f"one is used by an earlier entry in {first}: choose another id" in done.err


def test_a_reload_is_undone_once(practice: Practice, tmp_path: Path) -> None:
    practice("reload")
    before = practice("export").out
    (tmp_path / "library.yaml").write_text(ENTRY % ("one", "Spoilt"))
    assert practice("reload").status == 0
    undone = practice("reload", "--undo", "--json")
    assert (undone.status, undone.json["added"], undone.json["changed"]) == (0, 1, 1)
    assert practice("export").out == before
    again = practice("reload", "--undo")
    assert (again.status, again.out) == (1, "")
    assert "nothing to undo" in again.err
    assert "nothing to undo" in practice("reload", "--undo", "--json").json["problems"][0]["message"]


def test_the_first_load_cannot_be_undone_here_any_more_than_in_slack(practice: Practice) -> None:
    practice("reload")
    undone = practice("reload", "--undo")
    assert (undone.status, undone.out) == (1, "")
    assert "nothing to undo" in undone.err
    assert len(practice("export", "--format", "json").json) == 2


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_files_that_are_the_first_to_be_brought_in_come_on_top_of_the_configured_library(
    practice: Practice, tmp_path: Path, dry: tuple[str, ...]
) -> None:
    (tmp_path / "more.yaml").write_text(ENTRY % ("three", "Third"))
    done = practice("reload", "more.yaml", "--json", *dry)
    assert (done.status, done.json["added"]) == (0, 1)
    held = [one["id"] for one in practice("export", "--format", "json").json]
    assert held == (["one", "two"] if dry else ["one", "three", "two"])


def test_what_is_wrong_with_the_configured_library_is_told_with_the_files_that_come_on_top(
    practice: Practice, tmp_path: Path
) -> None:
    (tmp_path / "more.yaml").write_text(ENTRY % ("three", "Third"))
    library = tmp_path / "library.yaml"
    library.write_text(library.read_text() + "- {id: broken}\n")
    done = practice("reload", str(library), "more.yaml", "--json")
    assert (done.status, done.json["added"], done.json["applied"]) == (1, 1, True)
    wrong = [(one["id"], one["field"]) for one in done.json["problems"]]
    assert {id for id, _ in wrong} == {"broken"}
    assert len(wrong) == len(set(wrong)) == len(done.err.splitlines())
    assert [one["id"] for one in practice("export", "--format", "json").json] == ["one", "three", "two"]


def test_a_dry_run_of_the_library_brings_nothing_in(practice: Practice) -> None:
    assert practice("reload", "--dry-run", "--json").json["added"] == 2
    assert practice("reload", "--json").json["added"] == 2


def test_undo_takes_neither_files_nor_other_options(practice: Practice) -> None:
    assert practice("reload", "library.yaml", "--undo").status == 2
    assert practice("reload", "--undo", "--dry-run").status == 2


def test_a_dry_run_says_field_by_field_what_would_change(practice: Practice, tmp_path: Path) -> None:
    practice("reload")
    (tmp_path / "library.yaml").write_text(ENTRY % ("one", "Better") + ENTRY % ("two", "Second"))
    assert "title: before “First”; after “Better”" in practice("reload", "--dry-run").out
    changes = practice("reload", "--dry-run", "--json").json["changes"]
    assert changes == [{"id": "one", "fields": [{"field": "title", "before": "First", "after": "Better"}]}]
    assert practice("reload", "--json").json["changed"] == 1
