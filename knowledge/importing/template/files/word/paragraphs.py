"""The text of one Word paragraph: runs, links, fields, tick boxes and changes, as Word would show them accepted."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from xml.etree.ElementTree import Element

from knowledge.importing.template.files.document import TICKED, UNTICKED, Link
from knowledge.importing.template.files.word.xml_names import attribute, child, is_on, name, number

_GONE = {"w:del", "w:moveFrom", "w:rPr", "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:instrText", "w:delText", "w:rt"}
_TEXT_BOX = {"w:drawing", "w:pict", "w:object"}
_BREAKS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": ""}
_ADDRESS = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)"?')

#: Symbol fonts draw boxes and ticks with their own numbers; low bytes of Wingdings, Wingdings 2 and Segoe symbols.
_TICKS = {
    0xFC: TICKED,
    0xFE: TICKED,
    0xFD: TICKED,
    0x78: TICKED,
    0x52: TICKED,
    0x53: TICKED,
    0x50: TICKED,
    0x54: TICKED,
}
#: Radio circles and bullets look the same there too.
_CIRCLES = {0xA4: "◉", 0xA1: "○", 0x6C: "●"}
_BOXES = {0xA8: UNTICKED, 0x6F: UNTICKED, 0xA3: UNTICKED, 0x71: UNTICKED, 0x72: UNTICKED, 0x2A: UNTICKED}
_BULLETS = {0xB7: "•", 0xA7: "•", 0x76: "•", 0xD8: "•", 0x6E: "•"}
_SYMBOLS = {**_BULLETS, **_BOXES, **_TICKS, **_CIRCLES}
#: Symbol fonts have their signs below the first of these, or from the second on.
_OWN_PLACES, _PRIVATE_USE = 0x2000, 0xD800
#: Longer paragraphs are no lists of options.
_SHORT = 400
#: Ticks and boxes typed in a symbol font stand alone; words in it are a slip of formatting.
_SYMBOLS_TYPED = 3
#: The longest instruction that Word takes is a few hundred characters and an address.
_INSTRUCTION = 4_000
#: A colour has a channel that is so much stronger than another; shades of grey have not.
_SATURATED = 0x50


@dataclass(slots=True)
class Run:
    text: str
    bold: bool
    marked: bool
    url: str | None
    coloured: bool = False


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    shown: bool = False
    url: str | None = None


@dataclass(slots=True)
class Paragraph:
    """A paragraph's runs, and the text boxes and notes that hang on it (as elements, to be read after it)."""

    runs: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    def links(self) -> tuple[Link, ...]:
        """What its words lead to: runs side by side with one address are one link."""
        found: list[Link] = []
        before: str | None = None
        for run in self.runs:
            if run.url and found and before == run.url:
                found[-1] = Link(found[-1].text + run.text, run.url)
            elif run.url:
                found.append(Link(run.text, run.url))
            before = run.url
        return tuple(Link(" ".join(link.text.split()), link.url) for link in found if link.text.strip())

    def lead(self) -> str:
        """The bold text that it opens with, empty when it does not, or when all of it is bold."""
        written = [run for run in self.runs if run.text.strip()]
        bold: list[str] = []
        for run in written:
            if not run.bold:
                return "".join(bold)
            bold.append(run.text)
        return ""

    def all_bold(self) -> bool:
        return self._all(lambda run: run.bold)

    def all_marked(self) -> bool:
        return self._all(lambda run: run.marked)

    def standing_out(self) -> tuple[tuple[str, str], ...]:
        """Parts of a short paragraph that are marked or bold where others are not, and all that are coloured."""
        if len(self.text) > _SHORT:
            return ()
        found: list[tuple[str, str]] = []
        for how, holds in _WAYS.items():
            if how == "coloured" or not self._all(holds):
                parts = ("".join(run.text for run in runs) for held, runs in groupby(self.runs, holds) if held)
                found += [(how, part) for part in parts if part.strip()]
        return tuple(found)

    def _all(self, holds: Callable[[Run], bool]) -> bool:
        written = [run for run in self.runs if run.text.strip(" \t\n\u00a0☑☐")]
        return bool(written) and all(holds(run) for run in written)


_WAYS: dict[str, Callable[[Run], bool]] = {
    "marked": lambda run: run.marked,
    "bold": lambda run: run.bold,
    "coloured": lambda run: run.coloured,
}


