"""Text and Markdown into the neutral structure: encodings, wrapped lines, headings, links, tables of bars."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from knowledge.importing.template.files.document import Block, Cell, Document, Kind, Link, Table
from knowledge.importing.template.files.limits import BLOCK_CHARACTERS, BLOCKS, CHARACTERS, CUT, TOO_LONG, Unreadable
from knowledge.importing.template.files.typed_lists import indent_of, is_below, item_mark, sign_of, tidy
from knowledge.importing.template.questions.fields import Field, field_of, split_label, with_colon

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_UNDERLINE = re.compile(r"^\s*(={3,}|-{3,}|~{3,})\s*$")
_RULE = re.compile(r"^\s*([-*_=~]\s*){3,}$")
_LINK = re.compile(r"\[([^\]\[]{1,200})\]\((<?[^)\s]{1,500}>?)(?:\s+\"[^\"]{0,200}\")?\)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.{1,300}?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,200}?)(?<=[^\s*_])\1(?![\w*_])")
_STRUCK = re.compile(r"~~(?=\S).{1,500}?~~")
_BARS = re.compile(r"^\s*\|.*\|\s*$")
_BARS_RULE = re.compile(r"^[\s|:-]+$")
_LABEL = re.compile(r"^[A-Z][^.:!?]{1,60}:(\s|$)")
#: Mail programs wrap at 72 to 78 columns, some people at 100; a file with longer lines is not wrapped.
_WIDEST_WRAP = 100
#: Lines that reach so near the edge, so often, were wrapped by a program and not ended by a person.
_WRAPPED_LINES = 2
#: A longer line that ends within a sentence was wrapped too, when the next goes on in small letters.
_NEAR_EDGE = 60
_ENDS = ".:;!?"


def decode(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16, Windows-1252 or Latin-1; raises Unreadable for what is not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _checked(data.decode(encoding, "replace"))
    if wide := _wide(data):
        return _checked(data.decode(wide, "replace"))
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.start > 0 and any(byte > 0x7F for byte in data[: error.start]):
            return _checked(data[: error.start].decode("utf-8"))  # cut short within its last letter
    try:
        return _checked(data.decode("cp1252"))
    except UnicodeDecodeError:
        return _checked(data.decode("latin-1"))


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: most letters of English have an empty half."""
    start = data[:2000]
    if len(start) < 4:
        return None
    even, odd = start[::2].count(0), start[1::2].count(0)
    if odd > len(start) // 4 and even < odd // 4:
        return "utf-16-le"
    return "utf-16-be" if even > len(start) // 4 and odd < even // 4 else None


def _checked(text: str) -> str:
    controls = sum(letter < " " and letter not in "\t\n\r\f\v" for letter in text)
    if "\x00" in text or controls > len(text) // 100 + 3:
        raise Unreadable("this is not text; forms are read as Word files (.docx) or as plain text (.txt, .md)")
    return text


def read_plain(text: str) -> Document:
    """The document that `text` is; raises Unreadable for more of it than any form holds."""
    if len(text) > CHARACTERS:
        raise Unreadable(TOO_LONG)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").replace("\u2028", "\n").split("\n")
    lines = [re.sub(r"^(?:\s?>)+\s?", "", line).rstrip() for line in lines]
    lines = [line if item_mark(line) else with_colon(line) for line in lines]
    longest = max(map(len, lines), default=0)
    document = Document(
        tuple(_Lines([line[:BLOCK_CHARACTERS] for line in lines]).content()),
        (CUT,) if longest > BLOCK_CHARACTERS else (),
    )
    if sum(1 for _ in document.blocks()) > BLOCKS:
        raise Unreadable(TOO_LONG)
    return document


