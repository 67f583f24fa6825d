"""Versions of an initiative and the audit: every change with who, when and what, and the content as it was then."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.domain.initiative import Initiative
from knowledge.domain.member import Member


class Change(StrEnum):
    """What was done; each makes a version of an initiative, or an audit line about a contribution."""

    BROUGHT_IN = "brought-in"
    PUBLISHED = "published"
    EDITED = "edited"
    ARCHIVED = "archived"
    RESTORED = "restored"
    VERSION_RESTORED = "version-restored"
    HANDED_OVER = "handed-over"
    CHECKED = "checked"
    CONTACT_CONFIRMED = "contact-confirmed"
    CONTACT_CHANGED = "contact-changed"
    CONTACT_LEFT = "contact-left"
    CONTACT_CAME_BACK = "contact-came-back"
    NAME_REMOVED = "name-removed"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    ROLE_GIVEN = "role-given"
    ROLE_TAKEN = "role-taken"
    ERASED = "erased"
    QUESTION_SETTLED = "question-settled"
    QUESTION_ANSWERED = "question-answered"
    RELOADED = "reloaded"
    RELOAD_UNDONE = "reload-undone"


@dataclass(frozen=True, slots=True)
class Version:
    """An initiative as it was after one change; `number` counts from 1 for each initiative.

    `by` is the member's key, empty for the library, or says in words who it was; `note` says more in words, such as
    whom it was handed over to.
    `sent_by` is whoever wrote what `by` published, where that was somebody else and is known.
    """

    number: int
    change: Change
    by: str
    at: datetime
    content: Initiative
    archived: bool = False
    note: str = ""
    contribution: str | None = None
    sent_by: str = ""


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One line of the audit; lines are only ever added, and hold ids instead of names."""

    at: datetime
    by: str
    change: Change
    initiative: str | None = None
    contribution: str | None = None
    version: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """An initiative as the store holds it, shown or not; `version` is 0 while it never changed since it was loaded.

    `lead` is the key of the member who looks after it, None for one of the library that nobody took on.
    """

    initiative: Initiative
    version: int
    archived: bool
    lead: str | None
    created_at: datetime
    changed_at: datetime

    def may_be_seen_by(self, member: Member) -> bool:
        """Whether this member may see it at all; who looks after it may, also where only its authority does."""
        return member.may_see(self.initiative) or self.lead == member.key


def by_title(held: Held) -> tuple[str, str]:
    """What orders initiatives for people to read: the title, and of two that are called alike the id."""
    return held.initiative.title, held.initiative.id
