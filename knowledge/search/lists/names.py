"""Authorities and bodies named in a question, among other words: by their names, or by a town that is theirs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.domain.authority import Authority, AuthorityKind, Register
from knowledge.domain.lists import Towns
from knowledge.search.language.english import STOP, common_words, is_ambiguous, is_common, is_listed
from knowledge.search.language.text import Token, words
from knowledge.search.lists.institutions import is_an_institution

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
#: Words of a town that its hyphens make one with the next ("Newcastle-under-Lyme").
_JOINED_BY_HYPHEN = frozenset(("under", "over", "mid"))
#: Abbreviations this short are taken for authorities only in capitals, unless they have no vowel ("lbh").
_SHORT = 3
#: Shorter towns are too many to tell slips in them from other words.
SHORTEST_TOWN_WITH_A_SLIP = 6
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
    #: the town by which the authorities were named, as the list writes it; None where it was by a name of theirs
    town: str | None = None
    #: the area that was named, and in which the authorities lie; None where it was one of them
    area: str | None = None
    #: whether a word beside it shows that the place is meant
    cued: bool = False
    #: how many tokens the name itself takes, without words round it for its kind
    length: int = 1


class Names:
    """All names and towns of the register by their words. Built once per set of lists; never changes."""

    def __init__(self, register: Register, towns: Iterable[Towns] = ()) -> None:
        self._register = register
        self._named: dict[tuple[str, ...], list[tuple[Authority, str]]] = {}
        self.longest: dict[str, int] = {}
        for authority in register:
            for name in authority.names():
                key = tuple(words(name))
                self._add(key, authority, name)
                if "children" in key:
                    self._add(tuple("childrens" if word == "children" else word for word in key), authority, name)
        for authority in register:
            self._add_initials(authority)
        self._towns: dict[tuple[str, ...], list[tuple[Authority, str]]] = {}
        self._add_towns(towns)
        self.vocabulary = frozenset(word for key in self._named for word in key)
        self.town_words = frozenset(word for key in self._towns for word in key)

    def _add_towns(self, towns: Iterable[Towns]) -> None:
        """Towns; one that is called like an authority is that authority."""
        known = ((self._register.get(one.authority), name) for one in towns for name in one.names)
        for authority, name in known:
            key = tuple(words(name))
            if authority is None or not key:
                continue
            self._add_town(key, authority, name)
            if len(key) > 1:
                self._add_town(_with_apostrophes(key), authority, name)
            if not _JOINED_BY_HYPHEN.isdisjoint(key):
                self._add_town(tuple(words(name.replace(" ", "-"))), authority, name)

    def _add_town(self, key: tuple[str, ...], authority: Authority, name: str) -> None:
        if key not in self._named and (authority, name) not in self._towns.get(key, ()):
            self._towns.setdefault(key, []).append((authority, name))
            self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    @property
    def phrases(self) -> list[tuple[str, ...]]:
        """The names of the register that are of several words."""
        return [key for key in self._named if len(key) > 1]

    def has(self, key: tuple[str, ...]) -> bool:
        """Whether some words are all of a name in the register."""
        return key in self._named

    def sure_towns(self) -> list[str]:
        """The towns of one word that is nothing else and so long that a slip in it can be told."""
        words = [key[0] for key in self._towns if len(key) == 1 and len(key[0]) >= SHORTEST_TOWN_WITH_A_SLIP]
        return [word for word in words if not (is_listed(word) or is_ambiguous(word))]

    def town(self, text: str) -> Named | None:
        """The town whose whole name is `text`."""
        found = self._towns.get(tuple(words(text)))
        return Named(tuple(one for one, _ in found), text, 0, 0, town=found[0][1]) if found else None

    def _add(self, key: tuple[str, ...], authority: Authority, name: str) -> None:
        if not key:
            return
        held = self._named.setdefault(key, [])
        if all(other.name != authority.name for other, _ in held):
            held.append((authority, name))
        self.longest[key[0]] = max(self.longest.get(key[0], 0), len(key))

    def _add_initials(self, authority: Authority) -> None:
        """Initials of an authority's name, as people make them up ("TH"), unless they are another's alias.

        Bodies are too many for that: their initials are also the field's own ("CP", "NO", "RAW").
        """
        if authority.kind is AuthorityKind.BODY:
            return
        capitals = "".join(word[0] for word in authority.name.split() if word[0].isupper())
        # A small word in capitals ("who IS doing this") is said loudly, and names nobody.
        if len(capitals) > 1 and capitals.lower() not in STOP and (capitals.lower(),) not in self._named:
            self._add((capitals.lower(),), authority, capitals)

    def at(
        self, tokens: Sequence[Token], start: int, *, alone: bool = False, longest: int | None = None
    ) -> Named | None:
        """What is named by the tokens from `start` on, the longest name first; None when nothing is.

        `alone` says that they are the whole question; names of more than `longest` words are not looked for.
        """
        if owner := self._owner(tokens[start]):
            return Named((owner,), tokens[start].typed, start, start + 1)
        most = min(self.longest.get(tokens[start].word, 0), len(tokens) - start, longest or len(tokens))
        for length in range(most, 0, -1):
            key = tuple(token.word for token in tokens[start : start + length])
            found, town = self._named.get(key), None
            if not found:
                found = self._towns.get(key)
                town = found[0][1] if found else None
            if not found or is_an_institution(tokens, start, start + length):
                continue
            exact = [one for one in found if one[1].casefold() == one[0].name.casefold()]
            those = exact or found
            whole = alone and length == len(tokens)
            if town is None:
                sure = self._sure(tokens, start, length, those, alone=whole)
            else:
                sure = True if self._sure_town(tokens, start, length, town, alone=whole) else None
            if sure is None:
                continue
            first, last = _with_kind(tokens, start, start + length)
            typed = " ".join(token.typed for token in tokens[start : start + length])
            cued = _cue_before(tokens, start) or _cue_after(tokens, start + length)
            return Named(tuple(one for one, _ in those), typed, first, last, not sure, town, cued=cued, length=length)
        return None

    def _owner(self, token: Token) -> Authority | None:
        """The authority whose a thing is where the apostrophe was left out ("Hackneys plan"); None where none is."""
        word = token.word
        if not word.endswith("s") or word in self.longest or is_common(word):
            return None
        named = self._named.get((word[:-1],), ())
        return next((one for one, name in named if name == one.name and not is_common(word[:-1])), None)

    def _sure_town(self, tokens: Sequence[Token], start: int, length: int, town: str, *, alone: bool) -> bool:
        """Whether words are meant as a town: one that is an everyday word, or a person's name, needs a sign of it."""
        typed = tokens[start : start + length]
        right = is_listed if length == 1 else common_words().__contains__
        everyday = all(right(word) for word in words(town))
        if not everyday and not (length == 1 and is_ambiguous(typed[0].word)):
            return True
        if _cue_after(tokens, start + length):
            return True
        capitals = all(token.capital for token in typed if token.word not in STOP)
        cue = self._cue_before_one_of_several(tokens, start)
        if not everyday:
            return cue or alone
        mixed = any(other.typed[:1].islower() for other in tokens)
        if length > 1:
            return cue or alone or (capitals and mixed)
        return capitals and (alone or (cue and mixed))

    def _cue_before_one_of_several(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether a cue stands before a name, or before the names that it is listed with ("in Chorley and Preston")."""
        while start > 0:
            if _cue_before(tokens, start):
                return True
            word = tokens[start - 1].word
            if word not in ("and", "or") and word not in self.vocabulary and word not in self.town_words:
                return False
            start -= 1
        return False

    def _sure(
        self,
        tokens: Sequence[Token],
        start: int,
        length: int,
        those: Sequence[tuple[Authority, str]],
        *,
        alone: bool,
    ) -> bool | None:
        """Whether the words are meant as a name: True, False (perhaps), or None (no)."""
        typed = tokens[start : start + length]
        name = those[0][1]
        if length == 1:
            return True if self._sure_word(tokens, start, name, alone=alone) else None
        body = all(one.kind is AuthorityKind.BODY for one, _ in those)
        if body and all(token.word in STOP or is_common(token.word) for token in typed):
            capitals = [token for token in typed if token.capital]
            if len(capitals) < 2 and not _cue_before(tokens, start):
                return False
        return True

    def _sure_word(self, tokens: Sequence[Token], start: int, name: str, *, alone: bool) -> bool:
        token = tokens[start]
        word = token.word
        abbreviation = sum(letter.isupper() for letter in name) > 1
        if abbreviation and len(name) <= _SHORT:
            consonants = len(word) > 2 and not _VOWELS & set(word) and word not in STOP
            return not _only_loud(tokens, word) and (token.shouted or token.typed == name or consonants)
        if abbreviation and not is_common(word):
            return True
        if abbreviation:
            return token.shouted
        if alone or (word not in STOP and not is_common(word)):
            return True
        return _meant_as_place(tokens, start) or (token.capital and self._is_one_of_several(tokens, start))

    def _is_one_of_several(self, tokens: Sequence[Token], start: int) -> bool:
        """Whether a word is listed with names that are nothing else ("Bath and Bristol")."""
        for step in (-1, 1):
            at = start + step
            while 0 <= at < len(tokens) and (tokens[at].word in ("and", "or") or (tokens[at].word,) in self._named):
                if tokens[at].word not in STOP and not is_common(tokens[at].word) and tokens[at].capital:
                    return True
                at += step
        return False


def _with_apostrophes(key: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a town as they are read when its -s is written apart: Kings Lynn is King's Lynn, too."""
    return tuple(word[:-1] if len(word) > 4 and word.endswith("s") and word[-2] != "s" else word for word in key)


def _only_loud(tokens: Sequence[Token], word: str) -> bool:
    """Whether an everyday word is in capitals because the whole question is ("WHO HAS SET UP ...")."""
    return is_common(word) and len(tokens) > 1 and not any(map(str.islower, "".join(token.typed for token in tokens)))


def _meant_as_place(tokens: Sequence[Token], start: int) -> bool:
    """Whether a word that is also a place's name (Reading, Bury, Bath) is meant as the place here."""
    token = tokens[start]
    mixed = any(other.typed[:1].islower() for other in tokens)
    if token.capital and (len(tokens) == 1 or (start > 0 and mixed)):
        return True
    if _cue_after(tokens, start + 1):
        return True
    if start > 1 and tokens[start - 2].word in _SCHOOL_WORDS:
        return False
    return _cue_before(tokens, start)


def _cue_before(tokens: Sequence[Token], start: int) -> bool:
    if start == 0:
        return False
    before = tokens[start - 1].word
    return before in PLACE_CUES or (before == "of" and start > 1 and tokens[start - 2].word in _KIND_BEFORE)


def _cue_after(tokens: Sequence[Token], end: int) -> bool:
    return end < len(tokens) and tokens[end].word in _CUES_AFTER


def _with_kind(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Take in the words round a name that only say what kind of authority it is ("London Borough of", "Council")."""
    if first > 1 and tokens[first - 1].word == "of" and tokens[first - 2].word in _KINDS_OF:
        first -= 2
        while first > 0 and tokens[first - 1].word in _KIND_BEFORE:
            first -= 1
    elif first > 0 and tokens[first - 1].word == "lb":
        first -= 1
    while last < len(tokens) and tokens[last].word in _KIND_AFTER:
        if last + 1 < len(tokens) and tokens[last + 1].word == "of":
            break  # it begins the next name ("Hackney City of London")
        last += 1
    return first, last
