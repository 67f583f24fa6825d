"""What `practice serve` does beside serving: it takes up what a killed process left unanswered."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from bot.guard import log_fault
from bot.wiring.running import Bot
from knowledge.errors import PracticeError
from knowledge.services.reload import Reload

log = logging.getLogger(__name__)

#: Seconds that running requests, and what runs beside them, get to finish when the process is asked to stop.
GRACE = 10
#: Seconds between two looks for questions that a killed process left unanswered.
RESUME_EVERY = 15.0


def say_if_lists_are_behind(reload: Reload) -> None:
    """Log it when the files have other lists than the store: a newer version brings newer ones, but never reloads."""
    try:
        if behind := reload.lists_behind():
            log.warning(
                "the files have other lists than the store, practice reload brings them in: %s", "; ".join(behind)
            )
    except Exception as error:  # whatever it is, it is no reason not to take up what was left unanswered
        unknown = not isinstance(error, PracticeError)
        log.warning("whether the store has the lists of the files cannot be told: %s", error, exc_info=unknown)


class Resuming:
    """A thread that says once how the store's lists stand, and then takes up, from time to time, what a killed process
    left unanswered, and saves or forgets counts, each whatever becomes of the others.
    """

    def __init__(self, bot: Bot) -> None:
        self._answering = bot.parts.answering
        self._usage = bot.parts.usage
        self._unanswered = bot.parts.unanswered
        self._reload = bot.knowledge.reload
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="resuming", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._thread.join(timeout=GRACE)

    def _run(self) -> None:
        say_if_lists_are_behind(self._reload)
        steps: dict[str, Callable[[], object]] = {
            "unanswered questions could not be looked for": self._resume,
            "how often initiatives were shown and opened could not be saved": self._usage.save,
            "who sent something to the admins long ago could not be forgotten": self._unanswered.forget_counts,
        }
        while True:
            for failing, step in steps.items():
                try:
                    step()
                except Exception as error:
                    log_fault(log, failing, error)
            if self._stopping.wait(RESUME_EVERY):
                return

    def _resume(self) -> None:
        if number := self._answering.resume():
            log.info("took up %d questions left unanswered", number)
