"""Whatever was done is done once: a form or click that arrives again changes nothing, and nobody is refused for it."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, TypeVar

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from knowledge.domain.content import Content
from knowledge.domain.contribution import new_id
from knowledge.domain.initiative import Contact, Visibility
from knowledge.domain.member import Member
from knowledge.domain.person import Person
from knowledge.errors import PracticeError
from knowledge.services.contacts import Contacts
from knowledge.store.contact_book import ContactBook
from knowledge.store.database import Database
from knowledge.store.tables import Base, InitiativeRow
from tests.knowledge.services.sharing import ADMIN, FULL, GUEST, LEAD, OTHER_LEAD, REVIEWER, SECOND, World, content
from tests.knowledge.store.library import LISTS, initiative

T = TypeVar("T")
MEMBERS = (FULL, LEAD, OTHER_LEAD, REVIEWER, SECOND, ADMIN, GUEST)
ADA = Contact("Ada Example", "Head of Practice", member=FULL.key)
BEN = Contact("Ben Sample", email="ben@beecham.example", member=LEAD.key)
TEAM = Contact(team="Practice team")
ACTIONS = (
    "send",
    "edit",
    "publish",
    "return",
    "archive",
    "restore",
    "hand over",
    "bring back",
    "still right",
    "still me",
)
REMOVALS = ("pass on", "replace", "take off", "take my name off")


class Step(NamedTuple):
    """What `member` does; `number` picks what it is done with, `other` whatever else is needed."""

    action: str
    member: Member
    number: int
    other: int


class Doing:
    """A world in which steps are done: a small library, and what somebody who is named in it shared."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.world = World(database)
        self.world.load(
            initiative(own_contacts=(ADA, BEN)), initiative("beecham", authority="Beecham", own_contacts=(BEN,))
        )
        self.world.published(FULL, contacts=(ADA, BEN))
        self.world.published(FULL, title="For us", contacts=(ADA,), visibility=Visibility.AUTHORITY)
        book = ContactBook(database)
        self.contacts = Contacts(book, self.world.store, look_up=lambda *_, **__: (), lists=lambda: LISTS)
        self.sent: list[str] = []

    def rows(self) -> list[list[str]]:
        """Everything that is stored."""
        with self.database.reading() as session:
            return [sorted(map(repr, session.execute(select(table)))) for table in Base.metadata.sorted_tables]

    def made(self, step: Step) -> str:
        """The contribution or initiative that a step is done with, by its id."""
        if step.action in ("publish", "return"):
            return chosen(self.sent, step.number)
        with self.database.reading() as session:
            return chosen(session.scalars(select(InitiativeRow.id).order_by(InitiativeRow.id)).all(), step.number)

    def do(self, step: Step, made: str, key: str) -> None:
        """Do a step with `made`, as the form or click of that key."""
        world, member = self.world, step.member
        match step.action:
            case "send":
                draft = world.share.start(member, key=key)
                self.sent.append(world.share.submit(member, draft.id, self._content(step), key=key).id)
            case "edit":
                draft = world.share.edit(member, made, key=key)
                self.sent.append(world.share.submit(member, draft.id, self._content(step), key=key).id)
            case "publish":
                world.review.publish(member, made, key=key)
            case "return":
                world.review.give_back(member, made, "Say more.", key=key)
            case "archive":
                world.mine.archive(member, made, key=key)
            case "restore":
                world.mine.restore(member, made, key=key)
            case "hand over":
                world.mine.hand_over(member, made, chosen(MEMBERS, step.other), key=key)
            case "bring back":
                world.mine.restore_version(member, made, 1 + step.other % 3, key=key)
            case "still right":
                world.upkeep.still_right(member, made, key=key)
            case "still me":
                world.upkeep.still_me(member, key=key)
            case "pass on":
                world.upkeep.pass_on(member, TEAM, key=key)
            case "replace":
                self.contacts.replace(member, Person("Ada Example", None), BEN, key=key)
            case "take off":
                world.removal.take_off(member, name="Ada Example", key=key)
            case "take my name off":
                world.removal.take_my_name_off(member, key=key)
            case _:
                raise ValueError(step.action)

    @staticmethod
    def _content(step: Step) -> Content:
        authority = chosen(("Ashford", "Beecham"), step.other)
        contacts = chosen(((ADA,), (BEN, TEAM), ()), step.other)
        return content(title=f"Mentors {step.other}", authority=authority, contacts=contacts)


def chosen(some: Sequence[T], number: int) -> T:
    return some[number % len(some)]


steps = st.builds(
    Step,
    # What names nobody any more has little left to do, so it comes seldom.
    st.sampled_from(ACTIONS * 3 + REMOVALS),
    st.sampled_from(MEMBERS),
    st.integers(0, 5),
    st.integers(0, 6),
)


@given(st.lists(steps, min_size=5, max_size=25))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_whatever_was_done_is_not_done_again_nor_refused(
    sqlite_template: Path, tmp_path: Path, done: list[Step]
) -> None:
    file = tmp_path / new_id()
    shutil.copy(sqlite_template, file)
    with closing(Database(f"sqlite:///{file}")) as database:
        doing = Doing(database)
        for number, step in enumerate(done):
            if step.action in ("publish", "return") and not doing.sent:
                continue
            made, key = doing.made(step), str(number)
            try:
                doing.do(step, made, key)
            except PracticeError:
                continue
            before = doing.rows()
            doing.do(step, made, key)
            assert doing.rows() == before, step
            doing.world.clock.pass_(days=step.other * 20)
