"""The payloads that Slack sends, built from what stands in a workspace."""

from __future__ import annotations

import html
import re
from typing import Any

from bot.sandbox.records import Channel, Json, PostedMessage, Rank, ShownView, User
from bot.sandbox.workspace import Workspace

VERIFICATION_TOKEN = "stand-in-verification-token"  # noqa: S105  # long deprecated; apps check the signature
MENTION = re.compile(r"(?<![\w@])@([\w.-]+)")
HASH = re.compile(r"(?<![\w#&])#([\w-]+)")
ADDRESS = re.compile(r"https?://[^\s<>]+")
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ESCAPED = html.escape


def typed(workspace: Workspace, text: str, *, names: bool = True, addresses: bool = True) -> str:
    """What Slack makes of typed text: `&`, `<` and `>` as entities, names, addresses and e-mails in angle brackets."""
    kept: list[str] = []

    def keep(token: str) -> str:
        kept.append(token)
        return f"\x00{len(kept) - 1}\x00"

    def person(match: re.Match[str]) -> str:
        handle = match.group(1)
        for user in workspace.users.values():
            if handle.lower() in (user.name, user.id.lower()):
                return keep(f"<@{user.id}>")
        return match.group(0)

    def channel(match: re.Match[str]) -> str:
        for found in workspace.channels.values():
            if match.group(1) == found.name and found.kind == "public":
                return keep(f"<#{found.id}|{found.name}>")
        return match.group(0)

    if addresses:
        text = ADDRESS.sub(lambda m: keep(f"<{ESCAPED(m.group(0), quote=False)}>"), text)
        text = EMAIL.sub(lambda m: keep(f"<mailto:{m.group(0)}|{m.group(0)}>"), text)
    if names:
        text = HASH.sub(channel, MENTION.sub(person, text))
    text = ESCAPED(text, quote=False)
    return re.sub("\x00(\\d+)\x00", lambda m: kept[int(m.group(1))], text)


def who(user: User) -> Json:
    """The user of an interaction."""
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id}


def command(workspace: Workspace, user: User, channel: Channel, name: str, text: str) -> Json:
    """The form fields of a slash command."""
    team = workspace.team
    shown = {"im": "directmessage", "private": "privategroup"}.get(channel.kind, channel.name)
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": team.id,
        "team_domain": team.domain,
        "channel_id": channel.id,
        "channel_name": shown,
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": workspace.app.app_id,
        "is_enterprise_install": "false",
        "response_url": workspace.tickets.response_url(user.id, channel.id),
        "trigger_id": workspace.tickets.trigger(user.id),
    }


def interaction(workspace: Workspace, user: User, kind: str, view: ShownView | None = None) -> Json:
    """What all interactions have in common, with a fresh trigger_id."""
    team = workspace.team
    return {
        "type": kind,
        "token": VERIFICATION_TOKEN,
        "team": {"id": team.id, "domain": team.domain},
        "enterprise": None,
        "is_enterprise_install": False,
        "user": who(user),
        "api_app_id": workspace.app.app_id,
        "trigger_id": workspace.tickets.trigger(user.id, view.id if view and view.kind == "modal" else None),
    }


def on_message(workspace: Workspace, user: User, message: PostedMessage) -> Json:
    """Where an interaction with a message happened. An ephemeral message itself is not sent along."""
    channel = workspace.channels[message.channel]
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.is_ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    out: Json = {
        "container": container,
        "channel": {"id": channel.id, "name": channel.name or "directmessage"},
        "state": {"values": message.state},
        "response_url": workspace.tickets.response_url(
            user.id, channel.id, original_ts=message.ts, original_private=message.is_ephemeral
        ),
    }
    if not message.is_ephemeral:
        out["message"] = message.as_slack(workspace.team.id)
    return out


def on_view(view: ShownView) -> Json:
    """Where an interaction with a modal or Home happened."""
    return {"container": {"type": "view", "view_id": view.id}, "view": view.as_slack()}


def event_envelope(workspace: Workspace, event: Json) -> Json:
    """An event as the Events API sends it."""
    team_id = workspace.team.id
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": team_id,
        "context_team_id": team_id,
        "api_app_id": workspace.app.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": workspace.ledger.new_id("Ev"),
        "event_time": int(workspace.ledger.clock.now()),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": team_id,
                "user_id": workspace.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": "4-stand-in",
    }


def message_events(workspace: Workspace, what: str, message: PostedMessage, before: PostedMessage | None) -> list[Json]:
    """The events that a posted, edited or deleted message gives rise to, given the app's subscriptions and scopes."""
    channel = workspace.channels[message.channel]
    here = workspace.bot.id in channel.members
    events: list[Json] = []
    kind = {"im": ("message.im", "im:history"), "private": ("message.groups", "groups:history")}.get(
        channel.kind, ("message.channels", "channels:history")
    )
    app = workspace.app
    if here and kind[0] in app.events and kind[1] in app.scopes:
        events.append(_message_event(workspace, channel, what, message, before))
    mentioned = f"<@{workspace.bot.id}>" in message.text and message.user != workspace.bot.id
    listens = "app_mention" in app.events and "app_mentions:read" in app.scopes
    if what == "posted" and here and mentioned and listens and channel.kind != "im":
        mention = _basics(workspace, message) | {"type": "app_mention", "channel": channel.id, "event_ts": message.ts}
        events.append(mention)
    return events


def _basics(workspace: Workspace, message: PostedMessage) -> Json:
    user = workspace.users[message.user]
    out = message.as_slack(workspace.team.id)
    out["team"] = user.team_id
    if user.role is Rank.BOT and user.id != workspace.bot.id:
        out["subtype"] = "bot_message"
    return out


def _message_event(
    workspace: Workspace, channel: Channel, what: str, message: PostedMessage, before: PostedMessage | None
) -> Json:
    kind = {"im": "im", "private": "group"}.get(channel.kind, "channel")
    common: Json = {"type": "message", "channel": channel.id, "channel_type": kind}
    if what == "posted":
        event = _basics(workspace, message) | common | {"event_ts": message.ts}
        if message.files:
            event["subtype"] = "file_share"
        return event
    stamp = workspace.ledger.new_ts()
    team_id = workspace.team.id
    common |= {"ts": stamp, "event_ts": stamp, "hidden": True}
    if what == "edited":
        old: Any = before.as_slack(team_id) if before else None
        return common | {
            "subtype": "message_changed",
            "message": message.as_slack(team_id),
            "previous_message": old,
        }
    return common | {
        "subtype": "message_deleted",
        "deleted_ts": message.ts,
        "previous_message": message.as_slack(team_id),
    }
