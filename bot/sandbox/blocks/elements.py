"""Buttons, menus, inputs and the composition objects in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.blocks.checking import (
    Check,
    Rule,
    Shape,
    anything,
    boolean,
    integer,
    items,
    one_of,
    plain,
    string,
    text,
    url,
)

ID = string(255)
DATE = string(10, pattern=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", form="a date YYYY-MM-DD")
TIME = string(5, pattern=r"([01]\d|2[0-3]):[0-5]\d", form="a time HH:mm")

CONFIRM = Shape(
    {"title": plain(100), "text": text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)
DISPATCH = Shape({}, {"trigger_actions_on": items(one_of("on_enter_pressed", "on_character_entered"), 2)})
CONVERSATION_FILTER = Shape(
    {},
    {
        "include": items(one_of("im", "mpim", "private", "public"), 4),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
SLACK_FILE = Shape({}, {"id": string(255), "url": url()})

MENU_OPTION = Shape({"text": plain(75), "value": string(150)}, {"description": plain(75)})
OVERFLOW_OPTION = Shape({"text": plain(75)}, {"value": string(150), "description": plain(75), "url": url()})
BOX_OPTION = Shape({"text": text(75), "value": string(150)}, {"description": text(75)})
OPTION_GROUP = Shape({"label": plain(75), "options": items(MENU_OPTION, 100)})


@dataclass(frozen=True, slots=True)
class Element:
    """One kind of element, the blocks it may stand in and the surfaces it may stand on."""

    shape: Shape
    places: frozenset[str]
    surfaces: frozenset[str] = frozenset({"message", "modal", "home"})
    interactive: bool = True


def _shape(
    required: dict[str, Rule] | None = None, optional: dict[str, Rule] | None = None, whole: Rule | None = None
) -> Shape:
    return Shape(required or {}, {"action_id": ID, **(optional or {})}, whole)


def _flat(value: dict[str, Any]) -> list[Any]:
    groups = value.get("option_groups")
    if isinstance(groups, list):
        return [o for g in groups if isinstance(g, dict) for o in (g.get("options") or []) if isinstance(o, dict)]
    options = value.get("options")
    return [o for o in options if isinstance(o, dict)] if isinstance(options, list) else []


def _chosen_are_offered(check: Check, value: dict[str, Any], path: str) -> None:
    offered = _flat(value)
    one = value.get("initial_option")
    if one is not None and one not in offered:
        check.wrong(f"{path}/initial_option", "must match one of the options exactly")
    for number, option in enumerate(value.get("initial_options") or []):
        if option not in offered:
            check.wrong(f"{path}/initial_options/{number}", "must match one of the options exactly")


def _one_list_of_options(check: Check, value: dict[str, Any], path: str) -> None:
    if (value.get("options") is None) == (value.get("option_groups") is None):
        check.wrong(path, "must provide exactly one of options and option_groups")
    _chosen_are_offered(check, value, path)


def _min_not_above_max(low: str, high: str) -> Rule:
    def rule(check: Check, value: dict[str, Any], path: str) -> None:
        least, most = value.get(low), value.get(high)
        try:
            if least is not None and most is not None and float(least) > float(most):
                check.wrong(f"{path}/{low}", f"must not be greater than {high}")
        except (TypeError, ValueError):
            check.wrong(f"{path}/{low}", "must be a number")

    return rule


def _image_source(check: Check, value: dict[str, Any], path: str) -> None:
    if (value.get("image_url") is None) == (value.get("slack_file") is None):
        check.wrong(path, "must provide exactly one of image_url and slack_file")


def _response_url_only_in_modal_inputs(check: Check, value: dict[str, Any], path: str) -> None:
    if value.get("response_url_enabled") and (check.surface != "modal" or not path.endswith("/element")):
        check.wrong(f"{path}/response_url_enabled", "only allowed in an input block of a modal")


MENU: dict[str, Rule] = {"placeholder": plain(150), "confirm": CONFIRM, "focus_on_load": boolean}
TYPED: dict[str, Rule] = {"placeholder": plain(150), "dispatch_action_config": DISPATCH, "focus_on_load": boolean}
SEVERAL: dict[str, Rule] = {"max_selected_items": integer(1, 100)}
OPTIONS: dict[str, Rule] = {"options": items(MENU_OPTION, 100), "option_groups": items(OPTION_GROUP, 100)}
CONVERSATIONS: dict[str, Rule] = {"default_to_current_conversation": boolean, "filter": CONVERSATION_FILTER}
RESPONSE_URL: dict[str, Rule] = {"response_url_enabled": boolean}
SLACK_ID = string(30)
FEEDBACK = Shape({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)})

ANYWHERE = frozenset({"section", "actions", "input"})
PRESSED = frozenset({"section", "actions"})
INPUT = frozenset({"input"})


def _menu(optional: dict[str, Rule], required: dict[str, Rule] | None = None, whole: Rule | None = None) -> Element:
    return Element(_shape(required, {**MENU, **optional}, whole), ANYWHERE)


def _typed(optional: dict[str, Rule], required: dict[str, Rule] | None = None, whole: Rule | None = None) -> Element:
    return Element(_shape(required, {**TYPED, **optional}, whole), INPUT)


ELEMENTS: dict[str, Element] = {
    "button": Element(
        _shape(
            {"text": plain(75)},
            {
                "url": url(),
                "value": string(2000),
                "style": one_of("primary", "danger"),
                "confirm": CONFIRM,
                "accessibility_label": string(75),
            },
        ),
        PRESSED,
    ),
    "overflow": Element(_shape({"options": items(OVERFLOW_OPTION, 5)}, {"confirm": CONFIRM}), PRESSED),
    "checkboxes": Element(
        _shape(
            {"options": items(BOX_OPTION, 10)},
            {"initial_options": items(BOX_OPTION, 10), "confirm": CONFIRM, "focus_on_load": boolean},
            _chosen_are_offered,
        ),
        ANYWHERE,
    ),
    "radio_buttons": Element(
        _shape(
            {"options": items(BOX_OPTION, 10)},
            {"initial_option": BOX_OPTION, "confirm": CONFIRM, "focus_on_load": boolean},
            _chosen_are_offered,
        ),
        ANYWHERE,
    ),
    "static_select": _menu({**OPTIONS, "initial_option": MENU_OPTION}, whole=_one_list_of_options),
    "multi_static_select": _menu(
        {**OPTIONS, **SEVERAL, "initial_options": items(MENU_OPTION, 100)}, whole=_one_list_of_options
    ),
    "external_select": _menu({"initial_option": MENU_OPTION, "min_query_length": integer(0, 3000)}),
    "multi_external_select": _menu(
        {**SEVERAL, "initial_options": items(MENU_OPTION, 100), "min_query_length": integer(0, 3000)}
    ),
    "users_select": _menu({"initial_user": SLACK_ID}),
    "multi_users_select": _menu({**SEVERAL, "initial_users": items(SLACK_ID, 100)}),
    "conversations_select": _menu(
        {**CONVERSATIONS, **RESPONSE_URL, "initial_conversation": SLACK_ID}, whole=_response_url_only_in_modal_inputs
    ),
    "multi_conversations_select": _menu({**CONVERSATIONS, **SEVERAL, "initial_conversations": items(SLACK_ID, 100)}),
    "channels_select": _menu({**RESPONSE_URL, "initial_channel": SLACK_ID}, whole=_response_url_only_in_modal_inputs),
    "multi_channels_select": _menu({**SEVERAL, "initial_channels": items(SLACK_ID, 100)}),
    "datepicker": _menu({"initial_date": DATE}),
    "timepicker": _menu({"initial_time": TIME, "timezone": string(100)}),
    "datetimepicker": Element(
        _shape(
            None,
            {
                "initial_date_time": integer(1_000_000_000, 9_999_999_999),
                "confirm": CONFIRM,
                "focus_on_load": boolean,
            },
        ),
        frozenset({"actions", "input"}),
    ),
    "plain_text_input": _typed(
        {
            "initial_value": string(3000, 0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        whole=_min_not_above_max("min_length", "max_length"),
    ),
    "email_text_input": _typed({"initial_value": string(3000)}),
    "url_text_input": _typed({"initial_value": url()}),
    "number_input": _typed(
        {"initial_value": string(100), "min_value": string(100), "max_value": string(100)},
        {"is_decimal_allowed": boolean},
        _min_not_above_max("min_value", "max_value"),
    ),
    "rich_text_input": _typed({"initial_value": anything}),
    "file_input": Element(
        _shape(None, {"filetypes": items(string(20), 100), "max_files": integer(1, 10)}), INPUT, frozenset({"modal"})
    ),
    "image": Element(
        Shape({"alt_text": string(2000)}, {"image_url": url(web_only=True), "slack_file": SLACK_FILE}, _image_source),
        frozenset({"section", "context"}),
        interactive=False,
    ),
    "feedback_buttons": Element(
        _shape({"positive_button": FEEDBACK, "negative_button": FEEDBACK}), frozenset({"context_actions"})
    ),
    "icon_button": Element(
        _shape(
            {"icon": one_of("trash"), "text": plain(75)},
            {
                "value": string(2000),
                "confirm": CONFIRM,
                "accessibility_label": string(75),
                "visible_to_user_ids": items(SLACK_ID, 10),
            },
        ),
        frozenset({"context_actions"}),
    ),
}


def element(place: str) -> Rule:
    """The rule for whatever element may stand in a block of this type."""

    def rule(check: Check, value: Any, path: str) -> None:
        if not isinstance(value, dict):
            check.wrong(path, "must provide an object")
            return
        kind = value.get("type")
        known = ELEMENTS.get(kind) if isinstance(kind, str) else None
        if known is None or place not in known.places:
            check.wrong(path, f"unsupported type: {kind}")
        elif check.surface not in known.surfaces:
            check.wrong(path, f"unsupported type: {kind} (not available in a {check.surface})")
        else:
            known.shape(check, value, path)

    return rule


def unique_action_ids(check: Check, elements: Iterable[Any], path: str) -> None:
    """Within one block every action_id stands once."""
    seen: set[str] = set()
    for item in elements:
        action_id = item.get("action_id") if isinstance(item, dict) else None
        if action_id in seen:
            check.wrong(path, f"`action_id` already exists: {action_id}")
        if isinstance(action_id, str):
            seen.add(action_id)
