"""The time that a question asks about: years that are named, this year and last, the newest.

Only years that stand by themselves behind "since", "in" and such: "the 2024 riots", "in 2011 census data", "year 6" and
"early years" name other things, and so does the year of what happened ("since the murder in 2020").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.domain.query import Years
from knowledge.search.index.years import until
from knowledge.search.language.english import STOP
from knowledge.search.language.spans import Span, is_within

_YEAR = r"(?:19|20)\d\d"
_BEGUN = r"(?P<begun>started|starting|began|begun|begins?|launched|introduced|set\ up|created|founded|new)"
_DONE = r"(?:done|made|published|written|happened|happening|happens|running|run|dated|took\ place|going\ on)"
#: As what was understood is shown: "year: 2022".
_SHOWN = r"(?(shown)|(?!))"
_NAMED = re.compile(
    rf"""(?<!\bborn\ )\b(?P<shown>years?:\ ?)?(?:(?:{_BEGUN}|{_DONE})\ )?
    (?:
        (?:(?:between|from|in|during|over)\ |{_SHOWN})
          (?P<first>{_YEAR})\ ?(?:and|to|until|till|[-–])\ ?(?P<last>{_YEAR})
        | (?:(?:(?P<since>since|from)
            |(?P<after>after|(?:later|newer|more\ recent)\ than)
            |(?P<before>before|prior\ to|(?:earlier|older)\ than)
            |(?P<until>up\ to|until|till)
            |in|during)\ |{_SHOWN})
          (?P<year>{_YEAR})(?:\ ?[/–-]\ ?(?P<short>\d\d)(?!\d))?
    )(?P<on>\ (?:onwards?|on(?=\W*$)|and\ (?:later|after)))?(?![\w%/-])""",
    re.IGNORECASE | re.VERBOSE,
)
#: A year is all of the question.
_WORK = r"(?:projects?|initiatives?|practice|work|examples)"
_ALONE = re.compile(rf"\W*(?:{_WORK}\ )?(?P<year>{_YEAR})(?:\ {_WORK})?\W*", re.IGNORECASE | re.VERBOSE)
_RELATIVE = re.compile(
    rf"""\b(?:{_BEGUN}|{_DONE}|from|in|over|during|within)[ ]
    (?: (?P<year>this|last|past|previous)\ year
      | the\ (?:last|past)\ (?:year|(?P<count>\d|couple\ of|few|two|three|four|five)\ years)
    )\b(?!['’]|\ ?\d|\ (?:of|group)\b)""",
    re.IGNORECASE | re.VERBOSE,
)
_COUNTS = {"couple of": 2, "two": 2, "few": 3, "three": 3, "four": 4, "five": 5}
#: The newest of it is asked for: not what is new to somebody ("recently arrived families", "our latest inspection").
_THINGS = rf"""(?:{_WORK}|programmes?|schemes?|thinking|developments?|approaches|ideas|things?|stuff)"""
_NEWEST = re.compile(
    rf"""(?<!my\ )(?<!our\ )(?<!their\ )\b(?:
    (?:the\ )?(?:latest|newest|most\ recent)(?=\ (?:on|about|in|from|first|{_THINGS})\b | \W*$)
    | recent(?=\ (?:on|about|{_THINGS})\b | \W*$)
    )(?:\ first)?""",
    re.IGNORECASE | re.VERBOSE,
)
#: Before the year of something that happened.
_OF_AN_EVENT = re.compile(r"\b(?:since|after|before|following|during) (?:the|a|our|their) (?:[\w'’-]+ ){1,5}$", re.I)
_TELLS = re.compile(r"\b(?:i|we|my|our|us)\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.;!?]\s")


@dataclass(frozen=True, slots=True)
class Time:
    """A time asked about, how it is shown, and its place in the question; where no `years` are given, the newest."""

    years: Years | None
    label: str
    span: Span


def time_asked(text: str, told: Sequence[Span], today: Callable[[], date] | None) -> Time | None:
    """The first time that a question asks about; None where it asks about none.

    `told` are the places at which somebody tells of themselves. Without `today` "this year" says nothing.
    """
    return next((one for one in _times(text, today) if not _is_told(text, one.span, told)), None)


def _times(text: str, today: Callable[[], date] | None) -> Iterator[Time]:
    if alone := _ALONE.fullmatch(text):
        year = int(alone["year"])
        yield Time(Years(year, year), str(year), alone.span("year"))
    for found in _NAMED.finditer(text):
        if _stands_by_itself(text, found):
            years, label = _years(found)
            yield Time(years, label, found.span())
    if today is not None:
        for found in _RELATIVE.finditer(text):
            years, label = _counted_from(today().year, found)
            yield Time(years, label, found.span())
    if newest := _NEWEST.search(text):
        yield Time(None, "newest first", newest.span())


def _years(found: re.Match[str]) -> tuple[Years, str]:
    begun = bool(found["begun"])
    if found["first"]:
        first, last = sorted((int(found["first"]), int(found["last"])))
        return Years(first, last, begun), f"{first} to {last}"
    year = int(found["year"])
    end = until(year, found["short"]) if found["short"] else year
    if found["after"]:
        return Years(end + 1, None, begun), f"after {end}"
    if found["before"]:
        return Years(None, year - 1, begun), f"before {year}"
    if found["until"]:
        return Years(None, end, begun), f"until {end}"
    if not (found["since"] or found["on"]):
        return Years(year, end, begun), str(year) if year == end else f"{year} to {end}"
    return Years(year, None, begun), f"from {year}"


def _counted_from(this: int, found: re.Match[str]) -> tuple[Years, str]:
    begun = bool(found["begun"])
    if found["year"]:
        year = this if found["year"].lower() == "this" else this - 1
        return Years(year, year, begun), str(year)
    count = found["count"] or "1"
    first = this - (_COUNTS.get(count.lower()) or int(count))
    return Years(first, None, begun), f"from {first}"


def _stands_by_itself(text: str, found: re.Match[str]) -> bool:
    """Whether a year is neither part of a name nor of something that happened then.

    Since whatever happened in a year is since that year, too ("since 2020 exclusions", "since 2020 protests").
    """
    behind = re.match(r" (\w[\w'’-]*)", text[found.end() :])
    said = found[0].lower()
    sure = found["shown"] or said.startswith("between") or "since" in said
    joined = sure or behind is None or behind[1].lower() in STOP
    return bool(joined) and not _OF_AN_EVENT.search(text[: found.start()])


def _is_told(text: str, span: Span, told: Sequence[Span]) -> bool:
    """Whether a time is part of what somebody tells before they ask."""
    if is_within(span, told):
        return True
    begins = max((one.end() for one in _SENTENCE_ENDS.finditer(text, 0, span[0])), default=0)
    ends = _SENTENCE_ENDS.search(text, span[1])
    return ends is not None and bool(_TELLS.search(text, begins, ends.end()))
