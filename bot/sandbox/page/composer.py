"""Where a person types: messages, mentions, slash commands, files, shortcuts and the examples to begin with."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from nicegui import events, ui

from bot.sandbox.installed import Command

Send = Callable[[str], Awaitable[None]]


class Composer:
    """One line with suggestions above it; Enter sends."""

    def __init__(self, commands: Sequence[Command], handle: str, send: Send, label: str) -> None:
        self._commands = commands
        self._send = send
        with ui.element("div").classes("pf-composer") as self.box:
            self._hints = ui.element("div").classes("pf-hints").props('role="status"')
            with ui.row().classes("pf-typing"):
                self.input = ui.input(placeholder=label, on_change=self._typed)
                self.input.props("borderless dense autocomplete=off").classes("pf-line-input")
                self.input.props["aria-label"] = label
                self.input.on("keydown.enter", self._entered)
                mention = ui.button("@", color=None, on_click=lambda: self.put(f"@{handle} ")).props("flat dense")
                mention.props["aria-label"] = f"Mention @{handle}"
                for name in [command.name for command in self._commands][:1]:
                    slash = ui.button("/", color=None, on_click=lambda name=name: self.put(f"{name} ")).props(
                        "flat dense"
                    )
                    slash.props["aria-label"] = f"Type {name}"
                ui.button(color=None, icon="send", on_click=self._entered).props('flat dense aria-label="Send"')

    def put(self, text: str) -> None:
        """Writes something for the person to go on from."""
        self.input.set_value(text)
        self.input.run_method("focus")

    def name(self, label: str) -> None:
        """Says what the line is for."""
        self.input.props["placeholder"] = label
        self.input.props["aria-label"] = label
        self.input.update()

    def _typed(self, event: events.ValueChangeEventArguments[str | None]) -> None:
        text = event.value or ""
        self._hints.clear()
        if not text.startswith("/") or " " in text:
            return
        with self._hints:
            for command in self._commands:
                if command.name.startswith(text):
                    self._hint(command)

    def _hint(self, command: Command) -> None:
        with (
            ui.element("button")
            .classes("pf-suggestion")
            .props('type="button"')
            .on("click", lambda: self.put(f"{command.name} "))
        ):
            ui.label(command.name).classes("pf-name")
            ui.label(f"{command.usage_hint}  {command.description}").classes("pf-hint")

    async def _entered(self) -> None:
        text = str(self.input.value or "").strip()
        if text:
            self.input.set_value("")
            await self._send(text)


def examples(questions: Sequence[str], command: str, ask: Callable[[str], Awaitable[Any]]) -> None:
    """Questions to begin with, as buttons that ask them."""
    with ui.element("div").classes("pf-examples").props('role="group" aria-label="Questions to try"'):
        for question in questions:

            async def press(question: str = question) -> None:
                await ask(f"{command} {question}")

            with ui.element("button").classes("pf-example").props('type="button"').on("click", press):
                ui.label(f"{command} {question}")
