"""What a wording also finds: what its entry says, its entry's other words, and what finds it."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Theme
from knowledge.domain.lists import Synonym
from knowledge.search.ideas import Kind
from knowledge.search.language.stems import stem
from knowledge.search.language.text import tokens
from knowledge.search.lists.thesaurus import Entry, Thesaurus

TABLE = Thesaurus(
    (
        Synonym(("infant death", "infant mortality", "cot death"), ("baby loss",), 0.8),
        Synonym(("maltese", "cypriot"), ("mediterranean",), 0.6),
        Synonym(("darkies", "coloureds"), ("black",), 0.8, hidden=True),
        Synonym(("spotlight scheme",), ("mentoring",), 0.8),
        Synonym(("mentoring",), ("coaching",), 0.7),
        Synonym(("led by and for", "state of the nation"), ("charity",), 0.8),
        Synonym(("homework club",), ("mentoring",), 0.5),
        Synonym(("black",), ("african",), 0.7),
        Synonym(("oriental", "non-white"), ("asian",), 0.8, hidden=True),
        Synonym(("east asian staff", "oriental staff", "chinese staff"), ("colleagues",), 0.8),
        Synonym(("spotlight scheme", "lantern scheme"), (), things=True),
        Synonym(("speech therapist", "SALT"), ("speech therapist", "SALT"), 0.95),
        Synonym(("speech therapist",), ("talking delay", "dummies"), 0.6),
        Synonym(("speech therapist",), ("speech", "clinics"), 1.0, joins=True),
        Synonym(("never listed",), ("speech", "clinics"), 1.0, joins=True),
        Synonym(("helper", "aide"), ("helper", "aide"), 0.9),
        Synonym(("helper",), ("lifting",), 0.6),
        Synonym(("helper",), ("lifting", "clinics"), 1.0, joins=True),
    ),
    (Theme("speech", "Speech", ("speech therapist",)),),
)


def entry(wording: str) -> Entry:
    """What the table knows of a wording."""
    return TABLE.entries[tuple(stem(word.lower()) for word in wording.split())]


def found(wording: str) -> dict[str, float]:
    """The terms that a wording also finds, with their weights."""
    return {one.term: round(one.weight, 2) for one in entry(wording).alternatives.values()}


def test_wordings_of_one_entry_find_each_other_less_surely_than_what_the_entry_names() -> None:
    assert found("infant mortality") == {"baby loss": 0.8, "infant death": 0.56, "cot death": 0.56}


def test_what_says_just_the_same_finds_all_that_the_other_finds() -> None:
    assert found("SALT") == {"speech therapist": 0.95, "talk delay": 0.57, "dummy": 0.57, "theme/speech": 0.95}
    assert all(one.kind is not Kind.DISTANT for one in entry("SALT").alternatives.values())


def test_what_a_wording_joins_is_no_synonym_of_it_and_what_says_just_the_same_joins_it_too() -> None:
    assert entry("speech therapist").joins == entry("SALT").joins == ("speech", "clinics")
    assert "clinic" not in found("speech therapist")
    assert (entry("helper").joins, entry("aide").joins) == (("lifting", "clinics"), ())


def test_what_is_only_said_to_join_others_is_no_wording_by_that() -> None:
    assert ("never", "list") not in TABLE.entries


def test_what_says_much_the_same_finds_the_rest_only_for_the_order() -> None:
    (lifting,) = (one for one in entry("aide").alternatives.values() if one.term == "lift")
    assert (lifting.kind, round(lifting.weight, 2)) == (Kind.DISTANT, 0.54)


def test_wordings_that_are_only_of_one_kind_do_not() -> None:
    assert found("maltese") == {"mediterranean": 0.6}


def test_what_surely_finds_a_wording_is_found_by_it_and_what_hardly_does_is_not() -> None:
    assert found("mentoring") == {"coach": 0.7, "spotlight schem": 0.4}
    assert found("homework club") == {"mentor": 0.5}


@pytest.mark.parametrize("wording", ["black", "darkies"])
def test_hidden_wordings_are_found_by_nothing(wording: str) -> None:
    assert not {"darky", "coloured"} & found(wording).keys()


def test_a_wording_with_a_hidden_word_in_it_is_not_shown_beside_the_others_of_its_entry() -> None:
    assert found("east asian staff").keys() == {"colleagu", "chines staff"}


@pytest.mark.parametrize(
    ("typed", "known"),
    [("non-white", True), ("Non white", True), ("nonwhites", True), ("orientals", True), ("orienting", False)],
)
def test_hidden_wording_is_known_however_its_parts_are_joined_but_in_no_other_form(typed: str, known: bool) -> None:
    (token,) = tokens(typed)
    there = TABLE.entries.get((stem(token.word),))
    assert (there is not None and there.is_said_by([token])) is known


def test_a_phrase_is_known_without_the_small_words_in_it_but_not_without_its_last() -> None:
    known = {wording: tuple(map(stem, wording.split())) in TABLE.entries for wording in ("state nation", "led by")}
    assert known == {"state nation": True, "led by": False}


def test_a_thing_of_its_own_is_marked_where_other_entries_know_it_and_is_no_wording_by_that() -> None:
    marked = {" ".join(key) for key, one in TABLE.entries.items() if one.thing}
    assert marked == {"spotlight schem"}
    assert ("lantern", "schem") not in TABLE.entries
