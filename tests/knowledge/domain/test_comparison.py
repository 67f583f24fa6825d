"""What differs between two versions is told field by field, completely and in words."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

import pytest

from knowledge.domain.comparison import FieldChange, compare
from knowledge.domain.content import Content, content_of
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
from knowledge.domain.review import differences
from tests.factories import an_initiative

ADA = Contact("Ada Example", "Head of Practice", email="ada@example.org")
PAGE = Source("A page", "https://example.org/page")

#: A value before and after of each field, and how both are said.
CHANGES: list[tuple[str, Any, Any, str | None, str | None]] = [
    ("authority", "Ashford", "Beecham", "Ashford", "Beecham"),
    ("title", "Old", "New", "Old", "New"),
    ("summary", "Old.", "New.", "Old.", "New."),
    ("impact", None, "Fewer exclusions.", None, "Fewer exclusions."),
    ("evidence", Evidence.DESCRIBED, Evidence.EVALUATED, "described", "evaluated"),
    (
        "categories",
        (Category.PARTNERS,),
        (Category.PARTNERS, Category.RESEARCH),
        "With partners",
        "With partners, Through research",
    ),
    ("themes", ("mentoring", "youth-justice"), (), "mentoring, youth-justice", None),
    ("year", "2024", "2025", "2024", "2025"),
    ("checked", None, date(2026, 11, 23), None, "2026-11-23"),
    ("visibility", Visibility.NETWORK, Visibility.AUTHORITY, "network", "authority"),
    (
        "resources",
        (Resource("A guide", "https://e.org/a"),),
        (Resource("A"), Resource("B")),
        "A guide (https://e.org/a)",
        "A\nB",
    ),
]
CONTACTS = [
    ((), (ADA,), None, "Ada Example, Head of Practice, ada@example.org"),
    ((Contact("Ada"),), (Contact("Ada"), Contact(role="Lead")), "Ada", "Ada\nLead"),
    ((Contact("Ada"),), (Contact("Ada", confirmed=date(2026, 11, 23)),), "Ada", "Ada, confirmed 2026-11-23"),
    ((Contact("Ada"),), (Contact("Ada", public=True),), "Ada", "Ada, may be shown in channels"),
]
SOURCES = [
    (replace(PAGE, title="Another"), "Another (https://example.org/page), page"),
    (replace(PAGE, url=None), "A page, page"),
    (replace(PAGE, kind=SourceKind.DOCUMENT), "A page (https://example.org/page), document"),
    (replace(PAGE, dated="Spring 2024"), "A page (https://example.org/page), page, dated Spring 2024"),
    (replace(PAGE, read=date(2026, 11, 23)), "A page (https://example.org/page), page, read 2026-11-23"),
]


@pytest.mark.parametrize(
    ("field", "name", "was", "now", "before", "after"),
    [
        *((field, field, *rest) for field, *rest in CHANGES),
        *(("own_contacts", "contacts", *rest) for rest in CONTACTS),
        *(("form_contacts", "form_contacts", *rest) for rest in CONTACTS),
        *(("source", "source", PAGE, now, "A page (https://example.org/page), page", after) for now, after in SOURCES),
    ],
)
def test_a_field_that_changed_is_told_as_it_was_and_as_it_is(
    field: str, name: str, was: Any, now: Any, before: str | None, after: str | None
) -> None:
    old, new = (replace(an_initiative(), **{field: value}) for value in (was, now))
    assert compare(old, new) == (FieldChange(name, before, after),)


def test_each_field_of_an_initiative_is_among_those_compared() -> None:
    tried = {"id", "own_contacts", "form_contacts", "source", *(field for field, *_ in CHANGES)}
    assert {field.name for field in fields(Initiative)} == tried


def test_an_edit_is_compared_as_the_published_version_is() -> None:
    published = content_of(an_initiative())
    for field, was, now, before, after in CHANGES:
        if field != "checked":
            old, new = (replace(published, **{field: value}) for value in (was, now))
            assert differences(old, new) == (FieldChange(field, before, after),)


def test_what_is_only_confirmed_is_no_difference_of_an_edit() -> None:
    old = Content(contacts=(ADA,))
    assert differences(old, Content(contacts=(replace(ADA, confirmed=date(2026, 11, 23)),), no_child=True)) == ()


def test_whom_a_contact_is_linked_to_is_never_said_though_it_is_a_change_of_a_file() -> None:
    old, new = (an_initiative(own_contacts=(replace(ADA, member=key),)) for key in ("T1:U1", "T1:U2"))
    (change,) = compare(old, new)
    assert (change.field, change.before) == ("contacts", change.after)
    assert differences(content_of(old), content_of(new)) == ()
