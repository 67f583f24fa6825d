"""Before and after a draft is sent: what it looks like, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import COMMAND, Action, Subcommand, View
from bot.payloads.form import Choice, Step
from bot.views.content.drafts import TITLE_SHOWN, title_of
from bot.views.content.standing import readers
from bot.views.kit.blocks import Block, actions, button, divider, form, modal, rich_text, shorten
from bot.views.kit.lines import bold, line
from knowledge.domain.contribution import Contribution, ContributionState, Similar
from knowledge.domain.days import said_at

WAITING_SHOWN = 3


def similar_form(draft: Contribution, similar: Sequence[Similar], waiting: Sequence[Contribution] = ()) -> Block:
    """What the draft looks like, before it is sent: update that one instead, or say that it is something else.

    `waiting` is what its author sent under this title before, and nobody has decided on yet.
    """
    blocks = rich_text([line(bold("Is it one of these?")), line("What you are about to send looks like:")])
    for sent in waiting[:WAITING_SHOWN]:
        on = said_at(sent.submitted_at or sent.changed_at)
        take_back = f"You sent it on {on}, and it waits for a reviewer: {COMMAND} {Subcommand.MINE} takes it back."
        blocks += [
            divider(),
            *rich_text([line(bold(sent.content.title), f" - {sent.content.authority}"), line(take_back)]),
        ]
    for number, one in enumerate(similar):
        blocks += [divider(), *rich_text([line(bold(one.title), f" - {one.authority}")])]
        named = shorten(one.title, TITLE_SHOWN)
        buttons = [button("Open", Action.OPEN.numbered(number), one.id, label=f"Open {named}")]
        if one.may_update:
            value = Choice(draft.id, one.id).value()
            instead = Action.SHARE_INSTEAD.numbered(number)
            buttons.append(button("Update that one instead", instead, value, label=f"Update {named} instead"))
        blocks += actions(buttons)
    blocks += [divider(), *rich_text([line("If it is something else, send it as it is.")])]
    return form(
        "Before you send",
        blocks,
        callback_id=View.SHARE_SIMILAR,
        submit="It is different: send",
        close="Keep as draft",
        metadata=Step(draft.id).metadata(),
    )


def sent_modal(sent: Contribution) -> Block:
    """What became of what was sent; a form delivered again may be told what happened since."""
    match sent.state:
        case ContributionState.PUBLISHED:
            lines = [line(bold("Thank you. It is published.")), line(f"{readers(sent.content)} who ask now find it.")]
        case ContributionState.WAITING:
            lines = [
                line(bold("Thank you. It waits for a reviewer.")),
                line("You are told when it is published, or returned with a reason."),
            ]
            if sent.is_edit:
                lines.append(line("Until then the published version stays as it is."))
        case ContributionState.RETURNED:
            lines = [line(bold("This was sent, and a reviewer returned it since."))]
        case ContributionState.DRAFT | ContributionState.WITHDRAWN:
            lines = [line(bold("This was sent, and you took it back since. No reviewer sees it."))]
    lines.append(line(f"{COMMAND} {Subcommand.MINE} shows everything of yours."))
    return modal("Sent", rich_text(lines), callback_id=View.NOTICE)


def not_sent_modal(words: str, draft: Contribution) -> Block:
    """Why a draft was not sent, in the place of the form that sent it, and the way back to it."""
    go_on = button("Continue with it", Action.SHARE_DRAFT, draft.id, label=f"Continue with {title_of(draft)}")
    blocks = [*rich_text([line(words)]), *actions([go_on])]
    return modal("Not sent", blocks, callback_id=View.SHARE_START)
