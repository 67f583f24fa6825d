"""The forms of review: publish with edits, return with a reason, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from bot.names import Field, View
from bot.payloads.form import field_ids
from bot.payloads.reviewed import Reviewed
from bot.views.content.standing import EVIDENCE_WORDS, capital
from bot.views.content.submitted import FIELDS, VISIBILITY_WORDS, changes, contact_words
from bot.views.kit.blocks import INPUT_TEXT, OPTIONS, VIEW_BYTES, Block, form, rich_text
from bot.views.kit.inputs import checkboxes, field_errors, input_block, option, radio_buttons, select, text_input
from bot.views.kit.lines import Line, bold, line
from knowledge.domain.content import Content
from knowledge.domain.initiative import Category, Evidence, Visibility
from knowledge.domain.lists import Lists
from knowledge.domain.review import Look, differences
from knowledge.domain.text import units
from knowledge.errors import Problem


def edit_modal(content: Content, reviewed: Reviewed, lists: Lists, notes: Sequence[Line] = ()) -> Block:
    """What would be published, to be put right before it is; contacts and resources can be left out here."""
    texts = {
        Field.TITLE: content.title,
        Field.SUMMARY: content.summary,
        Field.IMPACT: content.impact or "",
        Field.YEAR: content.year or "",
    }
    blocks = rich_text(notes) if notes else []
    blocks += rich_text([line(f"{content.authority}. What you send is published at once, in place of what was sent.")])
    for field, text in texts.items():
        if units(text) > INPUT_TEXT:
            blocks += rich_text([line(f"{FIELDS[field]} is too long for a form and stays as it is.")])
            continue
        long = field in (Field.SUMMARY, Field.IMPACT)
        optional = field in (Field.IMPACT, Field.YEAR)
        blocks.append(input_block(field, FIELDS[field], text_input(field, text, multiline=long), optional=optional))
    categories = [option(category.label, category.value) for category in Category]
    chosen = [category.value for category in content.categories]
    blocks.append(input_block(Field.CATEGORIES, "Categories", checkboxes(Field.CATEGORIES, categories, chosen)))
    themes = select(Field.THEMES, _themes(content, lists), content.themes, several=True)
    hint = "The first is what it is mostly about."
    blocks.append(input_block(Field.THEMES, "Themes", themes, hint=hint))
    evidence = [option(EVIDENCE_WORDS[one], one.value) for one in Evidence]
    visibility = [option(capital(VISIBILITY_WORDS[one]), one.value) for one in Visibility]
    blocks += [
        input_block(Field.EVIDENCE, "Evidence", radio_buttons(Field.EVIDENCE, evidence, content.evidence.value)),
        input_block(
            Field.VISIBILITY,
            FIELDS[Field.VISIBILITY],
            radio_buttons(Field.VISIBILITY, visibility, content.visibility.value),
        ),
    ]
    people = [contact_words(one) for one in content.contacts]
    resources = [one.title for one in content.resources]
    for field, label, names in (
        (Field.CONTACTS, "Contacts to keep", people),
        (Field.RESOURCES, "Resources to keep", resources),
    ):
        if names:
            options = [option(name, str(number)) for number, name in enumerate(names)]
            every = select(field, options, [one["value"] for one in options], several=True)
            blocks.append(input_block(field, label, every, optional=True))
    return form(
        "Publish with edits",
        blocks,
        callback_id=View.REVIEW_EDIT,
        submit="Publish",
        close="Cancel",
        metadata=reviewed.value(),
    )


def edit_again_modal(look: Look, typed: Content, notes: Sequence[Line], lists: Lists) -> Block:
    """The same with what a reviewer typed, under what it would change by now; sent again, it is published."""
    reviewed = Reviewed(look.contribution.id, look.contribution.revision, look.over)
    if look.published is not None:
        against = [*notes, line(""), *changes(differences(look.published, typed))]
        drawn = edit_modal(typed, reviewed, lists, against)
        if len(json.dumps(drawn)) <= VIEW_BYTES:
            return drawn
    return edit_modal(typed, reviewed, lists, notes)


def typed_words(before: Content, after: Content) -> str:
    """The texts that a reviewer wrote, each with the name of its field."""
    texts = (Field.TITLE, Field.SUMMARY, Field.IMPACT, Field.YEAR)
    found = [one for one in differences(before, after) if one.field in texts]
    return "\n\n".join(f"{FIELDS[one.field]}:\n{one.after or 'nothing'}" for one in found)


def return_modal(title: str, reviewed: Reviewed, *, reaches: bool = True) -> Block:
    """Why it is returned: required. `reaches`: whoever sent it is told, together with their draft."""
    words = "Whoever sent it gets your words with their draft, to put it right and send it again."
    if not reaches:
        words = "It came from the terminal, so nobody is told by itself: pass your words on to whoever sent the form."
    reason = text_input(Field.REASON, multiline=True, longest=INPUT_TEXT, focused=True)
    return form(
        "Return",
        [
            *rich_text([line(bold(title)), line(words)]),
            input_block(Field.REASON, "What should be put right?", reason),
        ],
        callback_id=View.REVIEW_RETURN,
        submit="Return it",
        close="Cancel",
        metadata=reviewed.value(),
    )


def input_errors(problems: Sequence[Problem], view: Any) -> dict[str, str]:
    """Each problem under the field of the form `view` that it is about, else under the first field."""
    inputs = list(field_ids(view).values())
    found = []
    for problem in problems:
        field = (problem.field or "").partition(".")[0]
        at = field if field in inputs else inputs[0]
        found.append((at, problem.message if field == at else f"{FIELDS.get(field, field)}: {problem.message}"))
    return field_errors(found)


def _themes(content: Content, lists: Lists) -> list[Block]:
    """Every theme to choose from; those chosen come first, so that a long list never cuts them off."""
    names = {theme.slug: theme.name for theme in lists.themes}
    slugs = dict.fromkeys((*content.themes, *names))
    return [option(names.get(slug, slug), slug) for slug in list(slugs)[:OPTIONS]]
