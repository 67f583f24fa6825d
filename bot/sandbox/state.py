"""What stands in inputs and menus: values as Slack sends them in state.values and in actions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from bot.sandbox.blocks.surfaces import walk
from bot.sandbox.records import File, Json

VALUE_KEY = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "overflow": "selected_option",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "checkboxes": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "rich_text_input": "rich_text_value",
    "file_input": "files",
}
INITIAL_KEY = {
    "value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_user": "initial_user",
    "selected_users": "initial_users",
    "selected_conversation": "initial_conversation",
    "selected_conversations": "initial_conversations",
    "selected_channel": "initial_channel",
    "selected_channels": "initial_channels",
    "selected_date": "initial_date",
    "selected_time": "initial_time",
    "selected_date_time": "initial_date_time",
    "rich_text_value": "initial_value",
}
SEVERAL = frozenset({"selected_options", "selected_users", "selected_conversations", "selected_channels", "files"})
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
URL = re.compile(r"https?://[^\s/]+\S*")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def elements(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each (block, element that a person can use) of a message or view, in the order of reading."""
    for block in blocks:
        found = [block.get("accessory"), block.get("element"), *(block.get("elements") or ())]
        for item in found:
            if isinstance(item, dict) and item.get("action_id"):
                yield block, item
        if block.get("type") in ("card", "carousel", "container"):
            for item in walk([value for key, value in block.items() if key != "elements"]):
                if item.get("type") == "button":
                    yield block, item


def options_of(element: Json) -> list[Json]:
    """All options that an element offers, groups taken together."""
    if element.get("option_groups"):
        return [option for group in element["option_groups"] for option in group["options"]]
    return list(element.get("options") or ())


def empty(kind: str) -> Any:
    """What an untouched element holds."""
    return [] if VALUE_KEY[kind] in SEVERAL else None


def as_state(element: Json, value: Any) -> Json:
    """A value in the form of state.values[block_id][action_id]."""
    kind = element["type"]
    out: Json = {"type": kind, VALUE_KEY[kind]: value}
    if kind == "timepicker" and element.get("timezone"):
        out["timezone"] = element["timezone"]
    return out


def initial(blocks: list[Json], kept: Json | None = None) -> Json:
    """The values a form starts with; what stands in `kept` under the same block_id, action_id and type stays."""
    out: Json = {}
    for block, element in elements(blocks):
        kind = element["type"]
        if kind not in VALUE_KEY or kind == "overflow":
            continue
        before = ((kept or {}).get(block["block_id"]) or {}).get(element["action_id"])
        if before is None or before["type"] != kind:
            before = as_state(element, element.get(INITIAL_KEY.get(VALUE_KEY[kind], ""), empty(kind)))
        out.setdefault(block["block_id"], {})[element["action_id"]] = before
    return out


def option_named(element: Json, wanted: object, offered: list[Json] | None = None) -> Json | None:
    """The option with this value or this text."""
    options = options_of(element) if offered is None else offered
    if isinstance(wanted, dict):
        return wanted
    for option in options:
        if wanted in (option.get("value"), option["text"]["text"]):
            return option
    return None


def from_person(element: Json, value: Any, offered: list[Json] | None = None) -> Any:
    """What a person typed or picked, in the element's own form. LookupError when it is not offered."""
    kind, key = element["type"], VALUE_KEY[element["type"]]
    if value is None or value == "":
        return empty(kind)
    if key == "selected_option":
        option = option_named(element, value, offered)
        if option is None:
            raise LookupError(f"{value!r} is not offered")
        return option
    if key == "selected_options":
        picked = [option_named(element, item, offered) for item in value]
        if None in picked:
            raise LookupError(f"not all of {value!r} are offered")
        return picked
    if kind == "rich_text_input" and isinstance(value, str):
        leaf = {"type": "text", "text": value}
        return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [leaf]}]}
    if key == "files":
        return [item.as_slack() if isinstance(item, File) else item for item in value]
    if key in SEVERAL:
        return list(value)
    return value if kind == "datetimepicker" else str(value)


def _complaint(element: Json, value: Any) -> str:
    kind = element["type"]
    if kind == "plain_text_input":
        if len(value) < element.get("min_length", 0):
            return f"This must be at least {element['min_length']} characters."
        if len(value) > element.get("max_length", 3000):
            return f"This must be at most {element.get('max_length', 3000)} characters."
    elif kind == "email_text_input" and not EMAIL.fullmatch(value):
        return "Please enter an email address."
    elif kind == "url_text_input" and not URL.fullmatch(value):
        return "Please enter a web address."
    elif kind == "number_input":
        return _number_complaint(element, value)
    elif kind == "file_input" and len(value) > element.get("max_files", 10):
        return f"At most {element.get('max_files', 10)} files."
    elif VALUE_KEY[kind] in SEVERAL and len(value) > element.get("max_selected_items", 100):
        return f"Please choose at most {element['max_selected_items']}."
    return ""


def _number_complaint(element: Json, value: str) -> str:
    if not NUMBER.fullmatch(value) or ("." in value and not element["is_decimal_allowed"]):
        return "Please enter a number."
    if "min_value" in element and float(value) < float(element["min_value"]):
        return f"This must be at least {element['min_value']}."
    if "max_value" in element and float(value) > float(element["max_value"]):
        return f"This must be at most {element['max_value']}."
    return ""


def complaints(blocks: list[Json], state: Json) -> dict[str, str]:
    """What Slack's own client says under each input before anything is sent: block_id -> words."""
    found: dict[str, str] = {}
    for block in blocks:
        if block.get("type") != "input":
            continue
        element = block["element"]
        value = state[block["block_id"]][element["action_id"]][VALUE_KEY[element["type"]]]
        if not value:
            if not block.get("optional"):
                found[block["block_id"]] = "Please complete this required field."
            continue
        words = _complaint(element, value)
        if words:
            found[block["block_id"]] = words
    return found
