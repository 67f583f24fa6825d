"""What leads have in hand, and what they do with what they look after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.days import uk_day
from knowledge.domain.lists import Lists
from knowledge.domain.member import ANYONE, Member, Role
from knowledge.domain.outbox import MessageKind
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import Change
from knowledge.errors import NotAllowed, NotFound, Overtaken, Refused
from knowledge.services.mine import Mine
from knowledge.services.usage import Usage
from knowledge.store.usage import UsageStore
from tests.knowledge.services.sharing import (
    ADMIN,
    FULL,
    GUEST,
    LEAD,
    OTHER_LEAD,
    REVIEWER,
    World,
    content,
    statements,
)
from tests.knowledge.store.library import LISTS, initiative, item, load
from tests.knowledge.store.test_carrying import MERGED, RENAMED, SPLIT


def test_everything_in_hand_is_listed_by_how_far_it_is(world: World) -> None:
    draft = world.share.keep(FULL, world.share.start(FULL).id, content(title="Begun"))
    world.share.start(FULL)
    waiting, returned = world.sent(title="Waits"), world.sent(title="Comes back")
    world.review.give_back(REVIEWER, returned.id, "Say more.")
    shown, archived = world.published(title="Shown"), world.published(title="Put away")
    world.mine.archive(FULL, archived)
    hand = world.mine.in_hand(FULL)
    assert [one.id for one in hand.drafts] == [draft.id]
    assert [one.id for one in hand.waiting] == [waiting.id]
    assert [(one.id, one.reason) for one in hand.returned] == [(returned.id, "Say more.")]
    assert [one.held.initiative.id for one in hand.published] == [shown]
    assert [one.held.initiative.id for one in hand.archived] == [archived]


def test_it_says_how_often_each_was_shown_and_opened(world: World) -> None:
    id = world.published()
    usage = Usage(UsageStore(world.database), now=world.clock)
    usage.shown([id, "ashford-mentoring"])
    usage.save()
    usage.shown([id])
    usage.opened(id)
    usage.save()
    (kept,) = world.mine.in_hand(FULL).published
    assert kept.counted == Counted(shown=2, opened=1)


def test_counts_that_could_not_be_saved_are_kept_for_later() -> None:
    class FullAtFirst:
        def __init__(self) -> None:
            self.has_room = False
            self.saved: dict[str, Counted] = {}

        def add(self, counts: Mapping[str, Counted], day: date) -> None:
            if not self.has_room:
                raise OSError("disk full")
            self.saved.update(counts)

    store = FullAtFirst()
    usage = Usage(store)
    usage.shown(["a"])
    with pytest.raises(OSError, match="disk full"):
        usage.save()
    usage.shown(["a"])
    store.has_room = True
    usage.save()
    assert store.saved == {"a": Counted(shown=2)}


def test_an_archived_initiative_is_shown_no_longer_until_it_is_restored(world: World) -> None:
    before = world.reader.revision()
    world.mine.archive(LEAD, "ashford-mentoring")
    assert world.shown("ashford-mentoring") is None
    changes = world.reader.changes(before)
    assert changes is not None
    assert changes.removed == ("ashford-mentoring",)
    world.mine.restore(LEAD, "ashford-mentoring")
    assert world.shown("ashford-mentoring") == initiative()


def test_what_was_pressed_before_is_not_done_again_when_it_was_undone_since(world: World) -> None:
    id = world.published()
    world.mine.archive(FULL, id, key="k")
    world.mine.restore(FULL, id, key="k")
    assert not world.mine.archive(FULL, id, key="k").archived
    world.mine.hand_over(FULL, id, OTHER_LEAD, key="k")
    world.mine.hand_over(OTHER_LEAD, id, FULL)
    assert world.mine.hand_over(ADMIN, id, OTHER_LEAD, key="k").lead == OTHER_LEAD.key
    world.mine.hand_over(OTHER_LEAD, id, FULL, key="k")
    assert world.mine.hand_over(FULL, id, OTHER_LEAD, key="k").lead == FULL.key
    first = world.mine.restore_version(FULL, id, 1, key="k")
    assert world.mine.restore_version(FULL, id, 2, key="k").version == first.version


def test_archiving_again_changes_nothing(world: World) -> None:
    for key in ("k", "k", "other", None):
        held = world.mine.archive(LEAD, "ashford-mentoring", key=key)
    assert (held.archived, held.version) == (True, 2)


def test_an_archived_entry_of_the_library_stays_archived_when_it_is_reloaded(world: World) -> None:
    world.mine.archive(LEAD, "ashford-mentoring")
    load(world.database, [item(initiative(title="From the file"))])
    assert world.shown("ashford-mentoring") is None


def test_what_was_handed_over_belongs_to_the_other_who_is_told(world: World) -> None:
    id = world.published()
    world.mine.hand_over(FULL, id, OTHER_LEAD)
    assert world.mine.in_hand(FULL).published == ()
    assert [one.held.initiative.id for one in world.mine.in_hand(OTHER_LEAD).published] == [id]
    assert world.told(MessageKind.HANDED_OVER) == [(OTHER_LEAD.key, id)]
    assert world.share.edit(OTHER_LEAD, id).initiative == id


def test_a_repeated_handing_over_is_no_failure_though_it_is_theirs_no_longer(world: World) -> None:
    id = world.published()
    both = {world.mine.hand_over(FULL, id, OTHER_LEAD, key="press").lead for _ in range(2)}
    assert both == {OTHER_LEAD.key}
    assert len(world.told(MessageKind.HANDED_OVER)) == 1
    with pytest.raises(NotAllowed):
        world.mine.hand_over(FULL, id, LEAD, key="another press")


def test_who_takes_something_over_themselves_is_not_told_of_it(world: World) -> None:
    assert world.mine.hand_over(ADMIN, world.published(), ADMIN).lead == ADMIN.key
    assert world.told(MessageKind.HANDED_OVER) == []


def test_handing_over_needs_a_person(world: World) -> None:
    with pytest.raises(Refused, match="Choose the person"):
        world.mine.hand_over(LEAD, "ashford-mentoring", ANYONE)


def test_nothing_is_handed_over_to_who_could_not_write(world: World) -> None:
    before = world.mine.kept(LEAD, "ashford-mentoring")
    with pytest.raises(Refused, match="guests and people of other workspaces cannot look after it"):
        world.mine.hand_over(LEAD, "ashford-mentoring", GUEST)
    assert world.mine.kept(LEAD, "ashford-mentoring") == before
    assert world.told(MessageKind.HANDED_OVER) == []
    with_a_role = replace(GUEST, roles=frozenset({Role.LEAD}))
    assert world.mine.hand_over(LEAD, "ashford-mentoring", with_a_role).lead == GUEST.key


def test_handing_over_to_who_looks_after_it_already_is_refused_and_a_repeated_press_is_not(world: World) -> None:
    id = world.published()
    with pytest.raises(Refused, match="You look after it already"):
        world.mine.hand_over(FULL, id, FULL, key="press")
    both = {world.mine.hand_over(ADMIN, id, OTHER_LEAD, key="press").lead for _ in range(2)}
    assert both == {OTHER_LEAD.key}
    with pytest.raises(Refused, match="They look after it already"):
        world.mine.hand_over(ADMIN, id, OTHER_LEAD, key="another press")


def test_handing_over_and_archiving_do_not_change_when_it_last_changed(world: World) -> None:
    first = world.mine.archive(LEAD, "ashford-mentoring")
    again = world.mine.hand_over(LEAD, "ashford-mentoring", FULL)
    assert (again.version, again.changed_at) == (3, first.changed_at)


def test_who_has_nothing_to_do_with_it_is_told_whom_to_ask(world: World) -> None:
    for act in (world.mine.archive, world.mine.restore, world.mine.history):
        for member in (FULL, OTHER_LEAD, GUEST):
            with pytest.raises(NotAllowed, match=r"[Aa]sk one of them"):
                act(member, "ashford-mentoring")


def test_an_unknown_initiative_is_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        world.mine.archive(ADMIN, "no-such-initiative")
    with pytest.raises(NotFound, match="no version 9"):
        world.mine.restore_version(ADMIN, "ashford-mentoring", 9)


def test_what_waits_can_be_taken_back_and_is_a_draft_again(world: World) -> None:
    sent = world.sent()
    assert world.mine.take_back(FULL, sent.id).state is ContributionState.WITHDRAWN
    assert world.review.waiting(REVIEWER) == ()
    draft = world.share.open(FULL, sent.id)
    assert (draft.state, draft.content) == (ContributionState.DRAFT, content())


def test_what_is_done_with_one_initiative_is_not_taken_for_done_with_another(world: World) -> None:
    world.load(initiative("one"), initiative("two"))
    for id in ("one", "two"):
        assert world.upkeep.still_right(LEAD, id, key="k").initiative.checked == uk_day(world.clock())
        assert world.mine.hand_over(LEAD, id, OTHER_LEAD, key="k").lead == OTHER_LEAD.key
        assert world.mine.restore_version(LEAD, id, 1, key="k").initiative.checked is None
        assert world.mine.archive(LEAD, id, key="k").archived


def test_what_is_taken_back_twice_is_audited_once(world: World) -> None:
    sent = world.sent()
    world.mine.take_back(FULL, sent.id)
    assert world.mine.take_back(FULL, sent.id) == world.share.open(FULL, sent.id)
    assert world.audited(sent.id) == [(Change.SUBMITTED, FULL.key), (Change.WITHDRAWN, FULL.key)]


def test_what_was_put_away_after_it_was_returned_can_be_taken_back_too(world: World) -> None:
    sent = world.sent()
    world.review.give_back(REVIEWER, sent.id, "Say more.")
    world.share.discard(FULL, sent.id)
    world.mine.take_back(FULL, sent.id)
    assert world.share.open(FULL, sent.id).state is ContributionState.DRAFT


def test_what_cannot_be_taken_back_whole_still_waits(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    sent = world.sent()
    moved = Contribution.moved

    def breaks_off(one: Contribution, state: ContributionState, at: datetime) -> Contribution:
        if state is ContributionState.DRAFT:
            raise OSError("disk full")
        return moved(one, state, at)

    monkeypatch.setattr(Contribution, "moved", breaks_off)
    with pytest.raises(OSError, match="disk full"):
        world.mine.take_back(FULL, sent.id)
    assert [one.id for one in world.review.waiting(REVIEWER)] == [sent.id]
    assert world.audited(sent.id) == [(Change.SUBMITTED, FULL.key)]


def test_what_is_published_cannot_be_taken_back(world: World) -> None:
    sent = world.sent()
    world.review.publish(REVIEWER, sent.id)
    with pytest.raises(Overtaken, match="Archive it instead"):
        world.mine.take_back(FULL, sent.id)


def test_others_cannot_take_it_back(world: World) -> None:
    with pytest.raises(NotAllowed):
        world.mine.take_back(LEAD, world.sent().id)


def test_an_admin_can_take_back_what_was_sent_and_never_sees_what_was_not(world: World) -> None:
    assert world.mine.take_back(ADMIN, world.sent().id).state is ContributionState.WITHDRAWN
    draft = world.share.keep(FULL, world.share.start(FULL).id, content(title="Nobody saw this yet"))
    with pytest.raises(NotAllowed):
        world.mine.take_back(ADMIN, draft.id)
    assert world.share.open(FULL, draft.id).state is ContributionState.DRAFT


def test_the_history_tells_every_change_and_whom_it_went_to(world: World) -> None:
    world.mine.archive(LEAD, "ashford-mentoring")
    world.mine.restore(ADMIN, "ashford-mentoring")
    world.mine.hand_over(LEAD, "ashford-mentoring", FULL)
    history = world.mine.history(LEAD, "ashford-mentoring")
    assert [(one.change, one.by, one.archived, one.note) for one in history] == [
        (Change.BROUGHT_IN, "", False, ""),
        (Change.ARCHIVED, LEAD.key, True, ""),
        (Change.RESTORED, ADMIN.key, False, ""),
        (Change.HANDED_OVER, LEAD.key, False, FULL.key),
    ]


def test_the_history_tells_who_wrote_what_somebody_else_published(world: World) -> None:
    edited(world, title="New")
    world.mine.archive(LEAD, "ashford-mentoring")
    history = world.mine.history(LEAD, "ashford-mentoring")
    assert [(one.by, one.sent_by) for one in history] == [("", ""), (REVIEWER.key, LEAD.key), (LEAD.key, "")]


def test_one_version_is_told_with_its_sender_and_whether_it_is_the_newest(world: World) -> None:
    edited(world, title="New")
    world.mine.archive(LEAD, "ashford-mentoring")
    every = world.mine.history(LEAD, "ashford-mentoring")
    told = [world.mine.version(LEAD, "ashford-mentoring", number) for number in (1, 2, 3)]
    assert told == [(every[0], False), (every[1], False), (every[2], True)]


def test_a_version_is_for_those_who_may_read_the_history(world: World) -> None:
    edited(world)
    with pytest.raises(NotAllowed):
        world.mine.version(FULL, "ashford-mentoring", 1)
    with pytest.raises(NotFound, match="no version 9"):
        world.mine.version(LEAD, "ashford-mentoring", 9)


def test_the_senders_of_many_versions_are_asked_for_in_one_statement(world: World) -> None:
    edited(world, title="New")
    with statements(world.database) as of_few:
        world.mine.history(LEAD, "ashford-mentoring")
    for number in range(5):
        edited(world, title=f"New {number}")
    with statements(world.database) as of_many:
        assert len(world.mine.history(LEAD, "ashford-mentoring")) == 7
    assert len(of_many) == len(of_few)


def edited(world: World, member: Member = LEAD, **changes: Any) -> None:
    """Another version of the library's entry is published."""
    draft = world.share.edit(member, "ashford-mentoring")
    sent = world.share.submit(member, draft.id, replace(draft.content, no_child=True, **changes))
    world.review.publish(REVIEWER, sent.id)


