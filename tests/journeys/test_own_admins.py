"""What admins find and open, whether the settings name them or, where these name nobody, Slack does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest
from sqlalchemy import update

from bot import asker
from bot.sandbox.finding import buttons
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import ShownView
from bot.sandbox.server import StandInSlack
from knowledge.domain.initiative import Visibility
from knowledge.store.database import Database
from knowledge.store.tables import InitiativeRow
from tests.databases import writing
from tests.journeys.conftest import Network, connected

QUESTION = "/practice in:hackney"
#: Of Hackney, whose initiatives only its own people may see here.
HIDDEN = "Anti-racism as the foundation"


@contextmanager
def asking_of(slack: StandInSlack, store_url: str, admins: str) -> Iterator[Network]:
    with closing(Database(store_url)) as database, writing(database) as session:
        hidden = update(InitiativeRow).where(InitiativeRow.authority == "Hackney")
        session.execute(hidden.values(visibility=Visibility.AUTHORITY))
    with connected(slack, store_url, PRACTICE_ADMINS=admins) as network:
        yield network


@pytest.fixture(params=["", "UADMIN"], ids=["the workspace's own", "those of the settings"])
def administered(request: pytest.FixtureRequest, slack: StandInSlack, store_url: str) -> Iterator[Network]:
    """Ade is an admin of the workspace, and of the store in either way."""
    with asking_of(slack, store_url, request.param) as network:
        yield network


@pytest.fixture
def unset(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    """Only Slack knows that Ade is an admin."""
    with asking_of(slack, store_url, "") as network:
        yield network


def opened(person: SlackPerson) -> ShownView:
    person.clicks(person.last_reply(), "Open", nth=0)
    return person.wait_for(lambda: person.workspace.views.top(person.user.id), what="the initiative")


def lookups(network: Network) -> list[str]:
    return [call.method for call in network.slack.workspace.calls if call.method.startswith("users.")]


def test_admins_find_and_open_what_only_an_authoritys_own_people_may_see(administered: Network) -> None:
    ade = administered.slack.person("ade")
    ade.command(QUESTION)
    assert HIDDEN in ade.last_reply().text
    view = opened(ade)
    assert {"Edit", "History"} <= set(buttons(view))


def test_nobody_else_finds_it(administered: Network) -> None:
    administered.ann.command(QUESTION)
    assert HIDDEN not in administered.ann.last_reply().text


def test_what_an_admin_shares_in_a_channel_is_for_everybody_there(administered: Network) -> None:
    ade = administered.slack.person("ade")
    ade.mentions_bot("in:hackney", channel="CGENERAL")
    assert HIDDEN not in ade.last_reply().text


def test_where_the_settings_name_admins_slack_is_not_asked_who_asks(slack: StandInSlack, store_url: str) -> None:
    with asking_of(slack, store_url, "ULEAD") as network:
        network.ann.command("/practice reverse mentoring")
        opened(network.ann)
        assert lookups(network) == []


def test_who_asks_is_looked_up_once_in_a_while(unset: Network) -> None:
    for _ in range(3):
        unset.ann.command("/practice reverse mentoring")
        assert unset.ann.last_reply().text
    assert lookups(unset) == ["users.info"]


@pytest.mark.parametrize("trouble", ["refuses", "breaks off", "is slow"])
def test_where_slack_does_not_say_who_asks_they_read_what_everybody_may_until_it_does(
    unset: Network, trouble: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ade, faults = unset.slack.person("ade"), unset.slack.faults
    unset.may_refuse.add("users.info")
    if trouble == "refuses":
        faults.error("users.info", "ratelimited")
    elif trouble == "breaks off":
        faults.drop("users.info")
    else:
        monkeypatch.setattr(asker, "PATIENCE", 0.1)
        faults.delay("users.info", 1.0)
    ade.command(QUESTION)
    assert HIDDEN not in ade.last_reply().text
    monkeypatch.undo()
    ade.command(QUESTION)
    assert HIDDEN in ade.last_reply().text
