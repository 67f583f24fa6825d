"""The whole page for one browser: places on the left, talk in the middle, requests on the right."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from nicegui import events, run, ui

from bot.sandbox.answers import ACK
from bot.sandbox.drawing import draw
from bot.sandbox.errors import CannotDo
from bot.sandbox.explaining import explain
from bot.sandbox.page.composer import Composer, examples
from bot.sandbox.page.dialogs import ModalLayer, ask
from bot.sandbox.page.in_use import InUse
from bot.sandbox.page.painting import WorkspaceNames, paint_all
from bot.sandbox.page.panel import Panel
from bot.sandbox.page.places import HOME, IM, Places
from bot.sandbox.page.talk import Talk
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import Json, Notice, PostedMessage, Rank
from bot.sandbox.server import StandInSlack

STYLE = Path(__file__).parent.parent / "static" / "sandbox.css"
LOOK_SECONDS = 0.15
# The newest message is shown from its beginning, however long it is.
SHOW_NEWEST = """
    const box = getHtmlElement(%d), last = box && box.querySelector(".pf-message:last-child");
    if (last) box.scrollTop = last.offsetTop - box.offsetTop - 8;
"""


class Screen:
    """What one person sees now; another person is chosen with one press."""

    def __init__(self, slack: StandInSlack, questions: Sequence[str], command: str) -> None:
        self._slack, self._questions, self._command = slack, questions, command
        self._workspace = slack.workspace
        self._people = [u for u in self._workspace.users.values() if u.role is not Rank.BOT]
        self._person = SlackPerson(slack, self._workspace, self._people[0].id)
        self._place = self._workspace.channels_of(self._person.user.id)[0].id
        self._thread: PostedMessage | None = None
        self._seen = -1
        self._refused = 0  # the number of the newest call that the banner told of
        self._home_sign: tuple[Any, ...] = ()

    def build(self) -> None:
        """Lays the page out and begins to watch the workspace. Opening it is Slack's reload: modals are gone."""
        self._person.reloads()
        ui.add_css(STYLE)
        self._dark = ui.dark_mode(None)
        bot = self._workspace.bot
        with ui.element("div").classes("pf-app") as self._app:
            self._places = Places(self._workspace, self._be, self._go, has_home=self._slack.app.home_tab)
            with ui.element("div").classes("pf-main"):  # the page round it is the main landmark
                self._header = ui.element("header").classes("pf-top")
                with ui.element("div").classes("pf-columns"):
                    with ui.element("div").classes("pf-column"):
                        with ui.element("div").classes("pf-scroll") as self._scroll:
                            self._empty = ui.element("div").classes("pf-empty")
                            self._talk = Talk(self, self._open_thread)
                            self._home = ui.element("div").classes("pf-home")
                        self._banner = ui.element("div").classes("pf-banner").props('role="alert"')
                        self._composer = Composer(self._slack.app.commands or (), bot.name, self._send, "")
                    with ui.element("section").classes("pf-thread").props('aria-label="Thread"') as self._side:
                        with ui.row().classes("pf-top"):
                            ui.label("Thread").classes("pf-title")
                            ui.button(color=None, icon="close", on_click=self._close_thread).props(
                                'flat dense aria-label="Close thread"'
                            )
                        with ui.element("div").classes("pf-scroll"):
                            self._replies = Talk(self, None)
                        Composer((), bot.name, self._reply, "Reply in this thread")
            self._panel = Panel(self._slack)
        self._modals = ModalLayer(self)
        self._show(self._place)
        ui.timer(LOOK_SECONDS, self._look)

    async def do(self, work: Callable[[], Any]) -> Any:
        """Does what waits for the app in a thread of its own; says what cannot be done."""
        try:
            return await run.io_bound(work)
        except CannotDo as problem:
            with self._app:  # what was pressed may be gone by now
                ui.notify(str(problem).split("\n")[0], type="warning")
            return None
        finally:
            self._look()

    async def sure(self, confirm: Json | None) -> bool:
        """Shows a confirm dialog and waits for the choice."""
        with self._app:
            return await ask(confirm)

    # what the person does

    async def _send(self, text: str) -> None:
        if text.startswith("/"):
            place = self._place if self._place != HOME else IM
            await self.do(lambda: self._person.command(text, place))
        else:
            await self.do(lambda: self._person.writes(self._mentioning(text), self._place))

    async def _reply(self, text: str) -> None:
        thread = self._thread
        if text.startswith("/"):
            ui.notify("Slack has no slash commands in threads.", type="warning")
        elif thread is not None:
            root = thread.thread_ts or thread.ts
            await self.do(lambda: self._person.writes(self._mentioning(text), self._place, thread_ts=root))

    def _mentioning(self, text: str) -> str:
        """The text with the bot's handle for its name, which Slack's own client offers to be chosen."""
        bot = self._workspace.bot
        return re.sub(rf"@{re.escape(bot.real_name)}\b", f"@{bot.name}", text, flags=re.IGNORECASE)

    async def _be(self, user_id: str) -> None:
        self._person = SlackPerson(self._slack, self._workspace, user_id)
        open_places = [c.id for c in self._workspace.channels_of(user_id)]
        await self._go(self._place if self._place in (IM, HOME, *open_places) else open_places[0])

    async def _go(self, place: str) -> None:
        self._show(place)
        if place == HOME:
            await self.do(self._person.opens_home)

    def _show(self, place: str) -> None:
        self._place, self._thread = place, None
        self._paint_header()
        title = self._title()
        self._composer.name(f"Message {title}, or type {self._command} and what you are looking for")
        self._seen = -1
        self._look()

    def _open_thread(self, message: PostedMessage) -> None:
        self._thread = message
        self._seen = -1
        self._look()

    def _close_thread(self) -> None:
        self._thread = None
        self._seen = -1
        self._look()

    async def _upload(self, event: events.UploadEventArguments) -> None:
        file = self._person.uploads(event.file.name, await event.file.read())
        await self.do(lambda: self._person.writes("", self._place, files=[file]))

    def _reload(self) -> None:
        self._person.reloads()
        self._look()

    # what the person sees

    def _title(self) -> str:
        if self._place == IM:
            return self._workspace.bot.real_name
        return "Home" if self._place == HOME else f"#{self._workspace.channels[self._place].name}"

    def _look(self) -> None:
        sequence = self._workspace.ledger.sequence
        if sequence == self._seen:
            return
        self._seen = sequence
        with self._app:  # what was pressed may be gone by now
            self._sync()

    def _sync(self) -> None:
        self._places.sync(self._person, self._place)
        self._modals.sync(self._person)
        self._panel.sync()
        self._show_refusals()
        home = self._place == HOME
        self._talk_or_home(home)
        self._side.set_visibility(self._thread is not None and not home)
        if self._thread is not None and not home:
            root = self._thread.thread_ts or self._thread.ts
            key = (self._person.user.id, self._place, root)
            self._replies.sync(self._person, key, self._person.sees(self._place, thread_ts=root))

    def _talk_or_home(self, home: bool) -> None:
        said = [] if home else self._said()
        changed = self._talk.sync(self._person, (self._person.user.id, self._place), said)
        self._empty.set_visibility(not said and not home)
        self._home.set_visibility(home)
        self._composer.box.set_visibility(not home)
        if home:
            self._paint_home()
        if changed:
            ui.run_javascript(SHOW_NEWEST % self._scroll.id)

    def _said(self) -> list[PostedMessage | Notice]:
        place = self._workspace.im(self._person.user.id).id if self._place == IM else self._place
        notices = [n for n in self._person.notices() if n.channel in (place, None)]
        return sorted([*self._person.sees(self._place), *notices], key=lambda item: item.ts)

    def _paint_home(self) -> None:
        view = self._person.home()
        sign = (self._person.user.id, view.hash if view else None)
        if sign == self._home_sign:
            return
        self._home_sign = sign
        self._home.clear()
        with self._home:
            if view is None:
                ui.label("The app has not set up this Home.").classes("pf-hint")
            else:
                paint_all(draw(view.blocks, WorkspaceNames(self._workspace)), InUse(self._person, view, self))

    def _show_refusals(self) -> None:
        refused = [call for call in self._workspace.calls_after(self._refused) if call.refused]
        if not refused:
            return
        self._refused = refused[-1].number
        self._banner.clear()
        with self._banner:
            what = "the app's answer" if refused[-1].method == ACK else refused[-1].method
            ui.label(f"Slack would refuse this: {what} ({refused[-1].error})").classes("pf-name")
            for words in explain(refused[-1]):
                ui.label(words)
            ui.button("Dismiss", color=None, on_click=self._banner.clear).props("flat dense no-caps")

    def _paint_header(self) -> None:
        self._header.clear()
        with self._header:
            ui.label(self._title()).classes("pf-title").props('role="heading" aria-level="1"')
            topic = self._workspace.channels[self._place].topic if self._place in self._workspace.channels else ""
            ui.label(topic).classes("pf-topic")
            with ui.row().classes("pf-tools"):
                for shortcut in self._slack.app.shortcuts or ():
                    if shortcut.kind == "global":
                        press = partial(self._shortcut, shortcut.callback_id)
                        ui.button(shortcut.name, color=None, on_click=press).props("flat dense no-caps")
                if self._place != HOME:
                    self._attach()
                reload = ui.button(color=None, icon="refresh", on_click=self._reload).props("flat dense")
                reload.props["aria-label"] = "Reload Slack: private answers are lost"
                reload.tooltip("Reload Slack: private answers are lost, as in Slack")
                panel = ui.button(color=None, icon="list_alt", on_click=self._switch_panel).props("flat dense")
                panel.classes("pf-panel-switch").props["aria-label"] = "Requests and answers"
                dark = ui.button(color=None, icon="contrast", on_click=self._other_light).props("flat dense")
                dark.props["aria-label"] = "Light or dark"
        self._empty.clear()
        with self._empty:
            ui.label("Who else has done this, and who can I talk to?").classes("pf-welcome")
            ui.label(f"Type {self._command} and what you are looking for, or try one of these:")
            examples(self._questions, self._command, self._send)

    async def _shortcut(self, callback_id: str) -> None:
        await self.do(lambda: self._person.shortcut(callback_id))

    def _attach(self) -> None:
        with ui.dialog() as dialog, ui.card().classes("pf-card"):
            ui.label("Send a file").classes("pf-dialog-title")

            async def received(event: events.UploadEventArguments) -> None:
                dialog.close()
                await self._upload(event)

            ui.upload(on_upload=received, auto_upload=True, label="Choose a file")
        ui.button(color=None, icon="attach_file", on_click=dialog.open).props('flat dense aria-label="Send a file"')

    def _switch_panel(self) -> None:
        self._app.classes(toggle="pf-with-panel")

    def _other_light(self) -> None:
        self._dark.value = not self._dark.value
