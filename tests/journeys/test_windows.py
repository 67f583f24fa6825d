"""One draft in two windows: what is typed in either is kept, and nothing is sent or overwritten twice."""

from __future__ import annotations

import copy
import threading
from typing import Any

import pytest

from bot.sandbox.delivery import Delivery
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.member import Member
from knowledge.services.share import Share
from tests.journeys.conftest import PATIENCE, Network, acknowledged_within
from tests.journeys.test_sharing import ABOUT, REST, drafts_of, opened, second_step


def elsewhere(network: Network, sent: Delivery, **typed: str) -> dict[str, Any]:
    """What Slack is told to do with the same form, sent from another window in which this was typed."""
    payload = copy.deepcopy(sent.payload)
    view = payload["view"]
    view["id"] = view["root_view_id"] = "VELSEWHERE"
    for field, text in typed.items():
        view["state"]["values"][field][field]["value"] = text
    answer = network.slack.deliver(
        network.slack.workspace, "interactive", "view_submission", payload, network.ann.user.id
    )
    return dict(answer.json)


def test_a_draft_sent_from_one_window_is_not_sent_again_from_another(network: Network) -> None:
    sent = network.ann.submits(second_step(network.ann), REST)
    answer = elsewhere(network, sent, resources="Another handbook - https://www.example.gov.uk/another")
    assert "This was sent for review on" in str(answer)
    assert "kept as a draft of its own" in str(answer)
    states = [one.state for one in drafts_of(network, network.ann) if not one.is_empty]
    assert sorted(states) == [ContributionState.DRAFT, ContributionState.WAITING]


def test_what_waits_under_the_same_title_is_shown_before_sending(network: Network) -> None:
    network.ann.submits(second_step(network.ann), REST)
    network.ann.closes(network.ann.view())
    form = second_step(network.ann, title=ABOUT["title"].upper(), summary="Pottery for excluded boys.")
    network.ann.submits(form, REST)
    assert form.title == "Before you send"
    assert "and it waits for a reviewer: /practice mine takes it back" in network.ann.reads(form)
    network.ann.submits(form)
    assert "waits for a reviewer" in network.ann.reads(network.ann.view())
    waiting = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert len(waiting) == 2
    network.ann.closes(network.ann.view())
    other = second_step(network.ann, title="Sunday school of heritage crafts")
    network.ann.submits(other, REST)
    assert "takes it back" not in network.ann.reads(other)


def test_a_draft_put_away_elsewhere_is_not_sent_and_is_offered_instead(network: Network) -> None:
    network.ann.submits(second_step(network.ann), REST)
    network.ann.closes(network.ann.view())
    form = second_step(network.ann)
    network.ann.submits(form, REST)
    assert form.title == "Before you send"
    (draft,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.DRAFT]
    network.bot.parts.share.discard(Member(key=draft.by), draft.id)
    network.ann.submits(form)
    words = network.ann.reads(network.ann.view())
    assert "was put away on" in words
    assert "It was not sent." in words
    network.ann.clicks(network.ann.view(), "Continue with it")
    again = network.ann.wait_for(
        lambda: view if (view := network.ann.view()).title == "Share: step 1 of 2" else None, what="the form"
    )
    assert again.state["title"]["title"]["value"] == ABOUT["title"]


def test_an_older_window_does_not_overwrite_what_was_typed_since(network: Network) -> None:
    form = opened(network.ann)
    sent = network.ann.submits(form, ABOUT)
    answer = elsewhere(network, sent, summary="What stood in the older window.")
    assert "kept as a draft of its own" in str(answer)
    assert "What stood in" not in str(answer)
    kept = {one.content.summary: one.id for one in drafts_of(network, network.ann) if not one.is_empty}
    assert set(kept) == {ABOUT["summary"], "What stood in the older window."}
    network.ann.submits(form, REST)
    assert "waits for a reviewer" in network.ann.reads(network.ann.view())


def test_what_was_typed_elsewhere_is_gone_on_with_as_a_draft_of_its_own(network: Network) -> None:
    form = opened(network.ann)
    network.ann.fills(form, {"title": "Typed in this window"})
    (draft,) = drafts_of(network, network.ann)
    author = Member(key=draft.by)
    network.bot.parts.share.keep(author, draft.id, Content(title="Typed in another"), window="VELSEWHERE")
    network.ann.clicks(form, "Keep as a draft")
    apart = network.ann.wait_for(
        lambda: view if (view := network.ann.view()).title == "Kept apart" else None, what="word that it is kept apart"
    )
    network.ann.clicks(apart, "Continue with it")
    again = network.ann.wait_for(
        lambda: view if (view := network.ann.view()).title == "Share: step 1 of 2" else None, what="the form"
    )
    assert again.state["title"]["title"]["value"] == "Typed in this window"


def test_a_choice_that_arrives_after_its_form_was_left_overwrites_nothing(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = opened(network.ann)
    network.ann.fills(form, {**ABOUT, "summary": "Half a sum"})
    late = copy.deepcopy(network.ann.chooses(form, "evidence", "described").payload)
    network.ann.submits(form, ABOUT)
    assert form.title == "Share: step 2 of 2"
    keep, kept = Share.keep, threading.Event()

    def noted(share: Share, *arguments: Any, **named: Any) -> Contribution:
        try:
            return keep(share, *arguments, **named)
        finally:
            kept.set()

    monkeypatch.setattr(Share, "keep", noted)
    network.slack.deliver(network.slack.workspace, "interactive", "block_actions", late, network.ann.user.id)
    assert kept.wait(PATIENCE)
    (draft,) = drafts_of(network, network.ann)
    assert draft.content.summary == ABOUT["summary"]


def test_a_form_that_is_not_acknowledged_in_time_stays_open_and_can_be_sent_again(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = second_step(network.ann)
    submit, go_on = Share.submit, threading.Event()

    def slow(share: Share, *arguments: Any, **named: Any) -> Contribution:
        assert go_on.wait(PATIENCE)
        return submit(share, *arguments, **named)

    monkeypatch.setattr(Share, "submit", slow)
    acknowledged_within(0.1, network.bot)
    assert not network.ann.submits(form, REST).acked
    assert not form.closed, "that it was sent is not known yet"
    go_on.set()
    acknowledged_within(PATIENCE, network.bot)
    network.ann.submits(form)
    assert "waits for a reviewer" in network.ann.reads(network.ann.view())
    (sent,) = [one for one in drafts_of(network, network.ann) if not one.is_empty]
    assert sent.state is ContributionState.WAITING
