"""What changed in the lists is said in words, with names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.authority import Register
from knowledge.domain.initiative import Theme
from knowledge.domain.list_changes import list_changes
from knowledge.domain.lists import FormerAuthority, Lists, Synonym
from tests.knowledge.store.library import ASHFORD, BEECHAM, LISTS

JUSTICE, MENTORING = LISTS.themes
FENWICK = replace(ASHFORD, name="Fenwick", official="Fenwick", code=None, aliases=())


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (replace(LISTS, themes=(*LISTS.themes, Theme("new", "New"))), ("1 new theme: new",)),
        (replace(LISTS, themes=(JUSTICE,)), ("1 theme gone: mentoring",)),
        (replace(LISTS, themes=(JUSTICE, replace(MENTORING, name="Mentors"))), ("1 theme changed: mentoring",)),
        (
            replace(LISTS, themes=(JUSTICE, Theme("mentors", "Mentors", was=("mentoring",)))),
            ("1 theme renamed: mentoring to mentors",),
        ),
        (replace(LISTS, register=Register((ASHFORD, BEECHAM, FENWICK))), ("1 new authority: Fenwick",)),
        (replace(LISTS, register=Register((ASHFORD,))), ("1 authority gone: Beecham",)),
        (
            replace(LISTS, register=Register((replace(ASHFORD, region="South East"), BEECHAM))),
            ("1 authority changed: Ashford",),
        ),
        (
            replace(LISTS, register=Register((BEECHAM,)), former=(FormerAuthority("Ashford", ("Beecham",)),)),
            ("1 authority ended: Ashford into Beecham",),
        ),
        (replace(LISTS, synonyms=(Synonym(("a",), ("b",)),), signposts=()), ("synonyms and signposts changed",)),
        (replace(LISTS, towns=()), ("towns changed",)),
        (replace(LISTS, themes=LISTS.themes[::-1]), ("lists in another order",)),
        (LISTS, ()),
    ],
)
def test_each_kind_of_change_is_named(after: Lists, said: tuple[str, ...]) -> None:
    assert list_changes(LISTS, after) == said


def test_the_first_lists_are_no_change() -> None:
    assert list_changes(Lists(), LISTS) == ()


def test_many_names_are_cut_to_the_first_and_their_number() -> None:
    more = tuple(Theme(f"theme-{number}", "New") for number in range(9))
    (said,) = list_changes(LISTS, replace(LISTS, themes=(*LISTS.themes, *more)))
    assert said == "9 new themes: theme-0, theme-1, theme-2, theme-3, theme-4 and 4 more"


def test_an_authority_that_ended_before_is_told_once() -> None:
    ended = replace(LISTS, register=Register((BEECHAM,)), former=(FormerAuthority("Ashford", ("Beecham",)),))
    assert list_changes(ended, replace(ended, synonyms=())) == ("synonyms changed",)


def test_other_successors_of_an_authority_that_ended_before_are_told() -> None:
    ended = replace(LISTS, register=Register((BEECHAM, FENWICK)), former=(FormerAuthority("Ashford", ("Beecham",)),))
    split = replace(ended, former=(FormerAuthority("Ashford", ("Beecham", "Fenwick")),))
    assert list_changes(ended, split) == ("1 authority with other successors: Ashford",)
