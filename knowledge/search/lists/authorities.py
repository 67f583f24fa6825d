"""Finding authorities by their names: exact, official, alias, code, with or without "Council", or with a slip."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from knowledge.domain.authority import Authority, AuthorityKind, Place, Register
from knowledge.domain.lists import Towns
from knowledge.domain.text import fold
from knowledge.search.language.english import is_common

#: Words of fewer letters than this are taken as they stand: one slip turns "Bury" or "west" into another name's word.
SHORTEST_WITH_A_SLIP = 5
#: From this many letters on, a word may hold two slips; of the register's words that long, only Hertfordshire and
#: Herefordshire, and those that differ by north/south or east/west, lie nearer to each other than that.
LENGTH_FOR_TWO_SLIPS = 8
#: Longer text is no name.
LONGEST_NAME = 80
#: Below this likeness (RapidFuzz's ratio, 0 to 100) a name is not worth offering, as a whole or in a word that tells
#: authorities apart: slips in real names keep 80 and more ("Sommerset" 94), while "Nowhereshire" has 72 with
#: Herefordshire and "Ambridge" 75 with Bridgend.
NEAREST_CUT_OFF = 78
#: Words that many names have, so that sharing one says nothing.
_COMMON_WORDS = frozenset((
    "and", "of", "the", "city", "county", "council", "borough", "trust", "board", "north", "south", "east", "west",
    "eastern", "western", "northern", "southern", "upon", "isle", "isles", "islands", "greater", "national",
    "children", "childrens", "child", "youth", "justice", "service", "services",
))  # fmt: skip

#: What people put round a name: "London Borough of Barnet", "Leeds City Council", "Essex CC children's services".
_BEFORE = re.compile(
    r"^(?:the )?(?:(?:(?:london|royal|metropolitan|county) )*borough(?: council)? of|city and county of|city of"
    r"|county of|council of the city of|lb|lbc|rb|mbc|the)\s+"
)
_AFTER = re.compile(
    r"\s+(?:(?:(?:city|county|borough|metropolitan|unitary|district|london|royal)\s+)*(?:council|authority|la|lea|cc|mbc"
    r"|bc|cbc|dc|borough|county|hsc trust|health and social care trust|combined authority|corporation)"
    r"|(?:council )?(?:childrens (?:services|trust|social care)|education service|schools service|education))$"
)

_KINDS = ("council", "borough", "county", "authority", "childrens", "services")


def plain(name: str) -> str:
    """Return a folded name without the words for its kind of authority ("Leeds City Council" -> "leeds")."""
    name = fold(name)
    while True:
        shorter = _AFTER.sub("", _BEFORE.sub("", name))
        if shorter == name or not shorter:
            return name
        name = shorter


def _bare(authority: Authority, name: str) -> str:
    """Return a folded name as it is matched: of a body, the whole ("Refugee Council" is not called "refugee")."""
    return fold(name) if authority.kind is AuthorityKind.BODY else plain(name)


class RegisterMatcher:
    """Implements `domain.authority.AuthorityMatcher` over a register; holds no state that changes.

    No authority is matched by a town or a region, but neither is a slip: Burnley is not Barnsley, nor is West Yorkshire
    West Berkshire.
    """

    def __init__(self, register: Register, towns: Iterable[Towns] = (), places: Iterable[Place] = ()) -> None:
        self._register = register
        self._towns = tuple(towns)
        self._places = tuple(places)

    @cached_property
    def _plain(self) -> dict[str, dict[str, Authority]]:
        """Plain name to the authorities that have it, by register name."""
        found: dict[str, dict[str, Authority]] = {}
        for authority in self._register:
            for name in authority.names():
                found.setdefault(_bare(authority, name), {})[authority.name] = authority
        return found

    @cached_property
    def _own_names(self) -> dict[str, Authority]:
        return {_bare(one, one.name): one for one in self._register}

    @cached_property
    def _no_slips(self) -> frozenset[str]:
        towns = [name for one in self._towns for name in one.names]
        return frozenset(map(fold, [*towns, *(name for one in self._places for name in (one.name, *one.words))]))

    @cached_property
    def _choices(self) -> dict[str, str]:
        """Names in which a slip can be told, without their spaces: no codes, no initials."""
        return {
            squashed: name
            for authority in self._register
            for written in authority.names()
            if not written.isupper() and not any(letter.isdigit() for letter in written)
            for name in (_bare(authority, written),)
            for squashed in (name.replace(" ", ""),)
            if len(squashed) >= SHORTEST_WITH_A_SLIP
        }

    def called(self, text: str) -> Sequence[Authority]:
        """Those that have `text` as a name exactly as the register writes it, but for capitals and the like."""
        return self._register.called(text)

    def match(self, text: str) -> Sequence[Authority]:
        """Those whose whole name is `text`, exactly or with a slip; several for a shared alias, none if unsure."""
        exact = self.called(text)
        if exact:
            return exact
        name = plain(text)
        if not name:
            return ()
        if own := self._own_names.get(name):
            return (own,)
        if found := self._plain.get(name):
            return tuple(found.values())
        whole = _mend_kind(fold(text))
        return self._with_a_slip(plain(whole)) or self._with_a_slip(whole)

    def _with_a_slip(self, name: str) -> tuple[Authority, ...]:
        squashed = name.replace(" ", "")
        if len(squashed) < SHORTEST_WITH_A_SLIP or len(name) > LONGEST_NAME:
            return ()
        if is_common(name) or name in self._no_slips:
            return ()
        slips = 2 * len(name.split())
        near = process.extract(squashed, list(self._choices), scorer=OSA.distance, score_cutoff=slips, limit=8)
        likely = [(choice, distance) for choice, distance, _ in near if _is_a_slip(name, self._choices[choice])]
        best = min((distance for _, distance in likely), default=0)
        those = {
            one.name: one
            for choice, distance in likely
            if distance == best
            for one in self._plain[self._choices[choice]].values()
        }
        names = [choice for choice, distance in likely if distance == best]
        return tuple(those.values()) if len(names) == 1 or len(those) == 1 else ()

    def nearest(self, text: str, *, limit: int = 3) -> Sequence[Authority]:
        """Those whose names look most like `text`, best first: suggestions to offer, never an answer."""
        name = plain(text)[:LONGEST_NAME]
        if not name:
            return ()
        those: dict[str, Authority] = {}
        likely = [choice for choice in self._plain if _is_like(name, choice)]
        for choice, _, _ in process.extract(name, likely, scorer=fuzz.WRatio, limit=limit * 4):
            those.update({one.name: one for one in self._plain[choice].values() if one.name not in those})
        return tuple(those.values())[:limit]


def _is_like(typed: str, name: str) -> bool:
    """Whether two plain names look alike, as wholes or in a word that tells authorities apart."""
    if fuzz.ratio(typed, name) >= NEAREST_CUT_OFF:
        return True
    typed_words, words = (set(each.split()) - _COMMON_WORDS for each in (typed, name))
    words = {word for word in words if len(words) == 1 or not is_common(word)}  # Paris is not like HMI Prisons
    return bool(typed_words & words) or any(
        fuzz.ratio(one, other) >= NEAREST_CUT_OFF
        for one in typed_words
        for other in words
        if min(len(one), len(other)) >= SHORTEST_WITH_A_SLIP
    )


def slips_allowed(word: str) -> int:
    """How many slips (a letter missing, added, wrong, or two swapped) a word of this length can hold and be known."""
    if len(word) < SHORTEST_WITH_A_SLIP:
        return 0
    return 1 if len(word) < LENGTH_FOR_TWO_SLIPS else 2


def _is_a_slip(typed: str, name: str) -> bool:
    """Whether `typed` is `name` with slips that every one of its words can bear, or with a space too many or few."""
    typed_words, words = typed.split(), name.split()
    if len(typed_words) == len(words):
        return all(
            OSA.distance(one, other) <= min(slips_allowed(other), slips_allowed(one + "_"))
            for one, other in zip(typed_words, words, strict=True)
        )
    squashed = name.replace(" ", "")
    slips = 1 if len(squashed) >= LENGTH_FOR_TWO_SLIPS else 0
    return OSA.distance(typed.replace(" ", ""), squashed) <= slips


def _mend_kind(name: str) -> str:
    """Put right the words that say what kind of authority it is ("leeds city concil" -> "leeds city council")."""
    return " ".join(
        next((kind for kind in _KINDS if len(word) >= SHORTEST_WITH_A_SLIP - 1 and OSA.distance(word, kind) == 1), word)
        for word in name.split()
    )
