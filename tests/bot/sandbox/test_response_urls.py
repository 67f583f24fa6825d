"""A response_url lives 30 minutes and five uses, and may change only what it came from."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.sandbox.clock import HandClock
from bot.sandbox.server import StandInSlack


def of_command(slack: StandInSlack) -> WebhookClient:
    return WebhookClient(slack.workspace.tickets.response_url("UANN", "CGENERAL"))


def of_message(slack: StandInSlack, ts: str, private: bool) -> WebhookClient:
    tickets = slack.workspace.tickets
    return WebhookClient(tickets.response_url("UANN", "CGENERAL", original_ts=ts, original_private=private))


def texts(slack: StandInSlack, person: str = "ann") -> list[str]:
    return [message.text for message in slack.person(person).sees()]


def test_it_answers_one_person_unless_told_otherwise(slack: StandInSlack) -> None:
    respond = of_command(slack)
    respond.send(text="for you")
    respond.send(text="for all", response_type="in_channel")
    assert texts(slack) == ["for you", "for all"]
    assert texts(slack, "lena") == ["for all"]


def test_it_can_be_used_five_times(slack: StandInSlack) -> None:
    respond = of_command(slack)
    assert [respond.send(text="x").status_code for _ in range(6)] == [200] * 5 + [404]
    assert slack.workspace.refusals()[0].error == "used_url"


def test_it_lives_for_thirty_minutes(slack: StandInSlack, clock: HandClock) -> None:
    respond = of_command(slack)
    clock.advance(30 * 60)
    assert respond.send(text="just in time").status_code == 200
    clock.advance(1)
    late = respond.send(text="too late")
    assert (late.status_code, "expired_url" in late.body) == (404, True)


def test_it_works_where_the_bot_is_not_a_member(slack: StandInSlack) -> None:
    url = slack.workspace.tickets.response_url("UANN", "CQUIET")
    assert WebhookClient(url).send(text="here", response_type="in_channel").status_code == 200
    assert [m.text for m in slack.person("lena").sees("quiet")] == ["here"]


def test_a_private_message_is_replaced_but_never_made_public(slack: StandInSlack, client: WebClient) -> None:
    ts = client.chat_postEphemeral(channel="CGENERAL", user="UANN", text="before")["message_ts"]
    of_message(slack, ts, True).send(text="after", replace_original=True, response_type="in_channel")
    assert texts(slack) == ["after"]
    assert texts(slack, "lena") == []


def test_a_message_can_be_taken_away_but_a_command_has_none(slack: StandInSlack, client: WebClient) -> None:
    ts = client.chat_postMessage(channel="CGENERAL", text="x")["ts"]
    assert of_message(slack, ts, False).send(delete_original=True).status_code == 200
    assert texts(slack) == []
    assert of_command(slack).send(delete_original=True).status_code == 404


def test_replacing_a_private_message_that_a_reload_has_lost_shows_nothing(
    slack: StandInSlack, client: WebClient
) -> None:
    ts = client.chat_postEphemeral(channel="CGENERAL", user="UANN", text="x")["message_ts"]
    slack.person("ann").reloads()
    assert of_message(slack, ts, True).send(text="y", replace_original=True).status_code == 200
    assert texts(slack) == []


@pytest.mark.parametrize(
    ("body", "error"),
    [
        ({}, "no_text"),
        ({"text": "x", "blocks": [{"type": "shout"}]}, "invalid_blocks"),
        ({"text": "x", "thread_ts": "1.1"}, "thread_not_found"),
    ],
)
def test_what_slack_does_not_take_is_refused(slack: StandInSlack, body: dict[str, Any], error: str) -> None:
    answer = of_command(slack).send_dict(body)
    assert answer.status_code == 400
    assert error in answer.body


def test_an_address_that_was_never_given_out_is_not_there(slack: StandInSlack) -> None:
    address = slack.workspace.tickets.response_url("UANN", "CGENERAL") + "0"
    assert WebhookClient(address).send(text="x").status_code == 404
