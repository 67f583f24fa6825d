"""Each limit of Block Kit at its edge: what just fits is taken, one more is refused, with the place."""

from __future__ import annotations

from typing import Any

import pytest

from bot.sandbox.blocks.surfaces import advice, message_problems, options_problems, view_bytes, view_problems

Json = dict[str, Any]


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(text: str = "a", value: str = "v", **more: Any) -> Json:
    return {"text": plain(text), "value": value, **more}


def options(count: int) -> list[Json]:
    return [option(str(n), str(n)) for n in range(count)]


def button(**more: Any) -> Json:
    return {"type": "button", "action_id": "b", "text": plain("Open"), **more}


def confirm(**more: Any) -> Json:
    return {"title": plain("t"), "text": plain("t"), "confirm": plain("y"), "deny": plain("n"), **more}


def actions(*elements: Json) -> Json:
    return {"type": "actions", "elements": list(elements)}


def section(text: str = "x", **more: Any) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def field(element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": "i", "label": plain("Label"), "element": {"action_id": "a", **element}, **more}


def modal(*blocks: Json, **more: Any) -> Json:
    return {"type": "modal", "title": plain("T"), "submit": plain("Go"), "blocks": list(blocks) or [section()], **more}


def buttons(count: int) -> list[Json]:
    return [button(action_id=str(n)) for n in range(count)]


MESSAGE_EDGES = [
    ("section text", lambda n: section("x" * n), 3000, "/blocks/0/text/text"),
    ("section fields", lambda n: {"type": "section", "fields": [mrkdwn("x")] * n}, 10, "/blocks/0/fields"),
    ("field text", lambda n: {"type": "section", "fields": [mrkdwn("x" * n)]}, 2000, "/blocks/0/fields/0/text"),
    ("header", lambda n: {"type": "header", "text": plain("x" * n)}, 150, "/blocks/0/text/text"),
    ("actions", lambda n: actions(*buttons(n)), 25, "/blocks/0/elements"),
    ("context", lambda n: {"type": "context", "elements": [mrkdwn("x")] * n}, 10, "/blocks/0/elements"),
    ("block_id", lambda n: section(block_id="x" * n), 255, "/blocks/0/block_id"),
    ("action_id", lambda n: actions(button(action_id="x" * n)), 255, "/blocks/0/elements/0/action_id"),
    ("button text", lambda n: actions(button(text=plain("x" * n))), 75, "/blocks/0/elements/0/text/text"),
    ("button value", lambda n: actions(button(value="x" * n)), 2000, "/blocks/0/elements/0/value"),
    ("button url", lambda n: actions(button(url="https://e/".ljust(n, "x"))), 3000, "/blocks/0/elements/0/url"),
    (
        "spoken label",
        lambda n: actions(button(accessibility_label="x" * n)),
        75,
        "/blocks/0/elements/0/accessibility_label",
    ),
    ("confirm title", lambda n: actions(button(confirm=confirm(title=plain("x" * n)))), 100, "/confirm/title/text"),
    ("confirm text", lambda n: actions(button(confirm=confirm(text=plain("x" * n)))), 300, "/confirm/text/text"),
    ("confirm yes", lambda n: actions(button(confirm=confirm(confirm=plain("x" * n)))), 30, "/confirm/confirm/text"),
    ("overflow", lambda n: section(accessory={"type": "overflow", "options": options(n)}), 5, "/accessory/options"),
    ("checkboxes", lambda n: actions({"type": "checkboxes", "options": options(n)}), 10, "/elements/0/options"),
    ("radio buttons", lambda n: actions({"type": "radio_buttons", "options": options(n)}), 10, "/elements/0/options"),
    ("select", lambda n: actions({"type": "static_select", "options": options(n)}), 100, "/elements/0/options"),
    (
        "option text",
        lambda n: actions({"type": "static_select", "options": [option("x" * n)]}),
        75,
        "/options/0/text/text",
    ),
    ("option value", lambda n: actions({"type": "static_select", "options": [option(value="x" * n)]}), 150, "/0/value"),
    (
        "option description",
        lambda n: actions({"type": "static_select", "options": [option(description=plain("x" * n))]}),
        75,
        "/options/0/description/text",
    ),
    (
        "group label",
        lambda n: actions(
            {"type": "static_select", "option_groups": [{"label": plain("x" * n), "options": options(1)}]}
        ),
        75,
        "/option_groups/0/label/text",
    ),
    (
        "placeholder",
        lambda n: actions({"type": "static_select", "options": options(1), "placeholder": plain("x" * n)}),
        150,
        "/placeholder/text",
    ),
    ("alt text", lambda n: {"type": "image", "image_url": "https://e.org/a", "alt_text": "x" * n}, 2000, "/alt_text"),
    (
        "table rows",
        lambda n: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * n},
        100,
        "/blocks/0/rows",
    ),
    ("table columns", lambda n: {"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * n]}, 20, "/rows/0"),
    ("card body", lambda n: {"type": "card", "body": mrkdwn("x" * n)}, 200, "/blocks/0/body/text"),
    (
        "carousel",
        lambda n: {"type": "carousel", "elements": [{"type": "card", "title": plain("x")}] * n},
        10,
        "/elements",
    ),
]


@pytest.mark.parametrize(("name", "make", "most", "place"), MESSAGE_EDGES, ids=[edge[0] for edge in MESSAGE_EDGES])
def test_what_just_fits_into_a_message_is_taken_and_one_more_is_not(
    name: str, make: Any, most: int, place: str
) -> None:
    assert message_problems([make(most)]) == []
    problems = message_problems([make(most + 1)])
    assert len(problems) == 1
    assert problems[0].endswith(f"{place}]")


VIEW_EDGES = [
    ("title", lambda n: modal(title=plain("x" * n)), 24, "/view/title/text"),
    ("submit", lambda n: modal(submit=plain("x" * n)), 24, "/view/submit/text"),
    ("close", lambda n: modal(close=plain("x" * n)), 24, "/view/close/text"),
    ("private_metadata", lambda n: modal(private_metadata="x" * n), 3000, "/view/private_metadata"),
    ("callback_id", lambda n: modal(callback_id="x" * n), 255, "/view/callback_id"),
    ("external_id", lambda n: modal(external_id="x" * n), 255, "/view/external_id"),
    ("blocks", lambda n: modal(*[section()] * n), 100, "/view/blocks"),
    ("label", lambda n: modal(field({"type": "plain_text_input"}, label=plain("x" * n))), 2000, "/blocks/0/label/text"),
    ("hint", lambda n: modal(field({"type": "plain_text_input"}, hint=plain("x" * n))), 2000, "/blocks/0/hint/text"),
    ("max_length", lambda n: modal(field({"type": "plain_text_input", "max_length": n})), 3000, "/element/max_length"),
    ("max_files", lambda n: modal(field({"type": "file_input", "max_files": n})), 10, "/element/max_files"),
    ("alert", lambda n: modal({"type": "alert", "text": mrkdwn("x" * n)}), 200, "/blocks/0/text/text"),
]


@pytest.mark.parametrize(("name", "make", "most", "place"), VIEW_EDGES, ids=[edge[0] for edge in VIEW_EDGES])
def test_what_just_fits_into_a_modal_is_taken_and_one_more_is_not(name: str, make: Any, most: int, place: str) -> None:
    assert view_problems(make(most), "modal") == []
    problems = view_problems(make(most + 1), "modal")
    assert len(problems) == 1
    assert problems[0].endswith(f"{place}]")


def test_a_markdown_block_holds_at_most_twelve_thousand_characters() -> None:
    assert message_problems([{"type": "markdown", "text": "x" * 12_000}]) == []
    assert message_problems([{"type": "markdown", "text": "x" * 12_001}])[0].endswith("[json-pointer:/blocks/0/text]")


def test_fifty_blocks_make_a_message_and_fifty_one_do_not() -> None:
    assert message_problems([section()] * 50) == []
    assert message_problems([section()] * 51) == ["[ERROR] no more than 50 items allowed [json-pointer:/blocks]"]


WRONG_IN_A_MESSAGE: list[tuple[str, list[Any], str]] = [
    ("empty text", [section("")], "must be more than 0 characters"),
    ("no text", [{"type": "section"}], "missing required field: text or fields"),
    ("no elements", [actions()], "must be non-empty"),
    ("unknown block", [{"type": "shout", "text": plain("x")}], "unsupported type: shout"),
    ("no type", [{}], "unsupported type: None"),
    ("not an object", ["x"], "must provide an object"),
    ("unknown element", [actions({"type": "lever"})], "unsupported type: lever"),
    ("mrkdwn header", [{"type": "header", "text": mrkdwn("x")}], "unsupported type: mrkdwn"),
    ("mrkdwn on a button", [actions(button(text=mrkdwn("x")))], "unsupported type: mrkdwn"),
    ("bare string as text", [{"type": "section", "text": "x"}], "must provide an object"),
    (
        "emoji flag on mrkdwn",
        [{"type": "section", "text": {**mrkdwn("x"), "emoji": True}}],
        "additional property: emoji",
    ),
    ("misspelt field", [section(blockid="x")], "additional property: blockid"),
    ("same block_id twice", [section(block_id="a"), section(block_id="a")], "`block_id` already exists: a"),
    ("same action_id twice", [actions(button(), button())], "`action_id` already exists: b"),
    ("odd style", [actions(button(style="green"))], "must be a valid enum value"),
    ("not an address", [actions(button(url="example"))], "must be a valid URL"),
    (
        "image without alt text",
        [{"type": "image", "image_url": "https://e.org/a.png"}],
        "missing required field: alt_text",
    ),
    ("image without source", [{"type": "image", "alt_text": "x"}], "exactly one of image_url and slack_file"),
    ("options and groups", [actions({"type": "static_select"})], "exactly one of options and option_groups"),
    (
        "initial option not offered",
        [actions({"type": "static_select", "options": options(1), "initial_option": option("b", "b")})],
        "must match one of the options",
    ),
    ("odd date", [actions({"type": "datepicker", "initial_date": "1.2.2026"})], "must be a date"),
    ("odd time", [actions({"type": "timepicker", "initial_time": "25:00"})], "must be a time"),
    ("text input in actions", [actions({"type": "plain_text_input"})], "unsupported type: plain_text_input"),
    ("file input in a message", [field({"type": "file_input"})], "not available in a message"),
    ("alert in a message", [{"type": "alert", "text": plain("x")}], "not available in a message"),
    ("markdown together", [{"type": "markdown", "text": "x" * 7000}] * 2, "together must be less than 12001"),
    ("uneven table", [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}], []]}], "same number of cells"),
    ("unknown rich text", [{"type": "rich_text", "elements": [{"type": "rich_text_song"}]}], "rich_text_song"),
    ("long table", [{"type": "table", "rows": [[{"type": "raw_text", "text": "x" * 5001}]] * 2}], "less than 10001"),
    ("empty card", [{"type": "card", "subtitle": plain("x")}], "one of hero_image, title, body, actions"),
    ("number without decimals said", [field({"type": "number_input"})], "missing required field: is_decimal_allowed"),
    ("lengths the wrong way", [field({"type": "plain_text_input", "min_length": 9, "max_length": 3})], "min_length"),
    (
        "response_url outside a modal",
        [actions({"type": "channels_select", "response_url_enabled": True})],
        "only allowed",
    ),
]


