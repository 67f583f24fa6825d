from __future__ import annotations

import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from knowledge.domain.initiative import Initiative, Theme, Visibility
from knowledge.domain.lists import Lists, Signpost
from knowledge.domain.member import Member, Role
from knowledge.domain.query import Found, Unnamed
from knowledge.errors import NotFound
from knowledge.services.find import Find
from tests.factories import LISTS, an_initiative
from tests.fakes import FakeSearch, FakeStore


def find_over(store: FakeStore) -> Find:
    return Find(store, FakeSearch)


def test_an_answer_holds_whole_initiatives_with_reason_and_score() -> None:
    answer = find_over(FakeStore(an_initiative())).answer("mentors")
    assert [result.initiative for result in answer.results] == [an_initiative()]
    assert answer.results[0].why == ("title: mentors",)


def test_an_answer_to_part_of_a_question_is_told_from_others(monkeypatch: pytest.MonkeyPatch) -> None:
    find = find_over(FakeStore(an_initiative()))
    assert not find.answer("mentors").partly
    monkeypatch.setattr(FakeSearch, "find", lambda *_, **__: Found(1, (), partly=True))
    assert find.answer("mentors").partly


def test_an_answer_says_what_the_first_do_not_name(monkeypatch: pytest.MonkeyPatch) -> None:
    unnamed = (Unnamed("Chinese", ("asian",), nowhere=True),)
    monkeypatch.setattr(FakeSearch, "find", lambda *_, **__: Found(0, unnamed=lambda: unnamed))
    assert find_over(FakeStore(an_initiative())).answer("mentors").unnamed == unnamed


def test_an_answer_says_who_has_nothing_and_that_nothing_is_of_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Found(0, having_nothing=("Kent",), out_of_time=True)
    monkeypatch.setattr(FakeSearch, "find", lambda *_, **__: found)
    answer = find_over(FakeStore(an_initiative())).answer("mentors")
    assert (answer.having_nothing, answer.out_of_time) == (("Kent",), True)


def test_the_index_is_built_once_and_follows_single_changes() -> None:
    store = FakeStore(an_initiative())
    find = find_over(store)
    find.answer("mentors")
    built = FakeSearch.built
    store.put(an_initiative(id="new", title="Mentors for teachers"))
    assert find.answer("mentors").total == 2
    store.remove("ashford-mentoring")
    assert [result.initiative.id for result in find.answer("mentors").results] == ["new"]
    assert FakeSearch.built == built


def test_an_initiative_that_vanished_meanwhile_is_left_out() -> None:
    store = FakeStore(an_initiative())
    find = find_over(store)
    find.search()
    del store.held["ashford-mentoring"]
    assert find.answer("mentors").results == ()


def test_what_is_for_one_authority_alone_stays_there() -> None:
    store = FakeStore(an_initiative(visibility=Visibility.AUTHORITY))
    find = find_over(store)
    colleague = Member(authorities=frozenset({"Ashford"}))
    admin = Member(roles=frozenset({Role.ADMIN}))
    assert find.answer("mentors").total == 0
    assert find.answer("mentors", member=colleague).total == 1
    assert find.answer("mentors", member=admin).total == 1
    with pytest.raises(NotFound):
        find.open("ashford-mentoring")
    assert find.open("ashford-mentoring", member=colleague).authority == "Ashford"


def test_opening_what_is_gone_says_so_in_words() -> None:
    with pytest.raises(NotFound, match="no longer in the store"):
        find_over(FakeStore()).open("gone")


@pytest.mark.parametrize(
    "text", ["a child is being abused", "I think a CHILD  is being abused!", "mentors (child is being abused)"]
)
def test_words_of_harm_are_signposted_and_still_answered(text: str) -> None:
    signpost = Signpost(("child is being abused",), "Call 999.")
    lists = Lists(register=LISTS.register, themes=LISTS.themes, signposts=(signpost,))
    answer = find_over(FakeStore(an_initiative(title=text.lower()), lists=lists)).answer(text)
    assert answer.signpost == signpost


def test_part_of_a_word_is_no_sign_of_harm() -> None:
    lists = Lists(signposts=(Signpost(("harm",), "Call 999."),))
    assert find_over(FakeStore(lists=lists)).answer("pharmacy and charm").signpost is None


def test_themes_are_counted_as_this_member_sees_them() -> None:
    store = FakeStore(an_initiative(), an_initiative(id="b", visibility=Visibility.AUTHORITY))
    assert find_over(store).themes() == (("youth-justice", "Youth justice", 1),)


# --- following the store ---------------------------------------------------------------------------------------------

SECONDS = 30.0
OTHER_LISTS = Lists(register=LISTS.register, themes=(Theme("mentoring", "Mentoring"),))


class Builder:
    """Builds indexes; from the second on, each only when it is let, or fails when it is told to."""

    def __init__(self) -> None:
        self.built = 0
        self.begun = threading.Event()
        self.may = threading.Event()
        self.fails = False

    def __call__(self, initiatives: Iterable[Initiative], lists: Lists) -> FakeSearch:
        self.built += 1
        if self.built > 1:
            self.begun.set()
            assert self.may.wait(SECONDS)
        if self.fails:
            raise OSError("disk full")
        return FakeSearch(initiatives, lists)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore(an_initiative())


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def find(store: FakeStore, builder: Builder) -> Iterator[Find]:
    """A service whose first index is built; at the end nothing goes on in the background."""
    find = Find(store, builder)
    find.search()
    yield find
    builder.may.set()
    find.close()


