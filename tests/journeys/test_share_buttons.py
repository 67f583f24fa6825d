"""The buttons within the form for sharing, which leave it open."""

from __future__ import annotations

from bot.sandbox.records import ShownView
from knowledge.domain.contribution import ContributionState
from tests.journeys.conftest import Network
from tests.journeys.test_sharing import ABOUT, REST, drafts_of, opened, second_step, state_of


def themes_in(form: ShownView) -> list[str]:
    """The themes that are chosen in the form, in that order."""
    return [held["value"] for held in state_of(form, "themes")["selected_options"]]


def test_further_themes_are_suggested_beside_those_chosen(network: Network) -> None:
    form = second_step(network.ann)
    network.ann.fills(form, {**REST, "Themes": ["youth-voice"]})
    network.ann.clicks(form, "Suggest themes from the text")
    chosen = network.ann.wait_for(
        lambda: found if "exclusions" in (found := themes_in(form)) else None, what="the themes of the text"
    )
    assert chosen[0] == "youth-voice"
    network.ann.submits(form)
    (sent,) = [one for one in drafts_of(network, network.ann) if one.state is ContributionState.WAITING]
    assert sent.content.themes == tuple(chosen)


def test_a_draft_that_is_kept_says_so_and_stays_open(network: Network) -> None:
    form = opened(network.ann)
    network.ann.fills(form, {"title": ABOUT["title"]})
    network.ann.clicks(form, "Keep as a draft")
    network.ann.wait_for(lambda: "Kept as a draft." in network.ann.reads(form), what="word that it is kept")
    assert form.state["title"]["title"]["value"] == ABOUT["title"]
    (draft,) = drafts_of(network, network.ann)
    assert draft.content.title == ABOUT["title"]