@pytest.mark.parametrize(("name", "blocks", "words"), WRONG_IN_A_MESSAGE, ids=[case[0] for case in WRONG_IN_A_MESSAGE])
def test_what_slack_does_not_take_in_a_message_is_named(name: str, blocks: list[Any], words: str) -> None:
    assert any(words in problem for problem in message_problems(blocks))


WRONG_IN_A_MODAL: list[tuple[str, Any, str]] = [
    ("no title", {"type": "modal", "blocks": [section()]}, "missing required field: title"),
    ("no blocks", modal(blocks=[]), "must be non-empty"),
    (
        "an input and no submit",
        {"type": "modal", "title": plain("x"), "blocks": [field({"type": "plain_text_input"})]},
        "submit",
    ),
    ("mrkdwn title", modal(title=mrkdwn("x")), "unsupported type: mrkdwn"),
    ("home where a modal belongs", modal(type="home"), "must be modal"),
    ("markdown", modal({"type": "markdown", "text": "x"}), "not available in a modal"),
    ("an unknown field", modal(colour="red"), "additional property: colour"),
    ("not a view", "view", "must provide an object"),
    (
        "two inputs with the focus",
        modal(*[field({"type": "plain_text_input", "focus_on_load": True}, block_id=str(n)) for n in range(2)]),
        "only one element may have focus_on_load",
    ),
]


