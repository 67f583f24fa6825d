"""Block Kit: the one place that knows Slack's limits, escapes and trims. Plain dicts in, plain dicts out.

Limits are those of Slack's reference pages for blocks, elements and composition objects (read September 2026), in
UTF-16 units as Slack's clients count.
Whatever people or sources wrote goes into rich text or plain text, which Slack never interprets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.views.kit.lines import Line, Span, plain
from knowledge.domain.text import cut, units

Block = dict[str, Any]

MESSAGE_BLOCKS = 50
MODAL_BLOCKS = 100
#: Slack refuses a view of more than 250 kB; the rest of the view needs little.
VIEW_BYTES = 240_000
#: Characters of a message whose buttons decide on it: Slack splits a message whose blocks hold more than some 4,000,
#: and buttons must not part from what they decide on.
CARD_TEXT = 2800
#: Slack cuts a message's text at 40,000 and asks for 4,000 at most.
MESSAGE_TEXT = 4000
HEADER_TEXT = 150
MODAL_TITLE = 24
BUTTON_TEXT = 75
BUTTON_VALUE = 2000
BUTTON_LABEL = 75
CONFIRM_TITLE = 100
CONFIRM_TEXT = 300
ACTIONS_ELEMENTS = 25
SECTION_TEXT = 3000
OPTION_TEXT = 75
OPTION_VALUE = 150
OPTIONS = 100
#: Checkboxes and radio buttons take fewer options than menus.
BOXES = 10
INPUT_LABEL = 2000
INPUT_TEXT = 3000
PLACEHOLDER = 150
METADATA = 3000
#: Slack names no limit for the words under a field; longer ones are not read.
FIELD_ERROR = 400
#: Slack names no limit for rich text; kept under a section's, beyond which clients fold text away.
RICH_TEXT = 3000


def escape(text: str) -> str:
    """Make text inert in mrkdwn and in a message's top-level text: no mention, link or entity survives."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def shorten(text: str, limit: int) -> str:
    """Text of at most `limit` characters, cut between words where that loses little, ending in an ellipsis."""
    if units(text) <= limit:
        return text
    room = limit - 1
    kept = cut(text, room)
    in_a_word = not (kept[-1:].isspace() or text[len(kept)].isspace())
    if in_a_word and " " in kept[int(room * 0.7) :]:
        kept = kept.rsplit(None, 1)[0]
    return kept.rstrip(" ,;:.") + "…"


