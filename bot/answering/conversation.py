"""What to say to a text, wherever it was typed: a subcommand is obeyed, everything else is a question."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping

from bot.names import Subcommand
from bot.payloads.values import Asking
from bot.views.answers.answer import answer_message, fitting
from bot.views.answers.help import (
    browse_message,
    help_message,
    not_here_message,
    private_message,
    share_message,
    thanked_message,
)
from bot.views.content.contacts import Audience
from bot.views.kit.blocks import SlackMessage
from bot.views.share.mine import mine_message
from knowledge.domain.courtesy import is_thanks
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Intent
from knowledge.domain.text import fold
from knowledge.errors import PracticeError
from knowledge.services.find import PAGE, Find

_NOT_FOR_CHANNEL = (
    "Nothing was shared: what this answer shows is not for everybody in a channel, or is no longer there. Initiatives "
    "that only members of their authority may see stay between you and me."
)

_GREETINGS = frozenset({"", "hi", "hello", "hey"})


class Conversation:
    """Turns a text into the message that answers it; knows nothing of Slack's ways of delivering it.

    `pages`: what a subcommand shows to a member, in private only. `shown` is told the ids of what an answer shows.
    `has_admins`: whether there is anybody to whom a question that nothing fully answers can be sent; without it, nobody
    is.
    """

    def __init__(
        self,
        find: Find,
        pages: Mapping[Subcommand, Callable[[Member], SlackMessage]] | None = None,
        *,
        shown: Callable[[Iterable[str]], None] | None = None,
        has_admins: Callable[[], bool] | None = None,
    ) -> None:
        self._find = find
        self._pages = pages or {}
        self._shown = shown
        self._has_admins = has_admins

    def reply(
        self,
        asking: Asking,
        *,
        member: Member = ANYONE,
        audience: Audience = Audience.PERSON,
        shareable: bool = False,
        sendable: bool = True,
        limit: int = PAGE,
        with_results: bool = False,
    ) -> SlackMessage:
        """The message that answers `asking` for this member, drawn for this audience.

        `with_results`: raises PracticeError where it would show none, as an answer that was shown before would not.
        """
        page = Subcommand.of(asking.text)
        if page is not None and page in self._pages:
            return self._pages[page](member) if audience is Audience.PERSON else private_message(page)
        if page is Subcommand.MINE and audience is Audience.CHANNEL:
            return private_message(page)  # "your drafts" would be said to everybody there
        special = self.special(asking.text, member, audience)
        if special is not None:
            return special
        found = self._find.answer(asking.text, member=member, limit=limit, offset=asking.offset)
        if with_results and not found.results:
            raise PracticeError(_NOT_FOR_CHANNEL)
        answer = fitting(found, audience)
        if self._shown:
            self._shown([result.initiative.id for result in answer.results])
        if answer.query.intent is Intent.HELP:
            return help_message()
        if answer.query.intent is Intent.BROWSE and not answer.total:
            return self._browsing(member)
        # Only in private: in a channel anybody could send what somebody else asked there.
        askable = audience is Audience.PERSON and answer.lacking and self._has_admins and self._has_admins()
        key = secrets.token_hex(8) if askable else None
        return answer_message(answer, audience, shareable=shareable, sendable=sendable, admins_key=key)

    def special(self, text: str, member: Member = ANYONE, audience: Audience = Audience.PERSON) -> SlackMessage | None:
        """The message for a subcommand, a greeting or thanks; None when `text` is a question.

        What there is to browse is counted for this member, as it is shown to them. A terminal has no forms to open.
        """
        if fold(text) in _GREETINGS:
            return help_message()
        if is_thanks(text):
            return thanked_message()
        match Subcommand.of(text):
            case None:
                return None
            case Subcommand.HELP:
                return help_message()
            case Subcommand.BROWSE:
                return self._browsing(member)
            case Subcommand.SHARE if audience is not Audience.TERMINAL:
                return share_message()
            case Subcommand.MINE if audience is not Audience.TERMINAL:
                return mine_message()
            case other:
                return not_here_message(other)

    def _browsing(self, member: Member) -> SlackMessage:
        return browse_message(self._find.themes(member=member), self._find.authorities(member=member))
