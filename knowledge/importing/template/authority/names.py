"""Which authorities an answer names, whatever stands beside the name: a service, a date, the county it lies in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.domain.authority import Authority, AuthorityMatcher
from knowledge.domain.text import fold
from knowledge.importing.template.language.sentences import words

#: What stands beside a name and is none: kinds of authority, services, dates.
_BESIDE = re.compile(
    r"and|for|in|of|the|cyngor|sir|la|lb|lbc|rb|cc|bc|cbc|mbc|dc|council|borough|county|city|metropolitan|district|unitary|authority"
    r"|royal|bi-borough|tri-borough|child(?:ren)?(?:['’]?s)?|famil(?:y|ies)|young|people(?:['’]s)?|services?|trust|education"
    r"|social|care|department|directorate|team|uk|\d[\d./-]*(?:st|nd|rd|th)?|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec",
    re.I,
)
#: No answer that is only names is longer.
_ANSWER_WORDS = 16
_PIECES = re.compile(r"\s*(?:,|;|\(|\)|/|\||\s[-–—]\s|:)\s*")
_MOST_PIECES = 6
_BRACKETS = re.compile(r"\([^)]*\)")
#: What stands last, behind a comma or a dash or in brackets, may be where the one in front of it lies.
_PLACE = re.compile(r"^(?P<name>.*\S)\s*(?:,|\(|\s[-–—]\s)\s*(?P<place>[^,()]*[^,()\s])\s*\)?$", re.S)
#: County councils have codes of their own; unitary authorities named like counties have not.
_COUNTY = re.compile(
    r"[A-Z][a-z]+shire|North Yorkshire|East Riding of Yorkshire|County Durham|Northumberland|Cornwall|Somerset|Dorset"
    r"|Greater Manchester"
)
#: Outer London was taken out of the counties round it, and is still addressed by them ("Bromley, Kent").
_ADDRESSED_IN = {"London": ("South East", "East of England")}
#: In Scotland the joint body of a council and a health board.
_PARTNERSHIP = re.compile(r"\s*\b(?:hscp|health (?:and|&) social care partnership)\b\s*", re.I)
_KIND = re.compile(r"\b(?:council|cc|authority)\b", re.I)
_SERVICE = re.compile(
    r"\b(?:children(?:'s|s)?(?: and (?:families|young people))?|childrens|education|social care|services?"
    r"|directorate|department|family|families|early help|youth justice|safeguarding|children(?:'s)? trust)\b.*$",
    re.I,
)
#: What kind of authority a name is followed by, in full or as officers shorten it ("Bury MBC").
_SHORT_KIND = re.compile(r" (?:council|[clmr]?bc|dc|cc)$")
#: A body that several authorities run together.
_OF_BOTH = re.compile(r"\b(?:children['’]?s trust|bi-borough|tri-borough)\b", re.I)
#: Nobody's name is longer; a longer answer is a sentence that belongs elsewhere.
NAME_CHARACTERS = 120
SUGGESTED = 3
#: A letter in ten may be wrong in the answer to "LA Name", and in names long enough for that to be told from others.
_SLIP = 0.9
_SLIP_LETTERS = 7


def authorities_named(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those that the answer names: as a whole, without what stands beside the name, or in its parts."""
    text = re.sub(r"[.\s_]+$", "", text.strip().strip("[]<>"))
    if _PARTNERSHIP.search(text):
        named = authorities_named(without_partnership(text), matcher)
        return [one for one in named if one.nation == "Scotland"]
    for candidate in dict.fromkeys((text, _SERVICE.sub("", text).strip(" ,-–&"))):
        if candidate and len(candidate) <= NAME_CHARACTERS and (found := matcher.match(candidate)):
            return found
    return (
        _placed(text, matcher)
        or _covering(text, matcher)
        or _without_brackets(text, matcher)
        or _a_slip_away(text, matcher)
        or _in_pieces(text, matcher)
    )


def without_partnership(text: str) -> str:
    """The name in front of "Health and Social Care Partnership", which stands for the council it is one of."""
    return _PARTNERSHIP.sub(" ", text).strip(" ,()–-")


