"""Sharing by form and by template, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from bot.sandbox.browser import Visitor

pytestmark = pytest.mark.browser

FORM = """Local authority: Lewisham

With children and families

Saturday reading circles for young carers
Young carers meet every Saturday to read together with retired teachers, who also help with school.
Impact: Twelve of them went on to college.

Contact: Grace Example, Head of Inclusion, grace.example@lewisham.gov.uk
"""


def types_into(visitor: Visitor, label: str, text: str) -> None:
    """Types into a field of the modal and leaves it."""
    written = visitor.modal().get_by_label(label, exact=True)
    written.fill(text)
    written.blur()


def test_an_initiative_is_shared_by_form(asker: Visitor, tmp_path: Path) -> None:
    asker.types("/practice share")
    expect(asker.modal()).to_contain_text("Share: step 1 of 2")
    authority = asker.modal().get_by_label("Authority", exact=True)
    authority.press_sequentially("hackn")
    asker.page.locator(".q-item", has_text="Hackney").first.click()
    types_into(asker, "Title", "Saturday school of heritage crafts")
    types_into(asker, "What is done", "Elders teach pottery to Black boys who were excluded from school.")
    asker.modal().get_by_text("With children and families", exact=True).click()
    asker.modal().get_by_text("Evaluated", exact=True).click()
    asker.page.screenshot(path=str(tmp_path / "first-step.png"))
    asker.presses("Next")
    expect(asker.modal()).to_contain_text("Share: step 2 of 2")
    expect(asker.modal()).to_contain_text("Exclusions")
    asker.modal().get_by_text("No child or family can be identified", exact=False).last.click()
    asker.page.screenshot(path=str(tmp_path / "second-step.png"))
    asker.presses("Send")
    expect(asker.modal()).to_contain_text("It waits for a reviewer.")


def test_what_is_missing_is_said_at_its_field(asker: Visitor) -> None:
    asker.types("/practice share")
    expect(asker.modal()).to_contain_text("Share: step 1 of 2")
    types_into(asker, "Title", "T" * 160)
    asker.presses("Next")
    expect(asker.modal()).to_contain_text("Please complete this required field.")


def test_a_template_is_handed_in_and_looked_through(asker: Visitor, tmp_path: Path) -> None:
    form = tmp_path / "form.txt"
    form.write_text(FORM)
    asker.becomes("Lena Lewis")
    asker.types("/practice share")
    asker.presses("Use a filled-in template")
    expect(asker.modal()).to_contain_text("The filled-in template")
    asker.modal().locator("input[type=file]").set_input_files(str(form))
    asker.presses("Read it")
    expect(asker.modal()).to_contain_text("I am reading it.")
    asker.page.keyboard.press("Escape")
    expect(asker.modal()).to_contain_text("Share: step 1 of 2")
    asker.page.keyboard.press("Escape")
    expect(asker.modal()).to_be_hidden()
    asker.goes_to("Practice Finder")
    expect(asker.waits_for("one initiative")).to_contain_text("Saturday reading circles")
    expect(asker.answer()).to_contain_text("choose one by hand")
    asker.presses("Look through them")
    expect(asker.modal()).to_contain_text("From your template")
    asker.page.screenshot(path=str(tmp_path / "proposals.png"))
