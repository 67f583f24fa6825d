"""What a question wants: to find practice, a person, an authority's work, a comparison, everything, or help."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.domain.query import Intent

_HELP = re.compile(
    r"""\W*(?: help (?:\ me)? | \?+ | commands | usage | hi | hello | hey
    | what\ can\ (?:you|this|it)\ do (?:\ for\ me)?
    | what\ can\ i\ (?:ask|search|find) (?:\ (?:you|here|for))?
    | how\ (?:do|can)\ (?:i|we)\ (?:use|ask|search) (?:\ (?:you|it|this|here|the\ bot))?
    | how\ does\ (?:this|it)\ work | how\ to\ use\ (?:this|it|you)
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_BROWSE = re.compile(
    r"""\W*(?: browse (?:\ (?:all|everything|themes|topics|by\ \w+))?
    | (?:show|list|see|give) (?:\ me)? \ (?:all|everything|themes|topics|categories|initiatives
        | all\ (?:the\ )? (?:initiatives|themes|topics|practice|examples))
    | what\ (?:themes|topics|categories|initiatives) (?:\ are\ there|\ do\ you\ have|\ have\ you\ got|\ exist)?
    | what\ do\ you\ have | what(?:'?s|\ is)\ (?:in\ here|available|there)
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPARE = re.compile(
    r"\b(compar(e|es|ed|ing|ison)( (of|between|to|with))?|versus|vs|differences? between"
    r"|how (do|does) .{1,60} differ)\b",
    re.IGNORECASE,
)
#: Asking for a person. What these match is dropped from the words searched for: it says whom, not what about.
_REACH = r"""(?:talk (?:\ (?:to|with))? | speak (?:\ (?:to|with))? | contact | ask | call | ring | phone | e-?mail
    | write\ to | get\ in\ touch\ with | approach | reach (?:\ out\ to)? | go\ to | turn\ to | message)"""
_RUNS = r"""(?:run(?:s|ning)? | ran | lead(?:s|ing)? | led | manag(?:es|ed|ing)(?!\ to\b) | deliver(?:s|ed|ing)?
    | organi[sz](?:es|ed|ing) | behind | in\ charge\ of | responsible\ for | deal(?:s|t|ing)?\ with | heads (?:\ up)?
    | set\ up | collect(?:s|ed|ing)? | own(?:s|ed)? | co-?ordinat(?:es|ed|ing) | overs(?:ees|aw|eeing)
    | look(?:s|ed|ing)\ after | handl(?:es|ed|ing) | started | founded | wrote | commission(?:s|ed) | chair(?:s|ed)?)"""
_IS = r"(?: (?:'|’)s | \ (?:is|are|was|were))?"
_CONTACT = re.compile(
    rf"""\b(?:
    who(?:m)?{_IS} (?:\ the)? (?:\ (?:best|right)\ (?:person|people|one))?
        (?:\ (?:do|should|can|could|would|shall|might|must)\ (?:i|we|you|one))? (?:\ (?:need|best))? (?:\ to)?
        \ {_REACH}
    | who{_IS} \ {_RUNS}
    | who{_IS} \ the\ (?:lead|contact|person|manager) (?:\ (?:for|on|of|at|in|behind))?
    | who\ (?:in|at|from)\ (?P<place>.{{1,60}}?)
        (?: (?:\ is)? \ {_RUNS} | \ (?:do|should|can|could|would|shall|might)\ (?:i|we|you|one) (?:\ best)? \ {_REACH} )
    | (?:point\ of\ )? contacts? (?:\ (?:details?|names?|person|people|info(?:rmation)?))?
        \ (?:for|about|at|in|on|of|from)
    | (?:named?|lead)\ contacts? | contact\ details | e-?mail (?:\ address)?\ (?:for|of)
    | (?:tele)?phone\ number (?:\ (?:for|of))?
    | (?:someone|somebody|anyone|person|people|colleagues?) \ (?:(?:i|we)\ (?:can|could|should)|to) \ {_REACH}
    | (?:put\ me|get)\ in\ touch\ with
    )(?!\w)""",
    re.IGNORECASE | re.VERBOSE,
)
#: No question asks for a person without one of these; looking for them first is many times faster.
_PERSON = re.compile(r"who|contact|mail|phone|talk|speak|touch|someone|somebody", re.IGNORECASE)
#: A post that somebody holds ("head of safeguarding"): whoever names one means the person, so contacts count more.
_POST = re.compile(
    r"\b(?:head|director|manager|officer|co-?ordinator|adviser|advisor|principal|chair|lead|leader|champion)"
    r" (?:of|for)\b(?! an?\b)",
    re.IGNORECASE,
)
_DOING = re.compile(
    r"\b(what(?:'s|’s| is| are| has| have| does| do| did)?|anything|everything|something|stuff)\b.{0,60}"
    r"\b(doing|done|do|from|happening|going on|up to|got)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Asked:
    """An intent read from the wording alone, and the places of the words that only express it."""

    intent: Intent
    spans: tuple[tuple[int, int], ...] = ()


def asked(text: str) -> Asked:
    """What the wording of a question asks for; `Intent.FIND` when it says nothing special."""
    if _HELP.fullmatch(text):
        return Asked(Intent.HELP)
    if not text.strip() or _BROWSE.fullmatch(text):
        return Asked(Intent.BROWSE)
    spans: list[tuple[int, int]] = []
    for match in _CONTACT.finditer(text) if _PERSON.search(text) else ():
        if match["place"] is None:
            spans.append(match.span())
        else:
            spans += [(match.start(), match.start("place")), (match.end("place"), match.end())]
    if spans:
        return Asked(Intent.CONTACT, tuple(spans))
    if compared := [match.span() for match in _COMPARE.finditer(text)]:
        return Asked(Intent.COMPARE, tuple(compared))
    return Asked(Intent.FIND)


def names_a_post(text: str) -> bool:
    """Whether a question names a post that somebody holds ("Hackney's head of safeguarding")."""
    return _POST.search(text) is not None


def about_an_authority(text: str) -> bool:
    """Whether a question that names an authority asks what it is doing."""
    return _DOING.search(text) is not None
