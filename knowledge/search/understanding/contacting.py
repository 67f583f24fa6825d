"""Asking for a person: whether a question does, and which of its words only say so."""

from __future__ import annotations

import re

from knowledge.search.language.english import is_common, is_listed, is_name
from knowledge.search.language.spans import Span
from knowledge.search.understanding.contact_wordings import I_REACH, ONE, REACHES_ME, WORDINGS, any_of

_CONTACT = any_of(WORDINGS)
#: Hardly a question asks for a person without one of these; looking for them first is many times faster.
_PERSON = re.compile(
    r"\b(?:who|contact|e-?mail|(?:tele)?phone|talk|speak|chat|touch|some(?:one|body)|any(?:one|body)|pe(?:rson|ople|er)"
    r"|name|number|lead|officer|manager|colleague|practitioner|counterpart|brain|voice|introduc|connect|call|ring\b|expert"
    r"|human|buddy|reach|meet|match|opposite|link|hold of|director|head|commissioner"
    r"|responsible|in charge|spoc|single point|network with|compare notes|touch base|coffee|natter|cuppa|catch|buy)",
    re.IGNORECASE,
)
#: What is reached, by name or not; whoever speaks of reaching without any ("how do I talk to ...") asks for nobody.
_WHOM = re.compile(
    rf"""\b(?:who(?:m|ever)?|{ONE}|(?:which|what)\ (?:person|officer|manager|colleague|lead)|names?|leads?|colleague
    |practitioner|officer)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REACHING = re.compile(rf"\b(?:{I_REACH}|{REACHES_ME})(?!\w)", re.IGNORECASE | re.VERBOSE)
#: "How" asks for a way, whoever is spoken of.
_HOW = re.compile(
    r"\bhow\b(?! (?:do|can|would|could|might) (?:i|we) (?:contact|reach"
    r"|get (?!(?:my|our|the|more|all|some|other|white|black)\b[^.?!]* to\b)))",
    re.IGNORECASE,
)
_BARE_CONTACT = re.compile(r"(?:(?:any|some|got|get|have|of|point of) )?contacts?(?: \w+)?")
_SPEAKS = re.compile(r"(?:talk|speak|chat|get) ", re.IGNORECASE)
_NOBODY = re.compile(
    r"\b(?:do(?:n['’]?t| not)|no) (?:need|want)(?: (?:an?|any|the))? (?:contacts?|names?|person|people|to put me)\b"
    r"|\b(?:job description|person specification|become an?|do we need an?)\b"
    r"|\bnot after a (?:person|contact|name)\b",
    re.IGNORECASE,
)
#: Contact that is no person either.
_OTHER_CONTACT = re.compile(
    r"\b(?:police|first|missed|no|front door|mash|adoption|eye|physical|social|human|face to face|professional"
    r"|emergency|single point of|have|has|had|having|number of) contacts?\b(?! details| names?| info| person)",
    re.IGNORECASE,
)
#: Before these, "who" and "people" are only spoken of ("children who run ..."), and nobody is asked for.
_ASKED_FOR = re.compile(
    r"(?:^|[.,;:!?–—-]\s*|\b(?:and|or|but|so|know|ask|find|out|tell|me|us|wondering|is|wonder|whether|if|the|any|a|some|for|of"
    r"|to|with|about|other|re|also|see|please|hi|hello|hey|do|does|elsewhere|else|sure|idea|best|right)\s+)$",
    re.IGNORECASE,
)
#: Somebody else needs them ("children who need someone to talk to").
_NEEDED = re.compile(
    r"\b(?:who|they|children|people|families|pupils|staff) (?:needs?|want|have|has) some(?:one|body)\b", re.IGNORECASE
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

#: The same, with how they are to be reached at the end.
_NAMED_FIRST = re.compile(
    r"^\W*[A-Z][\w'’-]+ [A-Z][\w-]+(?:['’]s)? "
    r"(?P<how>(?i:e-?mail(?: address)?|(?:tele)?phone(?: number)?|number|contact))\W*$"
)
#: The same in small letters.
_SMALL_NAME = re.compile(
    r"^\W*(?P<first>[a-z][\w’'-]+) [a-z][\w’'-]+(?:['’]s)? "
    r"(?P<how>e-?mail(?: address)?|(?:tele)?phone(?: number)?|number|contact)\W*$"
)
#: A place is to be reached whose name follows.
_REACH_A_PLACE = re.compile(
    r"^\W*(?:(?:please|can (?:i|we)|could (?:i|we)|i(?:['’]d like| want| need) to) )?"
    r"(?:contact|e-?mail|ring|phone|call|message|(?:speak|talk)(?:ing)? (?:to|with)) (?:the )?$",
    re.IGNORECASE,
)

#: A council or project to be contacted, which its capital tells.
_BY_NAME = re.compile(
    r"^\W*(?:[Hh]ow (?:do|can) (?:I|i|we)|(?:[Cc]an|[Cc]ould) (?:I|i|we)|(?:I|i|[Ww]e)(?:['’]d like| want| need) to) "
    r"(?:contact|get in touch with|get hold of) (?=(?:the )?[A-Z])"
)


def for_a_person(text: str) -> list[Span] | None:
    """The places of a question that ask for a person, which say whom and not what about; None where none is."""
    if not _PERSON.search(text) or _NOBODY.search(text):
        return None
    spans: list[Span] = []
    for match in _CONTACT.finditer(text):
        if _is_only_spoken_of(text, match):
            continue
        kept = "place" if match["place"] is not None else "post" if match["post"] is not None else None
        if kept is None:
            spans.append(match.span())
        else:
            spans += [(match.start(), match.start(kept)), (match.end(kept), match.end())]
    if _WHOM.search(text):
        spans += [match.span() for match in _REACHING.finditer(text) if not _asks_how(text, match)]
    for direct in (_NAMED, _BY_NAME):
        if named := direct.match(text):
            spans.append(named.span())
    if (named := _NAMED_FIRST.match(text)) or ((named := _SMALL_NAME.match(text)) and _is_name(named)):
        spans.append(named.span("how"))
    return spans or None


def _is_name(named: re.Match[str]) -> bool:
    """Whether words in small letters begin with a first name that is nothing else."""
    return is_name(named["first"]) and not is_listed(named["first"]) and not is_common(named["first"])


def reaches_a_place(before: str) -> bool:
    """Whether what stands before the name of a place says that somebody there is to be reached ("talk to Kent")."""
    return _REACH_A_PLACE.match(before) is not None


def _is_only_spoken_of(text: str, match: re.Match[str]) -> bool:
    """Whether a wording that would ask for a person tells of one here, or of contact that is none."""
    said, before = match[0].casefold(), text[: match.start()]
    if (
        "contact" in said
        and "single point" not in said
        and (_OTHER_CONTACT.search(text) or (_BARE_CONTACT.fullmatch(said) and _FAMILY_TIME.search(text)))
    ):
        return True
    if _SPEAKS.match(said) and _asks_how(text, match):
        return True
    if said.startswith(("who", "people", "person", "colleague")) and not _ASKED_FOR.search(before):
        return True
    return ("someone" in said or "somebody" in said) and _NEEDED.search(text) is not None


def _asks_how(text: str, match: re.Match[str]) -> bool:
    """Whether a way is asked for before this."""
    return any(how.start() < match.start() for how in _HOW.finditer(text))
