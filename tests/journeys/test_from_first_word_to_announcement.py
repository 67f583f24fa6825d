"""One initiative's whole way through Slack: typed into the form, returned, put right, published, announced."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.sandbox.finding import buttons
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import ShownView
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import Network, connected
from tests.journeys.reviewing import card, filled, gets
from tests.journeys.test_sharing import ABOUT, REST, second_step


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with connected(
        slack, store_url, PRACTICE_ADMINS="UADMIN", PRACTICE_REVIEWERS="ULEAD", PRACTICE_CHANNEL="CYOUTH"
    ) as network:
        yield network


def form(person: SlackPerson, title: str) -> ShownView:
    """The form on top, once it bears this title."""
    return person.wait_for(
        lambda: view if (view := person.workspace.views.top(person.user.id)) and view.title == title else None,
        what=f"the form “{title}”",
    )


def test_shared_returned_put_right_published_and_announced(network: Network) -> None:
    ann, lena = network.ann, network.lena
    ann.submits(second_step(ann), REST)
    assert ABOUT["title"] in ann.reads(gets(ann, "Thank you for sharing"))
    first = card(lena)
    for part in (ABOUT["title"], ABOUT["summary"], ABOUT["impact"], "leads to www.example.gov.uk"):
        assert part in lena.reads(first)
    lena.clicks(first, "Return")
    filled(lena, {"reason": "Please say how many take part."})
    returned = gets(ann, "was returned by Lena Lewis")
    assert "Please say how many take part." in ann.reads(returned)

    ann.clicks(returned, "Put it right")
    ann.submits(form(ann, "Share: step 1 of 2"), {"summary": f"{ABOUT['summary']} Sixty take part."})
    ann.submits(form(ann, "Share: step 2 of 2"), REST)
    second = lena.wait_for(
        lambda: next((each for each in lena.sees("im") if "Sixty take part." in lena.reads(each)), None),
        what="the second card",
    )
    lena.clicks(second, "Publish")
    gets(ann, "is published, by Lena Lewis")
    ann.wait_for(lambda: ann.sees_text("New in Practice Finder", "CYOUTH"), what="the announcement")

    gita = network.slack.person("gita")
    gita.command("/practice saturday school of heritage crafts", channel="CYOUTH")
    assert ABOUT["title"] in gita.last_reply(20).text
    lena.wait_for(lambda: not any("Publish" in buttons(each) for each in lena.sees("im")), what="cards without buttons")
    assert len([each for each in ann.sees("CYOUTH") if "New in Practice Finder" in each.text]) == 1
