"""Decisions: what a reviewer sees, who may decide, and that only one does."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category, Resource, Visibility
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import CHANNELS, REVIEWERS, MessageKind
from knowledge.domain.review import WarningKind
from knowledge.domain.version import Change
from knowledge.errors import NotAllowed, NotFound, Overtaken, PracticeError, Refused
from knowledge.store.submissions import SubmissionStore
from tests.knowledge.services.sharing import (
    ADMIN,
    FULL,
    HASHER,
    LEAD,
    REVIEWER,
    SECOND,
    World,
    an_edit,
    content,
)
from tests.knowledge.store.library import ASHFORD, initiative, item, load

# --- returning -------------------------------------------------------------------------------------------------------


def test_what_is_returned_comes_back_with_the_reason_and_can_be_sent_again(world: World) -> None:
    sent = world.sent()
    world.review.give_back(REVIEWER, sent.id, "Who takes part?\nPlease say.")
    (returned,) = world.mine.in_hand(FULL).returned
    assert (returned.reason, returned.content) == ("Who takes part?\nPlease say.", content())
    assert world.told(MessageKind.RETURNED) == [(FULL.key, sent.id)]
    again = world.share.submit(FULL, sent.id, content(summary="Twelve take part."))
    assert (again.state, again.reviewer, again.decided_at) == (ContributionState.WAITING, None, None)
    assert len(world.told(MessageKind.TO_REVIEW)) == 2


@pytest.mark.parametrize("reason", ["", "  \n ", "\x00", "x" * 3001])
def test_a_reason_is_required(world: World, reason: str) -> None:
    sent = world.sent()
    with pytest.raises(Refused) as refused:
        world.review.give_back(REVIEWER, sent.id, reason)
    assert refused.value.problems[0].field == "reason"


# --- who decides -----------------------------------------------------------------------------------------------------


def test_nobody_decides_on_their_own(world: World) -> None:
    both = Member(frozenset({Role.REVIEWER, Role.ADMIN, Role.LEAD}), key=FULL.key)
    sent = world.sent()
    for decide in (
        lambda: world.review.publish(both, sent.id),
        lambda: world.review.give_back(both, sent.id, "No."),
    ):
        with pytest.raises(NotAllowed, match="You sent this yourself"):
            decide()
    assert world.review.waiting(both) == ()


def test_who_is_no_reviewer_is_told_whom_to_ask(world: World) -> None:
    sent = world.sent()
    with pytest.raises(NotAllowed, match="Only reviewers"):
        world.review.publish(LEAD, sent.id)
    with pytest.raises(NotAllowed, match="Only reviewers"):
        world.review.waiting(LEAD)


def test_a_reviewer_of_one_authority_sees_and_decides_on_that_only(world: World) -> None:
    limited = replace(REVIEWER, limits=frozenset({(Role.REVIEWER, "Beecham")}))
    ours, theirs = world.sent(authority="Beecham"), world.sent()
    assert world.review.waiting(limited) == (ours,)
    with pytest.raises(NotAllowed):
        world.review.look(limited, theirs.id)


def _limited(*names: str) -> Member:
    return replace(REVIEWER, limits=frozenset((Role.REVIEWER, name) for name in names))


def test_an_edit_that_moves_an_initiative_is_decided_on_by_who_reviews_for_both_authorities(world: World) -> None:
    world.load()
    moved = an_edit(world, authority="Beecham")
    for one_of_them in ("Ashford", "Beecham"):
        assert world.review.waiting(_limited(one_of_them)) == ()
        for decide in (world.review.publish, world.review.look):
            with pytest.raises(NotAllowed):
                decide(_limited(one_of_them), moved.id)
        with pytest.raises(NotAllowed):
            world.review.give_back(_limited(one_of_them), moved.id, "Why?")
    both = _limited("Ashford", "Beecham")
    assert world.review.waiting(both) == (moved,)
    assert world.review.publish(both, moved.id).state is ContributionState.PUBLISHED


def test_who_publishes_with_edits_moves_nothing_to_an_authority_that_they_do_not_review_for(world: World) -> None:
    sent = world.sent()
    with pytest.raises(NotAllowed):
        world.review.publish(_limited("Ashford"), sent.id, replace(sent.content, authority="Beecham"))


def test_what_a_reviewer_put_right_is_what_readers_see_and_what_is_kept(world: World) -> None:
    sent = world.sent()
    right = replace(sent.content, title="Put right")
    published = world.review.publish(REVIEWER, sent.id, right)
    shown = world.shown(published.initiative or "")
    assert shown is not None
    assert (published.content, shown.title) == (right, "Put right")


def test_what_was_moved_and_removed_meanwhile_is_still_of_both_authorities(world: World) -> None:
    world.load()
    moved = an_edit(world, authority="Beecham")
    load(world.database, [])
    assert world.review.waiting(_limited("Beecham")) == ()
    assert world.review.waiting(_limited("Ashford", "Beecham")) == (moved,)


def test_drafts_are_not_to_be_found_by_reviewers(world: World) -> None:
    draft = world.share.start(FULL)
    with pytest.raises(NotFound):
        world.review.look(ADMIN, draft.id)


def test_what_waits_is_listed_oldest_first(world: World) -> None:
    first = world.sent()
    world.clock.pass_(timedelta(minutes=1))
    second = world.sent()
    assert world.review.waiting(REVIEWER) == (first, second)


def test_the_second_reviewer_is_told_who_was_first_and_when(world: World) -> None:
    sent = world.sent()
    world.review.publish(REVIEWER, sent.id)
    world.clock.pass_(timedelta(minutes=5))
    with pytest.raises(Overtaken, match="Another reviewer published this on 23 November 2026 at 12:00") as overtaken:
        world.review.give_back(SECOND, sent.id, "No.")
    assert overtaken.value.by == REVIEWER.key


def test_who_decided_before_is_not_told_their_own_name(world: World) -> None:
    sent = world.sent()
    world.review.publish(REVIEWER, sent.id)
    with pytest.raises(Overtaken, match="You published this on 23 November 2026 at 12:00") as overtaken:
        world.review.give_back(REVIEWER, sent.id, "No.")
    assert overtaken.value.by == ""


def test_of_two_reviewers_at_once_one_wins(world: World) -> None:
    sent = world.sent()

    def decide(member: Member) -> Contribution | PracticeError:
        try:
            return world.review.publish(member, sent.id)
        except PracticeError as error:
            return error

    reviewers = [replace(REVIEWER, key=f"T1:R{number}") for number in range(6)]
    with ThreadPoolExecutor(6) as pool:
        outcomes = list(pool.map(decide, reviewers))
    assert sum(isinstance(outcome, Contribution) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Overtaken) for outcome in outcomes) == 5
    assert len(world.told(MessageKind.ANNOUNCED)) == 1


def test_of_publishing_and_withdrawing_at_once_one_wins(world: World) -> None:
    for _ in range(5):
        sent = world.sent()
        with ThreadPoolExecutor(2) as pool:
            published = pool.submit(world.review.publish, REVIEWER, sent.id)
            withdrawn = pool.submit(world.mine.take_back, FULL, sent.id)
        outcomes = [type(published.exception()), type(withdrawn.exception())]
        assert outcomes in ([NotFound, type(None)], [type(None), Overtaken])
        announced = {initiative for _, initiative in world.told(MessageKind.ANNOUNCED)}
        initiative_id = world.share.open(FULL, sent.id).initiative
        assert (initiative_id in announced) == (published.exception() is None)


def test_what_was_returned_and_put_away_cannot_be_published(world: World) -> None:
    sent = world.sent()
    world.review.give_back(SECOND, sent.id, "Say more.")
    world.share.discard(FULL, sent.id)
    with pytest.raises(Overtaken, match="was withdrawn on"):
        world.review.publish(REVIEWER, sent.id)


def test_what_was_taken_back_cannot_be_published(world: World) -> None:
    sent = world.sent()
    world.mine.take_back(FULL, sent.id)
    with pytest.raises(NotFound, match="no longer there"):
        world.review.publish(REVIEWER, sent.id)


def test_what_changed_since_it_was_looked_at_is_not_published(world: World) -> None:
    sent = world.sent()
    world.mine.take_back(FULL, sent.id)
    world.share.submit(FULL, sent.id, content(title="Other"))
    with pytest.raises(Overtaken, match="Look at it again"):
        world.review.publish(REVIEWER, sent.id, seen=sent.revision)


def test_each_return_is_told_with_its_reason(world: World) -> None:
    sent = world.sent()
    for reason in ("Say more.", "Nearly."):
        world.review.give_back(REVIEWER, sent.id, reason)
        world.clock.pass_(timedelta(minutes=1))
        world.share.submit(FULL, sent.id)
    told = [one.message.payload["reason"] for one in world.outbox.about(MessageKind.RETURNED, sent.id)]
    assert told == ["Say more.", "Nearly."]


def test_every_step_of_a_submission_stands_in_the_audit(world: World) -> None:
    sent = world.sent()
    world.mine.take_back(FULL, sent.id)
    world.share.submit(FULL, sent.id)
    world.review.give_back(REVIEWER, sent.id, "Say more.")
    world.share.submit(FULL, sent.id)
    world.review.publish(SECOND, sent.id)
    assert world.audited(sent.id) == [
        (Change.SUBMITTED, FULL.key),
        (Change.WITHDRAWN, FULL.key),
        (Change.SUBMITTED, FULL.key),
        (Change.RETURNED, REVIEWER.key),
        (Change.SUBMITTED, FULL.key),
        (Change.PUBLISHED, SECOND.key),
    ]


# --- looking ---------------------------------------------------------------------------------------------------------


def test_a_look_says_what_changes_against_the_published_version(world: World) -> None:
    edit = an_edit(world, title="New", themes=("youth-justice", "mentoring"))
    look = world.review.look(REVIEWER, edit.id)
    assert [(one.field, one.before, one.after) for one in look.differences] == [
        ("title", "About ashford-mentoring", "New"),
        ("themes", "youth-justice", "youth-justice, mentoring"),
    ]
    assert not look.stale


def test_an_edit_of_an_older_version_says_so_and_shows_both(world: World) -> None:
    old, new = an_edit(world, title="Mine"), an_edit(world, title="Theirs")
    world.review.publish(REVIEWER, new.id)
    look = world.review.look(REVIEWER, old.id)
    assert look.stale
    assert look.published is not None
    assert (look.published.title, look.content.title) == ("Theirs", "Mine")
    with pytest.raises(Overtaken, match="Look at both"):
        world.review.publish(SECOND, old.id)
    assert world.review.publish(SECOND, old.id, over=look.over).state is ContributionState.PUBLISHED


def test_an_edit_of_what_a_reload_changed_meanwhile_says_so(world: World) -> None:
    edit = an_edit(world, title="Mine")
    world.load(initiative(summary="From the file."))
    assert world.review.look(REVIEWER, edit.id).stale


def test_an_edit_of_what_was_archived_meanwhile_is_published_only_by_who_saw_that(world: World) -> None:
    edit = an_edit(world, title="Mine")
    over = world.review.look(REVIEWER, edit.id).over
    world.mine.archive(LEAD, "ashford-mentoring")
    for publish in (world.review.publish, world.review.look_again):
        with pytest.raises(Overtaken, match="was archived meanwhile") as overtaken:
            publish(REVIEWER, edit.id, seen=edit.revision, over=over)
        assert overtaken.value.by == LEAD.key
    assert world.shown("ashford-mentoring") is None
    look = world.review.look(REVIEWER, edit.id)
    assert (look.archived, look.gone) == (True, False)
    world.review.publish(REVIEWER, edit.id, over=look.over)
    assert world.shown("ashford-mentoring") is not None


def test_what_was_archived_and_restored_meanwhile_is_as_it_was_seen(world: World) -> None:
    edit = an_edit(world, title="Mine")
    world.mine.archive(LEAD, "ashford-mentoring")
    over = world.review.look(REVIEWER, edit.id).over
    world.mine.restore(LEAD, "ashford-mentoring")
    assert world.review.publish(REVIEWER, edit.id, over=over).state is ContributionState.PUBLISHED


def test_an_edit_of_what_was_removed_meanwhile_brings_it_back_only_by_who_saw_that(world: World) -> None:
    edit = an_edit(world, title="Mine")
    over = world.review.look(REVIEWER, edit.id).over
    load(world.database, [item(initiative("ashford-reading"))])
    with pytest.raises(Overtaken, match="was removed meanwhile"):
        world.review.publish(REVIEWER, edit.id, over=over)
    assert world.shown("ashford-mentoring") is None
    look = world.review.look(REVIEWER, edit.id)
    assert look.gone
    world.review.publish(REVIEWER, edit.id, over=look.over)
    assert world.shown("ashford-mentoring") is not None
    assert world.told(MessageKind.ANNOUNCED) == [], "the network knew it before"


def test_what_only_its_authority_saw_is_announced_once_it_is_opened_to_all(world: World) -> None:
    id = world.published(LEAD, visibility=Visibility.AUTHORITY)
    for visibility in (Visibility.AUTHORITY, Visibility.NETWORK, Visibility.AUTHORITY, Visibility.NETWORK):
        draft = world.share.edit(LEAD, id)
        changed = replace(draft.content, visibility=visibility, impact=f"For {visibility}.", no_child=True)
        world.review.publish(REVIEWER, world.share.submit(LEAD, draft.id, changed).id)
        opened = visibility is Visibility.NETWORK or bool(world.told(MessageKind.ANNOUNCED))
        assert world.told(MessageKind.ANNOUNCED) == ([(CHANNELS, id)] if opened else [])


def test_a_look_marks_what_may_give_a_child_away_with_its_place(world: World) -> None:
    sent = world.sent(summary="A boy called Jayden, aged 14, and two girls took part.", impact="All 40 pupils stayed.")
    marks = world.review.look(REVIEWER, sent.id).marks
    assert [(mark.kind, mark.place, mark.text) for mark in marks] == [
        (WarningKind.CHILD_NAME, "summary", "Jayden"),
        (WarningKind.AGE, "summary", "aged 14"),
        (WarningKind.SMALL_NUMBER, "summary", "two girls"),
    ]
    assert sent.content.summary[marks[0].start : marks[0].end] == "Jayden"


def test_a_look_says_where_links_really_lead(world: World) -> None:
    resources = (
        Resource("Plain", "https://www.gov.uk/guide"),
        Resource("Disguised", "https://www.gov.uk@evil.example/guide"),
        Resource("Lookalike", "http://www.g\N{CYRILLIC SMALL LETTER O}v.uk/"),
    )
    sent = world.sent(resources=resources, summary="See www.hidden.example/x, please.")
    links = world.review.look(REVIEWER, sent.id).links
    assert [(link.host, link.secure) for link in links] == [
        ("www.gov.uk", True),
        ("evil.example", True),
        ("www.xn--gv-fmc.uk", False),
        ("www.hidden.example", True),
    ]


# --- versions and audit ----------------------------------------------------------------------------------------------


def test_every_change_is_a_version_with_who_when_and_what(world: World) -> None:
    world.review.publish(REVIEWER, an_edit(world, title="New").id)
    versions = world.mine.history(LEAD, "ashford-mentoring")
    assert [(one.number, one.change, one.by) for one in versions] == [
        (1, Change.BROUGHT_IN, ""),
        (2, Change.EDITED, REVIEWER.key),
    ]
    assert [one.content.title for one in versions] == ["About ashford-mentoring", "New"]
    (line,) = world.audit("ashford-mentoring")[-1:]
    assert (Change(line.change), line.by, line.version) == (Change.EDITED, REVIEWER.key, 2)


def test_an_earlier_version_is_brought_back_as_a_new_one(world: World) -> None:
    world.review.publish(REVIEWER, an_edit(world, title="New").id)
    held = world.mine.restore_version(LEAD, "ashford-mentoring", 1)
    assert (held.version, held.initiative.title) == (3, "About ashford-mentoring")
    assert world.shown("ashford-mentoring") == initiative()


# --- from the terminal -----------------------------------------------------------------------------------------------


def test_what_came_from_the_terminal_waits_and_is_published_like_anything_else(world: World) -> None:
    drafts = tuple(Draft(f"Draft {number}", "What is done.", (), ("mentoring",)) for number in (1, 2))
    form = Form("ashford.docx", ASHFORD, categories=(Category.PARTNERS,), drafts=drafts)
    submissions = SubmissionStore(world.database, HASHER, now=world.clock)
    submissions.save(form, by="terminal", digest="d")
    first, second = world.review.waiting(REVIEWER)
    assert [one.content.title for one in (first, second)] == ["Draft 1", "Draft 2"]
    assert [to for to, _ in world.told(MessageKind.TO_REVIEW)] == [REVIEWERS, REVIEWERS]
    world.review.publish(REVIEWER, first.id)
    assert len(submissions.waiting()) == 1
    world.review.give_back(REVIEWER, second.id, "Say more.")
    assert submissions.waiting() == ()
    assert world.shown("ashford-draft-1") is not None
    assert world.told(MessageKind.PUBLISHED) == world.told(MessageKind.RETURNED) == []
