"""One Slack workspace: its people, channels, messages and files, and who may see what. Thread-safe."""

from __future__ import annotations

import mimetypes
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from bot.sandbox.clock import Clock
from bot.sandbox.errors import CannotDo, SlackError
from bot.sandbox.identify import fill_ids
from bot.sandbox.installed import AppSettings
from bot.sandbox.ledger import Ledger
from bot.sandbox.records import ApiCall, Channel, File, Json, Notice, PostedMessage, Rank, Team, User
from bot.sandbox.tickets import Tickets
from bot.sandbox.views import Views

CALLS_KEPT = 2000


class Workspace:
    """State and rules of one team in which the app is installed; `bot_token` is the key to it."""

    def __init__(self, team: Team, app: AppSettings, clock: Clock, address: Callable[[], str]) -> None:
        self.team = team
        self.app = app
        self.ledger = Ledger(clock)
        self.bot_token = f"xoxb-{team.id}-stand-in"
        self.bot_id = f"B{team.id[1:]}"
        self._address = address
        handle = app.name.lower().replace(" ", "-")
        self.bot = User(f"UBOT{team.id[1:]}", handle, app.name, team.id, Rank.BOT)
        self.users: dict[str, User] = {self.bot.id: self.bot}
        self.channels: dict[str, Channel] = {}
        self.messages: list[PostedMessage] = []
        self.files: dict[str, File] = {}
        self.notices: list[Notice] = []
        self.statuses: dict[tuple[str, str], str] = {}  # (channel, thread) -> what the assistant says it is doing
        self.calls: deque[ApiCall] = deque(maxlen=CALLS_KEPT)
        self._noted = 0
        self.views = Views(self.ledger, team.id, app.app_id, self.bot_id)
        self.tickets = Tickets(self.ledger, lambda url_id: f"{address()}/response/{team.id}/{url_id}")
        self.on_message: Callable[[str, PostedMessage, PostedMessage | None], None] = lambda what, message, before: None

    # people and channels

    def add_user(self, user: User, *channels: str) -> User:
        """Adds a person, or another app's bot, to the workspace and to channels."""
        with self.ledger.changed:
            self.users[user.id] = user
            for channel in channels:
                self.channel(channel).members.add(user.id)
            self.ledger.change()
            return user

    def add_channel(self, channel: Channel, *members: str) -> Channel:
        """Adds a channel with members, by id."""
        with self.ledger.changed:
            self.channels[channel.id] = channel
            channel.members.update(members)
            self.ledger.change()
            return channel

    def user(self, key: str) -> User:
        """A person by id, @handle or first name; CannotDo for nobody."""
        wanted = key.lstrip("@")
        for user in self.users.values():
            if wanted in (user.id, user.name, user.real_name) or user.real_name.split()[0].lower() == wanted.lower():
                return user
        raise CannotDo(f"nobody is called {key}")

    def channel(self, key: str) -> Channel:
        """A channel by id or #name; CannotDo for none."""
        wanted = key.lstrip("#")
        for channel in self.channels.values():
            if wanted in (channel.id, channel.name):
                return channel
        raise CannotDo(f"no channel is called {key}")

    def im(self, user_id: str) -> Channel:
        """The direct messages between a person and the bot, opened if need be."""
        with self.ledger.changed:
            for channel in self.channels.values():
                if channel.kind == "im" and channel.members == {user_id, self.bot.id}:
                    return channel
            return self.add_channel(Channel(self.ledger.new_id("D"), "", "im"), user_id, self.bot.id)

    def may_see(self, user_id: str, channel: Channel) -> bool:
        """Members see a channel; a public one is also open to everybody but guests and bots."""
        if user_id in channel.members:
            return True
        return channel.kind == "public" and self.users[user_id].role not in (Rank.GUEST, Rank.BOT)

    def channels_of(self, user_id: str) -> list[Channel]:
        """The channels that a person sees, direct messages excluded."""
        return [c for c in self.channels.values() if c.kind != "im" and self.may_see(user_id, c)]

    # messages

    def post(self, channel: Channel, user: User, text: str, **more: Any) -> PostedMessage:
        """Adds a message. Whether it may be posted is for the caller to know."""
        with self.ledger.changed:
            blocks = fill_ids(more.pop("blocks", None) or [])
            message = PostedMessage(
                self.ledger.new_ts(), channel.id, user.id, text, self.ledger.change(), blocks=blocks, **more
            )
            if user.id == self.bot.id:
                message.bot_id, message.app_id = self.bot_id, self.app.app_id
            elif user.role is Rank.BOT:
                message.bot_id = f"B{user.id[1:]}"
            self.messages.append(message)
        if not message.is_ephemeral:
            self.on_message("posted", message, None)
        return message

    def edit(
        self, message: PostedMessage, text: str, blocks: list[Json], metadata: Json | None = None
    ) -> PostedMessage:
        """Puts new words in the place of a message."""
        with self.ledger.changed:
            before = PostedMessage(
                message.ts, message.channel, message.user, message.text, message.sequence, blocks=message.blocks
            )
            message.text, message.blocks, message.edited = text, fill_ids(blocks), True
            message.metadata = metadata or message.metadata
            message.sequence = self.ledger.change()
        if not message.is_ephemeral:
            self.on_message("edited", message, before)
        return message

    def delete(self, message: PostedMessage) -> None:
        """Takes a message away."""
        with self.ledger.changed:
            message.deleted = True
            message.sequence = self.ledger.change()
        if not message.is_ephemeral:
            self.on_message("deleted", message, message)

    def message(self, channel_id: str, ts: str) -> PostedMessage:
        """A message that stands in a channel; SlackError message_not_found otherwise."""
        for message in self.messages:
            if (message.channel, message.ts, message.deleted) == (channel_id, ts, False):
                return message
        raise SlackError("message_not_found")

    def seen_by(self, user_id: str, channel: Channel, thread_ts: str | None = None) -> list[PostedMessage]:
        """What a person sees in a channel, oldest first; with `thread_ts` that thread alone, its root first."""
        with self.ledger.changed:
            if not self.may_see(user_id, channel):
                raise CannotDo(f"{user_id} cannot see {channel.name or channel.id}")
            here = [m for m in self.messages if m.channel == channel.id and self._is_shown(m, user_id)]
            if thread_ts is not None:
                return [m for m in here if thread_ts in (m.ts, m.thread_ts)]
            return [m for m in here if m.thread_ts in (None, m.ts) or m.broadcast]

    def visible_to(self, user_id: str) -> Iterable[PostedMessage]:
        """Every message that a person can see anywhere, threads included."""
        with self.ledger.changed:
            open_to = {c.id for c in self.channels.values() if self.may_see(user_id, c)}
            return [m for m in self.messages if self._is_shown(m, user_id) and (m.channel in open_to or m.private_to)]

    def _is_shown(self, message: PostedMessage, user_id: str) -> bool:
        """Whether Slack shows it to this person at all: in a thread a private one only where others stand in it."""
        if message.deleted or message.private_to not in (None, user_id):
            return False
        return not (message.is_ephemeral and message.thread_ts) or any(
            (m.channel, m.thread_ts) == (message.channel, message.thread_ts) and not m.is_ephemeral and not m.deleted
            for m in self.messages
        )

    def forget_private(self, user_id: str) -> None:
        """Slack's client loses ephemeral messages when it is reloaded."""
        with self.ledger.changed:
            for message in self.messages:
                if message.private_to == user_id:
                    message.deleted = True
            self.ledger.change()

    # files and notices

    def add_file(self, name: str, content: bytes, user_id: str, *, complete: bool = True) -> File:
        """Keeps a file; only who holds the bot's token and files:read can fetch it."""
        with self.ledger.changed:
            file_id = self.ledger.new_id("F")
            kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
            url = f"{self._address()}/files/{self.team.id}/{file_id}/{name}"
            self.files[file_id] = File(file_id, name, content, kind, user_id, url, complete=complete)
            return self.files[file_id]

    def tell(self, user_id: str, text: str, channel: str | None = None) -> None:
        """Slack itself says something to one person."""
        with self.ledger.changed:
            notice = Notice(user_id, channel, text, self.ledger.change(), self.ledger.new_ts())
            self.notices.append(notice)

    def note(self, call: ApiCall) -> None:
        """Keeps a call for whoever wants to look at it."""
        with self.ledger.changed:
            self._noted += 1
            self.calls.append(replace(call, number=self._noted))
            self.ledger.change()

    def calls_after(self, number: int) -> list[ApiCall]:
        """The calls since the one with this number, 0 for all; the oldest of many are kept no longer."""
        with self.ledger.changed:
            return [call for call in self.calls if call.number > number]

    def refusals(self) -> list[ApiCall]:
        """The calls that Slack would have refused."""
        return [call for call in self.calls_after(0) if call.refused]


