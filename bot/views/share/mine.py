"""Everything of one's own: drafts, what waits, was returned and why, is published, archived, or was put away."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import COMMAND, Action, Field, Subcommand, View
from bot.payloads.mine import Deed, HandingOver, Page, Part, ToDo
from bot.views.content.drafts import standing_of, title_of
from bot.views.content.standing import checked
from bot.views.kit.blocks import (
    Block,
    SlackMessage,
    actions,
    button,
    confirm,
    divider,
    form,
    message,
    modal,
    rich_text,
    shorten,
)
from bot.views.kit.counts import times
from bot.views.kit.inputs import input_block, person_select
from bot.views.kit.lines import Line, bold, line
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import Held

#: Items on a page: three blocks each at most, and a modal takes a hundred.
PAGE = 20
TITLE_SHOWN = 60
REASON_SHOWN = 600

_PARTS = {Part.IN_HAND: "In hand", Part.PUBLISHED: "Published", Part.ARCHIVED: "Archived", Part.PUT_AWAY: "Put away"}


def mine_modal(
    page: Page,
    in_hand: Sequence[Contribution],
    published: Sequence[tuple[Held, Counted]],
    archived: Sequence[tuple[Held, Counted]],
    put_away: Sequence[Contribution] = (),
    *,
    notes: Sequence[Line] = (),
) -> Block:
    """One page of the list; `in_hand`: drafts, what was returned and what waits. A page beyond the last is the last."""
    held: dict[Part, list[Contribution | tuple[Held, Counted]]] = {
        Part.IN_HAND: list(in_hand),
        Part.PUBLISHED: list(published),
        Part.ARCHIVED: list(archived),
        Part.PUT_AWAY: list(put_away),
    }
    last = max(len(held[page.part]) - 1, 0) // PAGE * PAGE
    page = Page(page.part, min(page.offset, last))
    blocks = [
        *actions(
            [
                button(f"{words} ({len(held[part])})", Action.MINE.numbered(number), Page(part).value())
                for number, (part, words) in enumerate(_PARTS.items())
            ]
            + [button("Share an initiative", Action.SHARE_FORM, "new")]
        ),
        *rich_text([*notes, line(bold(_PARTS[page.part]))]),
    ]
    shown = held[page.part][page.offset : page.offset + PAGE]
    if not shown:
        blocks += rich_text([line(_nothing(page.part))])
    for number, one in enumerate(shown):
        drawn = _contribution(number, one) if isinstance(one, Contribution) else _kept(number, *one)
        blocks += [divider(), *drawn]
    more = page.offset + PAGE
    if more < len(held[page.part]):
        next_page = Page(page.part, more).value()
        blocks += actions([button("Next", Action.MINE.numbered(len(_PARTS)), next_page, label="Next page")])
    view = modal("Mine", blocks, callback_id=View.MINE)
    return {**view, "private_metadata": page.value()}


def mine_message() -> SlackMessage:
    """How to see what is one's own, where no modal can be opened at once."""
    return message(
        [line("Your drafts, what waits, what was returned and why, and what is published: for your eyes only.")],
        *actions([button("Show what is mine", Action.MINE, Page().value())]),
    )


def hand_over_form(title: str, handing: HandingOver) -> Block:
    """Who looks after an initiative from now on."""
    blocks = [
        *rich_text([line(bold(title)), line("Whoever you choose is told, and looks after it from then on.")]),
        input_block(
            Field.MEMBER,
            "Who looks after it from now on",
            person_select(Field.MEMBER, None, placeholder="Choose a person"),
            hint="A full member of this workspace.",
        ),
    ]
    return form(
        "Hand over", blocks, callback_id=View.HAND_OVER, submit="Hand over", metadata=handing.metadata(), close="Back"
    )


def _contribution(number: int, one: Contribution) -> list[Block]:
    named = shorten(title_of(one), TITLE_SHOWN)
    lines = [line(bold(title_of(one))), line(f"{_state(one)}; {standing_of(one)}.")]
    if one.reason and one.state is ContributionState.RETURNED:
        lines.append(line(bold("Why: "), shorten(one.reason, REASON_SHOWN)))
    if one.state is ContributionState.WAITING:
        ask = confirm(
            "Take this back?",
            "Reviewers no longer see it; it is a draft of yours again. What is published stays as it is.",
            yes="Take back",
            no="Let it wait",
        )
        buttons = [_do(number, "Take back", ToDo(Deed.TAKE_BACK, one.id), named, ask)]
    elif one.state is ContributionState.WITHDRAWN:
        buttons = [button("Take up again", Action.SHARE_DRAFT, one.id, label=f"Take up again: {named}")]
    else:
        words = "Put right and send" if one.state is ContributionState.RETURNED else "Continue"
        ask = confirm(
            "Put this away?",
            "It is then listed under Put away. Nothing that was sent or published changes.",
            yes="Put away",
            no="Keep it",
        )
        buttons = [
            button(words, Action.SHARE_DRAFT, one.id, label=f"{words}: {named}"),
            _do(number, "Put away", ToDo(Deed.PUT_AWAY, one.id), named, ask),
        ]
    return [*rich_text(lines), *actions(buttons)]


def _kept(number: int, held: Held, counted: Counted) -> list[Block]:
    initiative = held.initiative
    named = shorten(initiative.title, TITLE_SHOWN)
    lines = [
        line(bold(initiative.title), f" - {initiative.authority}"),
        line(f"Shown {times(counted.shown)}, opened {times(counted.opened)}; {checked(initiative)}."),
    ]
    hand_over = _do(number, "Hand over", ToDo(Deed.HAND_OVER, initiative.id), named)
    history = button("History", Action.HISTORY, initiative.id, label=f"History of {named}")
    if held.archived:
        restore = _do(number, "Restore", ToDo(Deed.RESTORE, initiative.id), named)
        return [*rich_text(lines), *actions([restore, hand_over, history])]
    ask = confirm(
        "Archive this?", "Nobody finds it any more. You can restore it at any time.", yes="Archive", no="Leave it"
    )
    buttons = [
        button("Open", Action.OPEN, initiative.id, label=f"Open {named}"),
        button("Edit", Action.MINE_EDIT, initiative.id, label=f"Edit {named}"),
        _do(number, "Archive", ToDo(Deed.ARCHIVE, initiative.id), named, ask),
        hand_over,
        history,
    ]
    return [*rich_text(lines), *actions(buttons)]


def _do(number: int, words: str, todo: ToDo, named: str, ask: Block | None = None) -> Block:
    deeds = list(Deed)
    action = Action.MINE_DO.numbered(number * len(deeds) + deeds.index(todo.deed))
    return button(words, action, todo.value(), label=f"{words}: {named}", confirm=ask)


def _state(one: Contribution) -> str:
    states = {ContributionState.WAITING: "Waits for a reviewer", ContributionState.WITHDRAWN: "Put away"}
    return states.get(one.state, "Draft")


def _nothing(part: Part) -> str:
    return {
        Part.IN_HAND: f"Nothing is in hand. {COMMAND} {Subcommand.SHARE} begins something new.",
        Part.PUBLISHED: "You look after no published initiative yet.",
        Part.ARCHIVED: "Nothing is archived.",
        Part.PUT_AWAY: "Nothing was put away.",
    }[part]
