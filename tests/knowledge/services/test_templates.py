"""What a filled-in template proposes: drafts in its order, merged, left out, sent at once."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from knowledge.domain.contribution import ContributionState
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category, Contact, Evidence, Resource
from knowledge.domain.outbox import MessageKind
from knowledge.errors import NotAllowed, Overtaken, Refused
from knowledge.store.database import Database
from tests.knowledge.services.sharing import FULL, GUEST, REVIEWER, World, content
from tests.knowledge.store.library import ASHFORD

FORM = Form(
    "Ashford.docx",
    ASHFORD,
    categories=(Category.PARTNERS,),
    contacts=(Contact("Ada Example"),),
    resources=(Resource("Toolkit"),),
    drafts=(
        Draft("First", "One.", (Category.RESEARCH,), ("mentoring",), place="row 2"),
        Draft("Second", "Two.", (), evidence=Evidence.EVALUATED, contacts=(Contact(role="Lead"),), place="row 3"),
        Draft("Third", "Three.", (Category.RESEARCH,), place="row 4"),
    ),
)


@pytest.fixture
def world(database: Database) -> World:
    return World(database)


def test_a_template_becomes_a_draft_for_each_initiative_in_its_order(world: World) -> None:
    drafts = world.templates.from_form(FULL, FORM)
    assert [one.content.title for one in drafts] == ["First", "Second", "Third"]
    assert drafts[0].content.contacts == FORM.contacts
    assert drafts[1].content.contacts == (Contact(role="Lead"),)
    assert drafts[1].content.categories == (Category.PARTNERS,)
    assert [(one.place, one.file) for one in drafts] == [(f"row {n}", "Ashford.docx") for n in (2, 3, 4)]
    assert drafts[0].batch is not None
    assert world.templates.batch(FULL, drafts[0].batch) == drafts


def test_a_form_of_an_unknown_authority_is_nobodys_until_one_is_chosen(world: World) -> None:
    assert world.sent(FULL).content.authority == "Ashford"
    drafts = world.templates.from_form(FULL, replace(FORM, authority=None))
    assert {one.content.authority for one in drafts} == {None}
    with pytest.raises(Refused) as refused:
        world.share.submit_all(FULL, {one.id: replace(one.content, no_child=True) for one in drafts})
    assert {one.field for one in refused.value.problems} >= {"authority"}


def test_a_template_of_a_guest_becomes_no_draft(world: World) -> None:
    with pytest.raises(NotAllowed, match="Ask a colleague who is a full member"):
        world.templates.from_form(GUEST, FORM, key="message")


def test_the_same_file_delivered_twice_makes_its_drafts_once(world: World) -> None:
    first = world.templates.from_form(FULL, FORM, key="F1")
    assert world.templates.from_form(FULL, FORM, key="F1") == first
    assert len(world.share.drafts(FULL)) == 3


def test_neighbours_are_merged_and_others_left_out_and_the_rest_is_sent_at_once(world: World) -> None:
    first, second, third = world.templates.from_form(FULL, FORM)
    merged = world.templates.merge(FULL, first.id, second.id)
    assert merged.content.summary == "One.\n\nTwo."
    assert merged.content.evidence is Evidence.EVALUATED
    assert world.templates.merge(FULL, first.id, second.id) == merged
    world.share.discard(FULL, third.id)
    world.share.keep(FULL, first.id, replace(merged.content, no_child=True))
    (sent,) = world.share.submit_all(
        FULL, {one.id: one.content for one in world.templates.batch(FULL, first.batch or "")}
    )
    assert (sent.id, sent.state) == (first.id, ContributionState.WAITING)


def test_merging_with_what_was_put_away_meanwhile_is_not_passed_off_as_done(world: World) -> None:
    first, second, _ = world.templates.from_form(FULL, FORM)
    world.share.discard(FULL, second.id)
    with pytest.raises(Overtaken, match=r"This was put away on .* Nothing was merged\."):
        world.templates.merge(FULL, first.id, second.id)
    assert world.share.open(FULL, first.id) == first


def test_what_was_merged_once_and_put_away_anew_is_not_passed_off_as_merged_again(world: World) -> None:
    first, second, _ = world.templates.from_form(FULL, FORM)
    merged = world.templates.merge(FULL, first.id, second.id)
    again = world.share.take_up(FULL, second.id)
    world.share.keep(FULL, second.id, replace(again.content, summary="Another."))
    world.share.discard(FULL, second.id)
    with pytest.raises(Overtaken, match="Nothing was merged"):
        world.templates.merge(FULL, first.id, second.id)
    assert world.share.open(FULL, first.id) == merged


def test_who_sends_several_at_once_is_thanked_once_for_all(world: World) -> None:
    drafts = world.templates.from_form(FULL, FORM)[:2]
    full = {one.id: replace(content(), title=one.content.title) for one in drafts}
    ids = list(full)
    for key in ("k", "k", None):
        world.share.submit_all(FULL, full, key=key)
    assert world.told(MessageKind.THANKS) == [(FULL.key, " ".join(ids))]
    world.review.give_back(REVIEWER, ids[0], "Say more.")
    world.share.submit_all(FULL, {ids[0]: full[ids[0]], world.share.start(FULL).id: content()})
    thanked = Counter(world.told(MessageKind.THANKS))
    assert thanked.total() == 2, "what is new is thanked for, whatever was sent with it before"
    new = world.share.start(FULL).id
    world.share.submit_all(FULL, {ids[1]: full[ids[1]], new: content()})
    assert Counter(world.told(MessageKind.THANKS)) - thanked == Counter([(FULL.key, new)])


def test_of_several_drafts_all_are_sent_or_none(world: World) -> None:
    first, second, _ = world.templates.from_form(FULL, FORM)
    confirmed = replace(first.content, no_child=True)
    with pytest.raises(Refused) as refused:
        world.share.submit_all(FULL, {first.id: confirmed, second.id: second.content})
    assert {problem.id for problem in refused.value.problems} == {second.id}
    kept = world.share.open(FULL, first.id)
    assert (kept.state, kept.content) == (ContributionState.DRAFT, confirmed)


def test_drafts_of_two_authorities_cannot_be_made_one(world: World) -> None:
    ashford, beecham, neither = (world.share.start(FULL) for _ in range(3))
    world.share.keep(FULL, ashford.id, content())
    world.share.keep(FULL, beecham.id, content(authority="Beecham"))
    with pytest.raises(Refused, match="Ashford, the other of Beecham"):
        world.templates.merge(FULL, ashford.id, beecham.id)
    assert world.templates.merge(FULL, neither.id, beecham.id).content.authority == "Beecham"
