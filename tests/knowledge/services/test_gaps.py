"""What was not found is noted in the words of the lists, and nothing else of a question is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest

from knowledge.domain.gap import GapKind
from knowledge.domain.lists import Synonym
from knowledge.domain.query import Query
from knowledge.errors import Busy
from knowledge.services.find import Find
from knowledge.services.gaps import Recognised
from tests.factories import ASHFORD, LISTS, an_initiative
from tests.fakes import FakeSearch, FakeStore

LISTS_WITH_WORDS = replace(
    LISTS,
    synonyms=(
        Synonym(("reverse mentoring", "upward mentoring"), ("reverse mentoring", "upward mentoring")),
        Synonym(("old wording",), ("global majority",), hidden=True),
    ),
)


class Notes:
    def __init__(self) -> None:
        self.noted: list[tuple[GapKind, str]] = []
        self.error: Exception | None = None

    def note(self, gaps: Collection[tuple[GapKind, str]]) -> None:
        if self.error:
            raise self.error
        self.noted += sorted(gaps)


def recognised(**query) -> set[tuple[GapKind, str]]:
    return set(Recognised(LISTS_WITH_WORDS).of(Query("as it was typed", **query)))


def test_authorities_themes_and_words_of_the_lists_are_recognised() -> None:
    found = recognised(authorities=(ASHFORD,), themes=("mentoring",), words=("reverse", "mentoring", "scheme"))
    assert found == {
        (GapKind.AUTHORITY, "Ashford"),
        (GapKind.THEME, "mentoring"),
        (GapKind.WORD, "reverse mentoring"),
    }


def test_names_and_whatever_else_was_typed_are_not() -> None:
    assert recognised(words=("jane", "smith", "mentoringx"), phrases=("12 high street",)) == set()


def test_wording_that_is_never_shown_counts_as_the_words_shown_in_its_place() -> None:
    assert recognised(words=("old", "wording")) == {(GapKind.WORD, "global majority")}


def ask(question: str, notes: Notes) -> int:
    """How many were found."""
    store = FakeStore(an_initiative(title="upward mentoring"), lists=LISTS_WITH_WORDS)
    return Find(store, FakeSearch, gaps=notes).answer(question).total


def test_a_question_without_results_is_noted() -> None:
    notes = Notes()
    ask("reverse mentoring", notes)
    assert notes.noted == [(GapKind.WORD, "reverse mentoring")]


def test_a_question_with_results_is_not() -> None:
    notes = Notes()
    ask("upward mentoring", notes)
    assert notes.noted == []


def test_an_answer_does_not_fail_because_the_note_does() -> None:
    notes = Notes()
    notes.error = Busy("The database is busy.")
    assert ask("reverse mentoring", notes) == 0


def test_without_notes_nothing_is_needed_for_them() -> None:
    assert Find(FakeStore(lists=LISTS_WITH_WORDS), FakeSearch).answer("reverse mentoring").total == 0


@pytest.mark.parametrize("field", ["words", "phrases"])
def test_words_are_recognised_whatever_their_case(field: str) -> None:
    assert recognised(**{field: ("Reverse Mentoring",)}) == {(GapKind.WORD, "reverse mentoring")}
