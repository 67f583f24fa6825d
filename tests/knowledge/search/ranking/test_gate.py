"""The gate: which questions are answered, which in part, and which are turned away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from knowledge.domain.initiative import Initiative, Source
from knowledge.domain.lists import Synonym
from knowledge.domain.member import ANYONE, Member
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative, knowing

Ids = Callable[..., list[str]]


@pytest.mark.parametrize("rest", ["grassroots charities", "suspensions governors", "police courts"])
def test_a_word_that_nothing_knows_stands_less_in_the_way_of_an_answer_than_one_that_is_right(
    ids: Ids, rest: str
) -> None:
    assert ids(f"{rest} blorptang")
    assert not ids(f"{rest} zebra")


ABOUT = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(("racism", "minority ethnic"), (), about=True)))


@pytest.mark.parametrize(
    "text",
    [
        "pupils audit a kettle against racism and a window",
        "audit racism in a kettle",
        # by what a wording nearly stands for
        "kettle, window, zebra and panels for BAME people",
    ],
)
def test_what_says_the_subject_of_the_store_is_answered_though_less_is_found(text: str) -> None:
    found = {}
    for lists in (LISTS, ABOUT):
        engine = SearchEngine.build(LIBRARY, lists)
        found[lists is ABOUT] = engine.find(engine.understand(text), member=ANYONE, limit=1)
    assert found[True].total
    assert found[True].partly
    assert not found[False].total


def test_beside_an_answer_in_part_only_what_is_nearly_as_good_is_found() -> None:
    text = "a kettle, a window and a lantern for pupils to audit exclusions against racism"
    engine = SearchEngine.build(LIBRARY, ABOUT)
    found = engine.find(engine.understand(text), member=ANYONE, limit=9)
    assert found.partly
    more = engine.weighing(replace(WEIGHTS, beside_best_partly=0.1))
    assert found.total < more.find(more.understand(text), member=ANYONE, limit=9).total
    assert len(found.matches) == found.total


def test_what_holds_enough_is_no_answer_in_part() -> None:
    engine = SearchEngine.build(LIBRARY, ABOUT)
    found = engine.find(engine.understand("pupils audit racism in schools"), member=ANYONE, limit=1)
    assert found.total
    assert not found.partly


@pytest.mark.parametrize(
    "text",
    [
        # too few words to be sure
        "therapy against racism",
        # no other is found
        "kettle, window and zebra against racism",
        # what the lists do not know makes another thing of it ("black mould")
        "pupils audit a racism kettle with a window",
    ],
)
def test_the_subject_of_the_store_is_no_answer_by_itself(text: str) -> None:
    engine = SearchEngine.build(LIBRARY, ABOUT)
    assert not engine.find(engine.understand(text), member=ANYONE, limit=1).total


@pytest.mark.parametrize(
    ("text", "answered"),
    [
        ("jailed", True),
        # what else is asked might make another thing of it
        ("jailed lanterns", False),
        ("the jailed at work", False),
        ("jailed zebra", False),
        # a word that the lists know nothing about is no surer for being alone, however weakly it is held
        ("pelican", False),
    ],
)
def test_one_wording_of_the_lists_alone_is_answered_by_what_it_only_loosely_means(text: str, answered: bool) -> None:
    loosely = (Synonym(("jailed",), ("custody",), 0.65), Synonym(("lanterns",), ("visits",), 0.65))
    custody = initiative(
        "custody", "Leeds", "Grandmothers", "Visits in custody.", source=Source("Pelican" + " road" * 22)
    )
    engine = SearchEngine.build([custody, *LIBRARY], replace(LISTS, synonyms=loosely))
    found = engine.find(engine.understand(text), member=ANYONE, limit=1)
    assert [match.id for match in found.matches] == (["custody"] if answered else [])
    assert found.partly is answered


def test_the_cut_off_means_the_same_in_a_larger_store() -> None:
    filler = [
        initiative(
            f"filler-{number}", "Leeds", f"Gardening club number {number}", "Growing vegetables together.", "workforce"
        )
        for number in range(400)
    ]
    engine = SearchEngine.build([*LIBRARY, *filler], LISTS)
    for text, answered in (
        ("youth justice", True),
        ("YOT", True),
        ("bin collection", False),
        ("school bus passes", False),
    ):
        found = engine.find(engine.understand(text), member=Member(), limit=5)
        assert bool(found.total) is answered, text


def test_a_long_question_is_not_turned_away_for_words_that_only_colour_it(ids: Ids) -> None:
    text = "does an artist on the street help the youth justice service and the cops?"
    assert ids(text)[:1] == ["hackney-justice"]


def test_a_short_question_is_turned_away_for_a_word_that_nothing_knows(ids: Ids) -> None:
    assert ids("school uniform vouchers") == []


def test_an_authority_that_is_named_is_answered_with_what_it_has_nearest() -> None:
    library = (
        *LIBRARY,
        initiative("leeds-clay", "Leeds", "Clay for all", "Boys make pots from clay."),
        initiative("bury-kettles", "Bury", "Kettles", "Kettles are mended."),
    )
    engine = SearchEngine.build(library, LISTS)

    def found(text: str) -> list[str]:
        return [match.id for match in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]

    assert found("clay kettles in Leeds") == ["leeds-clay"]
    assert found("who runs the clay kettles at Leeds?") == ["leeds-clay"]
    assert found("zebras in Leeds") == []
    assert found("clay kettles zebras giraffes") == []


def test_a_word_before_the_last_of_a_phrase_makes_another_thing_of_it() -> None:
    """ "Period poverty" is no poverty, though "period" says little by itself; "poverty work" is."""
    lists = replace(LISTS, synonyms=(*LISTS.synonyms, Synonym(("period poverty", "poverty work"), ("health",), 0.4)))
    poor = initiative("poor", "Leeds", "Poverty and pupils", "Poverty is talked about with governors.")
    engine = SearchEngine.build((*LIBRARY, poor), lists)

    def found(text: str) -> list[str]:
        return [match.id for match in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]

    assert found("period poverty") == []
    assert found("poverty work")[:1] == ["poor"]
    period = initiative("period", "Leeds", "Period poverty", "Pads for girls who live in period poverty.")
    engine.apply((period,), ())
    assert found("period poverty")[:1] == ["period"]


def test_a_turn_of_phrase_that_nothing_holds_says_what_its_words_say_and_a_term_does_not() -> None:
    engine = knowing(("governors who will review schools together", "therapists language"))

    def found(text: str) -> list[str]:
        return [match.id for match in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]

    assert found("governors who will review schools together")[0] == "hackney-exclusions"
    assert found("therapists language") == []


@pytest.mark.parametrize(
    ("rest", "partly"),
    [
        ("racism in {}", False),
        ("{} for Black children", True),
        ("disproportionality in {}", False),
        ("BME {}", True),
    ],
)
def test_what_all_of_this_work_is_about_or_for_asks_for_a_places_work(rest: str, partly: bool) -> None:
    library = [
        initiative("audit", "Haringey", "Pupils audit their school", "Pupils led an audit.", "exclusions"),
        initiative("told", "Leeds", "Saturday club", "Coaches from Newport come too.", "mental-health"),
    ]
    engine = SearchEngine.build(
        [*library, *(one for one in LIBRARY if one.authority not in ("Haringey", "Newport"))], LISTS
    )
    for place, answers in (("Haringey", ["audit"]), ("Newport", ["told"])):
        found = engine.find(engine.understand(rest.format(place)), member=ANYONE, limit=9)
        assert [match.id for match in found.matches] == answers
        assert found.partly is partly


def test_what_is_asked_besides_a_place_is_not_passed_over(ids: Ids) -> None:
    assert ids("Newport refugees") == []


def test_what_a_thing_of_its_own_is_for_answers_less_than_the_thing() -> None:
    """Beside a word that nobody has, something wider is answer enough for wording that is not marked as a thing."""
    more = (initiative("pay", "Leeds", "Clinics", "Clinics for families, with a nurse.", "mental-health"),)
    wider = Synonym(("jabs", "MMR"), ("clinics",), 0.75)

    def found(text: str, *marked: str) -> list[str]:
        synonyms = (*LISTS.synonyms, wider, Synonym(marked, (), things=True))
        engine = SearchEngine.build([*LIBRARY, *more], replace(LISTS, synonyms=synonyms))
        return [match.id for match in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]

    assert found("MMR wibblings", "jabs") == ["pay"]
    assert found("MMR wibblings", "MMR") == []
    assert found("MMR with a nurse", "MMR") == ["pay"]
    assert found("clinics wibblings", "clinics") == ["pay"]


def test_what_nobody_names_is_no_surer_to_be_about_this_for_saying_what_all_of_it_is_about() -> None:
    """Two fifths of a question are enough beside "racism", unless a thing of its own is asked for that no one names."""
    synonyms = (
        Synonym(("racism",), (), about=True),
        Synonym(("visiting orders",), ("pupils",), 0.85),
    )

    def found(*more: Initiative, things: bool = True) -> int:
        marked = (*synonyms, Synonym(("visiting orders",), (), things=True)) if things else synonyms
        engine = SearchEngine.build([*LIBRARY, *more], replace(LISTS, synonyms=(*LISTS.synonyms, *marked)))
        query = engine.understand("racism and visiting orders for wolves")
        return engine.find(query, member=ANYONE, limit=9).total

    assert found(things=False) > 0
    assert found() == 0
    assert found(initiative("orders", "Leeds", "Visiting orders", "Letters.", "workforce")) > 0


def test_the_answer_need_not_be_the_best_match() -> None:
    """Two words said again and again rank higher, three of the five in passing are what answers."""
    engine = SearchEngine.build(
        [
            initiative("two", "Leeds", "Kayaks and zebras", "Kayaks, zebras.", impact="Kayaks, zebras."),
            initiative("three", "Bury", "Boys", "Girls.", impact=f"Kettles, harps, lanterns {'and so on ' * 8}"),
        ],
        LISTS,
    )
    found = engine.find(engine.understand("kayaks zebras kettles harps lanterns"), member=ANYONE, limit=5)
    assert [one.id for one in found.matches] == ["two", "three"]
