"""What admins find in their office: the pages of the subcommands that look after the whole store."""

from __future__ import annotations

import secrets

from bot.people import People
from bot.recipients import Recipients
from bot.views.blocks import Message
from bot.views.lines import listed
from bot.views.reload import preview_message
from knowledge.domain.member import Member
from knowledge.errors import NotAllowed
from knowledge.services.admin_reload import AdminReload

#: Admins named to who is none, to be asked.
NAMED = 5


class Office:
    """The pages of `/practice reload` and the like; each raises NotAllowed, naming the admins, for who is none."""

    def __init__(self, *, reload: AdminReload, recipients: Recipients, people: People) -> None:
        self._reload = reload
        self._recipients = recipients
        self._people = people

    def reload(self, member: Member) -> Message:
        """What a reload would do, with the buttons that do it."""
        try:
            preview = self._reload.preview(self._recipients.member(member.key))
        except NotAllowed as refusal:
            raise NotAllowed(f"{refusal} {self._whom_to_ask()}") from refusal
        return preview_message(preview, secrets.token_hex(8))

    def _whom_to_ask(self) -> str:
        keys = self._recipients.admins()
        names = [self._people.name(key) for key in keys[:NAMED]]
        if not names:
            return "Nobody is one yet: set PRACTICE_ADMINS."
        more = " and others" if len(keys) > NAMED else ""
        return f"Admins are {', '.join(names) if more else listed(names)}{more}."
