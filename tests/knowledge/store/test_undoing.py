"""A reload is undone: the store is as it was before, but for what was posted or edited in Slack since."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event, func, insert, select, text, update

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Contact, Initiative, Theme
from knowledge.domain.library import LibraryItem
from knowledge.domain.lists import Lists
from knowledge.errors import Busy, NotFound, StoreUnusable
from knowledge.store.admin_tables import BeforeRow
from knowledge.store.codec import digest, encode
from knowledge.store.contribution_tables import LeadRow
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from knowledge.store.saving import Entry, Saver
from knowledge.store.tables import Base, CameFrom, InitiativeRow
from tests.databases import writing
from tests.knowledge.store.library import ASHFORD, LISTS, initiative, item, load, refused


def held(database: Database) -> list[Initiative]:
    return list(InitiativeStore(database).initiatives())


def undo(database: Database, **how):
    return ReloadStore(database).undo(**how)


def change_in_slack(database: Database, id_: str, **values: object) -> None:
    """What a member's edit does to the row, under a new revision of the store."""
    with writing(database) as session:
        state = Base.metadata.tables["store_state"]
        session.execute(update(state).values(revision=state.c.revision + 1))
        revision = session.scalar(select(state.c.revision))
        session.execute(update(InitiativeRow).where(InitiativeRow.id == id_).values(revision=revision, **values))


def post_in_slack(database: Database, one: Initiative) -> None:
    """What publishing a member's contribution does."""
    with writing(database) as session:
        state = Base.metadata.tables["store_state"]
        session.execute(update(state).values(revision=state.c.revision + 1))
        revision = session.scalar(select(state.c.revision))
        assert revision is not None
        saver = Saver(session.connection(), revision=revision, now=datetime.now(UTC), came_from=CameFrom.SLACK)
        saver.add([Entry(one, digest(encode(one)), "slack", "Slack")])


def rows(database: Database, *tables: str) -> dict[str, list[str]]:
    """All rows but for revisions and the audit, which only ever grow, and keys that are given out anew."""
    passing = {"revision", "lists_revision", "key", "collection"}
    with database.reading() as session:
        return {
            name: sorted(
                repr({key: value for key, value in row.items() if key not in passing})
                for row in session.execute(select(Base.metadata.tables[name])).mappings()
            )
            for name in tables or Base.metadata.tables
            if tables or name not in ("audit", "removal", "reload_undo", "reload_before")
        }


def test_what_a_reload_added_changed_and_removed_is_as_before(database: Database) -> None:
    form = (Contact("Ada"), Contact(role="Lead"))
    load(database, [item(initiative("changed", form_contacts=form), "a.yaml"), item("removed", "b.yaml"), "same"])
    before = rows(database)
    load(database, [item(initiative("changed", title="New", own_contacts=()), "c.yaml"), "same", "added"])
    undone = undo(database)
    assert (undone.added, undone.changed, undone.removed) == (("removed",), ("changed",), ("added",))
    assert rows(database) == before


def test_undoing_twice_says_that_there_is_nothing_to_undo(database: Database) -> None:
    load(database, ["one"])
    load(database, ["two"])
    undo(database)
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(database)
    assert [one.id for one in held(database)] == ["one"]


def test_a_store_that_was_never_loaded_has_nothing_to_undo(database: Database) -> None:
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(database)
    assert load(database, ["one"]).applied


def test_the_first_load_cannot_be_undone(database: Database) -> None:
    load(database, ["one"])
    with pytest.raises(NotFound, match="nothing to undo"):
        undo(database)
    assert [one.id for one in held(database)] == ["one"]
    assert database.is_loaded()


def test_a_reload_that_changes_nothing_leaves_the_one_before_to_be_undone(database: Database) -> None:
    load(database, ["one"])
    load(database, ["two"])
    load(database, ["two"])
    undo(database)
    assert [one.id for one in held(database)] == ["one"]


def test_after_undoing_the_same_files_can_be_reloaded(database: Database) -> None:
    load(database, ["one"])
    load(database, [item(initiative("one", title="New"))])
    undo(database)
    assert load(database, [item(initiative("one", title="New"))]).changed == ("one",)


def test_an_index_in_another_process_follows(database: Database) -> None:
    load(database, ["one", "gone"])
    load(database, [item(initiative("one", title="New")), "added"])
    seen = InitiativeStore(database).revision()
    undo(database)
    changes = InitiativeStore(database).changes(seen)
    assert changes is not None
    assert (changes.changed, changes.removed, changes.lists) == (("gone", "one"), ("added",), False)


