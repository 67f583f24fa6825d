from __future__ import annotations

import pytest

from knowledge.domain.initiative import Visibility
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
