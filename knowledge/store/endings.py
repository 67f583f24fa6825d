"""Word of how a reload ended, kept in the outbox for whoever asked for it until it was said.

It waits there before the reload begins and says that it was interrupted; the reload's own transaction makes it say
what was done (`reload_audit.note_ending`). Said in Slack at once, it is never sent; should the process die first,
another sends it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.domain.outbox import Message, MessageKind
from knowledge.domain.reloading import OUTCOME
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from knowledge.store.outbox import Outbox, put_message

#: How long whoever reloads has to say it at once; most reloads end within it, and a longer one is waited for.
AT_ONCE = timedelta(seconds=5)


class Endings:
    """Each method is one small transaction."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._outbox = Outbox(database, now=now)
        self._now = now

    def expect(self, key: str, to: str) -> bool:
        """Keep word for that member of what begins now; False when something with this key ever began."""
        message = Message(key, MessageKind.RELOAD_ENDED, to)
        due = self._now() + AT_ONCE
        return self._database.write(lambda session: put_message(session, message, due), prompt=True)

    def outcome(self, key: str) -> str | None:
        """What was done, as the audit says it; None when nothing was."""

        def work(session: Session) -> str | None:
            payload = session.scalar(select(OutboxRow.payload).where(OutboxRow.key == key))
            return None if payload is None else payload.get(OUTCOME)

        return self._database.read(work)

    def saying(self, key: str) -> None:
        """Note that it is about to be said, so that it is not sent too."""
        self._outbox.posting(key)

    def said(self, key: str) -> None:
        """Note that it was said."""
        self._outbox.done(key)

    def not_said(self, key: str) -> None:
        """Note that it could not be said: it is sent."""
        self._outbox.put_off(key, self._now(), "it could not be said at once")
