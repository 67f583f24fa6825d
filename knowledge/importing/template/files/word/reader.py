"""Word files (.docx) into the neutral structure. Runs in the limited child: the file may be anything.

Tables are walked by their rows and cells as they stand, never as a grid: a grid of three million columns is a
few bytes of file and two minutes of work (reliability catalogue, M8).
"""

from __future__ import annotations

from typing import BinaryIO
from xml.etree.ElementTree import Element

from knowledge.importing.template.files.document import Block, Cell, Document, Kind, Link, Table
from knowledge.importing.template.files.limits import (
    ADDRESSES,
    BLOCK_CHARACTERS,
    BLOCKS,
    CHARACTERS,
    CUT,
    NESTING,
    TOO_LONG,
    Unreadable,
)
from knowledge.importing.template.files.typed_lists import split_block
from knowledge.importing.template.files.word.package import Package
from knowledge.importing.template.files.word.paragraphs import Paragraph, TextReader, alternative, is_shaded
from knowledge.importing.template.files.word.styles import Styles
from knowledge.importing.template.files.word.xml_names import attribute, child, is_on, name

_ACCEPTED = "forms are read as Word files (.docx) or as plain text (.txt, .md)"
_THROUGH = {"w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent", "mc:Choice", "mc:Fallback"}
#: Parts that stand on every page.
_EDGES = ("header", "footer")
#: A heading style on a whole paragraph of prose is a slip of formatting, not a heading.
_HEADING_CHARACTERS = 160


def read_word(file: BinaryIO) -> Document:
    """The document in `file`; raises Unreadable, with words, for anything that is not a Word file in good order."""
    package = Package(file)
    main = _main_part(package)
    root = package.tree(main)
    body = child(root, "w:body")
    if body is None:
        raise Unreadable("the file holds no text of a Word document; open it in Word and save it again")
    relationships = package.relationships(main)
    inside = [(kind, package.near(main, target)) for kind, target, outside in relationships.values() if not outside]
    parts = dict(inside)
    targets = {key: target for key, (kind, target, outside) in relationships.items() if outside and kind == "hyperlink"}
    reader = _BodyReader(
        styles=Styles(package.tree(parts.get("styles", "")), package.tree(parts.get("numbering", ""))),
        text=TextReader(targets),
        notes=_notes(package, parts),
    )
    content = reader.content(body, "paragraph", 0)
    edges: dict[str, Block] = {}
    # Each once: a small file could refer to one of them thousands of times.
    pages = {part: kind for kind, part in inside if kind in _EDGES}
    for part, kind in pages.items():
        for block in reader.edge(package.tree(part), f"page {kind}", TextReader(_outside(package, part))):
            edges.setdefault(block.text, block)
    notices = [*dict.fromkeys(reader.notices)]
    if any(item.lower().endswith("vbaproject.bin") for item in package.names()):
        notices.append("the file holds macros; they were ignored")
    if strangers := sum(outside and kind != "hyperlink" for kind, _, outside in relationships.values()):
        notices.append(f"{strangers} link(s) to outside pictures or files were removed; nothing was fetched")
    beside = package.tree(parts.get("comments", ""))
    if count := sum(name(one) == "w:comment" for one in beside or ()):
        notices.append(f"{count} comment(s) beside the text were not read; write into the form what belongs there")
    return Document(tuple(content), tuple(notices), tuple(edges.values()))


def _main_part(package: Package) -> str:
    types = package.tree("[Content_Types].xml")
    if types is None:
        if "mimetype" in package and "content.xml" in package:
            raise Unreadable("this is a LibreOffice file (.odt); save it as .docx and send that")
        raise Unreadable(f"this is a packed file, but not a Word file; {_ACCEPTED}")
    kinds = " ".join(attribute(one, "ContentType") or "" for one in types)
    relationships = package.relationships("").values()
    main = next((target.lstrip("/") for kind, target, _ in relationships if kind == "officeDocument"), "")
    if "wordprocessingml" not in kinds and "ms-word" not in kinds:
        what = next((words for key, words in _OTHER_OFFICE if key in kinds), "another kind of file")
        raise Unreadable(f"this is {what}, not a Word file; {_ACCEPTED}")
    if main not in package:
        raise Unreadable("the file holds no Word document; open it in Word and save it again")
    return main


