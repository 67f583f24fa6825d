"""The authorities and places that the words of a question name, and how each is meant: noted as they are found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from itertools import zip_longest

from knowledge.domain.authority import Authority, AuthorityKind, Place
from knowledge.domain.text import listed
from knowledge.search.ideas import Kind
from knowledge.search.language.english import ASKING, STOP
from knowledge.search.language.stems import stem
from knowledge.search.language.text import Token, stems
from knowledge.search.lists.institutions import is_an_institution
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.names import Named
from knowledge.search.understanding.contacting import reaches_a_place
from knowledge.search.understanding.notes import Notes
from knowledge.search.understanding.whereabouts import (
    is_example,
    is_likened,
    is_one_of_several,
    is_own_place,
    left_out_from,
    near,
    wants_others,
)

#: What parts of the country are called by, and what stands between two that share the rest ("north and south London").
_PARTS = frozenset(("north", "south", "east", "west", "mid", "inner", "outer"))
_AND = frozenset(("and", "or"))
#: How those are cut short before a name ("n wales", "gt manchester").
_CUT_SHORT = {"n": "north", "s": "south", "e": "east", "w": "west", "gt": "greater"}
#: No place is named by these: the whole country, and words in which a place's name means something else.
_NO_PLACE = frozenset(("everywhere", "other"))
#: What stands before the whole country, and says no more.
_ALL_OVER = frozenset("across throughout around over all".split())  # noqa: SIM905
#: Behind these it tells of who came or left ("new to the UK").
_MOVING = frozenset("to into from left leave leaving leaves enter entering entered".split())  # noqa: SIM905
#: In a wording of so many words a country may be named ("moved to the UK").
_LONGEST_WORDING = 5
#: Themes of which reading is a part, by their stems.
_TAUGHT = frozenset((("attainment",), ("curriculum",), ("train",)))
#: No authority's initials are longer.
_LONGEST_INITIALS = 4


class Placer:
    """Finds places with a lexicon; `has_practice` tells of an authority's register name whether the store has any."""

    def __init__(self, lexicon: Lexicon, has_practice: Callable[[str], bool]) -> None:
        self._lexicon = lexicon
        self._has_practice = has_practice

    def placed(self, left: list[Token], notes: Notes, *, alone: bool) -> list[Token | Named]:
        """Note the authorities and places that tokens name; what is left, with bodies named only loosely, in order.

        `alone` says that the tokens are the whole question.
        """
        left = self._spelt_out(left, notes.text)
        plain = [token.word for token in left]
        rest: list[Token | Named] = []
        at = 0
        while at < len(left):
            if self._begins_a_term(left, at):
                rest += left[at : at + 2]
                at += 2
                continue
            named = self._named(left, at, alone=alone)
            length, places = self._places(left, plain, at)
            if area := self._area(left, at, length, places, named):
                named, places = area, []
            places = [place for place in places if place.kind != "area"]
            # "London councils" are councils of London, and no body called London Councils.
            of_places = named and places and left[named.last - 1].typed == "councils" and left[at].capital
            if named and not of_places and (not places or named.last - at >= length):
                span = (left[named.first].start, left[named.last - 1].end)
                if named.loosely:
                    rest = [*_before(rest, span[0]), named, *left[at : named.last]]
                    if places and length < named.last - at:  # "welsh government" is of Wales, whichever is meant
                        notes.place(places, (left[at].start, left[at + length - 1].end))
                else:
                    span = _note_named(named, span, notes)
                    rest = _before(rest, span[0])
                at = next((after for after in range(named.last, len(left)) if left[after].end > span[1]), len(left))
            elif places and self._narrows_nothing(places, left, at, length, notes):
                while rest and isinstance(rest[-1], Token) and rest[-1].word in _ALL_OVER:
                    rest.pop()
                at += length
            elif places and (is_an_institution(left, at, at + length) or all(one.kind in _NO_PLACE for one in places)):
                # Words in which a place's name means something else ("Duke of Edinburgh's Award").
                rest += left[at : at + length]
                at += length
            elif places:
                span = (left[at].start, left[at + length - 1].end)
                span = _note_there(partial(notes.place, places, span), places, span, notes)
                rest = _before(rest, span[0])
                at += length
            else:
                rest.append(left[at])
                at += 1
        return rest

    def _spelt_out(self, left: list[Token], text: str) -> list[Token]:
        """The tokens, with the name that several share said of each ("north and south London")."""
        whole = [self._in_full(token, following) for token, following in zip_longest(left, left[1:])]
        for at in range(len(left) - 3, -1, -1):
            one, following = whole[at], at + 1 + (whole[at + 1].word in _AND)
            if one.word not in _PARTS or following + 1 >= len(whole) or whole[following].word not in _PARTS:
                continue
            shared = whole[following + 1].word
            listed = following > at + 1 or "," in text[one.end : whole[following].start]
            if listed and all(self._is_known((part, shared)) for part in (one.word, whole[following].word)):
                whole.insert(at + 1, Token(shared, shared, one.end, one.end))
        return whole

    def _in_full(self, token: Token, following: Token | None) -> Token:
        """A token, in full where it is short for a part of the country or a name that only so is known."""
        part = _CUT_SHORT.get(token.word)
        if part is None or following is None or not self._is_known((part, following.word)):
            return token
        return token._replace(word=part)

    def _is_known(self, key: tuple[str, ...]) -> bool:
        return key in self._lexicon.gazetteer.named or self._lexicon.names.has(key)

    def _places(self, left: list[Token], plain: list[str], at: int) -> tuple[int, list[Place]]:
        """How many tokens from here on name places, and which; `plain` are the words of all."""
        length, places = self._lexicon.gazetteer.at(plain, at)
        broken = places and plain[at] == "the" and self._breaks_a_name(left, plain, at, length)
        return (0, []) if broken else (length, places)

    def _named(self, left: list[Token], at: int, *, alone: bool, longest: int | None = None) -> Named | None:
        """What is named from here on; bodies without any practice of their own are only words that others use.

        The authority in such a body's name is meant all the same ("Kent Police").
        """
        named = self._lexicon.names.at(left, at, alone=alone, longest=longest)
        if named is None and at == 0 and self._heads_a_theme(left):
            named = self._lexicon.names.at(left[:1], 0, alone=True)
        if named is None:
            return None
        # "In STC" is a place with such initials, "in STCs" are several of what the field calls so.
        if self._is_a_term(named) and not (named.cued and (named.town or left[at].typed.isupper())):
            return None
        bodies = all(one.kind is AuthorityKind.BODY for one in named.authorities)
        # "Kent police and crime commissioner" is another body than the police.
        part = bodies and [token.word for token in left[at + named.length :][:2]] == ["and", "crime"]
        if any(self._has_practice(one.name) for one in named.authorities) and not part:
            return named
        # Initials that several share are sooner the field's own abbreviation ("PCC") than councils without practice.
        shared = len(named.authorities) > 1 and (stem(left[at].word),) in self._lexicon.thesaurus.entries
        if bodies and named.length > 1:
            within = self._named(left, at, alone=False, longest=named.length - 1)
            return within if within and not within.loosely else None
        return None if bodies or shared else named

    def _heads_a_theme(self, left: list[Token]) -> bool:
        """Whether a word with a capital and a theme's name are all that is asked ("Bury youth justice").

        In front any word has a capital, so beside others it may be one of theirs; so may Reading beside what is taught.
        """
        theme = tuple(stem(token.word) for token in left[1:])
        kinds = self._lexicon.thesaurus.themes.get(theme, {}).values()
        return left[0].capital and not left[0].shouted and theme not in _TAUGHT and Kind.FILED in kinds

    def _area(
        self, left: list[Token], at: int, length: int, places: Sequence[Place], named: Named | None
    ) -> Named | None:
        """The authorities of the area that the `length` words from here on name, if nothing longer is `named`.

        None where none of them has practice and the same words also stand for the region around.
        """
        area, there = self._lexicon.gazetteer.within(places)
        if not there or (named and named.last - at > length) or is_an_institution(left, at, at + length):
            return None
        if not any(self._has_practice(one.name) for one in there) and any(one.kind != "area" for one in places):
            return None
        typed = " ".join(token.typed for token in left[at : at + length])
        return Named(there, typed, at, at + length, area=area, length=length)

    def _breaks_a_name(self, left: list[Token], plain: list[str], at: int, length: int) -> bool:
        """Whether a longer name or term begins inside a place's name with "the" ("THE SOUTH Asian community").

        Neither is "the north of the borough" a part of the country.
        """
        end = at + length
        if plain[end : end + 1] == ["of"] and plain[end + 1 : end + 2] != ["england"]:
            return True
        stemmed = tuple(map(stem, plain[at + 1 : at + 5]))
        terms = (stemmed[:words] for words in range(length, len(stemmed) + 1))
        further, _ = self._lexicon.gazetteer.at(plain, at + 1) if at + 1 < len(plain) else (0, [])
        named = self._lexicon.names.at(left, at + 1) if at + 1 < len(left) else None
        listed = any(term in self._lexicon.thesaurus.entries for term in terms)
        return listed or further >= length or (named is not None and named.last > end)

    def _begins_a_term(self, left: list[Token], at: int) -> bool:
        """Whether initials and the word behind them are a term of the field ("GM staff"), and so no place."""
        if len(left[at].word) > _LONGEST_INITIALS or not left[at].shouted or at + 1 == len(left):
            return False
        return (stem(left[at].word), stem(left[at + 1].word)) in self._lexicon.thesaurus.entries

    def _narrows_nothing(
        self, places: Sequence[Place], left: Sequence[Token], at: int, length: int, notes: Notes
    ) -> bool:
        """Whether the whole country is named beside what is asked ("mentoring across the UK"), and in no wording."""
        if any(one.kind != "everywhere" for one in places):
            return False
        beside = (*left[:at], *left[at + length :])
        if all(one.word in STOP or one.word in ASKING or one.word in _ALL_OVER for one in beside):
            return False
        before = next((one.word for one in reversed(left[:at]) if one.word != "the"), "")
        if before in _MOVING or left_out_from(notes.text, left[at].start) is not None:
            return False
        stemmed = [stem(one.word) for one in left]
        thesaurus = self._lexicon.thesaurus
        wordings = (
            tuple(stemmed[start:end])
            for start in range(max(at - _LONGEST_WORDING, 0), at + 1)
            for end in range(max(at + length, start + length + 1), min(start + _LONGEST_WORDING, len(left)) + 1)
        )
        return not any(one in thesaurus.entries or one in thesaurus.phrases for one in wordings)

    def _is_a_term(self, named: Named) -> bool:
        """Whether a town or an authority's initials are the field's own word as well ("RCT", the prison at Feltham)."""
        typed = named.typed.casefold()
        initials = len(typed) <= _LONGEST_INITIALS and typed != named.authorities[0].name.casefold()
        bodies = all(one.kind is AuthorityKind.BODY for one in named.authorities)
        return bool(named.town or initials) and not bodies and stems(typed) in self._lexicon.thesaurus.entries


