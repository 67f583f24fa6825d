"""The tables that hold what the network knows: register, themes, initiatives, contacts, lists and their revision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import (
    JSON,
    BigInteger,
    CheckConstraint,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from knowledge.domain.authority import AuthorityKind
from knowledge.domain.initiative import Category, Evidence, SourceKind, Visibility


class State(StrEnum):
    """Whether an initiative is shown."""

    PUBLISHED = "published"
    ARCHIVED = "archived"


class CameFrom(StrEnum):
    """By which door an initiative came in; a reload only ever touches those of the library."""

    LIBRARY = "library"
    SLACK = "slack"
    #: of no initiative: what was read on the terminal comes in by review, as all that members share
    TERMINAL = "terminal"


class UtcTime(TypeDecorator[datetime]):
    """A moment, always with its zone in Python and always UTC in the database (SQLite keeps no zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return None if value is None else value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


#: Counts and surrogate keys: 64 bits everywhere (only INTEGER counts up by itself on SQLite, where it has 64 bits).
Number = BigInteger().with_variant(Integer(), "sqlite")

#: Text that identifies and sorts. PostgreSQL sorts by its locale unless told otherwise, SQLite by code point: with
#: "C" both give the same order.
Key = String().with_variant(String(collation="C"), "postgresql")


def one_of(column: str, values: Iterable[str]) -> CheckConstraint:
    """A CHECK that `column` holds one of `values`, named after the column."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class Base(DeclarativeBase):
    """Every constraint has a name that both databases know, so that a later migration can change it."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {datetime: UtcTime, date: Date, int: Number, Any: JSON}


class AuthorityRow(Base):
    """One of the register; `name` is its register name."""

    __tablename__ = "authority"
    __table_args__ = (one_of("kind", AuthorityKind),)

    name: Mapped[str] = mapped_column(Key, primary_key=True)
    official: Mapped[str]
    nation: Mapped[str]
    region: Mapped[str | None]
    code: Mapped[str | None]
    kind: Mapped[str]
    position: Mapped[int]


class AliasRow(Base):
    """Another name of an authority; several authorities may share one."""

    __tablename__ = "authority_alias"

    authority: Mapped[str] = mapped_column(
        ForeignKey(AuthorityRow.name, ondelete="CASCADE", onupdate="CASCADE"), type_=Key, primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    alias: Mapped[str]


class ThemeRow(Base):
    """One of the themes list, in the order shown; `words` are ways of saying it, `was` what it was called before."""

    __tablename__ = "theme"

    slug: Mapped[str] = mapped_column(Key, primary_key=True)
    name: Mapped[str]
    position: Mapped[int]
    words: Mapped[Any]
    was: Mapped[Any] = mapped_column(JSON(none_as_null=True), nullable=True)


class ListDocumentRow(Base):
    """A list that is only ever read whole: synonyms, places, signposts, former authorities, towns."""

    __tablename__ = "list_document"

    name: Mapped[str] = mapped_column(Key, primary_key=True)
    content: Mapped[Any]


class CollectionRow(Base):
    """A file or form that initiatives came in, with the contacts that stand for all of it.

    `origin` identifies the file across reloads, `shown` is how it is named to people. A file may hold several groups
    of initiatives with contacts of their own, hence `contacts_digest` beside `origin`.
    """

    __tablename__ = "collection"
    __table_args__ = (UniqueConstraint("origin", "contacts_digest"),)

    key: Mapped[int] = mapped_column(primary_key=True)
    origin: Mapped[str] = mapped_column(Key)
    contacts_digest: Mapped[str]
    shown: Mapped[str]


class LibraryFileRow(Base):
    """A library file of which every entry was taken: what it was when it was last brought in, and how many it holds."""

    __tablename__ = "library_file"

    origin: Mapped[str] = mapped_column(Key, primary_key=True)
    digest: Mapped[str]
    entries: Mapped[int]


class InitiativeRow(Base):
    """One initiative.

    `digest` is that of its content as last brought in, `revision` the store's when it last changed.
    """

    __tablename__ = "initiative"
    __table_args__ = (
        one_of("evidence", Evidence),
        one_of("visibility", Visibility),
        one_of("state", State),
        one_of("came_from", CameFrom),
        one_of("source_kind", SourceKind),
        Index(None, "revision"),
        Index(None, "authority"),
        Index(None, "collection"),
    )

    id: Mapped[str] = mapped_column(Key, primary_key=True)
    authority: Mapped[str] = mapped_column(ForeignKey(AuthorityRow.name, onupdate="CASCADE"), type_=Key)
    collection: Mapped[int | None] = mapped_column(ForeignKey(CollectionRow.key))
    title: Mapped[str]
    summary: Mapped[str]
    impact: Mapped[str | None]
    evidence: Mapped[str]
    year: Mapped[str | None]
    checked: Mapped[date | None]
    visibility: Mapped[str]
    state: Mapped[str]
    came_from: Mapped[str]
    edited_in_slack: Mapped[bool]
    source_title: Mapped[str]
    source_url: Mapped[str | None]
    source_read: Mapped[date | None]
    source_kind: Mapped[str]
    source_dated: Mapped[str | None]
    digest: Mapped[str]
    revision: Mapped[int]
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]


class InitiativeCategoryRow(Base):
    """A category of an initiative, in the order given."""

    __tablename__ = "initiative_category"
    __table_args__ = (one_of("category", Category),)

    initiative: Mapped[str] = mapped_column(
        ForeignKey(InitiativeRow.id, ondelete="CASCADE"), type_=Key, primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    category: Mapped[str]


class InitiativeThemeRow(Base):
    """A theme of an initiative, in the order given."""

    __tablename__ = "initiative_theme"
    __table_args__ = (Index(None, "theme"),)

    initiative: Mapped[str] = mapped_column(
        ForeignKey(InitiativeRow.id, ondelete="CASCADE"), type_=Key, primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    theme: Mapped[str] = mapped_column(ForeignKey(ThemeRow.slug, onupdate="CASCADE"), type_=Key)


class ContactRow(Base):
    """A contact of one initiative, or of the whole file or form that initiatives came in: of exactly one of the two."""

    __tablename__ = "contact"
    __table_args__ = (
        CheckConstraint("(initiative IS NULL) <> (collection IS NULL)", name="owner"),
        Index(None, "initiative", "position"),
        Index(None, "collection", "position"),
        Index(None, "member"),
    )

    key: Mapped[int] = mapped_column(primary_key=True)
    initiative: Mapped[str | None] = mapped_column(ForeignKey(InitiativeRow.id, ondelete="CASCADE"), type_=Key)
    collection: Mapped[int | None] = mapped_column(ForeignKey(CollectionRow.key, ondelete="CASCADE"))
    position: Mapped[int]
    name: Mapped[str | None]
    role: Mapped[str | None]
    team: Mapped[str | None]
    email: Mapped[str | None]
    phone: Mapped[str | None]
    url: Mapped[str | None]
    confirmed: Mapped[date | None]
    public: Mapped[bool]
    member: Mapped[str | None] = mapped_column(Key)


class ResourceRow(Base):
    """A document or page that belongs to an initiative, in the order given."""

    __tablename__ = "resource"

    initiative: Mapped[str] = mapped_column(
        ForeignKey(InitiativeRow.id, ondelete="CASCADE"), type_=Key, primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    title: Mapped[str]
    url: Mapped[str | None]


class GoneRow(Base):
    """The id of an initiative that is gone, and the revision at which it went: what tells an index to drop it."""

    __tablename__ = "removal"
    __table_args__ = (Index(None, "revision"),)

    id: Mapped[str] = mapped_column(Key, primary_key=True)
    revision: Mapped[int]


class StoreStateRow(Base):
    """The single row that says which state the store is in. Writers of initiatives or lists lock it first of all."""

    __tablename__ = "store_state"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    revision: Mapped[int]
    lists_revision: Mapped[int]
    lists_digest: Mapped[str | None]
    loaded_at: Mapped[datetime | None]
    reloading_since: Mapped[datetime | None]
    reloading_by: Mapped[str | None]


class InboxState(StrEnum):
    """How far the work on a received message has come; `unconfirmed`: posting may or may not have reached Slack."""

    RECEIVED = "received"
    POSTING = "posting"
    DONE = "done"
    UNCONFIRMED = "unconfirmed"


class InboxRow(Base):
    """A message that was received and must be dealt with exactly once; `body` is erased when that is done."""

    __tablename__ = "inbox"
    __table_args__ = (one_of("state", InboxState), Index(None, "state", "received_at"))

    key: Mapped[str] = mapped_column(Key, primary_key=True)
    body: Mapped[bytes | None]
    state: Mapped[str]
    received_at: Mapped[datetime]
    claimed_at: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]


#: The one state of a submission: what became of each of its initiatives stands in `contribution`.
WAITING = "waiting"


class SubmissionRow(Base):
    """A form that was sent; `digest` is that of the file it was read from. `state` is always `WAITING`."""

    __tablename__ = "submission"
    __table_args__ = (
        one_of("state", (WAITING, "published", "returned")),
        UniqueConstraint("digest"),
        Index(None, "state", "created_at"),
    )

    key: Mapped[int] = mapped_column(primary_key=True)
    by: Mapped[str]
    digest: Mapped[str]
    form: Mapped[Any]
    state: Mapped[str]
    created_at: Mapped[datetime]
