"""All that the lists say about wording, in the forms that understanding a question needs."""

from __future__ import annotations

from knowledge.domain.lists import Lists
from knowledge.search.lists.authorities import RegisterMatcher
from knowledge.search.lists.company import Company
from knowledge.search.lists.names import Names
from knowledge.search.lists.places import Gazetteer
from knowledge.search.lists.thesaurus import Thesaurus


class Lexicon:
    """All that the lists say about wording. Built once per set of lists; never changes."""

    def __init__(self, lists: Lists) -> None:
        self.lists = lists
        self.thesaurus = Thesaurus(lists.synonyms, lists.themes)
        self.names = Names(lists.register, lists.towns)
        self.gazetteer = Gazetteer(lists.places, lists.register)
        self.matcher = RegisterMatcher(lists.register, lists.towns, lists.places)
        self.company = Company([*self.thesaurus.written, *self.names.phrases, *self.gazetteer.named])
        self.themes = {theme.slug: theme for theme in lists.themes}
        self.vocabulary = self.thesaurus.vocabulary | self.names.vocabulary | self.gazetteer.vocabulary
