"""Forms, stacks, menus, threads, shortcuts, files and refusals on the page, with the small app."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from bot.sandbox.browser import Visitor
from tests.bot.sandbox.page.serve_small_app import CALLS_KEPT

pytestmark = pytest.mark.browser


def open_form(visitor: Visitor) -> None:
    visitor.types("/practice form")
    expect(visitor.modal()).to_contain_text("Share")


def test_an_empty_required_input_is_marked_and_nothing_is_sent(visitor: Visitor) -> None:
    open_form(visitor)
    visitor.modal().get_by_role("button", name="Send").click()
    expect(visitor.modal().get_by_role("alert")).to_have_text("Please complete this required field.")


def test_the_apps_own_error_stands_under_the_input_and_what_was_typed_stays(visitor: Visitor) -> None:
    open_form(visitor)
    visitor.modal().get_by_label("Title").fill("taken")
    visitor.modal().get_by_role("button", name="Send").click()
    expect(visitor.modal().get_by_role("alert")).to_have_text("This title is taken.")
    expect(visitor.modal().get_by_label("Title")).to_have_value("taken")


def test_the_first_field_with_an_error_has_the_keyboard_and_says_the_error_itself(visitor: Visitor) -> None:
    open_form(visitor)
    visitor.modal().get_by_label("Title").fill("taken")
    visitor.modal().get_by_role("button", name="Send").focus()
    visitor.page.keyboard.press("Enter")
    title = visitor.modal().get_by_label("Title")
    expect(title).to_be_focused()
    expect(title).to_have_accessible_description(re.compile("^This title is taken."))
    expect(title).to_have_attribute("aria-invalid", "true")


def test_a_menu_whose_options_the_app_looks_up(visitor: Visitor) -> None:
    open_form(visitor)
    visitor.modal().get_by_label("Authority").fill("Hackney")
    visitor.page.get_by_role("option", name="Hackney Council").click()
    visitor.modal().get_by_label("Title").fill("Stay")
    visitor.modal().get_by_role("button", name="Send").click()
    expect(visitor.modal()).to_be_hidden()
    visitor.goes_to("Small App")
    visitor.waits_for("Thank you for Stay")


def test_forms_stack_and_escape_goes_back_one_at_a_time(visitor: Visitor) -> None:
    open_form(visitor)
    visitor.modal().get_by_label("Title").fill("deeper")
    visitor.modal().get_by_role("button", name="Send").click()
    expect(visitor.modal()).to_contain_text("On top")
    visitor.page.keyboard.press("Escape")
    expect(visitor.modal()).not_to_contain_text("On top")
    expect(visitor.modal().get_by_label("Title")).to_have_value("deeper")
    visitor.page.keyboard.press("Escape")
    expect(visitor.modal()).to_be_hidden()


def test_a_confirm_dialog_is_asked_before_anything_is_sent(visitor: Visitor) -> None:
    visitor.types("/practice x")
    visitor.waits_for("Only visible to you")
    visitor.presses("Share in channel")
    expect(visitor.page.get_by_role("heading", name="Sure?")).to_be_visible()
    visitor.presses("No")
    expect(visitor.page.get_by_role("button", name="Share in channel")).to_be_focused()
    expect(visitor.messages().filter(has_text="shared")).to_have_count(0)
    visitor.presses("Share in channel")
    visitor.presses("Yes")
    visitor.waits_for("shared")


def test_a_menu_on_a_message_tells_the_app(visitor: Visitor) -> None:
    visitor.types("/practice x")
    visitor.waits_for("Only visible to you").get_by_role("combobox").click()
    visitor.page.get_by_role("option", name="School").click()
    visitor.waits_for("theme school")


def test_refusals_are_shown_however_many_calls_there_were(visitor: Visitor) -> None:
    banner, newest = visitor.page.locator(".pf-banner"), visitor.page.locator(".pf-line .pf-what").first
    for _ in range(CALLS_KEPT + 2):
        visitor.types("/practice bad blocks")
        expect(banner).to_contain_text("Slack would refuse this")
        expect(newest).to_have_text("ack")
        visitor.presses("Dismiss")
        expect(banner).to_be_empty()


def test_what_slack_would_refuse_is_shown_and_explained(visitor: Visitor) -> None:
    visitor.types("/practice bad blocks")
    banner = visitor.page.locator(".pf-banner")
    expect(banner).to_contain_text("Slack would refuse this")
    expect(banner).to_contain_text("block 1 (section) text: must be more than 0 characters")
    visitor.waits_for('failed with the error "invalid_blocks"')


@pytest.mark.parametrize("named", ["@small-app", "@Small App"])
def test_a_mention_is_answered_in_a_thread_that_opens_beside(visitor: Visitor, named: str) -> None:
    said = f"hello from the thread test of {named.strip('@')}"
    visitor.types(f"{named} {said}")
    visitor.messages().filter(has_text=said).filter(has_text="1 reply").get_by_role("button", name="1 reply").click()
    thread = visitor.page.locator(".pf-thread")
    expect(thread).to_contain_text("Heard:")
    thread.get_by_label("Reply in this thread").fill("/practice x")
    thread.get_by_label("Reply in this thread").press("Enter")
    expect(visitor.page.get_by_text("Slack has no slash commands in threads.")).to_be_visible()


def test_in_a_narrow_window_an_open_thread_stands_in_the_place_of_the_channel(visitor: Visitor) -> None:
    visitor.types("@small-app hello from a narrow window")
    message = visitor.messages().filter(has_text="hello from a narrow window").filter(has_text="1 reply")
    message.get_by_role("button", name="1 reply").click()
    thread = visitor.page.locator(".pf-thread")
    expect(thread).to_contain_text("Heard:")
    visitor.page.set_viewport_size({"width": 390, "height": 800})
    expect(visitor.line()).to_be_hidden()
    whole = thread.bounding_box()
    assert whole is not None
    assert whole["height"] > 200
    assert whole["y"] + whole["height"] <= 800
    thread.get_by_role("button", name="Close thread").click()
    expect(visitor.line()).to_be_visible()


def test_shortcuts_open_their_form(visitor: Visitor) -> None:
    visitor.presses("Share something")
    expect(visitor.modal()).to_contain_text("Title")


def test_the_home_is_drawn_when_it_is_opened(visitor: Visitor) -> None:
    visitor.becomes("App Home")
    expect(visitor.page.locator(".pf-home")).to_contain_text("Welcome")
    expect(visitor.line()).to_be_hidden()


def test_the_command_is_suggested_while_it_is_typed(visitor: Visitor) -> None:
    visitor.line().fill("/pr")
    expect(visitor.page.locator(".pf-suggestion")).to_contain_text("[words]")


def test_a_request_opens_to_its_json_with_the_time_to_ack(visitor: Visitor) -> None:
    visitor.types("/practice something to look at")
    line = visitor.page.locator(".pf-line", has_text="something to look at").first
    expect(line).to_contain_text("ms to ack")
    line.locator("summary").click()
    expect(line).to_contain_text('"channel_id": "CGENERAL"')


def test_a_file_is_sent_to_the_bot(visitor: Visitor) -> None:
    visitor.goes_to("Small App")
    visitor.presses("Send a file")
    visitor.page.locator('input[type="file"]').set_input_files(
        {"name": "form.txt", "mimeType": "text/plain", "buffer": b"hello"}
    )
    visitor.waits_for("form.txt, 5 bytes")


def test_every_kind_of_input_is_drawn_and_sends_what_was_put_in(visitor: Visitor) -> None:
    visitor.types("/practice everything")
    form = visitor.modal()
    expect(form).to_contain_text("Every kind of input")
    expect(form.locator(".pf-undrawable")).to_have_count(0)
    form.get_by_label("The plain text input").fill("many words")
    form.get_by_label("The email text input").fill("ann@council.example")
    form.get_by_label("The number input").fill("7")
    form.get_by_label("The static select").first.click()
    visitor.page.get_by_role("option", name="Green").click()
    form.get_by_label("The users select", exact=True).first.click()
    visitor.page.get_by_role("option", name="Lena Lewis").click()
    form.get_by_label("The datepicker").fill("2027-01-31")
    form.get_by_role("checkbox", name="Court").click()
    form.get_by_role("radio", name="Yes").click()
    form.locator('input[type="file"]').set_input_files(
        {"name": "notes.txt", "mimeType": "text/plain", "buffer": b"hello"}
    )
    expect(form).to_contain_text("notes.txt, 5 bytes")
    form.get_by_role("button", name="Send").click()
    expect(form).to_be_hidden()
    visitor.goes_to("Small App")
    sent = visitor.waits_for("many words")
    for value in ('"value": "7"', '"value": "green"', '"ULEAD"', '"2027-01-31"', '"value": "court"', '"value": "yes"'):
        expect(sent).to_contain_text(value)
    expect(sent).to_contain_text("notes.txt")


def test_a_choice_from_the_three_dots_tells_the_app(visitor: Visitor) -> None:
    visitor.types("/practice everything")
    expect(visitor.modal()).to_contain_text("Everything")
    visitor.modal().get_by_role("button", name="More actions").click()
    visitor.page.get_by_role("menuitem", name="Restore").click()
    expect(visitor.modal().get_by_role("heading", name="Restore")).to_be_visible()