def test_lists_come_back_with_the_entries_that_needed_them(database: Database) -> None:
    load(database, ["one"])
    before = InitiativeStore(database).lists()
    other = Lists(Register((replace(ASHFORD, name="Elm", official="Elm"),)), (Theme("mentoring", "Mentoring"),))
    load(database, [item(initiative("two", authority="Elm", themes=("mentoring",)))], other)
    seen = InitiativeStore(database).revision()
    undo(database)
    assert InitiativeStore(database).lists() == before
    assert [one.id for one in held(database)] == ["one"]
    changes = InitiativeStore(database).changes(seen)
    assert changes is not None
    assert changes.lists


def test_an_authority_that_had_left_the_lists_before_comes_back_with_its_entry(database: Database) -> None:
    load(database, ["one"])
    smaller = replace(LISTS, register=Register(LISTS.register.authorities[1:]))
    load(database, [refused("one", field="authority")], smaller)
    load(database, [], smaller)
    assert held(database) == []
    undo(database)
    assert [one.authority for one in held(database)] == ["Ashford"]


def test_what_was_edited_in_slack_since_stays_edited(database: Database) -> None:
    load(database, ["one", "two"])
    load(database, [item(initiative("one", title="New")), item(initiative("two", title="New")), "three"])
    change_in_slack(database, "one", title="From Slack", edited_in_slack=True)
    change_in_slack(database, "three", title="From Slack", edited_in_slack=True)
    undone = undo(database)
    assert (undone.changed, undone.kept) == (("two",), ("one", "three"))
    assert [one.title for one in held(database)] == ["From Slack", "From Slack", "About two"]


def test_what_was_archived_in_slack_since_stays_archived(database: Database) -> None:
    load(database, ["one"])
    load(database, [item(initiative("one", title="New"))])
    change_in_slack(database, "one", state="archived")
    assert undo(database).kept == ("one",)
    assert held(database) == []


def test_a_new_revision_alone_does_not_count_as_an_edit(database: Database) -> None:
    load(database, ["one"])
    load(database, [item(initiative("one", title="New")), "two"])
    change_in_slack(database, "one")
    change_in_slack(database, "two")
    assert undo(database).kept == ()
    assert [one.title for one in held(database)] == ["About one"]


def test_what_was_posted_in_slack_since_stays(database: Database) -> None:
    load(database, ["one"])
    load(database, [item(initiative("one", title="New"))])
    post_in_slack(database, initiative("posted", title="From Slack"))
    assert undo(database).kept == ()
    assert [one.title for one in held(database)] == ["About one", "From Slack"]


def test_what_was_posted_under_a_removed_id_since_stays(database: Database) -> None:
    load(database, ["one"])
    load(database, [])
    post_in_slack(database, initiative("one", title="From Slack"))
    assert undo(database).kept == ("one",)
    assert [one.title for one in held(database)] == ["From Slack"]


def test_an_entry_edited_before_the_reload_is_left_alone(database: Database) -> None:
    load(database, ["one", "two"])
    change_in_slack(database, "one", title="From Slack", edited_in_slack=True)
    load(database, [item(initiative("one", title="New")), item(initiative("two", title="New"))])
    assert undo(database).kept == ()
    assert [one.title for one in held(database)] == ["From Slack", "About two"]


def test_a_version_taken_from_the_file_goes_back_to_what_was_edited_in_slack(database: Database) -> None:
    load(database, ["one"])
    change_in_slack(database, "one", title="From Slack", edited_in_slack=True)
    assert load(database, [item(initiative("one"))], take=["one"]).changed == ("one",)
    assert held(database) == [initiative("one")]
    assert load(database, [item(initiative("one", title="New"))]).changed == ("one",)
    undo(database)
    load(database, ["one", "two"])
    assert held(database)[0].title == "About one"


def test_taking_the_files_version_can_be_undone(database: Database) -> None:
    load(database, ["one"])
    change_in_slack(database, "one", title="From Slack", edited_in_slack=True)
    load(database, ["one"], take=["one"])
    undo(database)
    assert [one.title for one in held(database)] == ["From Slack"]
    assert load(database, ["one"]).kept == ("one",)


def test_whoever_looks_after_a_removed_entry_looks_after_it_again(database: Database) -> None:
    load(database, ["one"])
    with writing(database) as session:
        session.execute(insert(LeadRow).values(initiative="one", lead="T1:U2"))
    load(database, ["two"])
    undo(database)
    with database.reading() as session:
        assert session.scalars(select(LeadRow.lead)).all() == ["T1:U2"]


def test_names_that_came_off_for_good_do_not_come_back(database: Database) -> None:
    load(database, [item(initiative("one", own_contacts=(Contact("Ada"), Contact("Ben"))))])
    load(database, ["two"])

    def without_ada(one: Initiative) -> Initiative:
        return replace(one, own_contacts=tuple(contact for contact in one.own_contacts if contact.name != "Ada"))

    ReloadStore(database, keep_out=lambda _: without_ada).undo()
    assert held(database)[0].own_contacts == (Contact("Ben"),)


