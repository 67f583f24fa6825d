"""What an app may say without a token: through a response_url, or in the answer to a command."""

from __future__ import annotations

from typing import Any

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.chat import content, manner, thread_of
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Channel, Json, PostedMessage
from bot.sandbox.workspace import Workspace


def respond(workspace: Workspace, url_id: str, values: Json) -> PostedMessage | None:
    """Serves one use of a response_url; SlackError with a 4xx status when Slack would refuse it."""
    ticket = workspace.tickets.spend(url_id)
    arguments = Arguments(values)
    channel = workspace.channels[ticket.channel]
    original = _original(workspace, ticket.channel, ticket.original_ts)
    if arguments.flag("delete_original"):
        if original is None:
            raise SlackError("message_not_found", status=404)
        workspace.delete(original)
        return None
    try:
        if arguments.flag("replace_original") and ticket.original_ts is not None:
            text, blocks = content(arguments)
            if original is None:  # an ephemeral message that the person's client has lost
                if ticket.original_private:
                    return None
                raise SlackError("message_not_found", status=404)
            return workspace.edit(original, text, blocks)
        return say(workspace, channel, ticket.user, arguments, origin="response_url")
    except SlackError as refusal:
        refusal.status = max(refusal.status, 400)
        raise


def say(workspace: Workspace, channel: Channel, user: str, arguments: Arguments, *, origin: str) -> PostedMessage:
    """A new message in the channel: for everybody with response_type in_channel, else for this person only."""
    text, blocks = content(arguments)
    public = arguments.text("response_type") == "in_channel"
    thread_ts = thread_of(workspace, channel, arguments)
    more: dict[str, Any] = {"blocks": blocks, "thread_ts": thread_ts, "origin": origin, **manner(arguments)}
    return workspace.post(channel, workspace.bot, text, private_to=None if public else user, **more)


def _original(workspace: Workspace, channel_id: str, ts: str | None) -> PostedMessage | None:
    if ts is None:
        return None
    try:
        return workspace.message(channel_id, ts)
    except SlackError:
        return None
