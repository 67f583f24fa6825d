"""What is said beside an answer, where the words that it answers may have been meant for somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.views.kit.blocks import SlackMessage, divider, rich_text
from bot.views.kit.lines import Line, bold, line, plain
from knowledge.domain.outbox import MessageKind

#: Messages that ask somebody for something, and where to do it.
_INSTEAD = {
    MessageKind.RETURNED: "“Put it right” above opens your draft: write it there and send it again.",
    MessageKind.TO_REVIEW: "Decide with the buttons of the card above: “Return” takes your words to whoever sent it.",
    MessageKind.UNANSWERED: "“Answer” above takes your words to whoever asked, if they gave their name.",
    MessageKind.ANSWERED: "If you know who answered you, please write to them in Slack.",
    MessageKind.CONTACT_CHECK: "Please use the buttons above.",
    MessageKind.DUE: "Please use the buttons above.",
}
_UNREAD = "Nobody reads what you write here but me. "
#: What is said of a file that came where others read.
NOT_HERE = (
    "Send me the filled-in template in a direct message: what it proposes is for your eyes only until it is published."
)

#: The kinds under which words are easily taken for an answer.
ASKING = frozenset(_INSTEAD)


def unread(kind: MessageKind) -> Line:
    """That what was typed under a message of this kind reached nobody, and what to do instead."""
    return line(bold(_UNREAD), _INSTEAD[kind])


def not_looked_at() -> Line:
    """That a file came with a question asked in a channel."""
    return line(f"I did not look at what you attached. {NOT_HERE}")


def beside(said: Sequence[Line], answer: SlackMessage) -> SlackMessage:
    """The answer with something said before it."""
    return SlackMessage(f"{plain(said)}\n\n{answer.said}", (*rich_text(said), divider(), *answer.blocks))
