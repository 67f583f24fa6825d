"""What a paragraph's style and numbering make of it: a heading, a list item, or neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from knowledge.importing.template.files.document import TICKED, UNTICKED
from knowledge.importing.template.files.word.paragraphs import symbol_for
from knowledge.importing.template.files.word.xml_names import attribute, child, is_on, name, number

_HEADING = re.compile(r"(?:heading|überschrift|titre)\s*(\d)")
_LIST = re.compile(r"list (bullet|number)\s*(\d?)")
_TICKS, _BOXES = (TICKED, *"☒✓✔√◉⦿"), (UNTICKED, *"□▢❏❑◻○◯")
_FURNITURE = re.compile(r"toc \d|toc heading|table of figures|caption")
#: Word's own chains of styles are three or four long; a longer one goes in circles.
_CHAIN = 12


@dataclass(frozen=True, slots=True)
class Numbering:
    """A list item's depth from 0, whether it is counted rather than bulleted, and a bullet that is a tick or a box."""

    level: int
    numbered: bool
    sign: str = ""


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    based_on: str | None
    properties: Element | None
    bold: bool


class Styles:
    """The style sheet and the lists of one file; either part may be missing."""

    def __init__(self, styles: Element | None, numbering: Element | None) -> None:
        self._styles: dict[str, _Style] = {}
        for one in styles if styles is not None else ():
            if name(one) == "w:style" and (key := attribute(one, "styleId")):
                self._styles[key] = _Style(
                    name=(attribute(child(one, "w:name")) or key).lower(),
                    based_on=attribute(child(one, "w:basedOn")),
                    properties=child(one, "w:pPr"),
                    bold=is_on(child(child(one, "w:rPr"), "w:b")),
                )
        self._formats = _formats(numbering)

    def _chain(self, properties: Element | None) -> Iterator[_Style]:
        key = attribute(child(properties, "w:pStyle"))
        for _ in range(_CHAIN):
            style = self._styles.get(key) if key else None
            if style is None:
                return
            yield style
            key = style.based_on

    def heading(self, properties: Element | None) -> int | None:
        """The heading level from 1, or None; `properties` is the paragraph's w:pPr."""
        for style in self._chain(properties):
            if found := _HEADING.match(style.name):
                return int(found[1])
            if style.name in ("title", "subtitle"):
                return 1
        outline = number(attribute(child(properties, "w:outlineLvl")))
        return outline + 1 if outline is not None and outline < 9 else None

    def is_furniture(self, properties: Element | None) -> bool:
        """Whether the paragraph only guides through the document: a line of contents, the caption of a picture."""
        return any(_FURNITURE.fullmatch(style.name) for style in self._chain(properties))

    def is_bold(self, properties: Element | None) -> bool:
        """Whether the paragraph's style makes all of its text bold."""
        return any(style.bold for style in self._chain(properties))

    def item(self, properties: Element | None) -> Numbering | None:
        """What list the paragraph is an item of, or None; direct numbering wins over the style's."""
        own = child(properties, "w:numPr")
        if own is not None:
            return self._numbering(own, "")
        for style in self._chain(properties):
            in_style = child(style.properties, "w:numPr")
            if in_style is not None:
                return self._numbering(in_style, style.name)
            if found := _LIST.match(style.name):
                return Numbering(max(int(found[2] or 1) - 1, 0), found[1] == "number")
        return None

    def _numbering(self, properties: Element, style: str) -> Numbering | None:
        key = attribute(child(properties, "w:numId"))
        level = number(attribute(child(properties, "w:ilvl"))) or 0
        if key == "0":
            return None
        kind, sign = self._formats.get((key or "", level), ("bullet", ""))
        if kind == "none":
            return None
        if found := _LIST.match(style):  # Word numbers "List Bullet 2" as a list of its own
            level = max(level, int(found[2] or 1) - 1)
        return Numbering(min(level, 8), kind != "bullet", sign)


def _bullet(level: Element) -> str:
    """A bullet that people choose to tick an option, as a full or an empty circle; empty for any other bullet."""
    font = attribute(child(child(level, "w:rPr"), "w:rFonts"), "ascii") or ""
    drawn = symbol_for(attribute(child(level, "w:lvlText")) or "", font)
    return "◉" if drawn in _TICKS else "○" if drawn in _BOXES else ""


def _formats(numbering: Element | None) -> dict[tuple[str, int], tuple[str, str]]:
    abstract: dict[str, dict[int, tuple[str, str]]] = {}
    formats: dict[tuple[str, int], tuple[str, str]] = {}
    for one in numbering if numbering is not None else ():
        if name(one) == "w:abstractNum":
            abstract[attribute(one, "abstractNumId") or ""] = {
                number(attribute(level, "ilvl")) or 0: (
                    attribute(child(level, "w:numFmt")) or "decimal",
                    _bullet(level),
                )
                for level in one
                if name(level) == "w:lvl"
            }
        elif name(one) == "w:num":
            levels = abstract.get(attribute(child(one, "w:abstractNumId")) or "", {})
            formats.update({(attribute(one, "numId") or "", level): kind for level, kind in levels.items()})
    return formats
