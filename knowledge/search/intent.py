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
    | what\ do\ you\ have | what(?:['’]?s|\ is)\ (?:in\ here|available|there)
    | (?:what(?:['’]?s|\ is)|anything)\ new (?:\ (?:here|this\ week|this\ month|today|lately|recently))?
    | what(?:['’]?s|\ has)\ been\ (?:added|shared) (?:\ (?:lately|recently|this\ week|this\ month))?
    | (?:the\ )? (?:latest|newest|most\ recent|recent|new)
        (?:\ (?:initiatives|practice|additions|entries|examples|work))? (?:\ this\ (?:week|month))?
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_COMPARE = re.compile(
    r"\b(?:compar(?:e|es|ing|ison)(?: (?:of|between|to|with))?|differences? between)\b", re.IGNORECASE
)
#: Said of people as often as of places ("compared to white pupils"): a comparison only where places are named.
_VERSUS = re.compile(r"\b(?:versus|vs|differ|compared)\b", re.IGNORECASE)
#: Asking for a person. What these match is dropped from the words searched for: it says whom, not what about.
_REACH = r"""(?:talk (?:\ (?:to|with))? | speak (?:\ (?:to|with))? | contact | ask | call | ring | phone | e-?mail
    | write\ to | get\ in\ touch\ with | approach | reach (?:\ out\ to)? | go\ to | turn\ to | message)"""
_CHILDREN = r"\ (?:\w+\ )?(?:children|kids|babies|uasc|siblings|boys|girls|young)"
_RUNS = rf"""(?:run(?:s|ning)? | ran | lead(?:s|ing)? | led | manag(?:es|ed|ing)(?!\ to\b) | deliver(?:s|ed|ing)?
    | organi[sz](?:es|ed|ing) | behind(?!\ bars) | in\ charge\ of | responsible\ for | deal(?:s|t|ing)?\ with
    | heads (?:\ up)? | set\ up | collect(?:s|ed|ing)? | own(?:s|ed)? | co-?ordinat(?:es|ed|ing) | overs(?:ees|aw|eeing)
    | look(?:s|ed|ing)\ after(?!{_CHILDREN}) | handl(?:es|ed|ing) | started | founded | wrote
    | commission(?:s|ed) | chair(?:s|ed)?)"""
_IS = r"(?: (?:'|’)?s | \ (?:is|are|was|were))?"
_SOMEBODY = r"(?:someone|somebody|anyone|anybody|a\ person|the\ person|person|people|colleagues?|whoever)"
_POSTS = r"(?:lead|contact|person|manager|head|director|officer|co-?ordinator|chair)"
_CONTACT = re.compile(
    rf"""\b(?:
    who(?:m)?{_IS} (?:\ the)? (?:\ (?:best|right)\ (?:person|people|one))?
        (?:\ (?:do|should|can|could|would|shall|might|must)\ (?:i|we|you|one))? (?:\ (?:need|best))? (?:\ to)?
        \ {_REACH}
    | who{_IS} \ {_RUNS}
    | who{_IS} \ (?:the|your|our|their)\ {_POSTS} (?:\ (?:for|on|of|at|in|behind))?
    | who{_IS} \ (?:the|your|our|their)\ (?P<post>\w+(?:\ \w+)?)\ {_POSTS} (?=\W*$|\ (?:for|on|of|at|in)\b)
    | who\ can\ (?:help|advise|support)(?:\ (?:me|us))? (?:\ (?:with|on))?
    | who\ (?:in|at|from)\ (?P<place>.{{1,60}}?)
        (?: (?:\ is)? \ {_RUNS} | \ (?:do|should|can|could|would|shall|might)\ (?:i|we|you|one) (?:\ best)? \ {_REACH} )
    | (?:need|want|got|have|give\ me|find) (?:\ me)? (?:\ (?:a|any|the|some))? \ contacts?
        (?:\ (?:for|about|at|in|on|of|from))?
    | (?:names?|numbers?) \ of \ {_SOMEBODY} (?:\ {_RUNS})?
    | {_SOMEBODY} \ (?:who\ )? (?:runs|running|leads|leading|in\ charge\ of|responsible\ for|behind)
    | (?:speak|talk|chat) \ (?:to|with) \ {_SOMEBODY} (?:\ (?:about|on|from|in|at))?
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
_PERSON = re.compile(
    r"who|contact|mail|phone|talk|speak|chat|touch|someone|somebody|person|people|name|number", re.IGNORECASE
)
#: Time that children spend with their family is called contact too, where nobody is asked for in so many words.
_FAMILY_TIME = re.compile(
    r"\bcontact\b(?! details| names?| person).{0,100}?\b(?:birth|siblings?|kinship|placements?|prison|grandparents?"
    r"|dads?|mums?|fathers?|mothers?|parents?|famil(?:y|ies)|weekends?)\b"
    r"|\b(?:supervised|family|sibling|direct|indirect|letterbox) contact\b",
    re.IGNORECASE,
)
#: Somebody asked for by name, which only its capitals tell.
_NAMED = re.compile(
    r"^\W*(?:[Ww]ho(?:['’]?s| is| are)|[Cc]ontact|[Ff]ind|[Ee]mail|[Cc]all|[Mm]essage) (?=[A-Z][\w'’-]+ [A-Z][a-z])"
)
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
        # All of it only asks: "what is new" is not about "new".
        return Asked(Intent.BROWSE, ((0, len(text)),))
    spans: list[tuple[int, int]] = []
    if _PERSON.search(text):
        family_time = _FAMILY_TIME.search(text) is not None
        for match in _CONTACT.finditer(text):
            if family_time and match[0].casefold().startswith("contact"):
                continue
            kept = "place" if match["place"] is not None else "post" if match["post"] is not None else None
            if kept is None:
                spans.append(match.span())
            else:
                spans += [(match.start(), match.start(kept)), (match.end(kept), match.end())]
        if not spans and (named := _NAMED.match(text)):
            spans.append(named.span())
    if spans:
        return Asked(Intent.CONTACT, tuple(spans))
    if compared := [match.span() for match in _COMPARE.finditer(text)]:
        return Asked(Intent.COMPARE, tuple(compared))
    return Asked(Intent.FIND)


def compares_places(text: str) -> bool:
    """Whether a question that names several places sets one against the other."""
    return _VERSUS.search(text) is not None


def names_a_post(text: str) -> bool:
    """Whether a question names a post that somebody holds ("Hackney's head of safeguarding")."""
    return _POST.search(text) is not None


def about_an_authority(text: str) -> bool:
    """Whether a question that names an authority asks what it is doing."""
    return _DOING.search(text) is not None
