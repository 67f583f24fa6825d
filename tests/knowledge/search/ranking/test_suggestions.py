"""Where to go when nothing fits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.member import ANYONE, Member
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative, knowing

Ask = Callable[..., Found]


def test_nothing_found_leads_somewhere(ask: Ask) -> None:
    kinds = [one.kind for one in ask("bin collection").suggestions]
    assert kinds[-2:] == ["browse", "share"]
    assert "theme" in kinds


def test_the_themes_whose_initiatives_come_nearest_are_offered_where_no_word_stands_for_one() -> None:
    """Recruitment has most initiatives here, and one in twelve of them speaks of gardens; of mental health half do."""
    panels = [initiative(f"panel-{one}", "Leeds", "Panels", "Panels on Mondays.", "recruitment") for one in range(11)]
    gardens = [
        initiative("garden-a", "Leeds", "Gardens", "A garden to rest in.", "mental-health"),
        initiative("garden-b", "Leeds", "Beds", "Staff choose plants for the garden.", "recruitment"),
    ]
    engine = SearchEngine.build([*LIBRARY, *panels, *gardens], LISTS)

    def themes(text: str) -> list[str]:
        found = engine.find(engine.understand(text), member=ANYONE, limit=1)
        assert found.total == 0
        return [one.text for one in found.suggestions if one.kind == "theme"]

    assert themes("garden waste collection days") == ["Mental health", "Recruitment"]
    assert themes("zebra zeppelins")[0] == "Recruitment"


def test_an_authority_without_the_topic_says_where_it_is(ask: Ask) -> None:
    found = ask("therapy in Lewisham")
    named = {one.id for one in found.suggestions if one.kind == "authority"}
    assert found.total == 0
    assert {"Lewisham", "Barking and Dagenham"} <= named


def test_the_closest_initiative_is_a_suggestion_never_a_result(ask: Ask) -> None:
    found = ask("music therapy for elephants")
    assert "barking-therapy" not in [match.id for match in found.matches]


@pytest.mark.parametrize(
    "text", ["zebrafish pondweed thistle casework", "confidential zebrafish casework in Leeds", "zebrafish pondweed"]
)
def test_suggestions_never_name_what_may_not_be_seen(engine: SearchEngine, text: str) -> None:
    """The first is near enough to it to be named, the second is answered by it elsewhere."""
    query = engine.understand(text)
    said = [(one.id, one.text) for one in engine.find(query, member=ANYONE, limit=5).suggestions]
    assert said
    assert not [text for id, text in said if id in ("lewisham-hidden", "Lewisham") or "casework" in text]


def test_whoever_may_see_it_is_told_of_it(engine: SearchEngine) -> None:
    insider = Member(authorities=frozenset({"Lewisham"}))
    found = engine.find(engine.understand("zebrafish pondweed thistle casework"), member=insider, limit=5)
    assert "lewisham-hidden" in [one.id for one in found.suggestions]


def test_what_answers_whole_elsewhere_is_not_named_as_merely_the_closest(ask: Ask) -> None:
    found = ask("therapy in Newport")
    assert found.total == 0
    assert "initiative" not in [one.kind for one in found.suggestions]


def test_an_authority_is_said_to_have_work_on_what_it_says_itself_and_related_work_else(ask: Ask) -> None:
    said = [one.text for one in ask("therapy in Newport").suggestions if one.kind == "authority"]
    assert "Barking and Dagenham has work on therapy" in said
    said = [one.text for one in ask("counselling in Newport").suggestions if one.kind == "authority"]
    assert "Barking and Dagenham has related work" in said
    said = [one.text for one in ask("diverse interview panels in Newport").suggestions if one.kind == "authority"]
    assert "Haringey has work on diverse and interview panels" in said


def test_the_same_question_is_not_offered_elsewhere_where_a_quotation_mark_was_left_open(ask: Ask) -> None:
    for text, offered in (("therapy in Newport", True), ('therapy in Newport "', False)):
        questions = [one.question for one in ask(text).suggestions if one.kind == "authority"]
        assert questions
        assert any(questions) is offered


@pytest.mark.parametrize(
    ("text", "offered", "question"),
    [
        ("zebra therapy", "1 initiative on therapy, without “zebra”", "therapy"),
        (
            "zebra stripes for pottery with police",
            "1 initiative on police, without “zebra stripes pottery”",
            "with police",
        ),
        ("grassroots exclusions", "2 initiatives on exclusions, without “grassroots”", "exclusions"),
        ("self-made zebras in Therapy", "1 initiative on Therapy, without “self-made zebras”", "in Therapy"),
        ("interview panels for zebras", "1 initiative on interview panels, without “zebras”", "interview panels"),
    ],
)
def test_the_question_without_what_nothing_has_is_offered_where_that_is_answered(
    ask: Ask, text: str, offered: str, question: str
) -> None:
    found = ask(text)
    assert found.total == 0
    (less,) = (one for one in found.suggestions if one.kind == "browse" and one.question)
    assert (less.text, less.question) == (offered, question)
    assert ask(question).total == int(offered.split()[0])


@pytest.mark.parametrize(
    ("text", "offered", "question"),
    [
        ('"panel interview" in:haringey', "1 initiative without the quotation marks", "panel interview in:haringey"),
        ("evidence:evaluated therapy", "1 initiative without “evidence: evaluated”", "therapy"),
        ("category:research therapy", "1 initiative without “category: Through research”", "therapy"),
        ("contact:lisa exclusions", "2 initiatives without “contact: lisa”", "exclusions"),
        ("interview panels -mentoring", "1 initiative if “mentoring” is not left out", "interview panels"),
        ("therapy theme:exclusions", "1 initiative without “theme: Exclusions”", "therapy"),
        ("theme:recruitment evidence:evaluated", "1 initiative without “evidence: evaluated”", "theme:recruitment"),
    ],
)
def test_a_question_narrowed_to_nothing_is_offered_with_less_to_narrow_it(
    ask: Ask, text: str, offered: str, question: str
) -> None:
    found = ask(text)
    assert found.total == 0
    assert (found.suggestions[0].text, found.suggestions[0].question) == (offered, question)
    assert ask(question).total == int(offered.split()[0])


@pytest.mark.parametrize("text", ["in:lewisham evidence:early-results", "evidence:early-results", '"zebra pondweed"'])
def test_what_finds_nothing_either_or_only_all_of_a_place_is_not_offered_so(ask: Ask, text: str) -> None:
    found = ask(text)
    assert found.total == 0
    assert not [one.text for one in found.suggestions if "without" in one.text]


def test_what_only_some_may_see_has_no_part_in_what_is_offered() -> None:
    """The one initiative that holds "zebrafish" is for Lewisham's own; the lists know the word."""
    engine = knowing(("zebrafish", "danio"))
    query = engine.understand("zebrafish therapy")
    offered = [one.text for one in engine.find(query, member=ANYONE, limit=1).suggestions if one.question]
    assert offered == ["1 initiative on therapy, without “zebrafish”"]
    insider = Member(authorities=frozenset({"Lewisham"}))
    assert engine.find(engine.understand("zebrafish"), member=insider, limit=1).total == 1


def test_of_equally_close_initiatives_the_first_by_its_id_is_named_whatever_came_first() -> None:
    kettles = [initiative(f"kettle-{one}", "Leeds", "Kettles", "Kettles on Mondays.") for one in ("b", "a", "c")]
    engine = SearchEngine.build([*LIBRARY, *kettles], LISTS)
    found = engine.find(engine.understand("kettles zebras"), member=ANYONE, limit=1)
    assert [one.id for one in found.suggestions if one.kind == "initiative"] == ["kettle-a"]


@pytest.mark.parametrize(
    "text", ["zebra crossings", "therapy and zebras -therapy", "bin collection", "zebras for pupils"]
)
def test_no_question_is_offered_that_would_find_nothing_either(ask: Ask, text: str) -> None:
    assert not [one for one in ask(text).suggestions if one.question]
