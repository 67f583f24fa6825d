"""What admins find in their office: the pages of the subcommands that look after the whole store."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager

from bot.asker import NotTold
from bot.outbox.recipients import Recipients
from bot.slack.directory import People
from bot.views.blocks import Message
from bot.views.people import people_message
from bot.views.reload import preview_message
from bot.views.report_page import report_message
from knowledge.domain.member import Member
from knowledge.domain.text import listed
from knowledge.errors import NotAllowed
from knowledge.services.admin_reload import AdminReload
from knowledge.services.people import People as Roles
from knowledge.services.report import Reporting

#: Admins named to who is none, to be asked.
NAMED = 5


class Office:
    """The pages of `/practice reload` and the like; each raises NotAllowed, naming the admins, for who is none."""

    def __init__(
        self, *, reload: AdminReload, roles: Roles, reporting: Reporting, recipients: Recipients, people: People
    ) -> None:
        self._reporting = reporting
        self._reload = reload
        self._roles = roles
        self._recipients = recipients
        self._people = people

    def reload(self, member: Member) -> Message:
        """What a reload would do, with the buttons that do it."""
        with self._naming_admins():
            preview = self._reload.preview(self._recipients.asking(member.key))
        return preview_message(preview, new_token(), name=self._people.name)

    def report(self, member: Member) -> Message:
        """What the store covers and what is missing."""
        with self._naming_admins():
            return report_message(self._reporting.for_admin(self._recipients.asking(member.key)))

    def people(self, member: Member) -> Message:
        """Who has which role, with the buttons that give and take them."""
        with self._naming_admins():
            return self.roles(self._recipients.asking(member.key))

    def roles(self, member: Member, said: str = "", *, page: int = 0) -> Message:
        """One page of who has which role, for a member with the roles they have now; `said` comes first."""
        return people_message(self._roles.all(member), self._people.name, said, page=page)

    @contextmanager
    def _naming_admins(self) -> Iterator[None]:
        try:
            yield
        except NotAllowed as refusal:
            raise NotAllowed(f"{refusal} {self._whom_to_ask()}") from refusal

    def _whom_to_ask(self) -> str:
        try:
            keys = self._recipients.admins()
        except NotTold as untold:
            return str(untold)
        names = [self._people.name(key) for key in keys[:NAMED]]
        if not names:
            return "Nobody is one yet: set PRACTICE_ADMINS."
        more = " and others" if len(keys) > NAMED else ""
        return f"Admins are {', '.join(names) if more else listed(names)}{more}."


def new_token() -> str:
    """What tells one preview of a reload from every other."""
    return secrets.token_hex(8)
