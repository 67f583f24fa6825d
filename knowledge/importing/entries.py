"""From the YAML of one library entry, or of what stands above a file's entries, to our records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from knowledge.domain.authority import Register
from knowledge.domain.initiative import (
    LINE_LENGTH,
    SUMMARY_LENGTH,
    TITLE_LENGTH,
    Category,
    Contact,
    Evidence,
    Initiative,
    Resource,
    Source,
    SourceKind,
    Theme,
    Visibility,
)
from knowledge.domain.lists import Lists
from knowledge.domain.text import clean, fold, listed, quoted
from knowledge.importing.fields import Fields, Report
from knowledge.importing.marked import Mapped, Scalar
from knowledge.importing.nearest import by_name, nearest_authorities

ENTRY_FIELDS = (
    "id", "authority", "title", "summary", "impact", "evidence", "categories", "themes", "year", "checked",
    "visibility", "contacts", "form_contacts", "resources", "source",
)  # fmt: skip
FILE_FIELDS = ("authority", "contacts", "source", "initiatives")
CONTACT_FIELDS = ("name", "role", "team", "email", "phone", "url", "confirmed", "public", "member")
CONTACT_WAYS = CONTACT_FIELDS[:6]
RESOURCE_FIELDS = ("title", "url")
SOURCE_FIELDS = ("title", "url", "read", "kind", "dated")
#: An id stands in addresses, buttons and file names; the shipped ones have at most 60 characters.
ID_LENGTH = 150
#: No day before this one is believed to be today: a clock that lost its time would have the whole library refused.
WRITTEN = date(2026, 11, 30)
#: How far a day may lie ahead: what somebody wrote by another clock, or in another time zone, is no slip.
CLOCKS_DIFFER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class FileDefaults:
    """What a file gives to those of its entries that have none of their own.

    None is what it does not give; an empty authority or source is one that is wrong, of which the file itself tells.
    """

    authority: str | None = None
    contacts: tuple[Contact, ...] = ()
    source: Source | None = None


class EntryReader:
    """Reads entries against a register and a themes list. What is wrong goes into the `Report` given."""

    def __init__(self, register: Register, themes: Sequence[Theme], today: date) -> None:
        self._register = register
        self._latest = max(today, WRITTEN) + CLOCKS_DIFFER
        self._themes = {fold(way): theme.slug for theme in themes for way in (*theme.words, theme.name, theme.slug)}
        self._renamed = Lists(themes=tuple(themes)).renamed_themes()
        self._categories = {fold(way): str(one) for one in Category for way in (one.label, one.value)}
        self._evidence = by_name(Evidence)
        self._visibility = by_name(Visibility)
        self._source_kinds = by_name(SourceKind)
        # A large file names few authorities, and a misspelt one is compared with a thousand names.
        self._looked_up = lru_cache(maxsize=4096)(self._look_up)

    def file_defaults(self, node: Mapped, report: Report) -> FileDefaults:
        """What stands above the entries."""
        fields = Fields(node, FILE_FIELDS, report)
        if fields.lacks("initiatives"):
            fields.wrong("initiatives", "is missing: a file is a list of initiatives, or has them under 'initiatives:'")
        return FileDefaults(
            authority=None if fields.lacks("authority") else self._authority(fields) or "",
            contacts=self._contacts(fields),
            source=None if fields.lacks("source") else self._source(fields) or Source(title=""),
        )

    def initiative(self, node: Mapped, defaults: FileDefaults, report: Report) -> Initiative | None:
        """The initiative, or None when anything of it is wrong; all that is wrong is in the report."""
        report.id = _id_as_written(node)
        fields = Fields(node, ENTRY_FIELDS, report)
        own_authority = "authority" in fields or defaults.authority is None
        own_source = "source" in fields or defaults.source is None
        read = Initiative(
            id=fields.slug("id", longest=ID_LENGTH) or "",
            authority=(self._authority(fields) if own_authority else defaults.authority) or "",
            title=fields.text("title", required=True, longest=TITLE_LENGTH) or "",
            summary=fields.text("summary", required=True, longest=SUMMARY_LENGTH, lines=True) or "",
            impact=fields.text("impact", longest=SUMMARY_LENGTH, lines=True),
            evidence=Evidence(fields.choice("evidence", self._evidence) or Evidence.DESCRIBED),
            categories=tuple(Category(one) for one in fields.choices("categories", self._categories)),
            themes=fields.choices("themes", self._themes, former=self._renamed),
            year=fields.text("year", number=True),
            checked=fields.date("checked", latest=self._latest),
            visibility=Visibility(fields.choice("visibility", self._visibility) or Visibility.NETWORK),
            own_contacts=self._contacts(fields),
            # An export holds entries of many files and forms, each with what stood for the whole of it.
            form_contacts=self._contacts(fields, "form_contacts") if "form_contacts" in fields else defaults.contacts,
            resources=_resources(fields),
            source=(self._source(fields) if own_source else defaults.source) or Source(title=""),
        )
        return None if report.problems else read

    def _authority(self, fields: Fields) -> str | None:
        named = fields.text("authority", required=True)
        if named is None:
            return None
        found, problem = self._looked_up(named)
        if problem:
            fields.wrong("authority", problem)
        return found

    def _look_up(self, named: str) -> tuple[str | None, str | None]:
        """The register name, or what is wrong with the name given."""
        found = [one.name for one in self._register.called(named)]
        if len(found) == 1:
            return found[0], None
        if found:
            return None, f"{quoted(named)} is shared by {listed(found)}: name the one that is meant"
        near = nearest_authorities(named, self._register)
        other = "write a name, official name, alias or ONS code of it"
        meant = f"did you mean {listed(near, last='or')}?" if near else other
        return None, f"{quoted(named)} is not in the register of authorities: {meant}"

    def _source(self, fields: Fields) -> Source | None:
        source = fields.mapping("source", SOURCE_FIELDS, required=True)
        if source is None:
            return None
        url = source.url("url")
        kind = source.choice("kind", self._source_kinds) or (SourceKind.PAGE if url else SourceKind.DOCUMENT)
        return Source(
            title=source.text("title", required=True) or "",
            url=url,
            read=source.date("read", latest=self._latest),
            kind=SourceKind(kind),
            dated=source.text("dated", number=True),
        )

    def _contacts(self, fields: Fields, key: str = "contacts") -> tuple[Contact, ...]:
        contacts = []
        for one in fields.mappings(key, CONTACT_FIELDS):
            if not any(way in one for way in CONTACT_WAYS):
                one.wrong(None, f"names nobody: give at least one of {listed(CONTACT_WAYS, last='or')}")
            contacts.append(
                Contact(
                    name=one.text("name"),
                    role=one.text("role"),
                    team=one.text("team"),
                    email=one.email("email"),
                    phone=one.text("phone"),
                    url=one.url("url"),
                    confirmed=one.date("confirmed", latest=self._latest),
                    public=one.flag("public") or False,
                    member=one.text("member"),
                )
            )
        return tuple(dict.fromkeys(contacts))


def _resources(fields: Fields) -> tuple[Resource, ...]:
    return tuple(dict.fromkeys(_resource(one) for one in fields.mappings("resources", RESOURCE_FIELDS)))


def _resource(fields: Fields) -> Resource:
    """A resource; as in the form for sharing, an address alone is its own title."""
    url = fields.url("url")
    alone = url if url and len(url) <= LINE_LENGTH else None
    return Resource(title=fields.text("title", required=alone is None) or alone or "", url=url)


def _id_as_written(node: Mapped) -> str | None:
    """The entry's id before it is checked, so that every problem can name it."""
    for key, value in node.pairs:
        if isinstance(key, Scalar) and key.value == "id" and isinstance(value, Scalar):
            return clean(value.value)[:ID_LENGTH] or None
    return None
