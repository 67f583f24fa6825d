"""Blocks as a tree of HTML and controls: pure functions. What cannot be drawn is a visible error, never a blank."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Sequence
from typing import Any

from bot.sandbox.mrkdwn import Names, broken, link, mention, mrkdwn
from bot.sandbox.nodes import Child, Control, Node, node
from bot.sandbox.records import File, Json

STYLES = (("code", "code"), ("bold", "strong"), ("italic", "em"), ("strike", "s"), ("underline", "u"))


def draw(blocks: Sequence[Json], names: Names) -> list[Node]:
    """Every block of a message or view, in order."""
    return [draw_block(block, names) for block in blocks]


def draw_block(block: Json, names: Names) -> Node:
    """One block; what is unknown or broken says so where it would stand."""
    kind = str(block.get("type"))
    drawer = DRAWERS.get(kind)
    if drawer is None:
        return undrawable(kind, "the sandbox does not know this kind of block")
    try:
        return drawer(block, names)
    except (KeyError, TypeError, AttributeError, IndexError) as problem:
        return undrawable(kind, f"{type(problem).__name__}: {problem}")


def undrawable(kind: str, reason: str) -> Node:
    """The error that stands in the place of a block."""
    return node("div", f"This {kind} block cannot be drawn: {reason}.", class_="pf-undrawable", role="alert")


def words(text: Json, names: Names) -> tuple[Child, ...]:
    """A text object."""
    if text["type"] == "mrkdwn":
        return mrkdwn(text["text"], names)
    return tuple(broken(text["text"]))


def _section(block: Json, names: Names) -> Node:
    children: list[Child] = []
    if block.get("text"):
        children.append(node("div", *words(block["text"], names), class_="pf-text"))
    if block.get("fields"):
        fields = [node("div", *words(field, names), class_="pf-field") for field in block["fields"]]
        children.append(node("div", *fields, class_="pf-fields"))
    body = node("div", *children, class_="pf-section-body")
    if not block.get("accessory"):
        return node("div", body, class_="pf-section")
    return node("div", body, node("div", _item(block, block["accessory"], names)), class_="pf-section")


def _header(block: Json, names: Names) -> Node:
    return node("div", *words(block["text"], names), class_="pf-header", role="heading", aria_level="3")


def _divider(block: Json, names: Names) -> Node:
    return node("hr")


def _context(block: Json, names: Names) -> Node:
    return node("div", *[_item(block, item, names) for item in block["elements"]], class_="pf-context")


def _actions(block: Json, names: Names) -> Node:
    return node("div", *[Control(block, item) for item in block["elements"]], class_="pf-actions")


def _input(block: Json, names: Names) -> Node:
    return node("div", Control(block, block["element"]), class_="pf-input")


def _image(block: Json, names: Names) -> Node:
    caption = block["title"]["text"] if block.get("title") else block["alt_text"]
    return node("figure", _picture(block), node("figcaption", caption))


def file_node(file: File) -> Node:
    """A file of a message, to be saved; a picture is shown too, with what Slack tells those who do not see it."""
    source = f"data:{file.mimetype};base64,{b64encode(file.content).decode()}"
    said = node("a", f"Save {file.name}", href=source, download=file.name)
    size = f", {len(file.content)} bytes"
    if not file.is_picture:
        return node("div", said, size, class_="pf-file")
    words = f"Read out in its place: {file.alt_txt}" if file.alt_txt else "It has no words for who does not see it."
    caption = node("figcaption", node("div", said, size), node("div", words), class_="pf-hint")
    return node("figure", node("img", src=source, alt=file.alt_txt, class_="pf-drawn"), caption, class_="pf-file")


def _picture(item: Json) -> Node:
    # Never fetched: the sandbox speaks to nothing outside the machine.
    return node("span", f"[picture: {item['alt_text']}]", class_="pf-picture", role="img", aria_label=item["alt_text"])


def _item(block: Json, item: Json, names: Names) -> Child:
    if item["type"] in ("mrkdwn", "plain_text"):
        return node("span", *words(item, names), class_="pf-text")
    return _picture(item) if item["type"] == "image" else Control(block, item)


def _alert(block: Json, names: Names) -> Node:
    level = block.get("level", "default")
    return node("div", *words(block["text"], names), class_=f"pf-alert pf-alert-{level}", role="note")


def _markdown(block: Json, names: Names) -> Node:
    return node("div", *broken(block["text"]), class_="pf-text")


def _table(block: Json, names: Names) -> Node:
    rows = []
    for number, cells in enumerate(block["rows"]):
        tag = "td" if number else "th"
        rows.append(node("tr", *[node(tag, *_cell(cell, names)) for cell in cells]))
    caption = [node("caption", block["caption"])] if block.get("caption") else []
    return node("table", *caption, *rows)


def _cell(cell: Json, names: Names) -> tuple[Child, ...]:
    if cell["type"] == "rich_text":
        return (_rich_text(cell, names),)
    return (str(cell.get("text") or cell.get("value", "")),)


def _rich_text(block: Json, names: Names) -> Node:
    return node("div", *[_part(part, names) for part in block["elements"]], class_="pf-text")


def _part(part: Json, names: Names) -> Node:
    kind = part["type"]
    if kind == "rich_text_list":
        entries = [node("li", *_leaves(item, names)) for item in part["elements"]]
        indent = f"pf-indent-{part.get('indent', 0)}"
        return node("ol" if part["style"] == "ordered" else "ul", *entries, class_=indent)
    tag = {"rich_text_section": "div", "rich_text_quote": "blockquote", "rich_text_preformatted": "pre"}[kind]
    return node(tag, *_leaves(part, names))


def _leaves(part: Json, names: Names) -> list[Child]:
    return [child for leaf in part["elements"] for child in _leaf(leaf, names)]


def _leaf(leaf: Json, names: Names) -> list[Child]:
    drawn: list[Child] = list(LEAVES[leaf["type"]](leaf, names))
    for style, tag in STYLES:
        if (leaf.get("style") or {}).get(style):
            drawn = [node(tag, *drawn)]
    return drawn


LEAVES: dict[str, Callable[[Json, Names], Any]] = {
    "text": lambda leaf, names: broken(leaf["text"]),
    "link": lambda leaf, names: [link(leaf["url"], leaf.get("text") or leaf["url"])],
    "emoji": lambda leaf, names: [f":{leaf['name']}:"],
    "user": lambda leaf, names: [mention(f"@{names.user(leaf['user_id'])}")],
    "usergroup": lambda leaf, names: [mention(f"@{leaf['usergroup_id']}")],
    "channel": lambda leaf, names: [mention(f"#{names.channel(leaf['channel_id'])}")],
    "broadcast": lambda leaf, names: [mention(f"@{leaf['range']}")],
    "date": lambda leaf, names: [leaf.get("fallback") or leaf["format"]],
    "color": lambda leaf, names: [leaf["value"]],
}
DRAWERS: dict[str, Callable[[Json, Names], Node]] = {
    "section": _section,
    "header": _header,
    "divider": _divider,
    "context": _context,
    "actions": _actions,
    "input": _input,
    "image": _image,
    "rich_text": _rich_text,
    "markdown": _markdown,
    "table": _table,
    "data_table": _table,
    "alert": _alert,
}
