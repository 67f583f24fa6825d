"""What was put away: kept, listed where one's own is, and taken up again."""

from __future__ import annotations

from knowledge.domain.contribution import ContributionState
from tests.journeys.conftest import Network
from tests.journeys.test_mine import mine, shows, titled
from tests.journeys.test_sharing import ABOUT, drafts_of, second_step


def test_what_was_put_away_is_listed_and_taken_up_again(network: Network) -> None:
    network.ann.closes(second_step(network.ann))
    listed = mine(network.ann)
    network.ann.clicks(listed, "Put away")
    shows(network.ann, listed, "It is put away, and listed under Put away.")
    network.ann.clicks(listed, "Put away (1)")
    shows(network.ann, listed, ABOUT["title"])
    network.ann.clicks(listed, "Take up again")
    assert titled(network.ann, "Share: step 1 of 2").state["title"]["title"]["value"] == ABOUT["title"]
    assert [one.state for one in drafts_of(network, network.ann)] == [ContributionState.DRAFT]
