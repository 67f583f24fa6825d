"""The background worker: delivers the outbox, sends what is due, takes up what was left, forgets what need not stay."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from datetime import timedelta

from bot.guard import log_fault
from bot.outbox.delivery import OutboxDelivery
from bot.signals import asked_to_stop
from bot.slack.directory import Directory
from bot.wiring.running import Bot, running_bot
from config.settings import Settings
from knowledge.domain.retention import GAPS_KEPT, TOLD_KEPT, UNDO_KEPT
from knowledge.services.upkeep import Upkeep
from knowledge.store.health import WORKER

log = logging.getLogger(__name__)

#: Seconds between two rounds.
ROUND = 60.0
#: How often it is looked whether contacts' accounts still work: one call to Slack for each of them.
LEAVERS_EVERY = timedelta(hours=1)

#: Seconds after which the worker says again that it lives, between two steps and within long ones.
BEAT = 20.0

Steps = Mapping[str, Callable[[], int]]


def work(settings: Settings, *, once: bool = False) -> None:
    """Do rounds until a signal asks to stop, or a single one with `once`, which raises what failed first in it."""
    with nullcontext(threading.Event()) if once else asked_to_stop() as stopping, running_bot(settings) as bot:
        log.info("working")
        goes_on = Pulse(lambda: bot.knowledge.standing.beat(WORKER), stopping.is_set)
        steps = _steps(bot, goes_on, once=once)
        while True:
            if not once:
                bot.parts.postman.start()
            failed = do_round(steps, goes_on)
            if once and failed:
                raise failed[0]
            if once or stopping.wait(ROUND):
                return


class Pulse:
    """Asked whether the work goes on, says from time to time that the worker lives."""

    def __init__(self, beat: Callable[[], None], is_stopping: Callable[[], bool]) -> None:
        self._beat = beat
        self._is_stopping = is_stopping
        self._next = 0.0

    def __call__(self) -> bool:
        if time.monotonic() >= self._next:
            self._next = time.monotonic() + BEAT
            try:
                self._beat()
            except Exception as error:
                log_fault(log, "it could not be noted that the worker lives", error)
        return not self._is_stopping()


def do_round(steps: Steps, goes_on: Callable[[], bool]) -> list[Exception]:
    """Do each step, whatever becomes of the others, while the work goes on; returns what failed."""
    done: list[str] = []
    failed: list[Exception] = []
    for what, step in steps.items():
        if not goes_on():
            return failed
        try:
            if number := int(step()):
                done.append(f"{number} {what}")
        except Exception as error:
            log_fault(log, f"a step of the round failed and is tried again in the next: {what}", error)
            failed.append(error)
    log.info("round done: %s", ", ".join(done) or "nothing was due")
    return failed


def _steps(bot: Bot, goes_on: Callable[[], bool], *, once: bool) -> Steps:
    """What a round does, by what it counts: forgetting first, which was promised and needs nobody but the store."""
    known, parts = bot.knowledge, bot.parts
    leavers = Leavers(parts.upkeep, parts.directory)
    steps: dict[str, Callable[[], int]] = {
        "messages forgotten": lambda: known.outbox.clean(TOLD_KEPT),
        "days of what was not found forgotten": lambda: known.gaps.clean(GAPS_KEPT),
        "reloads that can no longer be undone": lambda: known.reload.forget_undo(known.now() - UNDO_KEPT),
        "drafts, submissions and what is left of initiatives forgotten": known.privacy.let_go,
        "questions to admins forgotten": known.unanswered.let_go,
        "deliveries forgotten": parts.answering.clean,
        "questions taken up": parts.answering.resume,
        "reminders planned": parts.upkeep.plan,
        "accounts looked at": NowAndThen(lambda: leavers.look(goes_on), LEAVERS_EVERY),
    }
    return {**steps, "last messages": lambda: _empty(parts.delivery)} if once else steps


class NowAndThen:
    """A step that not every round takes: again only when it was `every` ago that it was last tried."""

    def __init__(self, step: Callable[[], int], every: timedelta, clock: Callable[[], float] = time.monotonic) -> None:
        self._step = step
        self._every = every.total_seconds()
        self._clock = clock
        self._tried: float | None = None

    def __call__(self) -> int:
        now = self._clock()
        if self._tried is not None and now - self._tried < self._every:
            return 0
        self._tried = now  # before it fails: what is wrong with it is not asked of Slack again in every round
        return self._step()


class Leavers:
    """Looks at the account of each linked contact and each lead: whoever's was deactivated is named and asked no more.

    Whom Slack does not tell about stays as they are.
    """

    def __init__(self, upkeep: Upkeep, directory: Directory) -> None:
        self._upkeep = upkeep
        self._directory = directory

    def look(self, goes_on: Callable[[], bool] = lambda: True) -> int:
        """Note who left and who came back since the last time; returns how many accounts were looked at.

        Slack is asked about one after the other, which may take long: before each it is asked whether to go on.
        """
        looked = 0
        for member, left in self._upkeep.linked().items():
            if not goes_on():
                break
            looked += 1
            profile = self._directory.profile(member)
            if profile is None or profile.deleted is left:
                continue
            if profile.deleted:
                self._upkeep.left(member)
            else:
                self._upkeep.came_back(member)
        return looked


def _empty(delivery: OutboxDelivery) -> int:
    """Deliver the outbox until nothing in it is due; keeps to Slack's pace."""
    while (again := delivery.round()) is not None:
        threading.Event().wait(again.total_seconds())
    return 0
