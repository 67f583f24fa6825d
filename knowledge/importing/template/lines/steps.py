"""The form as one sequence of lines, and of the rows of its tables that are no lines."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.importing.template.files.document import Kind, Link
from knowledge.importing.template.questions.fields import Field

#: Level of a label in a table cell: below every heading of the text, so that it closes none of them.
LABEL_LEVEL = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the form in reading order. `field` is set on a label's own line, where the text is the label.

    `sign` is the bullet or number in front of it that was typed, or "1." where Word counts.
    """

    text: str
    place: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    links: tuple[Link, ...] = ()
    bold: bool = False
    marked: bool = False
    lead: str = ""
    field: Field | None = None
    stands_out: tuple[tuple[str, str], ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of a table with one initiative a row: its lines by the column's field. `topic` is the table's context."""

    cells: tuple[tuple[Field | None, str, tuple[Line, ...]], ...]
    place: str


@dataclass(frozen=True, slots=True)
class Person:
    """A row of a table of people: what stands in the columns for it; `topic` is any other column's words.

    `team` is where they work, as a column for the organisation says.
    """

    name: str
    role: str
    email: str
    phone: str
    topic: str
    team: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A table of figures as statements of what was counted."""

    lines: tuple[Line, ...]


Step = Line | Entry | Person | Figures
