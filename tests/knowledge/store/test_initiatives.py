"""What is saved is read back as it was, in order, and changes are told by revision."""

from __future__ import annotations

from datetime import date

from sqlalchemy import event, update

from knowledge.domain.initiative import (
    Category,
    Contact,
    Evidence,
    Resource,
    Source,
    SourceKind,
    Visibility,
)
from knowledge.store import initiatives as module
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.tables import InitiativeRow
from tests.databases import writing
from tests.knowledge.store.library import LISTS, initiative, item, load

FULL = initiative(
    "beecham-everything",
    authority="Beecham",
    impact="Fewer exclusions.",
    evidence=Evidence.EVALUATED,
    year="2016-2023",
    checked=date(2026, 10, 1),
    visibility=Visibility.AUTHORITY,
    categories=(Category.RESEARCH, Category.PARTNERS),
    themes=("mentoring", "youth-justice"),
    own_contacts=(
        Contact("Zoë Ó Briain", "Lead", "Team", "z@example.org", "01", "https://x.example", date(2026, 11, 1), True),
        Contact(team="Youth Justice Service"),
    ),
    form_contacts=(Contact("Ada Example"), Contact(email="team@example.org")),
    resources=(Resource("Second in the alphabet"), Resource("A toolkit", "https://example.org/toolkit")),
    source=Source("A form", None, date(2026, 11, 23), SourceKind.FORM, "Spring 2024"),
)


def test_every_part_of_an_initiative_is_read_back_in_its_order(database: Database) -> None:
    load(database, [item(FULL)])
    assert list(InitiativeStore(database).initiatives()) == [FULL]


def test_all_lists_are_read_back_in_their_order(database: Database) -> None:
    load(database, [])
    assert InitiativeStore(database).lists() == LISTS


def test_an_empty_store_has_nothing_and_says_so(database: Database) -> None:
    store = InitiativeStore(database)
    assert (list(store.initiatives()), store.revision(), store.get(["x"])) == ([], 0, {})


def test_initiatives_come_in_the_same_order_from_every_database(database: Database) -> None:
    ids = ["b-a", "b", "ba", "b-b", "a9", "a-10"]
    load(database, ids)
    assert [one.id for one in InitiativeStore(database).initiatives()] == sorted(ids)


def test_more_initiatives_than_are_read_at_once_all_come_once(database: Database, monkeypatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 3)
    ids = [f"entry-{number:02}" for number in range(10)]
    load(database, ids)
    assert [one.id for one in InitiativeStore(database).initiatives()] == ids


def test_reading_everything_takes_the_same_few_statements_for_any_number(database: Database) -> None:
    load(database, [f"entry-{number:03}" for number in range(300)])
    statements = []
    event.listen(database.engine, "after_cursor_execute", lambda *args: statements.append(args[2]))
    assert len(list(InitiativeStore(database).initiatives())) == 300
    assert len([one for one in statements if one.startswith("SELECT initiative") or "JOIN" in one]) < 10


def test_contacts_of_a_file_belong_to_the_entries_of_that_file_only(database: Database) -> None:
    ada, bea = Contact("Ada"), Contact("Bea")
    load(
        database,
        [
            item(initiative("one", own_contacts=(), form_contacts=(ada,)), "a.yaml"),
            item(initiative("two", own_contacts=(), form_contacts=(bea,)), "b.yaml"),
            item(initiative("three", own_contacts=()), "c.yaml"),
        ],
    )
    found = InitiativeStore(database).get(["one", "two", "three"])
    assert {key: one.contacts for key, one in found.items()} == {"one": (ada,), "two": (bea,), "three": ()}


def test_only_those_asked_for_and_published_are_given(database: Database) -> None:
    load(database, ["one", "two", "three"])
    with writing(database) as session:
        session.execute(update(InitiativeRow).where(InitiativeRow.id == "two").values(state="archived"))
    assert set(InitiativeStore(database).get(["one", "two", "four"])) == {"one"}


def test_a_thousand_ids_can_be_asked_for_at_once(database: Database) -> None:
    ids = [f"entry-{number:04}" for number in range(1200)]
    load(database, ids)
    assert set(InitiativeStore(database).get(ids)) == set(ids)


def test_changes_name_what_was_added_changed_and_removed_since(database: Database) -> None:
    store = InitiativeStore(database)
    load(database, ["one", "two", "three"])
    seen = store.revision()
    load(database, ["one", item(initiative("two", title="New title")), "four"])
    changes = store.changes(seen)
    assert changes is not None
    assert (changes.changed, changes.removed, changes.lists) == (("four", "two"), ("three",), False)
    assert changes.revision == store.revision() == seen + 1


def test_nothing_is_named_when_nothing_changed_since(database: Database) -> None:
    store = InitiativeStore(database)
    load(database, ["one"])
    changes = store.changes(store.revision())
    assert changes is not None
    assert (changes.changed, changes.removed, changes.lists) == ((), (), False)


def test_an_entry_that_comes_back_is_no_longer_named_as_removed(database: Database) -> None:
    store = InitiativeStore(database)
    load(database, ["one", "two"])
    seen = store.revision()
    load(database, ["one"])
    load(database, ["one", "two"])
    changes = store.changes(seen)
    assert changes is not None
    assert (changes.changed, changes.removed) == (("two",), ())


def test_an_archived_initiative_is_named_as_removed(database: Database) -> None:
    store = InitiativeStore(database)
    load(database, ["one"])
    seen = store.revision()
    with writing(database) as session:
        session.execute(update(InitiativeRow).values(state="archived", revision=seen + 1))
    changes = store.changes(seen)
    assert changes is not None
    assert changes.removed == ("one",)


def test_a_store_older_than_what_was_seen_must_be_read_again(database: Database) -> None:
    load(database, ["one"])
    assert InitiativeStore(database).changes(InitiativeStore(database).revision() + 1) is None


def test_very_many_changes_are_not_listed_one_by_one(database: Database, monkeypatch) -> None:
    monkeypatch.setattr(module, "MANY_CHANGES", 2)
    load(database, ["one", "two", "three"])
    assert InitiativeStore(database).changes(0) is None


def test_a_reader_sees_one_state_however_long_it_reads(database: Database, monkeypatch) -> None:
    monkeypatch.setattr(module, "CHUNK", 1)
    load(database, ["one", "three"])
    reading = InitiativeStore(database).initiatives()
    first = next(reading)
    load(database, ["two"])
    assert [first.id, *(one.id for one in reading)] == ["one", "three"]
    assert [one.id for one in InitiativeStore(database).initiatives()] == ["two"]
