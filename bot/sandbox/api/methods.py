"""The table of methods: what is callable, and which scope each needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.sandbox.api import chat, conversations, files, people, views
from bot.sandbox.api.arguments import Arguments
from bot.sandbox.records import Json
from bot.sandbox.workspace import Workspace

Call: TypeAlias = Callable[[Workspace, Arguments], Json]


@dataclass(frozen=True, slots=True)
class Method:
    call: Call
    scope: str | None = None  # methods whose scope depends on the channel ask for it themselves


METHODS: dict[str, Method] = {
    "auth.test": Method(people.auth_test),
    "bots.info": Method(people.bots_info, "users:read"),
    "users.info": Method(people.users_info, "users:read"),
    "users.list": Method(people.users_list, "users:read"),
    "team.info": Method(people.team_info, "team:read"),
    "chat.postMessage": Method(chat.post_message, "chat:write"),
    "chat.postEphemeral": Method(chat.post_ephemeral, "chat:write"),
    "chat.update": Method(chat.update, "chat:write"),
    "chat.delete": Method(chat.delete, "chat:write"),
    "chat.getPermalink": Method(chat.get_permalink),
    "views.open": Method(views.open_view),
    "views.push": Method(views.push),
    "views.update": Method(views.update),
    "views.publish": Method(views.publish),
    "conversations.open": Method(conversations.open_conversation),
    "conversations.info": Method(conversations.info),
    "conversations.members": Method(conversations.members),
    "conversations.list": Method(conversations.list_all),
    "conversations.join": Method(conversations.join),
    "conversations.history": Method(conversations.history),
    "conversations.replies": Method(conversations.replies),
    "assistant.threads.setStatus": Method(conversations.set_status),
    "files.info": Method(files.info, "files:read"),
    "files.getUploadURLExternal": Method(files.get_upload_url, "files:write"),
    "files.completeUploadExternal": Method(files.complete_upload, "files:write"),
}
