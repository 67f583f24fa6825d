from __future__ import annotations

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from bot.sandbox.clock import HandClock
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from tests.bot.sandbox.small_app import over_http, over_socket


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def slack(clock: HandClock) -> Iterator[StandInSlack]:
    """A stand-in with no app behind it, its clock in the test's hand."""
    with StandInSlack(clock=clock, retry_delays=(0.0, 0.0, 0.0), ack_seconds=1.0) as stand_in:
        yield stand_in


@pytest.fixture
def client(slack: StandInSlack) -> WebClient:
    """Slack's own client, speaking to the stand-in."""
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[])


@pytest.fixture(params=["http", "socket"])
def live(request: pytest.FixtureRequest) -> Iterator[StandInSlack]:
    """A stand-in with the small Bolt app behind it, over HTTP and over Socket Mode."""
    run = over_http if request.param == "http" else over_socket
    with StandInSlack(retry_delays=(0.0, 0.0, 0.0)) as stand_in, run(stand_in):
        yield stand_in


@pytest.fixture
def ann(live: StandInSlack) -> SlackPerson:
    return live.person("ann")
