"""What a reviewer must see: what changes, where links lead, and what might give a child or family away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from knowledge.domain.comparison import FieldChange, compare
from knowledge.domain.content import Content, content_of, fingerprint, unconfirmed
from knowledge.domain.contribution import Contribution
from knowledge.domain.version import Held
from knowledge.errors import Problem


class WarningKind(StrEnum):
    """By what a child or family might be known."""

    CHILD_NAME = "child-name"
    AGE = "age"
    SMALL_NUMBER = "small-number"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something in a text that a reviewer should look at: `text` stands at `start` to `end` of the field `place`."""

    kind: WarningKind
    place: str
    text: str
    start: int
    end: int

    @property
    def label(self) -> str:
        """What a reviewer is told that it may be."""
        return _LABELS[self.kind]


_LABELS = {
    WarningKind.CHILD_NAME: "may be the name of a child",
    WarningKind.AGE: "an age",
    WarningKind.SMALL_NUMBER: "a number of people below five",
}


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: `host` is the real one, in plain letters as a browser looks it up."""

    place: str
    url: str
    host: str
    secure: bool


@dataclass(frozen=True, slots=True)
class Look:
    """Everything a reviewer must see. `content` is exactly what would be published.

    `published` is what stands now, None for something new. When `stale`, it is not what the edit was made of: somebody
    else changed it meanwhile. `over` then says, to `Review.publish`, which published version the reviewer saw, or that
    it was archived or `gone`.
    """

    contribution: Contribution
    content: Content
    published: Content | None
    over: str
    stale: bool
    archived: bool
    differences: tuple[FieldChange, ...]
    marks: tuple[Mark, ...]
    links: tuple[Link, ...]
    problems: tuple[Problem, ...]

    @property
    def gone(self) -> bool:
        """Whether what this edits is no longer there at all."""
        return self.contribution.is_edit and self.published is None


def target_state(one: Contribution, held: Held | None) -> str:
    """A token of the state of what `one` edits: another whenever its text changes, it is archived or it goes.

    Empty for something new. A reviewer who saw this token has seen what publishing would replace (`Look.over`).
    """
    if held is None:
        return "gone" if one.is_edit else ""
    published = fingerprint(content_of(held.initiative))
    return f"archived:{published}" if held.archived else published


def is_current(one: Contribution, held: Held | None) -> bool:
    """Whether what `one` edits is shown as it was when the edit was begun; nothing overtakes what is new."""
    if held is None:
        return not one.is_edit
    return not held.archived and not one.is_overtaken(content_of(held.initiative))


_PERSON = (
    r"child|children|boy|girl|baby|toddler|teenager|teen|young person|young man|young woman|pupil|student|"
    r"son|daughter|brother|sister|sibling|nephew|niece|grandson|granddaughter|mentee|care leaver|"
    r"young people|family|mother|father|mum|dad|parent|carer|foster carer"
)
#: Bounded everywhere, so that no text however odd takes long to look through.
_NAME = r"(?-i:\b[^\W\d_a-z](?:[^\W\d_]{1,30}|(?=['\u2019]))(?:[-'\u2019](?!s\b)[^\W\d_]{1,30}){0,3})"
_NAMES = rf"{_NAME}(?:[ \t]{_NAME}){{0,2}}"
_AGE = r"(?:1[0-9]|2[0-5]|[0-9])"

_CHILD_NAMES = (
    re.compile(
        rf"\b(?:{_PERSON})s?,?\s+(?:who\s+(?:is|was)\s+|(?:whom?\s+)?we\s+(?:will\s+|shall\s+)?)?"
        rf"(?:called|named|known\s+as|call)\s+[\"'\u2018\u201c]?(?P<name>{_NAMES}|(?-i:[A-Z])\b)",
        re.I,
    ),
    re.compile(
        rf"(?P<name>{_NAMES})(?:,\s+(?:who\s+(?:is|was)\s+)?(?:aged?\s+)?|\s+\((?:aged?\s+)?|\s+(?:is|was|aged?)\s+)"
        rf"{_AGE}\b(?!\s*(?:%|per\b|percent|st\b|nd\b|rd\b|th\b|of\b|in\b|to\b|[-\u2013]\s?\d))"
        r"(?!\s+[a-z]{2,30}s\b(?<!\byears))",
        re.I,
    ),
    re.compile(rf"\b{_AGE}[\s-]*(?:years?[\s-]*olds?|y/?o)\s+(?P<name>{_NAMES})", re.I),
    re.compile(rf"\b(?:{_PERSON})\s+(?P<name>(?-i:[A-Z])(?:\.(?:\s?(?-i:[A-Z])\.?)*)?)(?=[\s,.;:)']|$)", re.I),
    re.compile(rf"(?P<name>{_NAME})(?:'|\N{{RIGHT SINGLE QUOTATION MARK}})s\s+"
               r"(?:mum|mother|dad|father|parents?|family|foster|carers?|school|social\s+worker|brother|sister|siblings?"
               r"|story|case|name)\b", re.I),
    re.compile(rf"\b(?:{_PERSON})\s*[,(]\s*[\"'\u2018\u201c]?(?P<name>{_NAME})[\"'\u2019\u201d]?\s*[,)]", re.I),
)  # fmt: skip
_AGES = (
    re.compile(rf"\b(?:aged?|age\s+of)\s+{_AGE}\b", re.I),
    re.compile(rf"\b{_AGE}[\s-]*(?:years?[\s-]*olds?|months?[\s-]*olds?|y/?o|yrs?[\s-]*olds?)\b", re.I),
    re.compile(rf"\b[^\W\d_]{{1,30}},\s+{_AGE}(?=\s*(?:,|\.(?!\d)|;|\)|who\b|was\b|is\b|has\b|had\b|$))", re.I),
    re.compile(rf"\b[^\W\d_a-z][^\W\d_]{{1,30}}\s+\({_AGE}\)"),
)
_COUNTED = (
    r"child(?:ren)?|boys?|girls?|babies|baby|teenagers?|young\s+(?:people|person|persons|men|women|man|woman)|pupils?|"
    r"students?|siblings?|brothers?|sisters?|families|family|parents?|mothers?|fathers?|mums?|dads?|carers?|"
    r"care\s+leavers?|learners?|people|persons?|women|men|residents?|participants?|cases|referrals|exclusions"
)
_SMALL = re.compile(
    rf"\b(?:[1-4]|one|two|three|four)(?:\s+(?:of\s+(?:the|our|these|those|\d+)|out\s+of\s+(?:the\s+)?\w+))?"
    rf"(?:\s+(?!per\b|in\b|years?\b|months?\b|weeks?\b|days?\b|hours?\b)[a-z-]+){{0,2}}?\s+(?:{_COUNTED})\b",
    re.I,
)
_URL = re.compile(r"\bhttps?://[^\s<>\"|\\]+|\bwww\.[^\s<>\"|\\]+", re.I)
_AFTER_URL = ".,;:!?)]}'\u2019\u201d"

#: Words with a capital that are no names of children though they stand where one could.
_NO_NAMES = frozenset(
    {
        "a", "african", "age", "aged", "an", "and", "april", "asian", "at", "august", "black", "british", "by",
        "caribbean", "chinese", "christian", "december", "england", "english", "february", "figure", "for", "friday",
        "from", "grade", "gypsy", "hindu", "in", "ireland", "irish", "january", "jewish", "july", "june", "key",
        "level", "london", "march", "may", "monday", "muslim", "november", "october", "of", "on", "over", "page",
        "part", "phase", "polish", "roma", "saturday", "scotland", "scottish", "section", "september", "sikh", "since",
        "somali", "stage", "step", "sunday", "table", "the", "thursday", "traveller", "tuesday", "under", "until",
        "wales", "wednesday", "welsh", "white", "with", "year", "years",
    }
)  # fmt: skip


def texts(content: Content) -> Iterator[tuple[str, str]]:
    """Each text of a content with the name of its field."""
    yield "title", content.title
    yield "summary", content.summary
    yield "impact", content.impact or ""
    for number, resource in enumerate(content.resources):
        yield f"resources.{number}.title", resource.title
    for number, contact in enumerate(content.contacts):
        yield f"contacts.{number}.role", contact.role or ""
        yield f"contacts.{number}.team", contact.team or ""


def marks(content: Content) -> tuple[Mark, ...]:
    """What might give a child or family away; it marks rather too much than too little, and a person decides."""
    found: list[Mark] = []
    for place, text in texts(content):
        found += sorted(set(_marks(place, text)), key=lambda mark: (mark.start, mark.end))
    return tuple(found)


def links(content: Content) -> tuple[Link, ...]:
    """Every address that readers could follow, with the host where it really leads."""
    found = [
        *((f"resources.{number}.url", one.url) for number, one in enumerate(content.resources)),
        *((f"contacts.{number}.url", one.url) for number, one in enumerate(content.contacts)),
        ("source.url", content.source.url if content.source else None),
        *((place, found.group().rstrip(_AFTER_URL)) for place, text in texts(content) for found in _URL.finditer(text)),
    ]
    return tuple(_link(place, url) for place, url in found if url)


def differences(before: Content, after: Content) -> tuple[FieldChange, ...]:
    """The fields of which an edit changes what is shown; when a contact last confirmed it is no part of the form."""
    changes = compare(unconfirmed(before), unconfirmed(after))
    return tuple(one for one in changes if one.before != one.after)


def _marks(place: str, text: str) -> Iterator[Mark]:
    for pattern in _CHILD_NAMES:
        for found in pattern.finditer(text):
            if any(len(word) > 1 and word.casefold() in _NO_NAMES for word in found["name"].split()):
                continue
            yield Mark(WarningKind.CHILD_NAME, place, found["name"], *found.span("name"))
    for pattern in _AGES:
        for found in pattern.finditer(text):
            yield Mark(WarningKind.AGE, place, found.group(), *found.span())
    for found in _SMALL.finditer(text):
        yield Mark(WarningKind.SMALL_NUMBER, place, found.group(), *found.span())


def _link(place: str, url: str) -> Link:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host = parts.hostname or ""
        secure = parts.scheme.lower() == "https"
    except ValueError:
        return Link(place, url, "", False)
    try:
        # Letters of other scripts that look like ours ("gоv.uk" with a Cyrillic o) show as xn--...
        host = host.encode("idna").decode()
    except UnicodeError:
        host = host.encode("ascii", "backslashreplace").decode()
    return Link(place, url, host, secure)
