"""Staying true: what is due, who is asked and when, what they answer, and who is no longer handed out."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from knowledge.domain.initiative import Contact, Visibility
from knowledge.domain.outbox import LEADS_OF, LEFT, MessageKind
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import Change
from knowledge.errors import NotAllowed, NotFound, Refused
from knowledge.services.due import is_working_time
from knowledge.store.database import Database
from knowledge.store.usage import UsageStore
from tests.clock import NOON
from tests.knowledge.services.sharing import ADMIN, FULL, LEAD, OTHER_LEAD, World, statements
from tests.knowledge.store.library import initiative

ADA = Contact("Ada Example", "Head of Practice", member="T1:UADA")
TEAM = Contact(team="Practice team")
A_YEAR = timedelta(days=366)


@pytest.fixture
def world(database: Database) -> World:
    world = World(database)
    world.load(initiative(checked=date(2026, 11, 1)))
    return world


# --- what is due -----------------------------------------------------------------------------------------------------


def test_nothing_is_due_within_a_year_of_being_checked(world: World) -> None:
    id = world.published()
    assert not world.upkeep.due(FULL.key)
    world.clock.pass_(timedelta(days=365))
    assert not world.upkeep.due(FULL.key)
    world.clock.pass_(timedelta(days=1))
    (due,) = world.upkeep.due(FULL.key).initiatives
    assert (due.initiative.id, due.checked, due.since) == (id, None, date(2027, 11, 23))


def test_still_right_is_noted_apart_from_the_last_change(world: World) -> None:
    id = world.published()
    world.clock.pass_(A_YEAR)
    held = world.upkeep.still_right(FULL, id)
    assert not world.upkeep.due(FULL.key)
    assert (held.initiative.checked, held.changed_at) == (date(2027, 11, 24), NOON)
    shown = world.shown(id)
    assert shown is not None
    assert shown.checked == date(2027, 11, 24)


def test_still_right_pressed_twice_is_noted_once(world: World) -> None:
    id = world.published()
    world.clock.pass_(A_YEAR)
    versions = {world.upkeep.still_right(FULL, id, key=key).version for key in ("k", "k", None)}
    assert versions == {2}
    world.clock.pass_(A_YEAR)
    assert world.upkeep.still_right(FULL, id, key="k").version == 2


def test_others_cannot_say_that_it_is_still_right(world: World) -> None:
    with pytest.raises(NotAllowed):
        world.upkeep.still_right(OTHER_LEAD, "ashford-mentoring")


def test_nobody_learns_by_confirming_it_of_what_only_another_authority_sees(world: World) -> None:
    world.load(initiative(visibility=Visibility.AUTHORITY))
    with pytest.raises(NotFound):
        world.upkeep.still_right(OTHER_LEAD, "ashford-mentoring")


def test_checking_an_entry_leaves_it_to_its_file(world: World) -> None:
    world.upkeep.still_right(LEAD, "ashford-mentoring")
    world.load(initiative(title="From the file"))
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.title == "From the file"


def test_each_lead_gets_one_message_with_all_that_is_due(world: World) -> None:
    world.published(title="One")
    world.published(title="Another")
    world.clock.pass_(A_YEAR)
    assert world.upkeep.plan() == 2
    assert world.told(MessageKind.DUE) == [(FULL.key, ""), (LEADS_OF + "Ashford", "")]
    assert len(world.upkeep.due(FULL.key).initiatives) == 2
    assert [due.initiative.id for due in world.upkeep.due_of("Ashford").initiatives] == ["ashford-mentoring"]
    assert not world.upkeep.due_of("Beecham")


def test_what_is_due_of_many_is_told_in_the_same_few_statements(world: World) -> None:
    reviewed = date(2026, 11, 1)

    def asked(number: int) -> list[int]:
        world.load(*(initiative(f"n{one}", checked=reviewed, own_contacts=(ADA,)) for one in range(number)))
        with statements(world.database) as due:
            assert len(world.upkeep.due_of("Ashford").initiatives) == number
        with statements(world.database) as named:
            assert len(world.upkeep.named(replace(FULL, key="T1:UADA"))) == number
        return [len(due), len(named)]

    world.clock.pass_(A_YEAR)
    assert asked(2) == asked(30)


def test_who_left_and_what_names_them_is_looked_up_once_for_any_number_of_leads(world: World) -> None:
    world.published(contacts=(ADA,))
    world.upkeep.left("T1:UADA")
    asked: list[int] = []
    for number in (2, 6):
        for one in range(number):
            id = world.published(title=f"Work {number} {one}")
            world.store.write(lambda tx, id=id, lead=f"T1:UL{number}{one}": tx.set_lead(id, lead))
        with statements(world.database) as said:
            world.upkeep.plan()
        asked.append(sum("left_member" in one or "FROM initiative" in one for one in said))
    assert asked[0] == asked[1]


def test_nobody_is_reminded_again_before_four_weeks(world: World) -> None:
    world.published()
    world.clock.pass_(A_YEAR)
    assert world.upkeep.plan() == 2
    for days, messages in ((1, 0), (26, 0), (1, 2)):
        world.clock.pass_(timedelta(days=days))
        assert world.upkeep.plan() == messages, days


@pytest.mark.parametrize(
    ("at", "works"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=UTC), True),
        (datetime(2026, 11, 23, 8, 59, tzinfo=UTC), False),
        (datetime(2026, 11, 23, 17, tzinfo=UTC), False),
        (datetime(2026, 11, 22, 12, tzinfo=UTC), False),
        (datetime(2026, 7, 1, 8, 30, tzinfo=UTC), True),
        (datetime(2026, 7, 1, 16, 30, tzinfo=UTC), False),
    ],
)
def test_messages_that_nobody_waits_for_come_in_working_hours_of_the_uk(at: datetime, works: bool) -> None:
    assert is_working_time(at) is works


def test_nothing_is_sent_outside_working_hours(world: World) -> None:
    world.published()
    world.clock.now = datetime(2027, 12, 4, 12, tzinfo=UTC)
    assert world.upkeep.plan() == 0
    assert world.told(MessageKind.DUE) == []


def test_leads_hear_once_a_month_how_often_theirs_helped(world: World) -> None:
    id = world.published()
    world.published(title="Never shown")
    UsageStore(world.database).add({id: Counted(5, 2)}, NOON.date())
    for days in (7, 1):
        world.clock.pass_(timedelta(days=days))
        world.upkeep.plan()
    assert world.told(MessageKind.HELPED) == [(FULL.key, "")]
    ((held, counted),) = world.upkeep.helped(FULL.key)
    assert (held.initiative.id, counted) == (id, Counted(5, 2))


# --- contacts --------------------------------------------------------------------------------------------------------


def test_a_linked_contact_is_asked_once_for_all_that_names_them(world: World) -> None:
    world.load(initiative("one", own_contacts=(ADA,)), initiative("two", own_contacts=(), form_contacts=(ADA, TEAM)))
    world.upkeep.plan()
    assert world.told(MessageKind.CONTACT_CHECK) == [("T1:UADA", "")]
    ada = replace(FULL, key="T1:UADA")
    assert [named.initiative.id for named in world.upkeep.named(ada)] == ["one", "two"]


def test_still_me_is_noted_on_all_that_names_them_and_they_are_not_asked_again(world: World) -> None:
    world.load(initiative("one", own_contacts=(ADA,)), initiative("two", own_contacts=(), form_contacts=(ADA, TEAM)))
    ada = replace(FULL, key="T1:UADA")
    assert world.upkeep.still_me(ada, key="k") == 2
    world.clock.pass_(timedelta(days=1))
    assert world.upkeep.still_me(ada, key="k") == 2
    for id in ("one", "two"):
        shown = world.shown(id)
        assert shown is not None
        assert shown.contacts[0].confirmed == NOON.date()
    world.upkeep.plan()
    assert world.told(MessageKind.CONTACT_CHECK) == []


def test_a_guest_can_say_that_it_is_still_them(world: World) -> None:
    world.load(initiative(own_contacts=(ADA,)))
    assert world.upkeep.still_me(replace(FULL, key="T1:UADA", full=False)) == 1


def test_who_is_no_contact_is_told_so(world: World) -> None:
    with pytest.raises(NotFound):
        world.upkeep.still_me(FULL)
    with pytest.raises(NotFound):
        world.upkeep.pass_on(FULL, TEAM)


def test_a_contact_passes_it_on_and_the_lead_is_told(world: World) -> None:
    id = world.published(contacts=(ADA, TEAM))
    world.upkeep.pass_on(replace(FULL, key="T1:UADA"), Contact("Bob Next", email="bob@ashford.example"))
    shown = world.shown(id)
    assert shown is not None
    assert [contact.name for contact in shown.contacts] == ["Bob Next", None]
    assert world.told(MessageKind.CONTACT_CHANGED) == [(FULL.key, id)]
    assert [one.change for one in world.mine.history(FULL, id)][-1] is Change.CONTACT_CHANGED


def test_passing_it_on_twice_by_one_form_is_done_once_and_no_failure(world: World) -> None:
    id = world.published(contacts=(ADA,))
    ada = replace(FULL, key="T1:UADA")
    assert [world.upkeep.pass_on(ada, TEAM, key="a form") for _ in range(2)] == [1, 0]
    assert [one.change for one in world.mine.history(FULL, id)].count(Change.CONTACT_CHANGED) == 1
    with pytest.raises(NotFound):
        world.upkeep.pass_on(ada, TEAM, key="another form")
    world.published(contacts=(ADA,), title="Named anew since")
    assert world.upkeep.pass_on(ada, TEAM, key="a form") == 0


def test_who_looks_after_it_themselves_is_not_told_that_they_passed_it_on(world: World) -> None:
    world.published(contacts=(replace(ADA, member=FULL.key),))
    world.upkeep.pass_on(FULL, TEAM)
    assert world.told(MessageKind.CONTACT_CHANGED) == []


def test_where_nobody_looks_after_it_or_they_left_the_authority_s_leads_are_told_of_a_contact(world: World) -> None:
    world.load(initiative(own_contacts=(ADA,)))
    led = world.published(contacts=(ADA,))
    world.upkeep.left(FULL.key)
    world.upkeep.pass_on(replace(FULL, key="T1:UADA"), Contact("Bob Next", email="bob@ashford.example"))
    ((to, ids),) = world.told(MessageKind.CONTACT_CHANGED)
    assert (to, set(ids.split())) == (LEADS_OF + "Ashford", {led, "ashford-mentoring"})
    world.removal.take_off(ADMIN, name="Bob Next")
    assert {to for to, _ in world.told(MessageKind.CONTACT_CHANGED)} == {LEADS_OF + "Ashford"}


@pytest.mark.parametrize(("to", "field"), [(Contact("Bob", email="no address"), "contacts.0.email"), (Contact(), None)])
def test_passing_it_on_to_nobody_or_wrongly_is_refused(world: World, to: Contact, field: str | None) -> None:
    world.load(initiative(own_contacts=(ADA,)))
    with pytest.raises(Refused) as refused:
        world.upkeep.pass_on(replace(FULL, key="T1:UADA"), to)
    assert [problem.field for problem in refused.value.problems] == ([field] if field else [])


# --- who left --------------------------------------------------------------------------------------------------------


def test_who_left_is_not_handed_out_the_index_follows_and_the_lead_is_told(world: World) -> None:
    id = world.published(contacts=(ADA, TEAM))
    before = world.reader.revision()
    assert world.upkeep.left("T1:UADA") == 1
    shown = world.shown(id)
    assert shown is not None
    assert shown.contacts == (TEAM,)
    changes = world.reader.changes(before)
    assert changes is not None
    assert changes.changed == (id,)
    assert world.told(MessageKind.CONTACT_LEFT) == [(FULL.key, id)]
    (left,) = world.upkeep.due(FULL.key).left
    assert (left.contact, left.initiative.id) == (ADA, id)


def test_who_looks_after_several_that_name_somebody_who_left_is_told_once(world: World) -> None:
    first, second = (world.published(title=title, contacts=(ADA,)) for title in ("Mentors in schools", "Clay for all"))
    world.upkeep.left("T1:UADA")
    assert [(to, set(ids.split())) for to, ids in world.told(MessageKind.CONTACT_LEFT)] == [(FULL.key, {first, second})]


def test_noting_twice_that_somebody_left_tells_once(world: World) -> None:
    world.published(contacts=(ADA,))
    world.upkeep.left("T1:UADA")
    before = world.reader.revision()
    world.upkeep.left("T1:UADA")
    assert world.reader.revision() == before
    assert len(world.told(MessageKind.CONTACT_LEFT)) == 1


def test_who_left_stays_out_when_the_library_is_reloaded(world: World) -> None:
    world.load(initiative(own_contacts=(ADA, TEAM)))
    world.upkeep.left("T1:UADA")
    world.load(initiative(title="Changed", own_contacts=(ADA, TEAM)))
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.contacts == (TEAM,)


def test_who_came_back_is_handed_out_again(world: World) -> None:
    id = world.published(contacts=(ADA,))
    world.upkeep.left("T1:UADA")
    world.upkeep.came_back("T1:UADA")
    shown = world.shown(id)
    assert shown is not None
    assert shown.contacts == (ADA,)


def test_that_somebody_left_and_came_back_stands_in_the_audit(world: World) -> None:
    id = world.published(contacts=(ADA,))
    world.upkeep.left("T1:UADA")
    world.upkeep.came_back("T1:UADA")
    changes = [Change(line.change) for line in world.audit(id)]
    assert changes == [Change.PUBLISHED, Change.CONTACT_LEFT, Change.CONTACT_CAME_BACK]


def test_somebody_who_is_nowhere_named_may_leave_without_a_trace(world: World) -> None:
    assert world.upkeep.left("T1:UNOBODY") == 0
    assert world.upkeep.came_back("T1:UNOBODY") == 0


def test_what_somebody_looked_after_who_left_is_asked_of_the_authority_s_leads(world: World) -> None:
    id = world.published(contacts=(ADA,))
    assert world.upkeep.linked() == {FULL.key: False, "T1:UADA": False}
    assert world.upkeep.left(FULL.key) == 0
    assert world.upkeep.linked() == {FULL.key: True, "T1:UADA": False}
    world.upkeep.left("T1:UADA")
    assert world.told(MessageKind.CONTACT_LEFT) == [(LEADS_OF + "Ashford", id)]
    world.clock.pass_(A_YEAR)
    world.upkeep.plan()
    assert world.told(MessageKind.DUE) == [(LEADS_OF + "Ashford", "")]
    assert id in [due.initiative.id for due in world.upkeep.due_of("Ashford").initiatives]
    (message,) = [one.message for one in world.outbox.about(MessageKind.DUE, "")]
    assert message.payload == {"authority": "Ashford", LEFT: "yes"}
    world.upkeep.came_back(FULL.key)
    assert [due.initiative.id for due in world.upkeep.due(FULL.key).initiatives] == [id]