def test_undoing_while_a_reload_runs_is_refused(database: Database) -> None:
    load(database, ["one"])

    def while_reloading():
        with pytest.raises(Busy, match="has been running since"):
            undo(database)
        yield item("two")

    load(database, while_reloading())
    assert [one.id for one in held(database)] == ["two"]


def test_what_undoing_needs_is_forgotten_after_a_while(database: Database) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    store = ReloadStore(database, now=lambda: now)
    store.apply([item("one")], LISTS, within=None)
    store.apply([item("two")], LISTS, within=None)
    assert not store.forget_undo(now - timedelta(days=1))
    assert store.forget_undo(now + timedelta(days=1))
    with database.reading() as session:
        assert session.scalar(select(func.count()).select_from(BeforeRow)) == 0
    with pytest.raises(NotFound):
        store.undo()


_LIBRARIES = st.dictionaries(
    st.sampled_from(["a", "b", "c", "d", "e"]), st.tuples(st.integers(0, 3), st.sampled_from("xy")), max_size=5
)


def _library(entries: dict[str, tuple[int, str]]) -> list[LibraryItem]:
    return [
        item(
            initiative(
                id_,
                title=f"Version {number}",
                own_contacts=(Contact(f"Own {number}"),) * (number % 2),
                form_contacts=(Contact("Form", role=str(number // 2)),),
                themes=("mentoring", "youth-justice")[: 1 + number % 2],
            ),
            f"{file}.yaml",
        )
        for id_, (number, file) in entries.items()
    ]


@given(first=_LIBRARIES, second=_LIBRARIES, third=_LIBRARIES)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_any_reload_can_be_undone(sqlite_url: str, first, second, third) -> None:
    database = Database(sqlite_url)
    database.migrate()
    load(database, _library(first))
    load(database, _library(second))
    before = rows(database, "initiative", "contact", "initiative_theme", "collection", "authority", "theme")
    load(database, _library(third))
    changed = rows(database, *before) != before
    if changed:
        undo(database)
    assert rows(database, *before) == before
    database.close()


def test_an_entry_that_follows_a_renamed_theme_and_moved_to_another_file_moves_back(database: Database) -> None:
    justice = replace(
        LISTS, themes=(Theme("justice", "Justice", was=("youth-justice",)), Theme("mentoring", "Mentoring"))
    )
    back = replace(LISTS, themes=(replace(LISTS.themes[0], was=("justice",)), LISTS.themes[1]))
    load(database, ["one", item("two", "b.yaml")])
    load(database, [item("two", "b.yaml")], justice, within=["/library/b.yaml"])
    before = rows(database)
    moved = load(database, [item("one", "moved.yaml"), item("two", "moved.yaml")], back)
    assert (moved.carried, moved.problems) == (("one", "two"), ())
    assert [one.themes for one in held(database)] == [("youth-justice",), ("youth-justice",)]
    assert undo(database).changed == ("one", "two")
    assert rows(database) == before


def test_an_entry_that_only_moved_to_another_file_moves_back_and_is_not_told(database: Database) -> None:
    load(database, [item("one", "a.yaml"), item("two", "a.yaml")])
    load(database, [item("one", "b.yaml"), item(initiative("two", title="New"), "a.yaml")])
    assert undo(database).changed == ("two",)
    assert load(database, [], within=["/library/b.yaml"]).removed == ()
    assert load(database, [], within=["/library/a.yaml"]).removed == ("one", "two")


@pytest.mark.parametrize("work", ["reload", "undo"])
def test_a_full_disk_changes_nothing_and_is_said_in_words(sqlite_url: str, work: str) -> None:
    database = Database(sqlite_url)
    database.migrate()
    load(database, [item(f"entry-{number:04}") for number in range(600)])
    load(database, [item("one")])
    tables = ("initiative", "contact", "initiative_theme", "collection", "theme", "authority", "reload_before")
    before = rows(database, *tables)
    with database.reading() as session:
        free = session.scalar(text("PRAGMA freelist_count")) or 0
    full = Database(sqlite_url)
    # What was freed is used up first, so that there is no room left but the two pages.
    with writing(database) as session:
        session.execute(text("CREATE TABLE filler (content BLOB)"))
        session.execute(text("INSERT INTO filler VALUES (zeroblob(:size))"), {"size": max(free - 8, 0) * 4080})
        pages = session.scalar(text("PRAGMA page_count"))
    event.listen(full.engine, "connect", lambda raw, _: raw.execute(f"PRAGMA max_page_count = {pages + 2}"))
    with pytest.raises(StoreUnusable, match="disk is full"):
        undo(full) if work == "undo" else load(full, [item(f"other-{number:04}") for number in range(2000)])
    full.close()
    assert rows(database, *tables) == before
    database.close()
