"""Sending a question to the admins: what would be sent, with or without one's name, and what came of it."""

from __future__ import annotations

from bot.names import COMMAND, Field, Subcommand, View
from bot.payloads.unanswered import SIGNED, UNSIGNED, Sendable
from bot.views.kit.blocks import Block, SlackMessage, form, message, rich_text, shorten
from bot.views.kit.inputs import input_block, option, radio_buttons, text_input
from bot.views.kit.lines import BEGINNING, Line, bold, line, paragraphs
from bot.views.kit.notice import notice_modal
from knowledge.domain.retention import SENT_KEPT
from knowledge.domain.unanswered import NOTE_LENGTH, TEXT_LENGTH, Unanswered

_TITLE = "Send to the admins"


def send_form(sendable: Sendable) -> Block:
    """Exactly what the admins would get, to be changed before it is sent; without one's name unless it is chosen."""
    intro = [
        line("Nothing is sent yet. When you press Send, the admins of Practice Finder get what stands here, as it is."),
        line(f"It is kept for {SENT_KEPT.days} days."),
    ]
    signing = [option("Without my name", UNSIGNED), option("With my name", SIGNED)]
    meaning = (
        "Without it, nothing that is kept says who you are, and nobody can answer you. With it, they can, and "
        f"{COMMAND} {Subcommand.PRIVACY} erases what you sent."
    )
    question = text_input(Field.QUESTION, sendable.text, multiline=True, longest=TEXT_LENGTH)
    note = text_input(Field.NOTE, multiline=True, longest=NOTE_LENGTH)
    return form(
        _TITLE,
        [
            *rich_text(intro),
            input_block(
                Field.QUESTION,
                "Your question",
                question,
                hint="Please leave out names and details of children and families.",
            ),
            input_block(
                Field.NOTE,
                "Anything that would help them",
                note,
                hint="For example what you have tried already, or where you looked.",
                optional=True,
            ),
            input_block(Field.SIGNED, "Your name", radio_buttons(Field.SIGNED, signing, UNSIGNED), hint=meaning),
        ],
        callback_id=View.UNANSWERED_SEND,
        submit="Send",
        close="Cancel",
        metadata=sendable.key,
    )


def sent_modal(text: str, note: str, *, signed: bool) -> Block:
    """What was sent, and what may come of it."""
    how = "with your name. They can answer you in your messages with me." if signed else "without your name."
    lines = [line(bold("Sent to the admins"), f", {how}"), line(""), *question_lines(text, note)]
    return _notice(lines)


def sent_before_modal() -> Block:
    """The question under this answer is with the admins already."""
    lines = [
        line("Your question was sent to the admins before; it is not sent a second time."),
        line("To send them another, ask it first."),
    ]
    return _notice(lines)


def answered_message(one: Unanswered, answer: str, by: str) -> SlackMessage:
    """To who sent a question with their name: what an admin says to it."""
    lines = [
        line(bold(f"{by} answers the question that you sent to the admins")),
        *paragraphs(answer),
        line(bold("You asked")),
        *paragraphs(shorten(one.text, BEGINNING)),
    ]
    return message(lines)


def question_lines(text: str, note: str) -> list[Line]:
    """The question, and what was added to it, as plain words."""
    more = [line(bold("Added to it")), *paragraphs(note)] if note else []
    return [line(bold("The question")), *paragraphs(text), *more]


def _notice(lines: list[Line]) -> Block:
    return notice_modal(_TITLE, lines, ends=True)
