"""Which of the lists' phrases an initiative holds, and which words stand together in some."""

from __future__ import annotations

import pytest

from knowledge.search.index.gathering import Dictionaries
from knowledge.search.index.snapshot import Snapshot
from knowledge.search.lists.thesaurus import Thesaurus
from tests.knowledge.search.conftest import LISTS, initiative


def snapshot(*texts: tuple[str, str]) -> Snapshot:
    shared = Dictionaries(Thesaurus(LISTS.synonyms, ()).phrases, {}, LISTS.register)
    return Snapshot.of([initiative(f"n{at}", "Leeds", *text) for at, text in enumerate(texts)], shared)


@pytest.mark.parametrize(
    ("title", "summary"),
    [
        ("Boys and youth", "Justice service for all."),
        ("On youth justice", "Service for all."),
        ("On youth", "Offending team for all."),
        ("The youth offending", "Team for all."),
    ],
)
def test_the_end_of_a_field_and_the_beginning_of_the_next_make_no_phrase(title: str, summary: str) -> None:
    """Of each there is another that holds all of it in one field, so that its words are known."""
    whole = (("Youth justice service", "Boys."), ("Youth offending team", "Boys."))
    parted = snapshot(*whole, (title, summary))
    apart = {"youth justic servic", "youth offend team"}
    if title.endswith("youth"):
        apart |= {"youth justic", "youth offend"}
    held = {phrase for phrase in apart for found in parted.postings(phrase) if 2 in found.docs}
    assert held == set()
    assert all(parted.postings(phrase) for phrase in apart - {"youth justic"})


def test_words_stand_together_wherever_any_of_those_that_have_both_writes_them_so() -> None:
    texts = [("Panels", "Police have panels.")] * 3 + [("Police panels", "Boys.")]
    assert snapshot(*texts).stand_together("police", "panels")
    assert not snapshot(*texts[:3]).stand_together("police", "panels")
