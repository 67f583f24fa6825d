"""Postal addresses among the words about a contact: buildings and streets are nobody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.domain.initiative import Contact
from knowledge.importing.template.contacts.roles_and_teams import is_role, names_team
from knowledge.importing.template.contacts.several_people import spells
from knowledge.importing.template.language.addresses import (
    emails_in,
    has_address,
    pages_in,
    phone_in,
    without_addresses,
)
from knowledge.importing.template.language.names import names_in
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.questions.fields import OF_CONTACT, split_label
from knowledge.importing.template.questions.workplaces import OFFICE_LABEL

_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")
_STREET = re.compile(
    r"(?:^\d{1,3}[a-z]?\s+[A-Z]|\b(?:House|Way|Hall|Street|Road|Lane|Court|Buildings?|Offices?|Square|Place|Park|Avenue|Close"
    r"|Drive|Terrace|Quay|Row|Gate|Crescent|Parade|Wharf|Tower|Mews|Boulevard|Chambers|Exchange)$)"
)
#: What only an address has: a floor, a box, an office that every authority has.
_IN_BUILDING = re.compile(
    r"^(?:(?:\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|fourth|fifth|top|lower|upper) floor\b"
    r"|(?:floor|level|room|suite|unit|block|wing|p\.?\s?o\.? box) [\dA-H]{1,5}\b"
    r"|(?:the )?(?:town|civic|county|shire|city|council|municipal) (?:hall|house|cent(?:re|er)|offices?|buildings?"
    r"|chambers)$|\d{1,3}[a-z]?(?:-\d{1,3})?\s+[A-Z])",
    re.I,
)
_HEAD_OFFICE = re.compile(r"head (?:office|quarters)\b", re.I)
#: Within so many lines an address goes on.
_ADDRESS_LINES = 3
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
    """The text without the parts that are a building, a street, a town or a postcode.

    One part that only ends like a street may be a surname ("Ann House"); beside another, or behind a job and in front
    of an e-mail address that does not spell it, it is none.
    """
    pieces = _PARTS.split(text)
    parts = [part.strip() for part in pieces[::2]]
    jobs_behind = [*map(is_role, parts[1:]), False]
    places = [at for at, part in enumerate(parts) if _is_place(part) and (_is_surely(part) or not jobs_behind[at])]
    alone = len(places) == 1 and not _is_surely(parts[places[0]])
    if not places or (alone and not _stands_as_office(parts, places[0])):
        return text
    dropped = {*places, *_towns(parts, places)}
    kept = [at for at, part in enumerate(parts) if part and at not in dropped]
    joints = ["", *(pieces[2 * at - 1] for at in kept[1:])]
    return "".join(f"{joint}{parts[at]}" for joint, at in zip(joints, kept, strict=False))


def _is_place(part: str) -> bool:
    if has_address(part):
        return False
    return bool(_POSTCODE.search(part) or _STREET.search(part) or _IN_BUILDING.match(part))


def _is_surely(part: str) -> bool:
    """Whether a part is that of an address, and could be nobody's name."""
    return _POSTCODE.search(part) is not None or _IN_BUILDING.match(part) is not None


def _stands_as_office(parts: Sequence[str], at: int) -> bool:
    """Whether one part that ends like a street stands behind a job, and in front of an address of somebody else."""
    behind = parts[at + 1] if at + 1 < len(parts) else ""
    return at > 1 and is_role(parts[at - 1]) and any(not spells(one, parts[at]) for one in emails_in(behind))


def _towns(parts: Sequence[str], places: Sequence[int]) -> list[int]:
    """Parts that say nothing of anybody and stand between those of an address, or beside the last ("..., Leeds")."""
    last = max(places)
    end = next((at for at in range(last, len(parts)) if _POSTCODE.search(parts[at])), last)
    between = [at for at in range(min(places) + 1, end + 1) if at not in places]
    sure = len(places) > 1 or _is_surely(parts[end])
    behind = [end + 1] if end + 1 < len(parts) and sure and len(words(parts[end + 1])) == 1 else []
    before = min(places) - 1
    towns = [*between, *behind]
    # "Corby Cube, George Street, ...": a building of any name, where a job parts it from the person.
    named = [before] if _POSTCODE.search(parts[end]) and any(is_role(part) for part in parts[:before]) else []
    return [at for at in [*named, *towns] if at >= 0 and _says_nothing_of_anybody(parts[at])]


def _says_nothing_of_anybody(part: str) -> bool:
    known = is_role(part) or names_team(part) or has_address(part) or pages_in(part)
    return not known and len(words(part)) <= _PART_WORDS


def rest_of_office(text: str, *, last: Contact, below: Sequence[str]) -> str | None:
    """What a line below the contact `last` tells besides where the office is; None where it is no address.

    `below` are the lines beneath it. A line that only ends like a street is a person where a job follows, or nothing.
    """
    parts = [part.strip() for part in _PARTS.split(OFFICE_LABEL.sub("", text))[::2] if part.strip()]
    if not parts or any(is_role(part) for part in parts) or any(len(words(part)) > _PART_WORDS for part in parts):
        return None
    sure = OFFICE_LABEL.match(text) or any(map(_is_surely, parts))
    if not sure and not (any(map(_is_place, parts)) and _goes_on_as_address(text, parts, last, below)):
        return None
    kept = [part for part in parts if names_team(part) and not _is_place(part)]
    kept += [one for part in parts for one in (*emails_in(part), phone_in(part), *pages_in(part)) if one]
    return ", ".join(kept)


def _goes_on_as_address(text: str, parts: Sequence[str], last: Contact, below: Sequence[str]) -> bool:
    follows = below[0] if below else ""
    if is_role(follows) or not (last.role or last.team or len(parts) > 1):
        return False
    if any(_is_surely(line.strip()) for line in below[:_ADDRESS_LINES]):
        return True
    emails = emails_in(" ".join(below))
    if emails and last.name and not last.email and spells(emails[0], last.name):
        return True
    reached = has_address(follows)
    return (
        last.name is not None
        and reached
        and not (emails and any(spells(emails[0], spot.name) for spot in names_in(text)))
    )


def is_postal_address(text: str) -> bool:
    """Whether a line is the address of an office, as letters are headed by: buildings and streets with a postcode."""
    parts = [part.strip() for part in _PARTS.split(text)[::2] if part.strip()]
    label = split_label(text)
    if _POSTCODE.search(text) is None or any(len(words(part)) > _PART_WORDS for part in parts):
        return False
    if (label and label[0] in OF_CONTACT) or any(is_role(part) for part in parts if not _HEAD_OFFICE.match(part)):
        return False
    return any(_STREET.search(part) for part in parts if _POSTCODE.search(part) is None)


def is_letterhead(text: str) -> bool:
    """Whether a line holds nothing but numbers, addresses or a date, as they stand below the address of an office."""
    return not words(without_addresses(_DATE.sub(" ", text)))
