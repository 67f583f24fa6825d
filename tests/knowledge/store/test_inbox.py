"""A received message is dealt with once, whoever dies meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from knowledge.store.database import Database
from knowledge.store.inbox import Inbox
from knowledge.store.tables import InboxRow
from tests.clock import Clock

MINUTE = timedelta(minutes=1)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def inbox(database: Database, clock: Callable[[], datetime]) -> Inbox:
    return Inbox(database, now=clock)


def bodies(database: Database) -> dict[str, bytes | None]:
    with database.reading() as session:
        return dict(session.execute(select(InboxRow.key, InboxRow.body)).all())


def test_a_key_is_received_once(inbox: Inbox) -> None:
    assert inbox.receive("one", b"body")
    assert not inbox.receive("one", b"other")


def test_a_key_stays_known_after_it_is_done(inbox: Inbox) -> None:
    inbox.receive("one", b"body")
    inbox.posting("one")
    inbox.done("one")
    assert not inbox.receive("one", b"body")


def test_of_many_deliveries_at_once_one_is_received(inbox: Inbox) -> None:
    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(lambda _: inbox.receive("one", b"body"), range(16)))
    assert outcomes.count(True) == 1


def test_the_body_is_erased_when_it_is_done(inbox: Inbox, database: Database) -> None:
    inbox.receive("one", b"body")
    inbox.done("one")
    assert bodies(database) == {"one": None}


def test_of_what_is_done_the_number_and_the_moments_stay_and_nothing_of_how_it_came(
    inbox: Inbox, database: Database, clock: Clock
) -> None:
    inbox.receive("one", b"body")
    inbox.done("one")
    with database.reading() as session:
        (row,) = session.execute(select(InboxRow.__table__)).mappings()
    kept = {name: value for name, value in row.items() if value is not None}
    assert kept == {"key": "one", "state": "done", "received_at": clock(), "finished_at": clock()}


def test_only_one_of_two_may_post(inbox: Inbox) -> None:
    inbox.receive("one", b"body")
    assert [inbox.posting("one"), inbox.posting("one")] == [True, False]


def test_what_is_stale_is_claimed_by_one_caller_with_its_body(inbox: Inbox, clock: Clock) -> None:
    inbox.receive("one", b"\x00body")
    clock.pass_(2 * MINUTE)
    inbox.receive("new", b"body")
    assert inbox.stale(MINUTE) == [("one", b"\x00body")]
    assert inbox.stale(MINUTE) == []


def test_a_claim_that_came_to_nothing_can_be_claimed_again(inbox: Inbox, clock: Clock) -> None:
    inbox.receive("one", b"body")
    clock.pass_(2 * MINUTE)
    inbox.stale(MINUTE)
    clock.pass_(2 * MINUTE)
    assert [key for key, _ in inbox.stale(MINUTE)] == ["one"]


def test_the_oldest_are_claimed_first(inbox: Inbox, clock: Clock) -> None:
    for key in ("b", "a", "c"):
        inbox.receive(key, b"")
        clock.pass_(MINUTE)
    clock.pass_(MINUTE)
    assert [key for key, _ in inbox.stale(MINUTE)] == ["b", "a", "c"]


def test_several_sweepers_share_the_stale_ones_without_overlap(inbox: Inbox, clock: Clock) -> None:
    for number in range(120):
        inbox.receive(f"{number:03}", b"")
    clock.pass_(2 * MINUTE)
    with ThreadPoolExecutor(4) as pool:
        claimed = [key for some in pool.map(lambda _: inbox.stale(MINUTE), range(4)) for key, _ in some]
    assert sorted(claimed) == sorted(set(claimed))
    rest = [key for key, _ in inbox.stale(MINUTE)]
    assert len({*claimed, *rest}) == 120


def test_what_is_being_posted_is_never_stale(inbox: Inbox, clock: Clock) -> None:
    inbox.receive("one", b"body")
    inbox.posting("one")
    clock.pass_(2 * MINUTE)
    assert inbox.stale(MINUTE) == []


def test_a_posting_that_never_ended_becomes_unconfirmed_once(inbox: Inbox, clock: Clock) -> None:
    inbox.receive("one", b"body")
    inbox.posting("one")
    assert inbox.unconfirmed(MINUTE) == []
    clock.pass_(2 * MINUTE)
    assert inbox.unconfirmed(MINUTE) == [("one", b"body")]
    assert inbox.unconfirmed(MINUTE) == []
    assert not inbox.posting("one")


def test_what_a_clock_noted_that_was_a_year_ahead_does_not_wait_for_a_year(inbox: Inbox, clock: Clock) -> None:
    clock.pass_(days=365)
    for key in ("received", "posting"):
        inbox.receive(key, key.encode())
    inbox.posting("posting")
    clock.pass_(days=-365)
    assert inbox.stale(MINUTE) == [("received", b"received")]
    assert inbox.stale(MINUTE) == []
    assert inbox.unconfirmed(MINUTE) == [("posting", b"posting")]


def test_a_posting_that_was_turned_away_waits_its_turn_again(inbox: Inbox, clock: Clock) -> None:
    inbox.receive("one", b"body")
    inbox.posting("one")
    clock.pass_(2 * MINUTE)
    inbox.refused("one")
    assert inbox.stale(MINUTE) == []
    clock.pass_(2 * MINUTE)
    assert inbox.stale(MINUTE) == [("one", b"body")]


def test_only_finished_ones_are_cleaned_away_and_only_old_ones(inbox: Inbox, clock: Clock, database: Database) -> None:
    for key in ("done", "waiting", "unconfirmed"):
        inbox.receive(key, b"")
    inbox.done("done")
    inbox.posting("unconfirmed")
    clock.pass_(2 * MINUTE)
    inbox.unconfirmed(MINUTE)
    clock.pass_(2 * MINUTE)
    inbox.receive("fresh", b"")
    inbox.done("fresh")
    assert inbox.clean(MINUTE) == 2
    assert set(bodies(database)) == {"waiting", "fresh"}
