"""The whole store in one file, in each format."""

from __future__ import annotations

import csv
import gc
import json
import os
import signal
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import yaml

from bot.commands.exports import Format, export
from bot.signals import Terminated, ended_by_signals
from knowledge.domain.initiative import Contact, Initiative, Visibility
from knowledge.errors import PracticeError
from knowledge.importing.library import read_library
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from tests.factories import LISTS, an_initiative

HOSTILE = an_initiative(
    id="hostile", title='=HYPERLINK("http://evil")', summary="@SUM(1)\x00\x0b\nend", own_contacts=(Contact("=cmd"),)
)
BOTH = (an_initiative(summary="First line.\n\nSiân’s second."), HOSTILE)


def written(path: Path, *initiatives: Initiative) -> Path:
    export(initiatives, LISTS.register, Format.of(path), path)
    return path


@pytest.mark.parametrize(
    ("name", "format"),
    [*zip(["a.csv", "a.JSON", "a.xlsx", "a.yml", "a"], ["csv", "json", "xlsx", "yaml", "yaml"], strict=True)],
)
def test_a_files_name_says_the_format(name: str, format: str) -> None:
    assert Format.of(Path(name)) == format


def test_yaml_brought_into_another_store_gives_the_same_store(database: Database, tmp_path: Path) -> None:
    held = (
        an_initiative(id="own"),
        an_initiative(id="form", own_contacts=(), form_contacts=(Contact("Ada"), Contact(role="Lead"))),
        an_initiative(id="hidden", visibility=Visibility.AUTHORITY, form_contacts=(Contact("Ben"),), own_contacts=()),
    )
    path = written(tmp_path / "all.yaml", *held)
    items = read_library([path], LISTS.register, LISTS.themes)
    reloaded = ReloadStore(database).apply(items, LISTS, within=None)
    assert reloaded.problems == ()
    assert list(InitiativeStore(database).initiatives()) == sorted(held, key=lambda one: one.id)


def test_yaml_is_a_single_document(tmp_path: Path) -> None:
    assert len(list(yaml.safe_load_all(written(tmp_path / "a.yaml", *BOTH).read_text()))) == 1


def test_json_is_one_document_with_every_initiative(tmp_path: Path) -> None:
    held = json.loads(written(tmp_path / "a.json", *BOTH).read_text())
    assert [one["id"] for one in held] == ["ashford-mentoring", "hostile"]
    assert held[0]["contacts"][0]["name"] == "Ada Example"
    assert held[0]["visibility"] == "network"
    assert json.loads(written(tmp_path / "none.json").read_text()) == []


def test_csv_keeps_text_whole_and_runs_nothing(tmp_path: Path) -> None:
    with written(tmp_path / "a.csv", *BOTH).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["summary"] == "First line.\n\nSiân’s second."
    assert (rows[1]["title"], rows[1]["summary"]) == ('\'=HYPERLINK("http://evil")', "'@SUM(1)\nend")


def test_a_spreadsheet_holds_text_only_on_one_visible_sheet(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx", *BOTH)
    book = openpyxl.load_workbook(path)
    (sheet,) = book.worksheets
    assert sheet.sheet_state == "visible"
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert sheet.max_row == 3
    assert sheet["E3"].value == '\'=HYPERLINK("http://evil")'


def test_a_spreadsheet_names_nobody_in_any_of_its_parts(tmp_path: Path) -> None:
    with zipfile.ZipFile(written(tmp_path / "a.xlsx", *BOTH)) as parts:
        assert not [name for name in parts.namelist() if "comment" in name or "pivot" in name]
        core = parts.read("docProps/core.xml")
        assert b"creator" not in core
        assert b"lastModifiedBy" not in core
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_text_longer_than_a_cell_may_hold_is_cut_in_the_spreadsheet_only(tmp_path: Path) -> None:
    long = an_initiative(own_contacts=tuple(Contact(f"Person {n} " + "x" * 400) for n in range(100)))
    sheet = openpyxl.load_workbook(written(tmp_path / "a.xlsx", long)).active
    assert sheet is not None
    assert max(len(cell.value or "") for cell in sheet[2]) == 32_767


@pytest.mark.parametrize("format", list(Format))
def test_an_export_that_fails_leaves_the_file_that_was_there(tmp_path: Path, format: Format) -> None:
    def failing() -> Iterator[Initiative]:
        yield an_initiative()
        raise PracticeError("the database went away")

    path = tmp_path / f"a.{format}"
    path.write_text("before")
    with pytest.raises(PracticeError, match="went away"):
        export(failing(), LISTS.register, format, path)
    assert path.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_export_that_is_ended_leaves_nothing_beside_the_file(tmp_path: Path, number: signal.Signals) -> None:
    def ended() -> Iterator[Initiative]:
        yield an_initiative()
        signal.raise_signal(number)

    with pytest.raises(Terminated), ended_by_signals():
        export(ended(), LISTS.register, Format.YAML, tmp_path / "a.yaml")
    assert list(tmp_path.iterdir()) == []


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    assert written(tmp_path / "a.yaml", *BOTH).stat().st_mode & 0o077 == 0


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(PracticeError, match="cannot be written: No such file or directory"):
        written(tmp_path / "missing" / "a.yaml", *BOTH)


def test_a_link_stays_a_link_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text("before")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    written(tmp_path / "link.yaml", *BOTH)
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() != "before"


def test_a_pipe_can_be_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    export(BOTH, LISTS.register, Format.JSON, pipe)
    reader.join()
    assert len(json.loads(read[0])) == 2


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no names for what is open")
def test_a_pipe_without_a_name_of_its_own_can_be_written_to() -> None:
    read, write = os.pipe()
    export(BOTH, LISTS.register, Format.JSON, Path(f"/dev/fd/{write}"))  # far less than a pipe holds
    os.close(write)
    with os.fdopen(read, "rb") as file:
        assert len(json.loads(file.read())) == 2


@pytest.mark.parametrize("format", Format)
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_said_in_words_and_leaves_nothing_to_clear_away(format: Format) -> None:
    with pytest.raises(PracticeError, match=r"^/dev/full: cannot be written: No space left on device"):
        export(BOTH, LISTS.register, format, Path("/dev/full"))
    gc.collect()  # what an unfinished archive says when it goes is a warning, and fails the test


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_no_room_for_a_spreadsheets_rows_is_said_with_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = tmp_path / "rows"
    rows.symlink_to("/dev/full")
    monkeypatch.setattr("openpyxl.worksheet._writer.create_temporary_file", lambda: str(rows))
    with pytest.raises(PracticeError, match="which cannot be written: No space left on device"):
        written(tmp_path / "a.xlsx", *BOTH * 500)
    assert [path.name for path in tmp_path.iterdir()] == ["rows"]
