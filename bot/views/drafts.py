"""What is said about a draft outside the form: that it is kept, and how to go on with it."""

from __future__ import annotations

from bot.names import COMMAND, Action, Subcommand
from bot.views.blocks import Message, actions, button, message
from bot.views.lines import bold, line
from bot.views.share_form import title_of
from knowledge.domain.contribution import Contribution


def kept_message(draft: Contribution) -> Message:
    """That a closed form lost nothing of what was kept, with a button to go on."""
    return message(
        [
            line("Your draft ", bold(f"“{title_of(draft)}”"), " is kept, as far as you had come."),
            line(f"Continue it here, or whenever you like with {COMMAND} {Subcommand.SHARE}."),
        ],
        *actions([button("Continue", Action.SHARE_DRAFT, draft.id, label=f"Continue {title_of(draft)}")]),
    )
