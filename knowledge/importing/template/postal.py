"""Postal addresses among the words about a contact: buildings and streets are nobody."""

from __future__ import annotations

import re

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_STREET = re.compile(
    r"(?:^\d{1,3}[a-z]?\s+[A-Z]|\b(?:House|Way|Hall|Street|Road|Lane|Court|Buildings?|Offices?|Square|Place|Park|Avenue|Close"
    r"|Drive|Terrace|Quay|Row|Gate|Crescent|Parade)$)"
)
_PARTS = re.compile(r"(\s*[,|\n]\s*)")


def without_postal_address(text: str) -> str:
    """The text without the parts that are a building, a street or a postcode, and the town beside a postcode.

    One part that only ends like a street may be a surname ("Ann House"); beside another it is none.
    """
    parts = _PARTS.split(text)
    places = [part for part in parts[::2] if _POSTCODE.search(part) or _STREET.search(part.strip())]
    if not places or (len(places) == 1 and not _POSTCODE.search(places[0]) and not places[0].strip()[:1].isdigit()):
        return text
    kept = [part for part in parts[::2] if part not in places]
    return ", ".join(part for part in kept if part.strip())
