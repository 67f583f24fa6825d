"""The lists are looked up before a transaction begins: looking them up may read all of the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.initiative import Contact
from knowledge.domain.lists import Lists
from knowledge.domain.person import Person
from knowledge.search.people import look_up
from knowledge.services.contacts import Contacts
from knowledge.services.mine import Mine
from knowledge.services.review import Review
from knowledge.services.share import Share
from knowledge.services.upkeep import Upkeep
from knowledge.store.contact_book import ContactBook
from knowledge.store.database import Database
from tests.knowledge.services.sharing import ADMIN, FULL, LEAD, REVIEWER, World, content, member_of
from tests.knowledge.store.library import LISTS, initiative

ADA = Contact("Ada Example", member="T1:UADA")
NADIA = Contact("Nadia Example")
ID = "ashford-mentoring"


class Lookup:
    """The lists, and how many connections to the database were in use at each time they were looked up."""

    def __init__(self, database: Database) -> None:
        self._pool = database.engine.pool
        self.in_use: list[int] = []

    def __call__(self) -> Lists:
        self.in_use.append(self._pool.checkedout())  # type: ignore[attr-defined]
        return LISTS


def replace_contact(world: World, lists: Lookup) -> None:
    contacts = Contacts(ContactBook(world.database), world.store, look_up=look_up, lists=lists, now=world.clock)
    assert contacts.replace(ADMIN, Person("Ada Example", None), NADIA) == 1


def pass_on(world: World, lists: Lookup) -> None:
    assert Upkeep(world.store, lists=lists, now=world.clock).pass_on(replace(FULL, key="T1:UADA"), NADIA) == 1


def look(world: World, lists: Lookup) -> None:
    waits = world.sent().id
    assert a_review(world, lists).look(REVIEWER, waits).problems == ()


def look_again(world: World, lists: Lookup) -> None:
    waits = world.sent()
    assert a_review(world, lists).look_again(REVIEWER, waits.id, seen=waits.revision, over="").problems == ()


def publish(world: World, lists: Lookup) -> None:
    assert a_review(world, lists).publish(REVIEWER, world.sent().id).initiative


def submit(world: World, lists: Lookup) -> None:
    share = Share(world.store, lists=lists, review=True, now=world.clock)
    assert share.check(content()) == ()
    assert share.submit(FULL, share.start(FULL).id, content()).submitted_at


def restore_version(world: World, lists: Lookup) -> None:
    world.mine.archive(LEAD, ID)
    assert Mine(world.store, lists=lists, now=world.clock).restore_version(LEAD, ID, 1).version == 3


def a_review(world: World, lists: Lookup) -> Review:
    return Review(world.store, lists=lists, member=member_of, now=world.clock)


@pytest.mark.parametrize(
    "do", [replace_contact, pass_on, look, look_again, publish, submit, restore_version], ids=lambda one: one.__name__
)
def test_lists_are_looked_up_while_no_transaction_is_open(
    database: Database, do: Callable[[World, Lookup], None]
) -> None:
    world = World(database)
    world.load(initiative(own_contacts=(ADA,)))
    lists = Lookup(database)
    do(world, lists)
    assert set(lists.in_use) == {0}
