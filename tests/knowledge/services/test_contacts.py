"""A person is looked up, seen wherever they are named, and replaced everywhere in one step."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Contact
from knowledge.domain.member import Member
from knowledge.domain.outbox import LEADS_OF, MessageKind
from knowledge.domain.person import Person
from knowledge.errors import NotAllowed, NotFound, Refused
from knowledge.search.people import look_up
from knowledge.services.contacts import Contacts
from knowledge.store.contact_book import ContactBook
from knowledge.store.database import Database
from tests.knowledge.services.sharing import ADMIN, FULL, LEAD, REVIEWER, World
from tests.knowledge.store.library import LISTS, initiative

ADA = Contact("Ada Example", "Head of Practice", email="ada.example@ashford.example")
DR_ADA = Contact("Dr Ada Example", team="Inclusion")
BEA = Contact("Beatrice Sample", "Worker", email="bea@ashford.example")
MAILBOX = Contact(team="Practice team", email="practice@ashford.example")


@pytest.fixture
def world(database: Database) -> World:
    world = World(database)
    world.load(
        initiative(own_contacts=(ADA, BEA)),
        initiative("second", own_contacts=(), form_contacts=(DR_ADA, MAILBOX)),
        initiative("third", own_contacts=(BEA,)),
    )
    return world


@pytest.fixture
def contacts(world: World) -> Contacts:
    book = ContactBook(world.database)
    return Contacts(book, world.store, look_up=look_up, lists=lambda: LISTS, now=world.clock)


def names(found: tuple[Person, ...]) -> list[str | None]:
    return [one.name or one.email for one in found]


@pytest.mark.parametrize("typed", ["ada", "Ada Example", "EXAMPLE", "ada.example@ashford", "Ada Exmaple", "exampl ada"])
def test_a_person_is_found_by_parts_of_name_and_address_and_despite_a_slip(contacts: Contacts, typed: str) -> None:
    assert names(contacts.find(ADMIN, typed))[0] == "Ada Example"


def test_a_mailbox_without_a_name_is_found_by_its_address(contacts: Contacts) -> None:
    assert names(contacts.find(ADMIN, "practice@ashford")) == ["practice@ashford.example"]


@pytest.mark.parametrize("typed", ["", "  ", "zebedee", "?!"])
def test_nobody_is_found_for_nothing_known(contacts: Contacts, typed: str) -> None:
    assert contacts.find(ADMIN, typed) == ()


def test_all_that_a_person_is_named_on_is_seen_whatever_their_title(contacts: Contacts) -> None:
    named = contacts.named_on(ADMIN, Person("Ada Example", None))
    assert [held.initiative.id for held in named.initiatives] == ["ashford-mentoring", "second"]
    assert set(named.person.said) == {ADA, DR_ADA}


def test_somebody_else_is_named_everywhere_in_one_step_and_the_leads_are_told(world: World, contacts: Contacts) -> None:
    nadia = Contact("Nadia Example", "Head of Practice", email="nadia@ashford.example")
    assert contacts.replace(ADMIN, Person("Ada Example", None), nadia) == 2
    first, second = world.shown("ashford-mentoring"), world.shown("second")
    assert first is not None
    assert second is not None
    assert first.contacts == (nadia, BEA)
    assert second.contacts == (nadia, MAILBOX)
    assert world.told(MessageKind.CONTACT_CHANGED) == [(LEADS_OF + "Ashford", "ashford-mentoring second")]
    with pytest.raises(NotFound):
        contacts.named_on(ADMIN, Person("Ada Example", None))


def test_who_left_is_told_of_no_change_of_a_contact(world: World, contacts: Contacts) -> None:
    world.mine.hand_over(LEAD, "third", FULL)
    world.upkeep.left(FULL.key)
    contacts.replace(ADMIN, Person("Beatrice Sample", None), MAILBOX, only={"third"})
    assert world.told(MessageKind.CONTACT_CHANGED) == [(LEADS_OF + "Ashford", "third")]


def test_of_what_is_archived_nobody_is_told_that_a_contact_changed(world: World, contacts: Contacts) -> None:
    world.mine.archive(ADMIN, "third")
    assert contacts.replace(ADMIN, Person("Beatrice Sample", None), MAILBOX, only={"third"}) == 1
    assert world.told(MessageKind.CONTACT_CHANGED) == []


def test_a_role_or_a_mailbox_can_stand_in_a_persons_place_on_some_only(world: World, contacts: Contacts) -> None:
    assert contacts.replace(ADMIN, Person("Ada Example", None), MAILBOX, only={"second"}) == 1
    second, first = world.shown("second"), world.shown("ashford-mentoring")
    assert second is not None
    assert first is not None
    assert second.contacts == (MAILBOX,)
    assert first.contacts == (ADA, BEA)


def test_a_form_sent_twice_replaces_once(world: World, contacts: Contacts) -> None:
    bea = Person("Beatrice Sample", None)
    assert [contacts.replace(ADMIN, bea, MAILBOX, key="form") for _ in range(2)] == [2, 0]
    assert len(world.told(MessageKind.CONTACT_CHANGED)) == 1


def test_nobody_in_particular_cannot_replace_anybody(world: World, contacts: Contacts) -> None:
    with pytest.raises(Refused):
        contacts.replace(ADMIN, Person("Ada Example", None), Contact())
    with pytest.raises(Refused) as refused:
        contacts.replace(ADMIN, Person("Ada Example", None), Contact("Nadia", email="nonsense"))
    assert [problem.field for problem in refused.value.problems] == ["contacts.0.email"]
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.contacts == (ADA, BEA)


def test_who_came_off_for_good_cannot_be_named_in_anybodys_place(world: World, contacts: Contacts) -> None:
    world.removal.take_off(ADMIN, name="Ada Example")
    with pytest.raises(Refused):
        contacts.replace(ADMIN, Person("Beatrice Sample", None), ADA)


@pytest.mark.parametrize("member", [FULL, LEAD, REVIEWER, Member()])
def test_nobody_but_an_admin_looks_people_up(contacts: Contacts, member: Member) -> None:
    with pytest.raises(NotAllowed):
        contacts.find(member, "ada")
    with pytest.raises(NotAllowed):
        contacts.named_on(member, Person("Ada Example", None))
    with pytest.raises(NotAllowed):
        contacts.replace(member, Person("Ada Example", None), BEA)
