"""A worker's round: each step by itself, whoever waits for whom, and the worker heard of all the while.

Of whose account ended and whose works again each is noted once, and nothing is written about all others.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from bot import worker
from bot.slack.directory import Directory, Profile
from bot.worker import Leavers, NowAndThen, Pulse, do_round, work
from config.settings import read_settings
from knowledge.errors import Busy
from knowledge.services.upkeep import Upkeep

GONE = Profile("Gwen Gone", deleted=True)
HERE = Profile("Hal Here")


def fails() -> int:
    raise Busy("The database is busy.")


def test_a_step_that_fails_costs_no_other_its_turn(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    failed = do_round({"first": fails, "second": lambda: 7, "third": fails}, lambda: True)
    assert [str(error) for error in failed] == ["The database is busy."] * 2
    assert "round done: 7 second" in caplog.text


def test_a_round_ends_between_two_steps_when_the_process_is_asked_to_stop() -> None:
    done: list[int] = []

    def step() -> int:
        done.append(1)
        return 0

    do_round({"first": step, "second": step}, lambda: not done)
    assert done == [1]


def test_the_worker_is_heard_of_within_a_long_step_and_whatever_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, beats = [100.0], [0]
    monkeypatch.setattr("bot.worker.time.monotonic", lambda: clock[0])

    def beat() -> None:
        beats[0] += 1
        fails()

    goes_on = Pulse(beat, lambda: False)
    for seconds in (0.0, 1.0, worker.BEAT, 1.0, worker.BEAT):
        clock[0] += seconds
        assert goes_on()
    assert beats == [3]


def test_what_failed_is_not_asked_of_slack_again_in_every_round() -> None:
    now = [0.0]
    step = NowAndThen(fails, timedelta(hours=1), lambda: now[0])
    for minutes, fails_now in ((0, True), (59, False), (1, True)):
        now[0] += minutes * 60
        if fails_now:
            with pytest.raises(Busy):
                step()
        else:
            assert step() == 0


def test_what_is_kept_too_long_goes_though_reminders_cannot_be_planned(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone: list[int] = []

    def let_go(_: object) -> int:
        gone.append(1)
        return 1

    monkeypatch.setattr("knowledge.services.upkeep.Upkeep.plan", lambda self: fails())
    monkeypatch.setattr("knowledge.services.privacy.Privacy.let_go", let_go)
    settings = read_settings({"PRACTICE_DATABASE_URL": f"sqlite:///{tmp_path / 'practice.db'}", "PORT": "0"})
    with pytest.raises(Busy):
        work(settings, once=True)
    assert gone == [1]


class Noted:
    """Upkeep that knows of these whether they left, and what is noted of them now."""

    def __init__(self, known: Mapping[str, bool]) -> None:
        self._known = known
        self.notes: list[tuple[str, bool]] = []

    def linked(self) -> Mapping[str, bool]:
        return self._known

    def left(self, member: str) -> None:
        self.notes.append((member, True))

    def came_back(self, member: str) -> None:
        self.notes.append((member, False))


@pytest.mark.parametrize(
    ("knew", "profile", "notes"),
    [
        (False, HERE, []),
        (False, GONE, [("T1:U1", True)]),
        (True, GONE, []),
        (True, HERE, [("T1:U1", False)]),
        (True, None, []),
        (False, None, []),
    ],
)
def test_only_what_changed_is_noted(knew: bool, profile: Profile | None, notes: list[tuple[str, bool]]) -> None:
    upkeep = Noted({"T1:U1": knew})
    people = SimpleNamespace(profile=lambda key: profile)
    assert Leavers(cast(Upkeep, upkeep), cast(Directory, people)).look() == 1
    assert upkeep.notes == notes
