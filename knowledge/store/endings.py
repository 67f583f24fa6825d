"""Word of how a reload ended, kept in the outbox for whoever asked for it until it was said.

It waits there before the reload begins and says that it was interrupted; the reload's own transaction makes it say
what was done (`reload_audit.note_ending`). It is put off for as long as whoever reloads is at it; said in Slack at
once, it is never sent; should the process die first, another sends it.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from knowledge.domain.days import utc_now
from knowledge.domain.outbox import Message, MessageKind, PostingState
from knowledge.domain.reloading import OUTCOME
from knowledge.errors import NotFound
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from knowledge.store.outbox import Outbox, put_message
from knowledge.store.reload_audit import AT_ONCE, wait_with_ending

#: The claim of whoever says it themselves: they come before any other that has not begun to.
_AT_ONCE = "at once"


class Endings:
    """Each method is one small transaction."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._outbox = Outbox(database, now=now)
        self._now = now

    def expect(self, key: str, to: str) -> bool:
        """Keep word for that member of what begins now; False when something with this key ever began."""
        message = Message(key, MessageKind.RELOAD_ENDED, to, payload={OUTCOME: ""})
        due = self._now() + AT_ONCE
        return self._database.write(lambda session: put_message(session, message, due), prompt=True)

    def outcome(self, key: str) -> str | None:
        """What was done, as the audit says it; None when nothing was. Raises NotFound when it was long ago."""

        def work(session: Session) -> str | None:
            payload = session.scalar(select(OutboxRow.payload).where(OutboxRow.key == key))
            if not payload:
                raise NotFound("How that ended is no longer kept.")
            return payload[OUTCOME] or None

        return self._database.read(work)

    def going_on(self, key: str) -> None:
        """Note that whoever began it is at it still, so that nobody else says how it ended."""
        self._database.write(
            lambda session: wait_with_ending(session.connection(), key, self._now() + AT_ONCE), prompt=True
        )

    def is_at_hand(self, key: str) -> bool:
        """Whether whoever began it is at it still, or said themselves how it ended."""

        def work(session: Session) -> bool:
            row, now = session.get_one(OutboxRow, key), self._now()
            if row.state == PostingState.WAITING.value:
                return row.claimed is None and now < row.next_at <= now + AT_ONCE
            said = row.state == PostingState.DONE.value and row.posted is None
            return said or row.state == PostingState.POSTING.value

        return self._database.read(work)

    def saying(self, key: str) -> None:
        """Note that it is about to be said, so that it is not sent too."""
        self._outbox.take(key, _AT_ONCE)

    def said(self, key: str) -> None:
        """Note that it was said."""
        self._outbox.take(key, _AT_ONCE)  # where `saying` could not be noted
        self._outbox.done(key, _AT_ONCE)

    def not_said(self, key: str) -> None:
        """Note that it could not be said: it is sent."""
        self._outbox.put_off(key, _AT_ONCE, self._now(), "it could not be said at once")
