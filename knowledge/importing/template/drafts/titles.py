"""A short title for a piece of work, made from what it is rather than cut from how its text begins."""

from __future__ import annotations

import re

from knowledge.importing.template.drafts.clauses import ARTICLE, DANGLING, GENERIC, LONG, LONGEST, clause, has_work
from knowledge.importing.template.drafts.phrase_patterns import WRAPPER
from knowledge.importing.template.drafts.phrases import phrase
from knowledge.importing.template.language.sentences import sentences, words
from knowledge.importing.template.language.statements import states_position
from knowledge.importing.template.language.vocabulary import DOING
from knowledge.importing.template.outline.headings import is_topic

#: A sentence of so few words and none for doing, before others, is a title ("Disproportionality dashboard. ...").
_LEAD_WORDS = 6
_MOST_LEAD_WORDS = 9
#: "of", "and", "the": written small in a name.
_SMALL_WORD = 3
_LEAD = re.compile(
    r"^(?:initiative|project|example|case study|activity|programme|scheme|practice example|title|name"
    r"|area)\s*(?:\d+|[A-H])?\s*[:.–—-]\s*",
    re.I,
)
_NUMBER = re.compile(r"^(?:\(?\d{1,2}[.)]|\(?[a-h][.)]|[ivx]+[.)])\s+")
_IS_A = re.compile(
    r"^(?P<subject>(?:the |our )?(?:[A-Z‘'“\"][\w’'&‘“”\"-]*\s+(?:(?:of|and|the|for|in|to|our"
    r"|with)\s+)*){1,9}?)(?:is|was|are|were|has become|provides|runs|offers|brings|meets|supports|works|helps"
    r"|gives|pairs|trains)\s",
    re.S,
)
_CALLED = re.compile(
    r"\b(?:called|known as|titled|entitled|named|branded|under the (?:name|banner)(?: "
    r"of)?)\s+[‘'“\"]?(?P<name>[A-Z0-9][^’”\",.;:()]{2,70}?)(?=[’”\",.;:()]|'(?!\w)|\s(?:which|that|to|for|with"
    r"|and|in|is|was|where|who|has|on|at|by)\b|$)"
)
_QUOTED = re.compile(r"[‘“\"](?P<name>[A-Z][^‘’“”\"]{3,60}(?:’s[^‘’“”\"]{0,40})?)[’”\"](?!\w)")
#: A name in capitals just behind a word for making something: "to form the Belonging Partnership".
_NAMED_WORK = re.compile(
    r"\b(?:form|formed|set up|launch|launched|create|created|establish|established|run|runs|running|develop"
    r"|developed|introduce|introduced|start|started|open|opened|build|built|pilot|piloted|adopt|adopted|founded"
    r"|join|joined|host|hosts|hosted|design|designed)\s+"
    r"(?:the |a |an |our |its )?(?P<name>(?:[A-Z][\w’'&-]*\s+(?:(?:of|and|for|the|in|to|on"
    r"|with)\s+){0,2}){1,6}?(?:Programme|Project|Partnership|Forum|Network|Charter|Panel|Group|Board|Academy"
    r"|Scheme|Hub|Alliance|Pledge|Circle|Club|Collective|Pathway|Toolkit|Framework|Strategy|Plan|Council|Fund"
    r"|Service|Course|Standard|Pilot|Campaign|Taskforce|Initiative|Festival))\b"
)
#: "Nov 2023: ", "1/4/24 - " in front of what was done then.
_DATE_LEAD = re.compile(
    r"^(?:(?:in|from|since|early|late|mid)[\s-]+)?(?:\d{1,2}(?:st|nd|rd|th)?[\s./-]+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug"
    r"|sept?|oct|nov|dec)[a-z]*|spring|summer|autumn|winter|\d{1,2})?[\s./-]*(?:(?:19|20)?\d\d(?:[/-]\d\d)?)\s*"
    r"(?::|\s[–—-]|[–—])\s+",
    re.I,
)
#: "Our mentoring programme offers:" opens a list of its parts and is no name.
_OPENS_PARTS = re.compile(r"\b(?:offers?|covers?|provides?|involves?|comprises?|consists? of)$", re.I)
_NUMBERS = {
    "2": "Two",
    "3": "Three",
    "4": "Four",
    "5": "Five",
    "6": "Six",
    "7": "Seven",
    "8": "Eight",
    "9": "Nine",
    "10": "Ten",
}


