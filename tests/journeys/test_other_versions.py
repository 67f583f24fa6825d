"""What comes from another version of the bot, whose names no listener knows: each person gets an answer, both ways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bot.listeners import READ
from bot.names import Action, View
from bot.sandbox import payloads
from bot.sandbox.delivery import Delivery
from bot.sandbox.records import Message
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import Network, connected, over_socket

SELECT = {"type": "static_select", "action_id": "a_name_of_another_version"}
CHOSEN = {"selected_option": {"text": {"type": "plain_text", "text": "One"}, "value": "1"}}
WORDS = "older version"


@pytest.fixture(params=["http", "socket"])
def network(request: pytest.FixtureRequest, slack: StandInSlack, store_url: str) -> Iterator[Network]:
    with connected(slack, store_url) as network:
        if request.param == "http":
            yield network
            return
        with over_socket(network):
            yield network


def interaction(network: Network, kind: str, **more: Any) -> Delivery:
    """Something that Ann did, as Slack would tell of it."""
    network.ann._begin()
    payload = payloads.interaction(network.slack.workspace, network.ann.user, kind) | more
    return network.slack.deliver(network.slack.workspace, "interactive", kind, payload, "UANN")


def a_view(callback_id: str, kind: str = "modal") -> dict[str, Any]:
    return {"id": "V1", "type": kind, "callback_id": callback_id, "hash": "1.a", "blocks": [], "private_metadata": "",
            "state": {"values": {}}}  # fmt: skip


def in_messages(network: Network) -> Message:
    """The answer, which must have come in Ann's own messages with the bot."""
    reply = network.ann.last_reply()
    assert reply.channel == network.slack.workspace.im("UANN").id
    return reply


def test_a_menu_in_a_window_is_answered_on_top_of_it(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    network.ann.clicks(network.ann.answer(), "Open", nth=0)
    opened = network.ann.view()
    assert network.ann.acts(opened, {"block_id": "b"}, SELECT, CHOSEN).acked
    told = network.ann.wait_for(lambda: network.ann.view() if network.ann.view() is not opened else None)
    assert WORDS in network.ann.reads(told)
    assert "/practice help" in network.ann.reads(told)


def test_a_menu_on_a_message_is_answered_in_private(network: Network) -> None:
    network.ann.command("/practice reverse mentoring")
    assert network.ann.acts(network.ann.answer(), {"block_id": "b"}, SELECT, CHOSEN).acked
    assert WORDS in network.ann.answer().text


def test_a_button_on_home_is_answered_in_ones_messages(network: Network) -> None:
    view = {"container": {"type": "view", "view_id": "V1"}, "view": a_view("", "home")}
    button = {"type": "button", "block_id": "b", "action_id": "a_name_of_another_version", "value": "1"}
    assert interaction(network, "block_actions", **view, actions=[button]).acked
    assert WORDS in in_messages(network).text


def test_a_shortcut_is_answered_in_ones_messages(network: Network) -> None:
    assert interaction(network, "shortcut", callback_id="a_name_of_another_version").acked
    assert WORDS in in_messages(network).text


def test_a_shortcut_of_a_message_is_answered_in_private(network: Network) -> None:
    where = {"channel": {"id": "CGENERAL", "name": "general"}, "message_ts": "1.1", "message": {"ts": "1.1"}}
    assert interaction(network, "message_action", callback_id="a_name_of_another_version", **where).acked
    assert WORDS in network.ann.answer().text


def test_a_form_that_was_sent_stays_open_with_what_was_typed(network: Network) -> None:
    field = {"type": "input", "block_id": "title", "element": {"type": "plain_text_input", "action_id": "title"}}
    delivery = interaction(network, "view_submission", view=a_view("a_name_of_another_version") | {"blocks": [field]})
    assert delivery.json["response_action"] == "errors"
    assert WORDS in delivery.json["errors"]["title"]
    assert "Copy what you typed" in delivery.json["errors"]["title"]


def test_a_window_without_a_field_that_was_sent_is_answered_in_its_place(network: Network) -> None:
    for callback_id in ("a_name_of_another_version", "", *READ):
        delivery = interaction(network, "view_submission", view=a_view(callback_id))
        assert delivery.json["response_action"] == "update"
        assert WORDS in str(delivery.json["view"]["blocks"])


def test_every_window_that_was_sent_or_closed_is_acknowledged(network: Network) -> None:
    network.may_refuse |= {"views.update", "views.push", "chat.postMessage"}
    for callback_id in View:
        assert interaction(network, "view_submission", view=a_view(callback_id)).acked
    for callback_id in ("a_name_of_another_version", *View):
        assert interaction(network, "view_closed", view=a_view(callback_id), is_cleared=False).acked


def test_a_menu_that_asks_what_to_offer_offers_nothing(network: Network) -> None:
    asks = {"action_id": "a_name_of_another_version", "block_id": "b", "value": "x", "view": a_view("x")}
    assert interaction(network, "block_suggestion", **asks).json == {"options": []}


def test_every_button_that_there_is_answers_whatever_it_carries(network: Network) -> None:
    where = {"channel": {"id": "CGENERAL", "name": "general"}, "container": {"type": "message"}}
    for action in Action:
        button = {"type": "button", "block_id": "b", "action_id": action, "value": "of another version"}
        assert interaction(network, "block_actions", **where, actions=[button]).acked
        network.ann.wait_for(lambda: network.ann.replies() or network.ann.has_modal() or None, what=f"of {action}")
