"""Questions that people sent to the admins, each saved together with the message that tells them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from knowledge.domain.identity import Hasher
from knowledge.domain.outbox import Message, MessageKind
from knowledge.domain.unanswered import Settled, Unanswered
from knowledge.domain.version import AuditLine
from knowledge.store.admin_tables import UnansweredRow
from knowledge.store.cards import draw_anew
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from knowledge.store.history import History
from knowledge.store.inserting import insert_new
from knowledge.store.outbox import put_message
from knowledge.store.removals import read_removed

_KINDS = (MessageKind.UNANSWERED.value, MessageKind.ANSWERED.value)


class UnansweredStore:
    """Each method is one transaction. Removed names are taken out of all that is saved; only that asks for `hasher`."""

    def __init__(self, database: Database, hasher: Callable[[], Hasher]) -> None:
        self._database = database
        self._hasher = hasher

    def add(self, one: Unanswered, message: Message, at: datetime) -> bool:
        """Save a question and the message that tells of it; False, and nothing saved, when its id was saved before."""

        def work(session: Session) -> bool:
            removed = read_removed(session, self._hasher)
            values = {
                "id": one.id,
                "text": removed.text(one.text),
                "note": removed.text(one.note),
                "day": one.day,
                "by": one.by,
                "answered": False,
            }
            return insert_new(session, UnansweredRow, values) is not None and put_message(session, message, at)

        return self._database.write(work, prompt=True)

    def one(self, id: str) -> Unanswered | None:
        """The question with this id, dealt with or not."""

        def work(session: Session) -> Unanswered | None:
            row = session.get(UnansweredRow, id)
            return None if row is None else _unanswered(row)

        return self._database.read(work)

    def waiting(self) -> tuple[Unanswered, ...]:
        """Those that nobody dealt with, oldest first."""
        statement = (
            select(UnansweredRow)
            .where(UnansweredRow.settled_on.is_(None))
            .order_by(UnansweredRow.day, UnansweredRow.id)
        )
        return self._database.read(lambda session: tuple(map(_unanswered, session.scalars(statement))))

    def signed(self, by: str) -> tuple[str, ...]:
        """The ids of those that this member sent with their name, dealt with or not."""
        return self._database.read(
            lambda session: tuple(session.scalars(select(UnansweredRow.id).where(UnansweredRow.by == by)))
        )

    def settle(self, id: str, settled: Settled, line: AuditLine, message: Message | None = None) -> bool:
        """Note that it was dealt with, with its audit line and the answer to send; False when it was, or is gone.

        Its cards are drawn anew.
        """

        def work(session: Session) -> bool:
            done = session.scalar(
                update(UnansweredRow)
                .where(UnansweredRow.id == id, UnansweredRow.settled_on.is_(None))
                .values(settled_on=settled.day, settled_by=settled.by, answered=settled.answered)
                .returning(UnansweredRow.id)
            )
            if done is None:
                return False
            draw_anew(session, [id], line.at)
            History(session).note(line)
            if message is not None:
                removed = read_removed(session, self._hasher)
                said = {name: removed.text(value) for name, value in message.payload.items()}
                put_message(session, replace(message, payload=said), line.at)
            return True

        return self._database.write(work, prompt=True)

    def forget(self, before: date) -> int:
        """Delete those sent before that day, with the messages about them; returns how many."""

        def work(session: Session) -> int:
            gone = delete(UnansweredRow).where(UnansweredRow.day < before).returning(UnansweredRow.id)
            ids = session.scalars(gone).all()
            forget_messages(session, ids)
            return len(ids)

        return self._database.write(work)


def forget_messages(session: Session, ids: Sequence[str]) -> None:
    """Delete what the outbox holds about these questions."""
    session.execute(delete(OutboxRow).where(OutboxRow.kind.in_(_KINDS), OutboxRow.subject.in_(ids)))


def _unanswered(row: UnansweredRow) -> Unanswered:
    settled = None
    if row.settled_on is not None:
        settled = Settled(row.settled_on, row.settled_by or "", row.answered)
    return Unanswered(row.id, row.text, row.note, row.day, row.by, settled)
