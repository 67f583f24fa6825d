"""A person at the keyboard: what they do reaches the app as from Slack, and they see only what is theirs to see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from bot.sandbox import answers, finding, payloads, state
from bot.sandbox.delivery import Delivery
from bot.sandbox.errors import CannotDo, NotSent
from bot.sandbox.reading import read_message
from bot.sandbox.records import Channel, File, Json, Message, Notice, Role, View
from bot.sandbox.state import VALUE_KEY
from bot.sandbox.workspace import Workspace

if TYPE_CHECKING:
    from bot.sandbox.server import StandInSlack

T = TypeVar("T")
LOOKED_UP = frozenset({"external_select", "multi_external_select"})
WAIT_SECONDS = 5.0


class Person:
    """One person in one workspace. What they do waits for the app's ack and returns the delivery."""

    def __init__(self, slack: StandInSlack, workspace: Workspace, user_id: str) -> None:
        self._slack = slack
        self.workspace = workspace
        self.user = workspace.users[user_id]
        self.since = workspace.ledger.sequence  # what came later answers the last thing this person did

    # asking

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

    def edits(self, message: Message, text: str) -> list[Delivery]:
        """Changes a message of their own."""
        self._own(message)
        before = Message(message.ts, message.channel, message.user, message.text, message.sequence)
        self._begin()
        self.workspace.edit(message, payloads.typed(self.workspace, text), [])
        return self._events("edited", message, before)

    def deletes(self, message: Message) -> list[Delivery]:
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

    def shortcut(self, callback_id: str, message: Message | None = None) -> Delivery:
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

    # pressing and choosing

    def clicks(
        self,
        surface: Message | View,
        name: str,
        *,
        value: str | None = None,
        nth: int | None = None,
        confirm: bool = True,
    ) -> Delivery:
        """Presses the button with this text or action_id, or picks an overflow option of this text.

        `confirm=False` says no to the button's confirm dialog: then nothing is sent, and CannotDo is raised."""
        picked = finding.find_option(surface, name) if value is None and nth is None else None
        if picked is not None:
            _, element, option = picked
            return self.chooses(surface, element["action_id"], option, confirm=confirm)
        block, element = finding.find(surface, name, value=value, nth=nth)
        if element["type"] == "feedback_buttons":
            raise CannotDo("say which of the two with chooses(surface, action_id, value)")
        if element["type"] not in ("button", "icon_button"):
            raise CannotDo(f"{name!r} is a {element['type']}: use chooses()")
        action: Json = {key: element[key] for key in ("text", "value", "style", "icon") if key in element}
        return self.acts(surface, block, element, action, confirm=confirm)

    def chooses(
        self,
        surface: Message | View,
        name: str,
        choice: Any,
        *,
        nth: int | None = None,
        confirm: bool = True,
        offered: list[Json] | None = None,
    ) -> Delivery:
        """Picks in a menu, overflow, date picker, radio buttons or checkboxes, by the option's text or value.

        An input block of a form that does not dispatch is filled in silently: use `fills` there."""
        block, element = finding.find(surface, name, nth=nth)
        if element["type"] == "feedback_buttons":
            return self.acts(surface, block, element, {"value": choice}, confirm=confirm)
        try:
            value = state.from_person(element, choice, offered)
        except LookupError as problem:
            raise CannotDo(f"{name}: {problem}") from problem
        if element["type"] != "overflow":
            self._put(surface, block, element, value)
        if block["type"] == "input" and not block.get("dispatch_action"):
            raise CannotDo(f"{name} is an input that tells the app nothing before the form is sent: use fills()")
        held = state.as_state(element, value)
        return self.acts(surface, block, element, {k: v for k, v in held.items() if k != "type"}, confirm=confirm)

    def acts(
        self, surface: Message | View, block: Json, element: Json, action: Json, *, confirm: bool = True
    ) -> Delivery:
        """Sends block_actions for one element with what was done to it."""
        self._sees_surface(surface)
        if element.get("confirm") and not confirm:
            raise CannotDo(f"said no to {element['confirm']['title']['text']!r}: nothing was sent")
        self._begin()
        view = surface if isinstance(surface, View) else None
        payload = payloads.interaction(self.workspace, self.user, "block_actions", view)
        if isinstance(surface, View):
            payload |= payloads.on_view(surface)
        else:
            payload |= payloads.on_message(self.workspace, self.user, surface)
        payload["actions"] = [
            {
                "type": element["type"],
                "action_id": element["action_id"],
                "block_id": block["block_id"],
                "action_ts": self.workspace.ledger.new_ts(),
                **action,
            }
        ]
        delivery = self._slack.deliver(self.workspace, "interactive", "block_actions", payload, self.user.id)
        channel = None if view is not None else payload["channel"]["id"]
        answers.after_action(self.workspace, self.user, delivery, view, channel)
        return delivery

    def types_into(self, surface: Message | View, name: str, text: str) -> list[Json]:
        """Types into a menu whose options the app looks up; gives the options it answered."""
        block, element = finding.find(surface, name)
        if element["type"] not in LOOKED_UP:
            raise CannotDo(f"{name!r} is a {element['type']}: its options are all there")
        if len(text) < element.get("min_query_length", 3):
            return []
        payload = payloads.interaction(self.workspace, self.user, "block_suggestion")
        del payload["trigger_id"]
        payload |= {"action_id": element["action_id"], "block_id": block["block_id"], "value": text}
        if isinstance(surface, View):
            payload |= payloads.on_view(surface)
        else:
            payload |= payloads.on_message(self.workspace, self.user, surface)
            del payload["response_url"]
        delivery = self._slack.deliver(self.workspace, "options", "block_suggestion", payload, self.user.id)
        return answers.options_offered(self.workspace, delivery)

    # forms

    def fills(self, view: View, values: Mapping[str, Any]) -> None:
        """Types into a form's inputs, by block_id or label, without sending it."""
        for name, value in values.items():
            block = finding.block_named(view, name)
            element = block["element"]
            if element["type"] in LOOKED_UP and value:
                value = self._looked_up(view, element, value)
            try:
                self._put(view, block, element, state.from_person(element, value))
            except LookupError as problem:
                raise CannotDo(f"{name}: {problem}") from problem

    def submits(self, view: View, values: Mapping[str, Any] | None = None) -> Delivery:
        """Fills in and sends a form; NotSent when Slack itself stops it, for example a required input left empty."""
        if view is not self.workspace.views.top(self.user.id):
            raise CannotDo("only the modal on top can be sent")
        if not view.body.get("submit"):
            raise CannotDo("this modal has no button to send it")
        self.fills(view, values or {})
        view.errors, view.trouble = state.complaints(view.blocks, view.state), ""
        self.workspace.views.touch(view)
        if view.errors:
            raise NotSent(view.errors)
        self._begin()
        payload = payloads.interaction(self.workspace, self.user, "view_submission", view)
        payload |= {"view": view.as_slack(), "response_urls": self._response_urls(view)}
        delivery = self._slack.deliver(self.workspace, "interactive", "view_submission", payload, self.user.id)
        answers.after_submission(self.workspace, self.user, delivery, view)
        return delivery

    def closes(self, view: View, *, everything: bool = False) -> Delivery | None:
        """Closes a modal, or with `everything` the whole stack; the app hears of it only with notify_on_close."""
        if view is not self.workspace.views.top(self.user.id):
            raise CannotDo("only the modal on top can be closed")
        self._begin()
        cleared = everything or bool(view.body.get("clear_on_close"))
        if cleared:
            self.workspace.views.close_all(self.user.id)
        else:
            self.workspace.views.close_top(self.user.id)
        if not view.body.get("notify_on_close"):
            return None
        payload = payloads.interaction(self.workspace, self.user, "view_closed")
        del payload["trigger_id"]
        payload |= {"view": view.as_slack() | {"state": {"values": {}}}, "is_cleared": cleared}
        return self._slack.deliver(self.workspace, "interactive", "view_closed", payload, self.user.id)

    # seeing

    def sees(self, channel: str = "CGENERAL", *, thread_ts: str | None = None) -> list[Message]:
        """The messages before this person's eyes in a channel ("im" for the bot's direct messages) or a thread."""
        return self.workspace.seen_by(self.user.id, self._place(channel), thread_ts)

    def replies(self) -> list[Message]:
        """What the bot has said, anywhere this person can see, since they last did something."""
        bot = self.workspace.bot.id
        return [m for m in self.workspace.visible_to(self.user.id) if m.user == bot and m.sequence > self.since]

    def last_reply(self, seconds: float = WAIT_SECONDS) -> Message:
        """The bot's newest or newly edited message since this person last did something, waited for."""
        found = self.wait_for(self.replies, what=f"an answer to {self.user.id}", seconds=seconds)
        return max(found, key=lambda message: message.sequence)

    def view(self, seconds: float = WAIT_SECONDS) -> View:
        """The modal on top, waited for."""
        return self.wait_for(lambda: self.workspace.views.top(self.user.id), what="a modal", seconds=seconds)

    def has_modal(self) -> bool:
        """Whether a modal is open now."""
        return self.workspace.views.top(self.user.id) is not None

    def home(self) -> View | None:
        """What the app has published to this person's Home."""
        return self.workspace.views.home(self.user.id)

    def notices(self) -> list[Notice]:
        """What Slack itself told this person, for example that the app did not answer."""
        return [notice for notice in self.workspace.notices if notice.user == self.user.id]

    def reads(self, surface: Message | View) -> str:
        """The words on a message or view."""
        return finding.read(surface)

    def sees_text(self, words: str, channel: str = "CGENERAL") -> bool:
        """Whether these words stand in the channel for this person."""
        return any(words in read_message(message) for message in self.sees(channel))

    def reloads(self) -> None:
        """Reloads Slack: private answers are gone, open modals too."""
        self.workspace.forget_private(self.user.id)
        self.workspace.views.close_all(self.user.id)

    def wait_for(self, look: Callable[[], T | None], *, what: str = "it", seconds: float = WAIT_SECONDS) -> T:
        """The first thing that `look` finds; CannotDo when nothing comes in time."""
        return self.workspace.ledger.wait_for(look, what=what, seconds=seconds)

    # inside

    def _looked_up(self, view: View, element: Json, value: Any) -> Any:
        """Types each word into the menu and takes the option of that name, or else the first that the app offers."""
        picked = []
        for word in [value] if isinstance(value, (str, dict)) else value:
            if isinstance(word, str):
                offered = self.types_into(view, element["action_id"], word)
                word = state.option_named(element, word, offered) or next(iter(offered), None)
            picked.append(word)
        if None in picked:
            raise CannotDo(f"the app offers nothing for {value!r} in {element['action_id']}")
        return picked if element["type"].startswith("multi") else picked[0]

    def _begin(self) -> None:
        self.since = self.workspace.ledger.sequence

    def _place(self, channel: str) -> Channel:
        place = self.workspace.im(self.user.id) if channel == "im" else self.workspace.channel(channel)
        if not self.workspace.may_see(self.user.id, place):
            raise CannotDo(f"{self.user.id} cannot see {channel}")
        return place

    def _own(self, message: Message) -> None:
        if message.user != self.user.id:
            raise CannotDo("people change only their own messages")

    def _sees_surface(self, surface: Message | View) -> None:
        if isinstance(surface, View):
            mine = surface in (self.workspace.views.top(self.user.id), self.home())
        else:
            mine = not surface.deleted and surface in self.workspace.visible_to(self.user.id)
        if not mine:
            raise CannotDo("this is not before the person's eyes (any more)")

    def _put(self, surface: Message | View, block: Json, element: Json, value: Any) -> None:
        with self.workspace.ledger.changed:
            surface.state.setdefault(block["block_id"], {})[element["action_id"]] = state.as_state(element, value)

    def _events(self, what: str, message: Message, before: Message | None) -> list[Delivery]:
        events = payloads.message_events(self.workspace, what, message, before)
        return [self._slack.deliver_event(self.workspace, event, self.user.id) for event in events]

    def _one(self, deliveries: list[Delivery]) -> Delivery:
        if not deliveries:
            raise CannotDo("the app hears nothing of this message: not in the channel, not subscribed, or no scope")
        return deliveries[-1]

    def _response_urls(self, view: View) -> list[Json]:
        found = []
        for block in view.blocks:
            element = block.get("element") or {}
            if not element.get("response_url_enabled"):
                continue
            value = view.state[block["block_id"]][element["action_id"]][VALUE_KEY[element["type"]]]
            if value in self.workspace.channels:
                url = self.workspace.tickets.response_url(self.user.id, value)
                found.append(
                    {
                        "block_id": block["block_id"],
                        "action_id": element["action_id"],
                        "channel_id": value,
                        "response_url": url,
                    }
                )
        return found

    @property
    def is_admin(self) -> bool:
        """Whether Slack counts this person among the workspace's admins."""
        return self.user.role in (Role.ADMIN, Role.OWNER)