_OTHER_OFFICE = (
    ("spreadsheetml", "an Excel file"),
    ("ms-excel", "an Excel file"),
    ("presentationml", "a PowerPoint file"),
)


def _outside(package: Package, part: str) -> dict[str, str]:
    """The addresses of a part's outside links by id."""
    return {key: target for key, (_, target, out) in package.relationships(part).items() if out}


def _notes(package: Package, parts: dict[str, str]) -> dict[str, Paragraph]:
    """Footnotes and endnotes by kind and id ("footnote 2")."""
    found: dict[str, Paragraph] = {}
    for kind in ("footnote", "endnote"):
        part = parts.get(f"{kind}s", "")
        root = package.tree(part)
        if root is None:
            continue
        outside = _outside(package, part)
        for note in root:
            paragraph = Paragraph()
            for one in note:
                if name(one) == "w:p":
                    paragraph.runs += TextReader(outside).read(one).runs
            found[f"{kind} {attribute(note, 'id')}"] = paragraph
    return found


class _BodyReader:
    def __init__(self, *, styles: Styles, text: TextReader, notes: dict[str, Paragraph]) -> None:
        self._styles = styles
        self._text = text
        self._notes = notes
        self._paragraphs = self._tables = self._boxes = 0
        self._blocks = self._characters = self._addresses = 0
        self._unfinished = Paragraph()
        self.notices: list[str] = []

    def content(self, parent: Element, place: str, depth: int) -> list[Block | Table]:
        """The blocks and tables in `parent`; `place` is what its blocks are said to stand in."""
        if depth > NESTING:
            raise Unreadable(
                f"tables or boxes stand more than {NESTING} deep in each other; simplify the form's layout"
            )
        found: list[Block | Table] = []
        for one in parent:
            kind = name(one)
            if kind == "w:p":
                found += self._paragraph(one, place, depth)
            elif kind == "w:tbl":
                found.append(self._table(one, place, depth))
            elif kind == "mc:AlternateContent":
                found += self.content(alternative(one), place, depth + 1)
            elif kind == "w:sdt":
                content = child(one, "w:sdtContent")
                if content is not None and not _is_left_out(child(one, "w:sdtPr")):
                    found += self.content(content, place, depth + 1)
            elif kind in _THROUGH:
                found += self.content(one, place, depth + 1)
            elif kind == "w:altChunk":
                self.notices.append("another document is embedded in this one; it was not read")
        return found

    def edge(self, root: Element | None, place: str, text: TextReader) -> list[Block]:
        """The blocks of a page's header or footer, whose links are its own."""
        if root is None:
            return []
        self._text = text
        return list(Cell(tuple(self.content(root, place, 0))).blocks())

    def _table(self, table: Element, place: str, depth: int) -> Table:
        if place == "paragraph":
            self._tables += 1
        here = f"table {self._tables}" if place in ("paragraph", "cell") else place
        rows = []
        for index, row in enumerate(_children(table, "w:tr", depth), 1):
            properties = child(row, "w:trPr")
            if child(properties, "w:del") is not None:
                continue
            inner = f"{here}, row {index}" if place == "paragraph" else place
            rows.append(tuple(self._cell(cell, inner, depth) for cell in _children(row, "w:tc", depth)))
        return Table(tuple(rows), here)

    def _cell(self, cell: Element, place: str, depth: int) -> Cell:
        properties = child(cell, "w:tcPr")
        if child(properties, "w:cellDel") is not None:
            return Cell(())
        return Cell(tuple(self.content(cell, place, depth + 1)))

    def _paragraph(self, element: Element, place: str, depth: int) -> list[Block | Table]:
        properties = child(element, "w:pPr")
        if self._styles.is_furniture(properties):
            return []
        read = self._text.read(element, bold=self._styles.is_bold(properties), marked=is_shaded(properties))
        paragraph, self._unfinished = self._unfinished, Paragraph()
        paragraph.runs += read.runs
        paragraph.notes += read.notes
        paragraph.boxes = read.boxes
        if child(child(properties, "w:rPr"), "w:del") is not None:
            # The mark that ends it was deleted: accepted, its text runs on into the next paragraph.
            self._unfinished = paragraph
            return self._in_boxes(paragraph, depth)
        return [*self._blocks_of(paragraph, properties, place), *self._in_boxes(paragraph, depth)]

    def _blocks_of(self, paragraph: Paragraph, properties: Element | None, place: str) -> list[Block]:
        text = paragraph.text
        links = paragraph.links()
        for key in paragraph.notes:
            # A note has one place; a small file could refer to it thousands of times.
            note = self._notes.pop(key, Paragraph())
            links += note.links()
            if note.text.strip() and not note.links():
                text = f"{text.rstrip()} ({note.text.strip()})"
        if not text.strip():
            return []
        if len(text) > BLOCK_CHARACTERS and not self._is_many_lines(text):
            text = text[:BLOCK_CHARACTERS]
        if place == "paragraph":
            self._paragraphs += 1
            place = f"paragraph {self._paragraphs}"
        level = self._styles.heading(properties)
        item = self._styles.item(properties)
        kind, depth, numbered, sign = Kind.PARAGRAPH, 0, False, ""
        if level is not None and len(text) <= _HEADING_CHARACTERS:
            kind, depth = Kind.HEADING, level
        elif item is not None:
            kind, depth, numbered, sign = Kind.ITEM, item.level, item.numbered, item.sign
        whole = Block(
            text=text,
            place=place,
            kind=kind,
            level=depth,
            links=_only_addresses(links),
            bold=paragraph.all_bold(),
            marked=paragraph.all_marked(),
            lead=paragraph.lead(),
            numbered=numbered,
            stands_out=paragraph.standing_out(),
            sign=sign,
        )
        blocks = split_block(whole)
        self._count(blocks)
        return blocks

    def _in_boxes(self, paragraph: Paragraph, depth: int) -> list[Block | Table]:
        found: list[Block | Table] = []
        for box in paragraph.boxes:
            for content in _text_boxes(box, depth):
                self._boxes += 1
                found += self.content(content, f"text box {self._boxes}", depth + 1)
        return found

    def _is_many_lines(self, text: str) -> bool:
        """Whether a paragraph is long only because many lines were typed into it with soft breaks."""
        if max(map(len, text.split("\n"))) <= BLOCK_CHARACTERS:
            return True
        self.notices.append(CUT)
        return False

    def _count(self, blocks: list[Block]) -> None:
        self._blocks += len(blocks)
        self._characters += sum(len(block.text) for block in blocks)
        self._addresses += sum(len(link.url) for block in blocks for link in block.links)
        if self._addresses > ADDRESSES:
            # Thousands of links to one address of megabytes are a small file, and gigabytes on the way from the child.
            raise Unreadable("the form's links are far longer than those of a form; take them out, or paste the text")
        if self._blocks > BLOCKS or self._characters > CHARACTERS:
            raise Unreadable(TOO_LONG)


