"""Single values of library files: what is wrong with one as it was written, in words for the person who wrote it."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit

from knowledge.importing.nearest import shown

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOST = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_NOT_IN_URL = re.compile(r'[\s<>"|\\]')
_EMAIL = re.compile(r"[^@\s<>,;:]+@[^@\s<>,;:.]+(?:\.[^@\s<>,;:.]+)+")
#: How people write dates when they forget the order asked for.
_DATE_HABITS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d")


def wrong_slug(value: str) -> str | None:
    """What is wrong with a stable name, None for one of lower-case letters, digits and hyphens."""
    if _SLUG.fullmatch(value):
        return None
    instead = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-") or "youth-justice-training"
    return f"{shown(value)} must be lower-case letters, digits and single hyphens: {instead}"


def wrong_date(value: str, latest: date) -> str | None:
    """What is wrong with a day, None for one up to `latest` that `date.fromisoformat` reads as year-month-day."""
    if not _DATE.fullmatch(value):
        return f"{shown(value)} is not a date: write year-month-day, such as {_as_date(value)}"
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return f"{shown(value)} is no day of the calendar: write year-month-day, such as 2026-11-23"
    return f"{shown(value)} is still to come: write the day on which it was done" if day > latest else None


def wrong_url(value: str, *, secure: bool = False) -> str | None:
    """What is wrong with a web address, None for https, or http too unless `secure`."""
    try:
        parts = urlsplit(value)
        host, scheme = parts.hostname or "", parts.scheme.lower()
    except ValueError:
        host = scheme = ""
    if scheme in (("https",) if secure else ("http", "https")) and host:
        if _NOT_IN_URL.search(value):
            return f"{shown(value)} holds a space or sign that no web address has: copy it from the browser"
        return None
    guess = f"https://{value}" if _HOST.fullmatch(value) else "https://www.example.gov.uk/page"
    return f"{shown(value)} is no web address: it must begin with https://, such as {guess}"


def wrong_email(value: str) -> str | None:
    """What is wrong with one e-mail address, None for one that can be written to."""
    if _EMAIL.fullmatch(value):
        return None
    return f"{shown(value)} is no e-mail address: write one, such as name@council.gov.uk"


def _as_date(value: str) -> str:
    value = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", value)
    for habit in _DATE_HABITS:
        try:
            return datetime.strptime(value, habit).date().isoformat()
        except ValueError:
            continue
    return "2026-11-23"
