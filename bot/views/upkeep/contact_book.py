"""Looking people up, for admins: who is meant, where they are named, and who is named in their place."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import Action, Field, View
from bot.payloads.contacts import person_value
from bot.views.content.submitted import contact_words
from bot.views.kit.blocks import OPTION_VALUE, OPTIONS, Block, actions, button, form, modal, rich_text, section, shorten
from bot.views.kit.counts import in_words
from bot.views.kit.inputs import input_block, option, select, text_input
from bot.views.kit.lines import Line, bold, line
from bot.views.upkeep.contact_form import instead_inputs
from knowledge.domain.person import NamedOn, Person
from knowledge.domain.text import units
from knowledge.domain.version import Held

#: Ways of naming a person that are shown of each who was found.
SAID = 2
#: Initiatives listed; the menu below holds up to 100.
LISTED = 30
TITLE_SHOWN = 60


def look_up_form() -> Block:
    """Whom to look for."""
    return form(
        "Find a person",
        [
            input_block(
                Field.NAME,
                "Name or e-mail address",
                text_input(Field.NAME),
                hint="A part of it is enough. Also the address of a team's mailbox.",
            )
        ],
        callback_id=View.CONTACT_FIND,
        submit="Find",
        close="Cancel",
    )


def found_people_modal(found: Sequence[Person], typed: str) -> Block:
    """The people that may be meant, each with a button that shows where they are named."""
    if not found:
        words = [line(f"Nobody named “{shorten(typed, TITLE_SHOWN)}” is a contact here. Try a part of the name.")]
        return modal("Find a person", rich_text(words), callback_id=View.NOTICE)
    blocks: list[Block] = []
    for number, person in enumerate(found):
        said = "; ".join(contact_words(one) for one in person.said[:SAID])
        see = button(
            "See all",
            Action.CONTACT_SEE.numbered(number),
            person_value(person),
            label=f"See all that {shorten(person.name or person.email or '', TITLE_SHOWN)} is named on",
        )
        blocks.append(section(said, see))
    return modal("Find a person", blocks, callback_id=View.NOTICE)


def named_on_form(named: NamedOn) -> Block:
    """Where somebody is named, with the form that names another in their place and the way to take them off."""
    person, held = named.person, named.initiatives
    who = person.name or person.email or ""
    number = len(held)
    where = in_words(number, "initiative")
    lines: list[Line] = [
        line(bold(who), f" is named on {where}:"),
        *(line(_title(one), bullet=True) for one in held[:LISTED]),
        *([line(f"and {number - LISTED} more", bullet=True)] if number > LISTED else []),
        line("Name somebody else, a role or a team's mailbox in their place: one of the fields below is enough."),
    ]
    blocks = rich_text(lines)
    fitting = [one for one in held if units(one.initiative.id) <= OPTION_VALUE]
    if 1 < number <= OPTIONS and len(fitting) == number:
        options = [option(_title(one), one.initiative.id) for one in held]
        every = select(Field.INITIATIVES, options, [one["value"] for one in options], several=True)
        hint = "All of them, unless you leave out those that name somebody else of the same name."
        blocks.append(input_block(Field.INITIATIVES, "On which", every, hint=hint))
    blocks += instead_inputs()
    if person.name:
        off = button("Take the name off for good", Action.CONTACT_OFF, person_value(person))
        blocks += actions([off])
    return form(
        "Contacts",
        blocks,
        callback_id=View.CONTACT_REPLACE,
        submit="Replace",
        close="Cancel",
        metadata=person_value(person),
    )


def _title(held: Held) -> str:
    archived = ", archived" if held.archived else ""
    return f"{shorten(held.initiative.title, TITLE_SHOWN)} ({held.initiative.authority}{archived})"
