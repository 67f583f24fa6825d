"""Cards to be drawn anew where they stand, noted in the transaction of what changed: no killed process forgets one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, and_, update
from sqlalchemy.orm import Session

from knowledge.domain.outbox import CARDS, MessageKind, PostingState
from knowledge.store.batches import in_batches
from knowledge.store.contribution_tables import OutboxRow

_ARE_CARDS = OutboxRow.kind.in_([kind.value for kind in CARDS])
_STANDS = OutboxRow.posted.is_not(None)


def draw_anew(session: Session, subjects: Iterable[str], at: datetime) -> None:
    """Have the cards about these, as far as it is known where they stand, drawn anew by the delivery.

    Whoever is at one of them may have drawn it before this change, so that their claim counts no more.
    """
    for batch in in_batches(subjects):
        cards = and_(_ARE_CARDS, _STANDS, OutboxRow.subject.in_(batch))
        session.execute(update(OutboxRow).where(cards).values(_waiting(at)))


def empty(session: Session, which: ColumnElement[bool], at: datetime) -> None:
    """Keep of these cards only where they stand, until nothing is left on them.

    One that is just being posted says so once it stands.
    """
    erased = {"kind": MessageKind.ERASED.value, "subject": "", "payload": {}}
    cards = and_(_ARE_CARDS, which)
    on_their_way = and_(cards, ~_STANDS, OutboxRow.state == PostingState.POSTING.value)
    session.execute(update(OutboxRow).where(on_their_way).values(erased))
    session.execute(update(OutboxRow).where(cards, _STANDS).values({**erased, **_waiting(at)}))


def _waiting(at: datetime) -> dict[str, object]:
    return {"state": PostingState.WAITING.value, "next_at": at, "claimed": None}