@pytest.mark.parametrize(("name", "view", "words"), WRONG_IN_A_MODAL, ids=[case[0] for case in WRONG_IN_A_MODAL])
def test_what_slack_does_not_take_in_a_modal_is_named(name: str, view: Any, words: str) -> None:
    assert any(words in problem for problem in view_problems(view, "modal"))


def test_a_home_takes_no_title_and_may_be_empty() -> None:
    assert view_problems({"type": "home", "blocks": []}, "home") == []
    assert view_problems({"type": "home", "blocks": [], "title": plain("x")}, "home") != []


EVERY_INPUT: list[Json] = [
    {"type": "plain_text_input", "multiline": True, "max_length": 3000, "initial_value": ""},
    {"type": "email_text_input"},
    {"type": "url_text_input"},
    {"type": "number_input", "is_decimal_allowed": False, "min_value": "1", "max_value": "9"},
    {"type": "static_select", "options": options(2), "initial_option": options(2)[1]},
    {"type": "multi_static_select", "options": options(2), "max_selected_items": 2},
    {"type": "external_select", "min_query_length": 0},
    {"type": "multi_external_select"},
    {"type": "users_select"},
    {"type": "multi_users_select"},
    {"type": "conversations_select", "default_to_current_conversation": True, "response_url_enabled": True},
    {"type": "multi_conversations_select", "filter": {"include": ["public"]}},
    {"type": "channels_select"},
    {"type": "multi_channels_select"},
    {"type": "datepicker", "initial_date": "2026-11-23"},
    {"type": "timepicker", "initial_time": "09:30"},
    {"type": "datetimepicker", "initial_date_time": 1_767_225_600},
    {"type": "checkboxes", "options": [{"text": mrkdwn("*a*"), "value": "a"}]},
    {"type": "radio_buttons", "options": options(3)},
    {"type": "rich_text_input"},
    {"type": "file_input", "filetypes": ["docx"], "max_files": 1},
]


