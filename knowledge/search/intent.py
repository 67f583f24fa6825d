"""What a question wants: to find practice, a person, an authority's work, a comparison, everything, or help."""

from __future__ import annotations

import re
from dataclasses import dataclass

from knowledge.domain.query import Intent

_HELP = re.compile(
    r"\W*(help( me)?|\?+|what can (you|this|i) .*|how (do|does|can) (i|we|you|this|it) (use|work|ask|search)\b.*|how to use .*"
    r"|commands|usage|hi|hello|hey)\W*",
    re.IGNORECASE,
)
_BROWSE = re.compile(
    r"\W*(browse( (all|everything|themes|topics|by \w+))?|(show|list|see|give)( me)? (all|everything|themes|topics|categories"
    r"|initiatives|all (the )?(initiatives|themes|topics|practice|examples))"
    r"|what (themes|topics|categories|initiatives)( are there| do you have| have you got| exist)?|what do you have"
    r"|what('?s| is) (in here|available|there))\W*",
    re.IGNORECASE,
)
_COMPARE = re.compile(
    r"\b(compar(e|es|ed|ing|ison)( (of|between|to|with))?|versus|vs|differences? between|how (do|does) .{1,60} differ)\b",
    re.IGNORECASE,
)
#: Asking for a person. What these match is dropped from the words searched for: it says what is wanted, not about what.
_CONTACT = re.compile(
    r"\b(?:who(?:m|'s|’s)?(?: (?:is|are|was|were))?(?: the)?(?: (?:best|right) (?:person|people|one))? "
    r"(?:(?:do|should|can|could|would|shall|might|must) (?:i|we|you|one) )?(?:to )?(?:need to |best to )?"
    r"(?:talk(?: to| with)?|speak(?: to| with)?|contact|ask|call|ring|phone|e-?mail|write to|get in touch with"
    r"|approach|reach(?: out to)?|go to|turn to|message)"
    r"|who(?:'s|’s| is| are| was| were)? (?:run(?:s|ning)?|ran|lead(?:s|ing)?|led|manag(?:es|ed|ing)|deliver(?:s|ed|ing)?"
    r"|organis(?:es|ed|ing)|organiz(?:es|ed|ing)|behind|in charge of|responsible for|in touch with|deal(?:s|t|ing) with|heads(?: up)?|set up"
    r"|collect(?:s|ed|ing)?|own(?:s|ed)?|co-?ordinat(?:es|ed|ing)|oversees|oversaw|overseeing|look(?:s|ed|ing) after"
    r"|handl(?:es|ed|ing)|started|founded|wrote|commission(?:s|ed)|chair(?:s|ed)?|over(?:sees|saw)|the (?:lead|contact|person|manager)"
    r"(?: (?:for|on|of|at|in|behind))?)"
    r"|who (?:in|at|from) (?P<place>.{1,60}?) (?:run(?:s|ning)?|lead(?:s|ing)?|led|manag(?:es|ed)|deal(?:s|t)? with"
    r"|deliver(?:s|ed)?|is (?:responsible for|in charge of|behind|leading|running)|do(?:es)? (?:i|we) (?:contact|ask|talk to))"
    r"|(?:point of )?contacts?(?: details?| names?| person| people| info(?:rmation)?)? (?:for|about|at|in|on|of|from)"
    r"|(?:named?|lead) contacts?|contact details|e-?mail(?: address)? (?:for|of)|phone number (?:for|of)|telephone number"
    r"|(?:someone|somebody|anyone|person|people|colleagues?) (?:i|we) (?:can|could|should) (?:talk|speak|contact|ask|email|call)(?: to| with)?"
    r"|(?:someone|somebody|anyone|person|people) to (?:talk|speak) (?:to|with)|get in touch with|put me in touch with)\b",
    re.IGNORECASE,
)
#: No question asks for a person without one of these; looking for them first is many times faster.
_PERSON = re.compile(r"who|contact|mail|phone|talk|speak|touch|someone|somebody", re.IGNORECASE)
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


def about_an_authority(text: str) -> bool:
    """Whether a question that names an authority asks what it is doing."""
    return _DOING.search(text) is not None
