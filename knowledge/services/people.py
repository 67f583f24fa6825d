"""People: who is lead, reviewer or admin, given and taken back by admins, never to the point that none is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Protocol

from knowledge.domain.days import utc_now
from knowledge.domain.grant import GRANTABLE, Grant
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member, Role
from knowledge.domain.permissions import Action, require
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotFound, Overtaken, Problem, Refused

_OUTSIDER = "Choose a full member of this workspace: not a guest, an app or an account that was deactivated."
_LAST = "They are the only admin. Make somebody else an admin first: without one, nobody could give roles any more."


class Grants(Protocol):
    """The roles that were given, as they stand now; see `store.grants`."""

    def every(self) -> tuple[Grant, ...]: ...

    def give(self, grant: Grant, line: AuditLine) -> bool: ...

    def take(self, grant: Grant, line: AuditLine, check: Callable[[tuple[Grant, ...]], None]) -> bool: ...


class People:
    """Every method raises NotAllowed for who is no admin of the whole store.

    `by_setting` gives the roles that the installation's settings give; they are changed there.
    """

    def __init__(
        self,
        grants: Grants,
        *,
        by_setting: Callable[[], Sequence[Grant]],
        lists: Callable[[], Lists],
        now: Callable[[], datetime] = utc_now,
    ) -> None:
        self._grants = grants
        self._by_setting = by_setting
        self._lists = lists
        self._now = now

    def all(self, member: Member) -> tuple[Grant, ...]:
        """Who has which role: admins first, then reviewers, then leads; those of the settings before those given."""
        require(member, Action.MANAGE_PEOPLE)
        order = (Role.ADMIN, Role.REVIEWER, Role.LEAD)
        every = (*self._by_setting(), *self._grants.every())
        return tuple(sorted(every, key=lambda one: order.index(one.role)))

    def give(self, member: Member, to: Member, role: Role, authority: str | None = None) -> Grant:
        """Give `to` a role from now on; given before, it stays as it is.

        Raises Refused, with the field, for a role that cannot be given so.
        """
        require(member, Action.MANAGE_PEOPLE)
        if not to.key:
            raise _refused("member", "Choose a person.")
        if not to.full:
            raise _refused("member", _OUTSIDER)
        if role not in GRANTABLE:
            raise _refused("role", "Choose lead, reviewer or admin.")
        if role is Role.ADMIN and authority:
            raise _refused("authority", "An admin is one for the whole store: leave this empty.")
        if authority and authority not in {one.name for one in self._lists().register}:
            raise _refused("authority", "This authority is not in the register. Choose one from the list.")
        now = self._now()
        grant = Grant(to.key, role, authority, member.key, now)
        self._grants.give(grant, AuditLine(now, member.key, Change.ROLE_GIVEN, note=_note(grant)))
        return grant

    def take(self, member: Member, of: str, role: Role, authority: str | None = None) -> None:
        """Take a role back from now on.

        Raises Refused when no admin would be left, NotFound when the settings give the role, Overtaken when it was
        taken back before.
        """
        require(member, Action.MANAGE_PEOPLE)
        grant = Grant(of, role, authority, at=self._now())
        line = AuditLine(self._now(), member.key, Change.ROLE_TAKEN, note=_note(grant))
        # Looked for before the transaction: Slack may have to be asked for it.
        one_stays = role is not Role.ADMIN or any(one.role is Role.ADMIN for one in self._by_setting())

        def check(remaining: tuple[Grant, ...]) -> None:
            if not one_stays and not any(one.role is Role.ADMIN for one in remaining):
                raise Refused(_LAST)

        if self._grants.take(grant, line, check):
            return
        if grant.key in {one.key for one in self._by_setting()}:
            raise NotFound("This role is given by the settings of the installation, and is taken back there.")
        raise Overtaken("This role was taken back before.")


def _refused(field: str, words: str) -> Refused:
    return Refused(words, [Problem(file="", field=field, message=words)])


def _note(grant: Grant) -> str:
    return f"{grant.role} for {grant.authority or 'every authority'}: {grant.member}"
