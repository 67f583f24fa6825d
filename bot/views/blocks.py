"""Block Kit: the one place that knows Slack's limits, escapes and trims. Plain dicts in, plain dicts out.

Limits are those of Slack's reference pages for blocks, elements and composition objects (read September 2026).
Whatever people or sources wrote goes into rich text or plain text, which Slack never interprets.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot.views.lines import Line, Span, plain

Block = dict[str, Any]

MESSAGE_BLOCKS = 50
MODAL_BLOCKS = 100
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


def length(text: str) -> int:
    """Length as Slack's clients count it: in UTF-16 units, so that most emoji count two."""
    return len(text) + sum(letter > "\uffff" for letter in text)


def shorten(text: str, limit: int) -> str:
    """Text of at most `limit` characters, cut between words where that loses little, ending in an ellipsis."""
    if length(text) <= limit:
        return text
    room = limit - 1
    kept = text[:room]
    while length(kept) > room:
        kept = kept[: -max(1, length(kept) - room) // 2 or -1]
    in_a_word = not (kept[-1:].isspace() or text[len(kept)].isspace())
    if in_a_word and " " in kept[int(room * 0.7) :]:
        kept = kept.rsplit(None, 1)[0]
    return kept.rstrip(" ,;:.") + "…"


def escaped(text: str, limit: int) -> str:
    """Escaped text of at most `limit` characters; cut before escaping, so never inside an entity."""
    room = limit
    while length(cut := escape(shorten(text, room))) > limit:
        room -= max(1, (length(cut) - limit) // 5)
    return cut


@dataclass(frozen=True, slots=True)
class Message:
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


def message(lines: Sequence[Line], *blocks: Block) -> Message:
    """A message that says `lines`, followed by further blocks (buttons)."""
    return Message(plain(lines), (*rich_text(lines), *blocks))


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
    return {"type": "plain_text", "text": shorten(text, limit), "emoji": False}


def header(text: str) -> Block:
    return {"type": "header", "text": plain_text(text, HEADER_TEXT)}


def divider() -> Block:
    return {"type": "divider"}


def button(text: str, action_id: str, value: str, *, label: str | None = None, confirm: Block | None = None) -> Block:
    """A button; `label` is what a screen reader says instead of `text`. Too long a value is our error: ValueError."""
    if length(value) > BUTTON_VALUE:
        raise ValueError(f"the value of button “{text}” has {length(value)} characters, {BUTTON_VALUE} are allowed")
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
    if length(metadata) > METADATA:
        raise ValueError(f"the metadata of form “{title}” has {length(metadata)} characters, {METADATA} are allowed")
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


def input_block(
    block_id: str,
    label: str,
    element: Block,
    *,
    hint: str = "",
    optional: bool = False,
    dispatch: bool = False,
) -> Block:
    """A field of a form; `dispatch`: Slack tells of every choice made in it, not only when the form is sent."""
    block: Block = {
        "type": "input",
        "block_id": block_id,
        "label": plain_text(label, INPUT_LABEL),
        "element": element,
        "optional": optional,
        "dispatch_action": dispatch,
    }
    if hint:
        block["hint"] = plain_text(hint, INPUT_LABEL)
    return block


def text_input(
    action_id: str, value: str | None = None, *, multiline: bool = False, longest: int | None = None
) -> Block:
    """A field to type into, `longest` characters at most, holding `value`, which is cut to what a field can hold."""
    element: Block = {"type": "plain_text_input", "action_id": action_id, "multiline": multiline}
    if longest is not None:
        element["max_length"] = longest
    if value:
        element["initial_value"] = value if length(value) <= INPUT_TEXT else shorten(value, INPUT_TEXT)
    return element


def option(text: str, value: str, description: str = "") -> Block:
    """One thing to choose. Too long a value is our error: ValueError."""
    if not value or length(value) > OPTION_VALUE:
        raise ValueError(f"the value of option “{text}” has {length(value)} characters, not 1 to {OPTION_VALUE}")
    made: Block = {"text": plain_text(text or value, OPTION_TEXT), "value": value}
    if description:
        made["description"] = plain_text(description, OPTION_TEXT)
    return made


def select(action_id: str, options: Sequence[Block], chosen: Iterable[str] = (), *, several: bool = False) -> Block:
    """A menu of options, of which `chosen` (values) are chosen."""
    return _choice("multi_static_select" if several else "static_select", action_id, options[:OPTIONS], chosen, several)


def checkboxes(action_id: str, options: Sequence[Block], chosen: Iterable[str] = ()) -> Block:
    """Boxes to tick, of which `chosen` (values) are ticked."""
    return _choice("checkboxes", action_id, options[:BOXES], chosen, several=True)


def radio_buttons(action_id: str, options: Sequence[Block], chosen: str) -> Block:
    """One of a few, which all stand there to be seen."""
    return _choice("radio_buttons", action_id, options[:BOXES], [chosen], several=False)


def searched_select(action_id: str, chosen: Block | None, *, placeholder: str, from_letters: int = 1) -> Block:
    """A menu whose options the bot looks up from what is typed, from so many letters on."""
    element: Block = {
        "type": "external_select",
        "action_id": action_id,
        "min_query_length": from_letters,
        "placeholder": plain_text(placeholder, PLACEHOLDER),
    }
    if chosen:
        element["initial_option"] = chosen
    return element


def person_select(action_id: str, user: str | None, *, placeholder: str) -> Block:
    """A menu of the people of the workspace."""
    element: Block = {
        "type": "users_select",
        "action_id": action_id,
        "placeholder": plain_text(placeholder, PLACEHOLDER),
    }
    if user:
        element["initial_user"] = user
    return element


def file_input(action_id: str, endings: Sequence[str], *, most: int) -> Block:
    """A field that takes files; what Slack lets through must be looked at again."""
    return {"type": "file_input", "action_id": action_id, "filetypes": list(endings), "max_files": most}


def overflow(action_id: str, options: Sequence[Block]) -> Block:
    """A small menu of things to do, behind three dots; at most five."""
    return {"type": "overflow", "action_id": action_id, "options": list(options[:5])}


def field_errors(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is wrong, by `block_id`, as Slack shows it under each field; several problems of one are said together."""
    together: dict[str, list[str]] = {}
    for block_id, words in found:
        together.setdefault(block_id, []).append(words)
    return {block_id: shorten(" ".join(words), FIELD_ERROR) for block_id, words in together.items()}


def _choice(kind: str, action_id: str, options: Sequence[Block], chosen: Iterable[str], several: bool) -> Block:
    wanted = set(chosen)
    element: Block = {"type": kind, "action_id": action_id, "options": list(options)}
    picked = [one for one in options if one["value"] in wanted]
    if picked and several:
        element["initial_options"] = picked
    elif picked:
        element["initial_option"] = picked[0]
    return element
