"""Bodies that a question names: their own work, and that of others that mentions them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.authority import Authority, AuthorityKind, Register
from knowledge.domain.initiative import Source
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

OWN = initiative(
    "own", "Youth Justice Board", "Guidance on remand", "The Youth Justice Board on courts.", "youth-justice"
)
FUNDED = initiative(
    "funded", "Leeds", "Remand beds", "Paid for by the Youth Justice Board: beds in place of remand.", "youth-justice"
)
TOLD_BY = initiative(
    "told-by", "Bury", "Court team", "Saturday courts.", "youth-justice", source=Source("YJB case study")
)


OTHERS = [one for one in LIBRARY if one.authority != "Youth Justice Board"]


@pytest.fixture
def engine() -> SearchEngine:
    return SearchEngine.build([*OTHERS, TOLD_BY, FUNDED, OWN], LISTS)


def found(engine: SearchEngine, text: str, limit: int = 10) -> Found:
    return engine.find(engine.understand(text), member=ANYONE, limit=limit)


def ids(found: Found) -> list[str]:
    return [match.id for match in found.matches]


@pytest.mark.parametrize("text", ["Youth Justice Board", "YJB", "what is the Youth Justice Board doing?"])
def test_a_body_is_answered_with_its_own_work_first_and_then_with_what_mentions_it(
    engine: SearchEngine, text: str
) -> None:
    answer = found(engine, text)
    assert ids(answer)[0] == "own"
    assert set(ids(answer)) == {"own", "funded", "told-by"}
    assert answer.total == 3
    assert answer.matches[0].score > answer.matches[1].score
    why = dict(zip(ids(answer), answer.explain(), strict=True))
    assert "authority: Youth Justice Board" in why["own"]
    assert not any(one.startswith("mentions") for one in why["own"])
    assert "mentions: Youth Justice Board" in why["funded"]
    assert "mentions: Youth Justice Board" in why["told-by"]


def test_what_mentions_a_body_comes_page_by_page_after_its_own(engine: SearchEngine) -> None:
    query = engine.understand("YJB")
    pages = [engine.find(query, member=ANYONE, limit=1, offset=at) for at in range(3)]
    assert ids(pages[0]) == ["own"]
    assert {one for page in pages[1:] for one in ids(page)} == {"funded", "told-by"}


def test_a_subject_is_looked_for_in_both(engine: SearchEngine) -> None:
    assert ids(found(engine, "Youth Justice Board beds")) == ["funded"]
    assert ids(found(engine, "Youth Justice Board remand"))[:2] == ["own", "funded"]


def test_a_body_given_as_a_filter_is_answered_with_its_own_work_alone(engine: SearchEngine) -> None:
    assert ids(found(engine, 'in:"Youth Justice Board"')) == ["own"]


def test_a_body_named_with_an_authority_is_answered_with_the_work_of_both_alone(engine: SearchEngine) -> None:
    assert set(ids(found(engine, "Youth Justice Board and Bury"))) == {"own", "told-by", *ids(found(engine, "Bury"))}


def test_initials_of_two_letters_are_no_mention() -> None:
    body = Authority("Partners in Equity", "", "England", None, None, ("PE",), AuthorityKind.BODY)
    lessons = initiative("lessons", "Leeds", "PE lessons", "PE for all.", "mental-health")
    own = initiative("own", "Partners in Equity", "A guide", "For schools.", "mental-health")
    lists = replace(LISTS, register=Register.of((*LISTS.register, body)))
    assert ids(found(SearchEngine.build([lessons, own], lists), "Partners in Equity")) == ["own"]


def test_who_published_a_source_is_no_mention_of_an_authority() -> None:
    told = initiative("told", "Leeds", "Staff team", "Our staff.", "workforce", source=Source("Newport's page"))
    assert found(SearchEngine.build([told], LISTS), "what is Newport doing?").total == 0


def test_an_authority_is_answered_with_its_own_work_alone() -> None:
    other = initiative("other", "Bury", "Shared team", "Newport lends us staff.", "workforce")
    own = initiative("newport", "Newport", "Staff team", "Our staff.", "workforce")
    assert ids(found(SearchEngine.build([*LIBRARY, other, own], LISTS), "what is Newport doing?")).count("other") == 0
