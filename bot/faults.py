"""Logging what failed where nobody is there to be told."""

from __future__ import annotations

from logging import Logger

from knowledge.errors import Busy, StoreUnusable


def log_fault(log: Logger, said: str, error: Exception) -> None:
    """Log `said` with the words of a database that cannot be used just now, or any other error's place in the code.

    A database that is away for an hour is met every few seconds, and where in the code tells nothing about it.
    """
    if isinstance(error, Busy | StoreUnusable):
        log.error("%s: %s", said, error)
    else:
        log.error(said, exc_info=error)
