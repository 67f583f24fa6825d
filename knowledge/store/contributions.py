"""Contributions: the store that does work on them, each time in one transaction."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.domain.days import utc_now
from knowledge.domain.identity import Hasher
from knowledge.store.database import Database
from knowledge.store.tables import StoreStateRow
from knowledge.store.transactions import StoreTransaction

T = TypeVar("T")


class ContributionStore:
    """Runs work in transactions; see `services.transactions`."""

    def __init__(self, database: Database, hasher: Hasher, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._hasher = hasher
        self._now = now

    def read(self, work: Callable[[StoreTransaction], T]) -> T:
        """Do `work`, which only reads and sees one state of the store."""
        return self._database.read(lambda session: work(self._transaction(session, locks=False)))

    def write(self, work: Callable[[StoreTransaction], T]) -> T:
        """Do `work`, which writes contributions, whole or not at all."""
        return self._database.write(lambda session: work(self._transaction(session, locks=True)))

    def change(self, work: Callable[[StoreTransaction], T]) -> T:
        """Do `work`, which writes initiatives too, whole or not at all."""

        def locked(session: Session) -> T:
            # Every writer of initiatives locks this row first, so that revisions come in the order of commits.
            session.execute(select(StoreStateRow.id).where(StoreStateRow.id == 1).with_for_update()).one()
            return work(self._transaction(session, locks=True))

        return self._database.write(locked)

    def _transaction(self, session: Session, *, locks: bool) -> StoreTransaction:
        return StoreTransaction(session, self._hasher, self._now, locks=locks)
