"""Names come off for good: everywhere at once, and they do not come back by any door."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select, text

from knowledge.domain.content import Content
from knowledge.domain.draft import Draft, Form
from knowledge.domain.identity import Hasher, Identity
from knowledge.domain.initiative import Contact
from knowledge.domain.outbox import ADMINS, Message, MessageKind
from knowledge.domain.removal import TAKEN_OFF
from knowledge.domain.version import Change
from knowledge.errors import NotAllowed, NotFound, Overtaken, Refused
from knowledge.store import removals
from knowledge.store.contribution_tables import AuditRow
from knowledge.store.contributions import ContributionStore
from knowledge.store.database import Database
from knowledge.store.reloading import ReloadStore
from knowledge.store.removals import keeping_out, read_removed
from knowledge.store.submissions import SubmissionStore
from knowledge.store.tables import Base
from tests.knowledge.services.sharing import ADMIN, FULL, HASHER, LEAD, OTHER_LEAD, REVIEWER, World, content, statements
from tests.knowledge.store.library import ASHFORD, LISTS, initiative, item

ADA = Contact("Ada Example", "Head of Practice", email="ada.example@ashford.example", member="T1:UADA")
TEAM = Contact(team="Practice team", email="practice@ashford.example")


@pytest.fixture
def world(database: Database) -> World:
    world = World(database)
    world.load(initiative(own_contacts=(ADA, TEAM)), initiative("second", own_contacts=(), form_contacts=(ADA,)))
    return world


def everything(database: Database) -> list[str]:
    """All that the database holds, every row of every table as text."""
    with database.reading() as session:
        tables = Base.metadata.sorted_tables
        return [f"{table.name}: {tuple(row)}" for table in tables for row in session.execute(table.select())]


def check_gone(world: World, *names: str) -> None:
    for name in names or ("Ada Example", "ada.example@"):
        assert [row for row in everything(world.database) if name in row] == []


def test_the_name_goes_from_own_and_shared_contacts_at_once_and_the_role_stays(world: World) -> None:
    removed = world.removal.take_off(ADMIN, name="Ada Example")
    assert removed.initiatives == ("ashford-mentoring", "second")
    for id, contacts in (("ashford-mentoring", (Contact(role="Head of Practice"), TEAM)),
                         ("second", (Contact(role="Head of Practice"),))):  # fmt: skip
        shown = world.shown(id)
        assert shown is not None
        assert shown.contacts == contacts
    check_gone(world)


def test_the_index_follows_a_removal(world: World) -> None:
    before = world.reader.revision()
    world.removal.take_off(ADMIN, name="Ada Example")
    changes = world.reader.changes(before)
    assert changes is not None
    assert changes.changed == ("ashford-mentoring", "second")


def test_it_goes_from_drafts_submissions_versions_texts_reasons_and_messages(world: World) -> None:
    said = "Ada Example (ada.example@ashford.example) leads this."
    world.share.keep(FULL, world.share.start(FULL).id, Content(title="By Ada Example", summary=said))
    returned, waiting = world.sent(summary=said, contacts=(ADA,)), world.sent(impact=said)
    world.review.give_back(REVIEWER, returned.id, "Ask Ada Example.")
    id = world.published(summary=said, contacts=(ADA, TEAM))
    world.mine.archive(FULL, id)
    SubmissionStore(world.database, HASHER).save(a_form(), by="terminal", digest="d")
    world.removal.take_off(ADMIN, name="Ada Example")
    check_gone(world)
    assert world.review.look(REVIEWER, waiting.id).content.impact == f"{TAKEN_OFF} ({TAKEN_OFF}) leads this."
    (version, *_) = world.mine.history(FULL, id)
    assert version.content.contacts == (Contact(role="Head of Practice"), TEAM)


def test_what_waits_and_what_is_not_sent_counts_as_naming_somebody_and_old_versions_do(world: World) -> None:
    world.share.keep(FULL, world.share.start(FULL).id, Content(title="By Bo Else"))
    waiting = world.sent(summary="Led by Bo Else.")
    id = world.published(summary="Begun by Bo Else.")
    draft = world.share.edit(FULL, id)
    world.share.submit(FULL, draft.id, replace(draft.content, summary="Begun long ago.", no_child=True))
    world.review.publish(REVIEWER, draft.id)
    found = world.removal.find(ADMIN, name="Bo Else")
    assert (found.initiatives, found.waiting, found.drafts, found.versions) == ((), (waiting.id,), 1, 1)
    assert world.removal.take_off(ADMIN, name="Bo Else").waiting == (waiting.id,)
    again = world.removal.find(ADMIN, name="Bo Else")
    assert (again.initiatives, again.waiting, again.drafts, again.versions) == ((), (), 0, 0)


def test_what_was_seen_with_the_name_is_looked_at_again_before_it_is_published(world: World) -> None:
    seen, other = world.sent(title="By Bo Else"), world.sent(title="By nobody")
    world.removal.take_off(ADMIN, name="Bo Else")
    with pytest.raises(Overtaken, match="Look at it again") as overtaken:
        world.review.publish(REVIEWER, seen.id, seen=seen.revision)
    assert overtaken.value.by == ""
    look = world.review.look(REVIEWER, seen.id)
    shown = world.review.publish(REVIEWER, seen.id, seen=look.contribution.revision)
    assert shown.content.title == f"By {TAKEN_OFF}"
    world.review.publish(REVIEWER, other.id, seen=other.revision)


def a_form() -> Form:
    return Form(
        "Ashford by Ada Example.docx",
        ASHFORD,
        contacts=(ADA,),
        drafts=(Draft("Mentors", "Run by Ada Example.", (), ("mentoring",), contacts=(ADA, TEAM)),),
    )


def test_it_goes_from_every_row_however_many_are_read_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(removals, "_FETCH", 2)
    for number in range(5):
        world.share.keep(FULL, world.share.start(FULL).id, Content(title=f"{number} by Ada Example"))
        world.published(title=f"Work {number}", impact="As Ada Example tells.")
    world.removal.take_off(ADMIN, name="Ada Example")
    check_gone(world)


def test_while_others_wait_many_rows_are_read_in_the_same_few_statements(world: World) -> None:
    asked: list[int] = []
    for number, name in ((2, "Bo Else"), (12, "Cy Other")):
        for one in range(number):
            world.share.keep(FULL, world.share.start(FULL).id, Content(title=f"Work {number} {one}"))
        with statements(world.database) as said:
            world.removal.take_off(ADMIN, name=name)
        asked.append(len(said))
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    "name",
    ["ada example", "ADA  EXAMPLE", "Dr Ada Example", "Example, Ada", "Áda Exämple", "Ada\N{NO-BREAK SPACE}Example"],
)
def test_it_is_the_same_name_however_it_is_written(world: World, name: str) -> None:
    world.removal.take_off(ADMIN, name=name)
    check_gone(world)


@pytest.mark.parametrize("written", ["Anne-Marie Smith-Jones", "Anne\N{NON-BREAKING HYPHEN}Marie Smith\N{HYPHEN}Jones",
                                     "Anne-Marie\nSmith-Jones"])  # fmt: skip
def test_a_name_with_hyphens_goes_from_texts_too(world: World, written: str) -> None:
    anne = Contact("Anne-Marie Smith-Jones", "Head of Practice")
    world.load(initiative(own_contacts=(anne, TEAM), summary=f"Led by {written}, not by Anne-Marie Smith."))
    world.removal.take_off(ADMIN, name="Anne-Marie Smith-Jones")
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.summary == f"Led by {TAKEN_OFF}, not by Anne-Marie Smith."
    check_gone(world, written, "Smith-Jones")


def test_a_name_that_contacts_keep_in_small_letters_goes_from_texts_too_and_is_shown_there_first(world: World) -> None:
    said = initiative("second", own_contacts=(TEAM,), summary="After bell hooks.")
    world.load(initiative(own_contacts=(Contact("bell hooks"),)), said)
    for name in ("Bell Hooks", "bell hooks"):
        found = world.removal.find(ADMIN, name=name).initiatives
        assert [held.initiative.id for held in found] == ["ashford-mentoring", "second"]
    world.removal.take_off(ADMIN, name="Bell Hooks")
    check_gone(world, "bell hooks")
    reload(world, summary="After bell hooks.")
    check_gone(world, "bell hooks")


def test_a_name_typed_in_small_letters_takes_no_ordinary_words_off(world: World) -> None:
    said = "By Will Young. They ask what will young people say."
    world.load(initiative(summary=said))
    world.removal.take_off(ADMIN, name="will young")
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.summary == f"By {TAKEN_OFF}. They ask what will young people say."


def test_taken_off_by_address_the_name_that_it_is_made_of_goes_as_well(world: World) -> None:
    world.removal.take_off(ADMIN, email="ADA.Example@ashford.example")
    check_gone(world)
    reload(world, own_contacts=(Contact("Ada Example"),))
    check_gone(world)


def test_a_contact_that_is_no_more_than_an_address_goes_whole(world: World) -> None:
    world.load(initiative(own_contacts=(Contact(email="ada.example@ashford.example"), TEAM)))
    world.removal.take_off(ADMIN, email="ada.example@ashford.example")
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.contacts == (TEAM,)


def test_an_address_that_others_share_stays_with_the_others(world: World) -> None:
    world.load(initiative(own_contacts=(replace(ADA, email="practice@ashford.example"), TEAM)))
    world.removal.take_off(ADMIN, name="Ada Example")
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert TEAM in shown.contacts


def test_others_keep_their_names(world: World) -> None:
    other = Contact("Ada Exampleton", email="ada.exampleton@ashford.example")
    world.load(initiative(own_contacts=(ADA, other), summary="Examples by Ada Exampleton, not Ada."))
    world.removal.take_off(ADMIN, name="Ada Example")
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert other in shown.contacts
    assert shown.summary == "Examples by Ada Exampleton, not Ada."


# --- coming back -----------------------------------------------------------------------------------------------------


def reload(world: World, **changes: object) -> None:
    entry = initiative(**{"own_contacts": (ADA, TEAM), **changes})
    ReloadStore(world.database, keep_out=keeping_out(lambda: HASHER)).apply([item(entry)], LISTS, within=None)


def test_a_reload_does_not_bring_it_back_and_finds_nothing_changed(world: World) -> None:
    world.removal.take_off(ADMIN, name="Ada Example")
    reload(world)
    check_gone(world)
    reload(world, title="Changed", form_contacts=(ADA,))
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.title == "Changed"
    check_gone(world)


def test_undoing_a_reload_does_not_bring_it_back(world: World) -> None:
    reload(world, title="Changed")
    world.removal.take_off(ADMIN, name="Ada Example")
    check_gone(world)
    ReloadStore(world.database, keep_out=keeping_out(lambda: HASHER)).undo()
    check_gone(world)


def test_an_import_a_draft_and_a_restored_version_do_not_bring_it_back(world: World) -> None:
    id = world.published(contacts=(ADA,))
    world.removal.take_off(ADMIN, name="Ada Example")
    SubmissionStore(world.database, HASHER).save(a_form(), by="terminal", digest="d")
    world.templates.from_form(FULL, a_form())
    world.share.keep(FULL, world.share.start(FULL).id, content(contacts=(ADA,)))
    world.mine.restore_version(FULL, id, 1)
    check_gone(world)


def test_naming_them_again_is_told_at_the_field(world: World) -> None:
    world.removal.take_off(ADMIN, name="Ada Example")
    draft = world.share.start(FULL)
    with pytest.raises(Refused) as refused:
        world.share.submit(FULL, draft.id, content(contacts=(ADA,), summary="By Ada Example."))
    assert [problem.field for problem in refused.value.problems] == ["contacts.0.name", "summary"]
    check_gone(world)


# --- who may ---------------------------------------------------------------------------------------------------------


def test_the_person_takes_it_off_themselves_without_being_named_in_the_audit(world: World) -> None:
    ada = replace(FULL, key="T1:UADA", full=False)
    assert world.removal.take_my_name_off(ada).initiatives == ("ashford-mentoring", "second")
    check_gone(world, "Ada Example", "ada.example@", "UADA")
    assert world.removal.take_my_name_off(ada).initiatives == ()


def test_of_who_answered_as_a_contact_and_then_came_off_nothing_tells_who_it_was(world: World) -> None:
    world.load(initiative(own_contacts=(ADA, TEAM)), initiative("second", own_contacts=(ADA,)))
    ada = replace(FULL, key="T1:UADA", full=False)
    world.upkeep.plan()
    world.upkeep.left(ada.key)
    world.upkeep.came_back(ada.key)
    world.upkeep.still_me(ada, key="k1")
    passed_on = initiative("second", own_contacts=(TEAM,))
    world.store.change(lambda tx: tx.put(passed_on, Change.CONTACT_CHANGED, by=ada.key, at=world.clock()))
    world.removal.take_my_name_off(ada, key="k3")
    assert [row for row in everything(world.database) if "UADA" in row] == []
    assert [one.by for one in world.mine.history(ADMIN, "second")] == ["", *["the person named"] * 2]


def test_word_to_the_admins_that_a_question_to_them_may_be_lost_goes_too(world: World) -> None:
    word = Message(f"unsettled:contact-check:{ADA.member}:2026-11-23", MessageKind.UNSETTLED, ADMINS)
    world.store.write(lambda tx: tx.tell(word, at=world.clock()))
    world.removal.take_my_name_off(replace(FULL, key="T1:UADA"))
    assert world.told(MessageKind.UNSETTLED) == []


def test_what_an_admin_did_to_others_contacts_stays_theirs_when_their_own_name_comes_off(world: World) -> None:
    other = Contact("Bob Next", member=OTHER_LEAD.key)
    world.load(initiative(own_contacts=(replace(ADA, member=ADMIN.key),)), initiative("second", own_contacts=(other,)))
    after = initiative("second", own_contacts=(TEAM,))
    world.store.change(lambda tx: tx.put(after, Change.CONTACT_CHANGED, by=ADMIN.key, at=world.clock()))
    world.removal.take_my_name_off(ADMIN)
    assert [line.by for line in world.audit("second")] == [ADMIN.key]


def test_what_was_done_once_is_known_by_a_hash_also_of_an_older_key(world: World) -> None:
    assert world.store.write(lambda tx: tx.first_time(f"click:{FULL.key}"))
    assert [row for row in everything(world.database) if FULL.key in row] == []
    rotated = ContributionStore(world.database, Hasher(["a new key", "a key of this test"]), now=world.clock)
    assert not rotated.write(lambda tx: tx.first_time(f"click:{FULL.key}"))
    assert rotated.read(lambda tx: tx.is_done(f"click:{FULL.key}"))


def test_the_leads_are_told_that_a_contact_changed(world: World) -> None:
    id = world.published(contacts=(ADA,))
    world.removal.take_off(ADMIN, name="Ada Example")
    assert (FULL.key, id) in world.told(MessageKind.CONTACT_CHANGED)
    assert ("leads-of:Ashford", "ashford-mentoring second") in world.told(MessageKind.CONTACT_CHANGED)


def test_who_is_not_linked_is_sent_to_an_admin(world: World) -> None:
    with pytest.raises(NotFound, match="Ask an admin"):
        world.removal.take_my_name_off(FULL)


def test_only_admins_take_others_names_off_or_look_for_them(world: World) -> None:
    for member in (FULL, LEAD, REVIEWER):
        with pytest.raises(NotAllowed, match="an admin"):
            world.removal.take_off(member, name="Ada Example")
        with pytest.raises(NotAllowed):
            world.removal.find(member, name="Ada Example")


def test_an_admin_sees_first_where_somebody_is_named(world: World) -> None:
    assert [held.initiative.id for held in world.removal.find(ADMIN, name="Ada Example").initiatives] == [
        "ashford-mentoring",
        "second",
    ]
    assert world.shown("second") == initiative("second", own_contacts=(), form_contacts=(ADA,))


@pytest.mark.parametrize("name", ["", "  ", "...", "\x00"])
def test_a_removal_needs_a_name_or_an_address(world: World, name: str) -> None:
    with pytest.raises(Refused):
        world.removal.take_off(ADMIN, name=name)


def test_taking_off_twice_changes_nothing(world: World) -> None:
    world.removal.take_off(ADMIN, name="Ada Example", key="k")
    before = world.reader.revision()
    assert world.removal.take_off(ADMIN, name="Ada Example", key="k").initiatives == ()
    assert world.removal.take_off(ADMIN, name="Ada Example").initiatives == ()
    assert world.reader.revision() == before


def test_a_name_that_stands_nowhere_is_kept_out_all_the_same_and_the_audit_says_so(world: World) -> None:
    assert world.removal.take_off(ADMIN, name="Cara Stranger").initiatives == ()
    with world.database.reading() as session:
        lines = session.scalars(select(AuditRow).where(AuditRow.change == Change.NAME_REMOVED.value)).all()
    assert [(line.by, line.initiative, line.note) for line in lines] == [(ADMIN.key, None, "")]
    assert world.store.read(lambda tx: tx.removed.is_removed(Identity.NAME, "Cara Stranger"))


def test_what_is_kept_tells_nothing_without_the_key(world: World) -> None:
    world.removal.take_off(ADMIN, name="Ada Example")
    with world.database.reading() as session:
        kept = set(session.scalars(text("SELECT hash FROM removed_name")))
    others = Hasher(["another key"])
    assert kept.isdisjoint(others.possible(Identity.NAME, "Ada Example"))
    assert not kept.isdisjoint(HASHER.possible(Identity.NAME, "Ada Example"))


def test_what_people_are_told_afterwards_does_not_bring_it_back(world: World) -> None:
    world.removal.take_off(ADMIN, name="Ada Example")
    told = Message("m", MessageKind.RETURNED, FULL.key, "c1", {"reason": "Ask Ada Example first."})
    assert world.store.write(lambda tx: tx.tell(told, at=world.clock()))
    check_gone(world)


def test_an_older_key_still_knows_what_it_made(world: World) -> None:
    world.removal.take_off(ADMIN, name="Ada Example")
    rotated = Hasher(["a new key", "a key of this test"])
    names = world.database.read(lambda session: read_removed(session, lambda: rotated))
    assert not names.allows(ADA)
