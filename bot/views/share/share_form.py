"""The form for sharing, step by step: what is done, then whom to ask and where to read more, then the sending."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import COMMAND, Action, Field, Subcommand, View
from bot.payloads.form import YES, Step, contact_key, offered_contacts, parts, written_resources
from bot.views.content.contacts import naming
from bot.views.content.standing import EVIDENCE_WORDS, capital
from bot.views.content.submitted import FIELDS, VISIBILITY_WORDS
from bot.views.kit.blocks import (
    OPTION_TEXT,
    OPTION_VALUE,
    OPTIONS,
    Block,
    actions,
    button,
    form,
    rich_text,
    section,
    shorten,
)
from bot.views.kit.inputs import checkboxes, input_block, option, radio_buttons, searched_select, select, text_input
from bot.views.kit.lines import Line, bold, line
from knowledge.domain.authority import Authority
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.initiative import TITLE_LENGTH, Category, Contact, Theme
from knowledge.domain.text import units
from knowledge.errors import Problem

#: Contacts of a draft shown with a button each; more stand in the menu all the same.
CONTACTS_SHOWN = 20

#: The fields of the first step; all others stand in the second.
ABOUT = (Field.AUTHORITY, Field.CATEGORIES, Field.TITLE, Field.SUMMARY, Field.IMPACT, Field.EVIDENCE, Field.YEAR)
_MEMBERS = (
    "An authority's members are its leads; admins see it too. If you are neither, only "
    f"{COMMAND} {Subcommand.MINE} shows it to you."
)


def about_form(draft: Contribution, *, notes: Sequence[Line] = (), listed: str = "") -> Block:
    """The first step: whose it is, what is done and what came of it; `listed`: the view that it is one of."""
    content = draft.content
    blocks = [*rich_text(notes)]
    if draft.reason and draft.state is ContributionState.RETURNED:
        blocks += rich_text([line(bold("Returned by a reviewer: "), draft.reason)])
    if draft.is_empty and not draft.is_edit:
        blocks += actions([button("Use a filled-in template", Action.SHARE_TEMPLATE, "new")])
    blocks += [
        input_block(
            Field.AUTHORITY,
            FIELDS[Field.AUTHORITY],
            searched_select(Field.AUTHORITY, _chosen_authority(content.authority), placeholder="Type a name"),
            hint="The council, trust or body that does this.",
            dispatch=True,
        ),
        input_block(
            Field.CATEGORIES,
            FIELDS[Field.CATEGORIES],
            checkboxes(Field.CATEGORIES, [option(one.label, one) for one in Category], content.categories),
            dispatch=True,
        ),
        *_texts(Field.TITLE, content.title, hint=f"Up to {TITLE_LENGTH} characters."),
        *_texts(
            Field.SUMMARY,
            content.summary,
            hint="What is done, with whom, and how it began. No details of children or families.",
            multiline=True,
        ),
        *_texts(
            Field.IMPACT,
            content.impact or "",
            hint="What changed, and how you know.",
            multiline=True,
            optional=True,
        ),
        input_block(
            Field.EVIDENCE,
            FIELDS[Field.EVIDENCE],
            radio_buttons(
                Field.EVIDENCE, [option(words, one) for one, words in EVIDENCE_WORDS.items()], content.evidence
            ),
            dispatch=True,
        ),
        *_texts(Field.YEAR, content.year or "", hint="For example 2024, or since 2021.", optional=True),
        *actions([button("Keep as a draft", Action.SHARE_KEEP, draft.id)]),
    ]
    title = "Edit: step 1 of 2" if draft.is_edit else "Share: step 1 of 2"
    return form(
        title,
        blocks,
        callback_id=View.SHARE_ABOUT,
        submit="Next",
        metadata=Step(draft.id, list=listed, seen=draft.revision).metadata(),
        notify=True,
    )


def people_form(
    draft: Contribution,
    themes: Sequence[Theme],
    known: Sequence[Contact],
    *,
    notes: Sequence[Line] = (),
    listed: str = "",
) -> Block:
    """The second step: themes, resources, contacts (`known`: those of the authority), who may see it.

    One of several (`listed`) is not sent by itself, and what has to be confirmed is confirmed for all of them.
    """
    content, metadata = draft.content, Step(draft.id, list=listed, seen=draft.revision).metadata()
    offered = offered_contacts(content, known)
    own = [contact_key(contact) for contact in content.contacts]
    blocks = [
        *rich_text(notes),
        input_block(
            f"{Field.THEMES}@{draft.revision}",
            FIELDS[Field.THEMES],
            select(Field.THEMES, _theme_options(themes, content.themes), content.themes, several=True),
            hint="Suggested from what you wrote where none were chosen; change them as you like. "
            "The first is what it is mostly about.",
        ),
        *actions([button("Suggest themes from the text", Action.SHARE_THEMES, metadata)]),
        *_texts(
            Field.RESOURCES,
            written_resources(content.resources),
            hint="One a line, with its address: Toolkit - https://www.example.gov.uk/toolkit",
            multiline=True,
            optional=True,
        ),
    ]
    if offered:
        names = _told_apart([*offered.values()])
        options = [option(name, key) for name, key in zip(names, offered, strict=True)][:OPTIONS]
        blocks.append(
            input_block(
                f"{Field.CONTACTS}@{draft.revision}",
                FIELDS[Field.CONTACTS],
                select(Field.CONTACTS, options, own, several=True),
                hint="Whom others can ask about this.",
                optional=True,
            )
        )
    for number, contact in enumerate(content.contacts[:CONTACTS_SHOWN]):
        change = button(
            "Change",
            Action.SHARE_CONTACT.numbered(number),
            Step(draft.id, contact_key(contact)).metadata(),
            label=f"Change {_who(contact)}",
        )
        blocks.append(section(_details(contact), change))
    blocks += actions(
        [
            button("Add a contact", Action.SHARE_CONTACT, metadata),
            button("Back to step 1", Action.SHARE_BACK, metadata),
        ]
    )
    blocks += [
        input_block(
            Field.VISIBILITY,
            FIELDS[Field.VISIBILITY],
            radio_buttons(
                Field.VISIBILITY,
                [option(capital(words), one) for one, words in VISIBILITY_WORDS.items()],
                content.visibility,
            ),
            hint=_MEMBERS,
        ),
    ]
    if not listed:
        blocks.append(no_child_input(ticked=content.no_child))
    title = "Edit: step 2 of 2" if draft.is_edit else "Share: step 2 of 2"
    submit = "Keep" if listed else "Send"
    return form(title, blocks, callback_id=View.SHARE_PEOPLE, submit=submit, metadata=metadata, notify=True)


def no_child_input(*, ticked: bool, several: bool = False) -> Block:
    """The confirmation that nobody can be identified."""
    what = "any of these" if several else "this"
    return input_block(
        Field.NO_CHILD,
        FIELDS[Field.NO_CHILD],
        checkboxes(
            Field.NO_CHILD, [option(f"No child or family can be identified from {what}", YES)], [YES] if ticked else []
        ),
        hint="Leave out names, initials, exact ages and small numbers.",
    )


def authority_options(found: Sequence[Authority]) -> list[Block]:
    """The authorities to choose from, by their register names, as a menu takes them."""
    return [option(one.name, one.name) for one in found if units(one.name) <= OPTION_VALUE][:OPTIONS]


def problem_lines(problems: Sequence[Problem]) -> list[Line]:
    """Problems that stand in another step than the one shown."""
    lines = [line(bold("Please look at this before you send:"))]
    return [*lines, *(line(f"{field_name(problem)}: {problem.message}", bullet=True) for problem in problems)]


def field_name(problem: Problem) -> str:
    """What people call the field of a problem: "Contact 2"."""
    field, _, rest = (problem.field or "").partition(".")
    number = rest.split(".")[0]
    if number.isdigit() and field in (Field.CONTACTS, Field.RESOURCES):
        return f"{field.capitalize()[:-1]} {int(number) + 1}"
    return FIELDS.get(field, field)


def _chosen_authority(name: str | None) -> Block | None:
    return option(name, name) if name and units(name) <= OPTION_VALUE else None


def _texts(field: Field, text: str, *, hint: str, multiline: bool = False, optional: bool = False) -> list[Block]:
    """The fields that one text fills: a second and third where it is longer than a field holds."""
    shown, rest = parts(field, text)
    blocks = []
    for number, (block_id, part) in enumerate(shown):
        label = FIELDS[field] if number == 0 else f"{FIELDS[field]} (continued)"
        last = rest and number == len(shown) - 1
        more = " The text goes on: shorten it here to see the rest." if last else ""
        blocks.append(
            input_block(
                block_id,
                label,
                text_input(field, part, multiline=multiline),
                hint=(hint if number == 0 else "") + more,
                optional=optional or number > 0,
            )
        )
    return blocks


def _theme_options(themes: Sequence[Theme], chosen: Sequence[str]) -> list[Block]:
    """Every theme of the list, as far as a menu holds them: the chosen ones always."""
    known = {theme.slug: theme.name for theme in themes}
    ordered = [*known] if len(known) <= OPTIONS else list(dict.fromkeys([*chosen, *known]))
    return [option(known[slug], slug) for slug in ordered if slug in known and units(slug) <= OPTION_VALUE]


def _who(contact: Contact) -> str:
    return naming(contact) or contact.email or contact.phone or contact.url or "Somebody"


def _told_apart(contacts: Sequence[Contact]) -> list[str]:
    """What each is called in a menu; those called the same with all that is known of them, then by number."""
    names = [_who(contact) for contact in contacts]
    names = [_details(one) if names.count(name) > 1 else name for one, name in zip(contacts, names, strict=True)]
    shown = [shorten(name, OPTION_TEXT) for name in names]
    return [
        name if shown.count(cut) == 1 else f"{shorten(name, OPTION_TEXT - 5)} ({shown[: number + 1].count(cut)})"
        for number, (name, cut) in enumerate(zip(names, shown, strict=True))
    ]


def _details(contact: Contact) -> str:
    ways = [way for way in (contact.email, contact.phone, contact.url) if way and way != _who(contact)]
    shown = "e-mail and phone may be shown in channels" if contact.public else "e-mail and phone only in private"
    linked = "linked to a Slack user" if contact.member else ""
    return "; ".join(filter(None, (_who(contact), *ways, shown if contact.email or contact.phone else "", linked)))
