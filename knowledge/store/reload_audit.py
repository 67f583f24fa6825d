"""A reload's line in the audit, and the word of how it ended: saved in its own transaction."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, select, update
from sqlalchemy.orm import Session

from knowledge.domain.outbox import PostingState
from knowledge.domain.reloading import OUTCOME, Reloader
from knowledge.domain.version import AuditLine, Change
from knowledge.store.contribution_tables import AuditRow, OutboxRow
from knowledge.store.history import History

#: How long whoever reloads has to say at once how it ended, and to note again that they are at it still.
AT_ONCE = timedelta(seconds=5)

_CHANGES = (Change.RELOADED.value, Change.RELOAD_UNDONE.value)


def note_reload(connection: Connection, change: Change, note: str, *, by: Reloader, at: datetime) -> None:
    """Add the audit's line."""
    History(Session(connection)).note(AuditLine(at, by.key, change, note=note))


def note_ending(connection: Connection, by: Reloader, said: str) -> None:
    """Let the message that waits for whoever reloads say that it was done, instead of that it was interrupted."""
    if by.ending is not None:
        connection.execute(update(OutboxRow).where(OutboxRow.key == by.ending).values(payload={OUTCOME: said}))


def wait_with_ending(connection: Connection, key: str, until: datetime) -> None:
    """Let the message that waits for whoever reloads wait until then, where it was not sent yet."""
    connection.execute(
        update(OutboxRow)
        .where(OutboxRow.key == key, OutboxRow.state == PostingState.WAITING.value)
        .values(next_at=until)
    )


def reload_lines(session: Session, limit: int) -> tuple[AuditLine, ...]:
    """The audit's lines of the last reloads, the newest first."""
    rows = session.scalars(
        select(AuditRow).where(AuditRow.change.in_(_CHANGES)).order_by(AuditRow.key.desc()).limit(limit)
    )
    return tuple(AuditLine(row.at, row.by, Change(row.change), note=row.note) for row in rows)
