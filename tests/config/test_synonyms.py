"""The shipped synonyms: what they mark is wording that they know, and no phrase loses half of what it says."""

from __future__ import annotations

import pytest

from knowledge.search.language.stems import stem
from knowledge.search.language.text import words
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.thesaurus import Entry
from tests.relevance.library import lists

SHIPPED = lists()
ENTRIES = Lexicon(SHIPPED).thesaurus.entries


def entry(wording: str) -> Entry | None:
    return ENTRIES.get(tuple(map(stem, words(wording))))


def found(wording: str) -> set[str | None]:
    """What a wording finds, as it is shown."""
    known = entry(wording)
    assert known is not None
    return {one.shown for one in known.alternatives.values()}


def test_what_is_marked_as_a_thing_of_its_own_is_known_to_other_entries() -> None:
    """By itself the mark finds nothing, so one on unknown wording would be there in vain."""
    things = [word for one in SHIPPED.synonyms if one.things for word in one.words]
    assert [word for word in things if entry(word) is None] == []
    assert len(things) == len(set(things))


@pytest.mark.parametrize("people", ["black", "asian", "muslim"])
@pytest.mark.parametrize("job", ["managers", "directors", "headteachers", "governors", "foster carers", "adopters"])
def test_a_people_and_a_job_are_left_apart_for_a_phrase_would_find_the_job_alone(people: str, job: str) -> None:
    assert entry(job) is not None
    known = entry(f"{people} {job}")
    assert known is None or any(people in word for one in known.synonyms for word in one.finds)


@pytest.mark.parametrize("much", ["mostly", "mainly", "largely", "predominantly", "overwhelmingly", "majority"])
def test_where_most_people_are_white_is_no_place_of_diversity(much: str) -> None:
    assert "less diverse" in found(f"{much} white")
    assert "diversity" not in found(f"{much} white")