def escaped(text: str, limit: int) -> str:
    """Escaped text of at most `limit` characters; cut before escaping, so never inside an entity."""
    room = limit
    while (size := units(made := escape(shorten(text, room)))) > limit:
        room -= max(1, (size - limit) // 5)
    return made


@dataclass(frozen=True, slots=True)
class SlackMessage:
    """What the bot says: `said` in plain text, whole, for screen readers and terminals; `blocks` the same, drawn."""

    said: str
    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The message's top-level text, escaped and within Slack's limit."""
        return escaped(self.said, MESSAGE_TEXT)

    def payload(self) -> dict[str, Any]:
        """The arguments common to every way of posting it: nothing unfurls, nothing is parsed."""
        return {
            "text": self.text,
            "blocks": list(self.blocks[:MESSAGE_BLOCKS]),
            "unfurl_links": False,
            "unfurl_media": False,
            # Shown itself only where there are no blocks: stars are stars then, too.
            **({} if self.blocks else {"mrkdwn": False}),
        }


def message(lines: Sequence[Line], *blocks: Block) -> SlackMessage:
    """A message that says `lines`, followed by further blocks (buttons)."""
    return SlackMessage(plain(lines), (*rich_text(lines), *blocks))


def rich_text(lines: Iterable[Line]) -> list[Block]:
    """The lines as rich text blocks: rows stay rows, bullets become lists, nothing is interpreted.

    Several blocks when there is more text than one should hold; an empty list for no lines.
    """
    blocks: list[list[Block]] = []
    used = 0
    for each in lines:
        size = len(each.plain)
        if not blocks or used + size > RICH_TEXT:
            blocks.append([])
            used = 0
        used += size
        _append(blocks[-1], each)
    return [{"type": "rich_text", "elements": elements} for elements in blocks if elements]


def _append(elements: list[Block], each: Line) -> None:
    spans = [_element(span) for span in each.spans if span.text]
    if each.bullet:
        if not elements or elements[-1]["type"] != "rich_text_list":
            elements.append({"type": "rich_text_list", "style": "bullet", "elements": []})
        elements[-1]["elements"].append({"type": "rich_text_section", "elements": spans})
        return
    if elements and elements[-1]["type"] == "rich_text_section":
        elements[-1]["elements"] += [{"type": "text", "text": "\n"}, *spans]
    elif spans:
        elements.append({"type": "rich_text_section", "elements": spans})


def _element(span: Span) -> Block:
    style = {name: True for name in ("bold", "italic") if getattr(span, name)}
    element: Block = {"type": "link", "url": span.link} if span.link else {"type": "text"}
    element["text"] = shorten(span.text, RICH_TEXT)
    if style:
        element["style"] = style
    return element


def plain_text(text: str, limit: int) -> Block:
    """Text that Slack shows as it stands, of at most `limit` characters."""
    return {"type": "plain_text", "text": shorten(text, limit), "emoji": False}


def header(text: str) -> Block:
    """A heading, in large letters."""
    return {"type": "header", "text": plain_text(text, HEADER_TEXT)}


def divider() -> Block:
    """A line between two parts."""
    return {"type": "divider"}


def button(text: str, action_id: str, value: str, *, label: str | None = None, confirm: Block | None = None) -> Block:
    """A button; `label` is what a screen reader says instead of `text`. Too long a value is our error: ValueError."""
    if units(value) > BUTTON_VALUE:
        raise ValueError(f"the value of button “{text}” has {units(value)} characters, {BUTTON_VALUE} are allowed")
    element: Block = {
        "type": "button",
        "text": plain_text(text, BUTTON_TEXT),
        "action_id": action_id,
        "value": value,
    }
    if label:
        element["accessibility_label"] = shorten(label, BUTTON_LABEL)
    if confirm:
        element["confirm"] = confirm
    return element


def confirm(title: str, text: str, *, yes: str, no: str) -> Block:
    """The question asked before a button does something that others will see."""
    return {
        "title": plain_text(title, CONFIRM_TITLE),
        "text": plain_text(text, CONFIRM_TEXT),
        "confirm": plain_text(yes, 30),
        "deny": plain_text(no, 30),
    }


def actions(elements: Sequence[Block]) -> list[Block]:
    """The buttons as one block; no block for no button."""
    return [{"type": "actions", "elements": list(elements[:ACTIONS_ELEMENTS])}] if elements else []


def modal(title: str, blocks: Sequence[Block], *, callback_id: str, close: str = "Close") -> Block:
    """A modal that is only read."""
    return {
        "type": "modal",
        "callback_id": callback_id,
        "title": plain_text(title, MODAL_TITLE),
        "close": plain_text(close, MODAL_TITLE),
        "blocks": list(blocks[:MODAL_BLOCKS]),
    }


def form(
    title: str,
    blocks: Sequence[Block],
    *,
    callback_id: str,
    submit: str,
    close: str = "Close",
    metadata: str = "",
    notify: bool = False,
) -> Block:
    """A modal that is filled in and sent; `notify`: Slack tells when it is closed. Too long metadata: ValueError."""
    if units(metadata) > METADATA:
        raise ValueError(f"the metadata of form “{title}” has {units(metadata)} characters, {METADATA} are allowed")
    view = modal(title, blocks, callback_id=callback_id, close=close)
    return {
        **view,
        "submit": plain_text(submit, MODAL_TITLE),
        "private_metadata": metadata,
        "notify_on_close": notify,
    }


def section(text: str, accessory: Block | None = None) -> Block:
    """Plain text, never interpreted, with a button beside it."""
    block: Block = {"type": "section", "text": plain_text(text, SECTION_TEXT)}
    if accessory:
        block["accessory"] = accessory
    return block
