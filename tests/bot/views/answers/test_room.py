"""An answer fits one message of Slack's, and says what it has no room for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.names import Action
from bot.payloads.values import Asking
from bot.views.answers.answer import answer_message, fitting
from bot.views.answers.sharing import shared_message
from bot.views.content.contacts import Audience
from bot.views.kit.blocks import MESSAGE_BLOCKS, MESSAGE_TEXT, escape
from knowledge.domain.initiative import Contact
from knowledge.domain.text import units
from tests.bot.views.answers.test_answer import buttons
from tests.factories import a_contact, an_answer, an_initiative


def test_five_long_results_fit_one_message_whole() -> None:
    long = an_initiative(
        title="T" * 150, summary="word & " * 400, own_contacts=(a_contact(name="N" * 60, role="R" * 80),)
    )
    message = answer_message(an_answer(long, long, long, long, long), Audience.PERSON, shareable=True)
    assert units(message.text) <= MESSAGE_TEXT
    assert not message.text.endswith("…")
    assert len(message.blocks) <= MESSAGE_BLOCKS


def a_long_contact(number: int) -> Contact:
    return a_contact(name=f"{number}{'N' * 399}", role="R" * 500, team="T" * 400, phone="0" * 100)


@pytest.mark.parametrize("audience", [Audience.PERSON, Audience.CHANNEL])
def test_results_that_a_message_has_no_room_for_are_left_for_more(audience: Audience) -> None:
    long = an_initiative(own_contacts=(a_long_contact(1),))
    answer = fitting(an_answer(long, long, long, total=7, offset=2), audience)
    message = answer_message(answer, audience)
    assert len(answer.results) == 2
    assert "Initiatives 3 to 4 of 7" in message.said
    assert "3 more. Press More" in message.said
    more = next(each for each in buttons(message) if each["action_id"] == Action.MORE)
    assert Asking.of(more["value"]) == Asking("mentoring", 4)
    assert message.text == escape(message.said)


def test_a_single_result_too_long_for_a_message_names_fewer_contacts_and_says_how_many_more() -> None:
    long = an_initiative(own_contacts=tuple(a_long_contact(number) for number in range(3)))
    message = answer_message(fitting(an_answer(long, long), Audience.PERSON), Audience.PERSON)
    assert "1NNN" in message.said
    assert "; and 1 more." in message.said
    assert message.text == escape(message.said)


def test_a_contact_too_long_for_any_message_is_left_to_the_opened_initiative() -> None:
    endless = a_contact(name="N" * 500, url="https://example.org/" + "u" * 1900, phone="0" * 500, team="&" * 500)
    message = answer_message(
        fitting(an_answer(an_initiative(own_contacts=(endless,))), Audience.PERSON), Audience.PERSON
    )
    assert "Open shows them" in message.said
    assert message.text == escape(message.said)


def test_a_terminal_has_room_for_everything() -> None:
    long = an_initiative(own_contacts=tuple(a_long_contact(number) for number in range(3)))
    answer = an_answer(long, long, long)
    assert fitting(answer, Audience.TERMINAL) == answer
    assert answer_message(answer, Audience.TERMINAL).said.count("2NNN") == 3


def test_an_answer_that_fills_a_message_is_whole_when_it_is_shared_too() -> None:
    long = an_initiative(own_contacts=(a_contact(name="N" * 480),))
    answers = [an_answer(replace(long, title="T" * size), *[long] * 4) for size in range(1, 151, 7)]
    for answer in answers:
        message = answer_message(fitting(answer, Audience.CHANNEL), Audience.CHANNEL)
        shared = shared_message(message, "U1", "A" * 80)
        assert shared.text == escape(shared.said)
