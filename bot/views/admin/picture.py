"""Draws the coverage as a PNG: numbers in every cell, each on a ground that it stands out from, all text level."""

from __future__ import annotations

import io
import math
import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

from bot.views.admin.coverage import Picture, Row, Table

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

Colour = tuple[int, int, int]

INK: Colour = (27, 31, 36)
WHITE: Colour = (255, 255, 255)
LINE: Colour = (176, 184, 193)
#: From none to most; a darker ground is also a higher number, so that nothing hangs on telling colours apart.
GROUNDS: tuple[Colour, ...] = (
    WHITE, (226, 237, 248), (179, 208, 234), (127, 175, 219), (36, 98, 165), (18, 60, 107),
)  # fmt: skip

#: In pixels; a heading of five lines holds the longest names of the shipped register.
MARGIN = 32
NAMES = 340
COLUMN = 120
NARROWEST = 1000
CELL = 32
PADDING = 8
TEXT = 18
SMALL = 16
HEADING = 22
TITLE = 30
LEADING = 1.25
HEADING_LINES = 5


def draw(picture: Picture) -> bytes:
    """The picture as a PNG, which holds its words too."""
    from PIL import Image, ImageDraw
    from PIL.PngImagePlugin import PngInfo

    pen = _Pen(ImageDraw.Draw(Image.new("RGB", (1, 1))))
    columns = max((len(table.columns) for table in picture.tables), default=0)
    width = max(NARROWEST, 2 * MARGIN + NAMES + columns * COLUMN)
    image = Image.new("RGB", (width, pen.picture(picture, width)), WHITE)
    _Pen(ImageDraw.Draw(image)).picture(picture, width)
    words = PngInfo()
    words.add_itxt("Description", picture.alt)
    file = io.BytesIO()
    image.save(file, "PNG", pnginfo=words)
    return file.getvalue()


def ground(count: int, most: int) -> Colour:
    """The ground of a cell: white for none, then in five steps by order of magnitude up to `most`."""
    if count < 1:
        return WHITE
    share = math.log(count) / math.log(most) if most > 1 else 0.5
    return GROUNDS[1 + min(4, int(4 * share + 1e-9))]


def contrast(one: Colour, other: Colour) -> float:
    """How far two colours stand out from each other, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def ink_on(colour: Colour) -> Colour:
    """Black or white, whichever stands out more."""
    return max((INK, WHITE), key=lambda ink: contrast(ink, colour))


def load_font(size: int, *, bold: bool) -> FreeTypeFont:
    """Source Sans 3, which a package brings along: what is on a machine, or in Pillow, may lack ŵ and ŷ."""
    from fontpkg_source_sans_3 import ROOT
    from PIL.ImageFont import Layout, truetype

    font = truetype(ROOT / "files" / "SourceSans3[wght].ttf", size, layout_engine=Layout.BASIC)
    font.set_variation_by_axes([600 if bold else 400])
    return font


def _luminance(colour: Colour) -> float:
    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = map(linear, colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class _Pen:
    """Draws from the top down; each method returns the height at which the next thing begins."""

    def __init__(self, canvas: ImageDraw) -> None:
        self._canvas = canvas
        self._fonts: dict[tuple[int, bool], FreeTypeFont] = {}

    def picture(self, picture: Picture, width: int) -> int:
        y = self._paragraph(picture.title, MARGIN, width - MARGIN, TITLE, bold=True)
        for note in picture.notes:
            y = self._paragraph(note, y, width - MARGIN, TEXT)
        for table in picture.tables:
            y = self._table(table, y + CELL)
        return y + MARGIN

    def _table(self, table: Table, y: int) -> int:
        y = self._paragraph(table.heading, y, MARGIN + NAMES + COLUMN, HEADING, bold=True)
        font = self._font(SMALL, bold=True)
        headings = [self._wrapped(name, COLUMN - PADDING, font, HEADING_LINES) for name in table.columns]
        bottom = y + round(max(map(len, headings)) * SMALL * LEADING) + PADDING
        for number, lines in enumerate(headings):
            for place, text in enumerate(reversed(lines)):
                at = (self._middle(number), bottom - PADDING - round(place * SMALL * LEADING))
                self._canvas.text(at, text, INK, font, anchor="ms")
        y = bottom
        for heading, rows in table.groups:
            if heading:
                y = self._paragraph(heading, y + PADDING, MARGIN + NAMES, TEXT, bold=True)
            for row in rows:
                y = self._row(row, y, table.sums, most=table.most if heading else None)
        return y

    def _row(self, row: Row, y: int, sums: frozenset[int], *, most: int | None) -> int:
        """`most` of None: the whole row sums others up. Sums have no grounds."""
        middle = y + CELL // 2
        font = self._font(TEXT, bold=most is None)
        self._canvas.text((MARGIN, middle), self._cut(row.name, NAMES - PADDING, font), INK, font, anchor="lm")
        for number, count in enumerate(row.counts):
            sums_up = most is None or number in sums
            colour = WHITE if most is None or sums_up else ground(count, most)
            left = MARGIN + NAMES + number * COLUMN
            self._canvas.rectangle((left, y, left + COLUMN, y + CELL), colour, LINE)
            font = self._font(TEXT, bold=sums_up)
            self._canvas.text((self._middle(number), middle), f"{count:,}", ink_on(colour), font, anchor="mm")
        return y + CELL

    def _paragraph(self, text: str, y: int, right: int, size: int, *, bold: bool = False) -> int:
        font = self._font(size, bold=bold)
        for row in self._wrapped(text, right - MARGIN, font):
            self._canvas.text((MARGIN, y), row, INK, font, anchor="la")
            y += round(size * LEADING)
        return y + PADDING // 2

    def _middle(self, column: int) -> int:
        return MARGIN + NAMES + column * COLUMN + COLUMN // 2

    def _wrapped(self, text: str, width: int, font: FreeTypeFont, most: int | None = None) -> list[str]:
        """The text in at most so many lines, parted between words, and within one only where it is too long."""
        lines: list[str] = [""]
        for part in self._parts(text, width, font):
            joined = f"{lines[-1]} {part}".strip()
            if lines[-1] and font.getlength(joined) > width:
                lines.append(part)
            else:
                lines[-1] = joined
        if most is not None and len(lines) > most:
            lines[most - 1 :] = [self._cut(f"{lines[most - 1]}…", width, font)]
        return lines

    def _parts(self, text: str, width: int, font: FreeTypeFont) -> Iterator[str]:
        for word in _clean(text).split():
            while font.getlength(word) > width:
                room = next(end for end in range(len(word), 0, -1) if font.getlength(f"{word[:end]}-") <= width)
                yield f"{word[:room]}-"
                word = word[room:]
            yield word

    def _cut(self, text: str, width: int, font: FreeTypeFont) -> str:
        text = _clean(text)
        if font.getlength(text) <= width:
            return text
        while text and font.getlength(f"{text}…") > width:
            text = text[:-1].rstrip("… ")
        return f"{text}…"

    def _font(self, size: int, *, bold: bool) -> FreeTypeFont:
        if (size, bold) not in self._fonts:
            self._fonts[size, bold] = load_font(size, bold=bold)
        return self._fonts[size, bold]


def _clean(text: str) -> str:
    """One line of composed letters (a letter and its accent as one), as the font holds them."""
    return unicodedata.normalize("NFC", " ".join(text.split()))
