"""Staying true, in words: what is due, and what leads and contacts can say about it with one click."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import COMMAND, Action, Field, Subcommand, View
from bot.payloads.contacts import person_value
from bot.views.content.contacts import naming
from bot.views.kit.blocks import (
    Block,
    SlackMessage,
    actions,
    button,
    confirm,
    divider,
    form,
    message,
    rich_text,
    shorten,
)
from bot.views.kit.inputs import input_block, text_input
from bot.views.kit.lines import Line, bold, line, plain
from bot.views.upkeep.contact_form import instead_inputs
from knowledge.domain.days import month
from knowledge.domain.initiative import LINE_LENGTH, Contact, Initiative
from knowledge.domain.person import Person
from knowledge.domain.removal import Mentions, Removed
from knowledge.domain.text import listed
from knowledge.domain.upkeep import Due, NamedContact

TITLE_SHOWN = 60
#: Entries in one message: each takes three of its 50 blocks.
SHOWN = 14
#: Initiatives listed before a name comes off them.
FOUND = 30


def due_message(due: Due) -> SlackMessage | None:
    """One message with all that is due for one lead, each with its buttons; None where nothing is (any more)."""
    if not due:
        return None
    number = len(due.initiatives)
    opening = []
    if number:
        are = "initiative is" if number == 1 else "initiatives are"
        opening.append(line(bold(f"Still right? {number} {are} due to be checked")))
        opening.append(line("One click each is enough. Answers then say when you confirmed it."))
    said, blocks = [*opening], rich_text(opening)
    for one in due.initiatives[:SHOWN]:
        since = f"last checked {month(one.checked)}" if one.checked else "never confirmed"
        about = [line(bold(one.initiative.title)), line(f"{one.initiative.authority}, {since}")]
        said += [line(""), *about]
        blocks += [divider(), *rich_text(about), *actions(_due_buttons(one.initiative))]
    if number > SHOWN:
        more = [line(f"and {number - SHOWN} more, to follow once these are answered.")]
        said += more
        blocks += rich_text(more)
    room = SHOWN - min(number, SHOWN) + 1
    shown = _with_those_who_left(said, blocks, [(one.initiative, one.contact) for one in due.left[:room]])
    return _with_more(
        shown, len(due.left) - room, " who are no longer at hand, to follow once others are named for these."
    )


def left_message(left: Sequence[tuple[Initiative, Contact]]) -> SlackMessage:
    """To a lead, as soon as a contact's Slack account is deactivated; who it was is said to whoever looks after it."""
    shown = _with_those_who_left([], [], left[:SHOWN])
    return _with_more(shown, len(left) - SHOWN, ", of which the next reminder tells.")


def _with_more(shown: SlackMessage, number: int, what: str) -> SlackMessage:
    """The message, and how many more there are than it shows."""
    if number <= 0:
        return shown
    more = [line(f"and {number} more{what}")]
    return SlackMessage(f"{shown.said}\n\n{plain(more)}", (*shown.blocks, *rich_text(more)))


def _with_those_who_left(
    said: list[Line], blocks: list[Block], left: Sequence[tuple[Initiative, Contact]]
) -> SlackMessage:
    """A message of these lines and blocks, and then each contact who left, with a button to name somebody else."""
    for initiative, contact in left:
        about = _left_lines(initiative, contact)
        said += [line("")] * bool(said) + about
        blocks += [divider()] * bool(blocks) + rich_text(about) + actions([_edit_button(initiative)])
    return SlackMessage(plain(said), tuple(blocks))


def _left_lines(initiative: Initiative, contact: Contact) -> list[Line]:
    return [
        line(bold(f"{naming(contact) or 'A contact'} is no longer at hand")),
        line(f"Their Slack account was deactivated, so I no longer name them for “{initiative.title}”."),
        line("Edit it to name somebody else."),
    ]


def contact_check_message(named: Sequence[NamedContact]) -> SlackMessage | None:
    """To somebody who is named as a contact: whether it is still them; None where they are named nowhere."""
    if not named:
        return None
    lines = [
        line(bold("You are named as the person to talk to")),
        *(line(f"{one.initiative.title} ({one.initiative.authority}), as {_shown(one.contact)}", bullet=True)
          for one in named[:SHOWN]),
        *([line(f"and {len(named) - SHOWN} more")] if len(named) > SHOWN else []),
        line("Is that still right? People who ask see your name with it, and when you last confirmed it."),
    ]  # fmt: skip
    sure = confirm(
        "Take your name off for good?",
        "It comes off every initiative, every earlier version and every draft, at once. It cannot be put back: "
        "only a keyed hash is kept, which keeps your name from coming back in.",
        yes="Take it off",
        no="Leave it",
    )
    off = button("Take my name off", Action.NAME_OFF, "me", confirm=sure)
    off["style"] = "danger"
    return message(
        lines,
        *actions([button("Still me", Action.STILL_ME, "all"), button("Pass it on", Action.HAND_ON, "all"), off]),
    )


