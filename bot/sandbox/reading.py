"""The words that a person reads in a message or view, in reading order, without marks."""

from __future__ import annotations

import html
import re
from typing import Any

from bot.sandbox.records import Json, PostedMessage, ShownView

SKIPPED = frozenset(
    {"type", "block_id", "action_id", "value", "style", "url", "image_url", "callback_id", "private_metadata"}
)
IN_ORDER = ("title", "label", "text", "fields", "hint", "element", "accessory", "elements", "options")
TOKEN = re.compile(r"<(?:[^<>|\n]+\|)?([^<>|\n]+)>")


def plain(mrkdwn: str) -> str:
    """mrkdwn as it is read: links by their label, entities as characters; emphasis marks stay."""
    return html.unescape(TOKEN.sub(r"\1", mrkdwn))


def words(value: Any) -> list[str]:
    """Every piece of text in blocks, in the order of reading."""
    if isinstance(value, list):
        return [piece for item in value for piece in words(item)]
    if not isinstance(value, dict):
        return []
    if isinstance(value.get("text"), str):
        text = value["text"]
        return [plain(text) if value.get("type") == "mrkdwn" else text]
    found: list[str] = []
    for key in [*IN_ORDER, *(k for k in value if k not in IN_ORDER and k not in SKIPPED)]:
        item = value.get(key)
        if isinstance(item, str) and key in ("alt_text", "title"):
            found.append(item)
        elif isinstance(item, (dict, list)):
            found += words(item)
    return found


def read_blocks(blocks: list[Json]) -> str:
    """The words of blocks, a line each."""
    return "\n".join(words(blocks))


def read_message(message: PostedMessage) -> str:
    """What a person reads: the blocks where there are any, else the text."""
    return read_blocks(message.blocks) if message.blocks else plain(message.text)


def read_view(view: ShownView) -> str:
    """The words of a modal or Home, title first, with errors under inputs."""
    return "\n".join(filter(None, [view.title, view.trouble, read_blocks(view.blocks), *view.errors.values()]))
