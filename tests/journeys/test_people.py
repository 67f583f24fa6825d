"""Roles in Slack: seen, given and taken back by admins, in force from the next action on."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.payloads.asked import Place, Via
from bot.sandbox.finding import buttons
from bot.sandbox.person import SlackPerson
from bot.sandbox.server import StandInSlack
from knowledge.domain.member import Member, Role
from tests.journeys.conftest import Network, connected

#: Seconds by which Slack tells a name late.
LATE = 5.0


@pytest.fixture
def network(slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with connected(slack, store_url, PRACTICE_ADMINS="UADMIN", PRACTICE_LEADS="ULEAD=hackney") as network:
        yield network


@pytest.fixture
def ade(network: Network) -> SlackPerson:
    return network.slack.person("ade")


def member(network: Network, user: str) -> Member:
    place = Place(network.slack.workspace.team.id, user, "", Via.CLICK)
    return network.bot.parts.askers.member(place)


def gives(ade: SlackPerson, user: str, role: str, authority: str | None = None) -> None:
    ade.command("/practice people")
    ade.clicks(ade.answer(), "Give a role")
    ade.submits(ade.view(), {"Who": user, "Role": role, **({"For which authority": authority} if authority else {})})


def listed(ade: SlackPerson) -> str:
    ade.command("/practice people")
    return ade.answer().text


def test_an_admin_sees_who_has_which_role_and_where(ade: SlackPerson) -> None:
    said = listed(ade)
    assert "Lena Lewis: lead for Hackney (by the settings)" in said
    assert ": admin (by the settings)" in said
    assert buttons(ade.answer()) == ["Give a role"]


def test_a_role_that_is_given_holds_from_the_next_action_on_and_so_does_taking_it_back(
    network: Network, ade: SlackPerson
) -> None:
    ann = network.ann.user.id
    gives(ade, ann, "Lead", "Lewisham")
    assert ": lead for Lewisham, from their next action on" in ade.reads(ade.view())
    ade.closes(ade.view())
    assert member(network, ann).holds(Role.LEAD, "Lewisham")
    assert not member(network, ann).holds(Role.LEAD, "Hackney")
    assert "Ann Okoro: lead for Lewisham" in listed(ade)
    ade.clicks(ade.answer(), "Take back")
    ade.wait_for(lambda: "Taken back: Ann Okoro" in ade.sees()[-1].text, what="the list without her")
    assert member(network, ann).roles == {Role.READER}


def test_every_role_can_be_taken_back_however_many_there_are(network: Network, ade: SlackPerson) -> None:
    named = [one.name for one in network.bot.parts.find.lists.register][:45]
    for name in named:
        network.bot.parts.roles.give(member(network, "UADMIN"), member(network, "UANN"), Role.LEAD, name)
    assert "Roles 1 to 20 of 47." in listed(ade)
    for roles in ("21 to 40", "41 to 47"):
        ade.clicks(ade.sees()[-1], "Next page")
        ade.wait_for(lambda roles=roles: f"Roles {roles} of 47." in ade.sees()[-1].text or None, what=roles)
    assert "Next" not in buttons(ade.sees()[-1])
    ade.clicks(ade.sees()[-1], "Take back", nth=-1)
    ade.wait_for(lambda: "Roles 41 to 46 of 46." in ade.sees()[-1].text or None, what="the same page without it")
    left = {one.authority for one in network.bot.parts.roles.all(member(network, "UADMIN")) if not one.by_setting}
    assert len(left) == 44
    ade.clicks(ade.sees()[-1], "Page before")
    ade.wait_for(lambda: "Roles 21 to 40 of 46." in ade.sees()[-1].text or None, what="the page before")


def test_a_list_that_may_not_have_been_redrawn_is_shown_again(network: Network, ade: SlackPerson) -> None:
    gives(ade, network.ann.user.id, "Lead", "Lewisham")
    ade.closes(ade.view())
    ade.command("/practice people")
    shown = ade.answer()
    network.slack.faults.drop("response_url")
    ade.clicks(shown, "Take back")
    ade.wait_for(lambda: "Taken back: Ann Okoro" in ade.sees()[-1].text or None, what="the list without her")


def test_a_granted_admin_is_one_at_once_and_never_takes_the_last_admin(network: Network, ade: SlackPerson) -> None:
    network.lena.command("/practice people")
    assert "Only an admin of the whole store" in network.lena.answer().text
    gives(ade, "ULEAD", "Admin")
    network.lena.command("/practice people")
    assert "Lena Lewis: admin" in network.lena.answer().text


def test_a_role_is_given_in_time_however_slowly_slack_tells_a_name(network: Network, ade: SlackPerson) -> None:
    place = Place(network.ann.user.team_id, network.ann.user.id, "", Via.CLICK)
    assert network.bot.parts.askers.chosen(place).full
    ade.command("/practice people")
    ade.clicks(ade.answer(), "Give a role")
    network.slack.faults.delay("users.info", LATE)
    sent = ade.submits(ade.view(), {"Who": network.ann.user.id, "Role": "Lead", "For which authority": "Lewisham"})
    assert sent.seconds < LATE
    assert "lead for Lewisham, from their next action on" in ade.reads(ade.view())
    network.slack.faults.clear()


def test_a_role_that_cannot_be_is_refused_at_its_field(network: Network, ade: SlackPerson) -> None:
    gives(ade, "ULEAD", "Admin", "Hackney")
    assert "An admin is one for the whole store" in str(ade.view().errors)


def test_a_guest_is_given_no_role(network: Network, ade: SlackPerson) -> None:
    gives(ade, "UGUEST", "Lead", "Hackney")
    assert "Choose a full member of this workspace: not a guest" in ade.view().errors["member"]
    assert member(network, "UGUEST").roles == {Role.READER}


def test_leading_everywhere_by_grant_is_wider_than_a_setting_for_one_authority(
    network: Network, ade: SlackPerson
) -> None:
    gives(ade, "ULEAD", "Lead")
    assert member(network, "ULEAD").holds(Role.LEAD, "Lewisham")
    assert member(network, "ULEAD").holds(Role.LEAD, "Hackney")


def test_a_reviewer_for_one_authority_is_told_of_its_submissions_only(network: Network, ade: SlackPerson) -> None:
    gives(ade, network.ann.user.id, "Reviewer", "Hackney")
    found = member(network, network.ann.user.id)
    assert found.holds(Role.REVIEWER, "Hackney")
    assert not found.holds(Role.REVIEWER, "Lewisham")
    assert found.authorities == frozenset()
