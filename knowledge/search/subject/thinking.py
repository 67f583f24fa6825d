"""Making the ideas of a question: one for each wording, kept, so that what it matches is looked up once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from knowledge.search.ideas import Alternative, Idea, Kind, itself, one_of
from knowledge.search.language.english import ASKING, GENERIC, STOP, is_common, is_listed
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token
from knowledge.search.language.text import tokens as tokens_of
from knowledge.search.lists.thesaurus import Entry, Thesaurus
from knowledge.search.memory import Memory
from knowledge.search.subject.wording import idea_of_phrase, idea_of_word

#: So many wordings are kept.
_MOST_KEPT = 20_000


class Thinker:
    """Makes ideas with the lists' wording. `family` gives a stem's relatives, `knows` tells whether a word is one."""

    def __init__(
        self, thesaurus: Thesaurus, family: Callable[[str], Sequence[str]], knows: Callable[[str], bool]
    ) -> None:
        self._thesaurus = thesaurus
        self._family = family
        self._knows = knows
        self._words: Memory[str, Idea] = Memory(_MOST_KEPT)
        self._wordings: Memory[tuple[tuple[str, bool], ...], Idea] = Memory(_MOST_KEPT)
        self._choices: Memory[tuple[Idea, ...], Idea] = Memory(_MOST_KEPT)
        self._themselves: Memory[Idea, Idea] = Memory(_MOST_KEPT)
        self._lighter: Memory[Idea, Idea] = Memory(_MOST_KEPT)
        self._optional: Memory[Idea, Idea] = Memory(_MOST_KEPT)

    def word(self, token: Token) -> Idea | None:
        """The idea of a word that the lists say nothing about; None for one that only joins or asks."""
        made = self._words.get(token.word)
        if made is None and token.word not in STOP and not only_asks(token):
            made = self._words.keep(token.word, self._plain(token.word, generic=says_little(token.word)))
        return made

    def wording(self, entry: Entry, tokens: Sequence[Token]) -> Idea:
        """The idea of a wording that the lists know, as these words of a question say it."""
        key = tuple((token.word, token.shouted) for token in tokens)
        made = self._wordings.get(key)
        if made is None:
            generic = len(tokens) == 1 and says_little(tokens[0].word)
            joins = [idea for text in entry.joins for idea in self._parts(tokens_of(text))]
            made = self._wordings.keep(key, self._phrase(entry, tokens, generic=generic, joins=joins))
        return made

    def one_of(self, ideas: Sequence[Idea]) -> Idea:
        """The idea of several of which one is enough."""
        key = tuple(ideas)
        return self._choices.get(key) or self._choices.keep(key, one_of(ideas))

    def itself(self, idea: Idea) -> Idea:
        """An idea in its own words alone, and in what says just the same."""
        return self._themselves.get(idea) or self._themselves.keep(idea, itself(idea))

    def lightly(self, idea: Idea) -> Idea:
        """An idea that says little where it stands."""
        return self._lighter.get(idea) or self._lighter.keep(idea, replace(idea, light=True))

    def optionally(self, idea: Idea) -> Idea:
        """An idea that an answer may lack."""
        return self._optional.get(idea) or self._optional.keep(idea, replace(idea, optional=True))

    def _alone(self, token: Token) -> Idea:
        """The idea of one word of a phrase, as if it stood by itself."""
        part = stem(token.word)
        entry = self._thesaurus.entries.get((part,))
        if entry is None or not entry.is_said_by([token]):
            return self._plain(token.word, generic=part in _GENERIC_STEMS)
        return self._listed(entry, [token], generic=part in _GENERIC_STEMS)

    def _parts(self, tokens: Sequence[Token]) -> list[Idea]:
        """The ideas of what a wording joins: one where the lists know it, else word by word."""
        entry = self._thesaurus.entries.get(tuple(stem(token.word) for token in tokens))
        if entry is None:
            return [self._alone(token) for token in tokens if token.word not in STOP]
        return [self._phrase(entry, tokens, generic=False)]

    def _phrase(self, entry: Entry, tokens: Sequence[Token], *, generic: bool, joins: Sequence[Idea] = ()) -> Idea:
        inner = [self._alone(token) for token in tokens if token.word not in STOP] if len(tokens) > 1 else []
        return self._listed(entry, tokens, generic=generic, words=inner, joins=joins)

    def _listed(
        self,
        entry: Entry,
        tokens: Sequence[Token],
        *,
        generic: bool,
        words: Sequence[Idea] = (),
        joins: Sequence[Idea] = (),
    ) -> Idea:
        typed = [token.word for token in tokens]
        parts = [stem(word) for word in typed]
        return idea_of_phrase(entry, parts, self._family, typed, generic=generic, words=words, joins=joins)

    def _plain(self, word: str, *, generic: bool) -> Idea:
        idea = idea_of_word(word, self._family, known=self._knows(word), generic=generic, stemmed=stem(word))
        filed = self._filed_with_family(idea)
        return replace(idea, alternatives=(*idea.alternatives, *filed)) if filed else idea

    def _filed_with_family(self, idea: Idea) -> list[Alternative]:
        """The themes that another word of the same family stands for ("adopt" for adoption)."""
        entries = self._thesaurus.entries
        relatives = [one for one in idea.alternatives if one.kind is Kind.FAMILY]
        return [
            replace(one, kind=Kind.HINT)
            for relative in relatives
            if (entry := entries.get((relative.term,)))
            for one in entry.alternatives.values()
            if one.kind.is_filed
        ]


#: Stems of asking words that are also other words, or say something in another form ("heard", "learned").
_KEPT = frozenset(stem(word) for word in "dear sorry list suggestion sort kind try mean see hear find learn".split())  # noqa: SIM905
_GENERIC_STEMS = frozenset(stem(word) for word in GENERIC)
_ASKING_STEMS = frozenset(stem(word) for word in ASKING) - _KEPT


#: The end of a longer word that only says how something is done, and that of the word it is made from.
_HOW = (("bly", "ble"), ("ically", "ic"))


def only_asks(token: Token) -> bool:
    """Whether a word only asks or is polite, in any form ("asked", "wants"); abbreviations in capitals never do."""
    return token.word in ASKING or (stem(token.word) in _ASKING_STEMS and not token.shouted)


def says_little(word: str) -> bool:
    """Whether a word is one of those true of nearly any work, or only says how something is done ("fairly")."""
    if stem(word) in _GENERIC_STEMS:
        return True
    base = word.removesuffix("ly")
    if base != word and len(base) > 2 and is_common(base):
        return True
    bases = (word.removesuffix(ending) + instead for ending, instead in _HOW if word.endswith(ending))
    return any(map(is_listed, bases))
