"""Initiatives follow when a theme is renamed or an authority has a successor."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import update

from knowledge.domain.authority import Authority, Register
from knowledge.domain.initiative import Initiative, Theme
from knowledge.domain.lists import FormerAuthority
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from knowledge.store.tables import InitiativeRow
from tests.databases import writing
from tests.knowledge.store.library import ASHFORD, BEECHAM, LISTS, initiative, item, load, refused

RENAMED = replace(
    LISTS,
    themes=(
        Theme("justice", "Justice", ("youth justice",), ("youth-justice", "Youth justice")),
        Theme("mentoring", "Mentoring"),
    ),
)
ELM = Authority("Elm", "Elm Council", "England", aliases=("Ashford", "LBA"))
MERGED = replace(LISTS, register=Register((BEECHAM, ELM)), former=(FormerAuthority("Ashford", ("Elm",)),))
SPLIT = replace(
    LISTS,
    register=Register((BEECHAM, ELM, replace(ELM, name="Oak", official="Oak Council"))),
    former=(FormerAuthority("Ashford", ("Elm", "Oak")),),
)


def held(database: Database, id_: str = "one") -> Initiative:
    return InitiativeStore(database).get([id_])[id_]


def edited(database: Database, id_: str = "one") -> None:
    with writing(database) as session:
        session.execute(update(InitiativeRow).where(InitiativeRow.id == id_).values(edited_in_slack=True))


def test_what_was_edited_in_slack_follows_a_renamed_theme(database: Database) -> None:
    load(database, ["one"])
    edited(database)
    seen = InitiativeStore(database).revision()
    outcome = load(database, ["one"], RENAMED)
    assert (outcome.carried, outcome.kept, outcome.problems) == (("one",), ("one",), ())
    assert held(database).themes == ("justice",)
    assert InitiativeStore(database).lists() == RENAMED
    changes = InitiativeStore(database).changes(seen)
    assert changes is not None
    assert changes.changed == ("one",)


def test_an_entry_whose_file_has_the_new_name_is_changed_not_carried(database: Database) -> None:
    load(database, ["one"])
    outcome = load(database, [item(initiative("one", themes=("justice",)))], RENAMED)
    assert (outcome.changed, outcome.carried, outcome.problems) == (("one",), (), ())


def test_a_refused_entry_follows_and_keeps_what_was_held_of_it(database: Database) -> None:
    load(database, ["one"])
    outcome = load(database, [refused("one")], RENAMED)
    assert outcome.carried == ("one",)
    assert held(database) == initiative("one", themes=("justice",))


def test_entries_of_other_files_follow_too(database: Database) -> None:
    load(database, ["one", item("two", "b.yaml")])
    two = item(initiative("two", themes=("justice",)), "b.yaml")
    outcome = load(database, [two], RENAMED, within=["/library/b.yaml"])
    assert outcome.carried == ("one",)
    assert load(database, [item(initiative("one", themes=("justice",)))], RENAMED, within=[]).problems == ()


def test_a_theme_that_an_initiative_would_have_twice_it_has_once(database: Database) -> None:
    load(database, [item(initiative("one", themes=("mentoring", "youth-justice")))])
    edited(database)
    merged = replace(LISTS, themes=(Theme("mentoring", "Mentoring", was=("youth-justice",)),))
    load(database, [], merged)
    assert held(database).themes == ("mentoring",)
    assert [theme.slug for theme in InitiativeStore(database).lists().themes] == ["mentoring"]


def test_initiatives_follow_to_the_one_successor_of_their_authority(database: Database) -> None:
    load(database, ["one"])
    edited(database)
    outcome = load(database, [], MERGED)
    assert (outcome.carried, outcome.problems) == (("one",), ())
    assert held(database).authority == "Elm"
    assert InitiativeStore(database).lists() == MERGED


def test_with_several_successors_initiatives_stay_and_are_named_as_a_problem(database: Database) -> None:
    load(database, ["one"])
    edited(database)
    outcome = load(database, [], SPLIT)
    assert outcome.carried == ()
    assert "Ashford has several successors, Elm, Oak, and 1 initiative" in outcome.problems[0].message
    assert held(database).authority == "Ashford"


def test_a_preview_says_who_would_follow_and_carries_nobody(database: Database) -> None:
    load(database, ["one"])
    edited(database)
    assert ReloadStore(database).preview([], MERGED, within=None).carried == ("one",)
    assert held(database).authority == ASHFORD.name


def test_undoing_brings_the_old_names_back(database: Database) -> None:
    load(database, [item(initiative("one", themes=("mentoring", "youth-justice")))])
    edited(database)
    before = held(database)
    both = replace(MERGED, themes=(Theme("mentoring", "Mentoring", was=("youth-justice",)),))
    load(database, [], both)
    assert held(database) == replace(before, authority="Elm", themes=("mentoring",))
    ReloadStore(database).undo()
    assert held(database) == before
    assert InitiativeStore(database).lists() == LISTS