class _Lines:
    def __init__(self, lines: list[str]) -> None:
        self._lines = lines
        self._width = _wrapped_at(lines)
        #: Whether the form's questions were typed in small letters; else such words may go on with a sentence.
        self._small = not any(_asks(line) for line in lines)
        #: Where items stand and by what sign, from the first level to that of the item at hand.
        self._signs: list[tuple[int, str]] = []
        self._below: set[tuple[tuple[int, str], tuple[int, str]]] = set()

    def content(self) -> Iterator[Block | Table]:
        at = 0
        while at < len(self._lines):
            line = self._lines[at]
            if not line.strip() or _RULE.match(line):
                at += 1
                continue
            level = self._level(at)
            if _BARS.match(line):
                end = at
                while end < len(self._lines) and _BARS.match(self._lines[end]):
                    end += 1
                yield _table(self._lines[at:end], at + 1)
                at = end
            elif (end := self._columns(at)) > at:
                sign = _column_sign(self._lines[at])
                yield _table([row.strip().replace(sign, "|") for row in self._lines[at:end]], at + 1)
                at = end
            else:
                end, joined = self._paragraph(at)
                yield self._block(joined, at + 1, end, level)
                at = end

    def _columns(self, at: int) -> int:
        """Where the rows end that stand below a row of questions in columns, with tabs or bars between them."""
        sign = _column_sign(self._lines[at])
        count = self._lines[at].strip().count(sign)
        if not count or not all(map(field_of, self._lines[at].strip().split(sign))):
            return at
        end = at + 1
        while end < len(self._lines) and (
            self._lines[end].strip().count(sign) == count or _BARS_RULE.match(self._lines[end])
        ):
            end += 1
        return end if end > at + 1 else at

    def _paragraph(self, start: int) -> tuple[int, str]:
        """The line where the paragraph that begins at `start` has ended, and its text."""
        joined = self._lines[start].strip()
        mark = item_mark(self._lines[start])
        is_item = mark is not None
        heads_form = mark is not None and (split_label(mark[1]) or ("",))[0] is Field.AUTHORITY
        at = start + 1
        while at < len(self._lines) and not _HEADING.match(joined):
            line = self._lines[at]
            if (
                not line.strip()
                or item_mark(line)
                or _HEADING.match(line)
                or _BARS.match(line)
                or _UNDERLINE.match(line)
            ):
                break
            if len(joined) + len(line) > BLOCK_CHARACTERS:
                break
            if self._continues(self._lines[at - 1], line):
                joined = f"{joined} {line.strip()}"
            elif is_item and indent_of(line) > indent_of(self._lines[start]) and not heads_form:
                joined = f"{joined}\n{line.strip()}"
            else:
                break
            at += 1
        return at, joined

    def _continues(self, before: str, line: str) -> bool:
        if _asks(line, small=self._small):
            return False
        if not self._width:
            return len(before) >= _NEAR_EDGE and before[-1] not in _ENDS and line.strip()[0].islower()
        first_word = line.split()[0]
        no_room = len(before) + 1 + len(first_word) > self._width
        return no_room or (line.strip()[0].islower() and len(before) > self._width // 2)

    def _level(self, at: int) -> int:
        """How deep a line stands in its list, which a change of sign tells where it is not moved in."""
        mark = item_mark(self._lines[at])
        if mark is None:
            self._signs, self._below = [], set()
            return 0
        own = (indent_of(self._lines[at]), sign_of(mark[0]))
        while self._signs and own not in self._signs and self._signs[-1][0] > own[0]:
            self._signs.pop()
        if own in self._signs:
            del self._signs[self._signs.index(own) + 1 :]
        elif not self._signs or self._signs[-1][0] < own[0] or self._is_below(own, at):
            self._below |= {(self._signs[-1], own)} if self._signs else set()
            self._signs.append(own)
        else:
            self._signs[-1] = own
        return len(self._signs) - 1

    def _is_below(self, own: tuple[int, str], at: int) -> bool:
        """Whether an item with another sign than the one above it is part of that: others of that kind follow."""
        above = self._signs[-1]
        if (above, own) in self._below or is_below(own[1], above[1]):
            return True
        for before, line in pairwise(self._lines[at:]):
            mark = item_mark(line)
            if mark and (indent_of(line), sign_of(mark[0])) == above:
                return True
            if not mark and line.strip() and not before.strip():
                return False
        return False

    def _block(self, text: str, line: int, end: int, level: int) -> Block:
        place = f"line {line}"
        heading = _HEADING.match(text)
        if heading:
            return _marked_up(heading[2], place, kind=Kind.HEADING, level=len(heading[1]))
        if end < len(self._lines) and _UNDERLINE.match(self._lines[end]) and len(text) <= _WIDEST_WRAP:
            return _marked_up(text, place, kind=Kind.HEADING, level=1 if "=" in self._lines[end] else 2)
        mark = item_mark(text)
        if mark:
            numbered = mark[0][-1] in ".)" or mark[0][-1].isdigit()
            block = _marked_up(mark[1], place, kind=Kind.ITEM, level=level, numbered=numbered)
            return replace(block, sign=mark[0])
        return _marked_up(text, place)


def _column_sign(line: str) -> str:
    """What parts the columns of a row that has no bars round it."""
    return "\t" if "\t" in line.strip() else "|"


def _asks(line: str, *, small: bool = False) -> bool:
    """Whether a line opens with one of the form's questions, with its answer behind a colon; in `small` letters too."""
    label = split_label(line.strip())
    return (
        label is not None
        and (small or line.strip()[0].isupper())
        and line.strip()[len(label[1]) :].lstrip().startswith(":")
    )


def _wrapped_at(lines: list[str]) -> int:
    """The column at which a program wrapped the lines; 0 when every line was ended by the person."""
    width = max(map(len, lines), default=0)
    if not 40 <= width <= _WIDEST_WRAP:
        return 0
    wrapped = sum(
        len(line) + 1 + len(after.split()[0]) > width and not line.endswith((".", ":", ";", "!", "?"))
        for line, after in pairwise(lines)
        if after.strip() and item_mark(after) is None and not _LABEL.match(after)
    )
    return width if wrapped >= _WRAPPED_LINES else 0


def _marked_up(text: str, place: str, *, kind: Kind = Kind.PARAGRAPH, level: int = 0, numbered: bool = False) -> Block:
    """A block of Markdown: its emphasis taken off, its links noted. Plain text goes through unchanged."""
    links: list[Link] = []

    def link(found: re.Match[str]) -> str:
        words = tidy(_BOLD.sub(r"\2", found[1]))
        links.append(Link(words, found[2].strip("<>")))
        return words

    text = _STRUCK.sub("", _LINK.sub(link, text))
    bold = _BOLD.match(text)
    lead = _plain(bold[2]) if bold else ""
    whole = bool(bold) and not text[bold.end() :].strip(" .:") if bold else False
    text = "\n".join(tidy(_plain(line)) for line in text.split("\n"))
    known = tuple(
        one for one in links if one.url.lower().startswith(("http://", "https://", "mailto:", "tel:", "www."))
    )
    return Block(
        text=text,
        place=place,
        kind=kind,
        level=level,
        links=known,
        bold=whole,
        lead="" if whole else lead,
        numbered=numbered,
    )


def _plain(text: str) -> str:
    return _ITALIC.sub(r"\2", _BOLD.sub(r"\2", text)).replace("\\", "")


def _table(lines: list[str], first: int) -> Table:
    rows = []
    for offset, line in enumerate(lines):
        if _BARS_RULE.match(line):
            continue
        cells = line.strip().strip("|").split("|")
        place = f"line {first + offset}"
        rows.append(tuple(Cell((_marked_up(cell.strip(), place),)) if cell.strip() else Cell(()) for cell in cells))
    return Table(tuple(rows), f"line {first}")
