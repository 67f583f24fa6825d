"""What was received and must be dealt with exactly once: saved before it is acknowledged, erased when it is done.

received -> posting -> done. What was received but never posted is claimed again after a while (`stale`). What was
being posted when its process died may or may not have reached its reader: it becomes `unconfirmed` and is never
repeated by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import delete, or_, select, update
from sqlalchemy.orm import Session

from knowledge.domain.days import utc_now
from knowledge.store.database import Database
from knowledge.store.inserting import insert_new
from knowledge.store.moments import is_over
from knowledge.store.tables import InboxRow, InboxState

#: How many stale messages one caller claims at a time, so that several sweepers share the work.
CLAIM = 50


class Inbox:
    """Each method is one small transaction; all may be called by many threads and processes at once."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._now = now

    def receive(self, key: str, body: bytes) -> bool:
        """Save a message; False when one with this `key` was received before, whatever became of it."""
        received = InboxState.RECEIVED.value
        values = {"key": key, "body": body, "state": received, "received_at": self._now()}
        return self._database.write(lambda session: insert_new(session, InboxRow, values), prompt=True) is not None

    def posting(self, key: str) -> bool:
        """Note that the answer is about to be posted; False when this message is no longer waiting for that."""
        return self._move(key, (InboxState.RECEIVED,), state=InboxState.POSTING.value, claimed_at=self._now())

    def refused(self, key: str) -> None:
        """Note that the posting was certainly turned away: the message waits again and is `stale` in due time."""
        self._move(key, (InboxState.POSTING,), state=InboxState.RECEIVED.value, claimed_at=self._now())

    def done(self, key: str) -> None:
        """Note that the message is dealt with, and erase its body."""
        unfinished = (InboxState.RECEIVED, InboxState.POSTING, InboxState.UNCONFIRMED)
        self._move(key, unfinished, state=InboxState.DONE.value, finished_at=self._now(), body=None)

    def forget(self, key: str) -> None:
        """Forget a message, so that one with its key is received as if for the first time."""
        self._database.write(lambda session: session.execute(delete(InboxRow).where(InboxRow.key == key)))

    def stale(self, older_than: timedelta) -> list[tuple[str, bytes]]:
        """Key and body of messages received, or last claimed, longer ago than that and never posted.

        They are claimed for the caller: nobody else gets them before `older_than` has passed again. At most `CLAIM`,
        oldest first.
        """
        return self._database.write(lambda session: self._claim(session, older_than))

    def unconfirmed(self, older_than: timedelta) -> list[tuple[str, bytes]]:
        """Mark messages whose posting began longer ago than that as unconfirmed; key and body of each, oldest first.

        Their bodies are erased, and nobody else gets them.
        """
        now = self._now()
        begun = (
            select(InboxRow.key, InboxRow.body)
            .where(InboxRow.state == InboxState.POSTING.value, is_over(InboxRow.claimed_at, now - older_than, now))
            .order_by(InboxRow.received_at, InboxRow.key)
            .with_for_update(skip_locked=True)
        )

        def work(session: Session) -> list[tuple[str, bytes]]:
            found = [(key, body or b"") for key, body in session.execute(begun)]
            if found:
                session.execute(
                    update(InboxRow)
                    .where(InboxRow.key.in_([key for key, _ in found]))
                    .values(state=InboxState.UNCONFIRMED.value, finished_at=now, body=None)
                )
            return found

        return self._database.write(work)

    def clean(self, older_than: timedelta) -> int:
        """Delete messages that were finished longer ago than that; returns how many."""
        before = self._now() - older_than

        def work(session: Session) -> int:
            finished = (InboxState.DONE.value, InboxState.UNCONFIRMED.value)
            gone = session.execute(
                delete(InboxRow)
                .where(InboxRow.state.in_(finished), InboxRow.finished_at < before)
                .returning(InboxRow.key)
            )
            return len(gone.all())

        return self._database.write(work)

    def _move(self, key: str, allowed: tuple[InboxState, ...], **values: object) -> bool:
        statement = (
            update(InboxRow)
            .where(InboxRow.key == key, InboxRow.state.in_([state.value for state in allowed]))
            .values(**values)
            .returning(InboxRow.key)
        )
        return self._database.write(lambda session: session.scalar(statement)) is not None

    def _claim(self, session: Session, older_than: timedelta) -> list[tuple[str, bytes]]:
        now = self._now()
        old = now - older_than
        waiting = (
            select(InboxRow.key)
            .where(
                InboxRow.state == InboxState.RECEIVED.value,
                is_over(InboxRow.received_at, old, now),
                or_(InboxRow.claimed_at.is_(None), is_over(InboxRow.claimed_at, old, now)),
            )
            .order_by(InboxRow.received_at, InboxRow.key)
            .limit(CLAIM)
            .with_for_update(skip_locked=True)
        )
        keys = session.scalars(waiting).all()
        if not keys:
            return []
        claimed = session.execute(
            update(InboxRow).where(InboxRow.key.in_(keys)).values(claimed_at=now).returning(InboxRow.key, InboxRow.body)
        )
        bodies = dict(claimed.all())
        return [(key, bodies[key] or b"") for key in keys]
