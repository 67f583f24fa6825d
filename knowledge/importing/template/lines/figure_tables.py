"""Tables of figures: what was counted, and what came of the work, row by row as plain words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.importing.template.files.document import Row
from knowledge.importing.template.files.typed_lists import tidy
from knowledge.importing.template.language.addresses import has_address, pages_in
from knowledge.importing.template.language.placeholders import says_nothing
from knowledge.importing.template.language.sentences import words
from knowledge.importing.template.language.statements import tells_of_work, tells_results
from knowledge.importing.template.questions.category_names import category_named
from knowledge.importing.template.questions.fields import Field, field_of

#: What is counted has a label up to so many words, and a figure so many with its unit.
_LABEL_WORDS, _FIGURE_WORDS = 14, 4
#: Two figures make a table of them.
_LEAST_FIGURES = 2
_DATE = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8} (?:19|20)\d\d")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*"
#: "2023", "2022/23", "Autumn term 2024", "Q1 2025".
_PERIOD = re.compile(
    rf"(?:(?:{_MONTH}|autumn|spring|summer|winter|term|year|financial|academic|fy|q[1-4]|quarter|\d{{1,2}}"
    rf"|to|[–-])\s*)*(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d){{1,2}})?(?: \([^)]{{1,20}}\))?",
    re.I,
)
#: Heads that say when something was counted, or only that it was.
_MOMENT = re.compile(
    r"before|after(?:wards)?|baseline|now|then|(?:at )?(?:the )?(?:start|end|beginning|outset)|pre|post|last year"
    r"|this year|previous(?: year)?|current|change|difference|target|total|follow-?up",
    re.I,
)
_COUNT = re.compile(
    r"(?:measure|indicator|metric|number|figures?|count|value|what changed|change|statistics?|data|n)s?|no\.?|%", re.I
)
_MAY_HEAD = (Field.IMPACT, Field.ASIDE)


def figures_in(rows: Sequence[Row], *, under_impact: bool) -> list[str]:
    """A table of figures as one statement a row, or one a column where periods stand down the first; else none.

    `under_impact` says that the form asks for impact above the table: then what came of the work may be told in words.
    """
    texts = [[tidy(cell.text) for cell in row] for row in rows]
    head = texts[0] if _is_head(texts, under_impact=under_impact) else None
    body = texts[1:] if head else texts
    if not body or not _may_count(head, body, under_impact=under_impact):
        return []
    if all(map(_are_figures, body)) and sum(map(_is_figure, _values(body))) >= _LEAST_FIGURES:
        return _statements(head, body)
    told = sum(any(map(_says_what_came, row[1:])) for row in body)
    asked = head is not None and all(field_of(text) is Field.IMPACT for text in head)
    return _statements(head, body) if under_impact and (asked or told * 2 >= len(body)) else []


def _values(body: Sequence[Sequence[str]]) -> list[str]:
    return [text for row in body for text in row[1:]]


def _is_head(texts: Sequence[Sequence[str]], *, under_impact: bool) -> bool:
    """Whether the first row says what stands beneath: of two columns in words it must be known to."""
    first, below = texts[0][1:], texts[1:]
    if not any(first) or any(_is_figure(text) and not _is_period(text) for text in first):
        return False
    if any(len(words(text)) > _LABEL_WORDS or (_has_digit(text) and not _is_period(text)) for text in first):
        return False
    if under_impact and len(first) == 1 and not all(map(_are_figures, below)):
        return all(field_of(text) is Field.IMPACT or _COUNT.fullmatch(text) for text in texts[0])
    return True


def _may_count(head: Sequence[str] | None, body: Sequence[Sequence[str]], *, under_impact: bool) -> bool:
    """Whether nothing in a table asks for anything else, and each row and column can be told from the others."""
    if min(map(len, body)) < 2 or (head and (len(set(head)) < len(head) or any(len(row) != len(head) for row in body))):
        return False
    if any(map(_is_address, _values(body))):
        return False
    named = (Field.TITLE,) if under_impact else ()
    if any(field_of(text) not in (None, *_MAY_HEAD, *named) for text in head or ()):
        return False
    labels = [row[0] for row in body]
    return all(
        0 < len(words(label)) <= _LABEL_WORDS
        and field_of(label) in (None, Field.IMPACT)
        and category_named(label) is None
        for label in labels
    )


def _statements(head: Sequence[str] | None, body: Sequence[Sequence[str]]) -> list[str]:
    if head and len(body) > 1 and all(_is_period(row[0]) or _MOMENT.fullmatch(row[0]) for row in body):
        head, body = ["", *(row[0] for row in body)], [list(column) for column in zip(head, *body, strict=True)][1:]
    found = []
    for row in body:
        values = [_under(head[at] if head else "", text) for at, text in enumerate(row) if at and not _is_missing(text)]
        if values:
            found.append(f"{row[0].rstrip(' :')}: {', '.join(values)}")
    return found


def _under(head: str, value: str) -> str:
    """A value with what stands above it: "48 in 2023", "before 71%"."""
    if not head or _COUNT.fullmatch(head) or field_of(head) is Field.IMPACT:
        return value
    if _is_period(head):
        return f"{value} in {head}"
    return f"{head.lower() if _MOMENT.fullmatch(head) else head} {value}"


def _are_figures(row: Sequence[str]) -> bool:
    return all(_is_figure(text) or _is_missing(text) for text in row[1:])


def _is_figure(text: str) -> bool:
    """Whether a cell holds a figure with its unit at most, and no address or date."""
    if not _has_digit(text) or len(words(text)) > _FIGURE_WORDS or _DATE.search(text):
        return False
    return not _is_address(text)


def _is_address(text: str) -> bool:
    return bool(has_address(text) or pages_in(text))


def _says_what_came(text: str) -> bool:
    return tells_results(text) or (_has_digit(text) and not tells_of_work(text))


def _is_missing(text: str) -> bool:
    return not words(text) or says_nothing(text)


def _is_period(text: str) -> bool:
    return _PERIOD.fullmatch(text.strip()) is not None


def _has_digit(text: str) -> bool:
    return any(letter.isdigit() for letter in text)
