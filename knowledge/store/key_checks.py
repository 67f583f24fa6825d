"""Which keys what is kept was encrypted and hashed with: check values, from which no key can be got."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from knowledge.store.admin_tables import KeyCheckRow
from knowledge.store.database import Database
from knowledge.store.tables import StoreStateRow


class KeyChecks:
    """Every key that ever was the newest has its value here, made when the key was first used."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._now = now

    def held(self) -> frozenset[str]:
        """The values of all keys that were used."""
        return self._database.read(_held)

    def confirm(self, values: Sequence[str]) -> bool:
        """Whether the keys of these values, newest first, are all that were ever used; then notes the newest."""
        held = self.held()
        if not held <= set(values) or values[0] in held:
            return held <= set(values)

        def work(session: Session) -> bool:
            # Of two processes with a key each, that both find none noted, the second has to see the first one's.
            session.execute(select(StoreStateRow.id).with_for_update())
            held = _held(session)
            if held <= set(values) and values[0] not in held:
                self._note(session, values[0])
            return held <= set(values)

        return self._database.write(work)

    def begin_anew(self, value: str) -> None:
        """Forget every key that was used, and go on with the one of this value."""

        def work(session: Session) -> None:
            session.execute(delete(KeyCheckRow))
            self._note(session, value)

        self._database.write(work)

    def _note(self, session: Session, value: str) -> None:
        session.execute(insert(KeyCheckRow).values(value=value, since=self._now()))


def _held(session: Session) -> frozenset[str]:
    return frozenset(session.scalars(select(KeyCheckRow.value)))
