"""Two edits of one initiative: the second is decided on by who has seen the first, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from knowledge.domain.contribution import Contribution
from knowledge.domain.member import Member
from tests.journeys.conftest import Network
from tests.journeys.reviewing import card, gets, member, resting_card, reviewed, sends


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with reviewed(slack, store_url) as network:
        yield network


def edited(network: Network, *impacts: str) -> tuple[str, list[Contribution]]:
    """Ann's initiative, published by Rita, and her edits of it, one with each of these impacts, which wait."""
    parts, ann = network.bot.parts, member(network, network.ann)
    initiative = parts.review.publish(ritas(network), sends(network, network.ann).id).initiative or ""
    edits = []
    for impact in impacts:
        draft = parts.share.edit(ann, initiative)
        edits.append(parts.share.submit(ann, draft.id, replace(draft.content, impact=impact, no_child=True)))
    parts.postman.kick()
    return initiative, edits


def ritas(network: Network) -> Member:
    return member(network, network.slack.person("rita"))


def overtaken(network: Network) -> PostedMessage:
    """Lena's card of Ann's edit, which another edit, published since, overtook."""
    _, edits = edited(network, "They sing.", "They dance.")
    shown = resting_card(network, network.lena, "They sing.")
    network.bot.parts.review.publish(ritas(network), edits[1].id)
    return shown


def test_a_card_that_was_overtaken_shows_both_texts_before_it_is_published(network: Network) -> None:
    old = overtaken(network)
    network.lena.clicks(old, "Publish")
    gets(network.lena, "Look at both")
    words = network.lena.wait_for(
        lambda: words if "They dance." in (words := network.lena.reads(old)) else None, what="the card with both texts"
    )
    assert "changed after this edit of it was begun" in words
    rita = network.slack.person("rita")
    ritas_card = gets(rita, "They sing.")
    rita.wait_for(lambda: "They dance." in rita.reads(ritas_card), what="Rita's card with both texts")
    network.lena.clicks(old, "Publish")
    gets(network.lena, "Published by Lena Lewis on")
    rita.wait_for(lambda: "Published by Lena Lewis on" in rita.reads(ritas_card), what="the decision on Rita's card")


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
    initiative, _ = edited(network, "They sing.")
    network.lena.command("/practice review")
    network.lena.clicks(network.lena.answer(), "Look")
    view = network.lena.view()
    network.bot.parts.mine.archive(member(network, network.ann), initiative)
    network.lena.clicks(view, "Publish")
    words = network.lena.wait_for(
        lambda: words if "was archived meanwhile" in (words := network.lena.reads(network.lena.view())) else None,
        what="the window with what became of it",
    )
    assert "They sing." in words
    network.lena.clicks(network.lena.view(), "Publish")
    gets(network.ann, "is published, by Lena Lewis")


def test_what_a_reviewer_typed_stays_in_the_form_when_it_was_overtaken(network: Network) -> None:
    initiative, edits = edited(network, "They sing.", "They dance.")
    network.lena.clicks(card(network.lena, "They sing."), "Publish with edits")
    form = network.lena.view()
    network.bot.parts.review.publish(ritas(network), edits[1].id)
    network.lena.submits(form, {"summary": "All of it in my own words."})
    again = network.lena.view()
    assert again.state["summary"]["summary"]["value"] == "All of it in my own words."
    assert "They dance." in network.lena.reads(again)
    network.lena.submits(again)
    gets(network.lena, "Published by Lena Lewis")
    assert network.bot.parts.find.open(initiative).summary == "All of it in my own words."


def test_what_a_reviewer_typed_is_shown_where_somebody_else_decided(network: Network) -> None:
    sent = sends(network, network.ann)
    network.lena.clicks(card(network.lena), "Publish with edits")
    form = network.lena.view()
    network.bot.parts.review.publish(ritas(network), sent.id)
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
