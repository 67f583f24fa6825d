"""What initiatives are filed under decides the order of questions that are nothing but themes, and helps in others."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from knowledge.domain.initiative import Category, Visibility
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.ideas import Idea, Reading
from knowledge.search.ranking.filing import filed_alike, ordered_by_filing, themes_asked_for
from knowledge.search.ranking.weights import WEIGHTS
from tests.knowledge.search.conftest import LISTS, initiative

LIBRARY = (
    initiative("exclusions", "Leeds", "Heads met", "Exclusion of kettles, with research.", "workforce"),
    initiative("wellbeing", "Bury", "Mental health", "Mental health at home.", "mental-health"),
    initiative("both", "Hackney", "Quiet rooms", "Rooms to rest in.", "exclusions", "mental-health"),
    initiative("report", "Newport", "A report", "Numbers.", "exclusions", categories=(Category.RESEARCH,)),
)


def reading(*ideas: Idea) -> Reading:
    return Reading("", ideas=ideas)


@pytest.fixture(scope="module")
def engine() -> SearchEngine:
    return SearchEngine.build(LIBRARY, LISTS)


def ids(engine: SearchEngine, text: str, limit: int = 9) -> list[str]:
    return [one.id for one in engine.find(engine.understand(text), member=ANYONE, limit=limit).matches]


def test_what_is_filed_under_all_that_is_asked_for_comes_before_what_holds_the_words_alone(
    engine: SearchEngine,
) -> None:
    by_words = replace(WEIGHTS, mostly_about=0.0)
    assert ids(engine.weighing(replace(by_words, filed_in_part=1.0)), "research exclusions")[:2] == [
        "exclusions",
        "report",
    ]
    assert ids(engine.weighing(by_words), "research exclusions")[:2] == ["report", "exclusions"]


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


def test_pages_are_parts_of_one_order() -> None:
    """However few are shown, as many are put in order by how they are filed."""
    named = [initiative(f"named-{n}", "Leeds", f"Quiet rooms {n}", f"Desk{n}.", "workforce") for n in range(7)]
    other = [initiative(f"other-{n}", "Leeds", f"Rooms {n}", "Some quiet.", "mental-health") for n in range(6)]
    alike = [initiative(f"alike-{n}", "Leeds", f"Corners {n}", "Quiet rooms.", "workforce") for n in range(5)]
    asks = SearchEngine.build([*named, *other, *alike], LISTS).weighing(replace(WEIGHTS, filed_alike=2.0))
    whole = ids(asks, "quiet rooms", limit=18)
    assert [one.split("-")[0] for one in whole] == 7 * ["named"] + 5 * ["alike"] + 6 * ["other"]
    assert [ids(asks, "quiet rooms", limit=few) for few in (1, 5, 12)] == [whole[:few] for few in (1, 5, 12)]


def test_filing_lifts_by_a_share_of_the_best_score(alike: SearchEngine) -> None:
    """So it counts for as much where a question holds words that nobody has."""
    asked = alike.understand("quiet rooms zzyzx")
    plain, lifted = (
        alike.weighing(replace(WEIGHTS, filed_alike=weight)).find(asked, member=ANYONE, limit=9).matches
        for weight in (0.0, 0.01)
    )
    snapshot, scores = alike._current.snapshot, [match.score for match in plain]
    told = filed_alike(snapshot, [snapshot.number_of[match.id] for match in plain], scores)
    assert scores[0] < 0.9
    assert [match.id for match in lifted] == [match.id for match in plain]
    assert [match.score for match in lifted] == pytest.approx(np.array(scores) + 0.01 * 2 / 3 * scores[0] * told)


def test_the_more_words_a_question_has_the_more_filing_counts(alike: SearchEngine) -> None:
    snapshot = alike._current.snapshot
    docs = [snapshot.number_of[one] for one in ("lounge", "rest", "calm")]
    scores = [0.9, 0.8, 0.7]
    told = filed_alike(snapshot, docs, scores)
    for words in (2, 4):
        asked, little = reading(Idea("quiet rooms", (), size=words)), replace(WEIGHTS, filed_alike=0.01)
        order, lifted = ordered_by_filing(snapshot, asked, [1.0], docs, scores, little)
        assert order == docs
        assert lifted == pytest.approx(np.array(scores) + 0.9 * 0.01 * (1 - 1 / words) * told)


def test_the_only_result_scores_as_it_would_without(alike: SearchEngine) -> None:
    asked = reading(Idea("quiet rooms", (), size=2))
    assert ordered_by_filing(alike._current.snapshot, asked, [1.0], [0], [0.8], WEIGHTS) == ([0], [0.8])


def test_what_is_too_weak_to_be_shown_is_not_lifted_into_the_answer(alike: SearchEngine) -> None:
    strict = replace(WEIGHTS, beside_best=0.9, beside_best_partly=0.9, beside_best_further=0.9)
    shown = ids(alike.weighing(replace(strict, filed_alike=0.0)), "quiet rooms")
    assert 0 < len(shown) < 4
    assert set(ids(alike.weighing(replace(strict, filed_alike=5.0)), "quiet rooms")) == set(shown)


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


#: Alike but for what they are mostly about.
MOSTLY = (
    initiative("aside", "Leeds", "Rooms", "Rest and wellbeing.", "workforce", "mental-health"),
    initiative("mostly", "Leeds", "Desks", "Rest and wellbeing.", "mental-health", "workforce"),
    initiative("unfiled", "Leeds", "Chairs", "Rest and wellbeing."),
    initiative("other", "Leeds", "Pay", "Rest and wellbeing.", "exclusions"),
)


@pytest.fixture(scope="module")
def mostly() -> SearchEngine:
    return SearchEngine.build(MOSTLY, LISTS)


@pytest.mark.parametrize(
    "text",
    [
        "mental health",  # its name
        "wellbeing",  # a word that hints at it
        "rest or wellbeing",
        "theme:mental-health",  # nothing else
        "theme:mental-health rest",
    ],
)
def test_what_is_mostly_about_a_theme_that_is_asked_for_comes_sooner(mostly: SearchEngine, text: str) -> None:
    by_id = mostly.weighing(replace(WEIGHTS, mostly_about=0.0, filed_alike=0.0))
    found = ids(by_id, text)
    assert found.index("aside") < found.index("mostly")
    assert ids(mostly, text)[0] == "mostly"


def test_work_of_no_theme_is_mostly_about_none(mostly: SearchEngine) -> None:
    snapshot = mostly._current.snapshot
    assert snapshot.main_theme[snapshot.number_of["unfiled"]] == -1


def test_no_theme_that_is_not_asked_for_lifts_what_is_mostly_about_it(mostly: SearchEngine) -> None:
    even = mostly.weighing(replace(WEIGHTS, mostly_about=0.0))
    assert ids(mostly, "rest") == ids(even, "rest")
    assert len(ids(mostly, "rest")) == len(MOSTLY)


def test_whatever_work_is_mostly_about_the_better_answer_stays_first() -> None:
    better = initiative("better", "Leeds", "Mental health at rest", "Mental health.", "workforce", "mental-health")
    found = SearchEngine.build([*MOSTLY, better], LISTS)
    assert ids(found, "mental health")[:2] == ["better", "mostly"]


def test_what_work_is_mostly_about_changes_with_it(mostly: SearchEngine) -> None:
    changing = SearchEngine.build(MOSTLY, LISTS)
    changing.apply([replace(MOSTLY[0], themes=("mental-health",)), replace(MOSTLY[1], themes=("workforce",))], [])
    assert ids(changing, "wellbeing")[0] == "aside"


def test_what_is_mostly_about_a_theme_that_is_asked_for_counts_for_a_share_more(mostly: SearchEngine) -> None:
    snapshot = mostly._current.snapshot
    docs = [snapshot.number_of[one] for one in ("aside", "mostly", "unfiled", "other")]
    asked = mostly.understand("wellbeing")
    assert isinstance(asked, Reading)
    tenth = replace(WEIGHTS, mostly_about=0.1)
    order, lifted = ordered_by_filing(snapshot, asked, [1.0], docs, [0.8, 0.79, 0.7, 0.6], tenth)
    assert order == [docs[1], docs[0], *docs[2:]]
    assert lifted == pytest.approx([0.79 * 1.1, 0.8, 0.7, 0.6])


def test_what_counts_little_in_a_question_does_not_tell_what_work_is_to_be_about(mostly: SearchEngine) -> None:
    snapshot = mostly._current.snapshot

    def asked(text: str, *shares: float) -> set[str]:
        question = mostly.understand(text)
        assert isinstance(question, Reading)
        slugs = list(snapshot.shared.themes)
        return {slugs[column] for column in themes_asked_for(snapshot, question, shares)}

    assert asked("wellbeing desks pay", 0.27, 0.6, 0.13) == {"mental-health"}
    assert asked("wellbeing desks pay", 0.26, 0.6, 0.14) == set()
    assert asked("wellbeing exclusions", 0.6, 0.4) == {"mental-health", "exclusions"}
    assert asked("exclusions desks", 0.1, 0.9) == set()
    assert asked("theme:exclusions desks wellbeing", 0.9, 0.1) == {"exclusions"}
    assert asked("desks", 1.0) == set()
