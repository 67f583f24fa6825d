"""Who somebody is when they want to write."""

from __future__ import annotations

from http.client import IncompleteRead
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.web import SlackResponse

from bot.asker import BELIEVED, PATIENCE, Askers, membership_of
from bot.payloads.asked import Place, Via
from bot.sandbox.records import Rank, User
from bot.sandbox.server import StandInSlack
from bot.slack.refusals import NotTold
from bot.slack.workspaces import OneWorkspace, slack_client
from config.settings import SettingsError, read_settings
from knowledge.domain.member import Role
from knowledge.errors import NotAllowed, PracticeError
from tests.factories import LISTS

REGISTER = LISTS.register


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def place(user: str) -> Place:
    return Place("T0STANDIN", user, "", Via.CLICK)


def askers(slack: StandInSlack, clock: Clock | None = None, **environment: str) -> Askers:
    workspaces = OneWorkspace(slack_client(slack.bot_token, slack.api_url))
    return Askers(read_settings(environment), workspaces, register=lambda: REGISTER, clock=clock or Clock())


def lookups(slack: StandInSlack) -> int:
    return len([call for call in slack.workspace.calls if call.method == "users.info"])


@pytest.mark.parametrize(
    ("user", "full", "roles"),
    [
        ("UANN", True, {Role.READER}),
        ("UGUEST", False, {Role.READER}),
        ("UADMIN", True, {Role.READER, Role.ADMIN}),
        ("UFAR", False, {Role.READER}),
        ("UGONE", False, {Role.READER}),
    ],
)
def test_slack_says_who_belongs_and_who_administers(user: str, full: bool, roles: set[Role]) -> None:
    with StandInSlack() as slack:
        slack.workspace.add_user(User("UFAR", "far", "Far Away", "T0OTHER", Rank.ADMIN))
        slack.workspace.add_user(User("UGONE", "gone", "Gone Away", "T0STANDIN", deleted=True))
        member = askers(slack).writer(place(user))
    assert (member.full, member.roles) == (full, roles)


def test_where_admins_are_set_the_workspaces_own_are_none() -> None:
    with StandInSlack() as slack:
        assert not askers(slack, PRACTICE_ADMINS="UANN").writer(place("UADMIN")).is_admin


def test_what_slack_said_is_believed_for_some_minutes() -> None:
    clock = Clock()
    with StandInSlack() as slack:
        who = askers(slack, clock)
        for _ in range(3):
            who.writer(place("UANN"))
        assert lookups(slack) == 1
        clock.now += BELIEVED + 1
        who.writer(place("UANN"))
        assert lookups(slack) == 2


def test_a_failure_is_said_in_words_and_not_believed() -> None:
    with StandInSlack() as slack:
        who = askers(slack)
        slack.faults.error("users.info", "fatal_error")
        with pytest.raises(PracticeError, match=r"in a minute\. If it happens again, tell whoever"):
            who.writer(place("UANN"))
        assert who.writer(place("UANN")).full


@pytest.mark.parametrize("word", ["user_not_found", "user_not_visible"])
def test_whom_slack_does_not_know_in_this_workspace_is_no_member_of_it(word: str) -> None:
    with StandInSlack() as slack:
        slack.faults.error("users.info", word)
        assert not askers(slack).writer(place("UFAR")).full
        slack.faults.error("users.info", word)
        assert not askers(slack).chosen(place("UFAR")).full


