"""A message is said once, by the first way that Slack takes; what may have arrived is not said again elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
import yaml

from bot.payloads.asked import Place, Via
from bot.sandbox.faults import RESPONSE_URL
from bot.sandbox.records import PostedMessage
from bot.sandbox.server import StandInSlack
from bot.slack.refusals import BROKEN, Refusal
from bot.slack.replies import Replies
from bot.slack.workspaces import OneWorkspace, slack_client
from bot.views.kit.blocks import SlackMessage, rich_text
from bot.views.kit.lines import line
from config.settings import CONFIG_FOLDER

POST, FOR_ONE = "chat.postMessage", "chat.postEphemeral"
SAID = SlackMessage("Here it is.", tuple(rich_text([line("Here it is.")])))


@pytest.fixture
def slack() -> Iterator[StandInSlack]:
    with StandInSlack(manifest=yaml.safe_load((CONFIG_FOLDER / "manifest.yaml").read_text())) as running:
        yield running


@pytest.fixture
def replies(slack: StandInSlack) -> Replies:
    return Replies(OneWorkspace(slack_client(slack.bot_token, slack.api_url)))


def place(slack: StandInSlack, via: Via, *, address: bool = True, thread: str | None = None) -> Place:
    """Where Ann asked in the channel for all, with Slack's reply address or without."""
    url = slack.workspace.tickets.response_url("UANN", "CGENERAL") if address else None
    return Place(slack.workspace.team.id, "UANN", "CGENERAL", via, thread=thread, response_url=url)


def ways(slack: StandInSlack) -> list[str]:
    """The ways that were tried, in their order; a reply address that fails belongs to no workspace."""
    calls = sorted([*slack.workspace.calls, *slack.api.unknown], key=lambda call: call.at)
    return [call.method for call in calls if call.method in (POST, FOR_ONE, RESPONSE_URL)]


def said(slack: StandInSlack) -> list[PostedMessage]:
    return [each for each in slack.workspace.messages if each.user == slack.workspace.bot.id]


def root(slack: StandInSlack) -> str:
    return slack.workspace.post(slack.workspace.channel("CGENERAL"), slack.workspace.user("ann"), "Hello").ts


def test_a_mention_is_answered_for_all_in_its_thread(slack: StandInSlack, replies: Replies) -> None:
    thread = root(slack)
    replies.answer(place(slack, Via.MENTION, address=False, thread=thread), SAID)
    (one,) = said(slack)
    assert (one.thread_ts, one.private_to, one.channel) == (thread, None, "CGENERAL")


def test_a_thread_that_takes_no_answer_gives_it_to_who_asked_outside_of_it(
    slack: StandInSlack, replies: Replies
) -> None:
    slack.faults.error(POST, "restricted_action")
    replies.answer(place(slack, Via.MENTION, address=False, thread=root(slack)), SAID)
    (one,) = said(slack)
    assert (one.thread_ts, one.private_to, one.channel) == (None, "UANN", "CGENERAL")


def test_what_slack_puts_off_in_a_thread_is_said_nowhere_else(slack: StandInSlack, replies: Replies) -> None:
    slack.faults.status(POST, 429, retry_after=7)
    with pytest.raises(Refusal) as refusal:
        replies.answer(place(slack, Via.MENTION, address=False, thread=root(slack)), SAID)
    assert (refusal.value.later, refusal.value.retry_after) == (True, "7")
    assert (ways(slack), said(slack)) == ([POST], [])


@pytest.mark.parametrize(
    ("via", "in_thread", "expected"),
    [
        (Via.COMMAND, False, [RESPONSE_URL, FOR_ONE, POST]),
        (Via.CLICK, False, [RESPONSE_URL, FOR_ONE, POST]),
        (Via.CLICK, True, [FOR_ONE, POST, RESPONSE_URL]),
    ],
)
def test_what_is_for_one_person_is_tried_by_every_way_in_turn(
    slack: StandInSlack, replies: Replies, via: Via, in_thread: bool, expected: list[str]
) -> None:
    asked = place(slack, via, thread=root(slack) if in_thread else None)
    for method in (RESPONSE_URL, FOR_ONE, POST):
        slack.faults.status(method, 403) if method == RESPONSE_URL else slack.faults.error(method, "restricted_action")
    with pytest.raises(Refusal):
        replies.private(asked, SAID)
    assert (ways(slack), said(slack)) == (expected, [])


def test_an_answer_to_a_click_in_a_thread_stands_there(slack: StandInSlack, replies: Replies) -> None:
    thread = root(slack)
    replies.private(place(slack, Via.CLICK, thread=thread), SAID)
    (one,) = said(slack)
    assert (one.thread_ts, one.private_to) == (thread, "UANN")


