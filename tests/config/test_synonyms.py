"""The shipped synonyms: what they mark has to be wording that they know."""

from __future__ import annotations

from knowledge.search.language.stems import stem
from knowledge.search.language.text import words
from knowledge.search.lists.lexicon import Lexicon
from tests.relevance.library import lists


def test_what_is_marked_as_a_thing_of_its_own_is_known_to_other_entries() -> None:
    """By itself the mark finds nothing, so one on unknown wording would be there in vain."""
    shipped = lists()
    entries = Lexicon(shipped).thesaurus.entries
    things = [word for one in shipped.synonyms if one.things for word in one.words]
    assert [word for word in things if tuple(map(stem, words(word))) not in entries] == []
    assert len(things) == len(set(things))
