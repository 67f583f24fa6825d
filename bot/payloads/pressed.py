"""What was pressed: the value of the button, where it stood, and what tells one press from the next."""

from __future__ import annotations

from dataclasses import dataclass

from bot.payloads.state import Body


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
    container = body.get("container") or {}
    if container.get("type") == "view" or body.get("view"):
        return Surface(view=str((body.get("view") or {}).get("id") or container.get("view_id") or ""))
    if container.get("is_ephemeral"):
        return Surface()  # cannot be redrawn by its timestamp
    channel = (body.get("channel") or {}).get("id") or container.get("channel_id") or ""
    return Surface(channel=str(channel), ts=str(container.get("message_ts") or ""))


def pressed(body: Body) -> str:
    """The value of the pressed button."""
    actions = body.get("actions") or [{}]
    return str(actions[0].get("value") or "")


def press_key(body: Body) -> str:
    """What tells one press of a button from the next; delivered twice, it is the same."""
    action = (body.get("actions") or [{}])[0]
    return f"{action.get('action_id')}:{action.get('action_ts')}"
