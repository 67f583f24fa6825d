from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from knowledge.domain.initiative import Source
from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE
from knowledge.domain.query import Found
from knowledge.search.engine import SearchEngine
from tests.knowledge.search.conftest import LIBRARY as STORE
from tests.knowledge.search.conftest import LISTS, initiative

LIBRARY = (
    initiative("none", "Hackney", "Mentoring for boys", "Mentoring of boys, mentoring for all.", "workforce"),
    initiative("2018", "Hackney", "Mentoring for girls", "Mentoring.", "workforce", year="2018"),
    initiative("2020-on", "Leeds", "Mentoring for men", "Mentoring.", "workforce", year="2020 onwards"),
    initiative("2022", "Hackney", "Mentoring for women", "Mentoring.", "workforce", year="2022-2023"),
    initiative("until-2023", "Leeds", "Homework for boys", "Homework.", "exclusions", year="until 2023"),
    initiative("in-passing", "Leeds", "Football", "A club for many, with some mentoring.", "exclusions", year="2022"),
)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(LIBRARY, LISTS, today=lambda: date(2023, 5, 1))


def ask(engine: SearchEngine, text: str, limit: int = 10) -> Found:
    return engine.find(engine.understand(text), member=ANYONE, limit=limit)


def ids(found: Found) -> list[str]:
    return [one.id for one in found.matches]


def test_the_work_of_the_years_asked_for_comes_first_and_other_work_stays(engine: SearchEngine) -> None:
    everything = ask(engine, "mentoring")
    found = ask(engine, "mentoring since 2022")
    assert set(ids(found)[:2]) == {"2020-on", "2022"}
    assert set(ids(found)) == set(ids(everything))
    assert found.total == everything.total


def test_what_only_touches_on_the_subject_does_not_come_first_for_its_year(engine: SearchEngine) -> None:
    assert ids(ask(engine, "mentoring in 2022"))[0] != "in-passing"


def test_scores_never_rise_down_the_list_whatever_comes_first(engine: SearchEngine) -> None:
    scores = [one.score for one in ask(engine, "mentoring since 2022").matches]
    assert scores == sorted(scores, reverse=True)


def test_the_newest_comes_first_and_what_has_no_year_last(engine: SearchEngine) -> None:
    found = [one for one in ids(ask(engine, "latest on mentoring")) if one != "in-passing"]
    assert found == ["2022", "2020-on", "2018", "none"]


def test_where_nothing_but_the_newest_is_asked_for_everything_is_listed(engine: SearchEngine) -> None:
    found = ids(ask(engine, "most recent initiatives"))
    assert set(found[:2]) == {"2022", "in-passing"}
    assert found[2:4] == ["2020-on", "2018"]
    assert set(found[4:]) == {"none", "until-2023"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2022", ["2022", "in-passing", "2020-on"]),
        ("what was done before 2020?", ["2018"]),
        ("what started in 2022", ["2022", "in-passing"]),
        ("anything from this year", ["2020-on", "2022", "until-2023"]),
        ("anything from 2022 outside Hackney", ["2020-on", "in-passing", "until-2023"]),
        ("2010", []),
    ],
)
def test_where_only_years_are_asked_for_their_work_is_listed(engine: SearchEngine, text: str, found: list[str]) -> None:
    assert sorted(ids(ask(engine, text))) == sorted(found)


def test_what_began_in_the_years_comes_before_what_went_on(engine: SearchEngine) -> None:
    assert ids(ask(engine, "2022"))[-1] == "2020-on"


def test_a_place_and_a_year_list_all_of_the_place(engine: SearchEngine) -> None:
    found = ids(ask(engine, "Hackney in 2018"))
    assert found[0] == "2018"
    assert set(found) == {"none", "2018", "2022"}


def test_pages_follow_on_each_other_in_the_order_of_time(engine: SearchEngine) -> None:
    query = engine.understand("latest on mentoring")
    pages = [engine.find(query, member=ANYONE, limit=2, offset=offset) for offset in (0, 2)]
    assert [one.id for page in pages for one in page.matches] == ids(ask(engine, "latest on mentoring"))[:4]


def test_the_year_is_given_as_a_reason_where_it_fits(engine: SearchEngine) -> None:
    found = ask(engine, "mentoring since 2022")
    why = dict(zip(ids(found), found.explain(), strict=True))
    assert why["2022"][0] == "year: 2022 to 2023"
    assert why["2020-on"][0] == "year: 2020 on"
    assert not why["2018"][0].startswith("year:")


def test_the_years_of_a_change_count_at_once() -> None:
    engine = SearchEngine.build(LIBRARY, LISTS)
    engine.apply([initiative("new", "Leeds", "Cookery", "Cooking.", "exclusions", year="1999")], ["2018"])
    assert ids(ask(engine, "1999")) == ["new"]
    assert ids(ask(engine, "what was done before 2020?")) == ["new"]


