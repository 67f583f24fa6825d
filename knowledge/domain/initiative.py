"""An initiative: one piece of anti-racist practice at one authority, whom to talk to, where it was written up."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

TITLE_LENGTH = 150
SUMMARY_LENGTH = 3000
#: What fits on a line of an answer; names, roles and titles of pages are far shorter.
LINE_LENGTH = 500


class Category(StrEnum):
    """The Sharing Practice template's own five, in its order."""

    WITHIN_ORGANISATION = "within-organisation"
    CHILDREN_AND_FAMILIES = "children-and-families"
    COMMUNITIES = "communities"
    PARTNERS = "partners"
    RESEARCH = "research"

    @property
    def label(self) -> str:
        """The template's words for it."""
        return _CATEGORY_LABELS[self]


_CATEGORY_LABELS = {
    Category.WITHIN_ORGANISATION: "Within your organisation",
    Category.CHILDREN_AND_FAMILIES: "With children and families",
    Category.COMMUNITIES: "With communities",
    Category.PARTNERS: "With partners",
    Category.RESEARCH: "Through research",
}


class Evidence(StrEnum):
    """How strong the evidence is that an initiative works, weakest first."""

    DESCRIBED = "described"
    EARLY_RESULTS = "early-results"
    EVALUATED = "evaluated"


class Visibility(StrEnum):
    """Who may see an initiative: the whole network, or members of its authority only."""

    NETWORK = "network"
    AUTHORITY = "authority"


class SourceKind(StrEnum):
    """What an initiative was read from: a public page, a filled-in Sharing Practice form, or another document."""

    PAGE = "page"
    FORM = "form"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True)
class Theme:
    """One of the themes list: `slug` identifies it, `name` is shown, `words` are ways of saying it.

    `was` are slugs and names that it had before; initiatives that still have one of those slugs mean this theme.
    """

    slug: str
    name: str
    words: tuple[str, ...] = ()
    was: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contact:
    """A person, role or team to talk to; at least one of name, role, team, email, phone, url is given.

    `confirmed` is when they last said it is still them; `public` allows e-mail and phone to be shown in a channel.
    `member` is the key of the Slack user who it is ("T1:U2"), where that is known; it is never shown.
    """

    name: str | None = None
    role: str | None = None
    team: str | None = None
    email: str | None = None
    phone: str | None = None
    url: str | None = None
    confirmed: date | None = None
    public: bool = False
    member: str | None = None

    @property
    def details(self) -> tuple[str, ...]:
        """What is given of who they are and how to reach them, in the order shown; empty where that is nobody."""
        every = (self.name, self.role, self.team, self.email, self.phone, self.url)
        return tuple(one for one in every if one)


@dataclass(frozen=True, slots=True)
class Resource:
    """A document or page that belongs to an initiative; some are only named, without an address."""

    title: str
    url: str | None = None


#: How the source of what was shared in Slack begins; it is kept as one of a form, though there is none.
SHARED_BY = "Shared by "


@dataclass(frozen=True, slots=True)
class Source:
    """Where an initiative was published and when it was read there; `dated` is the document's own date, as given."""

    title: str
    url: str | None = None
    read: date | None = None
    kind: SourceKind = SourceKind.PAGE
    dated: str | None = None

    @property
    def is_shared(self) -> bool:
        """Whether it was shared in Slack, on the day `read`."""
        return self.kind is SourceKind.FORM and self.url is None and self.title.startswith(SHARED_BY)


@dataclass(frozen=True, slots=True)
class Initiative:
    """One initiative as it is stored and shown. `authority` is a register name; `id` a stable slug.

    `own_contacts` are named for it alone; `form_contacts` stand for the whole file or form it came in.
    """

    id: str
    authority: str
    title: str
    summary: str
    categories: tuple[Category, ...]
    themes: tuple[str, ...]
    source: Source
    impact: str | None = None
    evidence: Evidence = Evidence.DESCRIBED
    year: str | None = None
    checked: date | None = None
    visibility: Visibility = Visibility.NETWORK
    own_contacts: tuple[Contact, ...] = ()
    form_contacts: tuple[Contact, ...] = ()
    resources: tuple[Resource, ...] = ()

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Who to talk to: its own contacts, else those of the file or form it came in."""
        return self.own_contacts or self.form_contacts

    @property
    def all_contacts(self) -> tuple[Contact, ...]:
        """Its own contacts and, after them, those of the file or form it came in."""
        return (*self.own_contacts, *self.form_contacts)

    def with_contacts(self, changed: Callable[[Contact], Contact]) -> Initiative:
        """The same with every contact `changed`; two that are alike then are there once."""

        def each(contacts: tuple[Contact, ...]) -> tuple[Contact, ...]:
            return tuple(dict.fromkeys(map(changed, contacts)))

        return replace(self, own_contacts=each(self.own_contacts), form_contacts=each(self.form_contacts))
