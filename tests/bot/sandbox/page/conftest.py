from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext

from bot.sandbox.browser import Visitor, find_browser, open_browser, sandbox_page


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium of this machine; without one the tests are skipped, but not in CI."""
    path = find_browser()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail("CI needs a Chromium for the sandbox's page")
        pytest.skip("no Chromium on this machine")
    with open_browser(path) as opened:
        yield opened


@pytest.fixture(scope="module")
def real_bot(browser: Browser) -> Iterator[str]:
    """The sandbox with the real bot in it."""
    with sandbox_page() as address:
        yield address


@pytest.fixture(scope="module")
def small_bot(browser: Browser) -> Iterator[str]:
    """The sandbox with the tests' small app in it."""
    with sandbox_page("-m", "tests.bot.sandbox.page.serve_small_app") as address:
        yield address


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[BrowserContext]:
    """A window in which pages are opened one after the other: what the first has fetched, the next has at hand."""
    with browser.new_context(viewport={"width": 1280, "height": 860}) as context:
        yield context


@pytest.fixture
def asker(window: BrowserContext, real_bot: str) -> Iterator[Visitor]:
    """Somebody who has just opened the sandbox."""
    page = window.new_page()
    yield Visitor(page, real_bot)
    page.close()


@pytest.fixture
def visitor(window: BrowserContext, small_bot: str) -> Iterator[Visitor]:
    """Somebody at the small app's sandbox."""
    page = window.new_page()
    yield Visitor(page, small_bot)
    page.close()
