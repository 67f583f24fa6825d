"""What people are told without having asked: thanks, decisions, announcements, and what could not be delivered."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import COMMAND, Action, Subcommand
from bot.views.content.contacts import Audience, talk_to
from bot.views.content.standing import checked, readers
from bot.views.kit.blocks import Block, SlackMessage, actions, button, message, rich_text, shorten
from bot.views.kit.counts import times
from bot.views.kit.lines import Line, bold, line, paragraphs, plain
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import said_at
from knowledge.domain.initiative import Initiative
from knowledge.domain.outbox import MessageKind, Posting, PostingState
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import Held

TITLE_SHOWN = 60
#: Characters of a summary in an announcement; *Open* shows all of it.
SUMMARY_SHOWN = 320
#: Initiatives named when somebody is told how often theirs helped.
HELPED_SHOWN = 10
#: Initiatives named when somebody is told that contacts of theirs changed.
CHANGED_SHOWN = 10

_WHAT = {
    MessageKind.ANNOUNCED: "The announcement of a publication",
    MessageKind.TO_REVIEW: "The card of a submission that waits for review",
    MessageKind.THANKS: "Thanks for a submission",
    MessageKind.PUBLISHED: "Word that a submission was published",
    MessageKind.RETURNED: "Word that a submission was returned, with the reason",
    MessageKind.HANDED_OVER: "Word that an initiative was handed over",
    MessageKind.DUE: "A lead's reminder of what is due",
    MessageKind.HELPED: "Word of how often initiatives helped",
    MessageKind.CONTACT_CHECK: "The question whether a contact is still right",
    MessageKind.CONTACT_LEFT: "Word that a contact's account was deactivated",
    MessageKind.CONTACT_CHANGED: "Word that a contact changed",
    MessageKind.UNANSWERED: "A question that was sent to the admins",
    MessageKind.ANSWERED: "The answer to a question that was sent to the admins",
    MessageKind.RELOAD_ENDED: "Word of how a reload ended",
}
_MENDING = {
    "there is nobody to send it to": "Make somebody else a reviewer or an admin, then send it again.",
    "channel_not_found": "Slack knows no such channel or person. Check PRACTICE_CHANNEL and the people set.",
    "is_archived": "The channel is archived. Unarchive it, or set PRACTICE_CHANNEL to another.",
    "not_in_channel": "The app is not in that channel. Invite it there with /invite.",
    "restricted_action": "The workspace does not let the app post there. A workspace admin can allow it.",
    "missing_scope": "The app lacks a permission. Install it again with the current manifest.",
}


def thanks_message(sent: Sequence[Contribution]) -> SlackMessage:
    """To whoever sent contributions, right after; one message for all that were sent at once, each by its title."""
    if len(sent) > 1:
        return _thanks_for_several(sent)
    (one,) = sent
    title = bold(shorten(one.content.title, TITLE_SHOWN * 2))
    if one.state is ContributionState.PUBLISHED:
        return message([line("Thank you for sharing ", title, ". It is published: readers see it from now on.")])
    what = "Your edit" if one.is_edit else "It"
    rest = " Until then readers see the published version." if one.is_edit else ""
    return message(
        [
            line("Thank you for sharing ", title, "."),
            line(f"{what} waits for a reviewer, and I tell you here what they decide.{rest}"),
        ]
    )


def _thanks_for_several(sent: Sequence[Contribution]) -> SlackMessage:
    lines = [line(bold(f"Thank you for sharing these {len(sent)}."))]
    for one in sent:
        what = "is published" if one.state is ContributionState.PUBLISHED else "waits for a reviewer"
        lines.append(line(bold(shorten(one.content.title, TITLE_SHOWN)), f" {what}", bullet=True))
    if any(one.state is not ContributionState.PUBLISHED for one in sent):
        lines.append(line("I tell you here what the reviewers decide on each."))
    return message(lines)


def published_message(one: Contribution, reviewer: str) -> SlackMessage:
    """To whoever sent it, once it was published."""
    title = shorten(one.content.title, TITLE_SHOWN * 2)
    at = said_at(one.decided_at or one.changed_at)
    opener = button("Open", Action.OPEN, one.initiative or "", label=f"Open {shorten(title, TITLE_SHOWN)}")
    return message(
        [
            line(bold(title), f" is published, by {reviewer} on {at}."),
            line(f"{readers(one.content)} who ask now find it. Once a year I ask you whether it is still right."),
        ],
        *actions([opener]),
    )


def returned_message(one: Contribution, reason: str, reviewer: str, buttons: Sequence[Block] = ()) -> SlackMessage:
    """To whoever sent it, with the reviewer's reason; the draft is kept, to put right and send again."""
    title = shorten(one.content.title, TITLE_SHOWN * 2)
    lines = [
        line(bold(title), f" was returned by {reviewer}, to be put right and sent again. What you wrote is kept."),
        line(bold("The reason given")),
        *paragraphs(reason),
    ]
    return message(lines, *actions(buttons))


