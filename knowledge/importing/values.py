"""Single values of library files: what is wrong with one as it was written, in words for the person who wrote it."""

from __future__ import annotations

import re
from datetime import date, datetime

from knowledge.domain.addresses import NOT_IN_URL, is_email_address, leads_somewhere, meant_by
from knowledge.domain.text import fold, quoted

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
#: How people write dates when they forget the order asked for.
_DATE_HABITS = ("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y", "%d %b %Y", "%Y/%m/%d")


def wrong_slug(value: str) -> str | None:
    """What is wrong with a stable name, None for one of lower-case letters, digits and hyphens."""
    if _SLUG.fullmatch(value):
        return None
    instead = re.sub(r"[^a-z0-9]+", "-", fold(value)).strip("-") or "youth-justice-training"
    return f"{quoted(value)} must be lower-case letters, digits and single hyphens: {instead}"


def wrong_date(value: str, latest: date) -> str | None:
    """What is wrong with a day, None for one up to `latest` that `date.fromisoformat` reads as year-month-day."""
    if not _DATE.fullmatch(value):
        return f"{quoted(value)} is not a date: write year-month-day, such as {_as_date(value)}"
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return f"{quoted(value)} is no day of the calendar: write year-month-day, such as 2026-11-23"
    return f"{quoted(value)} is still to come: write the day on which it was done" if day > latest else None


def wrong_url(value: str, *, secure: bool = False) -> str | None:
    """What is wrong with a web address, None for https, or http too unless `secure`."""
    if not leads_somewhere(value, secure=secure):
        return f"{quoted(value)} is no web address: it must begin with https://, such as {meant_by(value)}"
    if NOT_IN_URL.search(value):
        return f"{quoted(value)} holds a space or sign that no web address has: copy it from the browser"
    return None


def wrong_email(value: str) -> str | None:
    """What is wrong with one e-mail address, None for one that can be written to."""
    if is_email_address(value):
        return None
    return f"{quoted(value)} is no e-mail address: write one, such as name@council.gov.uk"


def _as_date(value: str) -> str:
    value = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", value)
    for habit in _DATE_HABITS:
        try:
            return datetime.strptime(value, habit).date().isoformat()
        except ValueError:
            continue
    return "2026-11-23"
