"""What an index keeps of initiatives when it numbers all words anew, and what it does not."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category, Contact, Evidence
from knowledge.domain.member import ANYONE
from knowledge.search.index import snapshot
from knowledge.search.language.text import stems
from tests.knowledge.search.conftest import LIBRARY, initiative
from tests.knowledge.search.index.test_changes import answers, rebuilt


def test_what_is_gone_leaves_no_word_behind_once_changes_are_folded_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "FEWEST_TO_FOLD", 2)
    engine = rebuilt(LIBRARY)
    for number in range(3):
        engine.apply([initiative(f"n{number}", f"Newtown {number}", "Kayaking", "Zebras.", f"theme-{number}")], [])
    assert engine.understand("kayakng").corrections
    engine.apply([], ["n0", "n1", "n2"])
    after = engine._current.snapshot
    assert set(after.shared.words) == set(rebuilt(LIBRARY)._current.snapshot.shared.words)
    assert not {"kayak", "theme/theme-0", "authority/Newtown 0"} & set(after.shared.terms)
    assert "Newtown 0" not in after.shared.authorities
    assert "kayaking" not in engine._current.speller().index.words
    assert answers(engine) == answers(rebuilt(LIBRARY))


@pytest.mark.parametrize("fewest_to_fold", [0, 500])
def test_all_that_is_known_of_an_initiative_survives_changes_to_others(
    fewest_to_fold: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its years, contact, theme, category and evidence, and what in it is only part of a name."""
    monkeypatch.setattr(snapshot, "FEWEST_TO_FOLD", fewest_to_fold)
    kayaks = initiative(
        "kayaks",
        "Leeds",
        "Kayaking with Leeds Academy Trust",
        "Fathers kayak.",
        "exclusions",
        year="2019-2021",
        own_contacts=(Contact("Torquil Wexbridge", "Lead", None),),
        categories=(Category.COMMUNITIES,),
        evidence=Evidence.EVALUATED,
    )
    engine = rebuilt(LIBRARY)
    engine.apply([kayaks], [])
    for number in range(3):
        engine.apply([initiative(f"n{number}", "Leeds", "Mentoring boys", "Therapy.", "exclusions", year="2024")], [])
    for text, is_found in {
        "2019": True,
        "what was done in 2021": True,
        "2022": False,
        "kayaking contact:Torquil": True,
        "kayaking theme:exclusions category:communities evidence:evaluated": True,
        '"Leeds Academy Trust"': True,
        "trust": False,
    }.items():
        found = engine.find(engine.understand(text), member=ANYONE, limit=20).matches
        assert ("kayaks" in [one.id for one in found]) is is_found, text


def test_a_phrase_of_the_lists_is_known_from_the_change_on_that_brings_its_last_word() -> None:
    engine = rebuilt(LIBRARY)
    phrase = " ".join(stems("kicked out of school"))
    engine.apply([initiative("n1", "Leeds", "Kicked balls", "A school.", "exclusions")], [])
    assert not engine._current.snapshot.postings(phrase)
    engine.apply([initiative("n2", "Leeds", "Boys kicked out of schools", "A school.", "exclusions")], [])
    assert [found.docs.tolist() for found in engine._current.snapshot.postings(phrase)] == [[len(LIBRARY) + 1]]
