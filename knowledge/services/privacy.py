"""Privacy: what is kept about a member, erased on their word; and what was kept long enough, let go of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol

from knowledge.domain.days import uk_day, utc_now
from knowledge.domain.member import Member
from knowledge.domain.privacy import AboutMe
from knowledge.domain.removal import THEMSELVES
from knowledge.domain.retention import BLANK_KEPT, CLICKS_KEPT, CONTRIBUTIONS_KEPT, GONE_KEPT
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import NotFound


class MemberRecords(Protocol):
    """What is held about members; see `store.privacy`."""

    def about(self, member: str) -> AboutMe: ...

    def erase(self, member: str, line: AuditLine) -> AboutMe: ...

    def forget_blank(self, before: datetime) -> int: ...

    def forget_contributions(self, before: datetime) -> int: ...

    def forget_gone(self, before: datetime, day: date) -> int: ...

    def forget_clicks(self, before: datetime) -> int: ...


class Privacy:
    """Everybody sees and erases what is kept about themselves, guests too, and nobody what is kept about others."""

    def __init__(self, store: MemberRecords, *, now: Callable[[], datetime] = utc_now) -> None:
        self._store = store
        self._now = now

    def about(self, member: Member) -> AboutMe:
        """What is kept about `member`; nothing for nobody in particular."""
        return self._store.about(member.key) if member.key else AboutMe()

    def erase(self, member: Member) -> AboutMe:
        """Erase it; returns what there was. Done again, it changes nothing.

        The audit says that it was done, not for whom. Contacts and roles are for `/practice contacts` and admins.
        """
        if not member.key:
            raise NotFound("Nothing is kept about you.")
        if not self._store.about(member.key).erasable:
            return AboutMe()
        return self._store.erase(member.key, AuditLine(self._now(), THEMSELVES, Change.ERASED))

    def let_go(self) -> int:
        """Forget contributions, what is left of initiatives that are gone, and keys of clicks, each after its time.

        Returns how many contributions, versions and weeks of counts.
        """
        now = self._now()
        self._store.forget_clicks(now - CLICKS_KEPT)
        gone = self._store.forget_gone(now - GONE_KEPT, uk_day(now - GONE_KEPT))
        gone += self._store.forget_blank(now - BLANK_KEPT)
        return gone + self._store.forget_contributions(now - CONTRIBUTIONS_KEPT)
