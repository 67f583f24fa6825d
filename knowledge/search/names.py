"""Authorities and bodies named in a question, among other words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.domain.authority import Authority, AuthorityKind, Register
from knowledge.search.english import STOP, is_common
from knowledge.search.text import Token, plain_letters, split_words

#: Before a name that is also a word, these show that the place is meant.
PLACE_CUES = frozenset("in at from near around across within like council borough city lb".split())  # noqa: SIM905
#: After it, these do.
_CUES_AFTER = frozenset("council councils borough authority lea cc city county la".split())  # noqa: SIM905
#: But not after these: what is high "in reading" is a score.
_SCHOOL_WORDS = frozenset(
    "attainment progress results skills gap gaps improvement improvements achievement confidence scores".split()  # noqa: SIM905
)
#: Words round a name that only say what kind of authority it is.
_KIND_BEFORE = frozenset("london royal metropolitan borough city county council of the lb".split())  # noqa: SIM905
_KIND_AFTER = frozenset(
    "council councils borough authority city county metropolitan district cc mbc lea la".split()  # noqa: SIM905
)
_KINDS_OF = frozenset(("borough", "city", "county", "council"))
#: Abbreviations this short are taken for authorities only in capitals, unless they have no vowel ("lbh").
_SHORT = 3
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Named:
    """Authorities that some words of a question name; several for a shared alias. `first` to `last` are its tokens."""

    authorities: tuple[Authority, ...]
    typed: str
    first: int
    last: int
    #: a body named in words that mean something by themselves ("youth justice board"): a hint, no place to stay in
    loosely: bool = False


class Names:
    """All names of the register by their words. Built once per register; never changes."""

    def __init__(self, register: Register) -> None:
        self._register = register
        self._named: dict[tuple[str, ...], list[tuple[Authority, str]]] = {}
        self.longest: dict[str, int] = {}
        written = [(authority, name) for authority in register for name in authority.names()]
        cleaned = plain_letters("\n".join(name for _, name in written)).split("\n") if written else []
        for (authority, name), line in zip(written, cleaned, strict=True):
            self._add(tuple(split_words(line)), authority, name)
        for authority in register:
            self._add_initials(authority)
        self.vocabulary = frozenset(word for key in self._named for word in key)

    def _add(self, key: tuple[str, ...], authority: Authority, name: str) -> None:
        if not key:
            return
        held = self._named.setdefault(key, [])
        if all(other.name != authority.name for other, _ in held):
            held.append((authority, name))
        self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def _add_initials(self, authority: Authority) -> None:
        """Initials of a name of several words, as people make them up ("GM"), unless they are another's alias."""
        capitals = "".join(word[0] for word in authority.name.split() if word[0].isupper())
        if len(capitals) > 1 and (capitals.lower(),) not in self._named:
            self._add((capitals.lower(),), authority, capitals)

    def at(self, tokens: Sequence[Token], start: int) -> Named | None:
        """What is named by the tokens from `start` on, the longest name first; None when nothing is."""
        for length in range(min(self.longest.get(tokens[start].word, 0), len(tokens) - start), 0, -1):
            found = self._named.get(tuple(token.word for token in tokens[start : start + length]))
            if not found:
                continue
            exact = [one for one in found if one[1].casefold() == one[0].name.casefold()]
            those = exact or found
            sure = self._sure(tokens, start, length, those)
            if sure is None:
                continue
            first, last = _with_kind(tokens, start, start + length)
            typed = " ".join(token.typed for token in tokens[start : start + length])
            return Named(tuple(one for one, _ in those), typed, first, last, loosely=not sure)
        return None

    def _sure(
        self, tokens: Sequence[Token], start: int, length: int, those: Sequence[tuple[Authority, str]]
    ) -> bool | None:
        """Whether the words are meant as a name: True, False (perhaps), or None (no)."""
        typed = tokens[start : start + length]
        name = those[0][1]
        if length == 1:
            return True if self._sure_word(tokens, start, name) else None
        body = all(one.kind is AuthorityKind.BODY for one, _ in those)
        if body and all(token.word in STOP or is_common(token.word) for token in typed):
            capitals = [token for token in typed if token.capital]
            if len(capitals) < 2 and not _cue_before(tokens, start):
                return False
        return True

    def _sure_word(self, tokens: Sequence[Token], start: int, name: str) -> bool:
        token = tokens[start]
        word = token.word
        abbreviation = sum(letter.isupper() for letter in name) > 1
        if abbreviation and len(name) <= _SHORT:
            consonants = len(word) > 2 and not _VOWELS & set(word) and word not in STOP
            return token.shouted or token.typed == name or consonants
        if abbreviation and not is_common(word):
            return True
        if abbreviation:
            return token.shouted
        if word not in STOP and not is_common(word):
            return True
        return _meant_as_place(tokens, start)


def _meant_as_place(tokens: Sequence[Token], start: int) -> bool:
    """Whether a word that is also a place's name (Reading, Bury, Bath) is meant as the place here."""
    token = tokens[start]
    mixed = any(other.typed[:1].islower() for other in tokens)
    if token.capital and (len(tokens) == 1 or (start > 0 and mixed)):
        return True
    if start + 1 < len(tokens) and tokens[start + 1].word in _CUES_AFTER:
        return True
    if start > 1 and tokens[start - 2].word in _SCHOOL_WORDS:
        return False
    return _cue_before(tokens, start)


def _cue_before(tokens: Sequence[Token], start: int) -> bool:
    if start == 0:
        return False
    before = tokens[start - 1].word
    return before in PLACE_CUES or (before == "of" and start > 1 and tokens[start - 2].word in _KIND_BEFORE)


def _with_kind(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Take in the words round a name that only say what kind of authority it is ("London Borough of", "Council")."""
    if first > 1 and tokens[first - 1].word == "of" and tokens[first - 2].word in _KINDS_OF:
        first -= 2
        while first > 0 and tokens[first - 1].word in _KIND_BEFORE:
            first -= 1
    elif first > 0 and tokens[first - 1].word == "lb":
        first -= 1
    while last < len(tokens) and tokens[last].word in _KIND_AFTER:
        last += 1
    return first, last
