"""E-mail addresses, numbers and pages in running text, and the words that only announce one."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

from knowledge.importing.template.language.sentences import words

EMAIL = re.compile(r"(?<![\w.+-])[\w.+’'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
#: "ext. 214", "x 233", in Welsh "est. 214" or "estyniad 12".
_EXTENSION_WORD = (
    r"(?:(?:ext?n?|extension|est|estyniad)\b\.?\s?(?:no\.?|number|rhif)?:?"
    r"|internal(?: ext(?:ension)?\.?| no\.?| number)?:)"
)
#: A slash in front parts two numbers ("0113 496 0001/07700 900123"), or belongs to the address of a page.
PHONE = re.compile(
    r"(?<![\w@.-])(?<![^\d\s)]/)(?:\+\s?44|\(?0)(?:[\d()\s-]|(?<=\d)\.(?=\d)){8,16}\d"
    rf"(?:\s?(?:(?i:,?\s?\(?{_EXTENSION_WORD})|x)\s?\d{{1,6}}\b\)?)?(?![\w@])"
)
#: An extension alone; "est. 2019" is a year.
_EXTENSION = re.compile(rf"\b{_EXTENSION_WORD}\s*(?!(?:19|20)\d\d\b)(\d{{3,6}})\b", re.I)
_BEFORE_EXTENSION = re.compile(rf"[\s,(]+({_EXTENSION_WORD})", re.I)
#: Addresses that mail programs wrap round others are long.
PAGE = re.compile(
    r"(?:(?:https?://|www\.)[^\s<>\"“”‘’]{3,2000}"
    # As people type it from memory: "newcastle.gov.uk/mentors".
    r"|(?<![\w@./-])(?:[a-z\d-]{1,63}\.){1,5}(?:(?:gov|nhs|ac|org|co|sch)\.uk|gov\.(?:wales|scot)|llyw\.cymru)\b(?![@.-]\w)"
    r"(?:/[^\s<>\"“”‘’]{0,500})?"
    r"|(?<![\w@./-])(?:[a-z\d-]{1,63}\.){1,3}(?:com|org|net)/[^\s<>\"“”‘’]{1,500})",
    re.I,
)
_PAGE_END = ".,;:!?)]}'’”\""
#: Words that lead to a page, and tell nothing of it.
SEE = re.compile(
    r"^[(\[]?(?:see(?: also)?|link(?:s)?|more (?:at|here|information|details)(?: at| here)?|read more|available "
    r"(?:at|here|from)|download(?:able)? (?:at|here|from)?|further reading|resources?|documents?|website"
    r"|attached|attachments?|also see|it is|they are|find it|found at|the (?:\w+ ){1,6}(?:is|are|can be "
    r"found)(?: available)?)\b[^.]{0,80}$",
    re.I,
)
#: "E:", "Tel.", "Mob -" in front of an address or a number, "(w)" behind one: they say nothing of the person.
_ANNOUNCES = re.compile(
    r"\b(?:e-?mail(?: address)?|tel(?:ephone)?(?: (?:no|number))?|phone(?: number)?|mobile|mob|direct(?: line)?|office"
    r"|work|home|web(?:site|page)?|(?:cyfeiriad )?e-?bost|(?:rhif )?ff[oô]n(?: symudol)?|symudol|gwefan|[etmpwd])\b"
    r"[\s.:=(<-]*(?=\0)",
    re.I,
)
_KIND_BEHIND = re.compile(r"(?<=\0)\s*\((?:[wmho]|work|mobile|mob|home|office|direct|e-?mail|tel(?:ephone)?)\)", re.I)
#: Hosts that wrap an address in their own, and the part of theirs that holds it.
_WRAPPERS = (
    (re.compile(r"(?:^|\.)safelinks\.protection\.(?:outlook|office365)\.(?:com|us)$"), "url"),
    (re.compile(r"^(?:www\.)?google\.(?:com|co\.uk)$"), "q"),
    (re.compile(r"^(?:www\.)?google\.(?:com|co\.uk)$"), "url"),
)
_DEFENCE = re.compile(r"^https?://urldefense\.(?:com|proofpoint\.com)/v3/__(https?:.+?)__;", re.I)
#: Stands for an address or a number that was read.
GAP = "\0"


def emails_in(text: str) -> list[str]:
    """The e-mail addresses in `text`, each once, in small letters."""
    return list(dict.fromkeys(email(found[0]) for found in EMAIL.finditer(text)))


def email(text: str) -> str:
    """An e-mail address as it is stored."""
    return text.strip(".'’-").lower()


def phone_in(text: str) -> str | None:
    """Every number in `text`, one behind the other, and an extension that stands alone."""
    bare = _without_pages(text)
    found = {one.start(): _number(one[0]) for one in PHONE.finditer(bare)}
    extension = _EXTENSION.search(PHONE.sub(lambda number: " " * len(number[0]), bare))
    if extension:
        found[extension.start()] = f"ext. {extension[1]}"
    return ", ".join(dict.fromkeys(found[at] for at in sorted(found))) or None


def _number(text: str) -> str:
    """A number as it is stored, without a bracket that stands round more than a part of it."""
    text = _BEFORE_EXTENSION.sub(r" \1", " ".join(text.split()).strip())
    text = re.sub(r"\binternal\b[^:]*:", "ext.", text, flags=re.I)
    return text if text.count("(") == text.count(")") else text.replace("(", "").replace(")", "")


def pages_in(text: str) -> list[str]:
    """The web addresses in `text` as they stand there, without the marks that end a sentence."""
    found = []
    for one in PAGE.findall(text):
        while one and one[-1] in _PAGE_END and not (one[-1] == ")" and "(" in one):
            one = one[:-1]
        found.append(one)
    return found


def has_address(text: str) -> bool:
    """Whether an e-mail address or a number stands in the text."""
    return EMAIL.search(text) is not None or PHONE.search(text) is not None


def is_address_only(text: str) -> bool:
    """Whether a line is nothing but an address, perhaps with "see" in front."""
    rest = PAGE.sub(" ", text)
    return bool(PAGE.search(text)) and (
        not words(rest) or (SEE.match(rest.strip(" .:")) is not None and len(words(rest)) <= 4)
    )


def page(url: str) -> str:
    """A web address as it is stored: whole, and taken out of what a mail program wrapped round it."""
    url = url if url.lower().startswith(("http://", "https://")) else f"https://{url}"
    for _ in range(3):  # a link that was forwarded is wrapped once for each time
        inner = _unwrapped(url)
        if inner == url:
            break
        url = inner
    return url


def _unwrapped(url: str) -> str:
    if defended := _DEFENCE.match(url):
        return defended[1]
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        held = parse_qs(parts.query, max_num_fields=30)
    except ValueError:
        return url
    for wrapper, key in _WRAPPERS:
        inner = held.get(key, [""])[0]
        if wrapper.search(host) and inner.lower().startswith(("http://", "https://")):
            return inner
    return url


def mailto(url: str) -> str:
    """The e-mail address that a link leads to, empty for a link elsewhere."""
    return unquote(url[7:].partition("?")[0]).strip() if url.lower().startswith("mailto:") else ""


def gapped(text: str) -> str:
    """The text with a GAP for each address, number and page, and without the words that announce one."""
    for one in pages_in(text):
        text = text.replace(one, GAP, 1)
    text = _EXTENSION.sub(GAP, PHONE.sub(GAP, EMAIL.sub(GAP, text)))
    return _KIND_BEHIND.sub("", _ANNOUNCES.sub(" ", text))


def without_addresses(text: str) -> str:
    return gapped(text).replace(GAP, " ")


def _without_pages(text: str) -> str:
    for one in pages_in(text):
        text = text.replace(one, " ", 1)
    return text
