"""The table of what is kept names all that holds anything of people, and what it promises of the rest happens."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from bot.worker import work
from config.settings import read_settings
from knowledge.domain.contribution import ContributionState
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category, Contact, Initiative
from knowledge.domain.outbox import MessageKind
from knowledge.domain.retention import CONTRIBUTIONS_KEPT, GONE_KEPT, TABLE, UNDO_KEPT
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import Change
from knowledge.services.privacy import Privacy
from knowledge.store.contribution_tables import ContributionRow, UsageRow, VersionRow
from knowledge.store.database import Database
from knowledge.store.privacy import PrivacyStore
from knowledge.store.reloading import ReloadStore
from knowledge.store.submissions import SubmissionStore
from knowledge.store.tables import Base, SubmissionRow
from knowledge.store.usage import UsageStore
from tests.databases import writing
from tests.knowledge.services.sharing import FULL, HASHER, LEAD, REVIEWER, World
from tests.knowledge.services.test_removal import everything
from tests.knowledge.store.library import ASHFORD, LISTS, initiative, item

#: By table, how the rows begin that say of it what is kept; more than one where it holds several things.
KEPT = {
    "audit": ("the audit",),
    "collection": ("initiatives and contacts",),
    "contact": ("initiatives and contacts",),
    "contribution": ("a draft", "what waits for review", "what was published"),
    "done": ("a click",),
    "gap": ("on which days",),
    "inbox": ("a question, or a template", "the number of a delivery", "a click"),
    "initiative": ("initiatives and contacts",),
    "initiative_lead": ("who looks after",),
    "initiative_usage": ("how often",),
    "heartbeat": ("when the worker",),
    "left_member": ("the Slack id of a contact or lead",),
    "outbox": ("the words of a message", "where in Slack the admins were told"),
    "reload_before": ("what the last reload changed",),
    "reload_undo": ("what the last reload changed",),
    "removed_name": ("a keyed hash",),
    "resource": ("initiatives and contacts",),
    "role_grant": ("who was given",),
    "store_state": ("who reloads",),
    "submission": ("a template that was read",),
    "unanswered": ("a question that somebody sent",),
    "version": ("versions of an initiative",),
}
#: Tables that hold nothing of people.
OF_NOBODY = {
    "authority": "the register",
    "authority_alias": "the register",
    "theme": "the list of themes",
    "list_document": "synonyms, places, signposts",
    "library_file": "which files of the library need not be read again",
    "initiative_category": "categories",
    "initiative_theme": "themes",
    "removal": "ids of initiatives that are gone, never given again",
    "reload_carried": "names of authorities and themes",
    "key_check": "what tells a key from another",
}


@pytest.fixture
def world(database: Database) -> World:
    world = World(database)
    reload(world, initiative(), initiative("second"))
    return world


@pytest.fixture
def privacy(world: World) -> Privacy:
    return Privacy(PrivacyStore(world.database), now=world.clock)


def reload(world: World, *initiatives: Initiative) -> None:
    ReloadStore(world.database, now=world.clock).apply(map(item, initiatives), LISTS, within=None)


def undo_forgotten(world: World) -> bool:
    return ReloadStore(world.database).forget_undo(world.clock() - UNDO_KEPT)


def kept(world: World, id: str = "ashford-mentoring") -> tuple[int, int]:
    """How many versions and weeks of counts of an initiative are kept."""
    with world.database.reading() as session:
        versions = select(func.count()).where(VersionRow.initiative == id)
        weeks = select(func.count()).where(UsageRow.initiative == id)
        return session.scalar(versions) or 0, session.scalar(weeks) or 0


def change_and_count(world: World, id: str = "ashford-mentoring") -> None:
    world.upkeep.still_right(LEAD, id)
    UsageStore(world.database).add({id: Counted(3, 1)}, world.clock().date())


# --- the table -------------------------------------------------------------------------------------------------------


def test_every_table_of_the_store_has_its_row_or_is_known_to_hold_nothing_of_people() -> None:
    assert {*KEPT, *OF_NOBODY} == set(Base.metadata.tables)
    assert not {*KEPT} & {*OF_NOBODY}


def test_every_row_is_of_a_table() -> None:
    for beginnings in KEPT.values():
        for beginning in beginnings:
            assert len([row for row in TABLE if row.what.startswith(beginning)]) == 1, beginning
    told = tuple(beginning for beginnings in KEPT.values() for beginning in beginnings)
    assert [row.what for row in TABLE if not row.what.startswith(told)] == []


# --- initiatives that are gone ---------------------------------------------------------------------------------------


def test_what_is_left_of_an_initiative_that_is_gone_goes_after_its_time(world: World, privacy: Privacy) -> None:
    change_and_count(world)
    change_and_count(world, "second")
    reload(world, initiative("second"))
    world.clock.pass_(UNDO_KEPT + timedelta(seconds=1))
    assert undo_forgotten(world)
    assert privacy.let_go() == 0
    world.clock.pass_(GONE_KEPT - UNDO_KEPT)
    assert privacy.let_go() == 2
    world.clock.pass_(timedelta(days=1))
    assert privacy.let_go() == 1
    assert kept(world) == (0, 0)
    assert kept(world, "second") == (2, 1)


def test_all_versions_stay_while_the_last_is_not_old_enough(world: World, privacy: Privacy) -> None:
    change_and_count(world)
    world.clock.pass_(GONE_KEPT)
    change_and_count(world)
    reload(world)
    reload(world, initiative("third"))
    assert privacy.let_go() == 0
    world.clock.pass_(timedelta(days=1))
    assert privacy.let_go() == 1  # the first week of counts
    assert kept(world) == (3, 1)


def test_while_a_reload_can_be_undone_what_it_took_out_keeps_its_history(world: World, privacy: Privacy) -> None:
    change_and_count(world)
    world.clock.pass_(2 * GONE_KEPT)
    reload(world)
    assert privacy.let_go() == 0
    ReloadStore(world.database, now=world.clock).undo()
    assert privacy.let_go() == 0
    assert [one.change for one in world.mine.history(LEAD, "ashford-mentoring")] == [Change.BROUGHT_IN, Change.CHECKED]
    assert kept(world) == (2, 1)
    reload(world)
    reload(world, initiative("third"))
    assert privacy.let_go() == 3
    assert kept(world) == (0, 0)


def test_what_is_archived_is_kept_whole(world: World, privacy: Privacy) -> None:
    change_and_count(world)
    world.mine.archive(LEAD, "ashford-mentoring")
    world.clock.pass_(10 * GONE_KEPT)
    assert privacy.let_go() == 0
    assert kept(world) == (3, 1)
    assert world.mine.restore(LEAD, "ashford-mentoring").initiative.own_contacts == initiative().own_contacts


def test_what_comes_back_without_its_history_gets_new_numbers_and_its_lead_is_told(
    world: World, privacy: Privacy
) -> None:
    world.mine.hand_over(LEAD, "ashford-mentoring", FULL)
    reload(world)
    reload(world, initiative("third"))
    world.clock.pass_(GONE_KEPT + timedelta(seconds=1))
    assert privacy.let_go() == 2
    reload(world, initiative())
    world.mine.hand_over(LEAD, "ashford-mentoring", FULL)
    assert [one.number for one in world.mine.history(LEAD, "ashford-mentoring")] == [3, 4]
    assert [line.version for line in world.audit("ashford-mentoring")] == [2, 4]
    assert world.told(MessageKind.HANDED_OVER) == [(FULL.key, "ashford-mentoring")] * 2


def test_what_a_contact_said_comes_off_the_audit_with_their_name_also_when_its_version_is_gone(
    world: World, privacy: Privacy
) -> None:
    ada = replace(FULL, key="T1:UADA")
    named = Contact("Ada Example", member=ada.key)
    reload(world, initiative(own_contacts=(named,)), initiative("second", own_contacts=(named,)))
    world.upkeep.still_me(ada)
    reload(world, initiative("second", own_contacts=(named,)))
    reload(world, initiative("second", own_contacts=(named,)), initiative("third"))
    world.clock.pass_(GONE_KEPT + timedelta(seconds=1))
    assert privacy.let_go() == 2
    world.removal.take_my_name_off(ada)
    assert [row for row in everything(world.database) if "UADA" in row or "Ada Example" in row] == []


# --- what was sent ---------------------------------------------------------------------------------------------------


def test_a_form_of_the_terminal_goes_a_year_after_the_last_of_it_was_decided_on(world: World, privacy: Privacy) -> None:
    (first, second), store = send_form(world), SubmissionStore(world.database, HASHER, now=world.clock)
    world.review.give_back(REVIEWER, first, "Please say more.")
    world.clock.pass_(CONTRIBUTIONS_KEPT + timedelta(seconds=1))
    assert privacy.let_go() == 1
    assert len(store.waiting()) == 1
    id = world.review.publish(REVIEWER, second).initiative
    world.clock.pass_(CONTRIBUTIONS_KEPT)
    assert privacy.let_go() == 0
    assert count(world, SubmissionRow) == 1
    world.clock.pass_(timedelta(seconds=1))
    assert privacy.let_go() == 1
    assert (count(world, SubmissionRow), count(world, ContributionRow)) == (0, 0)
    assert world.shown(id or "") is not None


def test_what_waits_is_kept_with_its_form_however_long_it_takes(world: World, privacy: Privacy) -> None:
    waiting = send_form(world)
    world.clock.pass_(5 * CONTRIBUTIONS_KEPT)
    assert privacy.let_go() == 0
    assert [one.id for one in world.review.waiting(REVIEWER)] == waiting
    assert count(world, SubmissionRow) == 1


def send_form(world: World) -> list[str]:
    """A form of two initiatives, read on the terminal; returns the ids of what waits."""
    drafts = (
        Draft("First", "What is done.", (Category.PARTNERS,), ("mentoring",)),
        Draft("Second", "What else is done.", (Category.PARTNERS,), ("mentoring",)),
    )
    form = Form("form.docx", authority=ASHFORD, contacts=(Contact("Zoë Example"),), drafts=drafts)
    assert SubmissionStore(world.database, HASHER, now=world.clock).save(form, by="terminal", digest="d1")
    found = world.store.read(lambda tx: tx.contributions(states=[ContributionState.WAITING]))
    return [one.id for one in sorted(found, key=lambda one: one.position)]


def count(world: World, table: type[Base]) -> int:
    with world.database.reading() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


# --- the worker ------------------------------------------------------------------------------------------------------


def test_the_worker_keeps_the_promise(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'practice.db'}"
    database = Database(url)
    database.migrate()
    world = World(database)
    reload(world, initiative())
    change_and_count(world)
    world.published()
    reload(world)
    with writing(database) as session:
        long_ago = world.clock() - 10 * CONTRIBUTIONS_KEPT
        session.execute(update(VersionRow).values(at=long_ago))
        session.execute(update(UsageRow).values(week=date(2010, 1, 4)))
        session.execute(update(ContributionRow).values(changed_at=long_ago))
    reload(world, initiative("third"))
    work(read_settings({"PRACTICE_DATABASE_URL": url, "PORT": "0"}), once=True)
    assert kept(world) == (0, 0)
    assert count(world, ContributionRow) == 0
    database.close()
