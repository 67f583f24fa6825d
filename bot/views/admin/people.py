"""Who is lead, reviewer or admin, in words, and the form that gives a role."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.names import Action, Field, View
from bot.payloads.people import Given
from bot.views.content.standing import capital
from bot.views.kit.blocks import Block, SlackMessage, actions, button, confirm, form, modal, rich_text, section, shorten
from bot.views.kit.inputs import input_block, option, person_select, searched_select, select
from bot.views.kit.lines import bold, line, plain
from knowledge.domain.grant import GRANTABLE, Grant
from knowledge.domain.member import Role

#: Roles on a page; each takes one of a message's 50 blocks, and all of them must fit its 4,000 characters of text.
LISTED = 20
NAME_SHOWN = 40

_WHAT = {
    Role.ADMIN: "reload, contacts, roles and the report, for the whole store",
    Role.REVIEWER: "decide on what was submitted",
    Role.LEAD: "look after an authority's initiatives, and publish where review is off",
}


def people_message(
    grants: Sequence[Grant], name: Callable[[str], str], said: str = "", *, page: int = 0
) -> SlackMessage:
    """Who has which role, by name, a page at a time; each that was given here with a button that takes it back.

    A page beyond the last is the last. `name` gives the name of a member by their key.
    """
    page = max(0, min(page, (len(grants) - 1) // LISTED))
    start = page * LISTED
    shown = grants[start : start + LISTED]
    opening = [
        *([line(said), line("")] if said else []),
        line(bold("Who has which role")),
        *(line(f"{capital(role)}: {what}", bullet=True) for role, what in _WHAT.items()),
    ]
    rows, blocks = [], rich_text(opening)
    for number, grant in enumerate(shown):
        words = holder_words(grant.role, grant.authority, name(grant.member))
        rows.append(words + (" (by the settings)" if grant.by_setting else ""))
        blocks.append(section(rows[-1], None if grant.by_setting else _taker(grant, words, number, page)))
    rest = [line(f"Roles {start + 1} to {start + len(shown)} of {len(grants)}.")] if len(grants) > LISTED else []
    rest.append(line("What the settings give is changed there (PRACTICE_ADMINS, _REVIEWERS, _LEADS)."))
    buttons = [button("Give a role", Action.PEOPLE_GIVE, "give") | {"style": "primary"}]
    if page:
        buttons.append(button("Back", Action.PEOPLE_SEE.numbered(0), str(page - 1), label="Page before"))
    if start + LISTED < len(grants):
        buttons.append(button("Next", Action.PEOPLE_SEE.numbered(1), str(page + 1), label="Next page"))
    said_whole = plain([*opening, *(line(row, bullet=True) for row in rows), *rest])
    return SlackMessage(said_whole, (*blocks, *rich_text(rest), *actions(buttons)))


def holder_words(role: Role, authority: str | None, name: str) -> str:
    """ "Lena Lewis: lead for Hackney"."""
    return f"{shorten(name, NAME_SHOWN)}: {role_words(role, authority)}"


def role_words(role: Role, authority: str | None) -> str:
    """ "lead for Hackney"."""
    return f"{role}" if role is Role.ADMIN else f"{role} for {authority or 'every authority'}"


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


def given_modal(grant: Grant, user: str) -> Block:
    """That the role holds from now on; Slack itself fills in the name, which to look up there is no time for."""
    words = f": {role_words(grant.role, grant.authority)}, from their next action on. It stands in the audit."
    elements = [{"type": "user", "user_id": user}, {"type": "text", "text": words}]
    said: Block = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": elements}]}
    return modal("Give a role", [said], callback_id=View.NOTICE)


def _taker(grant: Grant, words: str, number: int, page: int) -> Block:
    said = f"{words}. It no longer holds from their next action on."
    sure = confirm("Take this role back?", said, yes="Take it back", no="Cancel")
    return button(
        "Take back",
        Action.PEOPLE_TAKE.numbered(number),
        Given(grant.member, grant.role, grant.authority, page).value(),
        label=f"Take back {shorten(words, NAME_SHOWN)}",
        confirm=sure,
    )
