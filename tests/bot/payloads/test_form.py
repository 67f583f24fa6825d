"""Whatever stands in a draft survives form -> store -> view: within Slack's limits, uninterpreted, nothing lost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.names import Field
from bot.payloads.form import (
    Choice,
    Step,
    contact_in,
    contact_key,
    field_ids,
    filled,
    read_resources,
    written_resources,
)
from bot.payloads.mine import Page
from bot.sandbox import state
from bot.sandbox.blocks.surfaces import VIEW_BYTES, view_bytes, view_problems, walk
from bot.views.content.drafts import start_modal
from bot.views.share.mine import mine_modal
from bot.views.share.proposals import proposals_form
from bot.views.share.sending import similar_form
from bot.views.share.share_form import about_form, people_form
from bot.views.upkeep.contact_form import contact_form
from knowledge.domain.content import Content, cleaned
from knowledge.domain.contribution import Contribution, ContributionState, Similar
from knowledge.domain.identity import Hasher
from knowledge.domain.initiative import Category, Contact, Evidence, Resource, Theme, Visibility
from knowledge.domain.text import units
from knowledge.store.contributions import ContributionStore
from knowledge.store.database import Database

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
THEMES = tuple(Theme(f"theme-{number}", f"Theme {number}") for number in range(25))

#: Any text at all: every script, emoji, controls, lone surrogates, markup, and lengths around what a field holds.
WORDS = st.text(max_size=60) | st.sampled_from(
    [
        "<!channel> <@U1>",
        "*bold* _it_ `code`",
        "<https://evil.example|safe>",
        "&amp;",
        "🧑🏽‍🤝‍🧑🏿" * 9,
        "\x00\ud800",
        "שלום",
        "漢字",
    ]
)
TEXT = WORDS | st.builds(lambda words, times: f"{words} "[:61] * times, WORDS, st.integers(1, 180))
LINE = st.none() | WORDS
CONTACTS = st.lists(
    st.builds(
        Contact,
        name=LINE,
        role=LINE,
        team=LINE,
        email=LINE,
        phone=LINE,
        url=LINE,
        confirmed=st.none() | st.just(date(2026, 11, 1)),
        public=st.booleans(),
        member=st.none() | st.sampled_from(["T1:U1", "T2:U2"]),
    ),
    max_size=25,
).map(tuple)
CONTENTS = st.builds(
    Content,
    authority=st.none() | WORDS,
    title=TEXT,
    summary=TEXT,
    impact=st.none() | TEXT,
    evidence=st.sampled_from(Evidence),
    categories=st.lists(st.sampled_from(Category), unique=True).map(
        lambda some: tuple(one for one in Category if one in some)
    ),
    themes=st.lists(st.sampled_from([theme.slug for theme in THEMES]), unique=True, max_size=25).map(
        lambda some: tuple(theme.slug for theme in THEMES if theme.slug in some)
    ),
    year=LINE,
    visibility=st.sampled_from(Visibility),
    contacts=CONTACTS,
    resources=st.lists(st.builds(Resource, WORDS, st.none() | st.just("https://example.org/a")), max_size=60).map(
        tuple
    ),
    no_child=st.booleans(),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ContributionStore]:
    database = Database(f"sqlite:///{tmp_path_factory.mktemp('form') / 'store.db'}")
    database.migrate()
    yield ContributionStore(database, Hasher(["a key for the tests"]))
    database.close()


def a_draft(content: Content, **changes: Any) -> Contribution:
    return replace(Contribution("d1", "T1:U1", ContributionState.DRAFT, content, NOW, NOW), **changes)


def test_contacts_of_one_name_are_told_apart_in_the_menu() -> None:
    desk = Contact(team="Duty desk")
    known = (desk, replace(desk, url="https://ashford.example/desk"), replace(desk, member="T1:U1"), Contact("Ada"))
    menu = json.dumps(people_form(a_draft(Content()), THEMES, known))
    for label in ("Duty desk", "Duty desk; https://ashford.example/desk", "Duty desk; linked to a Slack user", "Ada"):
        assert menu.count(f'"text": "{label}"') == 1


def test_contacts_that_no_word_tells_apart_are_numbered() -> None:
    desk = Contact(team="Duty desk of " + "schools " * 9)
    menu = json.dumps(people_form(a_draft(Content()), THEMES, (desk, replace(desk, public=True))))
    assert "(1)" in menu
    assert "(2)" in menu


def sent(view: Mapping[str, Any]) -> dict[str, Any]:
    """The form as Slack sends it when nobody touched it."""
    return {**view, "id": "V1", "state": {"values": state.initial(list(view["blocks"]))}}


def refused(view: dict[str, Any]) -> list[str]:
    problems = view_problems(view, "modal")
    if view_bytes(view) > VIEW_BYTES:
        problems.append("view_too_large")
    for item in walk(view):
        if item.get("type") == "mrkdwn":
            problems.append(f"interpreted: {item}")
        if units(str(item.get("initial_value") or "")) > 3000:
            problems.append("a field holds more than 3000")
    return problems


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(content=CONTENTS, known=CONTACTS)
def test_any_draft_survives_store_and_form(
    store: ContributionStore, content: Content, known: tuple[Contact, ...]
) -> None:
    content, known = cleaned(content), cleaned(Content(contacts=known)).contacts
    id = store.write(lambda tx: tx.add(replace(a_draft(content), id=f"{tx.free_id('d')}{len(tx.contributions())}"))).id
    kept = store.read(lambda tx: tx.contribution(id))
    assert kept is not None
    assert kept.content == content
    about, people = about_form(kept), people_form(kept, THEMES, known)
    for view in (
        about,
        people,
        start_modal([kept]),
        proposals_form("b1", [kept, kept], {}, {}),
        mine_modal(Page(), [kept], [], []),
        similar_form(kept, [Similar("i1", content.title, content.authority or "", 0.9)] if content.title else []),
        *(contact_form(Step(kept.id, contact_key(one), "V1"), one, team="T1") for one in content.contacts[:3]),
    ):
        assert refused(view) == []
    read = filled(sent(people), filled(sent(about), kept.content), known)
    assert cleaned(read) == expected(content)


def expected(content: Content) -> Content:
    """What stands in a form as one line a resource comes back as such a line is read."""
    return cleaned(replace(content, resources=read_resources(written_resources(content.resources))))


TITLES = st.text("abc -–", min_size=1)
ADDRESSES = st.none() | st.just("https://example.org/a")


@given(resources=st.lists(st.builds(Resource, TITLES, ADDRESSES), max_size=9))
def test_resources_are_written_as_they_are_read(resources: list[Resource]) -> None:
    tidy = [replace(one, title=" ".join(one.title.split()).strip(" -–")) for one in resources]
    tidy = [one for one in tidy if one.title]
    assert list(read_resources(written_resources(tidy))) == tidy


@pytest.mark.parametrize(
    ("row", "title", "url"),
    [
        ("Handbook - https://a.org/x", "Handbook", "https://a.org/x"),
        ("Handbook: https://a.org/x", "Handbook", "https://a.org/x"),
        ("Handbook (https://a.org/x)", "Handbook", "https://a.org/x"),
        ("https://a.org/x", "https://a.org/x", "https://a.org/x"),
        ("Only a title", "Only a title", None),
    ],
)
def test_a_resource_is_read_however_it_is_written(row: str, title: str, url: str | None) -> None:
    assert read_resources(row) == (Resource(title, url),)


@settings(deadline=None)
@given(contact=CONTACTS.filter(bool).map(lambda some: some[0]))
def test_a_contact_survives_its_form(contact: Contact) -> None:
    (kept,) = cleaned(Content(contacts=(contact,))).contacts or (Contact(name="x"),)
    view = contact_form(Step("d1", contact_key(kept)), kept, team="T1")
    assert refused(view) == []
    assert contact_in(sent(view), "T1", kept) == kept


@pytest.mark.parametrize("without", ["", "blocks"])
def test_a_contact_left_out_of_the_menu_is_left_out_of_the_draft(without: str) -> None:
    first, second = Contact(name="Ada"), Contact(name="Ben")
    view = sent(people_form(a_draft(Content(contacts=(first, second))), THEMES, ()))
    block = field_ids(view)[Field.CONTACTS]
    values = view["state"]["values"][block][Field.CONTACTS]
    values["selected_options"] = values["selected_options"][1:]
    view.pop(without, None)
    assert filled(view, Content(contacts=(first, second))).contacts == (second,)


def test_what_the_form_does_not_hold_stays_as_it_is() -> None:
    content = Content(authority="Ashford", title="Mentors", themes=("theme-1",), no_child=True)
    assert filled({"state": {"values": {}}}, content) == content


def test_the_rest_of_a_text_too_long_for_its_fields_is_kept() -> None:
    content = Content(summary="word " * 6000)
    view = about_form(a_draft(cleaned(content)))
    assert refused(view) == []
    assert cleaned(filled(sent(view), cleaned(content))) == cleaned(content)


@pytest.mark.parametrize("odd", ["", "{}", "[]", "null", '{"draft": 1, "other": 2, "contact": null}', "\x00"])
def test_what_an_older_version_wrote_is_read_tolerantly(odd: str) -> None:
    for record in (Step, Choice):
        read = record.of(odd)
        assert read is None or isinstance(read.draft, str)
