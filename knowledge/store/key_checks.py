"""Which keys what is kept was encrypted and hashed with: check values, from which no key can be got."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from knowledge.domain.days import utc_now
from knowledge.store.admin_tables import KeyCheckRow
from knowledge.store.contribution_tables import RemovedNameRow
from knowledge.store.database import Database
from knowledge.store.tables import InboxRow, StoreStateRow


class KeyChecks:
    """The keys that were the newest one day have their values here, made when each was first used.

    One that is set no longer is forgotten once nothing is kept that it is needed for: a name that came off, or a
    question that waits, from before the newest came.
    """

    def __init__(self, database: Database, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._now = now

    def lacking(self, values: Sequence[str]) -> frozenset[str]:
        """The values of the keys that are needed besides those of `values`, newest first."""
        return self._database.read(lambda session: _lacking(session, values))

    def confirm(self, values: Sequence[str]) -> bool:
        """Whether the keys of these values, newest first, are all that are needed; then notes the newest."""
        held = self._database.read(_held)
        if set(held) <= set(values) and held[-1:] == [values[0]]:
            return True

        def work(session: Session) -> bool:
            # Of two processes with a key each, that both find none noted, the second has to see the first one's.
            session.execute(select(StoreStateRow.id).with_for_update())
            held = _held(session)
            if _lacking(session, values):
                return False
            if held[-1:] != [values[0]]:
                # An earlier key that is in front again is the newest from now on.
                session.execute(delete(KeyCheckRow).where(KeyCheckRow.value == values[0]))
                self._note(session, values[0])
            session.execute(delete(KeyCheckRow).where(KeyCheckRow.value.not_in(values)))
            return True

        return self._database.write(work)

    def begin_anew(self, value: str) -> None:
        """Forget every key that was used, and go on with the one of this value."""

        def work(session: Session) -> None:
            session.execute(delete(KeyCheckRow))
            self._note(session, value)

        self._database.write(work)

    def _note(self, session: Session, value: str) -> None:
        session.execute(insert(KeyCheckRow).values(value=value, since=self._now()))


def _held(session: Session) -> list[str]:
    """The values of the keys that were used, oldest first."""
    return list(session.scalars(select(KeyCheckRow.value).order_by(KeyCheckRow.since, KeyCheckRow.value)))


def _lacking(session: Session, values: Sequence[str]) -> frozenset[str]:
    held = _held(session)
    gone = frozenset(held).difference(values)
    # Only who has the newest has followed the change of keys; anybody else comes with a key of their own.
    if not gone or not values or values[0] != held[-1]:
        return gone
    since = session.scalars(select(KeyCheckRow.since).where(KeyCheckRow.value == values[0])).one()
    earlier = select(RemovedNameRow.hash).where(RemovedNameRow.at < since).limit(1)
    waiting = select(InboxRow.key).where(InboxRow.body.is_not(None), InboxRow.received_at < since).limit(1)
    needed = any(session.scalars(one).first() is not None for one in (earlier, waiting))
    return gone if needed else frozenset()
