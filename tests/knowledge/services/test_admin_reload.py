"""A reload by an admin: nobody else's, undone only as it was done, and told whatever becomes of telling it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import pytest

from knowledge.domain.library import Reloaded
from knowledge.domain.member import Member
from knowledge.domain.reloading import SOMEBODY, LastReload, tell_nobody
from knowledge.errors import Busy, NotAllowed, NotFound, Overtaken, StoreUnusable
from knowledge.services.admin_reload import SHOWN_WITHIN, AdminReload
from tests.clock import NOON
from tests.knowledge.services.sharing import ADMIN, FULL, LEAD, REVIEWER


@dataclass
class Done:
    """A reload as the store remembers it."""

    at: datetime = NOON
    by: str = "Ade Admin"
    revision: int = 7


class Library:
    """What a reload and its undoing do, or fail with."""

    def __init__(self, *, error: Exception | None = None, is_running: bool = False) -> None:
        self._error = error
        self._is_running = is_running

    def run(self, **_: object) -> Reloaded:
        return Reloaded(added=("one",))

    def undo(self, **_: object) -> Reloaded:
        if self._error:
            raise self._error
        return Reloaded(removed=("one",))

    def running(self) -> bool:
        return self._is_running

    def history(self) -> tuple[()]:
        return ()


class Endings:
    """Notes what is noted; `error` is raised of each note."""

    def __init__(self, error: Exception | None = None) -> None:
        self.noted: list[str] = []
        self._error = error

    def _note(self, what: str) -> None:
        self.noted.append(what)
        if self._error:
            raise self._error

    def saying(self, key: str) -> None:
        self._note(f"saying {key}")

    def said(self, key: str) -> None:
        self._note(f"said {key}")

    def not_said(self, key: str) -> None:
        self._note(f"not said {key}")

    def outcome(self, key: str) -> str | None:
        return f"outcome of {key}"


def admin_reload(
    library: Library | None = None, endings: Endings | None = None, last: Done | None = None
) -> AdminReload:
    return AdminReload(library or Library(), endings=endings or Endings(), undoable=lambda: last)  # type: ignore[arg-type]


@pytest.mark.parametrize("member", [FULL, LEAD, REVIEWER, Member()])
def test_nobody_but_an_admin_looks_applies_or_undoes(member: Member) -> None:
    reload = admin_reload(last=Done())
    for act in (
        lambda: reload.preview(member),
        lambda: reload.apply(member, "plan", by=SOMEBODY, progress=tell_nobody),
        lambda: reload.last(member),
        lambda: reload.undo(member, 7, by=SOMEBODY, progress=tell_nobody),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_where_nothing_is_left_to_undo_nothing_is_undone() -> None:
    reload = admin_reload(last=None)
    assert reload.last(ADMIN) is None
    with pytest.raises(Overtaken, match="Nothing was changed"):
        reload.undo(ADMIN, 7, by=SOMEBODY, progress=tell_nobody)


def test_a_reload_that_is_no_longer_the_last_is_not_undone() -> None:
    reload = admin_reload(Library(error=NotFound("There is nothing to undo.")), last=Done())
    assert reload.last(ADMIN) == LastReload(NOON, "Ade Admin", 7)
    with pytest.raises(Overtaken, match="no longer the last one"):
        reload.undo(ADMIN, 6, by=SOMEBODY, progress=tell_nobody)


def test_how_it_ended_is_not_known_while_a_reload_runs() -> None:
    assert admin_reload().ending("press") == "outcome of press"
    with pytest.raises(Busy, match="still running"):
        admin_reload(Library(is_running=True)).ending("press")


def test_what_was_said_is_noted() -> None:
    endings = Endings()
    with admin_reload(endings=endings).saying("press"):
        endings.noted.append("in Slack")
    assert endings.noted == ["saying press", "in Slack", "said press"]


def test_what_could_not_be_said_is_left_to_another() -> None:
    endings = Endings()
    with pytest.raises(ConnectionError), admin_reload(endings=endings).saying("press"):
        raise ConnectionError
    assert endings.noted == ["saying press", "not said press"]


def test_it_is_said_also_where_that_cannot_be_noted() -> None:
    endings = Endings(StoreUnusable("The disk is full."))
    with admin_reload(endings=endings).saying("press"):
        endings.noted.append("in Slack")
    assert "in Slack" in endings.noted


@pytest.mark.parametrize("trouble", [None, StoreUnusable("The database is away.")])
def test_who_is_told_of_a_reload_or_its_undoing_finds_what_it_brought_and_it_is_done_in_any_case(
    trouble: Exception | None,
) -> None:
    waited: list[float] = []

    def catch_up(seconds: float) -> None:
        waited.append(seconds)
        if trouble:
            raise trouble

    reload = AdminReload(Library(), endings=Endings(), undoable=Done, catch_up=catch_up)  # type: ignore[arg-type]
    applied, _ = reload.apply(ADMIN, "plan", by=SOMEBODY, progress=tell_nobody)
    undone = reload.undo(ADMIN, 7, by=SOMEBODY, progress=tell_nobody)
    assert (applied.added, undone.removed) == (("one",), ("one",))
    assert waited == [SHOWN_WITHIN] * 2
