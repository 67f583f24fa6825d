from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations

import pytest

from knowledge.search.language.english import is_english, is_listed
from knowledge.search.language.families import _ALONE, _FAMILIES, root
from knowledge.search.language.stems import stem
from knowledge.search.subject import wording

#: Words that no list of right English has.
RARE = frozenset(("raciality", "carer", "multiagency"))
#: What a stem may have lost.
ENDINGS = ("", "e", "ed", "ing")


@pytest.mark.parametrize("family", _FAMILIES)
def test_all_words_of_a_family_are_of_one(family: str) -> None:
    assert len({root(stem(word)) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("governance", "governors"),
        ("inclusive", "inclusion"),
        ("crime", "criminalisation"),
        ("inequitable", "equity"),
        ("inspectorates", "inspections"),
        ("responsive", "response"),
        ("abusive", "abuse"),
    ],
)
def test_words_that_lose_their_last_letter_as_stems_are_of_a_family_too(one: str, other: str) -> None:
    assert root(stem(one)) == root(stem(other))


def test_families_and_what_has_none_are_listed_as_words() -> None:
    """A stem in their place would be cut once more ("divers", "analys"), and never be met with."""
    listed = {*_ALONE, *(word for family in _FAMILIES for word in family.split())}
    assert {word for word in listed if not (is_english(word) or is_listed(word))} <= RARE


def test_no_word_is_of_two_families_or_of_one_and_none() -> None:
    stems = [stem(word) for word in (*_ALONE, *" ".join(_FAMILIES).split())]
    assert [one for one, count in Counter(stems).items() if count > 1] == []


def test_what_has_no_family_is_its_own_root() -> None:
    stems = [stem(word) for word in _ALONE]
    assert [root(one) for one in stems] == stems
    assert not [pair for pair in combinations(stems, 2) if root(pair[0]) == root(pair[1])]


@pytest.mark.parametrize(
    "entries", [wording.CATEGORY_WORDS, wording._EVIDENCE_WORDS, wording._CAME_OF_IT, wording._RESULTS]
)
def test_wording_listed_by_stem_is_what_the_stemmer_makes_of_words(entries: Iterable[str]) -> None:
    parts = {part for entry in entries for part in entry.split()} - RARE
    made = {part for part in parts if any(stem(one) == part and is_english(one) for one in _forms(part))}
    assert parts - made == set()


def _forms(part: str) -> list[str]:
    return [part + ending for ending in ENDINGS]
