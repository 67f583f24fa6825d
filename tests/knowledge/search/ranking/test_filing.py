"""What initiatives are filed under decides the order of questions that are nothing but themes, and helps in others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from knowledge.domain.initiative import Category, Visibility
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ranking.filing import filed_alike
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LISTS, initiative

LIBRARY = (
    initiative("exclusions", "Leeds", "Heads met", "Exclusion of kettles, with research.", "workforce"),
    initiative("wellbeing", "Bury", "Mental health", "Mental health at home.", "mental-health"),
    initiative("both", "Hackney", "Quiet rooms", "Rooms to rest in.", "exclusions", "mental-health"),
    initiative("report", "Newport", "A report", "Numbers.", "exclusions", categories=(Category.RESEARCH,)),
)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(LIBRARY, LISTS)


def ids(engine: SearchEngine, text: str) -> list[str]:
    return [one.id for one in engine.find(engine.understand(text), member=ANYONE, limit=9).matches]


def test_what_is_filed_under_all_that_is_asked_for_comes_before_what_holds_the_words_alone(
    engine: SearchEngine,
) -> None:
    alike = engine.weighing(replace(WEIGHTS, filed_in_part=1.0))
    assert ids(alike, "research exclusions")[:2] == ["exclusions", "report"]
    assert ids(engine, "research exclusions")[:2] == ["report", "exclusions"]


@pytest.mark.parametrize(
    "text",
    [
        "research on mental health",  # nothing is filed so
        "research exclusions kettles",  # another word is asked for too
        "research approaches reaching exclusions",  # a sentence asks for more than its themes
        "exclusions",
    ],
)
def test_otherwise_filing_puts_nobody_first(engine: SearchEngine, text: str) -> None:
    assert ids(engine, text) == ids(engine.weighing(replace(WEIGHTS, filed_in_part=0.1)), text)


#: Three of mental health, and one that holds the same words, better, of another thing.
ALIKE = (
    initiative("lounge", "Leeds", "Quiet rooms for staff", "Rooms where desks are quiet.", "workforce"),
    initiative("rest", "Bury", "Somewhere to rest", "Quiet rooms to rest in.", "mental-health"),
    initiative("calm", "Hackney", "Calm corners", "Quiet corners in rooms at school.", "mental-health"),
    initiative("sleep", "Newport", "Sleep well", "Quiet nights and rooms.", "mental-health"),
    initiative("noise", "Bury", "Noise", "Nothing is quiet.", "workforce"),
    initiative("pay", "Bury", "Pay", "Pay rises.", "workforce"),
    initiative("sums", "Bury", "Sums", "Money.", "workforce"),
)


@pytest.fixture(scope="module")
def alike() -> SearchEngine:
    return SearchEngine.build(ALIKE, LISTS)


def test_what_is_filed_as_the_best_few_are_comes_sooner(alike: SearchEngine) -> None:
    by_words = alike.weighing(replace(WEIGHTS, filed_alike=0.0))
    assert ids(by_words, "quiet rooms")[0] == "lounge"
    assert ids(alike.weighing(replace(WEIGHTS, filed_alike=2.0)), "quiet rooms")[:3] == ["calm", "rest", "sleep"]
    assert set(ids(alike, "quiet rooms")) == set(ids(by_words, "quiet rooms"))


@pytest.mark.parametrize("text", ["quiet", "quiet rooms in Leeds or Bury"])
def test_one_word_and_an_authority_say_enough_by_themselves(alike: SearchEngine, text: str) -> None:
    """One word is held or not; of the little that an authority has, the words decide."""
    assert len(ids(alike, text)) > 1
    assert ids(alike.weighing(replace(WEIGHTS, filed_alike=2.0)), text) == ids(alike, text)


def test_scores_fall_and_are_shares_however_others_are_filed(alike: SearchEngine) -> None:
    found = alike.weighing(replace(WEIGHTS, filed_alike=5.0)).find(
        alike.understand("quiet rooms"), member=ANYONE, limit=9
    )
    scores = [match.score for match in found.matches]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_each_is_compared_with_the_others_and_with_what_is_usual() -> None:
    usual = initiative("usual", "Bury", "Pay", "Pay rises.", "workforce")
    snapshot = SearchEngine.build((*ALIKE, usual), LISTS)._current.snapshot
    docs = [snapshot.number_of[one] for one in ("lounge", "rest", "calm", "noise")]
    lounge, rest, calm, noise = filed_alike(snapshot, docs, [1.0, 0.5, 0.5, 0.0]).tolist()
    # Five of eight are of the workforce, three of mental health. Beside the lounge itself nothing is of the workforce.
    assert lounge == pytest.approx(0 - 5 / 8)
    assert rest == calm == pytest.approx(0.5 / 1.5 - 3 / 8)
    assert noise == pytest.approx(1 / 2 - 5 / 8)


def test_who_is_filed_under_much_is_not_the_more_alike_for_each_of_it() -> None:
    both = initiative("both", "Bury", "Quiet pay", "Rooms.", "mental-health", "workforce")
    snapshot = SearchEngine.build((*ALIKE, both), LISTS)._current.snapshot
    docs = [snapshot.number_of[one] for one in ("rest", "calm", "both")]
    _, calm, mixed = filed_alike(snapshot, docs, [1.0, 1.0, 0.0]).tolist()
    assert calm == pytest.approx(1 - 4 / 8)
    assert mixed == pytest.approx((1 - 4 / 8 + 0 - 5 / 8) / 2**0.5)


def test_what_only_some_may_see_does_not_tell_what_is_usual() -> None:
    secret = replace(initiative("secret", "Leeds", "Pay", "Pay.", "mental-health"), visibility=Visibility.AUTHORITY)
    snapshot = SearchEngine.build((*ALIKE, secret), LISTS)._current.snapshot
    assert snapshot.usual_themes.tolist() == SearchEngine.build(ALIKE, LISTS)._current.snapshot.usual_themes.tolist()


def test_where_nothing_is_filed_the_words_decide() -> None:
    unfiled = SearchEngine.build([replace(one, themes=()) for one in ALIKE], LISTS)
    assert ids(unfiled, "quiet rooms") == ids(unfiled.weighing(replace(WEIGHTS, filed_alike=0.0)), "quiet rooms")
