"""Who is lead, reviewer or admin, in words, and the form that gives a role."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import Action, Field, View
from bot.payloads.people import Given
from bot.views.blocks import (
    Block,
    Message,
    actions,
    button,
    confirm,
    form,
    input_block,
    modal,
    option,
    person_select,
    rich_text,
    searched_select,
    section,
    select,
    shorten,
)
from bot.views.lines import bold, line, plain
from bot.views.standing import capital
from knowledge.domain.grant import GRANTABLE, Grant
from knowledge.domain.member import Role

#: People listed; each takes one of a message's 50 blocks, and Slack splits what holds some 4,000 characters.
LISTED = 30
NAME_SHOWN = 40

_WHAT = {
    Role.ADMIN: "reload, contacts, roles and the report, for the whole store",
    Role.REVIEWER: "decide on what was submitted",
    Role.LEAD: "look after an authority's initiatives, and publish where review is off",
}


def people_message(holders: Sequence[tuple[Grant, str]], said: str = "") -> Message:
    """Everybody with a role, by name, each that was given here with a button that takes it back."""
    opening = [
        *([line(said), line("")] if said else []),
        line(bold("Who has which role")),
        *(line(f"{capital(role)}: {what}", bullet=True) for role, what in _WHAT.items()),
    ]
    rows = [_row(grant, name) for grant, name in holders[:LISTED]]
    blocks = rich_text(opening)
    for number, ((grant, name), words) in enumerate(zip(holders, rows, strict=False)):
        blocks.append(section(words, None if grant.by_setting else _taker(grant, name, number)))
    rest = [line(f"and {len(holders) - LISTED} more.")] if len(holders) > LISTED else []
    rest.append(line("What the settings give is changed there (PRACTICE_ADMINS, _REVIEWERS, _LEADS)."))
    give = button("Give a role", Action.PEOPLE_GIVE, "give") | {"style": "primary"}
    said_whole = plain([*opening, *(line(row, bullet=True) for row in rows), *rest])
    return Message(said_whole, (*blocks, *rich_text(rest), *actions([give])))


def holder_words(role: Role, authority: str | None, name: str) -> str:
    """ "Lena Lewis: lead for Hackney"."""
    where = "" if role is Role.ADMIN else f" for {authority or 'every authority'}"
    return f"{shorten(name, NAME_SHOWN)}: {role}{where}"


def role_form() -> Block:
    """Who is to have which role, and where."""
    roles = [option(capital(role), role.value, _WHAT[role]) for role in reversed(GRANTABLE)]
    return form(
        "Give a role",
        [
            input_block(Field.MEMBER, "Who", person_select(Field.MEMBER, None, placeholder="Choose a person")),
            input_block(Field.ROLE, "Role", select(Field.ROLE, roles)),
            input_block(
                Field.AUTHORITY,
                "For which authority",
                searched_select(Field.AUTHORITY, None, placeholder="Begin to type its name"),
                hint="Empty: for every authority. Admins are always for the whole store.",
                optional=True,
            ),
        ],
        callback_id=View.ROLE,
        submit="Give it",
        close="Cancel",
    )


def given_modal(grant: Grant, name: str) -> Block:
    """That the role holds from now on."""
    holds = holder_words(grant.role, grant.authority, name)
    words = [line(f"{holds}, from their next action on."), line("It stands in the audit.")]
    return modal("Give a role", rich_text(words), callback_id=View.NOTICE)


def _row(grant: Grant, name: str) -> str:
    settings = " (by the settings)" if grant.by_setting else ""
    return holder_words(grant.role, grant.authority, name) + settings


def _taker(grant: Grant, name: str, number: int) -> Block:
    words = holder_words(grant.role, grant.authority, name)
    said = f"{words}. It no longer holds from their next action on."
    sure = confirm("Take this role back?", said, yes="Take it back", no="Cancel")
    return button(
        "Take back",
        Action.PEOPLE_TAKE.numbered(number),
        Given(grant.member, grant.role.value, grant.authority).value(),
        label=f"Take back {shorten(words, NAME_SHOWN)}",
        confirm=sure,
    )
