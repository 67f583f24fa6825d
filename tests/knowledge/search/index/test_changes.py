from __future__ import annotations

import sys
import threading
from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.domain.initiative import Initiative
from knowledge.domain.member import ANYONE
from knowledge.search.engine import SearchEngine
from knowledge.search.index import snapshot
from knowledge.search.ranking.finding import _likely
from tests.knowledge.search.conftest import LIBRARY, LISTS, initiative

QUESTIONS = (
    "youth justice",
    "exlusions",
    "interview panels",
    "therapy in Leeds",
    "YOT",
    "mentoring boys",
    "Hackney",
    "bin collection",
    '"black boys"',
    "mentorng -therapy",
    "school",
    "zzz",
)
WORDS = st.lists(
    st.sampled_from(
        ["mentoring", "boys", "therapy", "school", "exclusion", "police", "youth", "justice", "panel", "teacher"]
    ),
    min_size=1,
    max_size=6,
)
INITIATIVES = st.builds(
    lambda number, authority, title, summary: initiative(
        f"n{number}", authority, " ".join(title), " ".join(summary), "exclusions"
    ),
    st.integers(0, 8),
    st.sampled_from(["Hackney", "Leeds", "Newport"]),
    WORDS,
    WORDS,
)
CHANGES = st.lists(st.tuples(st.lists(INITIATIVES, max_size=3), st.lists(st.integers(0, 8), max_size=2)), max_size=5)


def answers(engine: SearchEngine) -> list[tuple[object, ...]]:
    found = []
    for text in QUESTIONS:
        query = engine.understand(text)
        answer = engine.find(query, member=ANYONE, limit=20)
        found.append((query.words, query.corrections, answer.total, answer.matches, answer.suggestions))
    return found


def rebuilt(initiatives: Iterable[Initiative]) -> SearchEngine:
    return SearchEngine.build(initiatives, LISTS)


@settings(max_examples=40, deadline=None)
@given(CHANGES)
def test_changes_leave_the_same_index_as_building_anew(changes: list[tuple[list[Initiative], list[int]]]) -> None:
    engine = rebuilt(LIBRARY)
    held = {one.id: one for one in LIBRARY}
    for changed, removed in changes:
        gone = [f"n{number}" for number in removed]
        engine.apply(changed, gone)
        for id in gone:
            held.pop(id, None)
        held.update({one.id: one for one in changed})
    assert answers(engine) == answers(rebuilt(held.values()))


def test_folding_many_changes_in_changes_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshot, "FEWEST_TO_FOLD", 2)
    engine = rebuilt(LIBRARY)
    new = [
        initiative(f"n{number}", "Leeds", f"Mentoring boys {number}", "Therapy at school.", "exclusions")
        for number in range(5)
    ]
    for one in new:
        engine.apply([one], [])
    engine.apply([], ["n0", "leeds-grants"])
    held = [one for one in (*LIBRARY, *new) if one.id not in ("n0", "leeds-grants")]
    assert answers(engine) == answers(rebuilt(held))


def test_a_removed_initiative_is_found_no_more() -> None:
    engine = rebuilt(LIBRARY)
    engine.apply([], ["haringey-panels"])
    found = engine.find(engine.understand("diverse interview panels"), member=ANYONE, limit=5)
    assert "haringey-panels" not in [match.id for match in found.matches]


def test_a_changed_initiative_is_found_by_its_new_words_only() -> None:
    engine = rebuilt(LIBRARY)
    engine.apply([initiative("leeds-grants", "Leeds", "Kayaking for fathers", "Fathers kayak.", "mental-health")], [])
    assert engine.find(engine.understand("kayaking"), member=ANYONE, limit=1).matches[0].id == "leeds-grants"
    assert engine.find(engine.understand("grassroots charities"), member=ANYONE, limit=1).total == 0


def test_removing_what_is_not_there_changes_nothing() -> None:
    engine = rebuilt(LIBRARY)
    before = answers(engine)
    engine.apply([], ["never-there"])
    assert answers(engine) == before


@pytest.mark.parametrize("year", ["²⁰²⁴", "①②③④", "፩፪፫፬", "٢٠٢٤", "2024", "0000", "9" * 20, "\x00\u202e", ""])
def test_whatever_stands_as_the_year_is_searched_and_changed(year: str) -> None:
    kayaks = initiative("leeds-kayaks", "Leeds", "Kayaking for fathers", "Fathers kayak.", "mental-health", year=year)
    for engine in (rebuilt((*LIBRARY, kayaks)), rebuilt(LIBRARY)):
        engine.apply([kayaks], [])
        found = engine.find(engine.understand("kayaking"), member=ANYONE, limit=5)
        assert [match.id for match in found.matches] == ["leeds-kayaks"]


def test_a_year_in_other_digits_is_that_year() -> None:
    kayaks = [
        initiative(id, authority, "Kayaking for fathers", "Fathers kayak.", "mental-health", year=year)
        for id, authority, year in (("a", "Leeds", "2001"), ("b", "Bury", "²⁰²⁴"), ("c", "Newport", "٢٠٢٣"))
    ]
    engine = rebuilt(kayaks)
    found = engine.find(engine.understand("kayaking"), member=ANYONE, limit=5)
    assert [match.id for match in found.matches] == ["b", "c", "a"]


