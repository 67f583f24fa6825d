"""The tables of what admins work with: how a reload is undone, what was not found or sent to them, which
processes are alive, who was given which role, which keys were used."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from knowledge.domain.grant import GRANTABLE
from knowledge.store.contribution_tables import ContributionRow
from knowledge.store.tables import Base, Key, one_of


class UndoRow(Base):
    """The single row that says which reload can be undone, and what the store said of itself before it.

    `revision` is the store's after that reload; `lists` are those before it, also where it left them alone.
    """

    __tablename__ = "reload_undo"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str]
    revision: Mapped[int]
    lists: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)
    lists_digest: Mapped[str | None]
    loaded_at: Mapped[datetime | None]


class Touched(StrEnum):
    """What a reload did to an initiative; `rehomed`: its content is the same, but it came in another file."""

    ADDED = "added"
    CHANGED = "changed"
    REMOVED = "removed"
    REHOMED = "rehomed"


class BeforeRow(Base):
    """An initiative as it was before that reload touched it; of one that it added, there is no more than the id.

    `content` is an encoded `Initiative`.
    """

    __tablename__ = "reload_before"
    __table_args__ = (one_of("kind", Touched),)

    id: Mapped[str] = mapped_column(Key, primary_key=True)
    content: Mapped[str | None]
    kind: Mapped[str]
    digest: Mapped[str | None]
    origin: Mapped[str | None]
    shown: Mapped[str | None]
    state: Mapped[str | None]
    came_from: Mapped[str | None]
    edited_in_slack: Mapped[bool | None]
    lead: Mapped[str | None]
    created_at: Mapped[datetime | None]
    changed_at: Mapped[datetime | None]


class CarriedRow(Base):
    """What a contribution that is not published said, before that reload gave it the new names of the lists.

    `names` and `base` are each [authority, themes], of its content and of what it is an edit of.
    """

    __tablename__ = "reload_carried"

    id: Mapped[str] = mapped_column(ForeignKey(ContributionRow.id, ondelete="CASCADE"), type_=Key, primary_key=True)
    names: Mapped[Any]
    base: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)


class GapRow(Base):
    """A day on which something recognised (`kind`: authority, theme or word) was asked for and not found.

    Never who asked, nor how often: a day counts once.
    """

    __tablename__ = "gap"
    __table_args__ = (Index(None, "day"),)

    kind: Mapped[str] = mapped_column(Key, primary_key=True)
    name: Mapped[str] = mapped_column(Key, primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)


class HeartbeatRow(Base):
    """When a process last said that it is alive."""

    __tablename__ = "heartbeat"

    name: Mapped[str] = mapped_column(Key, primary_key=True)
    at: Mapped[datetime]


class KeyCheckRow(Base):
    """The check value of a key with which something that is kept was encrypted or hashed; never the key."""

    __tablename__ = "key_check"

    value: Mapped[str] = mapped_column(Key, primary_key=True)
    since: Mapped[datetime]


class GrantRow(Base):
    """A role that was given to a member; `authority` is empty for every one."""

    __tablename__ = "role_grant"
    __table_args__ = (one_of("role", GRANTABLE),)

    member: Mapped[str] = mapped_column(Key, primary_key=True)
    role: Mapped[str] = mapped_column(Key, primary_key=True)
    authority: Mapped[str] = mapped_column(Key, primary_key=True)
    by: Mapped[str] = mapped_column(Key)
    at: Mapped[datetime]


class UnansweredRow(Base):
    """A question that somebody sent to the admins; `by` is empty unless they gave their name. NULL: not dealt with."""

    __tablename__ = "unanswered"
    __table_args__ = (Index(None, "by"), Index(None, "day"))

    id: Mapped[str] = mapped_column(Key, primary_key=True)
    text: Mapped[str]
    note: Mapped[str]
    day: Mapped[date]
    by: Mapped[str] = mapped_column(Key)
    settled_on: Mapped[date | None]
    settled_by: Mapped[str | None] = mapped_column(Key)
    answered: Mapped[bool]
