"""What is kept about somebody, seen and erased by themselves in Slack."""

from __future__ import annotations

import pytest

from bot.payloads.asked import Place, Via
from bot.sandbox.finding import buttons
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from knowledge.domain.member import Member
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import CONTENT, card, resting_card, sends


def member(network: Network, person: SlackPerson) -> Member:
    place = Place(network.slack.workspace.team.id, person.user.id, "", Via.CLICK)
    return network.bot.parts.askers.writer(place)


def test_who_only_asked_is_told_that_nothing_is_kept_and_for_how_long_the_rest_is(network: Network) -> None:
    network.ann.command("/practice youth justice")
    assert "youth justice" in network.ann.answer().text
    network.ann.command("/practice privacy")
    page = network.ann.answer()
    assert "What is kept about you\n- Nothing." in page.text
    assert "Never kept: what you ask" in page.text
    assert "a draft, also one that was returned or put away" in page.text
    assert buttons(page) == []
    assert len(page.text) < 4000


def test_a_form_that_was_opened_and_lost_with_a_reload_is_nothing_of_theirs(network: Network) -> None:
    for _ in range(3):
        network.ann.command("/practice share")
        assert "Share: step 1 of 2" in network.ann.reads(network.ann.view())
        network.ann.reloads()
    network.ann.command("/practice privacy")
    page = network.ann.answer()
    assert "What is kept about you\n- Nothing." in page.text
    assert buttons(page) == []


def test_one_press_erases_drafts_for_good(network: Network) -> None:
    ann, share = member(network, network.ann), network.bot.parts.share
    share.keep(ann, share.start(ann).id, CONTENT)
    network.ann.command("/practice privacy")
    page = network.ann.answer()
    assert "1 draft begun, returned or put away" in page.text
    network.ann.clicks(page, "Erase what is kept about me")
    network.ann.wait_for(lambda: "Erased." in network.ann.sees()[-1].text, what="word of it")
    assert not network.bot.parts.share.drafts(member(network, network.ann))
    network.ann.command("/practice privacy")
    assert "- Nothing." in network.ann.answer().text


def test_what_is_erased_is_no_longer_on_the_cards_of_its_reviewers(slack: StandInSlack, store_url: str) -> None:
    with connected(slack, store_url, PRACTICE_REVIEWERS="ULEAD") as network:
        sends(network, network.ann)
        shown = card(network.lena)
        network.ann.command("/practice privacy")
        network.ann.clicks(network.ann.answer(), "Erase what is kept about me")
        network.lena.wait_for(lambda: "took it back" in network.lena.reads(shown) or None, what="the card without it")
        assert buttons(shown) == []
        assert CONTENT.title not in network.lena.reads(shown)


def test_what_is_erased_leaves_the_cards_also_where_word_of_it_breaks_off(
    slack: StandInSlack, store_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_off(*_: object) -> None:
        raise TimeoutError

    with connected(slack, store_url, PRACTICE_REVIEWERS="ULEAD") as network:
        sends(network, network.ann)
        shown = resting_card(network, network.lena)
        network.ann.messages_bot("privacy")
        monkeypatch.setattr(network.bot.parts.replies, "in_place", breaks_off)
        network.ann.clicks(network.ann.last_reply(), "Erase what is kept about me")
        network.lena.wait_for(lambda: "took it back" in network.lena.reads(shown) or None, what="the card without it")
        assert CONTENT.title not in network.lena.reads(shown)


def test_it_is_for_ones_own_eyes_only(network: Network) -> None:
    network.ann.mentions_bot("privacy")
    assert "for your eyes only" in network.ann.last_reply().text
