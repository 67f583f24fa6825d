"""A network with reviewers, and what its people do: what journeys of review begin with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from bot.payloads.asked import Place, Via
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage, User
from bot.sandbox.server import StandInSlack
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution
from knowledge.domain.initiative import Category, Contact, Resource
from knowledge.domain.member import Member
from tests.journeys.conftest import Network, connected

CONTENT = Content(
    authority="Hackney",
    title="Stay and play for new arrivals",
    summary="A weekly group where new families meet workers who share their background.",
    impact="More families stay in touch with early help.",
    categories=(Category.CHILDREN_AND_FAMILIES,),
    themes=("early-help",),
    contacts=(Contact("Rosa Example", "Group lead", email="rosa@hackney.example"),),
    resources=(Resource("How the group runs", "https://hackney.example/group"),),
    no_child=True,
)


def with_rita(slack: StandInSlack) -> StandInSlack:
    """The workspace with a second reviewer."""
    slack.workspace.add_user(User("URITA", "rita", "Rita Reviewer", slack.workspace.team.id), "CGENERAL")
    return slack


@contextmanager
def reviewed(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    """Ade administers, Lena and Rita review, Ann shares; publications are announced in #youth-justice."""
    roles = {"PRACTICE_ADMINS": "UADMIN", "PRACTICE_REVIEWERS": "ULEAD,URITA", "PRACTICE_CHANNEL": "CYOUTH"}
    with connected(with_rita(slack), store_url, **roles) as network:
        yield network


def member(network: Network, person: SlackPerson) -> Member:
    place = Place(network.slack.workspace.team.id, person.user.id, "", Via.CLICK)
    return network.bot.parts.askers.writer(place)


def sends(network: Network, person: SlackPerson, **changes: Any) -> Contribution:
    """This person sends a complete initiative for review, and the reviewers are told."""
    parts = network.bot.parts
    content = replace(CONTENT, themes=(parts.find.lists.themes[0].slug,))
    draft = parts.share.start(member(network, person))
    sent = parts.share.submit(member(network, person), draft.id, replace(content, **changes))
    parts.postman.kick()
    return sent


def card(person: SlackPerson, words: str = "for review") -> PostedMessage:
    """The card in this person's messages with the bot, waited for."""
    return person.wait_for(
        lambda: next((each for each in person.sees("im")[::-1] if words in person.reads(each)), None),
        what=f"a message to {person.user.id} with “{words}”",
    )


def resting_card(network: Network, person: SlackPerson, words: str = "for review") -> PostedMessage:
    """The same, once who put it up is done with it: what is decided behind the bot's back then leaves it alone."""
    shown = card(person, words)
    network.bot.parts.delivery.round()
    network.bot.parts.postman.kick()  # for what this round took and could not post at once
    return shown


def filled(person: SlackPerson, values: dict[str, Any]) -> None:
    """This person fills in and sends the form that opens."""
    view = person.wait_for(
        lambda: view if (view := person.workspace.views.top(person.user.id)) and view.body.get("submit") else None,
        what="a form",
    )
    person.submits(view, values)


def cards(network: Network, words: str = "for review") -> tuple[PostedMessage, PostedMessage]:
    """Lena's card and Rita's, once both stand."""
    return card(network.lena, words), card(network.slack.person("rita"), words)


def gets(person: SlackPerson, words: str) -> PostedMessage:
    return card(person, words)
