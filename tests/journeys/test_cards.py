"""Cards in Slack that are to say something else by now, on days on which Slack takes only some of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.sandbox.faults import Faults
from bot.sandbox.finding import buttons
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage, User
from bot.sandbox.server import StandInSlack
from knowledge.domain.initiative import Contact
from knowledge.domain.outbox import MessageKind
from knowledge.domain.reloading import TERMINAL
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import CONTENT, member, resting_card, reviewed, sends

REVIEWERS = [f"UR{number}" for number in range(8)]


def with_reviewers(slack: StandInSlack) -> StandInSlack:
    for id in REVIEWERS:
        slack.workspace.add_user(User(id, id.lower(), f"Reviewer {id}", slack.workspace.team.id), "CGENERAL")
    return slack


def all_cards(network: Network) -> list[tuple[SlackPerson, PostedMessage]]:
    people = [network.slack.person(id.lower()) for id in REVIEWERS]
    return [(person, resting_card(network, person)) for person in people]


def shown(cards: list[tuple[SlackPerson, PostedMessage]]) -> list[str]:
    return [person.reads(card) for person, card in cards]


@pytest.mark.parametrize(
    "trouble",
    [
        lambda faults: faults.status("chat.update", 429, retry_after=1),
        lambda faults: faults.status("chat.update", 429, times=3, retry_after=1),
    ],
    ids=["once", "again and again"],
)
def test_every_card_is_emptied_also_where_slack_asks_to_wait_part_of_the_way(
    slack: StandInSlack, store_url: str, trouble: Callable[[Faults], None]
) -> None:
    with connected(with_reviewers(slack), store_url, PRACTICE_REVIEWERS=",".join(REVIEWERS)) as network:
        network.may_refuse = {"chat.update"}
        sends(network, network.ann)
        cards = all_cards(network)
        assert all(CONTENT.title in words for words in shown(cards))
        network.ann.command("/practice privacy")
        trouble(slack.faults)
        network.ann.clicks(network.ann.answer(), "Erase what is kept about me")
        network.ann.wait_for(lambda: "are being emptied" in network.ann.sees()[-1].text, what="word of it")
        network.ann.wait_for(
            lambda: not any(CONTENT.title in words for words in shown(cards)), what="every card without it"
        )
        assert all(buttons(card) == [] for _, card in cards)
        network.ann.wait_for(
            lambda: network.bot.knowledge.outbox.about(MessageKind.ERASED, "") == (), what="nothing left of them"
        )


def test_what_a_killed_process_did_not_empty_the_next_one_does(slack: StandInSlack, store_url: str) -> None:
    with connected(slack, store_url, PRACTICE_REVIEWERS="ULEAD") as network:
        sends(network, network.ann)
        card = resting_card(network, network.lena)
        network.bot.parts.postman.stop(grace=5)
        network.bot.parts.privacy.erase(member(network, network.ann))
        assert CONTENT.title in network.lena.reads(card)
    with connected(slack, store_url, PRACTICE_REVIEWERS="ULEAD") as network:
        network.bot.parts.postman.start()
        network.lena.wait_for(lambda: CONTENT.title not in network.lena.reads(card), what="the card without it")


def test_a_reviewer_who_erased_what_was_kept_about_them_keeps_no_card_of_what_others_erase(
    slack: StandInSlack, store_url: str
) -> None:
    with connected(slack, store_url, PRACTICE_REVIEWERS="ULEAD") as network:
        sends(network, network.ann)
        card = resting_card(network, network.lena)
        lena = member(network, network.lena)
        network.bot.parts.share.keep(lena, network.bot.parts.share.start(lena).id, CONTENT)
        for person in (network.lena, network.ann):
            network.bot.parts.privacy.erase(member(network, person))
        network.bot.parts.postman.kick()
        network.lena.wait_for(lambda: CONTENT.title not in network.lena.reads(card), what="the card without it")


def test_a_name_that_comes_off_leaves_also_the_cards_of_who_reviews_no_longer(
    slack: StandInSlack, store_url: str
) -> None:
    name = "Rosa Example"
    with connected(slack, store_url, PRACTICE_REVIEWERS="ULEAD") as network:
        sends(network, network.ann)
        card = resting_card(network, network.lena)
        assert name in network.lena.reads(card)
    with connected(slack, store_url, PRACTICE_REVIEWERS="URITA", PRACTICE_ADMINS="UADMIN") as network:
        network.bot.parts.removal.take_off(member(network, network.slack.person("ade")), name=name)
        network.bot.parts.postman.kick()
        network.lena.wait_for(lambda: name not in network.lena.reads(card), what="the card without the name")


def test_a_decision_reaches_every_card_also_where_slack_breaks_off(slack: StandInSlack, store_url: str) -> None:
    with reviewed(slack, store_url) as network:
        network.may_refuse = {"chat.update"}
        sends(network, network.ann, contacts=(replace(CONTENT.contacts[0], name="Rosa Example"), Contact("Noor Two")))
        lenas, ritas = resting_card(network, network.lena), resting_card(network, network.slack.person("rita"))
        slack.faults.status("chat.update", 429, times=2, retry_after=1)
        network.lena.clicks(lenas, "Publish")
        for person, card in ((network.lena, lenas), (network.slack.person("rita"), ritas)):
            person.wait_for(
                lambda person=person, card=card: "Published by Lena Lewis" in person.reads(card), what="the decision"
            )
            assert buttons(card) == []


def test_what_is_dealt_with_on_the_terminal_shows_it_in_slack(slack: StandInSlack, store_url: str) -> None:
    with connected(slack, store_url, PRACTICE_ADMINS="UADMIN") as network:
        ade, questions = network.slack.person("ade"), network.bot.parts.unanswered
        questions.send(member(network, network.ann), id="q1", text="Who helps Roma families?")
        network.bot.parts.postman.kick()
        card = resting_card(network, ade, "was sent to the admins")
        questions.settle_here("q1", by=TERMINAL.key)
        ade.wait_for(lambda: "Dealt with by" in ade.reads(card), what="that it is dealt with")
        assert buttons(card) == []
