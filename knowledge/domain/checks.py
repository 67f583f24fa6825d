"""What is wrong with a draft, field by field, each with what would be right: the same limits as for library files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.domain.addresses import EMAIL_LENGTH, URL_LENGTH, is_email_address, is_web_address, meant_by
from knowledge.domain.content import Content, is_nobody
from knowledge.domain.initiative import LINE_LENGTH, SUMMARY_LENGTH, TITLE_LENGTH, Contact, Resource
from knowledge.domain.lists import Lists
from knowledge.domain.removal import RemovedNames
from knowledge.domain.text import quoted
from knowledge.errors import Problem

#: More make an answer unreadable; nobody ever named as many. Where a library does, an edit may keep as many.
MOST_CONTACTS = 20
MOST_RESOURCES = 50

#: What a problem of a form names as its file.
FORM = "form"


def check(
    content: Content, lists: Lists, removed: RemovedNames, *, before: Content | None = None, confirm: bool = True
) -> tuple[Problem, ...]:
    """Every problem of a cleaned content, in the order of the form.

    `Problem.field` names the field: "title", or "contacts.0.email" for the e-mail of the first contact. `before` is
    what this is an edit of; `confirm` asks for the confirmation that no child or family can be identified.
    """
    before = before or Content()
    found = [
        *_authority(content, lists),
        *_choices(content, lists),
        *_texts(content),
        *_contacts(content.contacts, most=max(MOST_CONTACTS, len(before.contacts))),
        *_resources(content.resources, most=max(MOST_RESOURCES, len(before.resources))),
        *_removed(content, removed),
    ]
    if confirm and not content.no_child:
        found.append(("no_child", "Please confirm that no child or family can be identified from what you wrote."))
    return tuple(Problem(file=FORM, field=field, message=message) for field, message in found)


#: The name of a field, and what is wrong with it.
_Wrong = tuple[str, str]


def _authority(content: Content, lists: Lists) -> Iterator[_Wrong]:
    if content.authority is None:
        yield "authority", "Choose the authority that does this."
    elif lists.register.get(content.authority) is None:
        yield "authority", f"{quoted(content.authority)} is not in the register of authorities: choose one of the list."


def _choices(content: Content, lists: Lists) -> Iterator[_Wrong]:
    if not content.categories:
        yield "categories", "Choose at least one category."
    known = {theme.slug for theme in lists.themes}
    unknown = [theme for theme in content.themes if theme not in known]
    if unknown:
        yield "themes", f"There is no theme {quoted(unknown[0])}: choose from the list."
    elif not content.themes:
        yield "themes", "Choose at least one theme."


def _texts(content: Content) -> Iterator[_Wrong]:
    if not content.title:
        yield "title", f"Give it a title of up to {TITLE_LENGTH} characters."
    yield from _too_long("title", content.title, TITLE_LENGTH)
    if not content.summary:
        yield "summary", "Say what is done, in a few sentences."
    yield from _too_long("summary", content.summary, SUMMARY_LENGTH)
    yield from _too_long("impact", content.impact, SUMMARY_LENGTH)
    yield from _too_long("year", content.year, LINE_LENGTH)


def _contacts(contacts: Sequence[Contact], *, most: int) -> Iterator[_Wrong]:
    if len(contacts) > most:
        yield "contacts", f"Name up to {most} contacts: these are {len(contacts)}."
    for number, contact in enumerate(contacts):
        inside = f"contacts.{number}"
        if is_nobody(contact):
            yield inside, "Give at least a name, a role, a team, or a way to reach them."
        for field in ("name", "role", "team", "phone"):
            yield from _too_long(f"{inside}.{field}", getattr(contact, field), LINE_LENGTH)
        if contact.email and (len(contact.email) > EMAIL_LENGTH or not is_email_address(contact.email)):
            yield f"{inside}.email", f"{quoted(contact.email)} is no e-mail address, such as name@council.gov.uk is."
        yield from _address(f"{inside}.url", contact.url)


def _resources(resources: Sequence[Resource], *, most: int) -> Iterator[_Wrong]:
    if len(resources) > most:
        yield "resources", f"Name up to {most} resources: these are {len(resources)}."
    for number, resource in enumerate(resources):
        if not resource.title:
            yield f"resources.{number}.title", "Say what this is, for example its title."
        yield from _too_long(f"resources.{number}.title", resource.title, LINE_LENGTH)
        yield from _address(f"resources.{number}.url", resource.url)


def _removed(content: Content, removed: RemovedNames) -> Iterator[_Wrong]:
    for number, contact in enumerate(content.contacts):
        if not removed.allows(contact):
            yield f"contacts.{number}.name", "This person asked not to be named here: give a role or a team instead."
    for field in ("title", "summary", "impact"):
        if removed.names(getattr(content, field)):
            yield field, "This names somebody who asked not to be named here: say their role instead."


def _too_long(field: str, text: str | None, longest: int) -> Iterator[_Wrong]:
    if text and len(text) > longest:
        over = len(text) - longest
        yield field, f"This is {len(text):,} characters long, {over:,} too many: at most {longest:,} fit."


def _address(field: str, url: str | None) -> Iterator[_Wrong]:
    if not url:
        return
    if len(url) > URL_LENGTH:
        yield from _too_long(field, url, URL_LENGTH)
    elif not is_web_address(url):
        yield field, f"{quoted(url)} is no web address: it must begin with https://, such as {meant_by(url)}"
