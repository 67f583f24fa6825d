"""The shipped synonyms: every line means something, what is marked is known, no phrase loses half of what it says."""

from __future__ import annotations

import pytest

from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Kind, Reading
from knowledge.search.language.stems import stem
from knowledge.search.language.text import words
from knowledge.search.lists.thesaurus import Entry
from tests.relevance.library import initiatives, lists

SHIPPED = lists()
ENGINE = SearchEngine.build(initiatives(), SHIPPED)
ENTRIES = ENGINE.lexicon.thesaurus.entries
#: How an idea is held by what the lists say, and not by its own words.
_LISTED = (Kind.SYNONYM, Kind.FILED, Kind.HINT)


def means_something(wording: str) -> bool:
    """Whether a wording, asked by itself, is understood by the lists: as what it finds, or as the place it names."""
    reading = ENGINE.understand(wording)
    assert isinstance(reading, Reading)
    by_lists = any(one.kind in _LISTED for idea in reading.ideas for one in idea.alternatives)
    return by_lists or bool(reading.authorities)


def test_every_wording_is_understood_when_it_is_asked() -> None:
    wordings = {word for entry in SHIPPED.synonyms if not entry.about for word in entry.words}
    assert len(wordings) > 10_000
    assert [one for one in sorted(wordings) if not means_something(one)] == []


def test_what_no_list_knows_is_not() -> None:
    assert not means_something("zeppelin")


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


def test_what_says_several_things_at_once_is_known_to_other_entries_and_so_is_each_of_them() -> None:
    """By itself joining finds nothing, so it would be there in vain for unknown wording."""
    joining = [one for one in SHIPPED.synonyms if one.joins]
    wordings = [word for one in joining for word in one.words]
    parts = {part for one in joining for part in one.finds}
    assert [word for word in wordings if (known := entry(word)) is None or not known.synonyms] == []
    assert [part for part in sorted(parts) if entry(part) is None and len(part.split()) > 1] == []
    keys = [tuple(map(stem, words(word))) for word in wordings]
    assert {key for key in keys if keys.count(key) > 1} == set()


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
