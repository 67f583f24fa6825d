"""What goes wrong between Slack and a bot, and must not show: late, twice, out of order, broken."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bot.answering.conversation import Conversation
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import Channel
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import PATIENCE, Network


def bots_words(network: Network, channel: str = "im") -> list[str]:
    return [each.text for each in network.ann.sees(channel) if each.bot_id]


def test_an_event_delivered_twice_is_answered_once(network: Network) -> None:
    delivery = network.ann.messages_bot("reverse mentoring")
    network.ann.last_reply()
    network.slack.deliver_again(delivery)
    assert delivery.acked
    network.ann.messages_bot("youth voice")
    network.ann.wait_for(lambda: len(bots_words(network)) >= 2, what="the second answer")
    assert len(bots_words(network)) == 2


@pytest.mark.parametrize("subtype", ["me_message", "thread_broadcast"])
def test_whatever_a_person_writes_to_the_bot_is_answered(network: Network, subtype: str) -> None:
    first = network.ann.messages_bot("reverse mentoring")
    network.ann.last_reply()
    event = {**first.payload["event"], "subtype": subtype, "text": "youth voice"}
    network.slack.deliver_event(network.slack.workspace, event, network.ann.user.id)
    network.ann.wait_for(lambda: len(bots_words(network)) >= 2, what="the second answer")
    assert "youth voice" in bots_words(network)[-1]


def test_a_command_is_acknowledged_before_it_is_answered(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    acknowledged, original = threading.Event(), Conversation.reply
    waited: list[bool] = []

    def after(self: Conversation, *arguments: Any, **more: Any) -> Any:
        waited.append(acknowledged.wait(PATIENCE / 2))
        return original(self, *arguments, **more)

    monkeypatch.setattr(Conversation, "reply", after)
    assert network.ann.command("/practice youth justice").acked
    acknowledged.set()
    assert "youth justice" in network.ann.last_reply().text
    assert waited == [True]


def test_a_command_is_acknowledged_even_when_answering_breaks(
    network: Network, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise RuntimeError("broken inside")

    monkeypatch.setattr(Conversation, "reply", broken)
    for _ in range(5):
        delivery = network.ann.command("/practice youth justice")
        assert delivery.acked
        assert "Sorry" in network.ann.last_reply().text


def test_slow_answers_do_not_hold_up_the_next_person(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go, original = threading.Event(), Conversation.reply

    def slow(self: Conversation, *arguments: Any, **more: Any) -> Any:
        let_go.wait(20)
        return original(self, *arguments, **more)

    monkeypatch.setattr(Conversation, "reply", slow)
    try:
        with ThreadPoolExecutor(10) as people:
            waiting = [people.submit(network.slack.person("ann").command, "/practice mentoring") for _ in range(10)]
            assert all(each.result().acked for each in waiting)
            assert network.lena.command("/practice mentoring").acked
    finally:
        let_go.set()


def test_edits_and_deletions_are_taken_note_of_and_not_answered(network: Network) -> None:
    network.ann.messages_bot("reverse mentoring")
    network.ann.last_reply()
    own = next(each for each in network.ann.sees("im") if not each.bot_id)
    assert all(delivery.acked for delivery in network.ann.edits(own, "reverse mentoring please"))
    assert all(delivery.acked for delivery in network.ann.deletes(own))
    network.ann.messages_bot("youth voice")
    network.ann.wait_for(lambda: len(bots_words(network)) >= 2, what="the second answer")
    assert len(bots_words(network)) == 2


def test_talk_that_does_not_mention_the_bot_never_reaches_it(network: Network) -> None:
    assert network.ann.writes("youth justice", "CYOUTH") == []


def test_a_file_without_words_is_answered_in_words(network: Network) -> None:
    network.ann.messages_bot("", files=[network.ann.uploads("form.docx", b"anything")])
    assert "Nothing was read from form.docx." in network.ann.last_reply().text


def test_a_button_of_an_older_version_is_explained(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    reply = network.ann.last_reply()
    for block in reply.blocks:
        for element in block.get("elements", []):
            if element.get("action_id") == "more":
                element["value"] = "v0:something"
            if element.get("action_id") == "send":
                element["action_id"] = "an_older_name"
    delivery = network.ann.clicks(reply, "an_older_name")
    assert delivery.acked
    assert "older version" in network.ann.last_reply().text


def test_an_initiative_that_is_gone_is_explained(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    reply = network.ann.last_reply()
    opener = next(e for b in reply.blocks for e in b.get("elements", []) if e.get("action_id") == "open")
    opener["value"] = "no-such-initiative"
    network.ann.clicks(reply, "open", nth=0)
    assert "no longer in the store" in network.ann.last_reply().text


def test_a_late_click_is_asked_to_be_repeated(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    network.slack.faults.error("views.open", "expired_trigger_id")
    network.may_refuse.add("views.open")
    network.ann.clicks(network.ann.last_reply(), "Open", nth=0)
    assert "press the button again" in network.ann.last_reply().text


@pytest.mark.parametrize("breaks", ["drop", "rubbish"])
def test_what_slack_breaks_off_while_it_opens_something_is_said_in_words(network: Network, breaks: str) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.last_reply()
    getattr(network.slack.faults, breaks)("views.open")
    network.may_refuse.add("views.open")
    network.ann.clicks(answer, "Open", nth=0)
    assert "Slack did not open this" in network.ann.last_reply().text


@pytest.mark.parametrize("command", ["share", "mine"])
def test_a_form_whose_opening_breaks_off_is_offered_by_a_button(network: Network, command: str) -> None:
    network.slack.faults.lose_answer("views.open")
    network.may_refuse.add("views.open")
    network.ann.command(f"/practice {command}")
    assert network.ann.last_reply().blocks[-1]["type"] == "actions"


def test_what_slack_puts_off_in_a_direct_message_is_not_posted_there_another_way(network: Network) -> None:
    network.may_refuse.add("chat.postMessage")
    network.slack.faults.status("chat.postMessage", 429, retry_after=30)
    network.ann.messages_bot("reverse mentoring")
    network.slack.wait_for(lambda: network.slack.workspace.refusals(), what="the answer to be refused")
    network.ann.command("/practice help")
    network.ann.answer()
    posts = [call for call in network.slack.workspace.calls if call.method == "chat.postMessage"]
    assert len(posts) == 1


def test_a_post_that_may_have_arrived_is_never_repeated(network: Network, caplog: pytest.LogCaptureFixture) -> None:
    network.slack.faults.lose_answer("chat.postMessage")
    network.ann.messages_bot("reverse mentoring")
    network.ann.wait_for(lambda: len(bots_words(network)) >= 1, what="the answer")
    network.ann.messages_bot("youth voice")
    network.ann.wait_for(lambda: len(bots_words(network)) >= 2, what="the second answer")
    assert len([text for text in bots_words(network) if "“reverse mentoring”" in text]) == 1


@pytest.mark.parametrize("trouble", ["lose_answer", "drop"])
def test_a_private_answer_that_may_have_arrived_is_said_again_rather_than_lost(network: Network, trouble: str) -> None:
    getattr(network.slack.faults, trouble)("response_url")
    network.ann.command("/practice reverse mentoring")
    network.ann.wait_for(
        lambda: [each for each in network.ann.sees("CGENERAL") if each.origin == "chat.postEphemeral"] or None,
        what="the answer by another way",
    )
    assert all(each.private_to == "UANN" for each in network.ann.sees("CGENERAL") if each.bot_id)


def test_what_everybody_in_a_channel_sees_is_not_said_again(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.answer()
    network.slack.faults.lose_answer("response_url")
    network.ann.clicks(answer, "Share in channel")
    network.ann.wait_for(lambda: [each for each in network.ann.sees("CGENERAL") if "Shared" in each.text] or None)
    network.ann.command("/practice youth voice")
    network.ann.wait_for(lambda: "youth voice" in network.ann.sees("CGENERAL")[-1].text or None)
    assert len([each for each in network.lena.sees("CGENERAL") if "Shared" in each.text]) == 1


def test_an_expired_reply_address_falls_back_to_a_private_message_in_the_channel(network: Network) -> None:
    network.slack.faults.status("response_url", 404)
    network.may_refuse.add("response_url")
    network.ann.command("/practice reverse mentoring")
    reply = network.ann.last_reply()
    assert reply.private_to == "UANN"
    assert reply.origin == "chat.postEphemeral"


def test_a_command_in_a_direct_message_between_two_people_is_answered(network: Network) -> None:
    network.slack.workspace.add_channel(Channel("DANNLENA", "", "im"), "UANN", "ULEAD")
    network.may_refuse.add("chat.postMessage")
    network.ann.command("/practice reverse mentoring", "DANNLENA")
    reply = network.ann.last_reply()
    assert (reply.private_to, reply.origin) == ("UANN", "response_url")


@pytest.mark.parametrize("code", ["restricted_action", "thread_locked", "is_archived"])
def test_a_mention_where_the_bot_may_not_post_is_answered_privately(network: Network, code: str) -> None:
    network.slack.faults.error("chat.postMessage", code)
    network.may_refuse.add("chat.postMessage")
    network.ann.mentions_bot("reverse mentoring", channel="CYOUTH")
    assert network.ann.last_reply().private_to == "UANN"


@pytest.mark.parametrize(
    ("call", "ask"),
    [
        ("chat.postMessage", lambda ann: ann.messages_bot("reverse mentoring")),
        ("response_url", lambda ann: ann.command("/practice reverse mentoring")),
    ],
)
def test_what_slack_cannot_draw_is_said_in_plain_text_where_it_would_have_stood(
    network: Network, call: str, ask: Callable[[SlackPerson], object]
) -> None:
    network.slack.faults.error(call, "invalid_blocks")
    network.may_refuse.add(call)
    ask(network.ann)
    reply = network.ann.last_reply()
    assert "reverse mentoring" in reply.text
    assert (reply.blocks, reply.mrkdwn, reply.origin) == ([], False, call)


def test_an_answer_that_could_not_be_shared_says_so_and_can_be_shared_after_all(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.last_reply()
    network.slack.faults.status("response_url", 404)
    network.slack.faults.error("chat.postMessage", "restricted_action")
    network.may_refuse |= {"chat.postMessage", "response_url"}
    network.ann.clicks(answer, "Share in channel")
    assert "so it was not done" in network.ann.last_reply().text
    network.ann.clicks(answer, "Share in channel")
    network.lena.wait_for(lambda: network.lena.sees_text("Shared from Practice Finder"), what="the shared answer")


def test_an_event_that_could_not_be_kept_is_delivered_again(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    inbox = network.bot.parts.answering._inbox
    original, failures = inbox.receive, iter([True])

    def receive(*arguments: Any) -> bool:
        if next(failures, False):
            raise RuntimeError("disk full")
        return original(*arguments)

    monkeypatch.setattr(inbox, "receive", receive)
    network.ann.messages_bot("reverse mentoring")
    assert "reverse mentoring" in network.ann.last_reply().text


def test_questions_and_people_stay_out_of_the_log(network: Network, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO):
        network.ann.command("/practice canary words about mentoring")
        network.ann.last_reply()
    assert "canary" not in caplog.text
    assert "UANN" not in caplog.text


def test_the_bot_needs_no_scope_beyond_its_manifest(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    reply = network.ann.last_reply()
    network.ann.clicks(reply, "Send to my messages")
    network.ann.clicks(reply, "Share in channel")
    network.ann.clicks(reply, "Open", nth=0)
    assert network.ann.view()


def test_slacks_check_of_the_address_is_answered(slack: StandInSlack, network: Network) -> None:
    assert slack.verify_request_url()


def test_slack_is_asked_only_once_who_the_bot_is(network: Network) -> None:
    for question in ("reverse mentoring", "youth voice", "exclusions"):
        network.ann.command(f"/practice {question}")
        network.ann.last_reply()
    assert [call.method for call in network.slack.workspace.calls].count("auth.test") == 1


def test_a_mention_with_a_file_is_answered_like_any_other(network: Network) -> None:
    file = network.ann.uploads("notes.docx", b"anything")
    network.ann.mentions_bot("reverse mentoring", channel="CYOUTH", files=[file])
    said = network.ann.last_reply().text
    assert "“reverse mentoring”" in said
    assert "I did not look at what you attached" in said


def test_that_slack_holds_events_back_is_taken_note_of(network: Network, caplog: pytest.LogCaptureFixture) -> None:
    told = {"type": "app_rate_limited", "team_id": "T0STANDIN", "minute_rate_limited": 1518467820, "api_app_id": "A1"}
    with caplog.at_level(logging.INFO):
        delivery = network.slack.deliver(network.slack.workspace, "event", "app_rate_limited", told, None)
    assert (delivery.status, len(delivery.attempts)) == (200, 1)
    assert [record.levelname for record in caplog.records if "holds events back" in record.message] == ["WARNING"]


def test_a_delivery_of_an_unknown_kind_is_taken_note_of(network: Network) -> None:
    for told in ({"type": "of_tomorrow"}, {"type": "event_callback"}):
        delivery = network.slack.deliver(network.slack.workspace, "event", "of_tomorrow", told, None)
        assert (delivery.status, len(delivery.attempts)) == (200, 1)


def test_what_is_no_delivery_at_all_is_refused(network: Network) -> None:
    for told in ({}, {"type": None}, {"type": "block_actions", "user": {"id": "UANN"}, "actions": []}):
        assert network.slack.deliver(network.slack.workspace, "interactive", "none", told, None).status in (400, 404)