@pytest.mark.parametrize("answer", [{"ok": True}, {"ok": True, "user": None}, [], IncompleteRead(b"{")])
def test_an_answer_without_anybody_makes_nobody_a_guest(answer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(client: WebClient, *, user: str) -> SlackResponse:
        if isinstance(answer, Exception):
            raise answer
        return SlackResponse(
            client=client, http_verb="GET", api_url="", req_args={}, data=answer, headers={}, status_code=200
        ).validate()

    with StandInSlack() as slack:
        who = askers(slack)
        with monkeypatch.context() as patched:
            patched.setattr(WebClient, "users_info", told)
            with pytest.raises(NotTold):
                who.writer(place("UANN"))
        assert who.writer(place("UANN")).full


def test_all_that_is_asked_for_one_form_shares_the_time_of_one_question() -> None:
    clock = Clock()
    with StandInSlack() as slack:
        who = askers(slack, clock)
        with who.promptly():
            assert who.writer(place("UANN")).full
            clock.now += PATIENCE - 0.1
            slack.faults.delay("users.info", 1.0)
            with pytest.raises(NotTold):
                who.writer(place("ULEAD"))
            clock.now += 0.1
            with pytest.raises(NotTold):
                who.writer(place("ULEAD"))
        assert who.writer(place("ULEAD")).full


def test_a_role_given_here_counts_although_slack_says_nothing() -> None:
    with StandInSlack() as slack:
        slack.faults.error("users.info", "fatal_error")
        member = askers(slack, PRACTICE_LEADS="UGUEST=ashford").writer(place("UGUEST"))
    assert (Role.LEAD in member.roles, member.full) == (True, False)
    assert member.authorities == {"Ashford"}


def test_what_was_set_and_given_to_somebody_is_known_without_asking_slack() -> None:
    with StandInSlack() as slack:
        askers(slack).member(place("UANN"))
        assert lookups(slack) == 0


@pytest.mark.parametrize(
    ("user", "full"),
    [
        ({"team_id": "T1"}, True),
        ({"team_id": "T9", "enterprise_user": {"teams": ["T1", "T9"]}}, True),
        ({"team_id": "T9"}, False),
        ({"team_id": "T1", "is_ultra_restricted": True}, False),
        ({"team_id": "T1", "is_bot": True}, False),
        ({}, False),
    ],
)
def test_members_of_an_organisations_workspace_are_told_from_strangers(user: dict[str, Any], full: bool) -> None:
    assert membership_of(user, "T1").full is full


def test_whoever_belongs_to_another_workspace_is_no_member_whatever_team_a_payload_names() -> None:
    with StandInSlack() as slack:
        slack.workspace.add_user(User("UFAR", "far", "Far Away", "T0OTHER", Rank.ADMIN))
        member = askers(slack).writer(Place("T0OTHER", "UFAR", "", Via.CLICK))
    assert (member.full, member.roles) == (False, {Role.READER})


@pytest.mark.parametrize("name", ["PRACTICE_LEADS", "PRACTICE_REVIEWERS"])
@pytest.mark.parametrize("limit", ["ashfrod", "Ashford|nowhere", "Ashford"])
def test_a_limit_never_widens_whatever_it_names(name: str, limit: str) -> None:
    role = Role.LEAD if name == "PRACTICE_LEADS" else Role.REVIEWER
    who = Askers(read_settings({name: f"UANN={limit}"}), register=lambda: REGISTER)
    member = who.member(place("UANN"))
    assert role in member.roles
    assert not member.holds(role, "Beecham")
    assert not member.holds(role, None)
    assert member.holds(role, "Ashford") is limit.startswith("Ashford")


def test_the_limit_of_one_role_is_none_of_another() -> None:
    settings = read_settings({"PRACTICE_LEADS": "UANN=Ashford", "PRACTICE_REVIEWERS": "UANN=Beecham"})
    member = Askers(settings, register=lambda: REGISTER).member(place("UANN"))
    assert [member.holds(Role.LEAD, name) for name in ("Ashford", "Beecham")] == [True, False]
    assert [member.holds(Role.REVIEWER, name) for name in ("Ashford", "Beecham")] == [False, True]


@pytest.mark.parametrize(("name", "value"), [("PRACTICE_ADMINS", "UANN=Ashford"), ("PRACTICE_LEADS", "UANN=|")])
def test_a_limit_that_limits_nothing_is_malformed(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name} is malformed"):
        read_settings({name: value})


def test_a_role_without_a_limit_holds_everywhere_whatever_else_is_set() -> None:
    settings = read_settings({"PRACTICE_LEADS": "UANN,T0STANDIN:UANN=Ashford"})
    member = Askers(settings, register=lambda: REGISTER).member(place("UANN"))
    assert member.holds(Role.LEAD, "Beecham")
    assert member.sees_all


def refused() -> None:
    raise NotAllowed("Only an admin can do this.")


def test_what_hangs_on_who_they_are_is_refused_only_once_slack_said_so() -> None:
    with StandInSlack() as slack:
        who = askers(slack)
        slack.faults.error("users.info", "fatal_error")
        with pytest.raises(NotTold):
            who.as_told("T0STANDIN:UANN", refused)
        with pytest.raises(NotAllowed):
            who.as_told("T0STANDIN:UANN", refused)


def test_who_asks_for_what_is_an_admins_is_none_only_once_slack_said_so() -> None:
    with StandInSlack() as slack:
        who = askers(slack, PRACTICE_LEADS="UADMIN")
        slack.faults.error("users.info", "fatal_error", times=2)
        with pytest.raises(NotTold):
            who.asking("T0STANDIN:UADMIN")
        assert who.asking("T0STANDIN:UADMIN").is_admin