class TextReader:
    """Reads paragraphs of one part; `targets` are the addresses of its outside links by id."""

    def __init__(self, targets: Mapping[str, str]) -> None:
        self._targets = targets
        self._fields: list[_Field] = []
        self._marked = False

    def read(self, element: Element, *, bold: bool = False, marked: bool = False) -> Paragraph:
        """The paragraph `element` (w:p); `bold` and `marked` are what its properties say of all of it."""
        paragraph = Paragraph()
        self._marked = marked
        self._walk(element, paragraph, url=None, bold=bold)
        return paragraph

    def _walk(self, element: Element, into: Paragraph, *, url: str | None, bold: bool) -> None:
        for one in element:
            kind = name(one)
            if kind in _GONE:
                continue
            if kind == "w:r":
                self._run(one, into, url=url, bold=bold)
            elif kind == "w:hyperlink":
                self._walk(one, into, url=self._targets.get(attribute(one, "id") or "", url), bold=bold)
            elif kind == "w:fldSimple":
                found = _ADDRESS.search(attribute(one, "instr") or "")
                self._walk(one, into, url=found[1] if found else url, bold=bold)
            elif kind == "w:sdt":
                self._control(one, into, url=url, bold=bold)
            elif kind == "mc:AlternateContent":
                self._walk(alternative(one), into, url=url, bold=bold)
            elif kind in _TEXT_BOX or kind == "w:txbxContent":
                into.boxes.append(one)
            elif kind not in ("w:p", "w:tbl"):
                self._walk(one, into, url=url, bold=bold)

    def _control(self, control: Element, into: Paragraph, *, url: str | None, bold: bool) -> None:
        properties = child(control, "w:sdtPr")
        box = child(properties, "w14:checkbox")
        if box is not None:
            ticked = is_on(child(box, "w14:checked")) and child(box, "w14:checked") is not None
            into.runs.append(Run(f"{TICKED if ticked else UNTICKED} ", bold, False, url))
            return
        content = child(control, "w:sdtContent")
        if content is not None and not is_on(child(properties, "w:showingPlcHdr")):
            self._walk(content, into, url=url, bold=bold)

    def _run(self, run: Element, into: Paragraph, *, url: str | None, bold: bool) -> None:
        properties = child(run, "w:rPr")
        own = child(properties, "w:b")
        bold = is_on(own) if own is not None else bold or attribute(child(properties, "w:rStyle")) == "Strong"
        hidden = any(is_on(child(properties, gone)) for gone in ("w:vanish", "w:strike", "w:dstrike"))
        marked = self._marked or is_shaded(properties)
        marked = marked or any(is_on(child(properties, mark)) for mark in ("w:highlight", "w:u"))
        coloured = _is_colour(attribute(child(properties, "w:color")))
        symbols = (attribute(child(properties, "w:rFonts"), "ascii") or "").lower().startswith("wingdings")
        for one in run:
            kind = name(one)
            text = ""
            if kind == "w:t":
                text = _typed_symbols(one.text or "") if symbols else one.text or ""
            elif kind in _BREAKS:
                text = _BREAKS[kind]
            elif kind == "w:sym":
                text = _symbol(attribute(one, "char"))
            elif kind == "w:fldChar":
                text = self._field(one)
            elif kind == "w:instrText" and self._fields and len(self._fields[-1].instruction) < _INSTRUCTION:
                self._fields[-1].instruction += one.text or ""
            elif kind in ("w:footnoteReference", "w:endnoteReference"):
                into.notes.append(f"{kind[2:-9]} {attribute(one, 'id')}")
            elif kind == "mc:AlternateContent":
                self._walk(alternative(one), into, url=url, bold=bold)
            elif kind in _TEXT_BOX:
                into.boxes.append(one)
            if text and not hidden and all(one.shown for one in self._fields) | (kind == "w:fldChar"):
                address = next((one.url for one in reversed(self._fields) if one.url), url)
                into.runs.append(Run(text, bold, marked and not address, address, coloured and not address))

    def _field(self, mark: Element) -> str:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
            return _form_field(child(mark, "w:ffData"))
        if kind == "separate" and self._fields:
            found = _ADDRESS.search(self._fields[-1].instruction)
            self._fields[-1].url = found[1] if found else None
            # A drop-down shows its choice in its own data; its result text is the same again, or empty.
            self._fields[-1].shown = "FORMDROPDOWN" not in self._fields[-1].instruction
        elif kind == "end" and self._fields:
            self._fields.pop()
        return ""


def alternative(element: Element) -> Element:
    """The one branch of mc:AlternateContent to read: the newer where it is there, else the fallback."""
    branches = {name(one): one for one in reversed(element)}
    return branches.get("mc:Choice", branches.get("mc:Fallback", element))


def _form_field(data: Element | None) -> str:
    box = child(data, "w:checkBox")
    if box is not None:
        checked = child(box, "w:checked")
        state = checked if checked is not None else child(box, "w:default")
        return f"{TICKED if is_on(state) else UNTICKED} "
    choices = child(data, "w:ddList")
    if choices is not None:
        entries = [attribute(one) or "" for one in choices if name(one) == "w:listEntry"]
        chosen = number(attribute(child(choices, "w:result"))) or number(attribute(child(choices, "w:default"))) or 0
        return entries[chosen] if chosen < len(entries) else ""
    return ""


def _symbol(code: str | None) -> str:
    try:
        place = int(code or "", 16)
    except ValueError:
        return ""
    if _OWN_PLACES < place < _PRIVATE_USE:
        return chr(place)  # a font with the signs where Unicode has them
    return _SYMBOLS.get(place & 0xFF, "")


def symbol_for(text: str, font: str) -> str:
    """What one letter shows in a font: a tick, a box or a bullet in a symbol font, else the letter itself."""
    if len(text) != 1 or not (font.lower().startswith("wingdings") or ord(text) >= _PRIVATE_USE):
        return text
    return _SYMBOLS.get(ord(text) & 0xFF, "")


def _typed_symbols(text: str) -> str:
    """The ticks and boxes of letters that are shown in a symbol font."""
    if len(text.strip()) > _SYMBOLS_TYPED:
        return text
    return "".join(letter if letter.isspace() else _SYMBOLS.get(ord(letter) & 0xFF, letter) for letter in text)


def is_shaded(properties: Element | None) -> bool:
    """Whether a run or a paragraph has a background of its own."""
    fill = attribute(child(properties, "w:shd"), "fill") or "auto"
    return fill.lower() not in ("auto", "ffffff")


def _is_colour(code: str | None) -> bool:
    if code is None or not re.fullmatch(r"[0-9a-fA-F]{6}", code):
        return False
    channels = bytes.fromhex(code)
    return max(channels) - min(channels) >= _SATURATED
