"""The thread of a process that delivers the outbox."""

from __future__ import annotations

import logging
import threading
from datetime import timedelta

from bot.guard import log_fault
from bot.outbox.delivery import OutboxDelivery

log = logging.getLogger(__name__)


class Postman:
    """Runs the delivery in a thread of its own: every few seconds, and at once when told that there is something."""

    def __init__(self, delivery: OutboxDelivery, *, every: float) -> None:
        self._delivery = delivery
        self._every = every
        self._wake = threading.Event()
        self._stopping = threading.Event()
        self._starting = threading.Lock()
        self._thread: threading.Thread | None = None

    def kick(self) -> None:
        """Look at the outbox now; starts the thread where none runs yet."""
        self.start()
        self._wake.set()

    def start(self) -> None:
        """Look at the outbox from now on until stopped."""
        with self._starting:
            if self._thread is None and not self._stopping.is_set():
                self._thread = threading.Thread(target=self._run, name="posting", daemon=True)
                self._thread.start()

    def stop(self, *, grace: float) -> None:
        """Finish the message at hand, at most `grace` seconds; whatever waits goes on waiting in the outbox.

        What was taken is given back by the thread itself: where Slack or the database holds it up for longer than the
        grace, the process ends without it, and the outbox lets go of what it took after a while.
        """
        with self._starting:
            self._stopping.set()
        self._wake.set()
        if self._thread:
            self._thread.join(timeout=grace)

    def _run(self) -> None:
        while not self._stopping.is_set():
            again: timedelta | None = None
            try:
                again = self._delivery.round(self._stopping.is_set)
            except Exception as error:
                log_fault(log, "the outbox could not be delivered and is tried again", error)
            wait = self._every if again is None else min(self._every, again.total_seconds())
            self._wake.wait(wait)
            self._wake.clear()
        try:
            self._delivery.release()
        except Exception as error:
            log_fault(log, "what was taken from the outbox could not be given back; it is free in two minutes", error)
