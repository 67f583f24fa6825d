"""What stands in a form that was sent or pressed in, read tolerantly: any of it may be missing or null."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import Any, TypeVar

Body = Mapping[str, Any]
Kind = TypeVar("Kind", bound=StrEnum)


def part(body: Body, name: str) -> Body:
    """A part of what arrived that has parts of its own; empty where it is none."""
    found = body.get(name)
    return found if isinstance(found, Mapping) else {}


def text_of(body: Body, name: str) -> str:
    """A text of what arrived without halves of letters, which JSON can hold and nothing can keep or post."""
    found = body.get(name)
    return found.encode("utf-8", "ignore").decode() if isinstance(found, str) else ""


def blocks(view: Body) -> Body:
    """What the fields of a form hold, by `block_id` and then by `action_id`."""
    return (view.get("state") or {}).get("values") or {}


def held(view: Body, field: str) -> Body:
    """What Slack says of a field whose block and element are called the same; empty where the form has none."""
    found = (blocks(view).get(field) or {}).get(field)
    return found if isinstance(found, Mapping) else {}


def typed(view: Body, field: str) -> str:
    """What was typed into a text field; empty for nothing."""
    return str(held(view, field).get("value") or "")


def chosen(view: Body, field: str) -> list[str]:
    """The values of the options that were chosen in a menu, of a row of buttons or of boxes."""
    return options(held(view, field))


def person(view: Body, field: str) -> str:
    """The id of the user that was chosen; empty for nobody."""
    return str(held(view, field).get("selected_user") or "")


def options(held: Body) -> list[str]:
    """The values of the options that are chosen in what Slack says of a field."""
    found = held.get("selected_options")
    if found is None:
        one = held.get("selected_option")
        found = [one] if one else []
    return [str(option.get("value")) for option in found if isinstance(option, Mapping)]


def of_kind(kind: type[Kind], values: Collection[str]) -> tuple[Kind, ...]:
    """Those of a kind that are among these values, in its own order; what only another version knows is none of it."""
    return tuple(one for one in kind if one in values)
