"""Whole messages, modals and App Homes, and the options that an app offers to a menu."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any

from bot.sandbox.blocks.checking import Check, Shape, anything, boolean, items, plain, string
from bot.sandbox.blocks.elements import MENU_OPTION, OPTION_GROUP
from bot.sandbox.blocks.layout import block

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_TEXT = 40_000
MARKDOWN_TEXT = 12_000  # of all markdown blocks of a message together
VIEW_BYTES = 250_000
TABLE_TEXT = {"table": 10_000, "data_table": 20_000}  # of all cells of a message together
OPTIONS = 100

METADATA = string(3000, 0)
VIEW_ID = string(255, 0)
MODAL_VIEW = Shape(
    {"type": anything, "title": plain(24), "blocks": items(block, VIEW_BLOCKS)},
    {
        "submit": plain(24),
        "close": plain(24),
        "private_metadata": METADATA,
        "callback_id": VIEW_ID,
        "external_id": VIEW_ID,
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME_VIEW = Shape(
    {"type": anything, "blocks": items(block, VIEW_BLOCKS, 0)},
    {"private_metadata": METADATA, "callback_id": VIEW_ID, "external_id": VIEW_ID},
)


def walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every object inside a block tree, outer ones first."""
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from walk(item)
    elif isinstance(value, list):
        for item in value:
            yield from walk(item)


def _cell_text(table: dict[str, Any]) -> int:
    return sum(len(str(item["text"])) for item in walk(table.get("rows")) if isinstance(item.get("text"), str))


def _whole(check: Check, blocks: Any, path: str) -> None:
    """What can only be told from all the blocks together."""
    if not isinstance(blocks, list):
        return
    ids = Counter(item.get("block_id") for item in blocks if isinstance(item, dict) and item.get("block_id"))
    for block_id, times in ids.items():
        if times > 1:
            check.wrong(path, f"`block_id` already exists: {block_id}")
    if sum(1 for item in walk(blocks) if item.get("focus_on_load") is True) > 1:
        check.wrong(path, "only one element may have focus_on_load")
    kinds = [(item.get("type"), item) for item in blocks if isinstance(item, dict)]
    if sum(len(str(item.get("text", ""))) for kind, item in kinds if kind == "markdown") > MARKDOWN_TEXT:
        check.wrong(path, f"markdown blocks together must be less than {MARKDOWN_TEXT + 1} characters")
    for table, most in TABLE_TEXT.items():
        if sum(_cell_text(item) for kind, item in kinds if kind == table) > most:
            check.wrong(path, f"{table} cells together must be less than {most + 1} characters")


def message_problems(blocks: Any, path: str = "/blocks") -> list[str]:
    """What Slack would refuse in the blocks of a message; empty when it would take them."""
    check = Check("message")
    items(block, MESSAGE_BLOCKS, 0)(check, blocks, path)
    _whole(check, blocks, path)
    return check.problems


def view_problems(view: Any, kind: str, path: str = "/view") -> list[str]:
    """What Slack would refuse in a view of this kind (modal or home)."""
    check = Check(kind)
    if not isinstance(view, dict):
        check.wrong(path, "must provide an object")
        return check.problems
    if view.get("type") != kind:
        check.wrong(f"{path}/type", f"must be {kind}")
    (MODAL_VIEW if kind == "modal" else HOME_VIEW)(check, view, path)
    blocks = view.get("blocks")
    _whole(check, blocks, f"{path}/blocks")
    has_input = isinstance(blocks, list) and any(isinstance(b, dict) and b.get("type") == "input" for b in blocks)
    if kind == "modal" and has_input and not view.get("submit"):
        check.wrong(f"{path}/submit", "missing required field: submit (a modal with an input block needs it)")
    return check.problems


def view_bytes(view: Any) -> int:
    """The size that counts for view_too_large."""
    return len(json.dumps(view, ensure_ascii=False).encode())


def options_problems(answer: Any) -> list[str]:
    """What Slack would refuse in an app's answer to a block_suggestion."""
    check = Check("modal")
    if not isinstance(answer, dict) or ("options" in answer) == ("option_groups" in answer):
        check.wrong("", "must provide exactly one of options and option_groups")
        return check.problems
    if "options" in answer:
        items(MENU_OPTION, OPTIONS, 0)(check, answer["options"], "/options")
    else:
        items(OPTION_GROUP, OPTIONS, 0)(check, answer["option_groups"], "/option_groups")
    return check.problems


def advice(text: str, blocks: Any) -> tuple[str, ...]:
    """What Slack takes but shows otherwise than meant."""
    found = []
    if blocks and not text:
        found.append("missing_text_in_message: screen readers and notifications read only the top-level text")
    if len(text) > 4000:
        found.append("message_truncated: text over 4,000 characters is folded or cut")
    written = sum(len(item["text"]) for item in walk(blocks) if isinstance(item.get("text"), str))
    if written > 4000:
        found.append(f"blocks hold {written} characters: over about 4,000 Slack may split the message")
    return tuple(found)
