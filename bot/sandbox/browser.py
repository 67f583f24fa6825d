"""A person at the sandbox's page in a real browser: what the browser tests and the pictures are made with."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bot.sandbox.server import HOST

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
# A browser that keeps to itself: nothing fetched, updated or reported.
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS = 10
# Settings of this machine's own bot; and NiceGUI behaves otherwise where pytest's or its own variables are set.
NOT_PASSED_ON = ("SLACK_", "PRACTICE_", "DATABASE_URL", "NICEGUI_", "PYTEST_")
PRACTICE_SANDBOX = ("-c", "from bot.cli import main; main()", "sandbox", "--no-browser", "--port")


def find_browser() -> str | None:
    """The path of a Chromium on this machine."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextmanager
def open_browser(path: str) -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def sandbox_page(*command: str) -> Iterator[str]:
    """Runs `practice sandbox`, or another command that takes a port, on a store of its own; gives the address."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = str(probe.getsockname()[1])
    with tempfile.TemporaryDirectory(prefix="practice-page-") as folder:
        kept = apart(Path(folder))
        whole = [sys.executable, *(command or PRACTICE_SANDBOX), port]
        process = subprocess.Popen(whole, stdout=subprocess.PIPE, text=True, env=kept)  # noqa: S603  # our own command
        try:
            yield address_of(process)
        finally:
            process.terminate()
            process.wait(SECONDS)
            if process.stdout is not None:
                process.stdout.close()


def apart(folder: Path) -> dict[str, str]:
    """An environment in which the sandbox knows nothing of this machine's own bot, with a store in the folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(NOT_PASSED_ON)}
    return kept | {"PRACTICE_DATABASE_URL": f"sqlite:///{folder / 'practice.db'}", "TMPDIR": str(folder)}


def address_of(process: subprocess.Popen[str]) -> str:
    """The address that the sandbox prints once its page answers there. RuntimeError when it ends without one."""
    for line in process.stdout or ():
        if found := re.search(r"http://\S+", line):
            return found.group()
    raise RuntimeError("the sandbox did not start")


class Visitor:
    """Uses the page as a person does: by what is written on it."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        page.set_default_timeout(SECONDS * 1000)
        page.goto(address)
        self.line().wait_for()

    def line(self) -> Locator:
        """Where one types."""
        return self.page.locator(".pf-column .pf-composer input")

    def types(self, text: str) -> None:
        """Types a line and sends it."""
        self.line().fill(text)
        self.line().press("Enter")

    def presses(self, name: str) -> None:
        """Presses what bears these words, or is called so by a screen reader; the newest where there are several."""
        written = self.page.locator("button, a.pf-button").filter(has_text=re.compile(rf"^\s*{re.escape(name)}\s*$"))
        buttons = written.or_(self.page.get_by_role("button", name=name, exact=True))
        buttons.first.wait_for()
        buttons.last.click()

    def becomes(self, name: str) -> None:
        """Is somebody else from now on."""
        button = self.page.locator(".pf-place", has_text=name)
        button.click()
        self.page.locator('.pf-place[aria-pressed="true"]', has_text=name).wait_for()

    def goes_to(self, place: str) -> None:
        """Goes to a channel, to the bot's messages or to its Home."""
        self.becomes(place)

    def messages(self) -> Locator:
        """The messages in the middle."""
        return self.page.locator(".pf-column .pf-message")

    def answer(self) -> Locator:
        """The newest message."""
        return self.messages().last

    def waits_for(self, words: str) -> Locator:
        """The newest message with these words."""
        found = self.messages().filter(has_text=words).last
        found.wait_for()
        return found

    def modal(self) -> Locator:
        """The modal on top."""
        return self.page.locator(".pf-modal")
