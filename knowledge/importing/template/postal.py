"""Postal addresses among the words about a contact: buildings and streets are nobody."""

from __future__ import annotations

import re

from knowledge.importing.template.addresses import without_addresses
from knowledge.importing.template.sentences import words

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_STREET = re.compile(
    r"(?:^\d{1,3}[a-z]?\s+[A-Z]|\b(?:House|Way|Hall|Street|Road|Lane|Court|Buildings?|Offices?|Square|Place|Park|Avenue|Close"
    r"|Drive|Terrace|Quay|Row|Gate|Crescent|Parade)$)"
)
#: A building, a street or a town has no more words.
_PART_WORDS = 6
_DATE = re.compile(
    r"(?:\b(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?\b\d{1,2}(?:st|nd|rd|th)? (?:january|february|march|april"
    r"|may|june|july|august|september|october|november|december),? (?:19|20)\d\d\b"
    r"|\b\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\b",
    re.I,
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


def is_postal_address(text: str) -> bool:
    """Whether a line is the address of an office, as letters are headed by: buildings and streets with a postcode."""
    parts = [part.strip() for part in _PARTS.split(text)[::2] if part.strip()]
    if _POSTCODE.search(text) is None or any(len(words(part)) > _PART_WORDS for part in parts):
        return False
    return any(_STREET.search(part) for part in parts if _POSTCODE.search(part) is None)


def is_letterhead(text: str) -> bool:
    """Whether a line holds nothing but numbers, addresses or a date, as they stand below the address of an office."""
    return not words(without_addresses(_DATE.sub(" ", text)))
