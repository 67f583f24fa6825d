"""Why an initiative was found."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Initiative, Theme
from knowledge.domain.lists import Lists, Synonym
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LISTS, initiative


def why(text: str, *library: Initiative, lists: Lists = LISTS) -> dict[str, tuple[str, ...]]:
    engine = SearchEngine.build(library, lists)
    found = engine.find(engine.understand(text), member=ANYONE, limit=9)
    return dict(zip([one.id for one in found.matches], found.explain(), strict=True))


FILED = initiative("filed", "Hackney", "Court days", "Boys in court.", "youth-justice")
WORDED = initiative("worded", "Leeds", "Remand", "Boys on remand.", "youth-justice")


def test_a_reason_that_another_begins_with_is_not_given_beside_it() -> None:
    one = initiative("one", "Leeds", "Youth justice", "Courts.")
    assert why("youth justice for youth", one) == {"one": ("title: youth justice",)}


def test_the_name_of_a_theme_is_not_told_again_as_related_words() -> None:
    """Its words are all that this initiative has of what was asked for."""
    one = initiative("one", "Leeds", "Courts", "Boys in court.", "youth-justice")
    assert why("YOT", one) == {"one": ("theme: youth justice",)}
    assert why("cops", initiative("other", "Leeds", "Talks", "Talks with police.")) == {
        "other": ("related words: police",)
    }


def test_what_is_only_hinted_at_is_a_reason_where_the_word_is_not_held_and_only_there() -> None:
    found = why("remand", WORDED, FILED)
    assert found == {"worded": ("title: remand",), "filed": ("theme: youth justice",)}


def test_what_is_both_filed_and_worded_takes_no_reason_from_what_is_only_hinted_at() -> None:
    lists = replace(LISTS, themes=(*LISTS.themes, Theme("remand", "Remand")))
    both = initiative("both", "Leeds", "Remand", "Boys on remand.", "remand")
    assert why("remand", both, FILED, lists=lists) == {
        "both": ("theme: remand", "title: remand"),
        "filed": ("theme: youth justice",),
    }


def test_what_is_found_by_wording_that_is_never_shown_has_a_reason() -> None:
    hidden = initiative("hidden", "Leeds", "BAME staff", "Work for BAME staff.")
    ((reason, *others),) = why("BAME", hidden).values()
    assert reason.startswith("related words: ")
    assert "bame" not in f"{reason} {others}".lower()


@pytest.mark.parametrize(("year", "reason"), [("2021", "year: 2021"), (None, "no year given")])
def test_what_is_found_where_only_the_newest_is_asked_for_tells_its_year(year: str | None, reason: str) -> None:
    found = why("newest first", initiative("one", "Leeds", "Remand", "Boys.", year=year))
    assert found == {"one": (reason,)}


def test_words_of_a_phrase_that_stand_apart_come_before_what_it_only_hints_at() -> None:
    apart = initiative("apart", "Leeds", "Provision", "Provision that is alternative.", "exclusions")
    assert why("alternative provision", apart) == {"apart": ("words: alternative, provision", "theme: exclusions")}


@pytest.mark.parametrize(("synonym", "reason"), [(0.85, "title: mentoring"), (2.0, "related words: coaching")])
def test_the_reason_is_what_counted_most_for_whoever_ranked(synonym: float, reason: str) -> None:
    lists = replace(LISTS, synonyms=(Synonym(("mentoring",), ("coaching",), 0.9),))
    both = initiative("both", "Leeds", "Mentoring and coaching", "Boys.", "workforce")
    engine = SearchEngine.build([both], lists).weighing(replace(WEIGHTS, synonym=synonym))
    found = engine.find(engine.understand("mentoring"), member=ANYONE, limit=5)
    assert list(found.explain()) == [(reason,)]
