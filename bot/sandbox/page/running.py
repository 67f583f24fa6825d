"""Starts the sandbox: the stand-in, the bot behind it, and the page in front."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from typing import Any

from nicegui import ui

from bot.sandbox.page.hosting import SandboxTarget, free_port, target_of
from bot.sandbox.page.screen import Screen
from bot.sandbox.server import HOST, StandInSlack
from bot.signals import ended_by_signals, terminated_with_the_terminal

ICON = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0a6b4d"/>'
    '<circle cx="7" cy="7" r="3.5" fill="none" stroke="#fff" stroke-width="2"/>'
    '<path d="M10 10l3 3" stroke="#fff" stroke-width="2"/></svg>'
)
#: Seconds between two looks at whether the page is served.
LOOKS = 0.05
#: Starts a bot against the sandbox and gives its request URL; it ends when the block does.
StartBot = Callable[[SandboxTarget], AbstractContextManager[str]]


def run_sandbox(
    start_bot: StartBot,
    *,
    manifest: Mapping[str, Any] | None = None,
    questions: Sequence[str] = (),
    command: str = "/practice",
    port: int = 0,
    show: bool = True,
    announce: Callable[[str], None] = lambda address: None,
) -> None:
    """Runs until it is stopped: a Slack of its own, the bot that `start_bot` starts, and a page on 127.0.0.1.

    `port` is the first port tried (0: 8080); `questions` become buttons; `announce` is told the page's address
    once it is served.
    """
    with StandInSlack(manifest=manifest) as slack, start_bot(target_of(slack)) as request_url:
        slack.connect(request_url)
        chosen = free_port(port)

        async def index() -> None:
            # What is done on a page before it is connected may reach the server in another order ("Enter" before what
            # was typed): there is nothing to type into or to press before.
            opening = ui.label("Opening the sandbox ...").classes("pf-opening")
            client = ui.context.client
            await client.connected()
            if client.has_socket_connection:
                opening.delete()
                Screen(slack, questions, command).build()

        ui.page("/", title=f"{slack.app.name} sandbox")(index)
        threading.Thread(target=_announced, args=(chosen, announce), daemon=True).start()
        # So ended, what was begun around it is cleared away.
        with suppress(KeyboardInterrupt), ended_by_signals(), terminated_with_the_terminal():
            ui.run(
                host=HOST,
                port=chosen,
                title=f"{slack.app.name} sandbox",
                show=show,
                reload=False,
                show_welcome_message=False,
                favicon=ICON,
                dark=None,
                language="en-GB",
            )


def _announced(port: int, announce: Callable[[str], None]) -> None:
    """Tells the address once it answers: whoever reads it, a script above all, goes there at once."""
    while True:
        with suppress(OSError), socket.create_connection((HOST, port), timeout=1):
            break
        time.sleep(LOOKS)
    announce(f"http://{HOST}:{port}/")
