"""The years in which an initiative was or is done, from what is written of them."""

from __future__ import annotations

import re

#: What stands for a year before all that are named, and after.
EVER, ALWAYS = 0, 9999
#: The first and the last year where none is named: no year lies between.
NEVER = (ALWAYS, EVER)

_YEAR = re.compile(r"\b((?:19|20)\d\d)(?:\s*[-–/]\s*(\d\d)\b(?!\d))?")
#: No work that began in one century is written with the short year of the next after so many years.
_LONGEST_OVER_A_CENTURY = 10
_GOES_ON = re.compile(
    r"\b(?:on|onwards?|ongoing|since|from|present|now|today|date|current(?:ly)?|continu\w*)\b|(?:[-–]|\bto)\s*$",
    re.IGNORECASE,
)
_ENDED = re.compile(r"^\W*(?:until|till|to|by|up to|before|ended)\b", re.IGNORECASE)


def years_of(text: str | None) -> tuple[int, int] | None:
    """The first and the last year of "2020-2022", "2021/22", "2020 onwards", "until 2023"; None where none is named."""
    named: list[int] = []
    for found in _YEAR.finditer(text or ""):
        year = int(found[1])
        named += [year, until(year, found[2])] if found[2] else [year]
    if not named:
        return None
    first, last = min(named), max(named)
    if first == last and text and _ENDED.search(text):
        return EVER, last
    return first, ALWAYS if first == last and text and _GOES_ON.search(text) else last


def until(year: int, short: str) -> int:
    """The year that is written with two digits behind another ("2021/22", "1999/00"); the other where it is none."""
    last = year - year % 100 + int(short)
    if last < year:
        last += 100
        # "2021-20" is a slip, "2020-12" a month.
        return last if last - year <= _LONGEST_OVER_A_CENTURY else year
    return last


def in_words(first: int, last: int) -> str:
    """Years as they are shown: "2021", "2021 to 2023", "2021 on", "until 2023"."""
    if first == last:
        return str(first)
    if first == EVER:
        return f"until {last}"
    return f"{first} on" if last == ALWAYS else f"{first} to {last}"
