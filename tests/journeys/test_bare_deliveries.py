"""Deliveries that lack what Slack mostly sends along, over HTTP and Socket Mode: answered all the same, and once."""

from __future__ import annotations

from typing import Any

import pytest

from bot.payloads.values import Asking
from bot.sandbox import payloads
from bot.sandbox.delivery import Delivery
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import ShownView
from bot.sandbox.server import StandInSlack
from tests.journeys.conftest import Network
from tests.journeys.reviewing import card, reviewed, sends
from tests.journeys.test_sharing import opened
from tests.journeys.test_templates import FORM

ASKED = "reverse mentoring"


def command(network: Network, text: str = ASKED, **changes: str | None) -> Delivery:
    """A slash command of Ann's; a field that is None is not sent."""
    network.ann._begin()
    workspace = network.slack.workspace
    whole = payloads.command(workspace, network.ann.user, workspace.channel("CGENERAL"), "/practice", text) | changes
    sent = {name: value for name, value in whole.items() if value is not None}
    return network.slack.deliver(workspace, "command", "/practice", sent, "UANN")


def message(network: Network, envelope: dict[str, Any] | None = None, **changes: Any) -> Delivery:
    """A direct message of Ann's to the bot; `...` for what is not sent."""
    network.ann._begin()
    workspace = network.slack.workspace
    event = {"type": "message", "channel_type": "im", "channel": workspace.im("UANN").id, "user": "UANN",
             "text": ASKED, "ts": "1.5", "event_ts": "1.5"} | changes  # fmt: skip
    whole = payloads.event_envelope(workspace, {name: value for name, value in event.items() if value is not ...})
    sent = {name: value for name, value in (whole | (envelope or {})).items() if value is not ...}
    return network.slack.deliver(workspace, "event", "message", sent, "UANN")


def test_two_commands_without_a_trigger_are_two(either_way: Network) -> None:
    for _ in range(2):
        assert command(either_way, trigger_id=None).acked
        assert ASKED in either_way.ann.answer().text


def test_a_form_that_cannot_be_opened_without_a_trigger_is_offered(either_way: Network) -> None:
    either_way.may_refuse.add("views.open")
    assert command(either_way, "share", trigger_id=None).acked
    assert "Share what your authority does" in either_way.ann.answer().text


@pytest.mark.parametrize("absent", [("response_url",), ("channel_id", "channel_name", "response_url"), ("team_id",)])
def test_a_command_that_lacks_something_is_answered(network: Network, absent: tuple[str, ...]) -> None:
    assert command(network, **dict.fromkeys(absent)).acked
    assert ASKED in network.ann.last_reply().text


@pytest.mark.parametrize(
    "envelope", [{"event_id": ...}, {"authorizations": None}, {"authorizations": ..., "team_id": ...}], ids=str
)
def test_a_message_that_lacks_something_is_answered_and_once(network: Network, envelope: dict[str, Any]) -> None:
    delivery = message(network, envelope)
    network.ann.last_reply()
    network.slack.deliver_again(delivery)
    assert message(network, envelope, ts="1.6", text="youth voice").acked
    network.ann.wait_for(lambda: [one for one in network.ann.replies() if "youth voice" in one.text] or None)
    assert len([one for one in network.ann.sees("im") if f"“{ASKED}”" in one.text]) == 1


@pytest.mark.parametrize("kind", ["app_home", None, ...], ids=str)
def test_a_message_to_the_bot_is_answered_whatever_its_channel_is_called(either_way: Network, kind: object) -> None:
    assert message(either_way, channel_type=kind).acked
    assert ASKED in either_way.ann.last_reply().text


@pytest.mark.parametrize("kind", ["im", "app_home", ...], ids=str)
def test_what_no_person_wrote_there_is_not_answered(network: Network, kind: object) -> None:
    of_bots = {"bot_id": "B9"}, {"user": network.slack.workspace.bot.id}, {"subtype": "bot_message"}
    changed = {"subtype": "message_changed", "message": {"user": "UANN", "text": ASKED}}
    for number, other in enumerate([*of_bots, changed, {"subtype": "message_deleted"}, {"user": None}]):
        assert message(network, channel_type=kind, ts=f"1.{number}", **other).acked
    assert message(network, channel_type=kind, ts="2.1", text="youth voice").acked
    network.ann.last_reply()
    assert len([one for one in network.ann.sees("im") if one.bot_id]) == 1


