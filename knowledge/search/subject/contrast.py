"""What a question only sets itself apart from ("identity work that isn't just a worksheet")."""

from __future__ import annotations

import re
from typing import NamedTuple

#: What stands before it. Only "just" and the like make a contrast of "not" and "more than": "not in school" and "more
#: than twenty staff" are what is asked about.
_APART = re.compile(
    r"""(?: \b(?:not|\w+n['’]?t\ be|\w+n['’]?t)\ (?:just|only|simply|merely|all\ about|another|yet\ another|more\ of)
          | \bor\ (?:is|are)\ (?:it|that|they|we|this|these|those)\ (?:all|only|just|always|mostly|mainly)\b
            (?:\ (?:about|for|with|on))?
          | \bmore\ than\ (?:just|only|simply|merely) | \brather\ than | \binstead\ of | \bas\ opposed\ to
          | (?P<rejected> \bother\ than | \b(?:apart|aside)\ from | \bbesides
              | (?:\bbut|,)\ (?:not|without)(?!\ (?:recourse|only|just|simply|merely|all)\b)
              | \bexcept(?:ing)?(?:\ for)?
              | \bno\ more | [,(]\ *excluding | \bleaving\ out
              | (?:[,;(–-]|\bbut|\band)\ (?P<nothing>nothing\ (?:about|on)\b) | \bnothing\ to\ do\ with
              | \b(?:don['’]?t|do\ not)\ (?:want|need)(?:\ (?:any|anything|more|to\ (?:hear|read|see|do)))*
                (?:\ (?:about|on|of))?
              | \b(?:that|which)(?:\ is\ not|\ isn['’]?t|['’]s\ not)
                (?:\ (?:about|for)(?=\ )|(?!\ (?:in|at|from|on|with|for|able|allowed|\w+ed|\w+ing)\b))
              | (?:\b(?:that|which|and|but)\ )?\bdo(?:es)?(?:n['’]?t|\ not)
                \ (?:involve|include|feature|mention|require|focus\ on|rely\ on|depend\ on|cent(?:re|er)\ on)
            )
        )
        (?:\ (?:just|only|the|a|an|another|usual|yet|more|some|doing|having|running)\b)* \s+""",
    re.IGNORECASE | re.VERBOSE,
)
#: A bare "not" does, where no verb stands before it and what follows it is a thing ("youth justice not schools").
_NOT = re.compile(
    r"""(?:(?P<before>[\w'’]+)[ ]|^|[(])(?P<not>not)\ (?P<seeks>(?:looking\ for|after|interested\ in|about)\ )?
    (?:for\ )?(?:(?:the|a|an|any|more)\ )*
    (?!(?:in|at|from|on|by|with|to|able|allowed|only|just|simply|merely|all|enough|yet|too|so|very|being|sure|good|for|a
        |an|the|\w+ed|taught|told|seen|heard|given|shown|known|met|kept|written|dealt|understood)\b)
    (?!(?!(?:train|mentor|coach|counsell|polic|hous|foster|parent|nurs|read|bully|offend|groom|wellbe|gam|gambl|sibl)ing\b)
        \w+ing\ (?!(?:and|or|but|please|thanks|for|in|at|on|with)\b)\w)""",
    re.IGNORECASE | re.VERBOSE,
)
#: What a "not" behind it belongs to, in place of what follows ("families who do not ...", "children not ...").
_VERBS = frozenset(
    """am is are was were be been do does did has have had can could will would shall should may might must why if or
    whether who that which they we i it he she people children about of on for to from with by into
    """.split()  # noqa: SIM905
)
#: Whoever has something, but nothing on another, is after that.
_HAVE = re.compile(r"\b(?:i|we|they|there)(?:['’](?:ve|re|s)|\ (?:have|had|found|did|do|is|are))\b", re.IGNORECASE)
#: "Not only boys but girls too" asks for boys as well.
_BUT = re.compile(r"[^.?!;]*\bbut\b", re.IGNORECASE)


class Contrast(NamedTuple):
    """Where the words begin that set a question apart from something; `rejected` says that it is not wanted at all.

    What is done instead of something else mostly speaks of that too, and is wanted.
    """

    start: int
    rejected: bool
    #: whether it is sure only of wording that the lists know
    listed: bool = False


def set_apart(text: str) -> dict[int, Contrast]:
    """By where in a question the words begin that name what it sets itself apart from: how it does."""
    contrasts = {
        found.end(): Contrast(found.start("not"), rejected=True, listed=not found["seeks"])
        for found in _NOT.finditer(text)
        if found["seeks"] or (found["before"] or "").lower() not in _VERBS
    }
    for found in _APART.finditer(text):
        if found["nothing"] and _HAVE.search(text, 0, found.start()):
            continue
        rejected = found["rejected"] is not None
        if rejected or not _BUT.match(text, found.end()):
            contrasts[found.end()] = Contrast(found.start(), rejected)
    return contrasts
