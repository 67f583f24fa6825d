"""A whole initiative, opened: everything that is held of it, in a modal and as plain text."""

from __future__ import annotations

from bot.names import Action, View
from bot.views.content.contacts import Audience, contact_lines
from bot.views.content.standing import EVIDENCE_WORDS, checked, origin
from bot.views.kit.blocks import Block, actions, button, divider, header, modal, rich_text
from bot.views.kit.lines import Line, bold, line, linked, paragraphs
from knowledge.domain.authority import Authority
from knowledge.domain.initiative import Initiative
from knowledge.domain.lists import Lists


def initiative_modal(initiative: Initiative, lists: Lists, *, edit: bool = False, history: bool = False) -> Block:
    """The modal that *Open* shows; only the person who opened it sees it, so contacts are shown in full.

    `edit` offers to edit it, `history` its versions: to those who may.
    """
    blocks = [header(initiative.title)]
    for number, section in enumerate(_sections(initiative, lists)):
        blocks += [divider()] * (number > 0) + rich_text(section)
    buttons = []
    if edit:
        buttons.append(button("Edit", Action.MINE_EDIT, initiative.id, label=f"Edit {initiative.title}"))
    if history:
        buttons.append(button("History", Action.HISTORY, initiative.id))
    blocks += actions(buttons)
    return modal("Initiative", blocks, callback_id=View.INITIATIVE)


def _sections(initiative: Initiative, lists: Lists) -> list[list[Line]]:
    whose = lists.register.get(initiative.authority)
    names = {theme.slug: theme.name for theme in lists.themes}
    about = [
        _field("Authority", place_of(initiative.authority, whose)),
        _field("Categories", "; ".join(category.label for category in initiative.categories)),
        _field("Themes", "; ".join(names.get(slug, slug) for slug in initiative.themes)),
    ]
    if initiative.year:
        about.append(_field("When", initiative.year))
    done = [line(bold("What is done")), *paragraphs(initiative.summary)]
    impact = [line(bold("Impact"))]
    impact += paragraphs(initiative.impact) if initiative.impact else [line("No impact is reported.")]
    impact.append(_field("Evidence", EVIDENCE_WORDS[initiative.evidence]))
    sections = [about, done, impact]
    if initiative.resources:
        sections.append(
            [line(bold("Resources"))]
            + [line(linked(resource.title, resource.url), bullet=True) for resource in initiative.resources]
        )
    sections.append([line(bold("Talk to")), *contact_lines(initiative, Audience.PERSON)])
    source = line(bold("Source: "), linked(initiative.source.title, initiative.source.url), f" ({origin(initiative)})")
    sections.append([source, _field("Last checked", checked(initiative))])
    return sections


def place_of(name: str, authority: Authority | None) -> str:
    """ "Hackney (London, England)"."""
    if authority is None:
        return name
    place = ", ".join(dict.fromkeys(part for part in (authority.region, authority.nation) if part))
    return f"{name} ({place})" if place and place != name else name


def _field(name: str, value: str) -> Line:
    return line(bold(f"{name}: "), value)
