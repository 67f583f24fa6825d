"""What a person types and opens: commands, mentions, messages, files, shortcuts, the app's Home."""

from __future__ import annotations

from collections.abc import Sequence

from bot.sandbox import answers, payloads
from bot.sandbox.delivery import Delivery
from bot.sandbox.errors import CannotDo
from bot.sandbox.records import File, Json, PostedMessage
from bot.sandbox.somebody import Somebody


class AtKeyboard(Somebody):
    """A person at the keyboard. What they do waits for the app's ack and returns the delivery."""

    def command(self, text: str, channel: str = "CGENERAL") -> Delivery:
        """Types a slash command, such as "/practice youth justice", in a channel or in the bot's messages ("im")."""
        name, _, rest = text.partition(" ")
        place = self._place(channel)
        known = {item.name: item for item in self.workspace.app.commands or ()}
        if self.workspace.app.commands is not None and name not in known:
            self.workspace.tell(self.user.id, f"{name} is not a valid command.", place.id)
            raise CannotDo(f"{name} is not in the app's manifest")
        self._begin()
        escape = name in known and known[name].should_escape
        words = payloads.typed(self.workspace, rest.strip(), names=escape, addresses=escape)
        payload = payloads.command(self.workspace, self.user, place, name, words)
        delivery = self._slack.deliver(self.workspace, "command", name, payload, self.user.id)
        answers.after_command(self.workspace, self.user, place, delivery)
        return delivery

    def messages_bot(self, text: str, *, thread_ts: str | None = None, files: Sequence[File] = ()) -> Delivery:
        """Writes to the bot in direct messages."""
        return self._one(self.writes(text, "im", thread_ts=thread_ts, files=files))

    def mentions_bot(
        self, text: str, channel: str = "CGENERAL", *, thread_ts: str | None = None, files: Sequence[File] = ()
    ) -> Delivery:
        """Writes "@the-bot text" in a channel."""
        return self._one(self.writes(f"@{self.workspace.bot.name} {text}", channel, thread_ts=thread_ts, files=files))

    def writes(
        self, text: str, channel: str = "CGENERAL", *, thread_ts: str | None = None, files: Sequence[File] = ()
    ) -> list[Delivery]:
        """Writes anything anywhere; gives the deliveries that came of it, none if the app hears nothing of it."""
        place = self._place(channel)
        self._begin()
        words = payloads.typed(self.workspace, text)
        message = self.workspace.post(place, self.user, words, thread_ts=thread_ts, files=list(files))
        for file in files:
            file.shared_in.add(place.id)
        bot = self.workspace.bot
        if f"<@{bot.id}>" in words and bot.id not in place.members:
            words = f"You mentioned {bot.real_name}, but they're not in this channel."
            self.workspace.tell(self.user.id, words, place.id)
        return self._events("posted", message, None)

    def edits(self, message: PostedMessage, text: str) -> list[Delivery]:
        """Changes a message of their own."""
        self._own(message)
        before = PostedMessage(message.ts, message.channel, message.user, message.text, message.sequence)
        self._begin()
        self.workspace.edit(message, payloads.typed(self.workspace, text), [])
        return self._events("edited", message, before)

    def deletes(self, message: PostedMessage) -> list[Delivery]:
        """Deletes a message of their own."""
        self._own(message)
        self._begin()
        self.workspace.delete(message)
        return self._events("deleted", message, message)

    def uploads(self, name: str, content: bytes) -> File:
        """Puts a file on Slack; give it to messages_bot(files=[...]) or to a form's file input."""
        return self.workspace.add_file(name, content, self.user.id)

    def opens_home(self, tab: str = "home") -> Delivery:
        """Opens the app's Home, or its Messages tab with tab="messages"."""
        event: Json = {"type": "app_home_opened", "user": self.user.id, "tab": tab}
        event |= {"channel": self.workspace.im(self.user.id).id, "event_ts": self.workspace.ledger.new_ts()}
        home = self.home()
        if tab == "home" and home is not None:
            event["view"] = home.as_slack()
        self._begin()
        if "app_home_opened" not in self.workspace.app.events:
            raise CannotDo("the app does not listen for app_home_opened")
        return self._slack.deliver_event(self.workspace, event, self.user.id)

    def shortcut(self, callback_id: str, message: PostedMessage | None = None) -> Delivery:
        """Chooses a shortcut: a global one, or with `message` one from that message's menu."""
        known = self.workspace.app.shortcuts
        kind = "message" if message is not None else "global"
        if known is not None and (callback_id, kind) not in {(s.callback_id, s.kind) for s in known}:
            raise CannotDo(f"the manifest has no {kind} shortcut {callback_id}")
        self._begin()
        payload = payloads.interaction(self.workspace, self.user, "message_action" if message else "shortcut")
        payload |= {"callback_id": callback_id, "action_ts": self.workspace.ledger.new_ts()}
        if message is not None:
            place = payloads.on_message(self.workspace, self.user, message)
            payload |= {key: place[key] for key in ("channel", "message", "response_url") if key in place}
            payload["message_ts"] = message.ts
        delivery = self._slack.deliver(self.workspace, "interactive", payload["type"], payload, self.user.id)
        answers.after_action(self.workspace, self.user, delivery, None, message.channel if message else None)
        return delivery

    def _own(self, message: PostedMessage) -> None:
        if message.user != self.user.id:
            raise CannotDo("people change only their own messages")

    def _events(self, what: str, message: PostedMessage, before: PostedMessage | None) -> list[Delivery]:
        events = payloads.message_events(self.workspace, what, message, before)
        return [self._slack.deliver_event(self.workspace, event, self.user.id) for event in events]

    def _one(self, deliveries: list[Delivery]) -> Delivery:
        if not deliveries:
            raise CannotDo("the app hears nothing of this message: not in the channel, not subscribed, or no scope")
        return deliveries[-1]
