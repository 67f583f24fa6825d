"""Which initiatives are left by the phrases, filters and places of a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.index import segment
from knowledge.search.ranking.narrowing import holding
from tests.knowledge.search.conftest import LISTS, initiative

Ids = Callable[..., list[str]]
TEXTS = st.lists(st.sampled_from(["youth", "board", "of", "the", "and", "boards"]), min_size=1, max_size=7).map(
    " ".join
)


@pytest.mark.parametrize("few", [0, 10**6], ids=["one by one", "all at once"])
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=3),
    st.lists(st.sampled_from(["youth", "board", "of", "the"]), min_size=2, max_size=3),
)
def test_a_phrase_is_held_where_its_words_follow_each_other_in_one_field(
    few: int, first: list[tuple[str, str]], later: list[tuple[str, str]], phrase: list[str]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(segment, "_FEW", few)
        made = [initiative(f"n{at}", "Leeds", *texts) for at, texts in enumerate((*first, *later))]
        engine = SearchEngine.build(made[: len(first)], LISTS)
        engine.apply(made[len(first) :], [])
        mask = holding(engine._current.snapshot, phrase)
    said = f" {' '.join(phrase)} "
    assert mask.tolist() == [any(said in f" {text} " for text in texts) for texts in (*first, *later)]


def test_small_words_of_a_phrase_are_no_other_word_of_the_same_stem() -> None:
    """ "Them" is the stem of "theme" too."""
    heard = initiative("heard", "Leeds", "Boys", "Listening to what troubles them most.", "workforce")
    themes = initiative("themes", "Bury", "Themes", "Themes of the year.", "workforce")
    engine = SearchEngine.build([heard, themes], LISTS)
    found = engine.find(engine.understand('"troubles them most"'), member=ANYONE, limit=5)
    assert [one.id for one in found.matches] == ["heard"]


def test_phrases_with_small_words_in_them_are_found_and_left_out(ids: Ids) -> None:
    assert ids('"model for the"') == ["lewisham-justice"]
    assert "lewisham-justice" not in ids('youth justice -"model for the"')


def test_of_several_categories_one_is_enough(ids: Ids) -> None:
    assert set(ids("category:partners category:research")) == {"hackney-justice", "yjb-examples"}


def test_places_named_beside_a_region_that_holds_only_some_of_them_are_added_to_it(ids: Ids) -> None:
    assert {one.split("-")[0] for one in ids("Hackney and Leeds in London", limit=20)} == {
        "hackney",
        "leeds",
        "lewisham",
        "haringey",
        "barking",
    }
    assert {one.split("-")[0] for one in ids("Hackney in London")} == {"hackney"}
