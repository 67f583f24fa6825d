"""What is published is seen at once, with who looks after it, whether it is confirmed, and who is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from knowledge.domain.contribution import ContributionState
from knowledge.domain.initiative import Contact, SourceKind, Visibility
from knowledge.domain.member import Member, Role
from knowledge.domain.outbox import CHANNELS, MessageKind
from knowledge.errors import Refused
from knowledge.services.review import Review
from tests.clock import NOON
from tests.knowledge.services.sharing import ADMIN, FULL, LEAD, OTHER_LEAD, REVIEWER, World, an_edit, content
from tests.knowledge.store.library import LISTS, initiative, item, load


def test_what_is_published_is_seen_at_once_and_every_index_follows(world: World) -> None:
    before = world.reader.revision()
    id = world.published()
    shown = world.shown(id)
    assert shown is not None
    assert (shown.title, shown.authority, shown.checked) == ("Mentors in schools", "Ashford", None)
    assert (shown.source.title, shown.source.kind) == ("Shared by a member, about Ashford", SourceKind.FORM)
    changes = world.reader.changes(before)
    assert changes is not None
    assert changes.changed == (id,)


@pytest.mark.parametrize("sender", [LEAD, Member(frozenset(), frozenset({"Ashford"}), key="T1:U8"), OTHER_LEAD, FULL])
def test_what_the_authority_itself_sent_is_confirmed_by_it_on_that_day(world: World, sender: Member) -> None:
    world.review = Review(world.store, lists=lambda: LISTS, member=lambda key: sender, now=world.clock)
    sent = world.sent(sender)
    world.clock.pass_(timedelta(days=1))
    shown = world.shown(world.review.publish(REVIEWER, sent.id).initiative or "")
    assert shown is not None
    assert shown.checked == (NOON.date() if "Ashford" in sender.authorities else None)


def test_what_a_named_contact_sent_is_confirmed_by_them(world: World) -> None:
    shown = world.shown(world.published(contacts=(Contact("Ada Example", member=FULL.key),)))
    assert shown is not None
    assert shown.checked == NOON.date()


def test_what_a_reviewer_of_the_authority_publishes_is_confirmed_then(world: World) -> None:
    sent = world.sent()
    world.clock.pass_(timedelta(days=1))
    both = replace(LEAD, roles=frozenset({Role.LEAD, Role.REVIEWER}), key="T1:U9")
    done = world.review.publish(both, sent.id)
    shown = world.shown(done.initiative or "")
    assert shown is not None
    assert shown.checked == date(2026, 11, 24)


def test_an_edit_that_the_authority_did_not_make_is_as_confirmed_as_it_was(world: World) -> None:
    id = world.published(LEAD)
    world.mine.hand_over(LEAD, id, FULL)
    world.clock.pass_(timedelta(days=1))
    draft = world.share.edit(FULL, id)
    world.share.submit(FULL, draft.id, replace(draft.content, title="Changed", no_child=True))
    world.review.publish(REVIEWER, draft.id)
    shown = world.shown(id)
    assert shown is not None
    assert (shown.title, shown.checked) == ("Changed", NOON.date())


def test_publishing_tells_the_member_and_announces_once(world: World) -> None:
    id = world.published()
    assert [to for to, _ in world.told(MessageKind.PUBLISHED)] == [FULL.key]
    assert world.told(MessageKind.ANNOUNCED) == [(CHANNELS, id)]


def test_an_edit_is_not_announced_and_what_is_for_one_authority_neither(world: World) -> None:
    world.review.publish(REVIEWER, an_edit(world, title="New").id)
    world.published(visibility=Visibility.AUTHORITY)
    assert world.told(MessageKind.ANNOUNCED) == []


def test_whoever_shared_it_looks_after_it(world: World) -> None:
    id = world.published()
    (kept,) = world.mine.in_hand(FULL).published
    assert kept.held.initiative.id == id


def test_who_edits_what_somebody_looks_after_does_not_take_it_over(world: World) -> None:
    world.review.publish(REVIEWER, an_edit(world, title="New").id)
    assert world.mine.kept(ADMIN, "ashford-mentoring").lead == LEAD.key, "nobody looked after it before"
    draft = world.share.edit(ADMIN, "ashford-mentoring")
    sent = world.share.submit(ADMIN, draft.id, replace(draft.content, title="Newer", no_child=True))
    world.review.publish(REVIEWER, sent.id)
    assert world.mine.kept(ADMIN, "ashford-mentoring").lead == LEAD.key


def test_initiatives_of_the_same_title_get_ids_of_their_own(world: World) -> None:
    assert world.published() == "ashford-mentors-in-schools"
    assert world.published() == "ashford-mentors-in-schools-2"


def test_an_id_that_was_ever_used_is_not_used_again(world: World) -> None:
    load(world.database, ["ashford-mentors-in-schools"])
    load(world.database, ["ashford-mentoring"])
    assert world.published() == "ashford-mentors-in-schools-2"


def test_the_published_version_stays_while_an_edit_waits(world: World) -> None:
    edit = an_edit(world, title="New")
    assert world.shown("ashford-mentoring") == initiative()
    world.review.publish(REVIEWER, edit.id)
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.title == "New"


def test_an_edited_entry_and_a_shared_one_stay_when_the_library_is_reloaded(world: World) -> None:
    world.review.publish(REVIEWER, an_edit(world, title="New").id)
    id = world.published()
    reloaded = load(world.database, [item(initiative(title="From the file"))])
    assert set(reloaded.kept) == {"ashford-mentoring", id}
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.title == "New"


def test_an_edit_leaves_the_contacts_of_the_whole_file_where_they_stand(world: World) -> None:
    shared = (Contact(role="Practice lead"),)
    world.load(initiative(own_contacts=(), form_contacts=shared))
    world.review.publish(REVIEWER, an_edit(world, title="New").id)
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert (shown.own_contacts, shown.form_contacts) == ((), shared)


def test_an_edit_that_takes_all_contacts_off_leaves_none(world: World) -> None:
    world.load(initiative(own_contacts=(), form_contacts=(Contact(role="Practice lead"),)))
    world.review.publish(REVIEWER, an_edit(world, contacts=()).id)
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.contacts == ()


def test_a_reviewer_publishes_with_edits(world: World) -> None:
    sent = world.sent()
    done = world.review.publish(REVIEWER, sent.id, content(title="Put right"))
    assert done.content.title == "Put right"
    shown = world.shown(done.initiative or "")
    assert shown is not None
    assert shown.title == "Put right"


def test_publishing_what_is_incomplete_is_refused_at_its_field(world: World) -> None:
    sent = world.sent()
    with pytest.raises(Refused) as refused:
        world.review.publish(REVIEWER, sent.id, content(themes=()))
    assert [problem.field for problem in refused.value.problems] == ["themes"]
    assert world.review.look(REVIEWER, sent.id).contribution.state is ContributionState.WAITING


def test_pressing_publish_again_changes_nothing(world: World) -> None:
    sent = world.sent()
    done = [world.review.publish(REVIEWER, sent.id, key=key) for key in ("k", "k", "other", None, "again")]
    assert len(set(done)) == 1
    assert len(world.mine.history(FULL, done[0].initiative or "")) == 1
    assert len(world.told(MessageKind.ANNOUNCED)) == 1
