"""Slack's mrkdwn as a tree: emphasis, code, quotes, links and mentions.

Source: docs.slack.dev/messaging/formatting-message-text
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Protocol

from bot.sandbox.nodes import Child, Node, node

SAFE_LINK = re.compile(r"(https?://|mailto:|tel:)", re.IGNORECASE)
INLINE = re.compile(
    r"```(?P<pre>.+?)```"
    r"|`(?P<code>[^`\n]+)`"
    r"|<(?P<token>[^<>\n]+)>"
    r"|(?<![\w*])\*(?P<strong>[^\s*](?:[^*\n]*[^\s*])?)\*(?![\w*])"
    r"|(?<![\w_])_(?P<em>[^\s_](?:[^_\n]*[^\s_])?)_(?![\w_])"
    r"|(?<![\w~])~(?P<s>[^\s~](?:[^~\n]*[^\s~])?)~(?![\w~])",
    re.DOTALL,
)
QUOTE = re.compile(r"(?:&gt;|>) ?(.*)")
DATE_WORDS = re.compile(r"\{(\w+)\}")


class Names(Protocol):
    """Who and what an id stands for."""

    def user(self, user_id: str) -> str: ...

    def channel(self, channel_id: str) -> str: ...


def unescape(text: str) -> str:
    """Slack's three entities as characters."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def mrkdwn(text: str, names: Names) -> tuple[Child, ...]:
    """The text as a tree; lines that begin with `>` stand together in a quote."""
    out: list[Child] = []
    for quoted, lines in _runs(text):
        inside = tuple(_inline("\n".join(lines), names))
        if quoted:
            out.append(node("blockquote", *inside))
        else:
            out.extend(inside)
    return tuple(out)


def link(url: str, *label: Child) -> Node:
    """A link out of the page; anything but a web, mail or telephone address is shown as it stands."""
    if not SAFE_LINK.match(url):
        return node("span", *label)
    return node("a", *label, href=url, target="_blank", rel="noopener noreferrer")


def mention(words: str) -> Node:
    """A person, channel or group that is addressed."""
    return node("span", words, class_="pf-mention")


def broken(text: str) -> Iterator[Child]:
    """Literal text with its line breaks."""
    for number, line in enumerate(text.split("\n")):
        if number:
            yield node("br")
        if line:
            yield line


def _runs(text: str) -> Iterator[tuple[bool, list[str]]]:
    lines: list[str] = []
    quoted = fenced = False
    for line in text.split("\n"):
        match = None if fenced else QUOTE.fullmatch(line)
        if lines and bool(match) != quoted:
            yield quoted, lines
            lines = []
        quoted = bool(match)
        lines.append(match.group(1) if match else line)
        if line.count("```") % 2:
            fenced = not fenced
    yield quoted, lines


def _inline(text: str, names: Names) -> Iterator[Child]:
    position = 0
    for match in INLINE.finditer(text):
        yield from broken(unescape(text[position : match.start()]))
        kind, inside = match.lastgroup or "", match.group(match.lastgroup or 0)
        if kind == "token":
            yield _token(inside, names)
        elif kind in ("pre", "code"):
            yield node(kind, unescape(inside.strip("\n")))
        else:
            yield node(kind, *_inline(inside, names))
        position = match.end()
    yield from broken(unescape(text[position:]))


def _token(inside: str, names: Names) -> Node:
    target, _, label = inside.partition("|")
    target, label = unescape(target), unescape(label)
    if target.startswith("@"):
        return mention(f"@{label or names.user(target[1:])}")
    if target.startswith("#"):
        return mention(f"#{label or names.channel(target[1:])}")
    if target.startswith("!date^"):
        return _date(target, label)
    if target.startswith("!"):
        return mention(label or f"@{target[1:].split('^')[0]}")
    return link(target, label or target.removeprefix("mailto:"))


def _date(target: str, fallback: str) -> Node:
    try:
        _, moment, written, *address = target.split("^")
        when = datetime.fromtimestamp(int(moment), UTC)
    except (ValueError, OverflowError, OSError):  # no moment, or nothing to write of it
        return node("span", fallback)
    forms = {"time": "%H:%M", "time_secs": "%H:%M:%S", "date_num": "%Y-%m-%d", "date_short": "%-d %b %Y"}
    words = DATE_WORDS.sub(lambda m: when.strftime(forms.get(m.group(1), "%-d %B %Y")), written)
    return link(address[0], words) if address else node("span", words)