def title_for(text: str, *, given: str = "", context: str = "", names: tuple[str, ...] = ()) -> str:
    """A title of at most LONGEST characters for the work that `text` tells of.

    `given` is a title the form itself gives it, `context` the heading it stands under, `names` the authority's
    names, which a title need not repeat.
    """
    if given and (found := _from_given(given)):
        return found
    text = _DATE_LEAD.sub("", text.capitalize() if text.isupper() else text)
    pieces = sentences(text)
    if not pieces:
        return _finish(context or text, names)
    telling = [piece for piece in pieces if not states_position(piece)]
    pieces = telling if telling and not _named_lead(pieces[0]) else pieces
    first = pieces[0]
    if found := _named_lead(first):
        return _from_given(found)
    for candidate in (
        _named_programme(pieces, first),
        phrase(first),
        *(phrase(one) for one in pieces[1:3]),
    ):
        if candidate and _is_telling(candidate):
            return _finish(candidate, names)
    return _finish(clause(first), names)


def _from_given(given: str) -> str:
    given = _NUMBER.sub("", _LEAD.sub("", " ".join(given.split())))
    given = _unquoted(given.strip(" .:;,–—-*_"))
    if given.isupper() and len(given) > 12:
        given = given.capitalize()
    if len(given) > LONGEST:
        given = _cut(clause(given))
    return _capital(given)


def _named_lead(first: str) -> str:
    """ "Reverse mentoring: senior leaders ..." names itself."""
    found = re.match(r"^([^:.\n]{3,70}?)\s*(?::\s+|\s[–—-]\s+)(?=\S)", first)
    if not found or len(words(found[1])) > _MOST_LEAD_WORDS:
        return ""
    if (found[1].count(",") or found[1].split()[0].lower() in GENERIC) and not _is_written_as_name(found[1]):
        return ""
    if _DATE_LEAD.match(first):
        return ""
    unquoted = re.sub(r"[“‘\"'][^“”‘’\"]*[”’\"']", "", found[1])
    if re.search(r"\b(?:include|includes|including|are|is|was|have|has|we|following|such as)\b", unquoted, re.I):
        return ""
    if _OPENS_PARTS.search(found[1]):
        return ""
    return found[1]


def _is_written_as_name(lead: str) -> bool:
    """Whether several words of a lead are all written with a capital, as names are: "Our City, Our Staff"."""
    long = [word for word in words(lead) if len(word) > _SMALL_WORD]
    return len(long) > 1 and all(word[:1].isupper() for word in long) and not is_topic(lead)


def lead_title(text: str) -> tuple[str, str]:
    """A title that the text opens with ("Reverse mentoring: senior leaders ...") and the rest; empty when none."""
    found = _named_lead(text)
    if not found:
        pieces = sentences(text)
        first = pieces[0] if pieces else ""
        short = 2 <= len(words(first)) <= _LEAD_WORDS and first.endswith(".") and len(pieces) > 1
        if short and not DOING.search(first) and not WRAPPER.match(first) and first.split()[0].lower() not in GENERIC:
            return first.rstrip("."), text[len(first) :].strip()
        return "", text
    return found, _capital(re.sub(r"^[\s:–—-]+", "", text[text.index(found) + len(found) :]))


