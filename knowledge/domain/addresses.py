"""Web and e-mail addresses: what counts as one, and how long it may be, in library files and in forms alike."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

#: Longer addresses are refused by browsers and by the buttons that open them.
URL_LENGTH = 2000
#: The longest address that mail is delivered to.
EMAIL_LENGTH = 254

#: What could break out of a link, or stands in no address that a browser shows.
NOT_IN_URL = re.compile(r'[\s<>"|\\]')
_BARE = re.compile(r"[\w-]+(\.[\w-]+)+(/\S*)?")
_EMAIL = re.compile(r"[^@\s<>,;:]+@[^@\s<>,;:.]+(?:\.[^@\s<>,;:.]+)+")


def leads_somewhere(url: str, *, secure: bool = False) -> bool:
    """Whether `url` has a host and is of https, or http too unless `secure`, whatever else stands in it."""
    try:
        parts = urlsplit(url)
        return parts.scheme.lower() in (("https",) if secure else ("http", "https")) and bool(parts.hostname)
    except ValueError:
        return False


def is_web_address(url: str) -> bool:
    """Whether `url` is an http or https address with a host and nothing that could break out of a link."""
    return leads_somewhere(url) and not NOT_IN_URL.search(url)


def is_email_address(text: str) -> bool:
    """Whether `text` has the shape of one e-mail address, of whatever length."""
    return _EMAIL.fullmatch(text) is not None


def meant_by(url: str) -> str:
    """What was most likely meant by what is no web address: itself behind https://, else an example."""
    return f"https://{url}" if _BARE.fullmatch(url) else "https://www.example.gov.uk/page"