@pytest.mark.parametrize(
    ("text", "label", "without"),
    [
        ("mentoring since 2022", "year: from 2022 first", "mentoring"),
        ("anything since 2022", "year: from 2022", "anything"),
        ("latest on mentoring", "newest first", "on mentoring"),
    ],
)
def test_the_time_is_shown_as_a_piece_that_can_be_taken_off(
    engine: SearchEngine, text: str, label: str, without: str
) -> None:
    (piece,) = [one for one in engine.understand(text).pieces if one.kind == "year"]
    assert (piece.label, piece.without) == (label, without)


@pytest.mark.parametrize(
    "text",
    [
        "racism in Hackney",
        "what is Hackney doing on racial disparity",
        "Hackney: tackling racism",
        "who do I ask at Hackney about anti-racist practice",
    ],
)
def test_a_place_and_what_all_of_this_is_about_ask_for_all_of_its_work(text: str) -> None:
    """One of them says "racism", and is no better an answer for it than the others."""
    engine = SearchEngine.build([*LIBRARY, initiative("says", "Hackney", "Racism at work", "Racism and race.")], LISTS)
    assert set(ids(ask(engine, text))) == {"says", "none", "2018", "2022"}
    if "practice" not in text and "disparity" not in text:
        assert ids(ask(engine, text))[0] == "says"


def test_beside_a_place_any_other_subject_still_counts(engine: SearchEngine) -> None:
    assert ids(ask(engine, "football and racism in Leeds"))[0] == "in-passing"
    assert ids(ask(engine, "football and racism in Hackney")) == []


@pytest.mark.parametrize("text", ["schools in Wales", "schools in the North West", "schools in Bury"])
def test_where_a_place_has_nothing_at_all_whom_it_is_for_finds_nothing(engine: SearchEngine, text: str) -> None:
    assert ids(ask(engine, text)) == []


def test_the_asker_s_own_work_comes_after_that_of_others(engine: SearchEngine) -> None:
    everything = ask(engine, "mentoring")
    found = ask(engine, "we're Hackney, who else does mentoring")
    assert ids(found)[0] == "2020-on"
    assert set(ids(found)[-3:]) == {"none", "2018", "2022"}
    assert found.total == everything.total
    assert ids(ask(engine, "we're Hackney, who else does mentoring", limit=2)) == ids(found)[:2]


def test_where_only_the_asker_has_it_their_own_work_is_the_answer(engine: SearchEngine) -> None:
    assert ids(ask(engine, "we're Leeds, who else does football")) == ["in-passing"]


def test_where_others_answer_whole_own_work_that_answers_in_part_is_no_answer() -> None:
    lists = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(("racism",), (), about=True)))
    audit = initiative("others", "Leeds", "Pupils audit kettles and windows", "Against racism.", "exclusions")
    text = "pupils audit a kettle against racism and a window"
    engine = SearchEngine.build([*STORE, audit], lists)
    assert ids(ask(engine, f"we're Newport, who else does {text}")) == ["others"]
    own_alone = ask(SearchEngine.build(STORE, lists), text)
    assert (ids(own_alone), own_alone.partly) == (["newport-audit"], True)


def test_after_the_first_ten_only_what_is_nearer_to_the_best_is_found() -> None:
    """Who speaks of swimming in passing comes to a quarter of the best: enough among the first ten, not further on."""
    both = [initiative(f"both-{one:02}", "Leeds", f"Kayaking {one}", "Kayaks, and swimming.") for one in range(11)]
    passing = [initiative(f"swims-{one:02}", "Bury", f"Football {one}", "Some swimming.") for one in range(35)]
    found = ask(SearchEngine.build([*both, *passing], LISTS), "kayaking swimming", limit=50)
    assert sorted(ids(found)) == [one.id for one in both]
    assert found.total == 11
    few = ask(SearchEngine.build([*both[:9], *passing], LISTS), "kayaking swimming", limit=50)
    assert ids(few)[9].startswith("swims")
    assert few.total == 10


def test_what_only_touches_on_the_subject_comes_after_all_others_whatever_its_year() -> None:
    page = initiative("page", "Leeds", "Football", "A club.", "exclusions", year="2022", source=Source("On mentoring"))
    found = ids(ask(SearchEngine.build([*LIBRARY, page], LISTS), "mentoring in 2022"))
    assert found[0] in ("2022", "2020-on")
    assert found[-1] == "page"


def test_one_subject_beside_words_that_say_little_is_not_answered_as_one_of_several() -> None:
    lists = replace(LISTS, synonyms=(Synonym(("lanterns",), ("kettles",), 0.7),))
    engine = SearchEngine.build([*STORE, initiative("kettles", "Leeds", "Boys", "A club with kettles.")], lists)
    assert ids(ask(engine, "lanterns")) == ["kettles"]
    assert ids(ask(engine, "new approaches and lanterns")) == []
