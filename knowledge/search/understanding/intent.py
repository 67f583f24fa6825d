"""What a question wants: to find practice, a person, an authority's work, a comparison, everything, or help."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.domain.courtesy import is_thanks
from knowledge.domain.query import Intent
from knowledge.search.understanding.contacting import for_a_person
from knowledge.search.understanding.small_talk import is_said_to_the_tool

_BROWSE = re.compile(
    r"""\W*(?: browse (?:\ (?:all|everything|themes|topics|by\ \w+))?
    | (?:list\ of\ )?(?:all\ )?(?:the\ )?(?:themes|topics|categories|authorities)
    | (?:list\ of\ (?:all\ )?|all\ )(?:the\ )?(?:initiatives|projects)
    | (?:show|list|see|give) (?:\ me)? \ (?:all|everything (?:\ (?:you\ have (?:\ got)?|there\ is))?
        | themes|topics|categories|initiatives
        | all\ (?:the\ )? (?:initiatives|themes|topics|categories|practice|examples|authorities|councils))
    | what\ (?:themes|topics|categories|initiatives) (?:\ are\ there|\ do\ you\ have|\ have\ you\ got|\ exist)?
    | what\ do\ you\ have | what(?:\ have|['’]ve)\ you\ got
    | (?:list|which|what)\ (?:all\ (?:the\ )?)?(?:authorities|councils|areas|boroughs|places)
        (?:\ (?:are|is)\ (?:there|here|in\ (?:here|it|this)|covered|included) | \ do\ you\ (?:have|cover))?
    | how\ (?:many|much) (?:\ (?:initiatives|examples|authorities|councils|themes|practice))?
        (?:\ (?:are\ there|are\ in\ (?:here|it|this)|do\ you\ have|have\ you\ got|is\ there))
    | who(?:['’]?s|\ is|\ else\ is)\ in\ (?:here|it|this)
    | what\ (?:themes|topics)\ do\ you\ cover | what(?:['’]?s|\ is)\ (?:in\ here|available|there)
    | (?:what(?:['’]?s|\ is)|anything)\ new (?:\ (?:here|this\ week|this\ month|today|lately|recently))?
    | what(?:['’]?s|\ has)\ been\ (?:added|shared) (?:\ (?:lately|recently|this\ week|this\ month))?
    | (?:the\ )? (?:latest|newest|most\ recent|recent|new)
        (?:\ (?:initiatives|practice|additions|entries|examples|work))? (?:\ this\ (?:week|month))?
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
_WORKS = re.compile(
    r"\W*what (?:really |actually )?works(?: best| well)? (?:(?=to\b)|(?:in|for|at) (?=\w+ing\b))", re.IGNORECASE
)
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
    if is_said_to_the_tool(text) or (bare != text and is_said_to_the_tool(bare)) or is_thanks(text):
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
