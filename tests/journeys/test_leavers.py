"""Who left, and still stands in the settings: what would go to them goes to somebody who reads it."""

from __future__ import annotations

from bot.payloads.asked import Place, Via
from bot.sandbox.records import User
from bot.sandbox.server import StandInSlack
from knowledge.domain.outbox import LEADS_OF, LEFT, REVIEWERS, Message, MessageKind
from tests.journeys.conftest import connected
from tests.journeys.reviewing import gets, sends


def with_gina(slack: StandInSlack) -> str:
    """The id of somebody whose account was switched off."""
    return slack.workspace.add_user(User("UGONE", "gone", "Gina Gone", slack.workspace.team.id, deleted=True)).id


def test_where_all_reviewers_left_the_admins_get_what_waits(slack: StandInSlack, store_url: str) -> None:
    gone = with_gina(slack)
    with connected(slack, store_url, PRACTICE_REVIEWERS=gone, PRACTICE_ADMINS="UADMIN") as network:
        sends(network, network.ann)
        gets(slack.person("ade"), "for review")


def test_of_several_only_those_who_are_there_are_told(slack: StandInSlack, store_url: str) -> None:
    gone, team = with_gina(slack), slack.workspace.team.id
    roles = {
        "PRACTICE_REVIEWERS": f"{gone},ULEAD",
        "PRACTICE_ADMINS": f"{gone},UADMIN",
        "PRACTICE_LEADS": f"{gone}=hackney",
    }
    with connected(slack, store_url, **roles) as network:
        recipients = network.bot.parts.recipients
        sent = sends(network, network.ann)
        to_review = Message("review", MessageKind.TO_REVIEW, REVIEWERS, sent.id)
        assert recipients.of(to_review) == (f"{team}:ULEAD",)
        assert recipients.admins() == (f"{team}:UADMIN",)
        due = Message("due", MessageKind.DUE, f"{LEADS_OF}Hackney", "Hackney", {"authority": "Hackney", LEFT: "yes"})
        assert recipients.of(due) == (f"{team}:UADMIN",)
        assert network.bot.parts.askers.member(Place(team, gone, "", Via.CLICK)).is_admin


def test_where_nobody_else_is_an_admin_those_who_left_stay_the_ones_to_tell(
    slack: StandInSlack, store_url: str
) -> None:
    gone = with_gina(slack)
    with connected(slack, store_url, PRACTICE_ADMINS=gone) as network:
        assert network.bot.parts.recipients.admins() == (f"{slack.workspace.team.id}:{gone}",)
