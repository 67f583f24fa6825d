"""What a draft may repeat is found, and what it does not repeat is left alone."""

from __future__ import annotations

from knowledge.domain.content import Content
from knowledge.domain.initiative import Initiative, Visibility
from knowledge.domain.member import ANYONE, Member
from knowledge.search.engine import SearchEngine
from knowledge.search.similar import SimilarInitiatives
from tests.factories import LISTS, an_initiative

MENTORS = an_initiative()
POTTERY = an_initiative(
    id="beecham-pottery",
    authority="Beecham",
    title="Pottery with grandparents",
    summary="Grandparents and children make pots together and tell the story of their family.",
)
STORE = (MENTORS, POTTERY)


def similar(content: Content, *held: Initiative, member: Member = ANYONE) -> list[str]:
    held = held or STORE
    engine = SearchEngine.build(held, LISTS)
    by_id = {one.id: one for one in held}
    finder = SimilarInitiatives(lambda: engine, lambda ids: {id: by_id[id] for id in ids if id in by_id})
    return [one.id for one in finder.similar(content, member=member, limit=3)]


def test_the_same_work_under_a_changed_title_is_found() -> None:
    content = Content(
        authority="Ashford",
        title="Our mentors for young people",
        summary="Young people are mentored by adults who share their background, every week.",
    )
    assert similar(content) == ["ashford-mentoring"]


def test_it_is_found_at_another_authority_too() -> None:
    content = Content(authority="Beecham", title=MENTORS.title, summary=MENTORS.summary)
    assert similar(content) == ["ashford-mentoring"]


def test_other_work_of_the_same_authority_is_left_alone() -> None:
    content = Content(
        authority="Ashford",
        title="Anonymous shortlisting",
        summary="Names and schools are taken off applications before anybody reads them.",
    )
    assert similar(content) == []


def test_what_somebody_may_not_see_is_not_shown_to_them() -> None:
    private = an_initiative(visibility=Visibility.AUTHORITY)
    content = Content(authority="Beecham", title=private.title, summary=private.summary)
    assert similar(content, private) == []
    colleague = Member(authorities=frozenset({"Ashford"}))
    assert similar(content, private, member=colleague) == ["ashford-mentoring"]


def test_an_empty_draft_is_like_nothing() -> None:
    assert similar(Content(authority="Ashford")) == []


def test_words_of_the_question_language_in_a_title_mean_nothing_special() -> None:
    content = Content(title='in:nowhere -pottery "Mentors for young people"', summary=MENTORS.summary)
    assert similar(content) == ["ashford-mentoring"]