def _is_left_out(control: Element | None) -> bool:
    """Whether a content control holds no answer: a placeholder that nobody filled in, or a table of contents."""
    gallery = attribute(child(child(control, "w:docPartObj"), "w:docPartGallery")) or ""
    return is_on(child(control, "w:showingPlcHdr")) or gallery.lower() == "table of contents"


def _only_addresses(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(link for link in links if link.url.lower().startswith(("http://", "https://", "mailto:", "tel:")))


def _children(parent: Element, wanted: str, depth: int) -> list[Element]:
    """Rows of a table or cells of a row, also those inside content controls and tracked insertions."""
    if depth > NESTING:
        return []
    found = []
    for one in parent:
        kind = name(one)
        if kind == wanted:
            found.append(one)
        elif kind == "w:sdt":
            content = child(one, "w:sdtContent")
            found += _children(content, wanted, depth + 1) if content is not None else []
        elif kind in _THROUGH:
            found += _children(one, wanted, depth + 1)
    return found


def _text_boxes(element: Element, depth: int) -> list[Element]:
    """The text boxes in a drawing, each once: where two forms of one box stand side by side, the newer."""
    if name(element) == "w:txbxContent":
        return [element]
    if name(element) == "mc:AlternateContent":
        element = alternative(element)
    if depth > NESTING * 3:
        return []
    return [box for one in element for box in _text_boxes(one, depth + 1)]
