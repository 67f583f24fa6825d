"""What is said when no question was asked: help, browsing by theme, and how to share."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import COMMAND, Action, Subcommand
from bot.payloads.values import Asking
from bot.views.kit.blocks import ACTIONS_ELEMENTS, SlackMessage, actions, button, message
from bot.views.kit.lines import bold, line
from knowledge.domain.text import listed

EXAMPLES = (
    "youth justice in Hackney",
    "who do I talk to about reverse mentoring?",
    "exclusions of Black pupils in London boroughs",
)

#: Each subcommand that works today, and what it does. Kept in step with the manifest and the README by a test.
WORKING = {
    Subcommand.HELP: "this page",
    Subcommand.BROWSE: "every theme, with how many initiatives it has, and the authorities they come from",
    Subcommand.SHARE: "add what your authority does, or continue a draft",
    Subcommand.MINE: "your drafts, what waits, what was returned and why, and what is published",
    Subcommand.REPORT: "what is covered, out of date and missing, what was sent to you; also as a picture, for admins",
    Subcommand.PRIVACY: "what is kept about you, for how long, and how to erase it",
    Subcommand.PEOPLE: "who is lead, reviewer or admin; give a role or take it back, for admins",
    Subcommand.RELOAD: "what a reload of the library would change, then apply or undo it, for admins",
    Subcommand.REVIEW: "what waits for review, for reviewers",
    Subcommand.CONTACTS: "where you are named as a contact; take your name off",
}

#: How many authorities are named where all themes are shown: beyond, a message has no room for them.
AUTHORITIES_NAMED = 120

#: What the terminal has instead of a subcommand that only Slack has.
ON_TERMINAL = {
    Subcommand.REPORT: "practice report does the same",
    Subcommand.RELOAD: "practice reload does the same",
    Subcommand.SHARE: "practice import FILE reads a filled-in Sharing Practice template",
    Subcommand.REVIEW: "practice import --list lists what waits",
}


def help_message() -> SlackMessage:
    """What can be asked, how, and what happens to a question."""
    lines = [
        line(bold("Practice Finder"), " finds anti-racist practice in children's services, and the people to talk to."),
        line(""),
        line(bold("Ask in your own words"), f", here with {COMMAND}, in a message to me, or by mentioning me:"),
        *(line(f"{COMMAND} {example}", bullet=True) for example in EXAMPLES),
        line(""),
        line(bold("Narrow it down"), " with a place, a theme or a filter:"),
        line(
            "in:hackney, theme:exclusions, category:partners, evidence:evaluated, contact:head of service", bullet=True
        ),
        line('"exact words" in quotes, and a minus before a word to leave it out: mentoring -police', bullet=True),
        line(""),
        line(bold("Commands")),
        *(line(f"{COMMAND} {name} - {what}", bullet=True) for name, what in WORKING.items()),
        line(""),
        line(bold("What an answer says")),
        line(
            "described: no results are reported; early results: those who do it report some; evaluated: it was studied",
            bullet=True,
        ),
        line(
            "confirmed: somebody of the authority has said that it is still right. All else stands as it was read, "
            "with its source and when that was; nothing is brought up to date by itself.",
            bullet=True,
        ),
        line(
            "The admins of this workspace look after what is here. Is something wrong? Edit what is yours with "
            f"{COMMAND} {Subcommand.MINE} or {COMMAND} {Subcommand.CONTACTS}, and tell an admin of the rest.",
            bullet=True,
        ),
        line("I work in Slack and in a terminal, where practice export writes all of it for Excel.", bullet=True),
        line(""),
        line(
            f"Answers to {COMMAND} and in messages to me are for your eyes only; where you mention me, everyone in the "
            "channel sees the answer. Who asked what is not logged. Please do not type details of children or families."
        ),
        line("Each question stands by itself: I do not remember the one before, nor what I showed."),
        line("Where I find nothing, you can send your question to the admins, with your name or without it."),
    ]
    examples = [
        button(example, Action.ASK.numbered(number), Asking(example).value()) for number, example in enumerate(EXAMPLES)
    ]
    return message(lines, *actions(examples))


def thanked_message() -> SlackMessage:
    """Where thanks lead to."""
    themes = button("Browse all themes", Action.ASK, Asking(Subcommand.BROWSE).value())
    return message([line(f"Glad to help. Ask me anything else; {COMMAND} help shows how.")], *actions([themes]))


def browse_message(themes: Sequence[tuple[str, str, int]], authorities: Sequence[str]) -> SlackMessage:
    """Every theme (slug, name, how many initiatives), each with a button that shows them; and whose they are."""
    if not themes:
        return message([line("The store is empty: an admin can load the library with `practice reload`.")])
    lines = [
        line(bold("Themes"), ", with how many initiatives each has:"),
        *(line(f"{name} ({number})", bullet=True) for _, name, number in themes),
    ]
    if authorities:
        many = len(authorities) > AUTHORITIES_NAMED
        named = f"{len(authorities)}; ask by name for what one of them does" if many else listed(authorities)
        lines += [line(""), line(bold("Authorities and bodies"), f" that they come from: {named}.")]
    buttons = [
        button(name, Action.ASK.numbered(number), Asking(f"theme:{slug}").value())
        for number, (slug, name, _) in enumerate(themes)
    ]
    rows = (buttons[start : start + ACTIONS_ELEMENTS] for start in range(0, len(buttons), ACTIONS_ELEMENTS))
    return message(lines, *(block for row in rows for block in actions(row)))


def share_message() -> SlackMessage:
    """How to share, where no form can be opened at once: with a button that opens it."""
    return message(
        [
            line(bold("Share what your authority does")),
            line("The form takes about two minutes, keeps what you type, and is reviewed before it is published."),
            line("Or send me the filled-in Sharing Practice template (Word or plain text) in a direct message."),
        ],
        *actions([button("Share an initiative", Action.SHARE_FORM, "new")]),
    )


def private_message(subcommand: Subcommand) -> SlackMessage:
    """A page that is for one person's eyes only was asked for where others read."""
    return message([line(f"That is for your eyes only: type {COMMAND} {subcommand}, or write to me directly.")])


def not_here_message(subcommand: Subcommand) -> SlackMessage:
    """A subcommand that only Slack has, on the terminal; with what the terminal has instead, if anything."""
    instead = f" Here, {ON_TERMINAL[subcommand]}." if subcommand in ON_TERMINAL else ""
    return message(
        [
            line(f"{COMMAND} {subcommand} is for Slack: type it there.{instead}"),
            line("To search for the word, add another to it."),
        ]
    )