def small_workspace(team: Team, app: AppSettings, clock: Clock, address: Callable[[], str]) -> Workspace:
    """Four people and four channels: enough for whole conversations."""
    workspace = Workspace(team, app, clock, address)
    everybody = ("UANN", "ULEAD", "UADMIN")
    for user in (
        User("UANN", "ann", "Ann Okoro", team.id, title="Social worker", email="ann@council.example"),
        User("ULEAD", "lena", "Lena Lewis", team.id, title="Practice lead", email="lena@council.example"),
        User("UADMIN", "ade", "Ade Mensah", team.id, Rank.ADMIN, "Workspace admin", "ade@council.example"),
        User("UGUEST", "gita", "Gita Rao", team.id, Rank.GUEST, "Guest from another authority", "gita@other.example"),
    ):
        workspace.add_user(user)
    bot = workspace.bot.id
    workspace.add_channel(Channel("CGENERAL", "general", topic="For everybody"), *everybody, bot)
    workspace.add_channel(Channel("CYOUTH", "youth-justice", topic="Youth justice"), *everybody, "UGUEST", bot)
    workspace.add_channel(Channel("CQUIET", "quiet", topic="The bot is not in here"), *everybody)
    workspace.add_channel(Channel("CLEADS", "leads", "private", topic="Leads only"), "ULEAD", "UADMIN", bot)
    return workspace
