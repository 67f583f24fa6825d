"""Tables with one initiative a column and the form's questions down their first column."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.importing.template.files.document import Cell, Row
from knowledge.importing.template.files.typed_lists import tidy
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.language.statements import PARAGRAPH_WORDS
from knowledge.importing.template.lines.instructions import asked_in, without_instructions
from knowledge.importing.template.questions.category_names import category_named
from knowledge.importing.template.questions.fields import PERSONAL, TELLING, Field, field_of, split_label

#: A question and at least two columns to answer it in.
_LEAST_CELLS = 3
_OF_WORK = (*TELLING, Field.TITLE, Field.RESOURCES, Field.CONTACT, Field.CATEGORY)
_OF_ONE = (*_OF_WORK, *PERSONAL)
#: "Initiative 1", "Example B": a column's number is no title.
_NUMBERED = re.compile(
    r"(?:initiative|project|example|case study|activity|programme|practice|number|no\.?)?\s*"
    r"(?:\d{1,2}|[A-H]|one|two|three|four|five|six)",
    re.I,
)

#: A name above a column is no longer.
_HEAD_WORDS = 10
_GUIDES = re.compile(r"(?:guidance|guide|instructions?|help|hints?|tips?|notes? for|what to|how to)\b", re.I)


@dataclass(slots=True)
class Column:
    """What stands in one column of a table, each cell with what is asked in front of it; `number` counts from 1."""

    number: int
    cells: list[tuple[Field | None, str, Cell]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Columns:
    """A table's columns of answers, and the rows before and behind them that hold one answer for all.

    Without columns, `before` is the whole table but for the form's own column of guidance.
    """

    before: tuple[Row, ...]
    columns: tuple[Column, ...]
    after: tuple[Row, ...]


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The columns of a table with one initiative a column, None for any other table."""
    width = max(map(len, rows))
    own = [row for row in rows if len(row) == width and sum(bool(cell.content) for cell in row[1:]) > 1]
    asked = {named for row in own if (named := _asked(row[0])) in _OF_WORK}
    if own and not own[0][0].content and all(map(is_head, own[0][1:])):
        asked.add(Field.TITLE)  # names stand above the columns
    if width < _LEAST_CELLS or len(asked) < 2 or not asked & TELLING:
        return None
    columns = [Column(number + 1) for number in range(width)]
    before: list[Row] = []
    after: list[Row] = []
    label, named = "", None
    for row in rows:
        goes_on = not row[0].content and row is not own[0] and len(row) == width
        if not goes_on:
            label, named = tidy(row[0].text), _asked(row[0])
        if len(row) < width or _is_for_all(row, named):
            (after if any(one.cells for one in columns) else before).append(row)
            continue
        for column, cell in zip(columns[1:], row[1:], strict=True):
            if category_named(label) and _says(cell):
                column.cells.append((Field.CATEGORY, label, row[0]))  # a tick beside an option
            else:
                _take(column, named, label, cell, heads=row is own[0])
    guides = {one.number for one in columns if _guides(one)}
    told = [one for one in columns if _tells(one) and one.number not in guides]
    if len(told) > 1:
        return Columns(tuple(before), tuple(told), tuple(after))
    kept = [tuple(cell for at, cell in enumerate(row, 1) if at not in guides or len(row) < width) for row in rows]
    return Columns(tuple(kept), (), ()) if guides else None


def are_headed(rows: Sequence[Row]) -> bool:
    """Whether the columns of a table are pieces of work with no question in front: names above, texts below."""
    if len(rows) < 2 or len(rows[0]) < 2 or len(rows[0]) != len(rows[1]):
        return False
    heads = all(map(is_head, rows[0])) and all(_asked(cell) is None for cell in rows[0])
    return heads and all(map(_is_long, rows[1])) and not any(sum(map(_is_long, row)) > 1 for row in rows[2:])


def is_head(cell: Cell) -> bool:
    """Whether a cell could be the name of what stands in the cells beneath it."""
    text = tidy(cell.text)
    ends = text.endswith((".", ":", ";", "?")) or split_label(text) is not None
    return 0 < len(words(text)) <= _HEAD_WORDS and not ends


def _is_long(cell: Cell) -> bool:
    return len(words(cell.text)) >= PARAGRAPH_WORDS


def _asked(cell: Cell) -> Field | None:
    text = tidy(cell.text)
    return field_of(text) or asked_in(text)


def _says(cell: Cell) -> bool:
    text = without_instructions(tidy(cell.text))
    return bool(text.strip()) and not says_nothing(text)


def _answers(row: Row) -> int:
    return sum(map(_says, row[1:]))


def _is_for_all(row: Row, named: Field | None) -> bool:
    """Whether a row's one answer, or text without any, is that of the whole table."""
    answers = _answers(row)
    return (answers == 0 and named is None) or named is Field.AUTHORITY or (answers < 2 and named not in _OF_ONE)


def _take(column: Column, named: Field | None, label: str, cell: Cell, *, heads: bool) -> None:
    """Add a cell to a column; with `heads` one of the first row, where titles stand that no question asks for."""
    text = tidy(cell.text)
    if named is None and heads:
        named = Field.CATEGORY if category_named(text) else field_of(text) or Field.TITLE
    if named is Field.TITLE and (_NUMBERED.fullmatch(text) or field_of(text)):
        return
    if named is Field.NAME:
        titled = any(one in (Field.TITLE, *TELLING) for one, _, _ in column.cells)
        named = Field.CONTACT if titled else Field.TITLE
    column.cells.append((named, label, cell))


def _tells(column: Column) -> bool:
    return any(named in _OF_WORK and _says(cell) for named, _, cell in column.cells)


def _guides(column: Column) -> bool:
    """Whether a column is the form's own, with guidance on how to answer: its head says so, or all of it asks."""
    if any(_GUIDES.match(tidy(cell.text)) for _, _, cell in column.cells[:1]):
        return True
    telling = [cell for named, _, cell in column.cells if named in TELLING and cell.content]
    return bool(telling) and all(_asks(tidy(cell.text)) for cell in telling)


def _asks(text: str) -> bool:
    return without_instructions(text) != text or any(one.endswith("?") for one in sentences(text))
