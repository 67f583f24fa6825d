"""The Sharing Practice template filled in with python-docx, as somebody fills it in in Word."""

from __future__ import annotations

import io
from collections.abc import Sequence

from docx import Document
from docx.document import Document as WordDocument

from tests.knowledge.importing.template.make_forms import OPTIONS

_QUESTION = (
    "Please use this template to tell us about the work your authority is doing that you think is worth sharing more "
    "widely. This might be (please indicate which category(ies) you are sharing) :"
)
_ASKED = (
    "Please give a short description of the work being undertaken and its impact. Also provide relevant "
    "resources/documents and a contact name should others wish to find out more about the work."
)

#: A paragraph, or (style, text); the style "bold" is a paragraph all in bold, "1" to "3" are headings of that level.
Written = str | tuple[str, str]


def template(authority: str | None = "Leeds") -> WordDocument:
    """The template with its questions, and the answer to the first of them unless that is None."""
    document = Document()
    add_template(document)
    if authority is not None:
        document.add_paragraph(f"LA Name: {authority}")
    return document


def add_template(document: WordDocument) -> None:
    """The template's own words at the end of `document`."""
    document.add_heading("Anti-Racist Work and Tackling Disproportionality: Sharing Practice", 1)
    document.add_paragraph(_QUESTION)
    for option in OPTIONS:
        document.add_paragraph(option, style="List Bullet")
    document.add_paragraph(_ASKED)


def write(document: WordDocument, lines: Sequence[Written]) -> None:
    """The lines at the end of `document`, each a paragraph."""
    for line in lines:
        style, text = ("", line) if isinstance(line, str) else line
        if style.isdigit():
            document.add_heading(text, int(style))
        elif style == "bold":
            document.add_paragraph().add_run(text).bold = True
        else:
            document.add_paragraph(text, style=style or None)


def add_table(document: WordDocument, *rows: Sequence[str]) -> None:
    """A table of plain cells at the end of `document`."""
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def saved(document: WordDocument) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()
