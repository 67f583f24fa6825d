"""A third party's app, built with Bolt, holds whole conversations over HTTP and Socket Mode."""

from __future__ import annotations

import pytest

from bot.sandbox.errors import CannotDo, NotSent
from bot.sandbox.person import SlackPerson
from bot.sandbox.reading import read_message
from bot.sandbox.server import StandInSlack


def test_a_command_is_answered_for_its_person_alone(live: StandInSlack, ann: SlackPerson) -> None:
    delivery = ann.command("/practice youth justice")
    assert delivery.acked
    assert ann.last_reply().private_to == "UANN"
    assert "youth justice" in ann.reads(ann.last_reply())
    assert live.person("lena").sees() == []


def test_a_command_may_answer_for_everybody(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice public")
    assert [m.text for m in live.person("lena").sees()] == ["for all"]


def test_a_private_answer_is_gone_after_a_reload(ann: SlackPerson) -> None:
    ann.command("/practice x")
    ann.reloads()
    assert ann.sees() == []


def test_a_button_opens_a_modal_for_the_one_who_pressed_it(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice x")
    ann.clicks(ann.last_reply(), "Open")
    assert "Number 42" in ann.reads(ann.view())
    assert not live.person("lena").has_modal()


def test_a_press_in_a_modal_stacks_another_at_most_three_high(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice x")
    ann.clicks(ann.last_reply(), "Open")
    for _ in range(2):
        top = ann.view()
        ann.clicks(top, "Open")
        ann.wait_for(lambda top=top: ann.view() is not top, what="a second modal")  # type: ignore[misc]
    ann.clicks(ann.view(), "Open")
    ann.wait_for(live.workspace.refusals, what="the refusal")
    assert live.workspace.refusals()[-1].error == "push_limit_reached"


def test_sharing_from_a_private_answer_posts_to_the_channel(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice x")
    ann.clicks(ann.last_reply(), "share")
    live.person("lena").wait_for(lambda: live.person("lena").sees_text("shared"))


def test_saying_no_to_a_confirm_dialog_sends_nothing(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice x")
    before = len(live.deliveries)
    with pytest.raises(CannotDo, match="Sure"):
        ann.clicks(ann.last_reply(), "share", confirm=False)
    assert len(live.deliveries) == before


def test_a_menu_replaces_the_message_it_stands_on(ann: SlackPerson) -> None:
    ann.command("/practice x")
    shown = ann.last_reply()
    ann.chooses(shown, "theme", "School")
    assert ann.last_reply() is shown
    assert shown.text == "theme school"


def test_a_private_answer_can_take_itself_away(ann: SlackPerson) -> None:
    ann.command("/practice x")
    ann.clicks(ann.last_reply(), "Withdraw")
    ann.wait_for(lambda: not ann.sees(), what="the message to go")


def test_a_form_is_sent_and_answered_in_direct_messages(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice form")
    delivery = ann.submits(ann.view(), {"Title": "Stay and play", "owner": "Hackney"})
    assert not ann.has_modal()
    assert delivery.payload["view"]["state"]["values"]["owner"]["owner"]["selected_option"]["value"] == "E09"
    assert ann.last_reply().text == "Thank you for Stay and play"
    with pytest.raises(CannotDo):
        live.workspace.seen_by("ULEAD", live.workspace.im("UANN"))


def test_slack_itself_stops_a_form_with_an_empty_required_input(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice form")
    before = len(live.deliveries)
    with pytest.raises(NotSent) as stopped:
        ann.submits(ann.view(), {})
    assert stopped.value.errors == {"title": "Please complete this required field."}
    assert len(live.deliveries) == before


def test_the_apps_errors_stand_under_the_input(ann: SlackPerson) -> None:
    ann.command("/practice form")
    ann.submits(ann.view(), {"title": "taken"})
    assert ann.view().errors == {"title": "This title is taken."}


@pytest.mark.parametrize("title", ["wrong", "text"])
def test_an_answer_that_slack_does_not_take_shows_trouble_and_is_listed(
    live: StandInSlack, ann: SlackPerson, title: str
) -> None:
    ann.command("/practice form")
    ann.submits(ann.view(), {"title": title})
    assert "trouble connecting" in ann.view().trouble
    assert live.workspace.refusals()[-1].method == "ack"


def test_an_update_keeps_what_was_typed(ann: SlackPerson) -> None:
    ann.command("/practice form")
    ann.submits(ann.view(), {"title": "next"})
    assert ann.view().title == "Step two"
    assert ann.view().state["title"]["title"]["value"] == "next"


def test_a_pushed_form_closes_back_to_the_one_below_and_clear_closes_all(ann: SlackPerson) -> None:
    ann.command("/practice form")
    first = ann.view()
    ann.submits(first, {"title": "deeper"})
    assert ann.view().title == "On top"
    ann.closes(ann.view())
    assert ann.view() is first
    ann.submits(first, {"title": "deeper"})
    ann.submits(ann.view(), {"title": "clear"})
    assert not ann.has_modal()


def test_a_mention_is_answered_in_its_thread(ann: SlackPerson) -> None:
    ann.mentions_bot("youth justice")
    reply = ann.last_reply()
    asked = ann.sees()[0]
    assert reply.thread_ts == asked.ts
    assert "youth justice" in read_message(reply)


def test_a_direct_message_is_answered_and_the_bots_own_words_come_back_to_it(
    live: StandInSlack, ann: SlackPerson
) -> None:
    ann.messages_bot("R&D <b>")
    assert ann.last_reply().text == "You wrote: R&amp;D &lt;b&gt;"
    own = live.wait_for(lambda: [d for d in live.deliveries if d.user is None], what="the bot's own message")
    assert own[0].payload["event"]["bot_id"] == live.workspace.bot_id


def test_the_home_is_published_for_each_person(live: StandInSlack, ann: SlackPerson) -> None:
    ann.opens_home()
    ann.wait_for(ann.home, what="the Home")
    assert live.person("lena").home() is None
    assert "view" in ann.opens_home().payload["event"]


def test_a_message_shortcut_carries_its_message(ann: SlackPerson) -> None:
    ann.mentions_bot("x")
    message = ann.sees()[0]
    assert ann.shortcut("save", message).payload["message"]["ts"] == message.ts
    assert ann.view().callback_id == "form"


def test_a_command_that_is_never_acked_is_said_to_have_failed(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice silence")
    assert "failed with the error" in ann.notices()[-1].text


def test_an_ack_with_blocks_that_slack_refuses_is_said_to_have_failed(live: StandInSlack, ann: SlackPerson) -> None:
    ann.command("/practice bad blocks")
    assert ann.sees() == []
    refusal = live.workspace.refusals()[-1]
    assert refusal.error == "invalid_blocks"
    assert refusal.problems == ("[ERROR] must be more than 0 characters [json-pointer:/blocks/0/text/text]",)