def test_where_posting_is_too_much_for_now_only_other_ways_are_tried(slack: StandInSlack, replies: Replies) -> None:
    direct = replace(place(slack, Via.DIRECT), channel=slack.workspace.im("UANN").id, direct=True)
    slack.faults.status(POST, 429, retry_after=7)
    slack.faults.status(RESPONSE_URL, 403)
    with pytest.raises(Refusal) as refusal:
        replies.private(direct, SAID)
    assert ways(slack) == [POST, RESPONSE_URL]
    assert refusal.value.retry_after == "7"


def test_what_is_put_off_by_one_way_and_refused_by_the_others_comes_again_when_slack_says(
    slack: StandInSlack, replies: Replies
) -> None:
    slack.faults.status(RESPONSE_URL, 429, retry_after=9)
    for method in (FOR_ONE, POST):
        slack.faults.error(method, "restricted_action")
    with pytest.raises(Refusal) as refusal:
        replies.private(place(slack, Via.COMMAND), SAID)
    assert (refusal.value.later, refusal.value.retry_after) == (True, "9")


def test_a_broken_way_to_one_person_is_followed_by_the_next(slack: StandInSlack, replies: Replies) -> None:
    slack.faults.lose_answer(RESPONSE_URL)
    replies.private(place(slack, Via.COMMAND), SAID)
    assert [one.private_to for one in said(slack)] == ["UANN", "UANN"]


def test_a_broken_post_is_not_said_again(slack: StandInSlack, replies: Replies) -> None:
    direct = replace(place(slack, Via.DIRECT), channel=slack.workspace.im("UANN").id, direct=True)
    slack.faults.lose_answer(POST)
    with pytest.raises(BROKEN):
        replies.private(direct, SAID)
    assert len(said(slack)) == 1


def test_an_answer_for_a_channel_stands_below_no_thread_and_is_for_all(slack: StandInSlack, replies: Replies) -> None:
    replies.to_channel(place(slack, Via.CLICK, address=False, thread=root(slack)), SAID)
    replies.to_channel(place(slack, Via.CLICK, thread=root(slack)), SAID)
    assert [(one.thread_ts, one.private_to) for one in said(slack)] == [(None, None), (None, None)]


def test_a_message_of_the_bots_own_is_redrawn_in_its_place(slack: StandInSlack, replies: Replies) -> None:
    here = place(slack, Via.CLICK)
    channel, ts = replies.post(here.team, "CGENERAL", SlackMessage("Before"))
    replies.in_place(here, channel, ts, SAID)
    assert [(one.ts, one.text) for one in said(slack)] == [(ts, "Here it is.")]


def test_what_cannot_be_redrawn_is_said_to_who_pressed_but_not_where_it_may_have_been(
    slack: StandInSlack, replies: Replies
) -> None:
    here = place(slack, Via.CLICK)
    channel, ts = replies.post(here.team, "CGENERAL", SlackMessage("Before"))
    slack.faults.error("chat.update", "edit_window_closed")
    replies.in_place(here, channel, ts, SAID)
    assert [(one.text, one.private_to) for one in said(slack)] == [("Before", None), ("Here it is.", "UANN")]
    slack.faults.lose_answer("chat.update")
    with pytest.raises(BROKEN):
        replies.in_place(here, channel, ts, SAID)
    assert len(said(slack)) == 2


def test_a_message_that_only_one_person_sees_is_replaced_or_else_said_again(
    slack: StandInSlack, replies: Replies
) -> None:
    before = slack.workspace.post(slack.workspace.channel("CGENERAL"), slack.workspace.bot, "Before", private_to="UANN")
    url = slack.workspace.tickets.response_url("UANN", "CGENERAL", original_ts=before.ts, original_private=True)
    here = replace(place(slack, Via.CLICK), response_url=url)
    replies.in_place(here, "", "", SAID)
    assert [(one.ts, one.text) for one in said(slack)] == [(before.ts, "Here it is.")]
    for fault in (lambda: slack.faults.status(RESPONSE_URL, 404), lambda: slack.faults.drop(RESPONSE_URL)):
        fault()
        replies.in_place(here, "", "", SAID)
    assert [one.private_to for one in said(slack)] == ["UANN"] * 3
    assert [call.method for call in slack.workspace.calls][-1] == FOR_ONE


def test_what_slack_cannot_draw_is_said_in_words(slack: StandInSlack, replies: Replies) -> None:
    undrawable = SlackMessage("Here it is.", ({"type": "no such block"},))
    replies.to_messages(place(slack, Via.CLICK, address=False), SAID)
    replies.private(place(slack, Via.COMMAND), undrawable)
    assert [(one.text, bool(one.blocks)) for one in said(slack)] == [("Here it is.", True), ("Here it is.", False)]


def test_a_file_comes_with_its_name_and_its_words(slack: StandInSlack, replies: Replies) -> None:
    here = slack.workspace.im("UANN").id
    replies.file(slack.workspace.team.id, here, "coverage.png", b"\x89PNG", alt="By region: London 2.")
    (file,) = [file for one in said(slack) for file in one.files]
    assert (file.name, file.content, file.alt_txt) == ("coverage.png", b"\x89PNG", "By region: London 2.")
