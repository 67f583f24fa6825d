"""What a person types or picks, in the form in which Slack sends it; and what Slack's own client stops."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox import state
from bot.sandbox.errors import CannotDo, NotSent
from bot.sandbox.server import StandInSlack
from bot.sandbox.state import VALUE_KEY

Json = dict[str, Any]


def option(text: str) -> Json:
    return {"text": {"type": "plain_text", "text": text}, "value": text.lower()}


A, B = option("Alpha"), option("Beta")


def field(element: Json, **more: Any) -> Json:
    label = {"type": "plain_text", "text": "Label"}
    return {"type": "input", "block_id": "b", "label": label, "element": {"action_id": "a", **element}, **more}


def opened(slack: StandInSlack, element: Json, **more: Any) -> Any:
    title = {"type": "plain_text", "text": "T"}
    body = {"type": "modal", "title": title, "submit": title, "blocks": [field(element, **more)]}
    return slack.workspace.views.open("UANN", body)


CASES: list[tuple[Json, Any, Any]] = [
    ({"type": "plain_text_input"}, "words", "words"),
    ({"type": "email_text_input"}, "a@b.org", "a@b.org"),
    ({"type": "url_text_input"}, "https://e.org", "https://e.org"),
    ({"type": "number_input", "is_decimal_allowed": True}, 1.5, "1.5"),
    ({"type": "static_select", "options": [A, B]}, "Beta", B),
    ({"type": "multi_static_select", "options": [A, B]}, ["Alpha", "beta"], [A, B]),
    ({"type": "radio_buttons", "options": [A, B]}, "alpha", A),
    ({"type": "checkboxes", "options": [A, B]}, ["Beta"], [B]),
    ({"type": "users_select"}, "ULEAD", "ULEAD"),
    ({"type": "multi_users_select"}, ["ULEAD"], ["ULEAD"]),
    ({"type": "conversations_select"}, "CGENERAL", "CGENERAL"),
    ({"type": "channels_select"}, "CGENERAL", "CGENERAL"),
    ({"type": "datepicker"}, "2026-11-23", "2026-11-23"),
    ({"type": "timepicker"}, "09:30", "09:30"),
    ({"type": "datetimepicker"}, 1_767_225_600, 1_767_225_600),
]


@pytest.mark.parametrize(("element", "typed", "sent"), CASES, ids=[str(case[0]["type"]) for case in CASES])
def test_each_input_sends_its_value_under_its_own_key(
    slack: StandInSlack, element: Json, typed: Any, sent: Any
) -> None:
    view = opened(slack, element)
    delivery = slack.person("ann").submits(view, {"b": typed})
    values = delivery.payload["view"]["state"]["values"]["b"]["a"]
    assert values == {"type": element["type"], VALUE_KEY[element["type"]]: sent}


@pytest.mark.parametrize("element", [case[0] for case in CASES], ids=[str(case[0]["type"]) for case in CASES])
def test_an_optional_input_left_alone_sends_null_or_an_empty_list(slack: StandInSlack, element: Json) -> None:
    delivery = slack.person("ann").submits(opened(slack, element, optional=True))
    value = delivery.payload["view"]["state"]["values"]["b"]["a"][VALUE_KEY[element["type"]]]
    assert value in (None, [])


def test_a_file_and_rich_text_are_sent_as_objects(slack: StandInSlack) -> None:
    ann = slack.person("ann")
    file = ann.uploads("form.docx", b"PK")
    sent = ann.submits(opened(slack, {"type": "file_input"}), {"b": [file]})
    assert sent.payload["view"]["state"]["values"]["b"]["a"]["files"][0]["id"] == file.id
    sent = ann.submits(opened(slack, {"type": "rich_text_input"}), {"b": "words"})
    assert sent.payload["view"]["state"]["values"]["b"]["a"]["rich_text_value"]["type"] == "rich_text"


@pytest.mark.parametrize(
    ("element", "typed"),
    [
        ({"type": "plain_text_input", "min_length": 3}, "ab"),
        ({"type": "plain_text_input", "max_length": 3}, "abcd"),
        ({"type": "email_text_input"}, "nobody"),
        ({"type": "url_text_input"}, "example"),
        ({"type": "number_input", "is_decimal_allowed": False}, "1.5"),
        ({"type": "number_input", "is_decimal_allowed": False}, "many"),
        ({"type": "number_input", "is_decimal_allowed": False, "min_value": "3"}, "2"),
        ({"type": "number_input", "is_decimal_allowed": False, "max_value": "3"}, "4"),
        ({"type": "multi_static_select", "options": [A, B], "max_selected_items": 1}, ["Alpha", "Beta"]),
    ],
)
def test_slacks_own_client_stops_what_does_not_fit(slack: StandInSlack, element: Json, typed: Any) -> None:
    with pytest.raises(NotSent) as stopped:
        slack.person("ann").submits(opened(slack, element), {"b": typed})
    assert list(stopped.value.errors) == ["b"]
    assert slack.deliveries == []


def test_what_is_not_offered_cannot_be_picked(slack: StandInSlack) -> None:
    with pytest.raises(CannotDo, match="Gamma"):
        slack.person("ann").submits(opened(slack, {"type": "static_select", "options": [A]}), {"b": "Gamma"})


def test_what_an_input_begins_with_is_sent_when_nothing_is_changed(slack: StandInSlack) -> None:
    view = opened(slack, {"type": "static_select", "options": [A, B], "initial_option": B})
    sent = slack.person("ann").submits(view)
    assert sent.payload["view"]["state"]["values"]["b"]["a"]["selected_option"] == B


def test_a_new_block_id_resets_what_was_typed() -> None:
    before = state.initial([field({"type": "plain_text_input"})])
    before["b"]["a"]["value"] = "typed"
    renamed = field({"type": "plain_text_input"}) | {"block_id": "c"}
    assert state.initial([field({"type": "plain_text_input"})], before)["b"]["a"]["value"] == "typed"
    assert state.initial([renamed], before)["c"]["a"]["value"] is None


def test_a_response_url_comes_with_a_chosen_channel_when_asked_for(slack: StandInSlack) -> None:
    view = opened(slack, {"type": "conversations_select", "response_url_enabled": True})
    sent = slack.person("ann").submits(view, {"b": "CGENERAL"})
    assert sent.payload["response_urls"][0]["channel_id"] == "CGENERAL"


def test_closing_is_told_only_when_asked_for(slack: StandInSlack) -> None:
    ann = slack.person("ann")
    assert ann.closes(opened(slack, {"type": "plain_text_input"})) is None
    view = opened(slack, {"type": "plain_text_input"})
    view.body["notify_on_close"] = True
    told = ann.closes(view)
    assert told is not None
    assert (told.payload["type"], told.payload["is_cleared"]) == ("view_closed", False)
