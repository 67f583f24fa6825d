"""chat.*: posting, editing and deleting messages."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.api.arguments import Arguments
from bot.sandbox.blocks.surfaces import MARKDOWN_TEXT, MESSAGE_TEXT, message_problems
from bot.sandbox.errors import SlackError
from bot.sandbox.records import Channel, Json, PostedMessage, Rank
from bot.sandbox.workspace import Workspace

EVENT_TYPE = re.compile(r"[A-Za-z0-9_]{1,80}")


def find_channel(workspace: Workspace, key: str, *, open_im: bool = False) -> Channel:
    """The channel with this id or name as the app may know it; a person's id opens their direct messages."""
    if open_im and key in workspace.users:
        user = workspace.users[key]
        if user.role is Rank.BOT:
            raise SlackError("cannot_dm_bot")
        if user.deleted:
            raise SlackError("channel_not_found")
        return workspace.im(key)
    for channel in workspace.channels.values():
        named = channel.kind == "public" and key.lstrip("#") == channel.name
        if channel.id == key or named:
            hidden = channel.kind != "public" and workspace.bot.id not in channel.members
            if not hidden:
                return channel
    raise SlackError("channel_not_found")


def may_post(workspace: Workspace, channel: Channel) -> None:
    """SlackError when the bot cannot post there."""
    if channel.archived:
        raise SlackError("is_archived")
    if workspace.bot.id not in channel.members and "chat:write.public" not in workspace.app.scopes:
        raise SlackError("not_in_channel")


def content(arguments: Arguments) -> tuple[str, list[Json]]:
    """Text and blocks that Slack would take."""
    text = arguments.text("text")
    blocks = arguments.data("blocks", "invalid_blocks_format")
    attachments = arguments.data("attachments", "invalid_attachments")
    if arguments.has("markdown_text"):
        markdown = arguments.text("markdown_text")
        if text or blocks:
            raise SlackError("markdown_text_conflict")
        if len(markdown) > MARKDOWN_TEXT:
            raise SlackError("msg_too_long")
        return markdown, [{"type": "markdown", "text": markdown}]
    if not text and not blocks and not attachments:
        raise SlackError("no_text")
    if len(text) > MESSAGE_TEXT:
        raise SlackError("msg_too_long")
    if blocks is not None and not isinstance(blocks, list):
        raise SlackError("invalid_blocks_format")
    problems = message_problems(blocks or [])
    if problems:
        raise SlackError("invalid_blocks", problems)
    return text, list(blocks or [])


def thread_of(workspace: Workspace, channel: Channel, arguments: Arguments) -> str | None:
    """The thread to answer in; it must hang on a message that everybody in the channel can see."""
    thread_ts = arguments.text("thread_ts")
    if not thread_ts:
        return None
    for message in workspace.messages:
        if (message.channel, message.ts) == (channel.id, thread_ts) and not message.is_ephemeral:
            if message.thread_ts not in (None, message.ts):
                raise SlackError("cannot_reply_to_message", ["[ERROR] thread_ts names a reply, not the thread's root"])
            return thread_ts
    raise SlackError("thread_not_found")


def metadata_of(arguments: Arguments) -> Json | None:
    """Message metadata: event_type and event_payload."""
    data = arguments.data("metadata", "invalid_metadata_format")
    if data is None:
        return None
    kind = data.get("event_type") if isinstance(data, dict) else None
    if not isinstance(kind, str) or not EVENT_TYPE.fullmatch(kind) or not isinstance(data.get("event_payload"), dict):
        raise SlackError("invalid_metadata_format")
    return dict(data)


def manner(arguments: Arguments) -> dict[str, Any]:
    """How the message is to be shown."""
    return {
        "mrkdwn": arguments.flag("mrkdwn", True),
        "unfurl_links": arguments.flag("unfurl_links"),
        "unfurl_media": arguments.flag("unfurl_media"),
        "link_names": bool(arguments.flag("link_names")),
        "parse": arguments.text("parse") or "none",
    }


def post_message(workspace: Workspace, arguments: Arguments) -> Json:
    """chat.postMessage"""
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"), open_im=True)
    may_post(workspace, channel)
    text, blocks = content(arguments)
    message = workspace.post(
        channel,
        workspace.bot,
        text,
        blocks=blocks,
        thread_ts=thread_of(workspace, channel, arguments),
        broadcast=bool(arguments.flag("reply_broadcast")),
        metadata=metadata_of(arguments),
        origin="chat.postMessage",
        **manner(arguments),
    )
    return {"channel": channel.id, "ts": message.ts, "message": message.as_slack(workspace.team.id)}


def post_ephemeral(workspace: Workspace, arguments: Arguments) -> Json:
    """chat.postEphemeral"""
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"))
    may_post(workspace, channel)
    user = arguments.text("user", "user_not_in_channel")
    if user not in channel.members:
        raise SlackError("user_not_in_channel")
    text, blocks = content(arguments)
    message = workspace.post(
        channel,
        workspace.bot,
        text,
        blocks=blocks,
        thread_ts=thread_of(workspace, channel, arguments),
        private_to=user,
        origin="chat.postEphemeral",
        **manner(arguments),
    )
    return {"message_ts": message.ts}


def own_message(workspace: Workspace, arguments: Arguments, refusal: str) -> tuple[Channel, PostedMessage]:
    """The bot's own, lasting message that the call names."""
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"))
    message = workspace.message(channel.id, arguments.text("ts", "message_not_found"))
    if message.is_ephemeral:
        raise SlackError("message_not_found")
    if message.user != workspace.bot.id:
        raise SlackError(refusal)
    return channel, message


def update(workspace: Workspace, arguments: Arguments) -> Json:
    """chat.update"""
    channel, message = own_message(workspace, arguments, "cant_update_message")
    if channel.archived:
        raise SlackError("is_archived")
    text, blocks = content(arguments)
    workspace.edit(message, text, blocks, metadata_of(arguments))
    return {
        "channel": channel.id,
        "ts": message.ts,
        "text": text,
        "message": message.as_slack(workspace.team.id),
    }


def delete(workspace: Workspace, arguments: Arguments) -> Json:
    """chat.delete"""
    channel, message = own_message(workspace, arguments, "cant_delete_message")
    workspace.delete(message)
    return {"channel": channel.id, "ts": message.ts}


def get_permalink(workspace: Workspace, arguments: Arguments) -> Json:
    """chat.getPermalink"""
    channel = find_channel(workspace, arguments.text("channel", "channel_not_found"))
    message = workspace.message(channel.id, arguments.text("message_ts", "message_not_found"))
    if message.is_ephemeral:
        raise SlackError("message_not_found")
    tail = f"?thread_ts={message.thread_ts}&cid={channel.id}" if message.thread_ts else ""
    address = f"https://{workspace.team.domain}.slack.com/archives/{channel.id}/p{message.ts.replace('.', '')}{tail}"
    return {"channel": channel.id, "permalink": address}
