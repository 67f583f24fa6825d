"""Slack names every block and element that the app left without a name."""

from __future__ import annotations

import secrets

from bot.sandbox.blocks.surfaces import walk
from bot.sandbox.records import Json
from bot.sandbox.state import VALUE_KEY

USABLE = frozenset(VALUE_KEY) | {"button", "icon_button", "feedback_buttons"}


def fill_ids(blocks: list[Json]) -> list[Json]:
    """Gives each block a block_id and each usable element an action_id, in place, as Slack does."""
    for block in blocks:
        if not block.get("block_id"):
            block["block_id"] = secrets.token_urlsafe(4)
        for item in walk(block):
            if item.get("type") in USABLE and not item.get("action_id"):
                item["action_id"] = secrets.token_urlsafe(4)
    return blocks
