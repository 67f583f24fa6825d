"""Names of the parts of Word's XML, in its usual and its strict form, without their long addresses."""

from __future__ import annotations

from xml.etree.ElementTree import Element

_WORD = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
_REFERENCES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_SHORT = {
    **dict.fromkeys(_WORD, "w"),
    **dict.fromkeys(_REFERENCES, "r"),
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
}
_OFF = {"0", "false", "off", "none"}


def name(element: Element) -> str:
    """The element's name with a short prefix ("w:p", "mc:Choice"); without one when it belongs to no part we read."""
    space, _, local = element.tag[1:].rpartition("}") if element.tag.startswith("{") else ("", "", element.tag)
    prefix = _SHORT.get(space)
    return f"{prefix}:{local}" if prefix else local


def child(element: Element | None, wanted: str) -> Element | None:
    """The first child called `wanted`."""
    if element is None:
        return None
    return next((one for one in element if name(one) == wanted), None)


def attribute(element: Element | None, local: str = "val") -> str | None:
    """The attribute called `local`, whichever of the spaces it stands in."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == local:
            return value
    return None


def is_on(element: Element | None) -> bool:
    """Whether a switch such as w:b is there and not turned off."""
    return element is not None and (attribute(element) or "true").lower() not in _OFF


def number(text: str | None) -> int | None:
    """A short whole number, None for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else None
