"""An answer as it is shared in a channel: who shared it is said first."""

from __future__ import annotations

import re

from bot.views.kit.blocks import Block, SlackMessage

_USER = re.compile(r"[UW][A-Z0-9]+")


def shared_message(message: SlackMessage, user: str, name: str) -> SlackMessage:
    """The answer for everyone in the channel; only the person who shared it is mentioned, in the text by name."""
    said = f"Shared from Practice Finder by {name}.\n{message.said}"
    if not _USER.fullmatch(user):
        return SlackMessage(said, message.blocks)
    words: list[Block] = [
        {"type": "text", "text": "Shared from Practice Finder by "},
        {"type": "user", "user_id": user},
    ]
    opening: Block = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": words}]}
    return SlackMessage(said, (opening, *message.blocks))
