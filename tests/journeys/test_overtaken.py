"""Two edits of one initiative: the second is decided on by who has seen the first, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.records import Message
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import Network
from tests.journeys.reviewing import card, gets, member, resting_card, reviewed, sends, with_rita


@pytest.fixture
def slack(slack: StandInSlack) -> StandInSlack:
    return with_rita(slack)


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with reviewed(slack, store_url) as network:
        yield network


def overtaken(network: Network) -> Message:
    """Lena's card of Ann's edit, which another edit, published since, overtook."""
    parts, ann, rita = network.bot.parts, member(network, network.ann), network.slack.person("rita")
    one = parts.review.publish(member(network, rita), sends(network, network.ann).id)
    edits = []
    for impact in ("They sing.", "They dance."):
        draft = parts.share.edit(ann, one.initiative or "")
        edits.append(parts.share.submit(ann, draft.id, replace(draft.content, impact=impact, no_child=True)))
    parts.posting.kick()
    shown = resting_card(network, network.lena, "They sing.")
    parts.review.publish(member(network, rita), edits[1].id)
    return shown


def test_a_card_that_was_overtaken_shows_both_texts_before_it_is_published(network: Network) -> None:
    old = overtaken(network)
    network.lena.clicks(old, "Publish")
    gets(network.lena, "Look at both")
    words = network.lena.wait_for(
        lambda: words if "They dance." in (words := network.lena.reads(old)) else None, what="the card with both texts"
    )
    assert "changed after this edit of it was begun" in words
    network.lena.clicks(old, "Publish")
    gets(network.lena, "Published by Lena Lewis on")
    assert "They dance." in network.slack.person("rita").reads(gets(network.slack.person("rita"), "They sing."))


def test_an_overtaken_card_is_not_rewritten_before_both_texts_were_seen(network: Network) -> None:
    old = overtaken(network)
    network.lena.clicks(old, "Publish with edits")
    gets(network.lena, "Look at both")
    assert not network.lena.has_modal()
    network.lena.wait_for(lambda: "They dance." in network.lena.reads(old) or None, what="both texts")
    network.lena.clicks(old, "Publish with edits")
    network.lena.submits(network.lena.view(), {"impact": "They sing and dance."})
    gets(network.lena, "Published by Lena Lewis on")


def test_what_was_opened_before_it_was_overtaken_shows_both_texts_and_can_then_be_published(network: Network) -> None:
    sent = sends(network, network.ann)
    parts, ann = network.bot.parts, member(network, network.ann)
    rita = member(network, network.slack.person("rita"))
    initiative = parts.review.publish(rita, sent.id).initiative or ""
    draft = parts.share.edit(ann, initiative)
    parts.share.submit(ann, draft.id, replace(draft.content, impact="They sing.", no_child=True))
    network.lena.command("/practice review")
    network.lena.clicks(network.lena.answer(), "Look")
    view = network.lena.view()
    parts.mine.archive(ann, initiative)
    network.lena.clicks(view, "Publish")
    words = network.lena.wait_for(
        lambda: words if "was archived meanwhile" in (words := network.lena.reads(network.lena.view())) else None,
        what="the window with what became of it",
    )
    assert "They sing." in words
    network.lena.clicks(network.lena.view(), "Publish")
    gets(network.ann, "is published, by Lena Lewis")


def test_what_a_reviewer_typed_stays_in_the_form_when_it_was_overtaken(network: Network) -> None:
    sent = sends(network, network.ann)
    parts, ann = network.bot.parts, member(network, network.ann)
    rita = member(network, network.slack.person("rita"))
    initiative = parts.review.publish(rita, sent.id).initiative or ""
    edits = []
    for impact in ("They sing.", "They dance."):
        draft = parts.share.edit(ann, initiative)
        edits.append(parts.share.submit(ann, draft.id, replace(draft.content, impact=impact, no_child=True)))
    parts.posting.kick()
    network.lena.clicks(card(network.lena, "They sing."), "Publish with edits")
    form = network.lena.view()
    parts.review.publish(rita, edits[1].id)
    network.lena.submits(form, {"summary": "All of it in my own words."})
    again = network.lena.view()
    assert again.state["summary"]["summary"]["value"] == "All of it in my own words."
    assert "They dance." in network.lena.reads(again)
    network.lena.submits(again)
    assert (
        "All of it in my own words." in network.lena.reads(gets(network.lena, "Published by"))
        or parts.find.open(initiative).summary == "All of it in my own words."
    )


def test_what_a_reviewer_typed_is_shown_where_somebody_else_decided(network: Network) -> None:
    sent = sends(network, network.ann)
    network.lena.clicks(card(network.lena), "Publish with edits")
    form = network.lena.view()
    network.bot.parts.review.publish(member(network, network.slack.person("rita")), sent.id)
    network.lena.submits(form, {"summary": "All of it in my own words."})
    words = network.lena.reads(network.lena.view())
    assert "Another reviewer published this" in words
    assert "All of it in my own words." in words


def test_what_a_reviewer_typed_stays_when_something_breaks(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken inside")

    sends(network, network.ann)
    network.lena.clicks(card(network.lena), "Publish with edits")
    form = network.lena.view()
    monkeypatch.setattr(type(network.bot.parts.review), "publish", broken)
    network.lena.submits(form, {"summary": "All of it in my own words."})
    assert "Sorry" in str(form.errors)
    assert form.state["summary"]["summary"]["value"] == "All of it in my own words."
    monkeypatch.undo()
    network.lena.submits(form)
    gets(network.ann, "is published, by Lena Lewis")
