"""What forms are made of: fields to type into, menus, boxes and files. Slack's limits for them stand in `blocks.py`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.views.kit.blocks import (
    BOXES,
    FIELD_ERROR,
    INPUT_LABEL,
    INPUT_TEXT,
    OPTION_TEXT,
    OPTION_VALUE,
    OPTIONS,
    PLACEHOLDER,
    Block,
    plain_text,
    shorten,
)
from knowledge.domain.text import units


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
    action_id: str,
    value: str | None = None,
    *,
    multiline: bool = False,
    longest: int | None = None,
    focused: bool = False,
) -> Block:
    """A field to type into, `longest` characters at most, holding `value`, which is cut to what a field can hold.

    `focused`: what is typed goes into it as soon as its form is open.
    """
    element: Block = {"type": "plain_text_input", "action_id": action_id, "multiline": multiline}
    if longest is not None:
        element["max_length"] = longest
    if focused:
        element["focus_on_load"] = True
    if value:
        element["initial_value"] = shorten(value, INPUT_TEXT)
    return element


def option(text: str, value: str, description: str = "") -> Block:
    """One thing to choose. Too long a value is our error: ValueError."""
    if not value or units(value) > OPTION_VALUE:
        raise ValueError(f"the value of option “{text}” has {units(value)} characters, not 1 to {OPTION_VALUE}")
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


def searched_select(action_id: str, chosen: Block | None, *, placeholder: str) -> Block:
    """A menu whose options the bot looks up from what is typed, from the first letter on."""
    element: Block = {
        "type": "external_select",
        "action_id": action_id,
        "min_query_length": 1,
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


def field_errors(found: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What is wrong, by `block_id`, as Slack shows it under each field; several problems of one are said together."""
    together: dict[str, list[str]] = {}
    for block_id, words in found:
        together.setdefault(block_id, []).append(words)
    return {block_id: shorten(" ".join(words), FIELD_ERROR) for block_id, words in together.items()}


def _choice(kind: str, action_id: str, options: Sequence[Block], chosen: Iterable[str], several: bool) -> Block:
    element: Block = {"type": kind, "action_id": action_id, "options": list(options)}
    offered = {one["value"]: one for one in options}
    # In the order of the choice, not of the menu, because it comes back as it was shown: the first theme tells most.
    picked = [offered[value] for value in dict.fromkeys(chosen) if value in offered]
    if picked and several:
        element["initial_options"] = picked
    elif picked:
        element["initial_option"] = picked[0]
    return element
