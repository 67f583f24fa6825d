"""The left side: who one is, and where one can go, with a mark where something new was said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from nicegui import ui

from bot.sandbox.page.painting import initials
from bot.sandbox.person import Person
from bot.sandbox.records import Role
from bot.sandbox.workspace import Workspace

IM, HOME = "im", "home"
ROLES = {Role.ADMIN: "admin", Role.OWNER: "owner", Role.GUEST: "guest", Role.MEMBER: "member"}
# A button that was pressed is painted anew: whoever uses the keyboard must not be thrown back to the top.
KEEP_FOCUS = "if (document.activeElement === document.body) getHtmlElement(%d)?.focus();"


class Places:
    """Painted anew only when something in it has changed."""

    def __init__(
        self, workspace: Workspace, be: Callable[[str], Any], go: Callable[[str], Any], *, has_home: bool
    ) -> None:
        self._workspace, self._be, self._go, self._has_home = workspace, be, go, has_home
        self._read: dict[tuple[str, str], int] = {}
        self._shown: tuple[Any, ...] = ()
        self._pressed = ""
        self._box = ui.element("nav").classes("pf-nav").props('aria-label="Workspace"')

    def sync(self, person: Person, place: str) -> None:
        """Brings the list in step with where this person is and what they have not seen."""
        self._read[person.user.id, place] = self._workspace.ledger.sequence
        channels = tuple(channel.id for channel in self._workspace.channels_of(person.user.id))
        fresh = frozenset(key for key in (*channels, IM) if self._has_news(person, key))
        sign = (person.user.id, place, channels, fresh)
        if sign != self._shown:
            self._shown = sign
            self._box.clear()
            with self._box:
                self._paint(person, place, fresh)

    def _has_news(self, person: Person, key: str) -> bool:
        read = self._read.get((person.user.id, key), 0)
        return any(m.sequence > read and m.user != person.user.id for m in person.sees(key))

    def _paint(self, person: Person, place: str, fresh: frozenset[str]) -> None:
        workspace = self._workspace
        ui.label(workspace.team.name).classes("pf-team")
        with self._group("You are"):
            for user in workspace.users.values():
                if user.role is not Role.BOT:
                    more = user.title or ROLES[user.role]
                    chosen = user.id == person.user.id
                    press = partial(self._press, self._be, user.id)
                    self._button(user.id, user.real_name, more, chosen, press, letters=initials(user))
        with self._group("Channels"):
            for channel in workspace.channels_of(person.user.id):
                icon = "lock" if channel.kind == "private" else "tag"
                more = "new" if channel.id in fresh else ""
                press = partial(self._press, self._go, channel.id)
                self._button(channel.id, channel.name, more, channel.id == place, press, icon=icon)
        with self._group("App"):
            more = "Direct messages, new" if IM in fresh else "Direct messages"
            press = partial(self._press, self._go, IM)
            self._button(IM, workspace.bot.real_name, more, place == IM, press, icon="mail")
            if self._has_home:
                self._button(HOME, "App Home", "", place == HOME, partial(self._press, self._go, HOME), icon="home")

    def _group(self, name: str) -> ui.element:
        ui.label(name).classes("pf-group").props('aria-hidden="true"')
        group = ui.element("div").classes("pf-list").props('role="group"')
        group.props["aria-label"] = name
        return group

    async def _press(self, act: Callable[[str], Any], key: str) -> None:
        self._pressed = key
        await act(key)

    def _button(
        self,
        key: str,
        name: str,
        more: str,
        chosen: bool,
        press: Callable[[], Any],
        *,
        letters: str = "",
        icon: str = "",
    ) -> None:
        button = ui.element("button").classes("pf-place").on("click", press)
        button.props["type"], button.props["aria-pressed"] = "button", "true" if chosen else "false"
        with button:
            with ui.element("span").classes("pf-sign").props('aria-hidden="true"'):
                if icon:
                    ui.icon(icon)
                else:
                    ui.label(letters)
            with ui.element("span").classes("pf-two"):
                ui.label(name)
                if more:
                    ui.label(more).classes("pf-more pf-new" if more.endswith("new") else "pf-more")
        if key == self._pressed:
            ui.run_javascript(KEEP_FOCUS % button.id)
