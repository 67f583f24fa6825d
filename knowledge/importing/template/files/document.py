"""What every kind of file becomes before anyone asks what it means: blocks of text in order, with their places.

Tick boxes of every make stand in the text as ☑ and ☐, whatever the file called them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

TICKED = "☑"
UNTICKED = "☐"


class Kind(StrEnum):
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Link:
    """Words of a block that lead somewhere; `url` is as written, unchecked."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph. `level` counts from 1 for headings, from 0 for list items; `lead` is the bold start of its text.

    `marked` says that all of it is highlighted or underlined, `bold` that all of it is bold. `stands_out` are the words
    of a short one that do when others do not, each behind how: "marked", "bold" or "coloured". `sign` is the bullet or
    number that was typed in front of it.
    """

    text: str
    place: str
    kind: Kind = Kind.PARAGRAPH
    level: int = 0
    links: tuple[Link, ...] = ()
    bold: bool = False
    marked: bool = False
    lead: str = ""
    numbered: bool = False
    stands_out: tuple[tuple[str, str], ...] = ()
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    content: tuple[Block | Table, ...]

    def blocks(self) -> Iterator[Block]:
        """The blocks of the cell and of the tables in it, in order."""
        return _blocks(self.content)

    @property
    def text(self) -> str:
        return " ".join(block.text for block in self.blocks())


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    place: str


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file. `notices` are things left out in reading it, in words for the person who sent it.

    `edges` stand at the top and foot of its pages, each once.
    """

    content: tuple[Block | Table, ...]
    notices: tuple[str, ...] = ()
    edges: tuple[Block, ...] = ()

    def blocks(self) -> Iterator[Block]:
        return _blocks(self.content)


def place_of(row: Row) -> str:
    """Where the first words of a row stand."""
    return next((block.place for cell in row for block in cell.blocks()), "table")


def _blocks(content: tuple[Block | Table, ...]) -> Iterator[Block]:
    for part in content:
        if isinstance(part, Block):
            yield part
        else:
            for row in part.rows:
                for cell in row:
                    yield from cell.blocks()


def to_plain(document: Document) -> dict[str, Any]:
    """The document as JSON holds it, for the way between processes."""
    return {
        "content": [_part(part) for part in document.content],
        "notices": list(document.notices),
        "edges": [_part(part) for part in document.edges],
    }


def _part(part: Block | Table) -> dict[str, Any]:
    if isinstance(part, Table):
        rows = [[[_part(inner) for inner in cell.content] for cell in row] for row in part.rows]
        return {"rows": rows, "place": part.place}
    return {
        "text": part.text,
        "place": part.place,
        "kind": part.kind.value,
        "level": part.level,
        "links": [[link.text, link.url] for link in part.links],
        "bold": part.bold,
        "marked": part.marked,
        "lead": part.lead,
        "numbered": part.numbered,
        "stands_out": [[how, text] for how, text in part.stands_out],
        "sign": part.sign,
    }


def from_plain(plain: Mapping[str, Any]) -> Document:
    """The document again; raises KeyError, TypeError or ValueError for what `to_plain` never wrote."""
    return Document(
        content=tuple(_from_part(part) for part in plain["content"]),
        notices=tuple(str(notice) for notice in plain["notices"]),
        edges=tuple(_from_block(part) for part in plain["edges"]),
    )


def _from_part(part: Mapping[str, Any]) -> Block | Table:
    if "rows" in part:
        rows = tuple(tuple(Cell(tuple(_from_part(inner) for inner in cell)) for cell in row) for row in part["rows"])
        return Table(rows, str(part["place"]))
    return _from_block(part)


def _from_block(part: Mapping[str, Any]) -> Block:
    return Block(
        text=str(part["text"]),
        place=str(part["place"]),
        kind=Kind(part["kind"]),
        level=int(part["level"]),
        links=tuple(Link(str(text), str(url)) for text, url in part["links"]),
        bold=bool(part["bold"]),
        marked=bool(part["marked"]),
        lead=str(part["lead"]),
        numbered=bool(part["numbered"]),
        stands_out=tuple((str(how), str(text)) for how, text in part["stands_out"]),
        sign=str(part["sign"]),
    )
