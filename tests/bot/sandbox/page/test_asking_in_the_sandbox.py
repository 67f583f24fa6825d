"""The main conversations with the real bot, as each person, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from bot.sandbox.browser import Visitor

pytestmark = pytest.mark.browser

PEOPLE = ["Ann Okoro", "Lena Lewis", "Ade Mensah", "Gita Rao"]
SLIP = "/practice youht justce in hackny"
# Of what is pressed, in pixels: WCAG 2.2, 2.5.8.
SMALLEST = 24
ON_PAGE = "document.documentElement.scrollWidth <= window.innerWidth"
# A page whose connection says nothing until it is let.
HELD = """(() => {
    const send = WebSocket.prototype.send, held = [];
    let open = false;
    WebSocket.prototype.send = function (data) { open ? send.call(this, data) : held.push([this, data]); };
    window.connect = () => { open = true; held.forEach(([socket, data]) => send.call(socket, data)); };
})()"""
GROUND = "element => getComputedStyle(element).backgroundColor"
NAMELESS = """() => [...document.querySelectorAll('button, a, input')]
    .filter(e => e.offsetParent && !(e.innerText.trim() || e.getAttribute('aria-label') || e.title))
    .map(e => e.outerHTML)"""


def test_an_example_question_is_answered_by_one_press_and_privately(asker: Visitor) -> None:
    private = asker.messages().filter(has_text="Only visible to you").filter(has_text="Lisa Aldridge")
    asker.becomes("Lena Lewis")
    # Other tests of this module may have asked the same as Lena: what must not be added is Ann's answer.
    asker.page.wait_for_load_state("networkidle")
    lenas = private.count()
    asker.becomes("Ann Okoro")
    anns = private.count()
    asker.presses("/practice youth justice in Hackney")
    expect(private).to_have_count(anns + 1)
    asker.becomes("Lena Lewis")
    expect(private).to_have_count(lenas)


@pytest.mark.parametrize("person", PEOPLE)
def test_each_person_is_answered_in_direct_messages(asker: Visitor, person: str) -> None:
    asker.becomes(person)
    asker.goes_to("Practice Finder")
    asker.types("youth justice in Hackney")
    expect(asker.waits_for("Lisa Aldridge")).to_contain_text("Practice Finder")


@pytest.mark.parametrize("person", PEOPLE)
def test_each_persons_slip_is_corrected_and_said(asker: Visitor, person: str) -> None:
    asker.becomes(person)
    asker.types(SLIP)
    answer = asker.waits_for("justce")
    expect(answer).to_contain_text("justice")
    expect(answer).to_contain_text("Hackney")


def test_more_results_follow_on_request(asker: Visitor) -> None:
    asker.types("/practice leadership")
    asker.waits_for("5.")
    before = asker.messages().count()
    asker.page.get_by_role("button", name="More").first.click()
    expect(asker.page.locator(".pf-column .pf-body").filter(has_text="6.").first).to_be_visible()
    assert asker.messages().count() >= before


def test_an_initiative_opens_whole_and_escape_closes_it(asker: Visitor) -> None:
    asker.types("/practice youth justice in Hackney")
    asker.waits_for("Lisa Aldridge")
    asker.presses("Open")
    expect(asker.modal()).to_contain_text("Hackney")
    expect(asker.modal()).to_contain_text("Talk to")
    asker.page.keyboard.press("Escape")
    expect(asker.modal()).to_be_hidden()


def test_what_is_shared_in_the_channel_is_seen_by_others(asker: Visitor) -> None:
    asker.goes_to("youth-justice")
    asker.types("/practice anti-racist supervision")
    asker.waits_for("Only visible to you")
    asker.presses("Share in channel")
    asker.presses("Share")
    asker.becomes("Gita Rao")
    shared = asker.waits_for("anti-racist supervision")
    expect(shared).not_to_contain_text("Only visible to you")
    expect(shared).to_contain_text("Ann Okoro")


def test_the_picture_of_the_coverage_is_shown_with_its_words(asker: Visitor) -> None:
    asker.becomes("Ade Mensah")
    asker.types("/practice report")
    asker.waits_for("Report:")
    asker.presses("Send me the coverage as a picture")
    asker.goes_to("Practice Finder")
    sent = asker.waits_for("Read out in its place: Tables of how many initiatives")
    picture = sent.get_by_role("img")
    expect(picture).to_be_visible()
    assert (picture.get_attribute("alt") or "").startswith("Tables of how many initiatives")
    assert picture.evaluate("picture => picture.complete && picture.naturalWidth > 1000")
    assert asker.page.evaluate(ON_PAGE)


def test_a_question_without_an_answer_leads_somewhere(asker: Visitor) -> None:
    asker.types("/practice bin collection")
    answer = asker.waits_for("bin collection")
    assert answer.get_by_role("button").count() > 0


def test_nothing_can_be_typed_before_it_would_arrive(browser: Browser, real_bot: str) -> None:
    with browser.new_context() as context:
        context.add_init_script(HELD)
        page = context.new_page()
        page.goto(real_bot)
        expect(page.get_by_text("Opening the sandbox")).to_be_visible()
        expect(page.get_by_role("textbox")).to_have_count(0)
        expect(page.get_by_role("button")).to_have_count(0)
        page.evaluate("window.connect()")
        expect(page.get_by_role("textbox").first).to_be_visible()
        expect(page.get_by_text("Opening the sandbox")).to_be_hidden()


def test_a_place_where_something_new_was_said_is_marked(asker: Visitor) -> None:
    asker.types("/practice youth justice in Hackney")
    asker.waits_for("Lisa Aldridge")
    asker.presses("Send to my messages")
    place = asker.page.locator(".pf-place", has_text="Practice Finder")
    expect(place).to_contain_text("new")
    asker.goes_to("Practice Finder")
    asker.waits_for("Lisa Aldridge")
    expect(place).not_to_contain_text("new")


def test_a_press_is_not_lost_where_something_new_is_said_meanwhile(asker: Visitor) -> None:
    asker.types("/practice youth justice in Hackney")
    asker.waits_for("Lisa Aldridge")
    place = asker.page.locator(".pf-place", has_text="Practice Finder")
    under_the_finger = place.element_handle()
    asker.presses("Send to my messages")
    expect(place).to_contain_text("new")
    under_the_finger.click()
    expect(place).to_have_attribute("aria-pressed", "true")


def test_a_guest_sees_only_their_own_channel(asker: Visitor) -> None:
    asker.becomes("Gita Rao")
    expect(asker.page.locator(".pf-place", has_text="youth-justice")).to_be_visible()
    expect(asker.page.locator(".pf-place", has_text="general")).to_have_count(0)


def test_a_reload_takes_private_answers_away(asker: Visitor) -> None:
    asker.types("/practice reverse mentoring")
    asker.waits_for("reverse mentoring")
    asker.presses("Reload Slack: private answers are lost")
    expect(asker.messages().filter(has_text="Only visible to you")).to_have_count(0)


def test_nothing_that_the_real_bot_sent_would_be_refused(asker: Visitor) -> None:
    asker.types("/practice youth justice")
    asker.waits_for("Only visible to you")
    expect(asker.page.locator(".pf-line .pf-bad")).to_have_count(0)
    expect(asker.page.locator(".pf-undrawable")).to_have_count(0)


def test_everything_can_be_reached_by_keyboard(asker: Visitor) -> None:
    example = asker.page.locator(".pf-example").first
    for _ in range(40):
        asker.page.keyboard.press("Tab")
        if example.evaluate("e => e === document.activeElement"):
            break
    asker.page.keyboard.press("Enter")
    asker.waits_for("Only visible to you")


def test_the_keyboard_stays_where_it_was_when_one_goes_elsewhere(asker: Visitor) -> None:
    asker.page.locator(".pf-place", has_text="youth-justice").focus()
    asker.page.keyboard.press("Enter")
    expect(asker.page.locator('.pf-place[aria-pressed="true"]', has_text="youth-justice")).to_be_focused()


def test_the_page_has_one_main_part(asker: Visitor) -> None:
    expect(asker.page.get_by_role("main")).to_have_count(1)


def test_what_stands_beside_the_line_is_large_enough_to_be_hit(asker: Visitor) -> None:
    for box in (button.bounding_box() for button in asker.page.locator(".pf-typing button:visible").all()):
        assert box is not None
        assert min(box["width"], box["height"]) >= SMALLEST


def test_everything_that_can_be_used_has_a_name(asker: Visitor) -> None:
    asker.types("/practice youth justice")
    asker.waits_for("Only visible to you")
    assert asker.page.evaluate(NAMELESS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 800, 1600])
def test_the_page_fits_any_width_in_light_and_dark(browser: Browser, real_bot: str, width: int, scheme: str) -> None:
    page = browser.new_page(viewport={"width": width, "height": 760}, color_scheme=scheme)  # type: ignore[arg-type]
    visitor = Visitor(page, real_bot)
    visitor.types("/practice youth justice in Hackney")
    visitor.waits_for("Lisa Aldridge")
    assert page.evaluate(ON_PAGE)
    expect(visitor.line()).to_be_in_viewport()
    dark = page.evaluate("document.body.classList.contains('body--dark')")
    assert dark == (scheme == "dark")
    page.close()


def test_where_one_is_stays_seen_in_somebodys_own_colours(browser: Browser, real_bot: str) -> None:
    page = browser.new_page(forced_colors="active")
    visitor = Visitor(page, real_bot)
    chosen = page.locator(".pf-place", has_text="Ann Okoro")
    assert chosen.evaluate(GROUND) != page.locator(".pf-nav").evaluate(GROUND)
    visitor.types("/practice share")
    assert visitor.modal().evaluate("form => getComputedStyle(form).borderTopWidth") == "1px"
    page.close()


def test_a_link_is_told_from_the_words_beside_it_by_more_than_its_colour(asker: Visitor) -> None:
    asker.types("/practice youth justice")
    link = asker.waits_for("Only visible to you").get_by_role("link").first
    assert "underline" in link.evaluate("link => getComputedStyle(link).textDecorationLine")


def test_the_page_asks_nothing_of_any_other_machine(browser: Browser, real_bot: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    visitor = Visitor(page, real_bot)
    visitor.types("/practice youth justice")
    visitor.waits_for("Only visible to you")
    assert asked
    assert [url for url in asked if not url.startswith((real_bot, "data:", "blob:"))] == []
    page.close()