def announcement(initiative: Initiative) -> SlackMessage:
    """To a channel, once, when something new is published; drawn as answers for a channel are."""
    lines = [
        line(bold("New in Practice Finder: "), bold(initiative.title)),
        line(f"{initiative.authority}, {checked(initiative)}"),
        *(line(row) for row in shorten(initiative.summary, SUMMARY_SHOWN).splitlines()),
        talk_to(initiative, Audience.CHANNEL),
    ]
    opener = button("Open", Action.OPEN, initiative.id, label=f"Open {shorten(initiative.title, TITLE_SHOWN)}")
    return message(lines, *actions([opener]))


def handed_over_message(held: Held, by: str) -> SlackMessage:
    """To who looks after an initiative from now on, also one that is archived."""
    initiative = held.initiative
    given = line(f"{by} handed over to you: ", bold(initiative.title), f" ({initiative.authority}).")
    if held.archived:
        after = f"It is archived, so nobody finds it. You can restore it, or hand it on: {COMMAND} {Subcommand.MINE}."
        return message([given, line(after)])
    opener = button("Open", Action.OPEN, initiative.id, label=f"Open {shorten(initiative.title, TITLE_SHOWN)}")
    return message(
        [
            given,
            line("You look after it from now on: edit it, archive it, and say once a year whether it is still right."),
        ],
        *actions([opener]),
    )


def helped_message(helped: Sequence[tuple[Held, Counted]]) -> SlackMessage | None:
    """To a lead, at most once a month: how often each initiative was shown and opened; nothing where none was."""
    if not helped:
        return None
    lines = [line(bold("How often what you share helped, in the last four weeks"))]
    for held, counted in helped[:HELPED_SHOWN]:
        said = f": shown {times(counted.shown)}, opened {times(counted.opened)}"
        lines.append(line(bold(shorten(held.initiative.title, TITLE_SHOWN)), said, bullet=True))
    if len(helped) > HELPED_SHOWN:
        lines.append(line(f"and {len(helped) - HELPED_SHOWN} more."))
    lines.append(line("Who asked is not counted and not known."))
    return message(lines)


def contact_changed_message(initiatives: Sequence[Initiative]) -> SlackMessage:
    """To who looks after initiatives: a contact of them changed, or came off; it does not say who."""
    openers = [
        button("Open", Action.OPEN.numbered(number), one.id, label=f"Open {shorten(one.title, TITLE_SHOWN)}")
        for number, one in enumerate(initiatives[:CHANGED_SHOWN])
    ]
    how = " changed, by their own wish or an admin's."
    if len(initiatives) == 1:
        lines = [line("A contact of ", bold(initiatives[0].title), how)]
    else:
        lines = [line(f"A contact of {len(initiatives)} initiatives that you look after{how}")]
        lines += [line(bold(shorten(one.title, TITLE_SHOWN)), bullet=True) for one in initiatives[:CHANGED_SHOWN]]
        if (more := len(initiatives) - CHANGED_SHOWN) > 0:
            lines.append(line(f"and {more} more: {COMMAND} {Subcommand.MINE} lists what you look after."))
    return message([*lines, line("Have a look whether somebody else should be named.")], *actions(openers))


def unsettled_message(postings: Sequence[tuple[Posting, str]]) -> SlackMessage:
    """To an admin: messages that were refused or whose fate is not known, each with what can be done about it."""
    said: list[Line] = []
    blocks: list[Block] = []
    for number, (posting, to) in enumerate(postings):
        lines = unsettled_lines(posting, to)
        key = posting.message.key
        buttons = [button("Send again", Action.POST_AGAIN.numbered(number), key)]
        if posting.state is PostingState.UNCONFIRMED:
            buttons.insert(0, button("It arrived", Action.POST_ARRIVED.numbered(number), key))
        said += [line("")] * bool(said) + lines
        blocks += [*rich_text(lines), *actions(buttons)]
    return SlackMessage(plain(said), tuple(blocks))


def unsettled_lines(posting: Posting, to: str) -> list[Line]:
    """What became of a message, and how to mend it; `to` is in words."""
    what = f"{_WHAT.get(posting.message.kind, 'A message')} to {to}"
    if posting.state is PostingState.UNCONFIRMED:
        return [
            line(bold(f"{what} may or may not have arrived.")),
            line("Slack broke off before saying so. It is not sent a second time by itself: look there, then say."),
        ]
    reason = posting.reason or "no reason given"
    mending = _MENDING.get(reason, "Mend what Slack names, then send it again.")
    return [line(bold(f"{what} could not be posted: {reason}.")), line(mending)]
