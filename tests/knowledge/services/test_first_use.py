"""First use migrates and loads by itself, once, and says what was wrong with the library."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterable

import pytest

from knowledge.domain.library import LibraryItem, Reloaded
from knowledge.errors import Busy, Problem, Refused, StoreUnusable
from knowledge.services.first_use import ensure_ready
from knowledge.services.reload import Reload
from knowledge.store.database import Database
from knowledge.store.initiatives import InitiativeStore
from knowledge.store.reloading import ReloadStore
from tests.knowledge.store.library import LISTS, item, load, refused, unreadable


def reload(database: Database, items: Iterable[LibraryItem]) -> Reload:
    return Reload(ReloadStore(database), read_lists=lambda: LISTS, read_library=lambda *_: items, library=[])


def test_an_empty_database_is_migrated_and_loaded(database_url: str) -> None:
    database = Database(database_url)
    assert ensure_ready(database, lambda: reload(database, [item("one")])) == ()
    assert [one.id for one in InitiativeStore(database).initiatives()] == ["one"]
    database.close()


def test_a_loaded_store_is_left_alone_without_asking_for_the_library(database: Database) -> None:
    load(database, ["one"])

    def never() -> Reload:
        raise AssertionError

    assert ensure_ready(database, never) == ()


def test_an_emptied_store_is_not_loaded_again(database: Database) -> None:
    load(database, [])
    ensure_ready(database, lambda: reload(database, [item("one")]))
    assert list(InitiativeStore(database).initiatives()) == []


def test_what_is_good_of_the_first_library_is_taken_and_the_rest_named(database: Database) -> None:
    problems = ensure_ready(database, lambda: reload(database, [item("one"), refused("two")]))
    assert [problem.id for problem in problems] == ["two"]
    assert [one.id for one in InitiativeStore(database).initiatives()] == ["one"]


def test_a_library_that_cannot_be_read_is_tried_again_next_time(database: Database) -> None:
    assert ensure_ready(database, lambda: reload(database, [unreadable()])) != ()
    ensure_ready(database, lambda: reload(database, [item("one")]))
    assert [one.id for one in InitiativeStore(database).initiatives()] == ["one"]


def test_lists_that_cannot_be_used_are_named_and_the_load_is_tried_again_next_time(database: Database) -> None:
    def unusable() -> None:
        raise Refused("no use", [Problem("themes.yaml", "is no list")])

    broken = Reload(ReloadStore(database), read_lists=unusable, read_library=lambda *_: [], library=[])
    assert [problem.file for problem in ensure_ready(database, lambda: broken)] == ["themes.yaml"]
    ensure_ready(database, lambda: reload(database, [item("one")]))
    assert [one.id for one in InitiativeStore(database).initiatives()] == ["one"]


class Waiting:
    """A database that another process is loading."""

    def __init__(self, *, looks: int) -> None:
        self.looks = looks

    def is_current(self) -> bool:
        return True

    def migrate(self) -> None:
        raise AssertionError

    def is_loaded(self) -> bool:
        self.looks -= 1
        return self.looks < 0


class BusyReload(Reload):
    """A reload that another process is in the middle of."""

    def __init__(self) -> None:
        pass

    def run(self, *_: object, **__: object) -> None:
        raise Busy("Another reload has been running since 12:00.")


def test_it_waits_while_another_process_loads() -> None:
    pauses: list[float] = []
    assert ensure_ready(Waiting(looks=3), BusyReload, sleep=pauses.append) == ()
    assert len(pauses) == 3


def test_it_does_not_wait_for_ever() -> None:
    with pytest.raises(StoreUnusable, match=r"still not loaded.*since 12:00"):
        ensure_ready(Waiting(looks=100), BusyReload, wait=0, sleep=lambda _: None)


def test_reloads_wait_for_the_first_use_of_another_process_and_for_each_other(database: Database) -> None:
    outcomes: list[Reloaded] = []

    def slowly() -> Iterable[LibraryItem]:
        time.sleep(0.5)
        yield item("one")
        yield item("two")

    waiting = [threading.Thread(target=lambda: outcomes.append(load(database, slowly()))) for _ in range(2)]

    def library() -> Iterable[LibraryItem]:
        for one in waiting:
            one.start()
        waiting[0].join(timeout=1)
        assert all(one.is_alive() for one in waiting)
        yield item("one")

    ensure_ready(database, lambda: reload(database, library()))
    for one in waiting:
        one.join(timeout=30)
    assert [(outcome.added, outcome.unchanged) for outcome in outcomes] == [(("two",), 1), ((), 2)]
