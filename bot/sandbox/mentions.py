"""What in a message would ring somebody's bell, or lead somewhere else than it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.sandbox.blocks.surfaces import walk
from bot.sandbox.records import Json, PostedMessage

TOKEN = re.compile(r"<([^<>\n]+)>")
LOOKS_LIKE_ADDRESS = re.compile(r"(?:https?://)?((?:[\w-]+\.)+[a-z]{2,})(?:[/?#:]|$)", re.IGNORECASE)
BARE_CALL = re.compile(r"(?<!\w)@(here|channel|everyone)\b")


@dataclass(frozen=True, slots=True)
class ShownLink:
    url: str
    label: str

    @property
    def is_disguised(self) -> bool:
        """Whether the label names another site than the one it leads to."""
        named = LOOKS_LIKE_ADDRESS.match(self.label.strip())
        if named is None:
            return False
        host = (urlsplit(self.url).hostname or self.url.removeprefix("mailto:").rpartition("@")[2]).lower()
        return named.group(1).lower().removeprefix("www.") != host.removeprefix("www.")


def live_texts(text: str, blocks: list[Json], *, mrkdwn: bool = True) -> Iterator[str]:
    """Every string in which Slack would read `<...>` as more than text."""
    if text and mrkdwn:
        yield text
    for item in walk(blocks):
        if item.get("type") == "mrkdwn" and isinstance(item.get("text"), str):
            yield item["text"]


def notifications_in(text: str, blocks: list[Json], *, mrkdwn: bool = True, names: bool = False) -> list[str]:
    """The mentions that would notify people: `<!channel>`, `<!subteam^S1>`, `<@U1>` and rich text's own."""
    found: list[str] = []
    for live in live_texts(text, blocks, mrkdwn=mrkdwn):
        for token in TOKEN.findall(live):
            name = token.split("|", 1)[0]
            if name.startswith("@") or re.match(r"!(channel|here|everyone|subteam\^)", name):
                found.append(f"<{token}>")
        if names:
            found += [match.group(0) for match in BARE_CALL.finditer(live)]
    kinds = {"user": "user_id", "usergroup": "usergroup_id", "broadcast": "range"}
    for item in walk(blocks):
        key = kinds.get(str(item.get("type")))
        if key and isinstance(item.get(key), str):
            found.append(f"{item['type']} {item[key]}")
    return found


def notifications(message: PostedMessage) -> list[str]:
    """Whom a message would notify; an answer that only quotes people's words gives none."""
    names = message.link_names or message.parse == "full"
    return notifications_in(message.text, message.blocks, mrkdwn=message.mrkdwn, names=names)


def links(message: PostedMessage) -> list[ShownLink]:
    """Every link of a message, in mrkdwn and in rich text, with what it is called."""
    found: list[ShownLink] = []
    for live in live_texts(message.text, message.blocks, mrkdwn=message.mrkdwn):
        for token in TOKEN.findall(live):
            target, _, label = token.partition("|")
            if target.startswith("!date^"):
                parts = target.split("^")
                if len(parts) > 3:
                    found.append(ShownLink(parts[3], label))
            elif not target.startswith(("@", "#", "!")):
                found.append(ShownLink(target, label or target))
    for item in walk(message.blocks):
        if item.get("type") == "link" and isinstance(item.get("url"), str):
            found.append(ShownLink(item["url"], _label(item)))
    return found


def _label(item: Any) -> str:
    return str(item.get("text") or item["url"])


def disguised_links(message: PostedMessage) -> list[ShownLink]:
    """Links whose words name another place than they lead to."""
    return [link for link in links(message) if link.is_disguised]