def _note_named(named: Named, span: tuple[int, int], notes: Notes) -> tuple[int, int]:
    """Note what is named at `span`, or what lies near it; returns the place of all the words that say so."""
    note = partial(notes.name, named.authorities, named.typed, span, named.town, named.area)
    if around := near(notes.text, span, after_near=notes.near_ends):
        note, span = partial(notes.near, named.authorities, around, named.area), around
        notes.near_ends = span[1]
    if reaches_a_place(notes.text[: span[0]]):
        notes.reaching, span = True, (0, span[1])
    return _note_there(note, named.authorities, span, notes, area=named.area)


def _note_there(
    note: Callable[[], None],
    found: Sequence[Authority] | Sequence[Place],
    span: tuple[int, int],
    notes: Notes,
    *,
    area: str | None = None,
) -> tuple[int, int]:
    """Note a place that is asked about; where the asker is waits until the question is found to say no more.

    Returns the place of its name and of the words before it that only say how it is meant.
    """
    region = area is not None or isinstance(found[0], Place)
    if all(one in notes.outside for one in found):
        return span
    left_out = left_out_from(notes.text, span[0], after_left_out=notes.outside_ends)
    if left_out is not None:
        also = left_out == span[0]
        span = (left_out, span[1])
        notes.leave_out(found, span, area=area, also=also)
        notes.outside_ends = span[1]
    elif is_one_of_several(notes.text, span[0]):
        notes.own.append(note)
    elif is_example(notes.text, span):
        notes.leave_out(found, span, area=area)
    elif (
        (likened := not region and is_likened(notes.text, span))
        or notes.is_beside(span)
        or is_own_place(notes.text, span, after_own=notes.own_ends, region=region)
    ):
        notes.own.append(note)
        if likened or (not region and wants_others(notes.text)):
            notes.last += [one for one in found if isinstance(one, Authority)]
        notes.own_places[area or listed([one.name for one in found])] = span
        notes.own_ends = span[1]
    else:
        note()
    return span


def _before(rest: list[Token | Named], start: int) -> list[Token | Named]:
    """What stands before a place in the question, and bodies named only loosely anywhere."""
    return [one for one in rest if not isinstance(one, Token) or one.start < start]
