"""What a reload adds, changes, removes, keeps and refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select, update

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Contact, Theme
from knowledge.domain.lists import Lists
from knowledge.domain.reloading import Reloader
from knowledge.errors import Busy, Overtaken
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from knowledge.store.tables import CollectionRow, ContactRow, InitiativeRow
from tests.databases import writing
from tests.knowledge.store.library import (
    ASHFORD,
    BEECHAM,
    LISTS,
    initiative,
    item,
    load,
    refused,
    unreadable,
)
from tests.knowledge.store.test_undoing import change_in_slack


def ids(database: Database) -> list[str]:
    return [one.id for one in InitiativeStore(database).initiatives()]


def edited_in_slack(database: Database, id_: str) -> None:
    with writing(database) as session:
        session.execute(update(InitiativeRow).where(InitiativeRow.id == id_).values(edited_in_slack=True))


def posted_in_slack(database: Database, id_: str) -> None:
    with writing(database) as session:
        session.execute(update(InitiativeRow).where(InitiativeRow.id == id_).values(came_from="slack", collection=None))


def test_a_first_load_adds_everything_in_the_order_of_the_files(database: Database) -> None:
    outcome = load(database, ["two", "one"])
    assert (outcome.added, outcome.applied) == (("two", "one"), True)
    assert ids(database) == ["one", "two"]


def test_an_unchanged_library_changes_nothing_not_even_the_revision(database: Database) -> None:
    load(database, ["one", "two"])
    before = InitiativeStore(database).revision()
    outcome = load(database, ["one", "two"])
    assert (outcome.added, outcome.changed, outcome.removed, outcome.unchanged) == ((), (), (), 2)
    assert InitiativeStore(database).revision() == before


def test_a_reload_tells_added_changed_removed_and_unchanged_apart(database: Database) -> None:
    load(database, ["one", "two", "three"])
    outcome = load(database, ["one", item(initiative("two", title="New")), "four"])
    assert (outcome.added, outcome.changed, outcome.removed, outcome.unchanged) == (("four",), ("two",), ("three",), 1)
    assert InitiativeStore(database).get(["two"])["two"].title == "New"
    assert ids(database) == ["four", "one", "two"]


def test_a_changed_entry_loses_the_parts_that_its_file_no_longer_has(database: Database) -> None:
    load(database, [item(initiative("one", own_contacts=(Contact("Ada"), Contact("Bea")), themes=("mentoring",)))])
    new = initiative("one", own_contacts=(Contact("Bea"),), themes=("youth-justice",))
    load(database, [item(new)])
    assert list(InitiativeStore(database).initiatives()) == [new]


def test_a_new_contact_of_a_file_changes_all_of_its_entries(database: Database) -> None:
    def of_file(contact: Contact) -> list:
        return [item(initiative(one, form_contacts=(contact,))) for one in ("one", "two")]

    load(database, of_file(Contact("Ada")))
    outcome = load(database, of_file(Contact("Bea")))
    assert outcome.changed == ("one", "two")
    with database.reading() as session:
        assert session.scalars(select(ContactRow.name).where(ContactRow.collection.is_not(None))).all() == ["Bea"]


def test_a_refused_entry_keeps_what_the_store_held_of_it_and_the_rest_is_applied(database: Database) -> None:
    load(database, ["one", "two", "three"])
    outcome = load(database, [refused("one"), item(initiative("two", title="New"))])
    assert (outcome.changed, outcome.removed, outcome.refused) == (("two",), ("three",), 1)
    assert len(outcome.problems) == 1
    assert ids(database) == ["one", "two"]


def test_a_refused_entry_without_an_id_keeps_every_missing_entry_of_its_file(database: Database) -> None:
    load(database, ["one", item("two", "b.yaml")])
    outcome = load(database, [refused(None)])
    assert outcome.removed == ("two",)
    assert ids(database) == ["one"]


def test_a_refused_entry_whose_id_is_misspelt_keeps_every_missing_entry_of_its_file(database: Database) -> None:
    load(database, ["one", item("two", "b.yaml")])
    assert load(database, [refused("One!", field="id")]).removed == ("two",)


def test_a_new_refused_entry_does_not_stop_others_from_being_removed(database: Database) -> None:
    load(database, ["one", "two"])
    assert load(database, ["one", refused("brand-new")]).removed == ("two",)


def test_an_unreadable_file_keeps_what_the_store_held_of_it(database: Database) -> None:
    load(database, ["one", item("two", "b.yaml"), item("three", "b.yaml")])
    outcome = load(database, [unreadable(), item("two", "b.yaml")])
    assert (outcome.removed, outcome.refused) == (("three",), 0)
    assert ids(database) == ["one", "two"]


def test_an_unreadable_folder_keeps_what_the_store_held_of_all_its_files(database: Database) -> None:
    load(database, [item("one", "folder/a.yaml"), item("two", "folder-b.yaml")])
    assert load(database, [unreadable("folder"), item("three", "c.yaml")]).removed == ("two",)


def test_an_entry_of_an_unreadable_file_is_not_overwritten_from_another(database: Database) -> None:
    load(database, ["one"])
    outcome = load(database, [unreadable(), item(initiative("one", title="New"), "b.yaml")])
    assert outcome.changed == ()
    assert "ashford.yaml" in outcome.problems[-1].message
    assert InitiativeStore(database).get(["one"])["one"].title == "About one"


def test_a_library_of_which_nothing_can_be_read_removes_nothing(database: Database) -> None:
    load(database, ["one"])
    assert load(database, [unreadable("mistyped")]).removed == ()
    assert ids(database) == ["one"]


def test_an_empty_library_that_can_be_read_removes_everything(database: Database) -> None:
    load(database, ["one"])
    assert load(database, []).removed == ("one",)


def test_with_paths_only_entries_of_those_files_are_removed(database: Database) -> None:
    load(database, ["one", "two", item("three", "b.yaml")])
    outcome = load(database, ["one"], within=["/library/ashford.yaml"])
    assert outcome.removed == ("two",)
    assert ids(database) == ["one", "three"]


def test_with_a_folder_entries_of_files_gone_from_it_are_removed(database: Database) -> None:
    load(database, [item("one", "folder/a.yaml"), item("two", "folder/b.yaml"), item("three", "folder-2/c.yaml")])
    outcome = load(database, [item("one", "folder/a.yaml")], within=["/library/folder"])
    assert outcome.removed == ("two",)


def test_with_paths_an_entry_may_move_to_another_file(database: Database) -> None:
    load(database, ["one"])
    outcome = load(database, [item(initiative("one", title="New"), "b.yaml")], within=["/library/b.yaml"])
    assert outcome.changed == ("one",)
    assert load(database, [], within=["/library/b.yaml"]).removed == ("one",)


def test_an_unchanged_entry_in_another_file_is_unchanged_and_belongs_to_that_file(database: Database) -> None:
    shared = initiative("one", own_contacts=(), form_contacts=(Contact("Ada"), Contact("Bea")))
    load(database, [item(shared, "old.yaml")])
    assert load(database, [item(shared, "new.yaml")]).unchanged == 1
    assert list(InitiativeStore(database).initiatives()) == [shared]
    assert load(database, [], within=["/library/old.yaml"]).removed == ()
    assert load(database, [], within=["/library/new.yaml"]).removed == ("one",)


def test_files_that_nothing_came_in_any_more_are_forgotten_with_their_contacts(database: Database) -> None:
    load(database, [item(initiative("one", form_contacts=(Contact("Ada"),)))])
    load(database, [item("two", "b.yaml")])
    with database.reading() as session:
        assert session.scalars(select(CollectionRow.shown)).all() == ["b.yaml"]
        assert session.scalar(select(func.count()).where(ContactRow.name == "Ada")) == 0


def test_an_entry_edited_in_slack_is_kept_whatever_its_file_says(database: Database) -> None:
    load(database, ["one", "two"])
    edited_in_slack(database, "one")
    changed = load(database, [item(initiative("one", title="New")), "two"])
    assert (changed.kept, changed.changed) == (("one",), ())
    gone = load(database, ["two"])
    assert (gone.kept, gone.removed) == (("one",), ())
    assert InitiativeStore(database).get(["one"])["one"].title == "About one"


def test_an_initiative_posted_in_slack_is_kept(database: Database) -> None:
    load(database, ["one", "two"])
    posted_in_slack(database, "one")
    outcome = load(database, ["two"])
    assert (outcome.kept, outcome.removed) == (("one",), ())
    assert ids(database) == ["one", "two"]


def test_strict_applies_nothing_when_there_is_any_problem(database: Database) -> None:
    load(database, ["one"])
    outcome = load(database, ["two", refused("one")], strict=True)
    assert (outcome.applied, outcome.added, len(outcome.problems)) == (False, (), 1)
    assert ids(database) == ["one"]


def test_strict_applies_a_library_without_problems(database: Database) -> None:
    assert load(database, ["one"], strict=True).applied


def test_a_preview_says_what_would_happen_and_writes_nothing(database: Database) -> None:
    load(database, ["one", "two"])
    before = InitiativeStore(database).revision()
    store = ReloadStore(database)
    outcome = store.preview([item(initiative("one", title="New")), item("three")], Lists(LISTS.register), within=None)
    assert (outcome.added, outcome.changed, outcome.removed, outcome.applied) == (("three",), ("one",), ("two",), False)
    assert (ids(database), InitiativeStore(database).revision()) == (["one", "two"], before)
    assert InitiativeStore(database).lists() == LISTS


def test_an_edit_that_nobody_looked_at_is_not_given_up_for_the_files_version(database: Database) -> None:
    load(database, ["one"])
    change_in_slack(database, "one", title="First edit", edited_in_slack=True)
    taken = ReloadStore(database).preview([item("one")], LISTS, within=None, take=["one"])
    change_in_slack(database, "one", title="Second edit")
    with pytest.raises(Overtaken):
        load(database, ["one"], take=["one"], previewed=taken.plan)
    assert InitiativeStore(database).get(["one"])["one"].title == "Second edit"
    again = ReloadStore(database).preview([item("one")], LISTS, within=None, take=["one"])
    assert load(database, ["one"], take=["one"], previewed=again.plan).taken == ("one",)


def test_an_id_used_twice_is_refused_the_second_time(database: Database) -> None:
    outcome = load(database, ["one", item(initiative("one", title="Second"), line=9)])
    assert (outcome.added, outcome.refused, outcome.problems[0].line) == (("one",), 1, 9)


def test_changed_lists_are_saved_and_told(database: Database) -> None:
    load(database, ["one"])
    seen = InitiativeStore(database).revision()
    renamed = replace(ASHFORD, official="Ashford Council", aliases=("Ash",))
    new = Lists(Register((BEECHAM, renamed)), (Theme("youth-justice", "Youth crime"),))
    load(database, ["one"], new)
    changes = InitiativeStore(database).changes(seen)
    assert changes is not None
    assert (changes.lists, changes.changed) == (True, ())
    assert InitiativeStore(database).lists() == new


def test_an_authority_that_initiatives_need_stays_and_is_named_as_a_problem(database: Database) -> None:
    load(database, ["one"])
    smaller = replace(LISTS, register=Register((BEECHAM,)))
    outcome = load(database, [refused("brand-new", field="authority"), unreadable()], smaller)
    assert "Ashford is no longer in the register" in outcome.problems[-1].message
    assert InitiativeStore(database).lists().register.get("Ashford") == ASHFORD
    assert ids(database) == ["one"]


def test_an_authority_that_nobody_needs_goes_with_the_last_of_its_initiatives(database: Database) -> None:
    load(database, ["one"])
    outcome = load(database, [], replace(LISTS, register=Register((BEECHAM,))))
    assert outcome.problems == ()
    assert [one.name for one in InitiativeStore(database).lists().register] == ["Beecham"]


def test_a_theme_that_initiatives_need_stays_and_is_named_as_a_problem(database: Database) -> None:
    load(database, ["one"])
    edited_in_slack(database, "one")
    outcome = load(database, [], replace(LISTS, themes=()))
    assert "youth-justice is no longer in the list though 1 initiative" in outcome.problems[0].message
    assert ids(database) == ["one"]


def test_a_failing_reader_leaves_the_store_as_it_was(database: Database) -> None:
    def failing():
        yield item("two")
        raise OSError("the disk went away")

    load(database, ["one"])
    with pytest.raises(Exception, match="disk went away"):
        load(database, failing())
    assert ids(database) == ["one"]
    assert load(database, ["two"]).added == ("two",)


def test_a_second_reload_is_told_who_reloads_and_since_when(database: Database) -> None:
    def while_another_runs():
        with pytest.raises(
            Busy, match=r"Another reload \(Ada Example\) has been running since \d+ \w+ \d{4} at \d\d:\d\d\. "
        ):
            load(database, ["two"])
        yield item("one")

    load(database, while_another_runs(), by=Reloader("T1:U123", "Ada Example"))
    assert ids(database) == ["one"]


def test_readers_and_other_writers_go_on_while_a_library_is_read(database: Database) -> None:
    from knowledge.store.inbox import Inbox

    def slow_library():
        assert ids(database) == ["one"]
        assert Inbox(database).receive("delivery", b"text")
        yield item("two")

    load(database, ["one"])
    load(database, slow_library())
    assert ids(database) == ["two"]


def test_progress_is_told_for_reading_and_saving(database: Database) -> None:
    told = []
    load(database, ["one", "two"], progress=lambda *args: told.append(args))
    assert told == [("reading", 2, None), ("saving", 2, 2)]
