"""Who somebody is in Slack: looked up when needed, believed for minutes, and unknown rather than an error."""

from __future__ import annotations

from http.client import IncompleteRead
from types import SimpleNamespace
from typing import Any, cast

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.web import SlackResponse

from bot.slack.directory import KEPT, SOMEBODY, Directory, Profile
from bot.slack.refusals import NotTold
from bot.slack.workspaces import Workspaces
from knowledge.domain.privacy import ERASED

LENA = {"id": "U1", "real_name": "Lena Lewis", "is_admin": True}


def refusal(word: str) -> SlackApiError:
    """What the SDK raises where Slack says no with this word."""
    answer = SlackResponse(
        client=None,
        http_verb="GET",
        api_url="",
        req_args={},
        data={"ok": False, "error": word},
        headers={},
        status_code=200,
    )
    return SlackApiError("no", answer)  # type: ignore[no-untyped-call]


class FakeWorkspaces:
    """A Slack with some users, on pages of two."""

    def __init__(self, *users: dict[str, Any]) -> None:
        self.users = {user["id"]: user for user in users}
        self.calls = 0
        self.pages = 0
        self.trouble: Exception | None = None
        #: after how many pages it refuses a further one, and how
        self.refuses: list[tuple[int, Exception]] = []

    def client(self, team_id: str) -> WebClient:
        return cast(WebClient, SimpleNamespace(users_info=self.users_info, users_list=self.users_list))

    def users_info(self, user: str) -> dict[str, Any]:
        self.calls += 1
        if self.trouble is not None:
            raise self.trouble
        if user not in self.users:
            raise refusal("user_not_found")
        return {"user": self.users[user]}

    def users_list(self, limit: int, cursor: str) -> dict[str, Any]:
        assert limit == 1000
        if self.refuses and self.pages == self.refuses[0][0]:
            raise self.refuses.pop(0)[1]
        self.pages += 1
        start = int(cursor or 0)
        page = list(self.users.values())[start : start + 2]
        following = str(start + 2) if start + 2 < len(self.users) else ""
        return {"members": page, "response_metadata": {"next_cursor": following}}


def a_directory(slack: FakeWorkspaces, at: list[float]) -> Directory:
    return Directory(cast(Workspaces, slack), clock=lambda: at[0])


def test_a_person_is_looked_up_once_in_a_while() -> None:
    slack, at = FakeWorkspaces(LENA), [0.0]
    known = a_directory(slack, at)
    assert [known.name("T1:U1"), known.name("T1:U1")] == ["Lena Lewis"] * 2
    assert slack.calls == 1
    slack.users["U1"] = {**LENA, "deleted": True}
    at[0] = KEPT
    assert known.profile("T1:U1") == Profile("Lena Lewis", deleted=True)


@pytest.mark.parametrize("trouble", [refusal("ratelimited"), refusal("invalid_auth"), OSError(), IncompleteRead(b"")])
def test_a_look_up_that_failed_is_made_again_the_next_time(trouble: Exception) -> None:
    slack = FakeWorkspaces(LENA)
    known = a_directory(slack, [0.0])
    slack.trouble = trouble
    assert known.profile("T1:U1") is None
    slack.trouble = None
    assert known.name("T1:U1") == "Lena Lewis"


def test_an_answer_about_nobody_is_asked_for_again_the_next_time() -> None:
    slack = FakeWorkspaces()
    slack.users["U1"] = {}
    known = a_directory(slack, [0.0])
    assert known.name("T1:U1") == SOMEBODY
    slack.users["U1"] = LENA
    assert known.name("T1:U1") == "Lena Lewis"


def test_that_slack_knows_no_such_person_is_believed_for_a_while() -> None:
    slack = FakeWorkspaces()
    known = a_directory(slack, [0.0])
    assert [known.profile("T1:U9"), known.profile("T1:U9")] == [None, None]
    assert slack.calls == 1


@pytest.mark.parametrize("key", ["T1:U9", "", "nobody"])
def test_whom_slack_does_not_know_is_somebody(key: str) -> None:
    assert a_directory(FakeWorkspaces(), [0.0]).name(key) == SOMEBODY


def test_who_erased_their_name_is_said_to_have() -> None:
    assert a_directory(FakeWorkspaces(LENA), [0.0]).name(ERASED) == "somebody who erased their name"


def test_what_comes_from_the_terminal_says_so() -> None:
    assert a_directory(FakeWorkspaces(), [0.0]).name("terminal") == "the terminal"


