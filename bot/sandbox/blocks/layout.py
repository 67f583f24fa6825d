"""The blocks of a message, a modal or an App Home."""

from __future__ import annotations

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
from bot.sandbox.blocks.elements import ID, SLACK_FILE, element, unique_action_ids
from bot.sandbox.blocks.richtext import RICH_TEXT_PART

ALL = frozenset({"message", "modal", "home"})
MESSAGE = frozenset({"message"})
MODAL = frozenset({"modal"})


@dataclass(frozen=True, slots=True)
class Block:
    """One kind of block and the surfaces it may stand on."""

    shape: Shape
    surfaces: frozenset[str] = ALL


def _block(
    required: dict[str, Rule] | None = None,
    optional: dict[str, Rule] | None = None,
    whole: Rule | None = None,
    surfaces: frozenset[str] = ALL,
) -> Block:
    return Block(Shape(required or {}, {"block_id": ID, **(optional or {})}, whole), surfaces)


def _text_or_fields(check: Check, value: dict[str, Any], path: str) -> None:
    if value.get("text") is None and value.get("fields") is None:
        check.wrong(path, "missing required field: text or fields")


def _unique_actions(check: Check, value: dict[str, Any], path: str) -> None:
    elements = value.get("elements")
    if isinstance(elements, list):
        unique_action_ids(check, elements, f"{path}/elements")


def _image_source(check: Check, value: dict[str, Any], path: str) -> None:
    if (value.get("image_url") is None) == (value.get("slack_file") is None):
        check.wrong(path, "must provide exactly one of image_url and slack_file")


def _context_item(check: Check, value: Any, path: str) -> None:
    if isinstance(value, dict) and value.get("type") in ("plain_text", "mrkdwn"):
        text(3000)(check, value, path)
    else:
        element("context")(check, value, path)


def _table_cell(check: Check, value: Any, path: str) -> None:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind == "raw_text":
        Shape({"text": string(10_000)})(check, value, path)
    elif kind == "raw_number":
        Shape({"value": anything}, {"text": string(10_000)})(check, value, path)
    elif kind == "rich_text":
        RICH_TEXT(check, value, path)
    else:
        check.wrong(path, f"unsupported type: {kind}")


def _same_width(check: Check, value: dict[str, Any], path: str) -> None:
    rows = value.get("rows")
    if isinstance(rows, list) and len({len(row) for row in rows if isinstance(row, list)}) > 1:
        check.wrong(f"{path}/rows", "must have the same number of cells in each row")


def _card_says_something(check: Check, value: dict[str, Any], path: str) -> None:
    if not any(value.get(name) for name in ("hero_image", "title", "body", "actions")):
        check.wrong(path, "missing required field: one of hero_image, title, body, actions")
    if value.get("icon") and value.get("slack_icon"):
        check.wrong(path, "must provide only one of icon and slack_icon")


def _child_block(check: Check, value: Any, path: str) -> None:
    block(check, value, path)


RICH_TEXT = Shape({"elements": items(RICH_TEXT_PART, 1000)}, {"block_id": ID})
IMAGE_FIELDS: dict[str, Rule] = {"image_url": url(web_only=True), "slack_file": SLACK_FILE, "title": plain(2000)}
IMAGE = Shape({"alt_text": string(2000)}, {"block_id": ID, **IMAGE_FIELDS}, _image_source)
CARD = Shape(
    {},
    {
        "block_id": ID,
        "title": text(150),
        "subtitle": text(150),
        "body": text(200),
        "subtext": text(200),
        "hero_image": Shape({"alt_text": string(2000)}, IMAGE_FIELDS, _image_source),
        "icon": Shape({"alt_text": string(2000)}, IMAGE_FIELDS, _image_source),
        "slack_icon": anything,
        "actions": items(element("actions"), 3),
    },
    _card_says_something,
)
TASK: dict[str, Rule] = {
    "task_id": ID,
    "title": string(150),
    "status": one_of("pending", "in_progress", "complete", "error"),
}
TASK_CARD = Shape(TASK, {"block_id": ID, "details": anything, "output": anything, "sources": anything})

BLOCKS: dict[str, Block] = {
    "section": _block(
        None,
        {"text": text(3000), "fields": items(text(2000), 10), "accessory": element("section"), "expand": boolean},
        _text_or_fields,
    ),
    "header": _block({"text": plain(150)}),
    "divider": _block(),
    "actions": _block({"elements": items(element("actions"), 25)}, None, _unique_actions),
    "context": _block({"elements": items(_context_item, 10)}),
    "context_actions": _block({"elements": items(element("context_actions"), 5)}, None, _unique_actions, MESSAGE),
    "input": _block(
        {"label": plain(2000), "element": element("input")},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "image": Block(IMAGE),
    "markdown": _block({"text": string(12_000)}, None, None, MESSAGE),
    "rich_text": Block(RICH_TEXT),
    "table": _block(
        {"rows": items(items(_table_cell, 20), 100)},
        {"column_settings": items(anything, 20)},
        _same_width,
        MESSAGE,
    ),
    "data_table": _block(
        {"rows": items(items(_table_cell, 20), 201, 2), "caption": string(150)},
        {"page_size": integer(1, 100), "row_header_column_index": integer(0, 19), "column_settings": anything},
        _same_width,
        MESSAGE,
    ),
    "alert": _block(
        {"text": text(200)},
        {"level": one_of("default", "info", "warning", "error", "success")},
        None,
        MODAL,
    ),
    "card": Block(CARD, MESSAGE),
    "carousel": _block({"elements": items(CARD, 10)}, None, None, MESSAGE),
    "container": _block(
        {"child_blocks": items(_child_block, 10)}, {"title": text(150), "subtitle": text(150)}, None, MESSAGE
    ),
    "task_card": Block(TASK_CARD, MESSAGE),
    "plan": _block({"title": string(150)}, {"tasks": items(TASK_CARD, 50)}, None, MESSAGE),
    "video": _block(
        {
            "title": plain(199),
            "video_url": url(web_only=True),
            "thumbnail_url": url(web_only=True),
            "alt_text": string(2000),
        },
        {
            "author_name": string(49),
            "description": plain(199),
            "provider_icon_url": url(web_only=True),
            "provider_name": string(100),
            "title_url": url(web_only=True),
        },
    ),
    "file": _block({"external_id": ID, "source": one_of("remote")}, None, None, MESSAGE),
    "call": _block({"call_id": ID}, {"call": anything}, None, MESSAGE),
    "auth_provider": _block({"name": string(75), "value": string(150)}, None, None, MESSAGE),
}


def block(check: Check, value: Any, path: str) -> None:
    """Any block that may stand on the surface being checked."""
    if not isinstance(value, dict):
        check.wrong(path, "must provide an object")
        return
    kind = value.get("type")
    known = BLOCKS.get(kind) if isinstance(kind, str) else None
    if known is None:
        check.wrong(path, f"unsupported type: {kind}")
    elif check.surface not in known.surfaces:
        check.wrong(path, f"unsupported type: {kind} (not available in a {check.surface})")
    else:
        known.shape(check, value, path)
