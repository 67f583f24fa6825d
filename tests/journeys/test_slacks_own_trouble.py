"""Slack's own troubles, in which it may have done what it was asked for: nothing is missing, or said twice."""

from __future__ import annotations

from tests.journeys.conftest import Network
from tests.journeys.test_bad_days import told


def has_trouble(network: Network) -> None:
    network.slack.faults.error("chat.postMessage", "internal_error")
    network.may_refuse.add("chat.postMessage")


def test_an_answer_is_not_posted_a_second_time(network: Network) -> None:
    has_trouble(network)
    network.ann.messages_bot("reverse mentoring")
    assert "I do not know whether my answer stands here" in network.ann.last_reply().text
    assert len([one for one in network.ann.sees("im") if one.user == network.slack.workspace.bot.id]) == 1


def test_an_answer_that_may_be_shared_is_not_said_to_be_missing(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.answer()
    network.slack.faults.status("response_url", 404)
    network.may_refuse.add("response_url")
    has_trouble(network)
    network.ann.clicks(answer, "Share in channel")
    told(network.ann, "so look in the channel first")


def test_a_copy_that_may_be_sent_is_not_said_to_be_missing_and_can_be_sent_again(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    answer = network.ann.answer()
    has_trouble(network)
    network.ann.clicks(answer, "Send to my messages")
    told(network.ann, "look in your messages with Practice Finder first")
    network.ann.clicks(answer, "Send to my messages")
    told(network.ann, "Sent. It is in your messages")
