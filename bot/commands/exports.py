"""The whole published store in one file: YAML that reloads, JSON and CSV for programs, XLSX for people.

Everything is written initiative by initiative, so that the store may be of any size.
"""

from __future__ import annotations

import csv
import errno
import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryFile, gettempdir
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from bot.commands.output_file import put_in_place
from bot.views.content.table import HEADINGS, table_row
from bot.views.terminal.as_json import exported_json
from knowledge.domain.authority import Register
from knowledge.domain.initiative import Initiative
from knowledge.errors import PracticeError
from knowledge.importing.library_text import library_text

#: What an XLSX cell may hold (Microsoft, "Excel specifications and limits").
CELL_LENGTH = 32_767
SHEET = "Initiatives"
#: Column widths in characters; texts longer than that are for reading in the cell.
_WIDTHS = {"title": 50, "summary": 80, "impact": 50, "contacts": 50}
_WIDTH = 22
#: Characters that XML cannot hold, whatever the escaping (XML 1.0, section 2.2).
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


class Format(StrEnum):
    """How an export is written."""

    YAML = "yaml"
    CSV = "csv"
    JSON = "json"
    XLSX = "xlsx"

    @classmethod
    def of(cls, path: Path) -> Format:
        """The one that a file's name asks for; YAML when it asks for none."""
        suffix = path.suffix.lower().removeprefix(".")
        return cls(suffix) if suffix in list(cls) else cls.YAML


def export(initiatives: Iterable[Initiative], register: Register, format: Format, output: Path | None) -> int:
    """Write all of `initiatives` to the file `output`, or to standard output; returns how many there were.

    A file is written beside its place and put there when it is whole: killed or without room, the old one stays.
    Raises PracticeError when it cannot be written.
    """
    counted = _Counted(initiatives)
    if output is None:
        if format is Format.XLSX and sys.stdout.isatty():
            raise PracticeError("A spreadsheet cannot be shown in a terminal: name a file with --output FILE.")
        if format is Format.XLSX:
            # The archive cannot be left half written without a traceback when the reader goes away.
            with TemporaryFile() as whole:
                _write_xlsx(counted, register, whole)
                whole.seek(0)
                copyfileobj(whole, sys.stdout.buffer)
        else:
            _WRITERS[format](counted, register, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    else:
        with put_in_place(output) as file:
            _WRITERS[format](counted, register, file)
    return counted.number


class _Counted:
    """Passes initiatives on and counts them."""

    def __init__(self, initiatives: Iterable[Initiative]) -> None:
        self._initiatives = initiatives
        self.number = 0

    def __iter__(self) -> Iterator[Initiative]:
        for initiative in self._initiatives:
            self.number += 1
            yield initiative


def _write_yaml(initiatives: Iterable[Initiative], register: Register, file: IO[bytes]) -> None:
    for part in library_text(initiatives):
        file.write(part.encode())


def _write_json(initiatives: Iterable[Initiative], register: Register, file: IO[bytes]) -> None:
    before = b"[\n"
    for initiative in initiatives:
        file.write(before + json.dumps(exported_json(initiative), ensure_ascii=False, indent=2).encode())
        before = b",\n"
    file.write(b"\n]\n" if before != b"[\n" else b"[]\n")


def _write_csv(initiatives: Iterable[Initiative], register: Register, file: IO[bytes]) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8", newline="", write_through=True)
    writer = csv.writer(text, quoting=csv.QUOTE_ALL)
    writer.writerow(HEADINGS)
    writer.writerows(table_row(initiative, register) for initiative in initiatives)
    text.detach()


def _write_xlsx(initiatives: Iterable[Initiative], register: Register, file: IO[bytes]) -> None:
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter
    from openpyxl.writer.excel import ExcelWriter

    book = Workbook(write_only=True)
    # The library names itself as the author; nobody's name belongs there.
    book.properties.creator = None
    sheet = book.create_sheet(SHEET)
    sheet.freeze_panes = "A2"
    for number, heading in enumerate(HEADINGS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(heading, _WIDTH)

    def cell(value: str) -> Any:
        made: Any = WriteOnlyCell(sheet, value=None)
        # Never a formula, a number or an error, whatever the text looks like.
        made._value, made.data_type = _NOT_XML.sub("", value)[:CELL_LENGTH], "s"
        return made

    headings = [cell(heading) for heading in HEADINGS]
    for one in headings:
        one.font = Font(bold=True)
    with _room_for_rows():
        try:
            sheet.append(headings)
            for initiative in initiatives:
                sheet.append([cell(value) if value else None for value in table_row(initiative, register)])
        finally:
            sheet.close()  # the rows wait in a file of the library's own until then
    archive = ZipFile(file, "w", ZIP_DEFLATED)
    try:
        ExcelWriter(book, archive).save()
    except OSError:
        archive.fp = None  # else it tries once more to end the file when it is cleared away, and prints a traceback
        raise


@contextmanager
def _room_for_rows() -> Iterator[None]:
    """Say in words what is wrong with the temporary files in which a spreadsheet's rows wait."""
    try:
        yield
    except Exception as error:
        if isinstance(error, OSError):
            wrong = error.strerror
        elif type(error).__name__ == "SerialisationError":  # where lxml is there: "IO_ENOSPC"
            wrong = os.strerror(getattr(errno, str(error).removeprefix("IO_"), errno.EIO))
        else:
            raise
        raise PracticeError(
            f"A spreadsheet's rows wait in {gettempdir()}, which cannot be written: {wrong}. Nothing was written. Make "
            "room there, or name another folder in TMPDIR."
        ) from None


_WRITERS: dict[Format, Callable[[Iterable[Initiative], Register, IO[bytes]], None]] = {
    Format.YAML: _write_yaml,
    Format.CSV: _write_csv,
    Format.JSON: _write_json,
    Format.XLSX: _write_xlsx,
}