@pytest.mark.parametrize("element", EVERY_INPUT, ids=[str(item["type"]) for item in EVERY_INPUT])
def test_every_kind_of_input_stands_in_a_modal(element: Json) -> None:
    assert view_problems(modal(field(element)), "modal") == []


def test_rich_text_with_every_kind_of_leaf_is_taken() -> None:
    leaves: list[Json] = [
        {"type": "text", "text": "a", "style": {"bold": True}},
        {"type": "link", "url": "https://example.org", "text": "b"},
        {"type": "emoji", "name": "tada"},
        {"type": "user", "user_id": "U1"},
        {"type": "channel", "channel_id": "C1"},
        {"type": "broadcast", "range": "here"},
    ]
    parts = [
        {"type": "rich_text_section", "elements": leaves},
        {"type": "rich_text_list", "style": "bullet", "elements": [{"type": "rich_text_section", "elements": leaves}]},
        {"type": "rich_text_quote", "elements": leaves},
        {"type": "rich_text_preformatted", "elements": leaves[:2]},
    ]
    assert message_problems([{"type": "rich_text", "elements": parts}]) == []


def test_an_answer_with_options_holds_at_most_a_hundred() -> None:
    assert options_problems({"options": options(100)}) == []
    assert options_problems({"options": []}) == []
    assert options_problems({"options": options(101)}) != []
    assert options_problems({}) != []


def test_advice_is_given_where_slack_takes_but_changes_a_message() -> None:
    assert advice("short", [section("x")]) == ()
    assert "missing_text_in_message" in advice("", [section("x")])[0]
    assert "split" in advice("x", [section("x" * 3000), section("x" * 1500)])[0]


def test_a_views_size_is_counted_in_bytes() -> None:
    assert view_bytes({"a": "é"}) == len('{"a": "é"}'.encode())
