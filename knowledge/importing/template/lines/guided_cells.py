"""Cells of a table that hold a question of the form's and guidance on it, with the answer in the cell beside them."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.importing.template.files.document import Cell, Row
from knowledge.importing.template.lines.instructions import asked_by, asked_in, without_instructions
from knowledge.importing.template.questions.fields import Field, field_of

#: A question, perhaps with guidance below it, and its answer.
_ANSWERED_CELLS = 2
#: One cell that holds more below a question may hold its answer.
_LEAST_EXPLAINED = 2


def are_explained(rows: Sequence[Row]) -> bool:
    """Whether the questions of a table have guidance below them: what stands there is no answer."""
    return sum(map(_is_explained, rows)) >= _LEAST_EXPLAINED


def _is_explained(row: Row) -> bool:
    """Whether a question stands on the first line of a row's left cell, more below it, and an answer beside it."""
    if len(row) != _ANSWERED_CELLS or not all(cell.content for cell in row):
        return False
    asked, *below = _lines(row[0])
    return bool(below) and field_of(asked) is not None and asked_by(_lines(row[1])[0]) is None


def answer_themselves(cells: Sequence[Cell]) -> bool:
    """Whether each of several cells holds a question with its answer below it."""
    return len(cells) > 1 and all(len(_lines(cell)) > 1 and field_of(_lines(cell)[0]) is not None for cell in cells)


def question_of(row: Row) -> str:
    """The question in a row's left cell without the guidance below it; empty where there is none."""
    return _lines(row[0])[0] if _is_explained(row) else ""


def _lines(cell: Cell) -> list[str]:
    text = "\n".join(block.text for block in cell.blocks())
    return [line for line in text.split("\n") if line.strip()] or [""]


def guided_field(cell: Cell) -> Field | None:
    """What the first line of a cell asks for, when nothing but the form's own guidance stands below it."""
    first, _, rest = "\n".join(block.text for block in cell.blocks()).partition("\n")
    guides = bool(rest.strip()) and (field_of(rest) or asked_in(rest) or not without_instructions(rest).strip())
    return field_of(first) if guides else None
