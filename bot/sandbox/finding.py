"""Finding what a person means on a message or view: the button called this, the menu with that id."""

from __future__ import annotations

from bot.sandbox import state
from bot.sandbox.blocks.surfaces import walk
from bot.sandbox.errors import CannotDo
from bot.sandbox.reading import read_message, read_view
from bot.sandbox.records import Json, PostedMessage, ShownView


def names_of(block: Json, element: Json) -> set[str]:
    """Everything by which a person or a test may call an element."""
    names = {element.get("action_id"), element.get("accessibility_label")}
    for key in ("text", "placeholder"):
        names.add((element.get(key) or {}).get("text"))
    names.add(f"{block.get('block_id')}/{element.get('action_id')}")
    if block.get("element") is element:
        names |= {block.get("block_id"), (block.get("label") or {}).get("text")}
    return {name for name in names if name}


def find(
    surface: PostedMessage | ShownView, name: str, *, value: str | None = None, nth: int | None = None
) -> tuple[Json, Json]:
    """The (block, element) with this action_id, text or label; CannotDo when there is none, or more than one."""
    found = [
        (block, element)
        for block, element in state.elements(surface.blocks)
        if name in names_of(block, element) and value in (None, element.get("value"))
    ]
    if nth is not None and nth < len(found):
        return found[nth]
    if len(found) == 1:
        return found[0]
    there = sorted({n for block, element in state.elements(surface.blocks) for n in names_of(block, element)})
    how_many = f"{len(found)} are called {name!r}: give value= or nth=" if found else f"nothing is called {name!r}"
    raise CannotDo(f"{how_many}; here are {there} in:\n{read(surface)}")


def find_option(surface: PostedMessage | ShownView, name: str) -> tuple[Json, Json, Json] | None:
    """The (block, element, option) of an overflow, radio or checkbox option with this text, if there is just one."""
    found = [
        (block, element, option)
        for block, element in state.elements(surface.blocks)
        for option in state.options_of(element)
        if element["type"] in ("overflow", "radio_buttons", "checkboxes") and option["text"]["text"] == name
    ]
    return found[0] if len(found) == 1 else None


def read(surface: PostedMessage | ShownView) -> str:
    """The words on a message or view."""
    return read_message(surface) if isinstance(surface, PostedMessage) else read_view(surface)


def block_named(view: ShownView, name: str) -> Json:
    """The input block with this block_id, label or action_id."""
    for block in view.blocks:
        if block.get("type") == "input" and name in names_of(block, block["element"]):
            return block
    inputs = [block["block_id"] for block in view.blocks if block.get("type") == "input"]
    raise CannotDo(f"no input is called {name!r}; this form has {inputs}")


def buttons(surface: PostedMessage | ShownView) -> list[str]:
    """The words on all buttons, in reading order."""
    return [item["text"]["text"] for item in walk(surface.blocks) if item.get("type") == "button"]
