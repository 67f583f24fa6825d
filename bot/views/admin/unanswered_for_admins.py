"""What admins see of the questions that people sent to them: a card each, all that wait, and the form to answer."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.names import Action, Field, View
from bot.views.admin.unanswered import question_lines
from bot.views.kit.blocks import (
    CARD_TEXT,
    VIEW_BYTES,
    Block,
    SlackMessage,
    actions,
    button,
    divider,
    form,
    message,
    modal,
    rich_text,
    shorten,
)
from bot.views.kit.inputs import input_block, text_input
from bot.views.kit.lines import BEGINNING, Line, bold, line
from knowledge.domain.days import day_words
from knowledge.domain.text import units
from knowledge.domain.unanswered import TEXT_LENGTH, Unanswered

#: Questions that are listed at once: each takes up to six of a modal's hundred blocks, and a name to look up while
#: Slack waits for the modal.
LISTED = 10
#: What the button carries that opens the list, instead of the id of one.
EVERY = "every"
#: Characters of the question that a screen reader says with a button.
LABEL = 40


def question_card(one: Unanswered, sender: str) -> SlackMessage:
    """To an admin, when a question was sent; `sender` is a name, empty where it was not given."""
    is_long = units(one.text) + units(one.note) > CARD_TEXT
    lines = [
        line(bold("A question that nothing fully answers was sent to the admins")),
        *_lines(one, sender, cut=is_long),
    ]
    whole = [button("Read all of it", Action.UNANSWERED_SEE, one.id)] if is_long else []
    return message(lines, *actions([*whole, *_buttons(one)]))


def settled_card(one: Unanswered, sender: str, by: str) -> SlackMessage:
    """What a card becomes once somebody, named `by`, dealt with it."""
    return message([line(bold(settled_words(one, by))), *_lines(one, sender, cut=True)])


def settled_words(one: Unanswered, by: str) -> str:
    """ "Answered by Ade Mensah on 23 November 2026." """
    if one.settled is None:
        return "Nobody has dealt with this yet."
    what = "Answered" if one.settled.answered else "Dealt with"
    return f"{what} by {by} on {day_words(one.settled.day)}."


def waiting_modal(waiting: Sequence[tuple[Unanswered, str]], total: int) -> Block:
    """The first of all that wait, whole, with who sent each, and buttons; `total` is how many wait."""
    blocks: list[Block] = []
    shown = 0
    for one, sender in waiting:
        more = [*rich_text(_lines(one, sender)), *actions(_buttons(one, shown)), divider()]
        if shown and len(json.dumps([*blocks, *more])) > VIEW_BYTES:
            break
        blocks += more
        shown += 1
    if not waiting:
        blocks = rich_text([line("Nothing waits: all that was sent to the admins is dealt with.")])
    elif total > shown:
        blocks += rich_text([line(f"and {total - shown:,} more, to follow once these are dealt with.")])
    return modal("Sent to you", blocks, callback_id=View.UNANSWERED)


def answer_form(one: Unanswered, sender: str) -> Block:
    """What to say to who sent it."""
    told = f"{sender} gets your words in their messages with me, with your name. The question is then dealt with."
    answer = text_input(Field.ANSWER, multiline=True, longest=TEXT_LENGTH, focused=True)
    return form(
        "Answer a question",
        [
            *rich_text([line(told), line(""), *question_lines(one.text, one.note)]),
            input_block(Field.ANSWER, "Your answer", answer),
        ],
        callback_id=View.UNANSWERED_ANSWER,
        submit="Send",
        close="Cancel",
        metadata=one.id,
    )


def _lines(one: Unanswered, sender: str, *, cut: bool = False) -> list[Line]:
    text, note = (shorten(one.text, BEGINNING), "") if cut else (one.text, one.note)
    return [line(f"Sent on {day_words(one.day)}, {_whose(sender)}."), *question_lines(text, note)]


def _whose(sender: str) -> str:
    return f"by {sender}" if sender else "without a name"


def _buttons(one: Unanswered, number: int = 0) -> list[Block]:
    beginning = shorten(" ".join(one.text.split()), LABEL)
    settle = button("Dealt with", Action.UNANSWERED_SETTLE.numbered(number), one.id, label=f"Dealt with: {beginning}")
    if not one.by:
        return [settle]
    answer = button("Answer", Action.UNANSWERED_ANSWER.numbered(number), one.id, label=f"Answer: {beginning}")
    return [answer | {"style": "primary"}, settle]