def test_while_an_index_for_other_lists_is_made_questions_are_answered_from_the_old_one(
    store: FakeStore, builder: Builder, find: Find
) -> None:
    old = find.search()
    store.take_lists(OTHER_LISTS)
    assert find.answer("mentors").total == 1
    assert builder.begun.wait(SECONDS)
    assert [find.search() for _ in range(3)] == [old] * 3
    assert builder.built == 2
    builder.may.set()
    assert find.catch_up(SECONDS)
    assert find.search() is not old
    assert find.answer("mentors").total == 1


def test_single_changes_are_found_at_once_also_while_an_index_is_made_and_after(
    store: FakeStore, builder: Builder, find: Find
) -> None:
    store.take_lists(OTHER_LISTS)
    find.search()
    assert builder.begun.wait(SECONDS)
    store.put(an_initiative(id="new", title="Mentors for teachers"))
    assert find.answer("mentors").total == 2
    store.remove("ashford-mentoring")
    assert [result.initiative.id for result in find.answer("mentors").results] == ["new"]
    builder.may.set()
    assert find.catch_up(SECONDS)
    assert [result.initiative.id for result in find.answer("mentors").results] == ["new"]
    assert builder.built == 2


def test_what_came_with_other_lists_is_found_before_their_index_is_made(
    store: FakeStore, builder: Builder, find: Find
) -> None:
    store.take_lists(OTHER_LISTS)
    store.put(an_initiative(id="new", title="Mentors for teachers"))
    assert find.answer("mentors").total == 2


def test_lists_and_signposts_are_those_of_the_store_before_their_index_is_made(
    store: FakeStore, builder: Builder, find: Find
) -> None:
    signpost = Signpost(("child is being abused",), "Call 999.")
    store.take_lists(replace(OTHER_LISTS, signposts=(signpost,)))
    assert find.lists.themes == OTHER_LISTS.themes
    assert find.answer("a child is being abused").signpost == signpost
    assert not builder.may.is_set()


def test_more_changes_than_are_told_one_by_one_are_read_anew_in_the_background(
    store: FakeStore, builder: Builder, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "changes", lambda since: None)
    store.put(an_initiative(id="new", title="Mentors for teachers"))
    assert find.answer("mentors").total == 1
    builder.may.set()
    assert find.catch_up(SECONDS)
    assert find.answer("mentors").total == 2


def test_an_index_that_is_behind_hands_out_nothing_that_became_another_authoritys_own(
    store: FakeStore, builder: Builder, find: Find, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "changes", lambda since: None)
    store.put(an_initiative(visibility=Visibility.AUTHORITY))
    assert find.answer("mentors").results == ()


def test_lists_that_change_again_while_an_index_is_made_have_another_made(
    store: FakeStore, builder: Builder, find: Find
) -> None:
    store.take_lists(OTHER_LISTS)
    find.search()
    assert builder.begun.wait(SECONDS)
    store.take_lists(LISTS)
    find.search()
    builder.may.set()
    assert find.catch_up(SECONDS)
    assert (find.lists, builder.built) == (LISTS, 3)


def test_an_index_that_could_not_be_made_is_tried_again_by_who_asks_next(
    store: FakeStore, builder: Builder, find: Find, caplog: pytest.LogCaptureFixture
) -> None:
    builder.fails = True
    builder.may.set()
    store.take_lists(OTHER_LISTS)
    assert not find.catch_up(0)
    while "could not be made anew" not in caplog.text:
        time.sleep(0.01)
    assert find.answer("mentors").total == 1
    assert not find.catch_up(SECONDS)
    builder.fails = False
    assert find.catch_up(SECONDS)


def test_who_cannot_wait_for_an_index_is_told_that_it_is_behind(store: FakeStore, builder: Builder, find: Find) -> None:
    store.take_lists(OTHER_LISTS)
    assert not find.catch_up(0.01)


def test_the_very_first_index_is_waited_for_by_everybody(store: FakeStore, builder: Builder) -> None:
    builder.built = 1
    find = Find(store, builder)
    with ThreadPoolExecutor(3) as pool:
        answers = [pool.submit(find.answer, "mentors") for _ in range(3)]
        assert builder.begun.wait(SECONDS)
        assert not any(answer.done() for answer in answers)
        builder.may.set()
        assert [answer.result(SECONDS).total for answer in answers] == [1, 1, 1]
    assert builder.built == 2


def test_closing_ends_what_is_made_in_the_background_and_leaves_no_thread(
    store: FakeStore, builder: Builder, find: Find
) -> None:
    store.take_lists(OTHER_LISTS)
    find.search()
    assert builder.begun.wait(SECONDS)
    threading.Timer(0.1, builder.may.set).start()
    find.close()
    assert not [thread for thread in threading.enumerate() if thread.name == "index"]
    old = find.search()
    store.take_lists(LISTS)
    assert find.search() is old
