"""conversations.* and assistant.threads.*: channels and what is in them."""

from __future__ import annotations

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.api.chat import find_channel
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Channel, Json, Rank
from bot.sandbox.workspace import Workspace

KIND = {"public": "channels", "private": "groups", "im": "im"}  # first half of the scope for each kind of channel


def need(workspace: Workspace, *scopes: str) -> None:
    """SlackError missing_scope unless one of the scopes was granted."""
    if not workspace.app.scopes.intersection(scopes):
        raise SlackError("missing_scope", needed=",".join(scopes), provided=",".join(sorted(workspace.app.scopes)))


def channel_object(workspace: Workspace, channel: Channel) -> Json:
    """A channel as conversations.info gives it."""
    out: Json = {
        "id": channel.id,
        "is_channel": channel.kind == "public",
        "is_group": channel.kind == "private",
        "is_im": channel.kind == "im",
        "is_private": channel.kind != "public",
        "is_archived": channel.archived,
        "is_member": workspace.bot.id in channel.members,
        "is_ext_shared": any(workspace.users[m].team_id != workspace.team.id for m in channel.members),
        "context_team_id": workspace.team.id,
    }
    if channel.kind == "im":
        out["user"] = next(member for member in channel.members if member != workspace.bot.id)
    else:
        out |= {"name": channel.name, "topic": {"value": channel.topic}, "num_members": len(channel.members)}
    return out


def open_conversation(workspace: Workspace, arguments: Arguments) -> Json:
    """conversations.open, for direct messages with one person."""
    need(workspace, "im:write")
    users = [name for name in arguments.text("users").split(",") if name]
    if arguments.has("channel"):
        channel = find_channel(workspace, arguments.text("channel"))
    elif len(users) != 1:
        raise SlackError("users_list_not_supplied" if not users else "method_not_supported_for_channel_type")
    else:
        user = workspace.users.get(users[0])
        if user is None:
            raise SlackError("user_not_found")
        if user.role is Rank.BOT:
            raise SlackError("cannot_dm_bot")
        if user.deleted:
            raise SlackError("user_disabled")
        channel = workspace.im(user.id)
    full = channel_object(workspace, channel) if arguments.flag("return_im") else {"id": channel.id}
    return {"channel": full}


def info(workspace: Workspace, arguments: Arguments) -> Json:
    """conversations.info"""
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"))
    need(workspace, f"{KIND[channel.kind]}:read")
    return {"channel": channel_object(workspace, channel)}


def members(workspace: Workspace, arguments: Arguments) -> Json:
    """conversations.members, in one page."""
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"))
    need(workspace, f"{KIND[channel.kind]}:read")
    return {"members": sorted(channel.members), "response_metadata": {"next_cursor": ""}}


def list_all(workspace: Workspace, arguments: Arguments) -> Json:
    """conversations.list, in one page: public channels and the bot's own."""
    types = (arguments.text("types") or "public_channel").split(",")
    kinds = {"public_channel": "public", "private_channel": "private", "im": "im"}
    wanted = {kinds[name] for name in types if name in kinds}
    need(workspace, *(f"{KIND[kind]}:read" for kind in sorted(wanted)))
    found = [
        channel_object(workspace, channel)
        for channel in workspace.channels.values()
        if channel.kind in wanted and (channel.kind == "public" or workspace.bot.id in channel.members)
    ]
    return {"channels": found, "response_metadata": {"next_cursor": ""}}


def join(workspace: Workspace, arguments: Arguments) -> Json:
    """conversations.join"""
    need(workspace, "channels:join")
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"))
    if channel.kind != "public":
        raise SlackError("method_not_supported_for_channel_type")
    channel.members.add(workspace.bot.id)
    return {"channel": channel_object(workspace, channel)}


def history(workspace: Workspace, arguments: Arguments) -> Json:
    """conversations.history, newest first, in one page."""
    channel = _readable(workspace, arguments)
    seen = [m for m in workspace.seen_by(workspace.bot.id, channel) if not m.is_ephemeral]
    return {"messages": [m.as_slack(workspace.team.id) for m in reversed(seen)], "has_more": False}


def replies(workspace: Workspace, arguments: Arguments) -> Json:
    """conversations.replies, oldest first, in one page."""
    channel = _readable(workspace, arguments)
    thread = workspace.seen_by(workspace.bot.id, channel, arguments.text("ts", "thread_not_found"))
    if not thread:
        raise SlackError("thread_not_found")
    return {"messages": [m.as_slack(workspace.team.id) for m in thread if not m.is_ephemeral], "has_more": False}


def set_status(workspace: Workspace, arguments: Arguments) -> Json:
    """assistant.threads.setStatus"""
    need(workspace, "assistant:write", "chat:write")
    channel = find_channel(workspace, arguments.text("channel_id", "channel_not_found"))
    thread = arguments.text("thread_ts", "invalid_arguments")
    workspace.statuses[channel.id, thread] = arguments.text("status")
    return {}


def _readable(workspace: Workspace, arguments: Arguments) -> Channel:
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"))
    need(workspace, f"{KIND[channel.kind]}:history")
    if workspace.bot.id not in channel.members:
        raise SlackError("not_in_channel")
    return channel
