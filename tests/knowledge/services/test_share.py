"""Drafts: begun, kept whatever happens, checked at their fields, sent once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from knowledge.domain.content import Content, cleaned
from knowledge.domain.contribution import ContributionState, Similar
from knowledge.domain.initiative import Category, Contact, Evidence, Resource, Visibility
from knowledge.domain.outbox import REVIEWERS, MessageKind
from knowledge.errors import NotAllowed, NotFound, Overtaken, Refused
from knowledge.services.share import Share
from knowledge.store.database import Database
from tests.knowledge.services.sharing import ADMIN, FULL, GUEST, LEAD, OTHER_LEAD, REVIEWER, World, content
from tests.knowledge.store.library import LISTS, initiative


def test_a_new_draft_is_empty_and_is_not_offered_until_something_is_typed(world: World) -> None:
    draft = world.share.start(FULL)
    assert (draft.state, draft.content) == (ContributionState.DRAFT, Content())
    assert world.share.drafts(FULL) == ()
    kept = world.share.keep(FULL, draft.id, Content(title="Mentors"))
    assert world.share.drafts(FULL) == (kept,)


def test_a_repeated_start_gives_the_same_draft(world: World) -> None:
    assert world.share.start(FULL, key="click").id == world.share.start(FULL, key="click").id
    assert world.share.start(LEAD, key="click").id != world.share.start(FULL, key="click").id


def test_the_authority_is_remembered_from_the_last_time(world: World) -> None:
    world.share.keep(FULL, world.share.start(FULL).id, Content(authority="Beecham"))
    assert world.share.start(FULL).content.authority == "Beecham"


def test_who_belongs_to_one_authority_begins_with_it(world: World) -> None:
    assert world.share.start(LEAD).content.authority == "Ashford"


def test_guests_are_told_whom_to_ask(world: World) -> None:
    with pytest.raises(NotAllowed, match="Ask a colleague who is a full member"):
        world.share.start(GUEST)


def test_a_draft_is_seen_by_nobody_else_not_even_an_admin(world: World) -> None:
    draft = world.share.start(FULL)
    for other in (LEAD, REVIEWER, ADMIN):
        with pytest.raises(NotAllowed, match="somebody else's"):
            world.share.open(other, draft.id)


def test_an_unknown_draft_is_not_found(world: World) -> None:
    with pytest.raises(NotFound):
        world.share.open(FULL, "no-such-draft")


def test_two_windows_on_one_draft_lose_neither_text(world: World) -> None:
    draft = world.share.start(FULL)
    first = world.share.keep(FULL, draft.id, Content(title="One"), seen=draft.revision)
    second = world.share.keep(FULL, draft.id, Content(title="Other"), seen=draft.revision)
    assert first.id == draft.id != second.id
    assert {one.content.title for one in world.share.drafts(FULL)} == {"One", "Other"}


def test_a_window_has_seen_what_it_changed_itself_and_keeps_all_else_in_one_other_draft(world: World) -> None:
    draft = world.share.start(FULL)
    for title in ("One", "One and more"):
        kept = world.share.keep(FULL, draft.id, Content(title=title), seen=draft.revision, window="V1")
        assert kept.id == draft.id
    others = [
        world.share.keep(FULL, draft.id, Content(title=title), seen=draft.revision, window="V2")
        for title in ("Other", "Other and more")
    ]
    assert len({one.id for one in others} - {draft.id}) == 1
    assert {one.content.title for one in world.share.drafts(FULL)} == {"One and more", "Other and more"}
    assert world.share.keep(FULL, draft.id, Content(title="One"), seen=draft.revision, window="V1").id == draft.id


def test_what_is_typed_over_what_is_published_by_now_is_an_edit_of_that(world: World) -> None:
    sent = world.sent()
    world.review.publish(REVIEWER, sent.id)
    other = world.share.keep(FULL, sent.id, content(title="Typed since"), window="V1")
    assert other.is_edit
    assert not world.review.look(REVIEWER, world.share.submit(FULL, other.id).id).stale


def test_what_is_typed_after_sending_is_kept_once_as_another_draft(world: World) -> None:
    sent = world.sent()
    for _ in range(2):
        kept = world.share.keep(FULL, sent.id, content(title="Later"))
    assert kept.id != sent.id
    assert world.share.drafts(FULL) == (kept,)
    assert world.share.open(FULL, sent.id).content.title == "Mentors in schools"


def test_every_problem_is_named_at_its_field(world: World) -> None:
    wrong = Content(
        authority="Atlantis",
        title="t" * 151,
        summary="",
        impact="i" * 3001,
        themes=("no-such-theme",),
        contacts=(Contact("Ada", email="not an address"), Contact(url="ftp://example.org")),
        resources=(Resource("", "https://example.org"), Resource("Guide", "www.example.org/guide")),
    )
    assert [problem.field for problem in world.share.check(wrong)] == [
        "authority",
        "categories",
        "themes",
        "title",
        "summary",
        "impact",
        "contacts.0.email",
        "contacts.1.url",
        "resources.0.title",
        "resources.1.url",
        "no_child",
    ]


def test_a_complete_form_has_no_problem(world: World) -> None:
    assert world.share.check(content()) == ()


def test_a_refused_form_keeps_what_was_typed_and_sends_nothing(world: World) -> None:
    draft = world.share.start(FULL)
    with pytest.raises(Refused) as refused:
        world.share.submit(FULL, draft.id, content(title=""))
    assert [problem.field for problem in refused.value.problems] == ["title"]
    kept = world.share.open(FULL, draft.id)
    assert (kept.state, kept.content) == (ContributionState.DRAFT, content(title=""))
    assert world.told(MessageKind.TO_REVIEW) == []


def test_a_sent_draft_waits_the_reviewers_are_told_and_the_member_thanked(world: World) -> None:
    sent = world.sent()
    assert sent.state is ContributionState.WAITING
    assert world.told(MessageKind.TO_REVIEW) == [(REVIEWERS, sent.id)]
    assert world.told(MessageKind.THANKS) == [(FULL.key, sent.id)]


def test_sending_again_changes_nothing(world: World) -> None:
    draft = world.share.start(FULL)
    sent = [world.share.submit(FULL, draft.id, content(), key=key) for key in ("k", "k", "other", None)]
    assert len(set(sent)) == 1
    assert len(world.told(MessageKind.TO_REVIEW)) == 1


def test_a_late_repetition_does_not_send_what_was_returned_meanwhile(world: World) -> None:
    draft = world.share.start(FULL)
    world.share.submit(FULL, draft.id, content(), key="k")
    world.review.give_back(REVIEWER, draft.id, "Say more.")
    again = world.share.submit(FULL, draft.id, content(summary="An older text"), key="k")
    assert again.state is ContributionState.RETURNED
    assert again.content == content()


def test_sending_something_else_afterwards_is_told_and_kept(world: World) -> None:
    sent = world.sent()
    with pytest.raises(Overtaken, match="was sent for review on 23 November 2026 at 12:00"):
        world.share.submit(FULL, sent.id, content(title="Other"))
    assert [one.content.title for one in world.share.drafts(FULL)] == ["Other"]


def test_what_was_put_away_is_not_said_to_be_sent(world: World) -> None:
    draft = world.share.keep(FULL, world.share.start(FULL).id, content())
    world.share.discard(FULL, draft.id)
    for typed in (None, content()):
        with pytest.raises(Overtaken, match=r"put away on 23 November 2026 at 12:00\. It was not sent\."):
            world.share.submit(FULL, draft.id, typed)
    assert world.share.open(FULL, draft.id).state is ContributionState.WITHDRAWN
    assert world.told(MessageKind.TO_REVIEW) == []
    world.share.take_up(FULL, draft.id)
    assert world.share.submit(FULL, draft.id).state is ContributionState.WAITING


def test_of_several_drafts_none_is_sent_where_one_was_put_away(world: World) -> None:
    first, second = (world.share.keep(FULL, world.share.start(FULL).id, content()) for _ in range(2))
    world.share.discard(FULL, second.id)
    with pytest.raises(Overtaken, match="put away"):
        world.share.submit_all(FULL, {one.id: one.content for one in (first, second)})
    assert world.share.open(FULL, first.id).state is ContributionState.DRAFT


def test_what_is_refused_of_a_draft_that_was_sent_is_not_said_to_be_kept(world: World) -> None:
    with pytest.raises(Overtaken, match=r"was sent for review on .*\. Nothing was changed\."):
        world.share.discard(FULL, world.sent().id)


def test_what_was_put_away_can_be_taken_up_again(world: World) -> None:
    draft = world.share.keep(FULL, world.share.start(FULL).id, Content(title="Mentors"))
    assert world.share.discard(FULL, draft.id).state is ContributionState.WITHDRAWN
    assert world.share.drafts(FULL) == ()
    assert [one.content.title for one in world.mine.in_hand(FULL).put_away] == ["Mentors"]
    assert world.share.take_up(FULL, draft.id).content.title == "Mentors"
    assert world.mine.in_hand(FULL).put_away == ()


# --- editing ---------------------------------------------------------------------------------------------------------


def test_an_edit_begins_with_what_is_published(world: World) -> None:
    draft = world.share.edit(LEAD, "ashford-mentoring")
    assert (draft.content.title, draft.initiative) == ("About ashford-mentoring", "ashford-mentoring")
    assert world.share.drafts(LEAD) == ()


def test_an_unfinished_edit_is_gone_on_with(world: World) -> None:
    draft = world.share.edit(LEAD, "ashford-mentoring")
    kept = world.share.keep(LEAD, draft.id, replace(draft.content, title="New"))
    assert world.share.edit(LEAD, "ashford-mentoring") == kept


def test_two_clicks_that_nothing_tells_apart_edit_what_each_was_for(world: World) -> None:
    world.load(initiative("one"), initiative("two"))
    edits = [world.share.edit(LEAD, id, key="edit:?").initiative for id in ("one", "two")]
    assert edits == ["one", "two"]


def test_an_edit_is_for_who_looks_after_it_its_leads_and_admins(world: World) -> None:
    for member in (FULL, OTHER_LEAD, REVIEWER, GUEST):
        with pytest.raises(NotAllowed, match="a lead of Ashford"):
            world.share.edit(member, "ashford-mentoring")
    for member in (LEAD, ADMIN):
        assert world.share.edit(member, "ashford-mentoring").is_edit


def test_an_edit_is_sent_only_by_who_still_may_edit_it_then(world: World) -> None:
    draft = world.share.edit(FULL, world.published(FULL))
    world.mine.hand_over(FULL, draft.initiative or "", OTHER_LEAD)
    with pytest.raises(NotAllowed, match="a lead of Ashford"):
        world.share.submit(FULL, draft.id, replace(draft.content, title="New", no_child=True))
    assert world.share.open(FULL, draft.id).state is ContributionState.DRAFT


def test_what_is_for_another_authority_only_is_not_found(world: World) -> None:
    world.load(initiative(visibility=Visibility.AUTHORITY))
    with pytest.raises(NotFound):
        world.share.edit(OTHER_LEAD, "ashford-mentoring")


def test_a_draft_becomes_an_edit_of_what_it_repeats(world: World) -> None:
    draft = world.share.start(LEAD)
    world.share.keep(LEAD, draft.id, Content(authority="Ashford", title="Mentors", summary="Anew."))
    edit = world.share.instead(LEAD, draft.id, "ashford-mentoring")
    assert edit.initiative == "ashford-mentoring"
    assert (edit.content.title, edit.content.summary) == ("Mentors", "Anew.")
    assert edit.content.themes == ("youth-justice",)


def test_a_draft_becomes_an_edit_of_what_one_looks_after_though_only_its_authority_sees_it(world: World) -> None:
    id = world.published(FULL, visibility=Visibility.AUTHORITY)
    draft = world.share.start(FULL)
    world.share.keep(FULL, draft.id, Content(authority="Ashford", title="Mentors"))
    assert world.share.instead(FULL, draft.id, id).initiative == id


def test_what_was_meant_for_its_authority_only_stays_so_in_an_edit_and_in_one_made_of_two(world: World) -> None:
    draft = world.share.start(LEAD)
    world.share.keep(LEAD, draft.id, content(visibility=Visibility.AUTHORITY))
    assert world.share.instead(LEAD, draft.id, "ashford-mentoring").content.visibility is Visibility.AUTHORITY
    for seen in [(Visibility.NETWORK, Visibility.AUTHORITY), (Visibility.AUTHORITY, Visibility.NETWORK)]:
        one, other = (world.share.start(FULL) for _ in seen)
        for each, visibility in zip((one, other), seen, strict=True):
            world.share.keep(FULL, each.id, content(visibility=visibility))
        assert world.templates.merge(FULL, one.id, other.id).content.visibility is Visibility.AUTHORITY


class Finder:
    """Finds what it was made with."""

    def __init__(self, *found: Similar) -> None:
        self.found = found

    def similar(self, content: Content, *, member: object, limit: int) -> tuple[Similar, ...]:
        return self.found[:limit]


def test_similar_initiatives_are_named_but_not_the_one_being_edited(world: World) -> None:
    same, other = Similar("a", "A", "Ashford", 0.9), Similar("b", "B", "Beecham", 0.8)
    share = Share(world.store, lists=lambda: LISTS, similar=Finder(same, other))
    assert share.similar(content(), member=FULL) == (same, other)
    assert share.similar(content(), member=FULL, initiative="a") == (other,)


# --- with review off -------------------------------------------------------------------------------------------------


def test_with_review_off_leads_publish_at_once_and_others_wait(database: Database) -> None:
    world = World(database, review=False)
    world.load()
    assert world.sent(LEAD).state is ContributionState.PUBLISHED
    assert world.sent(LEAD, authority="Beecham").state is ContributionState.WAITING
    assert world.sent(FULL).state is ContributionState.WAITING
    assert world.shown("ashford-mentors-in-schools") is not None


def test_with_review_off_an_edit_that_moves_an_initiative_to_ones_own_authority_waits(database: Database) -> None:
    world = World(database, review=False)
    world.load()
    world.mine.hand_over(ADMIN, "ashford-mentoring", OTHER_LEAD)
    draft = world.share.edit(OTHER_LEAD, "ashford-mentoring")
    moved = replace(draft.content, authority="Beecham", no_child=True)
    assert world.share.submit(OTHER_LEAD, draft.id, moved).state is ContributionState.WAITING
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert shown.authority == "Ashford"


def test_with_review_off_an_edit_of_what_changed_meanwhile_waits(database: Database) -> None:
    world = World(database, review=False)
    world.load()
    draft = world.share.edit(LEAD, "ashford-mentoring")
    other = world.share.edit(ADMIN, "ashford-mentoring")
    world.share.submit(ADMIN, other.id, replace(other.content, title="First", no_child=True))
    sent = world.share.submit(LEAD, draft.id, replace(draft.content, title="Second", no_child=True))
    assert sent.state is ContributionState.WAITING


# --- any text -------------------------------------------------------------------------------------------------------

_texts = st.text(max_size=80) | st.text(st.characters(exclude_categories=[]), max_size=40)
_long = st.builds(lambda text, times: text * times, _texts, st.integers(0, 400))
_contents = st.builds(
    Content,
    authority=st.none() | _texts,
    title=_texts,
    summary=_long,
    impact=st.none() | _texts,
    evidence=st.sampled_from(Evidence),
    categories=st.lists(st.sampled_from(Category)).map(tuple),
    themes=st.lists(_texts, max_size=3).map(tuple),
    year=st.none() | _texts,
    visibility=st.sampled_from(Visibility),
    contacts=st.lists(
        st.builds(Contact, name=_texts, role=st.none() | _texts, email=_texts, public=st.booleans()), max_size=3
    ).map(tuple),
    resources=st.lists(st.builds(Resource, title=_texts, url=st.none() | _texts), max_size=3).map(tuple),
    no_child=st.booleans(),
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(typed=_contents)
def test_any_text_of_any_length_and_script_is_read_as_it_was_kept(world: World, typed: Content) -> None:
    draft = world.share.start(FULL, key="the same draft each time")
    world.share.keep(FULL, draft.id, typed)
    assert world.share.open(FULL, draft.id).content == cleaned(typed)


MANY = tuple(Contact(f"Person {number}") for number in range(25))


def test_an_edit_may_keep_as_many_contacts_as_a_library_has_but_add_none(world: World) -> None:
    world.load(initiative(own_contacts=MANY))
    draft = world.share.edit(LEAD, "ashford-mentoring")
    more = replace(draft.content, no_child=True, contacts=(*MANY, Contact("One more")))
    with pytest.raises(Refused) as refused:
        world.share.submit(LEAD, draft.id, more)
    assert [one.message for one in refused.value.problems] == ["Name up to 25 contacts: these are 26."]
    sent = world.share.submit(LEAD, draft.id, replace(more, title="Mentors for all", contacts=MANY))
    assert world.review.look(REVIEWER, sent.id).problems == ()
    world.review.publish(REVIEWER, sent.id, replace(sent.content, year="2025"))
    shown = world.shown("ashford-mentoring")
    assert shown is not None
    assert (shown.title, shown.year, len(shown.all_contacts)) == ("Mentors for all", "2025", 25)