def hand_on_modal() -> Block:
    """Who is to be named instead."""
    return form(
        "Pass it on",
        [
            *rich_text([line("Who is to be named in your place, wherever you are named? One of these is enough.")]),
            *instead_inputs(),
        ],
        callback_id=View.HAND_ON,
        submit="Pass it on",
        close="Cancel",
    )


def name_off_modal() -> Block:
    """For an admin, on somebody's request: whose name is to come off for good."""
    words = (
        "The name comes off every initiative, version, draft and form at once, and is kept out of reloads, imports "
        "and restores. Roles and teams stay. A namesake's name comes off as well. It cannot be undone."
    )
    return form(
        "Take a name off",
        [
            *rich_text([line(words)]),
            input_block(Field.NAME, "Name", text_input(Field.NAME, longest=LINE_LENGTH), optional=True),
            input_block(Field.EMAIL, "E-mail address", text_input(Field.EMAIL, longest=LINE_LENGTH), optional=True),
        ],
        callback_id=View.NAME_OFF,
        submit="Take it off",
        close="Cancel",
    )


def found_modal(name: str | None, email: str | None, found: Mentions) -> Block:
    """Where the name stands, for an admin to see before it comes off."""
    who = " or ".join(filter(None, (name, email)))
    number = len(found.initiatives)
    where = listed(
        [
            *_counted(number, "initiative"),
            *_counted(len(found.waiting), "submission that waits for review", "submissions that wait for review"),
            *_counted(found.drafts, "draft"),
            *_counted(found.versions, "earlier version"),
        ]
    )
    titles = [f"{one.initiative.title} ({one.initiative.authority})" for one in found.initiatives[:FOUND]]
    lines = [
        line(bold(who), f" stands on {where}." if where else " stands nowhere now."),
        *(line(title, bullet=True) for title in titles),
        *([line(f"and {number - FOUND} more", bullet=True)] if number > FOUND else []),
        line("A namesake's name comes off as well. It cannot be undone, and the name is kept from coming back in."),
    ]
    return form(
        "Take a name off",
        rich_text(lines),
        callback_id=View.NAME_OFF,
        submit="Take it off",
        close="Cancel",
        metadata=person_value(Person(name, email)),
    )


def removed_words(removed: Removed) -> str:
    """What an admin is told once a name is off."""
    number = len(removed.waiting)
    where = [
        *_counted(len(removed.initiatives), "initiative"),
        *_counted(number, "submission that waits for review", "submissions that wait for review"),
    ]
    off = f"Taken off for good, from {listed(where)}." if where else "Taken off for good, wherever it stood."
    again = " Whoever reviews that looks at it again." if number else ""
    return f"{off}{again} Only a keyed hash is kept, so that it cannot come back in."


def _counted(number: int, one: str, several: str = "") -> list[str]:
    """ "one draft", "3 drafts", or nothing."""
    return [] if not number else [f"one {one}"] if number == 1 else [f"{number} {several or f'{one}s'}"]


def contacts_page(named: Sequence[NamedContact], *, admin: bool) -> SlackMessage:
    """Where somebody is named as a contact and what they can say about it; for admins, taking off another's name."""
    page = contact_check_message(named) or message([line("You are not named as a contact anywhere.")])
    if not admin:
        return page
    words = [
        line("You can look up where somebody is named, and name another in their place."),
        line("On request you can take a name off for good, everywhere at once."),
    ]
    find = button("Find a person", Action.CONTACT_FIND, "find")
    off = button("Take a name off", Action.NAME_OFF_FOR, "name")
    blocks = (*page.blocks, divider(), *rich_text(words), *actions([find, off]))
    return SlackMessage(f"{page.said}\n\n{plain(words)}", blocks)


def _due_buttons(initiative: Initiative) -> list[Block]:
    title = shorten(initiative.title, TITLE_SHOWN - 20)
    sure = confirm(
        "Archive it?",
        f"It is no longer shown in answers. Nothing is lost: you can bring it back under {COMMAND} {Subcommand.MINE}.",
        yes="Archive",
        no="Keep it",
    )
    right = button("Still right", Action.STILL_RIGHT, initiative.id, label=f"{title} is still right")
    right["style"] = "primary"
    archive = button("Archive", Action.DUE_ARCHIVE, initiative.id, label=f"Archive {title}", confirm=sure)
    return [right, _edit_button(initiative), archive]


def _edit_button(initiative: Initiative) -> Block:
    title = shorten(initiative.title, TITLE_SHOWN - 20)
    return button("Edit", Action.MINE_EDIT, initiative.id, label=f"Edit {title}")


def _shown(contact: Contact) -> str:
    return naming(contact) or "a contact"
