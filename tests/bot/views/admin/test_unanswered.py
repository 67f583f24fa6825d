"""Questions to the admins, of any length and script: shown whole, within Slack's limits, and inert."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.names import Action, Field
from bot.payloads.unanswered import Filled, Sendable, filled
from bot.sandbox.blocks.surfaces import message_problems, view_bytes, view_problems, walk
from bot.sandbox.mentions import notifications_in
from bot.views.admin.report_page import report_message
from bot.views.admin.unanswered import answered_message, send_form, sent_before_modal, sent_modal
from bot.views.admin.unanswered_for_admins import LISTED, answer_form, question_card, settled_card, waiting_modal
from bot.views.answers.answer import answer_message
from bot.views.content.contacts import Audience
from bot.views.kit.blocks import BUTTON_VALUE, MESSAGE_TEXT
from knowledge.domain.lists import Signpost
from knowledge.domain.query import Query
from knowledge.domain.text import QUESTION_LENGTH, clean, units
from knowledge.domain.unanswered import NOTE_LENGTH, TEXT_LENGTH, Settled, Unanswered
from tests.factories import an_answer, an_initiative
from tests.knowledge.services.test_report import report

KEY = "0123456789abcdef"
DAY = date(2026, 11, 23)
EVIL = "<!channel> <@U1> *bold* <https://evil.example|x> @here "
ONE = Unanswered(KEY, "Who works with Roma families?", "", DAY)

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=TEXT_LENGTH // 2)


def buttons(blocks) -> list[str]:
    return [item["text"]["text"] for block in blocks for item in walk(block) if item.get("type") == "button"]


def words(blocks) -> str:
    return "".join(item["text"] for block in blocks for item in walk(block) if item.get("type") == "text")


@given(texts, texts)
def test_any_question_is_shown_whole_and_inert(text: str, answer: str) -> None:
    text = clean(text, lines=True) or "?"
    one = replace(ONE, text=text, note=text[: NOTE_LENGTH // 2], by="T1:U1")
    settled = replace(one, settled=Settled(DAY, "T1:U6", answered=True))
    cards = (question_card(one, text[:80]), settled_card(settled, "", "Ade"))
    for drawn in (*cards, answered_message(one, answer, "Ade")):
        assert message_problems(list(drawn.blocks)) == []
        assert notifications_in(drawn.text, list(drawn.blocks)) == []
    assert text.replace("\n", "") in words(waiting_modal([(one, "")], 1)["blocks"]).replace("\n", "")
    for view in (
        send_form(Sendable(text, KEY)),
        sent_modal(text, one.note, signed=True),
        answer_form(one, text[:80]),
        waiting_modal([(one, text[:80])] * LISTED, 10**6),
    ):
        assert view_problems(view, "modal") == []
        assert view_bytes(view) <= 250_000


def test_the_longest_of_all_keep_the_limits() -> None:
    for letters in ("xx", "x\n", "ŵ&", "🙂"):
        text = letters * (TEXT_LENGTH // 2)
        longest = replace(ONE, text=text, note=text[:NOTE_LENGTH], by="T1:U1")
        card = question_card(longest, "Lena")
        assert message_problems(list(card.blocks)) == []
        assert buttons(card.blocks) == ["Read all of it", "Answer", "Dealt with"]
        assert units(words(card.blocks)) < 1000
        answered = answered_message(longest, text, "Ade")
        assert message_problems(list(answered.blocks)) == []
        assert units(answered.said) <= MESSAGE_TEXT
        view = waiting_modal([(longest, "Lena")] * LISTED, LISTED)
        assert view_problems(view, "modal") == []
        assert view_bytes(view) <= 250_000
        assert view_problems(send_form(Sendable(longest.text, KEY)), "modal") == []


def test_nothing_in_a_card_is_a_mention_or_a_link() -> None:
    card = question_card(replace(ONE, text=EVIL, note=EVIL), EVIL)
    assert notifications_in(card.text, list(card.blocks)) == []
    assert not [item for block in card.blocks for item in walk(block) if item.get("type") in ("link", "mrkdwn")]
    assert EVIL.strip() in words(card.blocks)


def test_only_who_gave_their_name_can_be_answered() -> None:
    assert buttons(question_card(ONE, "").blocks) == ["Dealt with"]
    assert "without a name" in question_card(ONE, "").said
    signed = question_card(replace(ONE, by="T1:U1"), "Lena Lewis")
    assert buttons(signed.blocks) == ["Answer", "Dealt with"]
    assert "Sent on 23 November 2026, by Lena Lewis." in signed.said


def test_the_form_begins_without_a_name_and_says_what_either_choice_means() -> None:
    view = send_form(Sendable("Who works with Roma families?", KEY))
    signing = next(block for block in view["blocks"] if block.get("block_id") == Field.SIGNED)
    assert signing["element"]["initial_option"]["value"] == "unsigned"
    assert "nobody can answer you. With it, they can" in signing["hint"]["text"]
    question = next(block["element"] for block in view["blocks"] if block.get("block_id") == Field.QUESTION)
    assert (question["initial_value"], question["max_length"]) == ("Who works with Roma families?", TEXT_LENGTH)
    assert view["private_metadata"] == KEY


def test_a_form_without_the_choice_is_not_signed() -> None:
    values = {Field.QUESTION: {Field.QUESTION: {"value": "Who?"}}, Field.SIGNED: {Field.SIGNED: {}}}
    assert filled({"state": {"values": values}}) == Filled("Who?", "", signed=False)
    assert filled({}) == Filled("", "", signed=False)


def test_an_empty_list_and_a_long_one_say_so() -> None:
    assert "Nothing waits" in str(waiting_modal([], 0))
    assert "and 7 more, to follow" in str(waiting_modal([(ONE, "")] * LISTED, LISTED + 7))
    assert "was sent to the admins before" in str(sent_before_modal())


@pytest.mark.parametrize("value", [None, "", "x", "[]", '{"text": "a"}', '{"text": "a", "key": "../x"}', '{"key": 3}'])
def test_a_button_of_another_version_carries_nothing(value: object) -> None:
    assert Sendable.of(value) is None
    assert Sendable.of(Sendable("a", KEY).value()) == Sendable("a", KEY)


def test_an_answer_that_lacks_something_can_be_sent_and_no_other() -> None:
    nothing = an_answer(text="bin collection")
    assert "Send to the admins" in buttons(answer_message(nothing, Audience.PERSON, admins_key=KEY).blocks)
    assert "Send to the admins" not in buttons(answer_message(nothing, Audience.PERSON).blocks)
    partly = an_answer(an_initiative(), partly=True)
    assert "Send to the admins" in buttons(answer_message(partly, Audience.PERSON, admins_key=KEY).blocks)
    found = an_answer(an_initiative())
    assert "Send to the admins" not in buttons(answer_message(found, Audience.PERSON, admins_key=KEY).blocks)
    beyond = replace(nothing, total=7, offset=10)
    assert "Send to the admins" not in buttons(answer_message(beyond, Audience.PERSON, admins_key=KEY).blocks)


def test_who_is_shown_where_to_get_help_is_not_sent_to_the_admins() -> None:
    harm = replace(an_answer(text="a child is being hurt"), signpost=Signpost(("hurt",), "Call 999."))
    assert "Send to the admins" not in buttons(answer_message(harm, Audience.PERSON, admins_key=KEY).blocks)


def test_the_report_begins_what_was_sent_and_opens_all_of_it() -> None:
    sent = tuple(replace(ONE, id=str(number), text=EVIL * 50) for number in range(9))
    drawn = report_message(replace(report(an_initiative()), sent_to_admins=sent))
    assert message_problems(list(drawn.blocks)) == []
    assert notifications_in(drawn.text, list(drawn.blocks)) == []
    assert "Sent to you: 9\n- 23 November 2026: <!channel>" in drawn.said
    assert "Read what was sent to you" in buttons(drawn.blocks)
    assert "Read what was sent to you" not in buttons(
        report_message(replace(report(an_initiative()), sent_to_admins=())).blocks
    )


@pytest.mark.parametrize("letter", ["x", '"', "\u0001", "🙂"])
def test_the_longest_question_fits_its_button(letter: str) -> None:
    drawn = answer_message(replace(an_answer(), query=Query(letter * QUESTION_LENGTH)), Audience.PERSON, admins_key=KEY)
    sending = next(
        item for block in drawn.blocks for item in walk(block) if item.get("action_id") == Action.UNANSWERED_SEND
    )
    assert units(sending["value"]) <= BUTTON_VALUE
    assert Sendable.of(sending["value"]) == Sendable(letter * QUESTION_LENGTH, KEY)
