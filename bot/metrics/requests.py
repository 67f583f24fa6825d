"""Counts for whoever watches the installation: how many requests, how they ended, how long they took; never by whom."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from bot.metrics.shared import shared_counts

__all__ = ["CONTENT_TYPE_LATEST", "Metrics", "Outcome"]

#: Seconds; Slack gives three for an acknowledgement.
_BUCKETS = (0.01, 0.03, 0.1, 0.3, 1.0, 2.0, 3.0)


@dataclass
class Outcome:
    """How a request ended, set before the timed block ends: its HTTP status, and whether Slack had signed it."""

    status: int = 500
    signed: bool = False


class Metrics:
    """The counts of this process, in a registry of their own; where several serve, each shows those of all."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "practice_slack_requests", "Requests from Slack, by HTTP status", ["status"], registry=self._registry
        )
        self._seconds = Histogram(
            "practice_acknowledgement_seconds",
            "Seconds until a signed request from Slack was acknowledged",
            buckets=_BUCKETS,
            registry=self._registry,
        )

    @contextmanager
    def request(self) -> Iterator[Outcome]:
        """Time a request from Slack and count how it ended; only what was signed counts into the times."""
        began, outcome = time.perf_counter(), Outcome()
        try:
            yield outcome
        finally:
            self._requests.labels(status=str(outcome.status)).inc()
            if outcome.signed:
                self._seconds.observe(time.perf_counter() - began)

    def page(self) -> bytes:
        """All counts in Prometheus's text format."""
        folder = shared_counts()
        if folder is None:
            return generate_latest(self._registry)
        of_all = CollectorRegistry()
        MultiProcessCollector(of_all, folder)  # type: ignore[no-untyped-call]
        return generate_latest(of_all)
