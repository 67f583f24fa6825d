from __future__ import annotations

from itertools import combinations

import pytest

from knowledge.search.language.families import root
from knowledge.search.language.stems import stem

#: Names of places, and other words, that end like forms of words and are none.
NAMES = "ealing epping woking worthing poole frome barnes racing boarding commissioning"

SAME = [
    "school schools",
    "child children",
    "policy policies",
    "share shares shared sharing",
    "plan plans planned planning",
    "include includes included including",
    "community communities",
    "governor governors",
    "study studies studied",
    "organise organised organising organize organizing",
    "colour color colours",
    "programme program programmes",
    "counsel counselling counseling",
    "traveller traveler travellers",
    "behaviour behavior",
    "exclude excluded excluding",
    "bully bullied bullying",
    "woman women",
    "knife knives",
    "midwife midwives",
    "train training trained",
    "teach taught teaching",
    "deal deals dealt dealing",
]
DIFFERENT = [
    "race racism racial racist",
    "police policy policing",
    "organ organise",
    "university universe",
    "community commune",
    "care career carer",
    "general gender generation",
    "plan plane",
    "news new",
    "past paste",
    "human humane",
    "moral morale",
    "international intern",
    "party part partner",
    "house housing",
    "state stats stated",
    "set settings",
    "find findings",
    "hear hearings",
    "miss missing",
    "box boxing",
    "cycle cycling",
    "game gaming",
    "bank banking",
    "second seconded",
    "commission commissioned",
    "parents parenting",
    "gift gifted",
    "arms armed",
    "fast fasting",
    "cloth clothing",
    "mean meaning",
]


@pytest.mark.parametrize("group", SAME)
def test_forms_of_one_word_have_one_stem(group: str) -> None:
    assert len({stem(word) for word in group.split()}) == 1


@pytest.mark.parametrize("group", DIFFERENT)
def test_words_that_differ_are_not_merged(group: str) -> None:
    assert len({stem(word) for word in group.split()}) == len(group.split())


@pytest.mark.parametrize(
    "pair",
    [
        "race racism",
        "police policing",
        "exclude exclusion",
        "recruit recruitment",
        "adopt adoption",
        "teach teacher",
        "parents parenting",
        "commissioned commissioning",
        "cooking cookery",
        "baking bakery",
        "dancing dancers",
        "enslaved slavery",
    ],
)
def test_words_of_one_family_are_related(pair: str) -> None:
    one, other = pair.split()
    assert root(stem(one)) == root(stem(other))


def test_words_that_only_look_alike_are_not_related() -> None:
    for group in (
        "organ organise",
        "university universe",
        "general gender",
        "police policy",
        "party partner",
        "care career",
        "nursing nursery",
    ):
        for one, other in combinations(group.split(), 2):
            assert root(stem(one)) != root(stem(other)), (one, other)


@pytest.mark.parametrize("name", NAMES.split())
def test_what_is_no_form_of_a_word_stands_as_it_is(name: str) -> None:
    assert stem(name) == name
