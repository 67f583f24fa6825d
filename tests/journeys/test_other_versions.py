"""What comes from another version of the bot, whose names no listener knows: each person gets an answer, both ways."""

from __future__ import annotations

from typing import Any

from bot.listeners import READ
from bot.names import Action, View
from bot.sandbox import payloads
from bot.sandbox.delivery import Delivery
from bot.sandbox.records import PostedMessage
from tests.journeys.conftest import Network

SELECT = {"type": "static_select", "action_id": "a_name_of_another_version"}
CHOSEN = {"selected_option": {"text": {"type": "plain_text", "text": "One"}, "value": "1"}}
WORDS = "older version"


def interaction(either_way: Network, kind: str, **more: Any) -> Delivery:
    """Something that Ann did, as Slack would tell of it."""
    either_way.ann._begin()
    payload = payloads.interaction(either_way.slack.workspace, either_way.ann.user, kind) | more
    return either_way.slack.deliver(either_way.slack.workspace, "interactive", kind, payload, "UANN")


def a_view(callback_id: str, kind: str = "modal") -> dict[str, Any]:
    return {"id": "V1", "type": kind, "callback_id": callback_id, "hash": "1.a", "blocks": [], "private_metadata": "",
            "state": {"values": {}}}  # fmt: skip


def in_messages(either_way: Network) -> PostedMessage:
    """The answer, which must have come in Ann's own messages with the bot."""
    reply = either_way.ann.last_reply()
    assert reply.channel == either_way.slack.workspace.im("UANN").id
    return reply


def test_a_menu_in_a_window_is_answered_on_top_of_it(either_way: Network) -> None:
    either_way.ann.command("/practice reverse mentoring")
    either_way.ann.clicks(either_way.ann.answer(), "Open", nth=0)
    opened = either_way.ann.view()
    assert either_way.ann.acts(opened, {"block_id": "b"}, SELECT, CHOSEN).acked
    told = either_way.ann.wait_for(lambda: either_way.ann.view() if either_way.ann.view() is not opened else None)
    assert WORDS in either_way.ann.reads(told)
    assert "/practice help" in either_way.ann.reads(told)


def test_a_menu_on_a_message_is_answered_in_private(either_way: Network) -> None:
    either_way.ann.command("/practice reverse mentoring")
    assert either_way.ann.acts(either_way.ann.answer(), {"block_id": "b"}, SELECT, CHOSEN).acked
    assert WORDS in either_way.ann.answer().text


def test_a_button_on_home_is_answered_in_ones_messages(either_way: Network) -> None:
    view = {"container": {"type": "view", "view_id": "V1"}, "view": a_view("", "home")}
    button = {"type": "button", "block_id": "b", "action_id": "a_name_of_another_version", "value": "1"}
    assert interaction(either_way, "block_actions", **view, actions=[button]).acked
    assert WORDS in in_messages(either_way).text


def test_a_shortcut_is_answered_in_ones_messages(either_way: Network) -> None:
    assert interaction(either_way, "shortcut", callback_id="a_name_of_another_version").acked
    assert WORDS in in_messages(either_way).text


def test_a_shortcut_of_a_message_is_answered_in_private(either_way: Network) -> None:
    where = {"channel": {"id": "CGENERAL", "name": "general"}, "message_ts": "1.1", "message": {"ts": "1.1"}}
    assert interaction(either_way, "message_action", callback_id="a_name_of_another_version", **where).acked
    assert WORDS in either_way.ann.answer().text


def test_a_form_that_was_sent_stays_open_with_what_was_typed(either_way: Network) -> None:
    field = {"type": "input", "block_id": "title", "element": {"type": "plain_text_input", "action_id": "title"}}
    delivery = interaction(
        either_way, "view_submission", view=a_view("a_name_of_another_version") | {"blocks": [field]}
    )
    assert delivery.json["response_action"] == "errors"
    assert WORDS in delivery.json["errors"]["title"]
    assert "Copy what you typed" in delivery.json["errors"]["title"]


def test_a_window_without_a_field_that_was_sent_is_answered_in_its_place(either_way: Network) -> None:
    for callback_id in ("a_name_of_another_version", "", *READ):
        delivery = interaction(either_way, "view_submission", view=a_view(callback_id))
        assert delivery.json["response_action"] == "update"
        assert WORDS in str(delivery.json["view"]["blocks"])


def test_every_window_that_was_sent_or_closed_is_acknowledged(either_way: Network) -> None:
    either_way.may_refuse |= {"views.update", "views.push", "chat.postMessage"}
    for callback_id in View:
        assert interaction(either_way, "view_submission", view=a_view(callback_id)).acked
    for callback_id in ("a_name_of_another_version", *View):
        assert interaction(either_way, "view_closed", view=a_view(callback_id), is_cleared=False).acked


def test_a_menu_that_asks_what_to_offer_offers_nothing(either_way: Network) -> None:
    asks = {"action_id": "a_name_of_another_version", "block_id": "b", "value": "x", "view": a_view("x")}
    assert interaction(either_way, "block_suggestion", **asks).json == {"options": []}


def test_every_button_that_there_is_answers_whatever_it_carries(either_way: Network) -> None:
    where = {"channel": {"id": "CGENERAL", "name": "general"}, "container": {"type": "message"}}
    for action in Action:
        button = {"type": "button", "block_id": "b", "action_id": action, "value": "of another version"}
        assert interaction(either_way, "block_actions", **where, actions=[button]).acked
        either_way.ann.wait_for(
            lambda: either_way.ann.replies() or either_way.ann.has_modal() or None, what=f"of {action}"
        )
