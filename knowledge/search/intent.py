"""What a question wants: to find practice, a person, an authority's work, a comparison, everything, or help."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.domain.courtesy import is_thanks
from knowledge.domain.query import Intent
from knowledge.search.contacting import for_a_person

_HELP = re.compile(
    r"""\W*(?: help (?:\ me)? | \?+ | commands | usage | (?:hi|hello|hey)(?:\ (?:there|all))?
    | (?:good\ )?(?:morning|afternoon|evening)(?:\ (?:there|all))?
    | what\ can\ (?:you|this|it)\ do (?:\ for\ me)?
    | what\ can\ i\ (?:ask|search|find) (?:\ (?:you|here|for))?
    | how\ (?:do|can)\ (?:i|we)\ (?:use|ask|search) (?:\ (?:you|it|here|this (?:\ (?:thing|bot|tool|app))?|the\ bot))?
    | how\ does\ (?:this|it) (?:\ (?:thing|bot|tool|app))?\ work | how\ to\ use\ (?:this|it|you)
    | (?:who|what)\ are\ you | what(?:['’]?s|\ is)\ this (?:\ (?:thing|bot|tool|app))? (?:\ for)?
    | instructions|menu|options|about
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
_BROWSE = re.compile(
    r"""\W*(?: browse (?:\ (?:all|everything|themes|topics|by\ \w+))?
    | themes|topics|categories|authorities
    | (?:show|list|see|give) (?:\ me)? \ (?:all|everything (?:\ (?:you\ have (?:\ got)?|there\ is))?
        | themes|topics|categories|initiatives
        | all\ (?:the\ )? (?:initiatives|themes|topics|categories|practice|examples|authorities|councils))
    | what\ (?:themes|topics|categories|initiatives) (?:\ are\ there|\ do\ you\ have|\ have\ you\ got|\ exist)?
    | what\ do\ you\ have | what(?:\ have|['’]ve)\ you\ got
    | (?:list|which|what)\ (?:all\ (?:the\ )?)?(?:authorities|councils|areas|boroughs|places)
        (?:\ (?:are|is)\ (?:there|here|in\ (?:here|it|this)|covered|included) | \ do\ you\ (?:have|cover))?
    | how\ (?:many|much) (?:\ (?:initiatives|examples|authorities|councils|themes|practice))?
        (?:\ (?:are\ there|are\ in\ (?:here|it|this)|do\ you\ have|have\ you\ got|is\ there))
    | what\ (?:themes|topics)\ do\ you\ cover | what(?:['’]?s|\ is)\ (?:in\ here|available|there)
    | (?:what(?:['’]?s|\ is)|anything)\ new (?:\ (?:here|this\ week|this\ month|today|lately|recently))?
    | what(?:['’]?s|\ has)\ been\ (?:added|shared) (?:\ (?:lately|recently|this\ week|this\ month))?
    | (?:the\ )? (?:latest|newest|most\ recent|recent|new)
        (?:\ (?:initiatives|practice|additions|entries|examples|work))? (?:\ this\ (?:week|month))?
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
#: What is done here with one's own work or data, which help tells: nothing of it is looked for.
_OWN_TASK = re.compile(
    r"""\W*(?:please\ )?
    (?:(?:how|where)\ (?:do|can|would|should)\ (?:i|we)\ | (?:can|could)\ (?:i|we)\ | i\ (?:want|need)\ to\ )?
    (?: (?:share|add|submit|post|upload|contribute|send\ in|put\ (?:in|up|on\ here))
        \ (?:(?:an?|our|my|some|new|the|own|another)\ )+ (?:good\ )?
        (?:work|initiatives?|projects?|practice|examples?|entry|entries|templates?|forms?)
        (?:\ (?:here|on\ (?:here|this)|to\ (?:this|it|the\ (?:bot|store|library))|with\ (?:others|you)))?
    | (?:remove|delete|erase|change|correct|update|edit|hide|take\ (?:off|down)|get\ rid\ of|see)
        \ (?:all\ )?(?:my|our)\ (?:own\ )?
        (?:name|data|(?:contact\ )?details|contact|(?:phone\ )?number|e-?mail(?:\ address)?|personal\ data|information
            |entry|entries|initiatives?)
        (?:\ (?:from|on|in)\ (?:here|this|it|the\ \w+))?
    | my\ (?:name|number|e-?mail|details?)\ (?:is|are)\ (?:wrong|old|out\ of\ date|on|in|there)\b.{0,60}
    )\W*""",
    re.IGNORECASE | re.VERBOSE,
)
#: A greeting before a question, and what is said after it.
_POLITE = re.compile(
    r"^\W*(?:hi|hello|hey|(?:good )?(?:morning|afternoon))(?: there| all)?\b[ ,.!]+(?=\w)(?!there\b)"
    r"|(?<=\w)[ ,.!]*\b(?:please|pls|thanks?|thank you|cheers)\W*$",
    re.IGNORECASE,
)
#: This only asks how, where what is to be done follows.
_WORKS = re.compile(r"\W*what (?:really |actually )?works(?: best| well)? (?=to\b)", re.IGNORECASE)
_COMPARE = re.compile(
    r"\b(?:compar(?:e|es|ing|ison)(?: (?:of|between|to|with))?|differences? between)\b", re.IGNORECASE
)
#: Said of people as often as of places ("compared to white pupils"): a comparison only where places are named.
_VERSUS = re.compile(r"\b(?:versus|vs?|differ|compared)\b", re.IGNORECASE)
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
    bare = _POLITE.sub("", text)
    if any(one.fullmatch(each) for one in (_HELP, _OWN_TASK) for each in (text, bare)) or is_thanks(text):
        return Asked(Intent.HELP, ((0, len(text)),))
    if not text.strip() or _BROWSE.fullmatch(bare):
        # All of it only asks: "what is new" is not about "new".
        return Asked(Intent.BROWSE, ((0, len(text)),))
    if spans := for_a_person(text):
        return Asked(Intent.CONTACT, tuple(spans))
    if compared := [match.span() for match in _COMPARE.finditer(text)]:
        return Asked(Intent.COMPARE, tuple(compared))
    works = _WORKS.match(text)
    return Asked(Intent.FIND, (works.span(),) if works else ())


def compares_places(text: str) -> bool:
    """Whether a question that names several places sets one against the other."""
    return _VERSUS.search(text) is not None


def names_a_post(text: str) -> bool:
    """Whether a question names a post that somebody holds ("Hackney's head of safeguarding")."""
    return _POST.search(text) is not None


def about_an_authority(text: str) -> bool:
    """Whether a question that names an authority asks what it is doing."""
    return _DOING.search(text) is not None
