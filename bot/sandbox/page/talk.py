"""The messages of a channel, of direct messages or of a thread, kept in step with what the person sees."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from nicegui import ui

from bot.sandbox.drawing import draw, file_node
from bot.sandbox.mrkdwn import mrkdwn
from bot.sandbox.nodes import node
from bot.sandbox.page.in_use import Doer, InUse
from bot.sandbox.page.painting import WorkspaceNames, initials, paint, paint_all
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import Notice, PostedMessage

PRIVATE = "Only visible to you"


class Talk:
    """Paints each message once, and again when it changes."""

    def __init__(self, page: Doer, open_thread: Callable[[PostedMessage], None] | None) -> None:
        self._page, self._open_thread = page, open_thread
        self._box = ui.element("div").classes("pf-talk").props('role="log" aria-live="polite" aria-label="Messages"')
        self._rows: dict[str, tuple[tuple[Any, ...], ui.element]] = {}
        self._key: tuple[str, ...] = ()

    def sync(self, person: SlackPerson, key: tuple[str, ...], said: Sequence[PostedMessage | Notice]) -> bool:
        """Brings the rows in step; whether anything changed. A new `key` means another place or person."""
        if key != self._key:
            self._key = key
            self._box.clear()
            self._rows.clear()
        wanted = {item.ts: item for item in said}
        for gone in [ts for ts in self._rows if ts not in wanted]:
            self._rows.pop(gone)[1].delete()
        changed = False
        for ts, item in wanted.items():
            replies = self._replies(person, item)
            sign = (item.sequence, replies)
            row = self._rows.get(ts)
            if row is not None and row[0] == sign:
                continue
            changed = True
            element = row[1] if row else self._new_row()
            element.clear()
            with element:
                self._paint(person, item, replies)
            self._rows[ts] = (sign, element)
        return changed

    def _new_row(self) -> ui.element:
        with self._box:
            return ui.element("article").classes("pf-message")

    def _replies(self, person: SlackPerson, item: PostedMessage | Notice) -> int:
        if isinstance(item, Notice) or item.is_ephemeral or self._open_thread is None:
            return 0
        place = person.workspace.channels[item.channel]
        return len(person.workspace.seen_by(person.user.id, place, item.ts)) - 1

    def _paint(self, person: SlackPerson, item: PostedMessage | Notice, replies: int) -> None:
        workspace = person.workspace
        if isinstance(item, Notice):
            self._head("Slackbot", "S", "pf-slackbot", item.ts, badge="", private=True)
            with ui.element("div").classes("pf-body"):
                ui.label(item.text)
            return
        user = workspace.users[item.user]
        is_bot = user.id == workspace.bot.id
        style = "pf-bot" if is_bot else "pf-human"
        self._head(user.real_name, initials(user), style, item.ts, "APP" if is_bot else "", item.is_ephemeral)
        with ui.element("div").classes("pf-body"):
            names = WorkspaceNames(workspace)
            using = InUse(person, item, self._page)
            if item.blocks:
                paint_all(draw(item.blocks, names), using)
            elif item.text:
                paint(node("div", *mrkdwn(item.text, names), class_="pf-text"), using)
            for file in item.files:
                paint(file_node(file), using)
            if item.edited and is_bot is False:
                ui.label("(edited)").classes("pf-hint")
            if self._open_thread is not None and not item.is_ephemeral:
                self._foot(person, item, replies)

    def _head(self, name: str, letters: str, style: str, ts: str, badge: str, private: bool) -> None:
        ui.label(letters).classes(f"pf-picture-of {style}").props('aria-hidden="true"')
        with ui.element("div").classes("pf-head"):
            ui.label(name).classes("pf-name")
            if badge:
                ui.label(badge).classes("pf-badge")
            ui.label(datetime.fromtimestamp(float(ts)).strftime("%H:%M")).classes("pf-time")
            if private:
                ui.label(PRIVATE).classes("pf-private")

    def _foot(self, person: SlackPerson, message: PostedMessage, replies: int) -> None:
        words = f"{replies} {'reply' if replies == 1 else 'replies'}" if replies else "Reply in thread"
        opened = self._open_thread
        with ui.element("div").classes("pf-foot" if replies else "pf-foot pf-quiet"):
            if opened is not None:
                with (
                    ui.element("button").classes("pf-link").props('type="button"').on("click", lambda: opened(message))
                ):
                    ui.label(words)
            for shortcut in person.workspace.app.shortcuts or ():
                if shortcut.kind == "message":

                    async def choose(callback_id: str = shortcut.callback_id) -> None:
                        await self._page.do(lambda: person.shortcut(callback_id, message))

                    with ui.element("button").classes("pf-link").props('type="button"').on("click", choose):
                        ui.label(shortcut.name)
