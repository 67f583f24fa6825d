"""What a workspace holds: teams, people, channels, messages, views, files. The rules live in `workspace`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal, TypeAlias

Json: TypeAlias = dict[str, Any]
ChannelKind: TypeAlias = Literal["public", "private", "im"]


class Rank(Enum):
    """What a person is in the workspace, as Slack's own flags tell it."""

    MEMBER = "member"
    ADMIN = "admin"
    OWNER = "owner"
    GUEST = "guest"  # restricted: sees only the channels they were added to
    BOT = "bot"  # another app's bot


@dataclass(frozen=True, slots=True)
class Team:
    id: str
    name: str
    domain: str


@dataclass(frozen=True, slots=True)
class User:
    id: str
    name: str  # handle, lower case
    real_name: str
    team_id: str  # another team's id for somebody from outside (Slack Connect)
    role: Rank = Rank.MEMBER
    title: str = ""
    email: str = ""
    deleted: bool = False
    locale: str = "en-GB"
    tz: str = "Europe/London"


@dataclass(slots=True)
class Channel:
    id: str
    name: str
    kind: ChannelKind = "public"
    members: set[str] = field(default_factory=set)
    archived: bool = False
    topic: str = ""


@dataclass(slots=True)
class File:
    id: str
    name: str
    content: bytes
    mimetype: str
    user: str
    url: str
    title: str = ""
    alt_txt: str = ""  # what a picture says, for who does not see it
    shared_in: set[str] = field(default_factory=set)
    complete: bool = True  # False between getUploadURLExternal and completeUploadExternal

    @property
    def is_picture(self) -> bool:
        return self.mimetype.startswith("image/")

    def as_slack(self) -> Json:
        """The file object of payloads and of files.info."""
        words = {"alt_txt": self.alt_txt} if self.alt_txt else {}
        return words | {
            "id": self.id,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": self.mimetype,
            "filetype": self.name.rsplit(".", 1)[-1].lower() if "." in self.name else "binary",
            "size": len(self.content),
            "user": self.user,
            "mode": "hosted",
            "is_external": False,
            "url_private": self.url,
            "url_private_download": f"{self.url}?download=1",
        }


@dataclass(slots=True)
class PostedMessage:
    """One message. `private_to` names the only person who sees an ephemeral one."""

    ts: str
    channel: str
    user: str
    text: str
    sequence: int  # grows with every change in the workspace; an edit renews it
    blocks: list[Json] = field(default_factory=list)
    thread_ts: str | None = None
    private_to: str | None = None
    bot_id: str | None = None
    app_id: str | None = None
    files: list[File] = field(default_factory=list)
    metadata: Json | None = None
    mrkdwn: bool = True
    unfurl_links: bool | None = None
    unfurl_media: bool | None = None
    link_names: bool = False
    parse: str = "none"
    broadcast: bool = False
    edited: bool = False
    deleted: bool = False
    origin: str = "person"  # or the method, "ack" or "response_url" that made it
    state: Json = field(default_factory=dict)  # what was chosen in its selects: block_id -> action_id -> value

    @property
    def is_ephemeral(self) -> bool:
        return self.private_to is not None

    def as_slack(self, team_id: str) -> Json:
        """The message object of payloads and answers."""
        out: Json = {"type": "message", "ts": self.ts, "user": self.user, "text": self.text, "team": team_id}
        if self.bot_id:
            out["bot_id"] = self.bot_id
        if self.app_id:
            out["app_id"] = self.app_id
        if self.blocks:
            out["blocks"] = self.blocks
        if self.thread_ts:
            out["thread_ts"] = self.thread_ts
        if self.files:
            out["files"] = [file.as_slack() for file in self.files]
        if self.metadata:
            out["metadata"] = self.metadata
        if self.edited:
            out["edited"] = {"user": self.user, "ts": self.ts}
        return out


@dataclass(slots=True)
class ShownView:
    """A modal in somebody's stack, or somebody's App Home."""

    id: str
    user: str
    kind: Literal["modal", "home"]
    body: Json  # as the app sent it, with block_ids and action_ids filled in
    hash: str
    team_id: str
    app_id: str
    bot_id: str
    root_id: str = ""
    previous_id: str | None = None
    state: Json = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)  # block_id -> what stands under the input
    trouble: str = ""  # what Slack shows at the modal's top when the app did not answer well
    sequence: int = 0
    closed: bool = False

    @property
    def blocks(self) -> list[Json]:
        blocks: list[Json] = self.body.get("blocks") or []
        return blocks

    @property
    def title(self) -> str:
        return str((self.body.get("title") or {}).get("text", ""))

    @property
    def callback_id(self) -> str:
        return str(self.body.get("callback_id") or "")

    @property
    def private_metadata(self) -> str:
        return str(self.body.get("private_metadata") or "")

    def as_slack(self) -> Json:
        """The view object of payloads and answers."""
        out = {
            "id": self.id,
            "team_id": self.team_id,
            "type": self.kind,
            "blocks": self.blocks,
            "private_metadata": self.private_metadata,
            "callback_id": self.callback_id,
            "state": {"values": self.state},
            "hash": self.hash,
            "title": self.body.get("title"),
            "submit": self.body.get("submit"),
            "close": self.body.get("close"),
            "clear_on_close": bool(self.body.get("clear_on_close")),
            "notify_on_close": bool(self.body.get("notify_on_close")),
            "previous_view_id": self.previous_id,
            "root_view_id": self.root_id or self.id,
            "app_id": self.app_id,
            "external_id": str(self.body.get("external_id") or ""),
            "app_installed_team_id": self.team_id,
            "bot_id": self.bot_id,
        }
        if self.kind == "home":
            for field_name in ("title", "submit", "close"):
                out.pop(field_name)
        return out


@dataclass(slots=True)
class Trigger:
    id: str
    user: str
    issued: float
    used: bool = False
    view_id: str | None = None  # set when it came from inside a modal: only then may a view be pushed


@dataclass(slots=True)
class ResponseUrl:
    id: str
    url: str
    user: str
    channel: str
    issued: float
    uses: int = 0
    original_ts: str | None = None  # the message that was clicked; None for a slash command
    original_private: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What Slack itself tells one person, such as that the app did not answer."""

    user: str
    channel: str | None
    text: str
    sequence: int
    ts: str  # where it stands among the messages


@dataclass(frozen=True, slots=True)
class ApiCall:
    """One call of the Web API or of a response_url, with what it was answered."""

    method: str
    arguments: Mapping[str, Any]  # without the token
    team_id: str | None
    status: int
    answer: Json
    seconds: float
    at: float
    advice: tuple[str, ...] = ()  # accepted, but Slack would split, cut or warn
    number: int = 0  # counts up from 1 in its workspace

    @property
    def refused(self) -> bool:
        return self.status >= 400 or self.answer.get("ok") is False

    @property
    def error(self) -> str:
        return str(self.answer.get("error", ""))

    @property
    def problems(self) -> tuple[str, ...]:
        """Each thing that was wrong, with its place in the blocks."""
        metadata = self.answer.get("response_metadata") or {}
        return tuple(metadata.get("messages") or ())
