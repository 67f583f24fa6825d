"""A store with a small library, people in their roles, and the services they use: what tests of sharing begin with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from sqlalchemy import event, select

from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution
from knowledge.domain.identity import Hasher
from knowledge.domain.initiative import Category, Contact, Initiative, Resource
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import MessageKind
from knowledge.domain.version import Change
from knowledge.services.mine import Mine
from knowledge.services.removal import Removal
from knowledge.services.review import Review
from knowledge.services.share import Share
from knowledge.services.templates import Templates
from knowledge.services.upkeep import Upkeep
from knowledge.store.contribution_tables import AuditRow, OutboxRow
from knowledge.store.contributions import ContributionStore
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.outbox import Outbox
from tests.clock import Clock
from tests.knowledge.store.library import LISTS, initiative, item, load

FULL = Member(key="T1:U1")
LEAD = Member(frozenset({Role.LEAD}), frozenset({"Ashford"}), key="T1:U2", limits=frozenset({(Role.LEAD, "Ashford")}))
OTHER_LEAD = Member(
    frozenset({Role.LEAD}), frozenset({"Beecham"}), key="T1:U3", limits=frozenset({(Role.LEAD, "Beecham")})
)
REVIEWER = Member(frozenset({Role.REVIEWER}), key="T1:U4")
SECOND = Member(frozenset({Role.REVIEWER}), key="T1:U5")
ADMIN = Member(frozenset({Role.ADMIN}), key="T1:U6")
GUEST = Member(key="T1:U7", full=False)


def member_of(key: str) -> Member:
    """Whom a key stands for: one of those above, or somebody without a role."""
    known = {one.key: one for one in (FULL, LEAD, OTHER_LEAD, REVIEWER, SECOND, ADMIN, GUEST)}
    return known.get(key, Member(key=key))


HASHER = Hasher(["a key of this test"])


class World:
    """The services on one database, all by one clock."""

    def __init__(self, database: Database, *, review: bool = True) -> None:
        self.database = database
        self.clock = Clock()
        self.store = ContributionStore(database, HASHER, now=self.clock)
        self.share = Share(self.store, lists=lambda: LISTS, review=review, now=self.clock)
        self.templates = Templates(self.store, now=self.clock)
        self.review = Review(self.store, lists=lambda: LISTS, member=member_of, now=self.clock)
        self.mine = Mine(self.store, lists=lambda: LISTS, now=self.clock)
        self.upkeep = Upkeep(self.store, lists=lambda: LISTS, now=self.clock)
        self.removal = Removal(self.store, now=self.clock)
        self.outbox = Outbox(database, now=self.clock)
        self.reader = InitiativeStore(database)

    def load(self, *initiatives: Initiative) -> None:
        """Bring a library in; without anything given, one of a single entry."""
        load(self.database, [item(one) for one in initiatives or (initiative(),)])

    def draft(self, member: Member = FULL, **changes: Any) -> Contribution:
        """A draft in which everything is filled in."""
        return self.share.keep(member, self.share.start(member).id, content(**changes))

    def sent(self, member: Member = FULL, **changes: Any) -> Contribution:
        """A complete contribution that waits for review."""
        draft = self.share.start(member)
        return self.share.submit(member, draft.id, content(**changes))

    def published(self, member: Member = FULL, **changes: Any) -> str:
        """The id of an initiative that `member` shared and a reviewer published."""
        done = self.review.publish(REVIEWER, self.sent(member, **changes).id)
        assert done.initiative is not None
        return done.initiative

    def shown(self, id: str) -> Initiative | None:
        """The initiative as readers see it."""
        return self.reader.get([id]).get(id)

    def audited(self, contribution: str) -> list[tuple[Change, str]]:
        """What the audit says was done with a contribution, and by whom, oldest first."""
        with self.database.reading() as session:
            lines = select(AuditRow).where(AuditRow.contribution == contribution).order_by(AuditRow.key)
            return [(Change(row.change), row.by) for row in session.scalars(lines)]

    def audit(self, initiative: str) -> list[AuditRow]:
        """The lines of the audit about an initiative, oldest first."""
        with self.database.reading() as session:
            lines = select(AuditRow).where(AuditRow.initiative == initiative).order_by(AuditRow.key)
            return list(session.scalars(lines))

    def told(self, kind: MessageKind) -> list[tuple[str, str]]:
        """To whom messages of a kind go, and what about (ids), in no order that means anything."""
        with self.database.reading() as session:
            rows = session.scalars(select(OutboxRow).where(OutboxRow.kind == kind.value).order_by(OutboxRow.key))
            return [(row.to, " ".join(filter(None, (row.subject, row.payload.get("also"))))) for row in rows]


def an_edit(world: World, **changes: object) -> Contribution:
    """An edit of the library's entry, waiting."""
    draft = world.share.edit(LEAD, "ashford-mentoring")
    return world.share.submit(LEAD, draft.id, replace(draft.content, no_child=True, **changes))  # type: ignore[arg-type]


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    said: list[str] = []

    def note(_: object, __: object, statement: str, *___: object) -> None:
        said.append(statement)

    event.listen(database.engine, "before_cursor_execute", note)
    yield said
    event.remove(database.engine, "before_cursor_execute", note)


def content(**changes: Any) -> Content:
    """All that the form asks for, filled in."""
    whole = Content(
        authority="Ashford",
        title="Mentors in schools",
        summary="Young people are mentored by people who share their background.",
        impact="Fewer exclusions.",
        categories=(Category.CHILDREN_AND_FAMILIES,),
        themes=("mentoring",),
        contacts=(Contact("Ada Example", "Head of Practice", email="ada.example@ashford.example"),),
        resources=(Resource("A guide", "https://ashford.example/guide"),),
        no_child=True,
    )
    return replace(whole, **changes)
