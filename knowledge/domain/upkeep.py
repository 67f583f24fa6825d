"""Staying true: what is due to be looked at again, who is asked, and how often an initiative helped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.domain.initiative import Contact, Initiative


@dataclass(frozen=True, slots=True)
class DueInitiative:
    """An initiative that nobody has confirmed for longer than the review interval.

    `checked` is when somebody last did, None if nobody ever did; `since` is the day from which it is due.
    """

    initiative: Initiative
    checked: date | None
    since: date


@dataclass(frozen=True, slots=True)
class LeftContact:
    """A contact whose Slack account was deactivated: no longer handed out, waiting for the lead to replace them."""

    initiative: Initiative
    contact: Contact


@dataclass(frozen=True, slots=True)
class Due:
    """Everything of one lead that wants looking at, for one message."""

    initiatives: tuple[DueInitiative, ...] = ()
    left: tuple[LeftContact, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.initiatives or self.left)


@dataclass(frozen=True, slots=True)
class NamedContact:
    """An initiative and the contact of it that some member is linked to; `contact.confirmed` says since when."""

    initiative: Initiative
    contact: Contact


@dataclass(frozen=True, slots=True)
class Counted:
    """How often an initiative was shown in answers and opened; who asked is never counted."""

    shown: int = 0
    opened: int = 0

    def __add__(self, other: Counted) -> Counted:
        return Counted(self.shown + other.shown, self.opened + other.opened)
