"""What is kept about somebody, for how long, and how to erase it."""

from __future__ import annotations

from bot.names import COMMAND, Action, Subcommand
from bot.views.kit.blocks import SlackMessage, actions, button, confirm, message
from bot.views.kit.lines import Line, bold, line
from knowledge.domain.privacy import AboutMe
from knowledge.domain.retention import TABLE
from knowledge.domain.text import listed

_NEVER = (
    "Never kept: what you ask, who asked, what you read, unless you send a question to the admins yourself. Questions "
    "are answered and forgotten; the log holds no names, no user ids and no words of anybody's."
)


def privacy_message(about: AboutMe) -> SlackMessage:
    """For one person's eyes: what is kept about them, and of everybody for how long."""
    lines = [
        line(bold("What is kept about you")),
        *(_about(about) or [line("Nothing.", bullet=True)]),
        line(""),
        line(_NEVER),
        line(""),
        line(bold("What is kept, and for how long")),
        *(line(f"{kept.what}: {kept.how_long}", bullet=True) for kept in TABLE),
        line(""),
        line(f"Where you are named as a contact: {COMMAND} {Subcommand.CONTACTS} takes your name off."),
    ]
    return message(lines, *actions([_erase(about)] if about.erasable else []))


def erased_message(erased: AboutMe) -> SlackMessage:
    """What came of erasing."""
    if not erased.erasable:
        return message([line("There was nothing to erase.")])
    lines = [
        line(bold("Erased."), " It cannot be brought back."),
        line("What you shared and is published stays, without saying who shared it."),
    ]
    if erased.drafts or erased.waiting or erased.sent:
        # Each is a call to Slack, which may ask to wait.
        lines.append(
            line(
                "The messages in which reviewers and admins saw any of it are being emptied. That takes moments, "
                "or longer where Slack is slow to take it."
            )
        )
    if erased.leads:
        lines.append(line("Nobody looks after the initiatives that you did: the leads of their authorities are asked."))
    if erased.named:
        lines.append(line(f"You are still named as a contact: {COMMAND} {Subcommand.CONTACTS} takes your name off."))
    return message(lines)


def _about(about: AboutMe) -> list[Line]:
    counted = (
        (about.drafts, "draft", "drafts", "begun, returned or put away"),
        (about.waiting, "submission", "submissions", "waiting for review"),
        (about.published, "submission", "submissions", "published, with your Slack id as who shared it"),
        (
            about.changed,
            "entry",
            "entries",
            "of the history with your Slack id as who changed, confirmed, decided or answered",
        ),
        (about.leads, "initiative", "initiatives", "that you look after"),
        (about.named, "initiative", "initiatives", "that name you as a contact"),
        (about.sent, "question", "questions", "that you sent to the admins with your name"),
        (about.decided, "line", "lines", "of the audit with your Slack id; they stay, to answer for what was done"),
    )
    lines = [
        line(f"{number} {one if number == 1 else several} {what}", bullet=True)
        for number, one, several, what in counted
        if number
    ]
    if about.authority:
        lines.append(line(f"{about.authority}, the authority you last shared for, to offer it again", bullet=True))
    if about.roles:
        lines.append(line(f"your role, given by an admin: {listed(about.roles)}", bullet=True))
    return lines


def _erase(about: AboutMe) -> dict[str, object]:
    said = [
        *(["your drafts"] if about.drafts else []),
        *(["what waits for review"] if about.waiting else []),
        *(["who shared what is published"] if about.published else []),
        *(["your name in the history"] if about.changed else []),
        *(["who looks after your initiatives"] if about.leads else []),
        *(["what you sent to the admins with your name"] if about.sent else []),
        *(["the authority you last shared for"] if about.authority else []),
    ]
    sure = confirm("Erase it?", f"This erases {listed(said)}. It cannot be undone.", yes="Erase", no="Cancel")
    return button("Erase what is kept about me", Action.PRIVACY_ERASE, "erase", confirm=sure) | {"style": "danger"}
