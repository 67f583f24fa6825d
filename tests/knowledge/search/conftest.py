"""A small made-up library, lists and engine for tests of the search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from knowledge.domain.authority import Authority, AuthorityKind, Place, Register
from knowledge.domain.initiative import Category, Contact, Evidence, Initiative, Source, Theme, Visibility
from knowledge.domain.lists import Lists, Synonym
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Found, Query
from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Reading

REGISTER = Register.of(
    (
        Authority("Hackney", "London Borough of Hackney", "England", "London", "E09000012", ("LBH", "LB Hackney")),
        Authority("Haringey", "London Borough of Haringey", "England", "London", "E09000014", ("LBH",)),
        Authority("Lewisham", "London Borough of Lewisham", "England", "London", "E09000023", ("LBL",)),
        Authority(
            "Barking and Dagenham",
            "London Borough of Barking and Dagenham",
            "England",
            "London",
            "E09000002",
            ("LBBD", "Barking", "Dagenham"),
        ),
        Authority("Reading", "Reading Borough Council", "England", "South East", "E06000038", ()),
        Authority("Bury", "Bury Metropolitan Borough Council", "England", "North West", "E08000002", ()),
        Authority(
            "Bath and North East Somerset", "Bath and North East Somerset", "England", "South West", None, ("Bath",)
        ),
        Authority("Leeds", "Leeds City Council", "England", "Yorkshire and the Humber", "E08000035", ()),
        Authority("Newport", "Newport City Council", "Wales", None, "W06000022", ("Casnewydd",)),
        Authority(
            "Youth Justice Board", "Youth Justice Board", "England and Wales", None, None, ("YJB",), AuthorityKind.BODY
        ),
    )
)
LISTS = Lists(
    register=REGISTER,
    themes=(
        Theme("youth-justice", "Youth justice", ("youth offending", "remand")),
        Theme("exclusions", "Exclusions", ("school exclusion", "alternative provision")),
        Theme("mental-health", "Mental health", ("wellbeing",)),
        Theme("recruitment", "Recruitment", ("interview panels",)),
        Theme("workforce", "Workforce", ("staff networks",)),
    ),
    synonyms=(
        Synonym(
            ("YOT", "youth offending team", "youth justice service"),
            ("YOT", "youth offending team", "youth justice service"),
            0.95,
        ),
        Synonym(("YOT", "youth offending"), ("youth justice",), 0.9),
        Synonym(("kicked out of school", "suspensions"), ("exclusions", "exclusion"), 0.9),
        Synonym(("cops",), ("police",), 0.9),
        Synonym(("BAME",), ("global majority", "minority ethnic"), 0.9, hidden=True),
        Synonym(("therapy", "counselling"), ("therapy", "counselling"), 0.8),
    ),
    places=(
        Place("London", "region", ("London boroughs",)),
        Place("North West", "region", ("the north west",)),
        Place("Wales", "nation", ("Welsh", "Welsh councils")),
    ),
)


def initiative(id: str, authority: str, title: str, summary: str, *themes: str, **changes: Any) -> Initiative:
    whole: dict[str, Any] = {"categories": (Category.CHILDREN_AND_FAMILIES,), "source": Source("A page")}
    return Initiative(id, authority, title, summary, themes=themes, **{**whole, **changes})


LIBRARY = (
    initiative(
        "hackney-justice",
        "Hackney",
        "Anti-racist youth justice practice",
        "The youth justice service works with police and courts against disproportionality in sentencing.",
        "youth-justice",
        own_contacts=(Contact("Lisa Aldridge", "Head of Safeguarding", "Youth Justice Service"),),
        categories=(Category.PARTNERS,),
    ),
    initiative(
        "lewisham-justice",
        "Lewisham",
        "Trauma-informed youth justice",
        "A practice model for the youth offending team that listens to Black children.",
        "youth-justice",
        evidence=Evidence.EVALUATED,
    ),
    initiative(
        "hackney-exclusions",
        "Hackney",
        "Reducing exclusions of Black Caribbean boys",
        "Schools and governors review suspensions and permanent exclusion together.",
        "exclusions",
        own_contacts=(Contact(None, "Director of Education", "Hackney Education"),),
    ),
    initiative(
        "barking-therapy",
        "Barking and Dagenham",
        "Culturally sensitive therapy",
        "Therapists matched to families by culture and language.",
        "mental-health",
    ),
    initiative(
        "leeds-grants",
        "Leeds",
        "Grants for grassroots mental health charities",
        "Small grants for community groups that support young people's wellbeing.",
        "mental-health",
    ),
    initiative(
        "haringey-panels",
        "Haringey",
        "Diverse interview panels",
        "Global majority staff sit on every recruitment panel, and a mentoring scheme prepares them.",
        "recruitment",
        categories=(Category.WITHIN_ORGANISATION,),
    ),
    initiative(
        "newport-audit",
        "Newport",
        "Pupils audit their school for racism",
        "Pupils led an audit of racist incidents and wrote an action plan with teachers.",
        "exclusions",
    ),
    initiative(
        "yjb-examples",
        "Youth Justice Board",
        "Promising practice on racial disparity",
        "Case studies of local work by youth justice services.",
        "youth-justice",
        categories=(Category.RESEARCH,),
    ),
    initiative(
        "lewisham-hidden",
        "Lewisham",
        "Private casework review",
        "A confidential look at zebrafish casework for members of this authority.",
        "workforce",
        visibility=Visibility.AUTHORITY,
    ),
)


def knowing(phrases: Sequence[str], *more: Initiative) -> SearchEngine:
    """The library and `more` of it, with lists that know these phrases too."""
    known = Synonym(tuple(phrases), tuple(phrases), 0.5)
    return SearchEngine.build([*LIBRARY, *more], replace(LISTS, synonyms=(*LISTS.synonyms, known)))


def telling(query: Query) -> list[str]:
    """The ideas of a question that say something."""
    assert isinstance(query, Reading)
    return [idea.label for idea in query.ideas if not idea.light]


@pytest.fixture(scope="session")
def engine() -> SearchEngine:
    return SearchEngine.build(LIBRARY, LISTS)


@pytest.fixture
def read(engine: SearchEngine) -> Callable[[str], Query]:
    return engine.understand


@pytest.fixture
def ask(engine: SearchEngine) -> Callable[..., Found]:
    def asked(text: str, **how: Any) -> Found:
        return engine.find(engine.understand(text), **{"member": ANYONE, "limit": 10, **how})

    return asked


@pytest.fixture
def ids(ask: Callable[..., Found]) -> Callable[..., list[str]]:
    return lambda text, **how: [match.id for match in ask(text, **how).matches]
