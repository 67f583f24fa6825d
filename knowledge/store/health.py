"""How the running parts stand: which processes said lately that they are alive, and what waits to be dealt with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from knowledge.domain.days import utc_now
from knowledge.store.admin_tables import HeartbeatRow
from knowledge.store.database import Database
from knowledge.store.inserting import insert_into
from knowledge.store.tables import InboxRow, InboxState, InitiativeRow, State, StoreStateRow

#: The name under which the worker says that it is alive.
WORKER = "worker"


class Health:
    """Each method is one small statement."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._now = now

    def beat(self, name: str) -> None:
        """Note that the process called `name` is alive."""
        now = self._now()

        def work(session: Session) -> None:
            session.execute(
                insert_into(session, HeartbeatRow)
                .values(name=name, at=now)
                .on_conflict_do_update(index_elements=[HeartbeatRow.name], set_={"at": now})
            )

        self._database.write(work)

    def check_writable(self) -> None:
        """Make a change and take it back; raises StoreUnusable where none can be made, Busy where others hold it up."""

        def work(session: Session) -> None:
            session.execute(update(StoreStateRow).values(revision=StoreStateRow.revision))
            session.rollback()

        self._database.write(work, prompt=True)

    def last_beat(self, name: str) -> datetime | None:
        """When it last said so; None when it never did."""
        return self._database.read(
            lambda session: session.scalar(select(HeartbeatRow.at).where(HeartbeatRow.name == name))
        )

    def questions_waiting(self) -> tuple[int, datetime | None]:
        """How many received questions wait for their answer, and since when the oldest does."""
        waiting = select(func.count(), func.min(InboxRow.received_at)).where(
            InboxRow.state == InboxState.RECEIVED.value
        )
        count, oldest = self._database.read(lambda session: session.execute(waiting).one())
        return count, oldest

    def published(self) -> int:
        """How many initiatives are shown."""
        counted = select(func.count()).where(InitiativeRow.state == State.PUBLISHED.value)
        return self._database.read(lambda session: session.scalar(counted)) or 0
