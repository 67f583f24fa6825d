"""What is kept about a member: seen, erased on their word, and let go of in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from knowledge.domain.contribution import ContributionState
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import REVIEWERS, Message, MessageKind
from knowledge.domain.privacy import ERASED, AboutMe
from knowledge.domain.retention import BLANK_KEPT, CLICKS_KEPT, CONTRIBUTIONS_KEPT
from knowledge.domain.version import Change
from knowledge.errors import NotFound
from knowledge.services.people import People
from knowledge.services.privacy import Privacy
from knowledge.services.unanswered import UnansweredQuestions
from knowledge.store.contribution_tables import ContributionRow, OutboxRow, VersionRow
from knowledge.store.grants import GrantStore
from knowledge.store.privacy import PrivacyStore
from knowledge.store.reloading import ReloadStore
from knowledge.store.unanswered import UnansweredStore
from tests.databases import writing
from tests.knowledge.services.sharing import ADMIN, FULL, HASHER, LEAD, REVIEWER, World, content
from tests.knowledge.services.test_removal import everything
from tests.knowledge.store.library import LISTS, load


@pytest.fixture
def privacy(world: World) -> Privacy:
    return Privacy(PrivacyStore(world.database), now=world.clock)


def messages(world: World) -> list[str]:
    """All that the outbox holds, a line for each message."""
    with world.database.reading() as session:
        return sorted(str(tuple(row)) for row in session.execute(select(OutboxRow.__table__)))


def test_a_member_sees_all_that_is_kept_about_them(world: World, privacy: Privacy) -> None:
    world.draft(FULL, title="Begun")
    world.sent(FULL, title="Waits")
    world.published(FULL)
    roles = People(GrantStore(world.database), by_setting=tuple, lists=lambda: LISTS, now=world.clock)
    roles.give(ADMIN, FULL, Role.LEAD, "Ashford")
    about = privacy.about(FULL)
    assert (about.drafts, about.waiting, about.published, about.leads) == (1, 1, 1, 1)
    assert about.authority == "Ashford"
    assert about.roles == ("lead for Ashford",)
    assert about.decided > 0
    assert privacy.about(Member(key="T1:UNOBODY")) == AboutMe()


def test_erasing_leaves_a_published_initiative_without_saying_who_shared_it(world: World, privacy: Privacy) -> None:
    id = world.published(FULL)
    world.draft(FULL, title="Begun")
    world.sent(FULL, title="Waits")
    privacy.erase(FULL)
    about = privacy.about(FULL)
    assert not about.erasable
    assert about.decided > 0
    shown = world.shown(id)
    assert shown is not None
    assert shown.title == content().title
    held = [row for row in everything(world.database) if FULL.key in row]
    assert [row for row in held if not row.startswith("audit:")] == []


def test_erasing_takes_the_history_s_word_to_whom_something_was_handed_over(world: World, privacy: Privacy) -> None:
    id = world.published(LEAD)
    world.mine.hand_over(LEAD, id, FULL)
    privacy.erase(FULL)
    assert [one.note for one in world.mine.history(LEAD, id)] == ["", ""]


def test_the_history_tells_who_was_erased_from_the_library(world: World, privacy: Privacy) -> None:
    world.upkeep.still_right(LEAD, "ashford-mentoring")
    assert privacy.erase(LEAD).changed == 1
    made = [(one.change, one.by) for one in world.mine.history(ADMIN, "ashford-mentoring")]
    assert made == [(Change.BROUGHT_IN, ""), (Change.CHECKED, ERASED)]


def test_what_was_erased_before_it_was_told_apart_reads_the_same(world: World, privacy: Privacy) -> None:
    id = world.published(LEAD)
    with writing(world.database) as session:
        session.execute(update(VersionRow).values(by=""))
        session.execute(update(ContributionRow).values(by=""))
    world.upkeep.still_right(LEAD, "ashford-mentoring")
    made = [one for held in (id, "ashford-mentoring") for one in world.mine.history(ADMIN, held)]
    assert [(one.change, one.by) for one in made] == [
        (Change.PUBLISHED, ERASED),
        (Change.BROUGHT_IN, ""),
        (Change.CHECKED, LEAD.key),
    ]
    sent = world.store.read(lambda tx: tx.contributions(states=[ContributionState.PUBLISHED]))
    assert [one.by for one in sent] == [ERASED]


def test_who_decided_can_have_that_erased_and_the_decision_stands(world: World, privacy: Privacy) -> None:
    world.published(FULL)
    returned = world.sent(FULL)
    world.review.give_back(REVIEWER, returned.id, "Please say more.")
    assert privacy.erase(REVIEWER).changed == 2
    assert not privacy.about(REVIEWER).erasable
    found = world.store.read(lambda tx: tx.contributions(by=FULL.key))
    assert {(one.state, one.reviewer) for one in found} == {
        (ContributionState.PUBLISHED, ERASED),
        (ContributionState.RETURNED, ERASED),
    }
    held = [row for row in everything(world.database) if REVIEWER.key in row]
    assert [row for row in held if not row.startswith("audit:")] == []


def test_undoing_a_reload_does_not_bring_back_who_was_erased(world: World, privacy: Privacy) -> None:
    world.mine.hand_over(LEAD, "ashford-mentoring", FULL)
    load(world.database, [])
    privacy.erase(FULL)
    ReloadStore(world.database).undo()
    assert world.mine.kept(LEAD, "ashford-mentoring").lead is None
    held = [row for row in everything(world.database) if FULL.key in row]
    assert [row for row in held if not row.startswith("audit:")] == []


def test_what_was_sent_to_the_admins_with_a_name_is_shown_and_erased(world: World, privacy: Privacy) -> None:
    unanswered = UnansweredQuestions(UnansweredStore(world.database, lambda: HASHER), now=world.clock)
    unanswered.send(FULL, id="signed", text="Who helps Roma families?", signed=True)
    unanswered.send(FULL, id="unsigned", text="Who helps Traveller families?")
    unanswered.answer(ADMIN, "signed", "Ask Ashford.")
    assert privacy.about(FULL).sent == 1
    assert privacy.erase(FULL).sent == 1
    assert not privacy.about(FULL).erasable
    assert [one.id for one in unanswered.waiting(ADMIN)] == ["unsigned"]
    held = everything(world.database)
    assert [row for row in held if FULL.key in row or "Roma" in row or "Ask Ashford" in row] == []
    assert world.told(MessageKind.UNANSWERED) == [("admins", "unsigned")]


def test_who_only_ever_dealt_with_questions_can_have_that_erased(world: World, privacy: Privacy) -> None:
    unanswered = UnansweredQuestions(UnansweredStore(world.database, lambda: HASHER), now=world.clock)
    unanswered.send(FULL, id="signed", text="Who helps Roma families?", signed=True)
    unanswered.answer(ADMIN, "signed", "Ask Ashford.")
    assert privacy.erase(ADMIN).changed == 1
    assert not privacy.about(ADMIN).erasable
    settled = unanswered.look(ADMIN, "signed").settled
    assert settled is not None
    assert (settled.by, settled.answered) == (ERASED, True)
    held = [row for row in everything(world.database) if ADMIN.key in row]
    assert [row for row in held if not row.startswith("audit:")] == []


def test_what_others_were_told_of_who_erases_no_longer_says_who_it_was(world: World, privacy: Privacy) -> None:
    id = world.review.publish(ADMIN, world.sent(LEAD).id).initiative or ""
    world.review.give_back(ADMIN, world.sent(FULL, title="Returned").id, "Please say more.")
    world.mine.hand_over(ADMIN, id, FULL)
    unanswered = UnansweredQuestions(UnansweredStore(world.database, lambda: HASHER), now=world.clock)
    unanswered.send(FULL, id="signed", text="Who helps Roma families?", signed=True)
    unanswered.answer(ADMIN, "signed", "Ask Ashford.")
    told = messages(world)
    assert sum(ADMIN.key in row for row in told) == 4
    privacy.erase(ADMIN)
    assert messages(world) == [row.replace(ADMIN.key, ERASED) for row in told]


def test_word_to_the_admins_of_a_message_to_who_erases_goes_with_it(world: World, privacy: Privacy) -> None:
    world.review.publish(REVIEWER, world.sent(FULL).id)
    (one,) = [one for one in world.outbox.claim() if one.message.kind is MessageKind.PUBLISHED]
    assert world.outbox.refused_for_good(one.message.key, one.claim, "user_not_found")
    world.store.write(
        lambda tx: tx.tell(
            Message(f"unsettled:0:{one.message.key}:{ADMIN.key}", MessageKind.UNSETTLED, ADMIN.key, one.message.key),
            at=world.clock(),
        )
    )
    privacy.erase(FULL)
    assert world.told(MessageKind.UNSETTLED) == []


def test_a_message_that_is_just_being_posted_comes_to_its_end_all_the_same(world: World, privacy: Privacy) -> None:
    world.published(FULL)
    (one,) = [one for one in world.outbox.claim() if one.message.kind is MessageKind.PUBLISHED]
    assert world.outbox.posting(one.message.key, one.claim)
    privacy.erase(FULL)
    assert world.told(MessageKind.THANKS) == []
    assert world.outbox.done(one.message.key, one.claim)


def test_erasing_touches_nobody_else(world: World, privacy: Privacy) -> None:
    other = Member(key="T1:UOTHER")
    world.draft(other)
    theirs = world.sent(other, title="Theirs")
    world.published(FULL)
    world.draft(FULL)
    privacy.erase(FULL)
    assert (privacy.about(other).drafts, privacy.about(other).waiting) == (1, 1)
    assert world.told(MessageKind.TO_REVIEW) == [(REVIEWERS, theirs.id)]


def test_erasing_stands_in_the_audit_once_without_whose_it_was(world: World, privacy: Privacy) -> None:
    world.draft(FULL)
    assert privacy.erase(FULL).drafts == 1
    assert privacy.erase(FULL) == AboutMe()
    lines = [row for row in everything(world.database) if "erased" in row]
    assert len(lines) == 1
    assert FULL.key not in lines[0]


def test_nobody_in_particular_has_nothing_to_erase(privacy: Privacy) -> None:
    with pytest.raises(NotFound):
        privacy.erase(Member())
    assert privacy.about(Member()) == AboutMe()


def test_a_form_in_which_nothing_was_written_is_nothing_of_theirs_and_goes_after_a_while(
    world: World, privacy: Privacy
) -> None:
    id = world.published(LEAD)
    before = privacy.about(LEAD)
    blank, edit = world.share.start(LEAD), world.share.edit(LEAD, id)
    assert blank.content.authority == "Ashford"
    assert privacy.about(LEAD) == before
    written = world.draft(LEAD, title="Begun")
    assert privacy.about(LEAD) == replace(before, drafts=1)
    world.clock.pass_(BLANK_KEPT)
    assert privacy.let_go() == 0
    assert [world.share.open(LEAD, one.id) for one in (blank, edit)] == [blank, edit]
    world.clock.pass_(timedelta(seconds=1))
    assert privacy.let_go() == 2
    for gone in (blank, edit):
        with pytest.raises(NotFound):
            world.share.open(LEAD, gone.id)
    assert world.share.drafts(LEAD) == (written,)


def test_who_only_opened_a_form_has_nothing_to_erase(world: World, privacy: Privacy) -> None:
    world.share.start(LEAD)
    assert privacy.about(LEAD) == AboutMe()


def test_what_nobody_touched_goes_after_a_year_and_what_waits_stays(world: World, privacy: Privacy) -> None:
    world.draft(FULL, title="Begun")
    returned = world.sent(FULL, title="Returned")
    world.review.give_back(REVIEWER, returned.id, "Please say more.")
    world.sent(FULL, title="Waits")
    id = world.published(FULL)
    world.clock.pass_(CONTRIBUTIONS_KEPT)
    assert privacy.let_go() == 0
    world.clock.pass_(timedelta(seconds=1))
    assert privacy.let_go() == 3
    about = privacy.about(FULL)
    assert (about.drafts, about.waiting, about.published) == (0, 1, 0)
    assert world.shown(id) is not None
    assert [one.content.title for one in world.mine.history(FULL, id)] == [content().title]


def test_keys_of_clicks_go_after_their_time(world: World, privacy: Privacy) -> None:
    assert world.store.write(lambda tx: tx.first_time("click"))
    world.clock.pass_(CLICKS_KEPT)
    privacy.let_go()
    assert not world.store.write(lambda tx: tx.first_time("click"))
    world.clock.pass_(timedelta(seconds=1))
    privacy.let_go()
    assert world.store.write(lambda tx: tx.first_time("click"))