def test_admins_are_found_on_every_page_and_neither_bots_nor_those_who_left_are() -> None:
    others = [
        {"id": "U2", "is_admin": False},
        {"id": "U3", "is_admin": True, "deleted": True},
        {"id": "U4", "is_admin": True, "is_bot": True},
        {"id": "U5", "is_admin": True},
    ]
    assert a_directory(FakeWorkspaces(LENA, *others), [0.0]).admins("T1") == ("T1:U1", "T1:U5")


def test_the_workspace_is_looked_through_for_its_admins_once_in_a_while() -> None:
    slack, at = FakeWorkspaces(LENA, {"id": "U2"}, {"id": "U3", "is_admin": True}), [0.0]
    known = a_directory(slack, at)
    assert [known.admins("T1"), known.admins("T1")] == [("T1:U1", "T1:U3")] * 2
    assert slack.pages == 2
    assert known.admins("T2") == ("T2:U1", "T2:U3")
    slack.users["U3"] = {"id": "U3"}
    at[0] = KEPT
    assert known.admins("T1") == ("T1:U1",)


def a_large_workspace(*refuses: tuple[int, Exception]) -> FakeWorkspaces:
    """Seven people on four pages, of whom those with odd numbers are admins."""
    slack = FakeWorkspaces(*({"id": f"U{number}", "is_admin": number % 2 == 1} for number in range(1, 8)))
    slack.refuses = list(refuses)
    return slack


def is_not_told(known: Directory, team: str = "T1") -> None:
    with pytest.raises(NotTold):
        known.admins(team)


EVERY_ADMIN = ("T1:U1", "T1:U3", "T1:U5", "T1:U7")


def test_a_workspace_too_large_to_be_looked_through_at_once_is_gone_on_with() -> None:
    slack = a_large_workspace((1, refusal("ratelimited")), (3, refusal("ratelimited")))
    known = a_directory(slack, [2 * KEPT])
    is_not_told(known)
    is_not_told(known)
    assert known.admins("T1") == EVERY_ADMIN
    assert slack.pages == 4


def test_of_a_workspace_that_was_not_gone_on_with_for_long_every_page_is_asked_for_anew() -> None:
    slack, at = a_large_workspace((2, refusal("ratelimited"))), [0.0]
    known = a_directory(slack, at)
    is_not_told(known)
    slack.users["U1"]["is_admin"] = False
    at[0] = KEPT
    assert known.admins("T1") == EVERY_ADMIN[1:]


@pytest.mark.parametrize("trouble", [refusal("invalid_cursor"), OSError()])
def test_where_slack_does_not_say_to_come_back_the_next_look_begins_anew(trouble: Exception) -> None:
    slack = a_large_workspace((1, refusal("ratelimited")), (1, trouble))
    known = a_directory(slack, [0.0])
    is_not_told(known)
    is_not_told(known)
    assert known.admins("T1") == EVERY_ADMIN
    assert slack.pages == 5


def test_what_was_begun_in_one_workspace_is_not_gone_on_with_in_another() -> None:
    known = a_directory(a_large_workspace((1, refusal("ratelimited"))), [0.0])
    is_not_told(known, "T2")
    assert known.admins("T1") == EVERY_ADMIN


def test_an_answer_of_slacks_that_is_none_is_unknown_and_no_error() -> None:
    class Broken(FakeWorkspaces):
        def users_info(self, user: str) -> dict[str, Any]:
            raise IncompleteRead(b"")

    assert a_directory(Broken(), [0.0]).profile("T1:U1") is None


def test_a_workspace_whose_admins_slack_does_not_tell_is_not_taken_for_one_without(
    caplog: pytest.LogCaptureFixture,
) -> None:
    class Closed(FakeWorkspaces):
        def users_list(self, limit: int, cursor: str) -> dict[str, Any]:
            raise refusal("missing_scope")

    with pytest.raises(NotTold):
        a_directory(Closed(LENA), [0.0]).admins("T1")
    assert "could not be looked up: missing_scope" in caplog.text


def test_a_name_at_hand_is_one_looked_up_before_and_slack_is_not_asked() -> None:
    slack, at = FakeWorkspaces(LENA), [0.0]
    known = a_directory(slack, at)
    assert known.name_at_hand("T1:U1") is None
    known.name("T1:U1")
    assert known.name_at_hand("T1:U1") == "Lena Lewis"
    at[0] = KEPT
    assert known.name_at_hand("T1:U1") is None
    assert slack.calls == 1