def _named_programme(pieces: list[str], first: str) -> str:
    called = _CALLED.search(" ".join(pieces[:2]))
    if called:
        return called["name"]
    subject = _IS_A.match(first)
    if subject and sum(word[:1].isupper() for word in words(subject["subject"])[1:]) >= 1:
        name = ARTICLE.sub("", subject["subject"].strip())
        capitals = [word for word in words(name) if word[:1].isupper()]
        if len(capitals) >= 2 and (has_work(name) or len(capitals) >= 3):
            return name
    made = _NAMED_WORK.search(first)
    if made:
        return made["name"]
    quoted = _QUOTED.search(first)
    if (
        quoted
        and len(words(quoted["name"])) >= 2
        and quoted.start() < 90
        and not re.search(r"\b(?:act|acts|acting) as (?:an? )?$", first[: quoted.start()])
        and _capitals(quoted["name"]) >= 2
    ):
        return quoted["name"]
    return ""


def _capitals(text: str) -> int:
    return sum(word[:1].isupper() for word in words(text))


def _finish(text: str, names: tuple[str, ...]) -> str:
    for name in names:
        possessive = re.compile(rf"\b{re.escape(name)}(?:’s|'s)\s+", re.I)
        text = possessive.sub("", text)
        text = re.sub(rf"\b(?<=for ){re.escape(name)}\s+(?=[a-z])|^{re.escape(name)}\s+(?=[a-z])", "", text)
    text = _cut(_unquoted(" ".join(text.split()).strip(" .;:,–—-")))
    text = _OPENS_PARTS.sub("", text).strip()
    number = re.match(r"^(\d{1,2})\s+(?=[a-z])", text)
    if number and number[1] in _NUMBERS:
        text = f"{_NUMBERS[number[1]]}{text[len(number[1]) :]}"
    text = re.sub(r"^([Tt]wo|[Tt]hree|[Ff]our|[Ff]ive) (year|month|week|day)(?=\s+[a-z])", r"\1-\2", text)
    return _capital(text)


def _unquoted(text: str) -> str:
    """The text without quotation marks round the whole of it, or ones left without their other half."""
    if text[:1] in "‘“\"'" and text[-1:] in "’”\"'":
        return text[1:-1]
    if text.count('"') == 1:
        text = text.replace('"', "")
    if text.startswith('"') and text.count('"') == 2:
        text = text.replace('"', "")
    if "“" in text and "”" not in text[text.index("“") :]:
        text = text.replace("“", "")
    return text.replace("”", "") if "”" in text and "“" not in text else text


def _cut(text: str) -> str:
    """At most LONGEST characters, ended between phrases rather than words where that can be."""
    if len(text) > LONG:
        joints = [
            joint.start()
            for joint in re.finditer(r"\s(?:and|for|with|in|on|across|to|at|of|about|by|from|between|through)\s", text)
        ]
        fitting = [joint for joint in joints if 28 <= joint <= LONG + 5 and not _parts_a_pair(text, joint)]
        if fitting and len(text) > LONGEST:
            text = text[: fitting[-1]]
    if len(text) > LONGEST:
        text = text[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST]
    tokens = text.split()
    while len(tokens) > 1 and tokens[-1].lower().strip(",;:") in DANGLING:
        tokens.pop()
    return " ".join(tokens).strip(" ,;:–—-")


def _parts_a_pair(text: str, at: int) -> bool:
    """Whether a cut before the "and" at `at` would leave half of "Black and Asian communities"."""
    before, after = text[:at].split()[-1], text[at:].split()
    return after[0] == "and" and before[:1].isupper() and after[1][:1].isupper()


def _is_telling(text: str) -> bool:
    kept = words(text)
    if len(kept) < 2 and not (kept and len(kept[0]) > 6):
        return False
    return kept[0].lower() not in GENERIC and any(word.lower() not in DANGLING for word in kept)


def _capital(text: str) -> str:
    at = 1 if text[:1] in "“‘\"'" else 0
    return text[:at] + text[at : at + 1].upper() + text[at + 1 :]
