"""The five categories where they stand in a table: with a tick beside them, beneath them, or under "Yes" or "No"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.template.files.document import TICKED, UNTICKED, Cell, Kind, Row, Table, place_of
from knowledge.importing.template.files.typed_lists import tidy
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.lines.steps import LABEL_LEVEL, Line
from knowledge.importing.template.questions.category_names import category_named
from knowledge.importing.template.questions.fields import Field, field_of

_YES = {
    "x",
    "yes",
    "y",
    "tick",
    "ticked",
    "☑",
    "☒",
    "✓",
    "✔",
    "√",
    "ü",
    "þ",
    "true",
    "primary",
    "main",
    "●",
    "◉",
    "⦿",
    "⚫",
}
_NO = {"no", "n", "☐", "□", "-", "–", "n/a", "", "○", "◯", "⚪"}
#: Above the ticks.
_HEADS = re.compile(
    r"\W*(?:please )?(?:yes(?: ?(?:/|or) ?no)?|no|y(?: ?/ ?n)?|n|x|(?:tick|mark|select|indicate)(?:ed)?(?: .{0,30})?|)"
    r"\W*",
    re.I,
)
_DENIES = re.compile(r"\W*no?\W*", re.I)
_LEAST_OPTIONS = 2


def options_in(rows: Sequence[Row]) -> list[Line | Cell]:
    """A table of categories and ticks as the question for them and a line for each; empty for any other table.

    What somebody wrote beside a tick comes behind its line, as the cell it stands in.
    """
    return _across(rows) or _headed(rows)


def tick(row: Row) -> Line | None:
    """ "With partners | x" as one line with its tick in front."""
    others = [cell for cell in row if _mark(cell) not in _YES | _NO]
    if len(others) != 1 or len(row) < 2:
        return None
    text = tidy(others[0].text)
    if not any(_mark(cell) for cell in row if cell is not others[0]) and category_named(text) is None:
        return None  # an empty box beside words is an answer not given
    if len(words(text)) > 8 or any(isinstance(part, Table) for part in others[0].content) or field_of(text):
        return None
    return _option(others[0], ticked=any(_mark(cell) in _YES for cell in row))


def _mark(cell: Cell) -> str:
    return tidy(cell.text).lower().replace("\ufe0f", "")


def _is_mark(cell: Cell) -> bool:
    return _mark(cell) in _YES | _NO


def _across(rows: Sequence[Row]) -> list[Line | Cell]:
    """Categories side by side with ticks beneath them."""
    head, *below = rows
    named = [at for at, cell in enumerate(head) if category_named(tidy(cell.text))]
    first = named[0] if named else len(head)
    if len(named) < _LEAST_OPTIONS or first > 1 or len(named) < len(head) - first or not below:
        return []
    if any(len(row) != len(head) or not all(map(_is_mark, row[first:])) for row in below):
        return []
    meant = [row for row in below if not (first and _mark(row[0]) in ("no", "n"))]
    return [_option(head[at], ticked=any(_mark(row[at]) in _YES for row in meant)) for at in named]


def _headed(rows: Sequence[Row]) -> list[Line | Cell]:
    """Categories below each other, with a row above them that says what the ticks beside them mean."""
    head, *below = rows
    texts = [tidy(cell.text) for cell in head]
    marked = [at for at, text in enumerate(texts) if at and _HEADS.fullmatch(text)]
    if not marked or len(below) < _LEAST_OPTIONS or any(map(category_named, texts)):
        return []
    if any(field_of(text) for text in texts[1:]):
        return []  # more is asked of each
    if any(len(row) != len(head) or not category_named(tidy(row[0].text)) for row in below):
        return []
    if not all(_is_mark(row[at]) for row in below for at in marked):
        return []
    meant = [at for at in marked if not _DENIES.fullmatch(texts[at])]
    found: list[Line | Cell] = [Line("Category", place_of(head), Kind.HEADING, LABEL_LEVEL, field=Field.CATEGORY)]
    for row in below:
        found.append(_option(row[0], ticked=any(_mark(row[at]) in _YES for at in meant)))
        found += [cell for at, cell in enumerate(row) if at and at not in marked and not _is_mark(cell)]
    return found


def _option(cell: Cell, *, ticked: bool) -> Line:
    first = next(cell.blocks())
    text = f"{TICKED if ticked else UNTICKED} {tidy(cell.text)}"
    return Line(text, first.place, Kind.ITEM, bold=first.bold, marked=first.marked)
