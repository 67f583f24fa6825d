"""Any submission, of any length and script, is shown whole to its reviewers, within Slack's limits and inert."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.names import Action, Field
from bot.payloads.reviewed import Reviewed, edited
from bot.sandbox.blocks.surfaces import message_problems, view_bytes, view_problems, walk
from bot.sandbox.mentions import notifications_in
from bot.views.kit.blocks import CARD_TEXT, MESSAGE_BLOCKS
from bot.views.kit.lines import paragraphs
from bot.views.kit.notice import notice_modal
from bot.views.review.review import card, decided_card, look_modal, waiting_message
from bot.views.review.review_forms import edit_modal, return_modal
from knowledge.domain.content import Content, cleaned, fingerprint
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.initiative import SUMMARY_LENGTH, TITLE_LENGTH, Category, Contact, Resource
from knowledge.domain.review import Look, differences, links, marks
from knowledge.errors import Problem
from tests.factories import LISTS

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
CONTENT = Content(
    authority="Ashford",
    title="Mentors in schools",
    summary="Young people are mentored by people who share their background.",
    categories=(Category.CHILDREN_AND_FAMILIES,),
    themes=("mentoring",),
)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=SUMMARY_LENGTH)
short = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=TITLE_LENGTH)
contents = st.builds(
    lambda title, summary, impact, names, addresses: cleaned(
        replace(
            CONTENT,
            title=title,
            summary=summary,
            impact=impact,
            contacts=tuple(Contact(name, role=name) for name in names),
            resources=tuple(Resource(name, f"https://{name}.example") for name in addresses),
        )
    ),
    short,
    texts,
    st.none() | texts,
    st.lists(short, max_size=20),
    st.lists(short, max_size=50),
)


def a_look(content: Content = CONTENT, published: Content | None = None, **changes: Any) -> Look:
    whole: dict[str, Any] = {
        "id": "f" * 32,
        "by": "T1:U1",
        "state": ContributionState.WAITING,
        "content": content,
        "created_at": NOW,
        "changed_at": NOW,
        "submitted_at": NOW,
        "base": published,
        "initiative": "ashford-mentors" if published else None,
    }
    return Look(
        contribution=Contribution(**{**whole, **changes}),
        content=content,
        published=published,
        over=fingerprint(published) if published else "",
        stale=False,
        archived=False,
        differences=differences(published or Content(), content),
        marks=marks(content),
        links=links(content),
        problems=(),
    )


def shown(blocks: Any) -> str:
    """Every letter that stands in the rich text of these blocks."""
    return "".join(item["text"] for item in walk(list(blocks)) if item.get("type") == "text")


@settings(max_examples=60, deadline=None)
@given(content=contents, published=st.none() | contents)
def test_what_a_reviewer_can_publish_was_shown_whole(content: Content, published: Content | None) -> None:
    look = a_look(content, published)
    for surface in (card(look, "Ann", LISTS).blocks, look_modal(look, "Ann", LISTS)["blocks"]):
        pressable = {item.get("action_id") for item in walk(list(surface))}
        if Action.REVIEW_PUBLISH not in pressable:
            continue
        words = shown(surface)
        for text in (content.title, content.summary, content.impact or ""):
            assert text.replace("\n", "") in words.replace("\n", "")
        for contact in content.contacts:
            assert (contact.name or "") in words
        for resource in content.resources:
            assert (resource.url or "") in words


@settings(max_examples=60, deadline=None)
@given(content=contents, published=st.none() | contents)
def test_cards_and_forms_of_any_text_keep_slacks_limits_and_call_nobody(
    content: Content, published: Content | None
) -> None:
    look = a_look(content, published)
    reviewed = Reviewed(look.contribution.id, 1, look.over)
    drawn = card(look, "Ann", LISTS)
    assert message_problems(list(drawn.blocks)) == []
    assert notifications_in(drawn.text, list(drawn.blocks)) == []
    for view in (
        look_modal(look, "Ann", LISTS),
        edit_modal(content, reviewed, LISTS),
        return_modal(content.title, reviewed),
        notice_modal("Review", [], typed=content.summary or "words", ends=True),
    ):
        assert view_problems(view, "modal") == []
        assert view_bytes(view) <= 250_000
    waiting = waiting_message([(look.contribution, "Ann")] * 40)
    assert len(waiting.blocks) <= MESSAGE_BLOCKS
    assert message_problems(list(waiting.blocks)) == []


def test_a_short_submission_is_decided_on_from_its_card_and_a_long_one_is_not() -> None:
    long = replace(CONTENT, summary="word " * (CARD_TEXT // 5))
    long_as_slack_counts = replace(CONTENT, summary="😀" * (CARD_TEXT // 2))
    cards = [card(a_look(one), "Ann", LISTS) for one in (CONTENT, long, long_as_slack_counts)]
    ids = [[item.get("action_id") for item in walk(list(drawn.blocks))] for drawn in cards]
    assert [Action.REVIEW_PUBLISH in each for each in ids] == [True, False, False]
    assert [Action.REVIEW_LOOK in each for each in ids] == [False, True, True]


@pytest.mark.parametrize("summary", ["\u0634" * 50_000, "word " * 70_000])
def test_nobody_publishes_what_they_could_not_see_whole(summary: str) -> None:
    view = look_modal(a_look(replace(CONTENT, summary=summary)), "Ann", LISTS)
    assert view_problems(view, "modal") == []
    assert "This is longer than Slack can show" in str(view)
    assert [item["action_id"] for item in walk(view) if item.get("action_id")] == [Action.REVIEW_RETURN]


def test_what_is_published_with_edits_can_be_chosen_anew_field_by_field() -> None:
    whole = replace(CONTENT, contacts=(Contact("Ann Lee"),), resources=(Resource("A pack"),))
    view = edit_modal(whole, Reviewed("f" * 32, 1, ""), LISTS)
    fields = {block["block_id"]: block["optional"] for block in view["blocks"] if block["type"] == "input"}
    assert fields == {
        Field.TITLE: False,
        Field.SUMMARY: False,
        Field.IMPACT: True,
        Field.YEAR: True,
        Field.CATEGORIES: False,
        Field.THEMES: False,
        Field.EVIDENCE: False,
        Field.VISIBILITY: False,
        Field.CONTACTS: True,
        Field.RESOURCES: True,
    }
    kept = [one["text"]["text"] for block in view["blocks"][-2:] for one in block["element"]["initial_options"]]
    assert kept == ["Ann Lee", "A pack"]


def test_a_reviewer_is_shown_where_links_lead() -> None:
    linked = replace(CONTENT, resources=(Resource("A pack", "http://packs.example/a"),))
    said = card(a_look(linked), "Ann", LISTS).said
    assert "Where links lead" in said
    assert "leads to packs.example (not encrypted) - http://packs.example/a" in said
    assert "Where links lead" not in card(a_look(), "Ann", LISTS).said


@pytest.mark.parametrize(
    ("number", "said"), [(1, "1 submission waits for review"), (2, "2 submissions wait for review")]
)
def test_what_waits_is_counted_in_words(number: int, said: str) -> None:
    assert waiting_message([(a_look().contribution, "Ann")] * number).said.startswith(said)


def test_what_cannot_be_published_as_it_is_offers_no_button_for_it_and_no_path_of_a_machine() -> None:
    problem = Problem("form", "This is no web address.", field="resources.0.url")
    look = replace(a_look(file="/home/somebody/forms/ashford.docx"), problems=(problem,))
    drawn = card(look, "the terminal", LISTS)
    assert "Cannot be published as it is. Resources, no. 1: This is no web address." in drawn.said
    assert Action.REVIEW_PUBLISH not in {item.get("action_id") for item in walk(list(drawn.blocks))}
    assert "in ashford.docx." in drawn.said
    assert "/home" not in drawn.said


def test_what_is_marked_stands_out_in_the_text_itself() -> None:
    content = replace(CONTENT, summary="We met a girl called Amara and her mother.")
    bold = [
        span.text
        for line in paragraphs(content.summary, [mark for mark in marks(content) if mark.place == "summary"])
        for span in line.spans
        if span.bold
    ]
    assert bold == ["Amara"]


def test_an_edit_shows_each_changed_field_before_and_now() -> None:
    after = replace(CONTENT, title="Mentors in every school", year="2026")
    words = card(a_look(after, CONTENT), "Ann", LISTS).said
    assert "Before: Mentors in schools\nNow: Mentors in every school" in words
    assert "Before: nothing\nNow: 2026" in words


def test_a_decided_card_says_who_when_and_why_and_has_no_buttons() -> None:
    returned = a_look(state=ContributionState.RETURNED, decided_at=NOW, reviewer="T1:U2", reason="Say how often.")
    drawn = decided_card(returned.contribution, "Lena Lewis", CONTENT.title)
    assert "Returned by Lena Lewis on 23 November 2026 at 18:40." in drawn.said
    assert "Say how often." in drawn.said
    assert not [item for item in walk(list(drawn.blocks)) if item.get("type") == "button"]


@pytest.mark.parametrize("value", ["", "[]", "{}", '{"id": 1}', "null", '{"id":"a","seen":"x"}', None, 7])
def test_a_button_of_another_version_is_known_as_such(value: object) -> None:
    assert Reviewed.of(value) is None


def test_what_a_form_does_not_hold_stays_as_it_was() -> None:
    content = replace(CONTENT, contacts=(Contact("Ada"), Contact("Bo")), year="2020")
    view = {
        "state": {
            "values": {
                "title": {"title": {"type": "plain_text_input", "value": "New"}},
                "contacts": {"contacts": {"type": "multi_static_select", "selected_options": [{"value": "1"}]}},
            }
        }
    }
    assert edited(view, content) == replace(content, title="New", contacts=(Contact("Bo"),))