def _placed(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """The one that stands in front of the place it lies in: "Medway Council, Kent", "NCC (Norfolk)"."""
    parted = _PLACE.match(text)
    if parted is None:
        return ()
    found = authorities_named(parted["name"], matcher)
    said = matcher.match(parted["place"])
    if len(found) == 1:
        return found if _lies_in(found[0], parted["place"], said) else ()
    if len(said) == 1 and said[0] in found and is_one_name(parted["name"], matcher):
        return said
    return ()


def _without_brackets(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those whose name is all but what stands in brackets, where no other is named in them."""
    found = matcher.match(_BRACKETS.sub("", text).strip())
    inside = [one for bracket in _BRACKETS.findall(text) for one in matcher.match(bracket.strip("()"))]
    return found if all(one in found for one in inside) else ()


def _covering(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those that an answer names when it is made of nothing but names, dates and what stands beside names."""
    tokens = text.replace("&", " and ").split()
    if len(tokens) > _ANSWER_WORDS:
        return ()
    named: list[tuple[Authority, str]] = []
    shared: list[Authority] = []
    at = 0
    while at < len(tokens):
        for end in range(len(tokens), at, -1):
            piece = " ".join(tokens[at:end]).strip(" ,;.()/|–—-")
            found = () if _BESIDE.fullmatch(piece) or not piece else matcher.match(piece)
            if len(found) == 1:
                named.append((found[0], piece))
            elif len(found) > 1:
                shared += found
            if found or (end == at + 1 and (not piece or _BESIDE.fullmatch(piece))):
                at = end
                break
        else:
            return ()
    return _each_once(named) or shared


def _in_pieces(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those named between commas, brackets and the like, whatever else stands there."""
    named: list[tuple[Authority, str]] = []
    for piece in [one for one in _PIECES.split(text) if one][:_MOST_PIECES]:
        for candidate in (piece, _SERVICE.sub("", piece).strip(" ,-–&")):
            found = matcher.match(candidate) if candidate else ()
            if found:
                named += [(found[0], candidate)] if len(found) == 1 else []
                break
    return _each_once(named)


def _each_once(named: Sequence[tuple[Authority, str]]) -> list[Authority]:
    """Each authority once, but for a region or nation that only tells where another lies: "London, Hackney"."""
    kept = [
        one
        for one, piece in named
        if not any(fold(piece) in _regions(other) for other, _ in named if other.name != one.name)
    ]
    return list({one.name: one for one in kept}.values())


def _regions(authority: Authority) -> set[str]:
    return {fold(authority.region or ""), fold(authority.nation)}


def _lies_in(authority: Authority, place: str, said: Sequence[Authority]) -> bool:
    """Whether a place only tells where the authority lies: its region, or the county round it.

    `said` are the authorities that the place names. A county council named as such is one that takes part.
    """
    if fold(place) in _regions(authority):
        return True
    if len(said) != 1 or _is_county(authority):
        return False
    [county] = said
    bare = {fold(name) for name in county.names()} - {fold(county.official)}
    near = {authority.region, *_ADDRESSED_IN.get(authority.region or "", ())}
    return _is_county(county) and county.region in near and fold(place) in bare and not _KIND.search(place)


def _is_county(authority: Authority) -> bool:
    """Whether an authority bears the name of a county, in which there may be others."""
    return (authority.code or "").startswith("E10") or _COUNTY.fullmatch(authority.name) is not None


def is_one_name(text: str, matcher: AuthorityMatcher) -> bool:
    """Whether several authorities go by the whole of the answer or the first of its words."""
    return any(len(matcher.match(piece)) > 1 for piece in (text, *_PIECES.split(text)))


def names_each(text: str, found: Sequence[Authority], matcher: AuthorityMatcher) -> bool:
    """Whether an answer names each of several authorities by a name of its own, or a trust that is theirs together."""
    folded = f" {fold(text)} "
    own = ((name for name in one.names() if len(matcher.match(name)) == 1) for one in found)
    return _OF_BOTH.search(text) is not None or all(any(f" {fold(name)} " in folded for name in names) for names in own)


def _a_slip_away(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """The one nearest name, when the form's own answer differs from it by a letter or two."""
    folded = fold(text)
    if len(folded) < _SLIP_LETTERS:
        return ()
    close = [
        one
        for one in matcher.nearest(text, limit=SUGGESTED)
        if max(SequenceMatcher(None, folded, fold(name)).ratio() for name in one.names()) >= _SLIP
    ]
    return close if len(close) == 1 else ()


def named_in_full(text: str, matcher: AuthorityMatcher, *, amid: bool = True) -> Sequence[Authority]:
    """Those that a whole line names in full: a slip or a short form is not enough where nobody asked for a name.

    Unless it may stand `amid` other words, a name behind them has to say that it is a council's: "The Curry House,
    Leeds" tells where something is.
    """
    pieces = [text.strip(), *[one for one in _PIECES.split(text.strip()) if one][:4]]
    for at, piece in enumerate(pieces):
        before = pieces[1:at]
        short = amid or all(_BESIDE.fullmatch(word) for one in before for word in words(one))
        bare = _SHORT_KIND.sub("", fold(piece))
        found = [
            one
            for one in matcher.match(piece)
            if fold(piece) == fold(one.official)
            or (bare in (fold(one.name), fold(one.official)) and (short or bare != fold(piece)))
        ]
        if found:
            return found
    return ()
