"""A submission as its reviewers see it: the card and the window that decide on it, and the list of what waits."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.names import Action, View
from bot.payloads.reviewed import Reviewed
from bot.views.content.submitted import file_name, hints, place_name, whole
from bot.views.kit.blocks import (
    CARD_TEXT,
    MODAL_BLOCKS,
    VIEW_BYTES,
    Block,
    SlackMessage,
    actions,
    button,
    divider,
    message,
    modal,
    rich_text,
    shorten,
)
from bot.views.kit.lines import BEGINNING, Line, bold, line, paragraphs, plain
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import said_at
from knowledge.domain.lists import Lists
from knowledge.domain.review import Look
from knowledge.domain.text import units

#: Submissions listed at once; each takes two of a message's 50 blocks.
LISTED = 15
TITLE_SHOWN = 60
_TOO_LONG = (
    "This is longer than Slack can show, so it cannot be published from here. Return it and ask for fewer contacts "
    "and resources, or for shorter texts."
)


def card(look: Look, sender: str, lists: Lists) -> SlackMessage:
    """The card that a reviewer gets by message; `sender` is the name of who sent it."""
    opening = _opening(look, sender)
    sections = [opening, *whole(look, lists), *hints(look)]
    if sum(units(each.plain) for section in sections for each in section) <= CARD_TEXT:
        return _drawn(sections, decision_buttons(look))
    beginning = [line(bold("Title: "), _beginning(look.content.title)), line(_beginning(look.content.summary))]
    more = [line("This is longer than a message holds. Read all of it to decide.")]
    reviewed = _reviewed(look).value()
    buttons = [
        button("Read all of it", Action.REVIEW_LOOK, reviewed, label=f"Read all of {_short_title(look)}"),
        button("Return", Action.REVIEW_RETURN, reviewed, label=f"Return {_short_title(look)}"),
    ]
    return _drawn([opening, beginning, *(section[:6] for section in hints(look)), more], buttons)


def look_modal(look: Look, sender: str, lists: Lists, notes: Sequence[Line] = ()) -> Block:
    """Everything there is to see of a submission, with the buttons that decide on it."""
    blocks: list[Block] = rich_text(notes) if notes else []
    for section in (_opening(look, sender), *whole(look, lists), *hints(look)):
        blocks += [divider()] * bool(blocks) + rich_text(section)
    buttons = decision_buttons(look)
    if len(blocks) >= MODAL_BLOCKS or len(json.dumps(blocks)) > VIEW_BYTES:
        # Nobody is to publish what they could not see.
        blocks = [*rich_text(_opening(look, sender)), *rich_text([line(_TOO_LONG)])]
        buttons = [one for one in buttons if one["action_id"] == Action.REVIEW_RETURN]
    return modal("Review", [*blocks, *actions(buttons)], callback_id=View.REVIEW)


def decision_buttons(look: Look) -> list[Block]:
    """The three decisions, without publishing as it is where that would be refused; none once it was decided."""
    if look.contribution.state is not ContributionState.WAITING:
        return []
    value, title = _reviewed(look).value(), _short_title(look)
    publish = button("Publish", Action.REVIEW_PUBLISH, value, label=f"Publish {title}")
    publish["style"] = "primary"
    return [
        *([] if look.problems else [publish]),
        button("Publish with edits", Action.REVIEW_EDIT, value, label=f"Publish {title} with edits"),
        button("Return", Action.REVIEW_RETURN, value, label=f"Return {title}"),
    ]


def decided_card(one: Contribution, reviewer: str, title: str) -> SlackMessage:
    """What a card becomes once it was decided; `reviewer` is the name of who did."""
    about = f"{shorten(title, TITLE_SHOWN * 2)} ({one.content.authority})"
    lines = [line(bold(decision_words(one, reviewer))), line(about)]
    if one.state is ContributionState.RETURNED and one.reason:
        lines += [line("The reason given:"), *paragraphs(one.reason)]
    return message(lines)


def erased_card() -> SlackMessage:
    """What a card becomes once its submission, or the question on it, is no longer there, or not for whoever has it."""
    gone = "whoever sent it took it back or erased it, or others decide on it."
    return message([line(f"There is nothing to do about this any more: {gone}")])


def decision_words(one: Contribution, reviewer: str) -> str:
    """ "Published by Ade Mensah on 23 November 2026 at 18:40." """
    at = said_at(one.decided_at or one.changed_at)
    match one.state:
        case ContributionState.PUBLISHED:
            return f"Published by {reviewer} on {at}."
        case ContributionState.RETURNED:
            return f"Returned by {reviewer} on {at}."
        case ContributionState.WITHDRAWN:
            return f"Withdrawn on {at} by whoever sent it."
        case _:
            return "This waits for review."


def waiting_message(waiting: Sequence[tuple[Contribution, str]]) -> SlackMessage:
    """What waits for a decision of this reviewer (with the names of who sent it), the longest waiting first."""
    if not waiting:
        return message([line("Nothing waits for your review.")])
    number = len(waiting)
    opening = line(bold(f"{number} submission{'' if number == 1 else 's'} wait{'s' if number == 1 else ''} for review"))
    said, blocks = [opening], rich_text([opening])
    for one, sender in waiting[:LISTED]:
        about = [
            line(bold(_beginning(one.content.title or "Without a title"))),
            line(f"{one.content.authority or 'No authority'}. {_kind(one)} from {sender}, {_sent(one)}."),
        ]
        reviewed = Reviewed(one.id, one.revision).value()
        label = f"Look at {shorten(one.content.title, TITLE_SHOWN)}"
        blocks += [*rich_text(about), *actions([button("Look", Action.REVIEW_LOOK, reviewed, label=label)])]
        said += [line(""), *about]
    closing: list[Line] = []
    if number > LISTED:
        closing.append(line(f"and {number - LISTED} more, to follow once these are decided on."))
    return SlackMessage(plain([*said, *closing]), (*blocks, *rich_text(closing)))


def _drawn(sections: Sequence[Sequence[Line]], buttons: Sequence[Block]) -> SlackMessage:
    said: list[Line] = []
    blocks: list[Block] = []
    for section in sections:
        said += [line("")] * bool(said) + list(section)
        blocks += [divider()] * bool(blocks) + rich_text(section)
    return SlackMessage(plain(said), (*blocks, *actions(buttons)))


def _opening(look: Look, sender: str) -> list[Line]:
    one = look.contribution
    lines = [
        line(bold(f"{_kind(one)} for review")),
        line(f"From {sender}, {_sent(one)}" + (f", in {file_name(one.file)}" if one.file else "") + "."),
    ]
    if one.state is not ContributionState.WAITING:
        lines.append(line(bold(decision_words(one, "another reviewer"))))
    if look.published is not None and not look.archived:
        lines.append(line("Readers see the published version until you decide."))
    if look.gone:
        lines.append(line(bold("What this edits was removed meanwhile: publishing this brings it back.")))
    if look.archived:
        lines.append(line(bold("The initiative is archived: publishing this shows it again.")))
    if look.stale:
        lines.append(
            line(
                bold("The published version was changed after this edit of it was begun. "),
                "Publishing replaces what stands there now; below is what that would change.",
            )
        )
    for problem in look.problems:
        where = f"{place_name(problem.field)}: " if problem.field else ""
        lines.append(line(bold("Cannot be published as it is. "), f"{where}{problem.message}", bullet=True))
    return lines


def _reviewed(look: Look) -> Reviewed:
    return Reviewed(look.contribution.id, look.contribution.revision, look.over)


def _kind(one: Contribution) -> str:
    return "Edit" if one.is_edit else "New initiative"


def _sent(one: Contribution) -> str:
    return f"sent on {said_at(one.submitted_at or one.changed_at)}"


def _beginning(text: str) -> str:
    return shorten(text, BEGINNING)


def _short_title(look: Look) -> str:
    return shorten(look.content.title, TITLE_SHOWN - 20)
