"""Which authorities an answer names, whatever stands beside the name: a service, a date, the county it lies in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.domain.authority import Authority, AuthorityMatcher
from knowledge.domain.text import fold

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
_SERVICE = re.compile(
    r"\b(?:children(?:'s|s)?(?: and (?:families|young people))?|childrens|education|social care|services?"
    r"|directorate|department|family|families|early help|youth justice|safeguarding|children(?:'s)? trust)\b.*$",
    re.I,
)
#: Nobody's name is longer; a longer answer is a sentence that belongs elsewhere.
NAME_CHARACTERS = 120
SUGGESTED = 3
#: A letter in ten may be wrong in the answer to "LA Name", and in names long enough for that to be told from others.
_SLIP = 0.9
_SLIP_LETTERS = 7


def authorities_named(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those that the answer names: as a whole, without what stands beside the name, or in its parts."""
    text = re.sub(r"[.\s_]+$", "", text.strip().strip("[]<>"))
    for candidate in dict.fromkeys(
        (text, _SERVICE.sub("", text).strip(" ,-–&"), re.sub(r"\([^)]*\)", "", text).strip())
    ):
        if candidate and len(candidate) <= NAME_CHARACTERS and (found := matcher.match(candidate)):
            return found
    if near := _a_slip_away(text, matcher):
        return near
    if covered := _covering(text, matcher):
        return covered
    every: dict[str, Authority] = {}
    for piece in [one for one in _PIECES.split(text) if one][:6]:
        for candidate in (piece, _SERVICE.sub("", piece).strip(" ,-–&")):
            found = matcher.match(candidate) if candidate else ()
            if found:
                if len(found) == 1:
                    every.setdefault(found[0].name, found[0])
                break
    return list(every.values())


def _covering(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those that an answer names when it is made of nothing but names, dates and what stands beside names."""
    tokens = text.replace("&", " and ").split()
    if len(tokens) > _ANSWER_WORDS:
        return ()
    every: dict[str, Authority] = {}
    shared: list[Authority] = []
    at = 0
    while at < len(tokens):
        for end in range(len(tokens), at, -1):
            piece = " ".join(tokens[at:end]).strip(" ,;.()/|–—-")
            found = () if _BESIDE.fullmatch(piece) or not piece else matcher.match(piece)
            if len(found) == 1 and not any(_lies_in(one, piece) for one in every.values()):
                every.setdefault(found[0].name, found[0])
            elif len(found) > 1:
                shared += found
            if found or (end == at + 1 and (not piece or _BESIDE.fullmatch(piece))):
                at = end
                break
        else:
            return ()
    return list(every.values()) or shared


def _lies_in(authority: Authority, place: str) -> bool:
    """Whether a place is only said to lie somewhere: "Lambeth, London" names one borough."""
    return fold(place) in {fold(authority.region or ""), fold(authority.nation)}


def is_one_name(text: str, matcher: AuthorityMatcher) -> bool:
    """Whether several authorities go by the whole of the answer or the first of its words."""
    return any(len(matcher.match(piece)) > 1 for piece in (text, *_PIECES.split(text)))


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


def named_in_full(text: str, matcher: AuthorityMatcher) -> Sequence[Authority]:
    """Those that a whole line names in full: a slip or a short form is not enough where nobody asked for a name."""
    pieces = [text.strip(), *[one for one in _PIECES.split(text.strip()) if one][:4]]
    for piece in pieces:
        found = [
            one
            for one in matcher.match(piece)
            if fold(piece) in {fold(one.name), fold(one.official)}
            or fold(piece).removesuffix(" council") in {fold(one.name), fold(one.official)}
        ]
        if found:
            return found
    return ()