def test_a_restored_version_is_a_change_and_shows_nothing_that_is_archived(world: World) -> None:
    edited(world, title="New")
    world.mine.archive(LEAD, "ashford-mentoring")
    world.clock.pass_(timedelta(days=3))
    held = world.mine.restore_version(LEAD, "ashford-mentoring", 1)
    assert (held.changed_at, held.archived) == (world.clock(), True)
    assert world.shown("ashford-mentoring") is None
    last = world.mine.history(LEAD, "ashford-mentoring")[-1]
    assert (last.change, last.note) == (Change.VERSION_RESTORED, "version 1")


def test_a_version_of_another_authority_is_for_those_who_may_edit_that_too(world: World) -> None:
    edited(world, authority="Beecham")
    with pytest.raises(NotAllowed, match="a lead of Ashford"):
        world.mine.restore_version(OTHER_LEAD, "ashford-mentoring", 1)
    assert world.mine.restore_version(ADMIN, "ashford-mentoring", 1).initiative.authority == "Ashford"


def test_a_restored_version_stays_when_the_library_is_reloaded(world: World) -> None:
    edited(world, title="New")
    world.mine.restore_version(LEAD, "ashford-mentoring", 1)
    reloaded = load(world.database, [item(initiative(title="From the file"))])
    assert reloaded.kept == ("ashford-mentoring",)


def test_a_version_from_before_a_theme_was_renamed_and_an_authority_merged_comes_back_by_todays_names(
    world: World,
) -> None:
    both = replace(MERGED, themes=RENAMED.themes)
    world.mine.archive(LEAD, "ashford-mentoring")
    load(world.database, [item(initiative(authority="Elm", themes=("justice",)))], both)
    mine = Mine(world.store, lists=lambda: both, now=world.clock)
    restored = mine.restore_version(ADMIN, "ashford-mentoring", 1)
    assert (restored.initiative.authority, restored.initiative.themes) == ("Elm", ("justice",))


@pytest.mark.parametrize(
    ("lists", "gone"),
    [
        (replace(LISTS, themes=LISTS.themes[1:]), "the theme youth-justice"),
        (SPLIT, "the authority Ashford"),
    ],
)
def test_a_version_with_what_the_lists_no_longer_have_is_refused_with_its_name(
    world: World, lists: Lists, gone: str
) -> None:
    edited(world, authority="Beecham", themes=("mentoring",))
    load(world.database, [], lists)
    with pytest.raises(Refused, match=gone):
        Mine(world.store, lists=lambda: lists, now=world.clock).restore_version(ADMIN, "ashford-mentoring", 1)
