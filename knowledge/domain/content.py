"""What the form asks for, as far as it is filled in: cleaned, compared, merged, and made of drafts and initiatives."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from knowledge.domain.days import uk_day
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import (
    Category,
    Contact,
    Evidence,
    Initiative,
    Resource,
    Source,
    SourceKind,
    Visibility,
)
from knowledge.domain.text import clean, fold


@dataclass(frozen=True, slots=True)
class Content:
    """All that the form asks for, as far as it is filled in; texts are as typed, right or wrong, once cleaned.

    `no_child` is the confirmation that no child or family can be identified. `source` is where it was written up;
    None for what is written here for the first time.
    """

    authority: str | None = None
    title: str = ""
    summary: str = ""
    impact: str | None = None
    evidence: Evidence = Evidence.DESCRIBED
    categories: tuple[Category, ...] = ()
    themes: tuple[str, ...] = ()
    year: str | None = None
    visibility: Visibility = Visibility.NETWORK
    contacts: tuple[Contact, ...] = ()
    resources: tuple[Resource, ...] = ()
    no_child: bool = False
    source: Source | None = None

    @property
    def is_blank(self) -> bool:
        """Whether nothing was filled in yet beside the authority, which is remembered from the last time."""
        return cleaned(replace(self, authority=None)) == Content()


def cleaned(content: Content) -> Content:
    """The content with every text cleaned, empty texts as None where they may be missing, empty lines left out."""
    contacts = (_clean_contact(one) for one in content.contacts)
    resources = (Resource(clean(one.title), _line(one.url)) for one in content.resources)
    return replace(
        content,
        authority=_line(content.authority),
        title=clean(content.title),
        summary=clean(content.summary, lines=True),
        impact=clean(content.impact or "", lines=True) or None,
        themes=tuple(dict.fromkeys(filter(None, map(clean, content.themes)))),
        categories=tuple(dict.fromkeys(content.categories)),
        year=_line(content.year),
        contacts=tuple(dict.fromkeys(one for one in contacts if not is_nobody(one))),
        resources=tuple(dict.fromkeys(one for one in resources if one.title or one.url)),
        source=content.source and _clean_source(content.source),
    )


def is_named_alike(one: Content, other: Content) -> bool:
    """Whether two contents are of one authority and have one title, however that is written."""
    return one.authority == other.authority and fold(one.title) == fold(other.title) != ""


def is_nobody(contact: Contact) -> bool:
    """Whether a contact names no one: no person, role, team nor way to reach them."""
    return not contact.details


def unconfirmed(content: Content) -> Content:
    """The content without what is only confirmed in it: by contacts that it is still them, by the sender `no_child`."""
    contacts = tuple(replace(contact, confirmed=None) for contact in content.contacts)
    return replace(content, contacts=contacts, no_child=False)


def content_of(initiative: Initiative) -> Content:
    """A published initiative as the form shows it; that nobody can be identified is confirmed anew each time."""
    return Content(
        authority=initiative.authority,
        title=initiative.title,
        summary=initiative.summary,
        impact=initiative.impact,
        evidence=initiative.evidence,
        categories=initiative.categories,
        themes=initiative.themes,
        year=initiative.year,
        visibility=initiative.visibility,
        contacts=initiative.contacts,
        resources=initiative.resources,
        source=initiative.source,
    )


def content_of_draft(draft: Draft, form: Form, source: Source) -> Content:
    """What a filled-in template proposes; where a draft has nothing of its own, what stands for the whole form."""
    return cleaned(
        Content(
            authority=form.authority.name if form.authority else None,
            title=draft.title,
            summary=draft.summary,
            impact=draft.impact,
            evidence=draft.evidence,
            categories=draft.categories or form.categories,
            themes=draft.themes,
            contacts=draft.contacts or form.contacts,
            resources=draft.resources or form.resources,
            source=source,
        )
    )


def form_source(form: Form, at: datetime) -> Source:
    """The source of what comes in a filled-in template: the form itself."""
    whose = f"{form.authority.name}'s" if form.authority else "A"
    return Source(f"{whose} Sharing Practice form", None, uk_day(at), SourceKind.FORM)


def merged(first: Content, second: Content) -> Content:
    """One content of two: the first's title, both texts one after the other, every list together without repeats.

    Whoever may not see one of them may not see both.
    """
    return replace(
        first,
        authority=first.authority or second.authority,
        title=first.title or second.title,
        summary="\n\n".join(dict.fromkeys(filter(None, (first.summary, second.summary)))),
        impact="\n\n".join(dict.fromkeys(filter(None, (first.impact, second.impact)))) or None,
        evidence=max(first.evidence, second.evidence, key=list(Evidence).index),
        categories=tuple(dict.fromkeys(first.categories + second.categories)),
        themes=tuple(dict.fromkeys(first.themes + second.themes)),
        year=first.year or second.year,
        contacts=tuple(dict.fromkeys(first.contacts + second.contacts)),
        resources=tuple(dict.fromkeys(first.resources + second.resources)),
        visibility=_stricter(first.visibility, second.visibility),
        no_child=first.no_child and second.no_child,
    )


def instead_of(published: Content, typed: Content) -> Content:
    """What was typed as something new, as an edit of what is published: what it leaves empty stays as published."""
    return replace(
        published,
        title=typed.title or published.title,
        summary=typed.summary or published.summary,
        impact=typed.impact or published.impact,
        evidence=max(typed.evidence, published.evidence, key=list(Evidence).index),
        categories=typed.categories or published.categories,
        themes=typed.themes or published.themes,
        year=typed.year or published.year,
        contacts=typed.contacts or published.contacts,
        resources=tuple(dict.fromkeys(published.resources + typed.resources)),
        visibility=_stricter(typed.visibility, published.visibility),
        no_child=typed.no_child,
    )


def _stricter(one: Visibility, other: Visibility) -> Visibility:
    """The one of two that fewer may see."""
    return Visibility.AUTHORITY if Visibility.AUTHORITY in (one, other) else Visibility.NETWORK


def fingerprint(content: Content) -> str:
    """What tells one content from any other (SHA-256, 64 hexadecimal digits)."""
    return hashlib.sha256(repr(content).encode("utf-8", "backslashreplace")).hexdigest()


def _line(text: str | None) -> str | None:
    return clean(text or "") or None


def _clean_contact(contact: Contact) -> Contact:
    return replace(
        contact,
        name=_line(contact.name),
        role=_line(contact.role),
        team=_line(contact.team),
        email=_line(contact.email),
        phone=_line(contact.phone),
        url=_line(contact.url),
    )


def _clean_source(source: Source) -> Source:
    return replace(source, title=clean(source.title), url=_line(source.url), dated=_line(source.dated))
