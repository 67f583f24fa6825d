"""The tables of what members share and of what follows from it: contributions, versions, audit, outbox, upkeep."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.domain.contribution import ContributionState
from knowledge.domain.outbox import PostingState
from knowledge.store.tables import Base, InitiativeRow, Key, SubmissionRow, one_of


class ContributionRow(Base):
    """A contribution; `content` and `base` are each a `Content`. `started` keeps a repeated start from making two."""

    __tablename__ = "contribution"
    __table_args__ = (
        one_of("state", ContributionState),
        UniqueConstraint("started"),
        Index(None, "by", "state"),
        Index(None, "state", "submitted_at"),
        Index(None, "initiative"),
        Index(None, "submission"),
    )

    id: Mapped[str] = mapped_column(Key, primary_key=True)
    by: Mapped[str] = mapped_column(Key)
    state: Mapped[str]
    content: Mapped[Any]
    authority: Mapped[str | None]
    initiative: Mapped[str | None] = mapped_column(Key)
    base: Mapped[Any | None] = mapped_column(JSON(none_as_null=True))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    submitted_at: Mapped[datetime | None]
    decided_at: Mapped[datetime | None]
    reviewer: Mapped[str | None]
    reason: Mapped[str | None]
    batch: Mapped[str | None]
    file: Mapped[str | None]
    place: Mapped[str | None]
    position: Mapped[int]
    revision: Mapped[int]
    started: Mapped[str | None] = mapped_column(Key)
    submission: Mapped[int | None] = mapped_column(ForeignKey(SubmissionRow.key, ondelete="CASCADE"))


class DoneRow(Base):
    """The keyed hash of something a member did, so that a click delivered again does nothing; it tells nobody who."""

    __tablename__ = "done"
    __table_args__ = (Index(None, "at"),)

    key: Mapped[str] = mapped_column(Key, primary_key=True)
    at: Mapped[datetime]


class VersionRow(Base):
    """An initiative as it was after a change; kept for a while when the initiative itself is gone.

    `content` is an `Initiative`.
    """

    __tablename__ = "version"

    initiative: Mapped[str] = mapped_column(Key, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    change: Mapped[str]
    by: Mapped[str]
    at: Mapped[datetime]
    content: Mapped[Any]
    archived: Mapped[bool]
    note: Mapped[str]
    contribution: Mapped[str | None] = mapped_column(Key)


class AuditRow(Base):
    """One line of the audit, which only grows."""

    __tablename__ = "audit"
    __table_args__ = (Index(None, "initiative"), Index(None, "contribution"))

    key: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    by: Mapped[str]
    change: Mapped[str]
    initiative: Mapped[str | None] = mapped_column(Key)
    contribution: Mapped[str | None] = mapped_column(Key)
    version: Mapped[int | None]
    note: Mapped[str]


class LeadRow(Base):
    """Who looks after an initiative."""

    __tablename__ = "initiative_lead"
    __table_args__ = (Index(None, "lead"),)

    initiative: Mapped[str] = mapped_column(
        ForeignKey(InitiativeRow.id, ondelete="CASCADE"), type_=Key, primary_key=True
    )
    lead: Mapped[str] = mapped_column(Key)


class LeftMemberRow(Base):
    """A Slack user whose account was deactivated: contacts linked to them are not handed out."""

    __tablename__ = "left_member"

    member: Mapped[str] = mapped_column(Key, primary_key=True)
    since: Mapped[datetime]


class RemovedNameRow(Base):
    """The keyed hash of a name, e-mail address or member that came off for good; `words` as in `RemovedHash`."""

    __tablename__ = "removed_name"

    hash: Mapped[str] = mapped_column(Key, primary_key=True)
    words: Mapped[int]
    at: Mapped[datetime]


class OutboxRow(Base):
    """A message to send; `claimed` is the token of the last claim, until it is given up or comes to its end."""

    __tablename__ = "outbox"
    __table_args__ = (
        one_of("state", PostingState),
        Index(None, "state", "next_at"),
        Index(None, "kind", "subject"),
        Index(None, "kind", "to"),
    )

    key: Mapped[str] = mapped_column(Key, primary_key=True)
    kind: Mapped[str]
    to: Mapped[str] = mapped_column(Key)
    subject: Mapped[str] = mapped_column(Key)
    payload: Mapped[Any]
    state: Mapped[str]
    attempts: Mapped[int]
    created_at: Mapped[datetime]
    next_at: Mapped[datetime]
    claimed: Mapped[str | None]
    posting_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    posted: Mapped[str | None]


class UsageRow(Base):
    """How often an initiative was shown and opened in the week that begins on Monday `week`; never by whom."""

    __tablename__ = "initiative_usage"

    initiative: Mapped[str] = mapped_column(Key, primary_key=True)
    week: Mapped[date] = mapped_column(primary_key=True)
    shown: Mapped[int]
    opened: Mapped[int]
