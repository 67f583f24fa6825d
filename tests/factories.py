"""Initiatives, contacts and answers for tests: whole by default, each part changed by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from knowledge.domain.authority import Authority, Register
from knowledge.domain.initiative import Category, Contact, Initiative, Source, SourceKind, Theme
from knowledge.domain.lists import Lists
from knowledge.domain.query import Answer, Query, Result

READ = date(2026, 11, 23)
PAGE = Source("A page about it", "https://example.org/page", READ)
FORM = Source("Ashford's Sharing Practice form", None, READ, SourceKind.FORM)

ASHFORD = Authority(
    "Ashford", "London Borough of Ashford", "England", "London", "E09999001", ("LBA", "Ashford Council")
)
BEECHAM = Authority("Beecham", "Beecham County Council", "England", "North West", "E10999002", ("BCC",))
LISTS = Lists(
    register=Register((ASHFORD, BEECHAM)),
    themes=(Theme("youth-justice", "Youth justice", ("young offenders",)), Theme("mentoring", "Mentoring")),
)


def a_contact(**changes: Any) -> Contact:
    return Contact(**{"name": "Ada Example", "role": "Head of Practice", **changes})


def an_initiative(**changes: Any) -> Initiative:
    whole: dict[str, Any] = {
        "id": "ashford-mentoring",
        "authority": "Ashford",
        "title": "Mentors for young people",
        "summary": "Young people are mentored by people who share their background.",
        "categories": (Category.CHILDREN_AND_FAMILIES,),
        "themes": ("youth-justice",),
        "source": PAGE,
        "own_contacts": (a_contact(),),
    }
    return Initiative(**{**whole, **changes})


def an_answer(*initiatives: Initiative, text: str = "mentoring", **changes: Any) -> Answer:
    results = tuple(Result(initiative, 0.9, ("title: mentoring",)) for initiative in initiatives)
    whole: dict[str, Any] = {"query": Query(text), "total": len(results), "results": results}
    return Answer(**{**whole, **changes})