@pytest.mark.parametrize("kind", ["channel", "group", "mpim", ...], ids=str)
def test_talk_elsewhere_is_not_answered(network: Network, kind: object) -> None:
    assert message(network, channel="CYOUTH", channel_type=kind).acked
    assert message(network, ts="2.1").acked
    network.ann.last_reply()
    assert not [one for one in network.ann.sees("CYOUTH") if one.bot_id]


def test_a_click_without_a_place_is_answered_in_ones_messages(either_way: Network) -> None:
    either_way.ann._begin()
    workspace = either_way.slack.workspace
    button = {"type": "button", "block_id": "b", "action_id": "more", "value": Asking(ASKED).value()}
    whole = payloads.interaction(workspace, either_way.ann.user, "block_actions") | {"actions": [button]}
    nowhere = {"channel": None, "team": None, "enterprise": None, "container": None, "message": None}
    assert either_way.slack.deliver(workspace, "interactive", "block_actions", whole | nowhere, "UANN").acked
    reply = either_way.ann.last_reply()
    assert (reply.channel, ASKED in reply.text) == (workspace.im("UANN").id, True)


def form_without_blocks(network: Network, person: SlackPerson, view: ShownView) -> Delivery:
    """A form as a client sends it that leaves the blocks away: what was typed, and nothing of what was shown."""
    whole = payloads.interaction(network.slack.workspace, person.user, "view_submission", view)
    shown = {name: value for name, value in view.as_slack().items() if name not in ("blocks", "title", "submit")}
    return network.slack.deliver(
        network.slack.workspace, "interactive", "view_submission", whole | {"view": shown}, person.user.id
    )


def test_what_is_wrong_with_a_form_that_came_without_its_blocks_is_said_at_its_fields(network: Network) -> None:
    answer = form_without_blocks(network, network.ann, opened(network.ann)).json
    assert answer["response_action"] == "errors"
    assert {"authority", "categories", "title", "summary"} <= set(answer["errors"])


def test_a_reviewers_form_that_came_without_its_blocks_keeps_what_was_typed(
    slack: StandInSlack, store_url: str
) -> None:
    with reviewed(slack, store_url) as network:
        sends(network, network.ann)
        network.lena.clicks(card(network.lena), "Publish with edits")
        view = network.lena.view()
        view.state["title"]["title"]["value"] = "long " * 40
        answer = form_without_blocks(network, network.lena, view).json
        assert answer["response_action"] == "errors"
        assert "too many" in answer["errors"]["title"]


def test_a_template_of_which_only_the_number_is_told_is_read_under_its_own_name(network: Network) -> None:
    form = network.ann.uploads("form.md", FORM.encode())
    # So Slack tells of the files of people from other workspaces.
    bare = {"id": form.id, "mode": "file_access", "file_access": "check_file_info"}
    assert message(network, subtype="file_share", text="", files=[bare]).acked
    assert "2 initiatives in form.md" in network.ann.last_reply(20).text


@pytest.mark.parametrize(
    "nonsense",
    [
        {"actions": [None]},
        {"channel": "C1", "container": "C1", "message": "C1"},
        {"actions": [{"type": "button", "block_id": "b", "action_id": "open", "value": "\ud83d"}]},
        {"team": "T1", "container": ["C1"]},
    ],
    ids=str,
)
def test_signed_nonsense_is_no_fault_of_the_bots(
    network: Network, nonsense: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    workspace = network.slack.workspace
    network.may_refuse.update(("chat.postMessage", "conversations.open", "views.open"))
    button = {"type": "button", "block_id": "b", "action_id": "more", "value": Asking(ASKED).value()}
    whole = payloads.interaction(workspace, network.ann.user, "block_actions") | {"actions": [button]} | nonsense
    network.slack.deliver(workspace, "interactive", "block_actions", whole, "UANN")
    assert message(network, text="youth voice").acked
    network.ann.wait_for(lambda: [one for one in network.ann.sees("im") if "youth voice" in one.text and one.bot_id])
    assert [record.getMessage() for record in caplog.records if record.exc_info] == []