@pytest.mark.parametrize("broken", ["leeds-grants", "new"])
def test_one_that_cannot_be_read_is_left_out_and_the_log_names_it(
    broken: str, caplog: pytest.LogCaptureFixture
) -> None:
    unreadable = initiative(broken, "Leeds", "Kayaking", "Kayaks.", "mental-health", evidence="hearsay")
    others = [one for one in LIBRARY if one.id != broken]
    changed = rebuilt(LIBRARY)
    changed.apply([unreadable, initiative("n1", "Leeds", "Mentoring boys", "Therapy.", "exclusions")], [])
    changed.apply([], ["n1"])
    assert answers(changed) == answers(rebuilt([unreadable, *others])) == answers(rebuilt(others))
    said = [record.getMessage() for record in caplog.records]
    assert said == [f"initiative {broken} cannot be searched and is left out: ValueError"] * 2


def test_threads_read_while_changes_are_taken_over() -> None:
    engine = rebuilt(LIBRARY)
    stop = threading.Event()
    failures: list[BaseException] = []

    def read() -> None:
        try:
            while not stop.is_set():
                found = engine.find(engine.understand("youth justice in Hackney"), member=ANYONE, limit=5)
                assert [match.id for match in found.matches] == ["hackney-justice"]
                engine.find(engine.understand("kayakng with mentors"), member=ANYONE, limit=5)
        except BaseException as error:  # a thread's failure must reach the test
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(4)]
    for thread in readers:
        thread.start()
    for number in range(40):
        engine.apply(
            [initiative(f"kayak-{number % 5}", "Leeds", f"Kayaking {number}", f"Mentors word{number}.", "exclusions")],
            [],
        )
        engine.apply([], [f"kayak-{(number + 2) % 5}"])
    stop.set()
    for thread in readers:
        thread.join(timeout=30)
    assert not any(thread.is_alive() for thread in readers)
    assert failures == []


def test_slips_are_put_right_by_the_words_of_now() -> None:
    engine = rebuilt(LIBRARY)
    assert engine.understand("kayakng").corrections == ()
    engine.apply([initiative("leeds-kayaks", "Leeds", "Kayaking for fathers", "Fathers kayak.", "mental-health")], [])
    assert [one.meant for one in engine.understand("kayakng").corrections] == ["kayaking"]
    engine.apply([], ["leeds-kayaks"])
    assert engine.understand("kayakng").corrections == ()


def test_threads_read_while_words_and_authorities_are_added() -> None:
    """Readers go through all words (families, spelling) and authorities (suggestions) just as others come in."""
    engine = rebuilt(LIBRARY)
    failures: list[BaseException] = []

    def read(text: str) -> None:
        try:
            for _ in range(60):
                engine.find(engine.understand(text), member=ANYONE, limit=5)
        except BaseException as error:  # a thread's failure must reach the test
            failures.append(error)

    readers = [threading.Thread(target=read, args=(text,)) for text in ("exclude", "kayakng", "zzz in Leeds", "zzz")]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for thread in readers:
            thread.start()
        for number in range(60):
            words = " ".join(f"word{number}x{other}" for other in range(40))
            engine.apply([initiative(f"new-{number}", f"Newtown {number}", "Kayaking", words, "exclusions")], [])
        for thread in readers:
            thread.join(timeout=60)
    finally:
        sys.setswitchinterval(interval)
    assert failures == []


def test_words_stand_together_where_some_initiative_writes_them_so_before_and_after_a_change() -> None:
    engine = rebuilt(LIBRARY)
    before = engine._current.snapshot
    assert before.stand_together("interview", "panels")
    assert before.stand_together("with", "police")
    assert not before.stand_together("panels", "interview")
    assert not before.stand_together("police", "panels")
    assert not before.stand_together("police", "zebras")
    engine.apply([initiative("new", "Leeds", "Panels for police", "Zebras on police panels.", "exclusions")], [])
    after = engine._current.snapshot
    assert after.stand_together("police", "panels")
    assert after.stand_together("interview", "panels")


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, 240), st.booleans(), st.booleans()), min_size=20, max_size=200),
    st.integers(1, 8),
)
def test_the_best_are_found_without_ordering_all(rows: list[tuple[int, bool, bool]], most: int) -> None:
    scores = np.array([score for score, _, _ in rows], dtype=np.float32) / 240
    common = np.array([doc for doc, (_, holds, _) in enumerate(rows) if holds], dtype=np.int32)
    rare = np.array([doc for doc, (_, _, holds) in enumerate(rows) if holds][:most], dtype=np.int32)
    # Several ideas may be held by the same few: one of them counts once.
    likely = set(_likely(scores, [common, rare, rare], most, 0.01).tolist())
    best = sorted((score for score in scores.tolist() if score > 0), reverse=True)[:most]
    # Evidence and freshness may make good what lies less than the tie-breaker behind.
    good = (scores > 0) & (scores >= (best or [1])[-1] - 0.009)
    assert set(good.nonzero()[0].tolist()) <= likely


def test_where_few_hold_the_rarest_idea_these_tell_what_is_looked_at() -> None:
    scores = np.full(5_000, 0.2, dtype=np.float32)
    scores[:30] = 0.9
    common, rare = np.arange(5_000, dtype=np.int32)[::-1], np.arange(30, dtype=np.int32)
    assert len(_likely(scores, [common, rare], 30, 0.01)) == 30


def test_who_holds_both_the_rare_and_the_common_counts_once() -> None:
    scores = np.array([0.9, 0.8, 0.7, 0.6, 0.5, 0.4], dtype=np.float32)
    common, rare = np.arange(6, dtype=np.int32), np.arange(2, dtype=np.int32)
    assert _likely(scores, [common, rare, rare], 4, 0.01).tolist() == [0, 1, 2, 3]
