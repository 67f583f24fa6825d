"""What is said about drafts outside their form: those that are unfinished, what each is called, and how to go on."""

from __future__ import annotations

from collections.abc import Sequence

from bot.names import COMMAND, Action, Subcommand, View
from bot.views.kit.blocks import (
    Block,
    SlackMessage,
    actions,
    button,
    confirm,
    divider,
    message,
    modal,
    rich_text,
    shorten,
)
from bot.views.kit.lines import bold, line
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import day_words, uk_day
from knowledge.domain.initiative import TITLE_LENGTH

#: Drafts offered when the form is opened; the others stand in `/practice mine`.
DRAFTS_SHOWN = 10
TITLE_SHOWN = 60


def start_modal(drafts: Sequence[Contribution]) -> Block:
    """What is unfinished, to be continued, beside a new beginning."""
    words = "You have unfinished drafts. Continue one, or begin something new." if drafts else "Nothing is unfinished."
    blocks = rich_text([line(words)])
    blocks += actions(
        [
            button("Begin a new one", Action.SHARE_NEW, "new"),
            button("Use a filled-in template", Action.SHARE_TEMPLATE, "new"),
        ]
    )
    for draft in drafts[:DRAFTS_SHOWN]:
        named = shorten(title_of(draft), TITLE_SHOWN)
        blocks += [divider(), *rich_text([line(bold(title_of(draft))), line(standing_of(draft))])]
        put_away = confirm(
            "Put this draft away?",
            f"It is no longer offered here; {COMMAND} {Subcommand.MINE} lists it under Put away. Nothing that was sent "
            "or published changes.",
            yes="Put away",
            no="Keep it",
        )
        blocks += actions(
            [
                button("Continue", Action.SHARE_DRAFT, draft.id, label=f"Continue {named}"),
                button("Put away", Action.SHARE_PUT_AWAY, draft.id, label=f"Put away {named}", confirm=put_away),
            ]
        )
    if len(drafts) > DRAFTS_SHOWN:
        more = line(f"and {len(drafts) - DRAFTS_SHOWN} more: {COMMAND} {Subcommand.MINE} lists all of them.")
        blocks += [divider(), *rich_text([more])]
    return modal("Share an initiative", blocks, callback_id=View.SHARE_START)


def kept_message(draft: Contribution) -> SlackMessage:
    """That a closed form lost nothing of what was kept, with a button to go on."""
    return message(
        [
            line("Your draft ", bold(f"“{title_of(draft)}”"), " is kept, as far as you had come."),
            line(f"Continue it here, or whenever you like with {COMMAND} {Subcommand.SHARE}."),
        ],
        *actions([button("Continue", Action.SHARE_DRAFT, draft.id, label=f"Continue {title_of(draft)}")]),
    )


def apart_modal(words: str, draft: Contribution) -> Block:
    """Why what was typed did not go where it was meant to, in the place of its form, and the draft that it became."""
    lines = [line(words), line(f"{COMMAND} {Subcommand.MINE} shows both.")]
    go_on = button("Continue with it", Action.SHARE_DRAFT, draft.id, label=f"Continue with {title_of(draft)}")
    blocks = [*rich_text(lines), *actions([go_on])]
    return modal("Kept apart", blocks, callback_id=View.SHARE_START) | {"clear_on_close": True}


def title_of(draft: Contribution) -> str:
    """What to call a draft: its title, which may be longer yet than one can be, else how it begins."""
    content = draft.content
    return shorten(content.title, TITLE_LENGTH) or shorten(content.summary, TITLE_SHOWN) or "Without a title"


def standing_of(draft: Contribution) -> str:
    """Whose a draft is, whether it was returned, and when it was last touched."""
    words = [draft.content.authority or "no authority yet"]
    if draft.is_edit:
        words.append("a change to what is published")
    if draft.state is ContributionState.RETURNED:
        words.append("returned by a reviewer")
    return f"{'; '.join(words)}; last touched {day_words(uk_day(draft.changed_at))}"
