"""Review as reviewers see it: the card, the decision, and word of it, in a real browser, with pictures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from bot.sandbox.browser import Visitor, sandbox_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def waiting(browser: Browser) -> Iterator[str]:
    """The sandbox with the real bot and two submissions that wait."""
    with sandbox_page("-m", "tests.bot.sandbox.page.serve_with_submissions") as address:
        yield address


@pytest.fixture
def reviewer(browser: Browser, waiting: str) -> Iterator[Visitor]:
    """Ade, in the bot's messages."""
    page = browser.new_page(viewport={"width": 1280, "height": 1400})
    visitor = Visitor(page, waiting)
    visitor.becomes("Ade Mensah")
    visitor.goes_to("Practice Finder")
    yield visitor
    page.close()


def press(card: Locator, name: str) -> None:
    card.get_by_text(name, exact=True).last.click()


def test_a_card_is_read_and_published_by_one_press(reviewer: Visitor, tmp_path: Path) -> None:
    card = reviewer.waits_for("Cooking evenings for young carers")
    expect(card).to_contain_text("From the terminal")
    expect(card).to_contain_text("Rosa Example, Group lead")
    expect(card).to_contain_text("“Jayden” in What is done: may be the name of a child")
    picture = tmp_path / "card.png"
    card.screenshot(path=picture)
    assert picture.stat().st_size > 10_000
    press(card, "Publish")
    decided = reviewer.waits_for("Published by Ade Mensah on")
    expect(decided).to_contain_text("Cooking evenings for young carers")
    expect(decided.get_by_text("Publish", exact=True)).to_have_count(0)
    reviewer.becomes("Ann Okoro")
    reviewer.goes_to("general")
    announced = reviewer.waits_for("New in Practice Finder")
    expect(announced).to_contain_text("Cooking evenings for young carers")


def test_a_card_is_returned_with_a_reason(reviewer: Visitor, tmp_path: Path) -> None:
    card = reviewer.waits_for("Saturday reading circles for families")
    expect(card).to_contain_text("leads to evil.example")
    expect(card.locator("a[href*='evil']")).to_have_count(0)
    press(card, "Return")
    modal = reviewer.modal()
    expect(modal).to_contain_text("What should be put right?")
    modal.locator("textarea").fill("Say where.")
    reviewer.page.screenshot(path=tmp_path / "return.png")
    reviewer.presses("Return it")
    expect(reviewer.modal()).to_contain_text("Returned")
    reviewer.page.keyboard.press("Escape")
    expect(reviewer.waits_for("Returned by Ade Mensah on")).to_contain_text("Say where.")
