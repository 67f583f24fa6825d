"""What was pressed: the value of the button, where it stood, and what tells one press from the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.payloads.state import Body, part, text_of


@dataclass(frozen=True, slots=True)
class Surface:
    """Where a button stood: in an open modal (`view`), or in a message."""

    view: str = ""
    channel: str = ""
    ts: str = ""

    def messages(self, team: str) -> list[tuple[str, str, str]]:
        """The message in which it stood, as (team, channel, timestamp), if that is one that can be redrawn."""
        return [(team, self.channel, self.ts)] if self.ts else []


def surface(body: Body) -> Surface:
    """Where the pressed button stood."""
    container, view = part(body, "container"), part(body, "view")
    if container.get("type") == "view" or view:
        return Surface(view=text_of(view, "id") or text_of(container, "view_id"))
    if container.get("is_ephemeral"):
        return Surface()  # cannot be redrawn by its timestamp
    channel = text_of(part(body, "channel"), "id") or text_of(container, "channel_id")
    return Surface(channel=channel, ts=text_of(container, "message_ts"))


def pressed(body: Body) -> str:
    """The value of the pressed button."""
    return text_of(_action(body), "value")


def press_key(body: Body) -> str | None:
    """What tells one press of a button from the next; delivered twice, it is the same."""
    action = _action(body)
    return key_of(text_of(action, "action_id"), text_of(action, "action_ts"))


def form_key(view: Body) -> str | None:
    """The same for a double click and a delivery repeated, another for every other sending of a form."""
    return key_of(text_of(view, "id"), text_of(view, "hash"))


def key_of(*parts: object) -> str | None:
    """One key of all these; None where any is missing: nothing then tells one delivery from others."""
    return ":".join(map(str, parts)) if all(parts) else None


def _action(body: Body) -> Body:
    actions = body.get("actions")
    first = actions[0] if isinstance(actions, list) and actions else None
    return first if isinstance(first, Mapping) else {}
