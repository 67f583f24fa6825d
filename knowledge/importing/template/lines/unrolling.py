"""A document as the steps of a form: blocks as lines, tables unrolled by what kind of table they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce

from knowledge.importing.template.files.document import Block, Cell, Document, Kind, Row, Table, place_of
from knowledge.importing.template.files.typed_lists import settle_levels, tidy
from knowledge.importing.template.language.addresses import emails_in, is_address_only, mailto, phone_in
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.lines.column_tables import Columns, are_headed, columns_of, is_head
from knowledge.importing.template.lines.figure_tables import figures_in
from knowledge.importing.template.lines.guided_cells import answer_themselves, are_explained, guided_field, question_of
from knowledge.importing.template.lines.instructions import asked_by
from knowledge.importing.template.lines.option_tables import options_in, tick
from knowledge.importing.template.lines.people_tables import people_in
from knowledge.importing.template.lines.steps import LABEL_LEVEL, Entry, Figures, Line, Step
from knowledge.importing.template.questions.category_names import category_named
from knowledge.importing.template.questions.fields import OF_CONTACT, Field, field_of
from knowledge.importing.template.questions.workplaces import asks_for_workplace

#: "ann.lee @leeds.gov.uk", and "mentoring @ leeds.gov.uk" where no name can stand in front.
_APART = re.compile(
    r"(?:(?<!\S)(\w+(?:[.-]\w+)+)|(?:(?<=[:;,(–-] )|^)(\w+)) @ ?(?=[\w-]+(?:\.[\w-]+)*"
    r"\.(?:uk|org|com|net|wales|scot)\b)"
)
#: "Email Isla", "contact me": words that name nobody else than who stands in front of them.
_ASKS_TO_WRITE = re.compile(
    r"(?:(?:send|drop) (?:an? )?)?(?:e-?mail|mail|contact|write to|message)\b(?:\W+\w+){0,2}\W*$", re.I
)
#: A label cell is a few words or one of the form's questions; what is longer is an answer.
_LABEL_CHARACTERS = 220
#: A heading row and two rows of answers, with a question that is known, one that is not, and what each row is about.
_LEAST_ROWS = _LEAST_COLUMNS = 3
#: So many words stand on average in cells that describe.
_DESCRIBES = 5
_ENTRY_FIELDS = {Field.TITLE, Field.DESCRIPTION, Field.IMPACT, Field.RESOURCES, Field.CONTACT, Field.CATEGORY}
#: A row of two labels and their answers has so many cells.
_LEAST_PAIRED = 4


def lines_of(document: Document) -> list[Step]:
    """The steps of the form, in reading order."""
    return list(_unrolled(document.content))


def edges_of(document: Document) -> list[Line]:
    """The lines at the top and foot of the pages."""
    return [_line(block) for block in document.edges]


def _unrolled(content: Sequence[Block | Table], asked: Field | None = None) -> Iterator[Step]:
    """The steps of some content; `asked` is what the form asks for in front of it."""
    waiting: list[Block] = []
    for part in content:
        if isinstance(part, Block):
            waiting.append(part)
            continue
        lines = [*map(_line, settle_levels(waiting))]
        yield from lines
        waiting = []
        asked = reduce(_asked, lines, asked)
        yield from _table(part, asked)
    yield from map(_line, settle_levels(waiting))


def _asked(before: Field | None, line: Line) -> Field | None:
    """What the form asks for behind a line: what the line asks, what was asked before, or nothing below a heading."""
    asked = asked_by(line.text)
    return asked if asked or line.kind is Kind.HEADING or line.bold else before


def _line(block: Block) -> Line:
    return Line(
        text=_with_addresses(block),
        place=block.place,
        kind=block.kind,
        level=block.level,
        links=tuple(link for link in block.links if not link.url.lower().startswith(("mailto:", "tel:"))),
        bold=block.bold,
        marked=block.marked,
        lead=block.lead,
        stands_out=block.stands_out,
        sign=block.sign or ("1." if block.numbered else ""),
    )


def _with_addresses(block: Block) -> str:
    """The text, with an e-mail address behind words that only linked to it, and none torn apart."""
    text = _APART.sub(r"\1\2@", block.text)
    for link in block.links:
        address = mailto(link.url)
        if address and address.lower() not in text.lower() and link.text in text:
            shown = address if _ASKS_TO_WRITE.match(link.text) else f"{link.text} ({address})"
            text = text.replace(link.text, shown, 1)
    return text


def _table(table: Table, asked: Field | None) -> Iterator[Step]:
    rows = [row for row in table.rows if any(cell.content for cell in row)]
    if not rows:
        return
    if _is_headed_by_one(rows):
        yield from _unrolled(rows[0][0].content)
        rows = rows[1:]
    if options := options_in(rows):
        for one in options:
            yield from (one,) if isinstance(one, Line) else _unrolled(one.content)
        return
    if columns := columns_of(rows):
        yield from _by_column(columns, table.place)
        return
    if _is_pairs(rows):
        yield from _pairs(rows)
        return
    if figures := figures_in(rows, under_impact=asked is Field.IMPACT):
        yield Figures(tuple(Line(text, table.place) for text in figures))
        return
    header = _header(rows)
    known = [field for field in header if field]
    if people := people_in(rows):
        yield from people
    elif are_headed(rows) or (
        len(rows) > 1 and sum(category_named(cell.text) is not None for cell in rows[0]) >= 2 and not _is_options(rows)
    ):
        for index, cell in enumerate(rows[0]):
            yield Line(tidy(cell.text), place_of(rows[0]), Kind.HEADING, LABEL_LEVEL)
            for row in rows[1:]:
                if index < len(row):
                    yield from _unrolled(row[index].content)
    elif len(rows) > 1 and len(known) >= 2 and _is_entries(known) and len(rows[0]) > 1:
        names = [tidy(cell.text) for cell in rows[0]]
        for row in rows[1:]:
            yield _entry(header, names, row)
    else:
        above = asked
        guided = are_explained(rows)
        for row in rows:
            if above in OF_CONTACT and (part := _part_of_contact(row)) is not None:
                yield part
                continue
            above = field_of(tidy(row[0].text))
            yield from _person_of(row) if asked is Field.CONTACT and _names_somebody(row) else _row(row, guided=guided)


def _is_headed_by_one(rows: Sequence[Row]) -> bool:
    """Whether a caption stands in one cell above the questions of a table: "Summary of our initiatives"."""
    if len(rows) < _LEAST_ROWS or len(rows[0]) > 1 or len(rows[1]) < _LEAST_COLUMNS:
        return False
    asked = [field for cell in rows[1] if (field := field_of(cell.text))]
    return len(asked) > 1 and all(map(is_head, rows[1]))


def _part_of_contact(row: Row) -> Line | None:
    """A row below a contact that asks for a team or an office, as one line; None for any other row."""
    cells = [tidy(cell.text) for cell in row if cell.content]
    label = cells[0].strip(" :?") if cells else ""
    if len(cells) != 2 or field_of(label) or not asks_for_workplace(label):
        return None
    return Line(f"{label}: {', '.join(cells[1].split(chr(10)))}", place_of(row))


def _names_somebody(row: Row) -> bool:
    """Whether a row without a question of its own is a contact: a name in one cell, and how to reach it in another."""
    texts = [tidy(cell.text) for cell in row if cell.content]
    named = any(names_in(text) for text in texts) and (len(texts) > 1 and field_of(texts[0]) is None)
    return named and any(emails_in(text) or phone_in(text) for text in texts[1:])


def _person_of(row: Row) -> Iterator[Step]:
    """Such a row as one line: "Ann Lee, 0113 496 0000", and what it is about in front of a name in a later cell."""
    first, *rest = [tidy(cell.text) for cell in row if cell.content]
    yield Line(f"{first}{',' if names_in(first) else ':'} {', '.join(rest)}", place_of(row))


def _header(rows: Sequence[Row]) -> list[Field | None]:
    """What the columns ask for; the one with the most words describes, where another is known and none does."""
    header = [field_of(cell.text) for cell in rows[0]]
    known = {*header} & _ENTRY_FIELDS
    if len(rows) < _LEAST_ROWS or len(header) < _LEAST_COLUMNS or not known or known & {Field.TITLE, Field.DESCRIPTION}:
        return header
    if not all(map(is_head, rows[0])) or any(field_of(row[0].text) for row in rows[1:] if row):
        return header
    counts = [
        0 if field else sum(len(words(row[at].text)) for row in rows[1:] if at < len(row))
        for at, field in enumerate(header)
    ]
    if max(counts) >= _DESCRIBES * (len(rows) - 1):
        header[counts.index(max(counts))] = Field.DESCRIPTION
    return header


def _is_options(rows: Sequence[Row]) -> bool:
    """Whether a table whose columns are categories only holds ticks beneath them."""
    cells = [tidy(cell.text) for row in rows[1:] for cell in row]
    return all(len(words(text)) <= 3 or category_named(text) for text in cells)


def _is_entries(known: list[Field]) -> bool:
    fields = set(known) & _ENTRY_FIELDS
    return bool(fields & {Field.DESCRIPTION, Field.TITLE, Field.IMPACT}) or len(fields) >= 2


def _is_pairs(rows: Sequence[Row]) -> bool:
    """Whether every row is two or more labels, each with its answer beside it ("LA Name | Leeds | Date | 12 May")."""
    if any(len(row) < _LEAST_PAIRED or len(row) % 2 for row in rows):
        return False
    labels = [field_of(cell.text) for row in rows for cell in row[::2] if cell.content]
    return all(labels) and not any(field_of(cell.text) for row in rows for cell in row[1::2])


def _pairs(rows: Sequence[Row]) -> Iterator[Step]:
    """Labels with their answers, those about a contact last: the name may stand on another row than the address."""
    pairs = [row[at : at + 2] for row in rows for at in range(0, len(row), 2)]
    for pair in sorted(pairs, key=lambda pair: field_of(pair[0].text) in OF_CONTACT):
        yield from _row(pair)


def _by_column(columns: Columns, place: str) -> Iterator[Step]:
    for row in columns.before:
        yield from _row(row)
    for column in columns.columns:
        cells = tuple((asked, label, _lines(cell)) for asked, label, cell in column.cells)
        yield Entry(cells, f"{place}, column {column.number}")
    for row in columns.after:
        yield from _row(row)


def _lines(cell: Cell) -> tuple[Line, ...]:
    """The lines of a cell; a table in it that is no mere layout line by line."""
    steps = list(_unrolled(cell.content))
    if not all(isinstance(step, Line | Figures) for step in steps):
        return tuple(map(_line, cell.blocks()))
    parts = [step.lines if isinstance(step, Figures) else (step,) for step in steps if isinstance(step, Line | Figures)]
    return tuple(line for lines in parts for line in lines)


def _entry(header: Sequence[Field | None], names: Sequence[str], row: Row) -> Entry:
    cells = []
    for index, cell in enumerate(row):
        inner = _lines(cell)
        in_header = index < len(header)
        cells.append((header[index] if in_header else None, names[index] if in_header else "", inner))
    return Entry(tuple(cells), place_of(row))


def _row(row: Row, *, guided: bool = False) -> Iterator[Step]:
    """A row of a layout table: a label and its answer, an option and its tick, or just text beside text.

    In a table that is `guided` what stands below a question in its cell is the form's own guidance.
    """
    cells = [cell for cell in row if cell.content]
    if (ticked := tick(row)) is not None:
        yield ticked
        return
    if answer_themselves(cells):
        for cell in cells:
            yield from _unrolled(cell.content)
        return
    if len(cells) >= 2 or (len(row) == 2 and cells and cells[0] is row[0]):
        label = (guided and question_of(row)) or tidy(cells[0].text)
        if len(cells) == 2 and (linked := _linked(label, cells[1])) is not None:
            yield linked
            return
        field = field_of(label) or guided_field(cells[0])
        short = len(label) <= _LABEL_CHARACTERS and not any(isinstance(part, Table) for part in cells[0].content)
        answers = cells[1:]
        if field is not None and short:
            yield Line(label, place_of(row), Kind.HEADING, LABEL_LEVEL, field=field)
            for cell in answers:
                yield from _unrolled(cell.content, field)
            return
        if short and len(cells) == 2 and len(row) == 2 and len(words(label)) <= 12 and not label.endswith("."):
            yield replace(_first_line(cells[0], label), kind=Kind.HEADING, level=LABEL_LEVEL)
            yield from _unrolled(answers[0].content)
            return
    for cell in cells:
        yield from _unrolled(cell.content)


def _linked(label: str, cell: Cell) -> Line | None:
    """ "Toolkit | https://..." as one line, None when the cell holds more than an address."""
    blocks = list(cell.blocks())
    if len(blocks) != 1 or not is_address_only(blocks[0].text) or field_of(label):
        return None
    return replace(_line(blocks[0]), text=f"{label}: {blocks[0].text}", kind=Kind.PARAGRAPH)


def _first_line(cell: Cell, text: str) -> Line:
    return replace(next(_line(block) for block in cell.blocks()), text=text)
