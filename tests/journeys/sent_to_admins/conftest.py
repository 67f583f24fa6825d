"""Two admins, and a question that nothing answers sent to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.names import Field
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import PostedMessage, ShownView, User
from bot.sandbox.server import StandInSlack
from knowledge.domain.unanswered import Unanswered
from tests.journeys.conftest import Network, connected

NEW = "A question that nothing fully answers was sent to the admins"
ASKED = "bin collection"
SEND = "Send to the admins"


@pytest.fixture
def slack(slack: StandInSlack) -> StandInSlack:
    slack.workspace.add_user(User("UBEA", "bea", "Bea Boss", slack.workspace.team.id), "CGENERAL")
    return slack


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    """Ade and Bea are the admins."""
    with connected(slack, store_url, PRACTICE_ADMINS="UADMIN,UBEA") as network:
        yield network


@pytest.fixture
def ade(network: Network) -> SlackPerson:
    return network.slack.person("ade")


@pytest.fixture
def bea(network: Network) -> SlackPerson:
    return network.slack.person("bea")


def form(person: SlackPerson, callback: str = "unanswered_send") -> ShownView:
    return person.wait_for(lambda: top(person, callback), what=f"the form {callback}")


def top(person: SlackPerson, callback: str) -> ShownView | None:
    view = person.workspace.views.top(person.user.id)
    return view if view and view.callback_id == callback else None


def sends(person: SlackPerson, *, named: bool = False, **values: Any) -> PostedMessage:
    """This person asks in vain and sends the question to the admins; returns the answer that found nothing."""
    person.command(f"/practice {ASKED}")
    answer = person.answer()
    person.clicks(answer, SEND)
    signed = {Field.SIGNED: "With my name"} if named else {}
    person.submits(form(person), {**values, **signed})
    return answer


def kept(network: Network) -> tuple[Unanswered, ...]:
    return network.bot.knowledge.unanswered_store.waiting()
