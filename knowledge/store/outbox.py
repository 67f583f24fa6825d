"""The outbox: messages saved with the change that they tell of, and handed to workers each exactly once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, func, or_, select, update
from sqlalchemy.orm import Session

from knowledge.domain.days import uk_day, uk_midnight, utc_now
from knowledge.domain.outbox import Message, MessageKind, Posting, PostingState
from knowledge.store.cards import draw_anew
from knowledge.store.contribution_tables import OutboxRow
from knowledge.store.database import Database
from knowledge.store.inserting import insert_new
from knowledge.store.moments import is_over

#: How long a worker has for the messages it claimed, before another gets those that it has not begun to post.
LEASE = timedelta(minutes=2)
#: How long the posting of one message may last; a process that is silent for longer was killed.
POSTING_TIME = timedelta(minutes=1)

#: Kinds whose moment must not tell who was at it: a question sent without a name, and word that its card may not have
#: arrived. Once they are finished, only their day is kept.
_BY_DAY = frozenset({MessageKind.UNANSWERED.value, MessageKind.UNSETTLED.value})

#: What waits for a person's word.
_UNSETTLED = OutboxRow.state.in_([PostingState.UNCONFIRMED.value, PostingState.FAILED.value])


def put_message(session: Session, message: Message, at: datetime) -> bool:
    """Save a message within the caller's transaction; False when one with its key was ever saved."""
    values = {
        "key": message.key,
        "kind": message.kind.value,
        "to": message.to,
        "subject": message.subject,
        "payload": dict(message.payload),
        "state": PostingState.WAITING.value,
        "attempts": 0,
        "created_at": at,
        "next_at": at,
    }
    return insert_new(session, OutboxRow, values) is not None


def last_told(session: Session, kind: MessageKind, to: str) -> datetime | None:
    """When a message of this kind was last saved for this recipient."""
    return session.scalar(
        select(OutboxRow.created_at)
        .where(OutboxRow.kind == kind.value, OutboxRow.to == to)
        .order_by(OutboxRow.created_at.desc())
        .limit(1)
    )


class Outbox:
    """The worker's side. Each method is one small transaction; any number of workers may call all of them.

    A message is claimed, then marked as being posted right before Slack is called, then done, put off, failed, or
    unconfirmed. Killed before `posting`, another worker takes it; killed after, it is unconfirmed and stays so until
    a person settles it. Whatever a worker notes of a message, it notes with its claim (`Posting.claim`); where
    another claimed it since, that changes nothing, and False is returned.
    """

    def __init__(self, database: Database, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._now = now

    def claim(self, limit: int = 20) -> tuple[Posting, ...]:
        """Up to `limit` messages that are due, oldest first, for this worker alone for the time of `LEASE`."""
        token = secrets.token_hex(8)

        def work(session: Session) -> tuple[Posting, ...]:
            now = self._now()
            due = (
                select(OutboxRow.key)
                .where(OutboxRow.state == PostingState.WAITING.value, is_over(OutboxRow.next_at, now, now))
                .order_by(OutboxRow.next_at, OutboxRow.created_at, OutboxRow.key)
                .limit(limit)
                .with_for_update(skip_locked=True)
            )
            keys = session.scalars(due).all()
            if not keys:
                return ()
            rows = session.scalars(
                update(OutboxRow)
                .where(OutboxRow.key.in_(keys))
                .values(next_at=now + LEASE, claimed=token)
                .returning(OutboxRow)
            ).all()
            order = {key: number for number, key in enumerate(keys)}
            return tuple(_posting(row, token) for row in sorted(rows, key=lambda row: order[row.key]))

        return self._database.write(work)

    def posting(self, key: str, claim: str) -> bool:
        """Note that this message is about to be posted; False when it no longer waits: then it must not be."""
        return self._move(key, (PostingState.WAITING,), self._begun(), claim=claim)

    def take(self, key: str, claim: str) -> bool:
        """The same for whoever needs no claim to say it, with one of their own; False when it no longer waits."""
        return self._move(key, (PostingState.WAITING,), {**self._begun(), "claimed": claim})

    def done(self, key: str, claim: str, *, posted: str | None = None) -> bool:
        """Note that Slack took it; `posted` says where it stands, so that it can be brought up to date later."""
        return self._finish(key, PostingState.DONE, claim=claim, reason=None, posted=posted)

    def refused_for_good(self, key: str, claim: str, reason: str) -> bool:
        """Note that Slack will never take it, and why."""
        return self._finish(key, PostingState.FAILED, claim=claim, reason=reason)

    def put_off(self, key: str, claim: str, until: datetime, reason: str) -> bool:
        """Note that it was certainly not taken now; it waits until then."""
        waiting = {"state": PostingState.WAITING.value, "next_at": until, "reason": reason, "claimed": None}
        return self._move(key, (PostingState.WAITING, PostingState.POSTING), waiting, claim=claim)

    def uncertain(self, key: str, claim: str, reason: str) -> bool:
        """Note that it may have been taken or not; it is not repeated, but listed for a person."""
        return self._finish(key, PostingState.UNCONFIRMED, claim=claim, reason=reason)

    def split(self, key: str, claim: str, recipients: Sequence[str]) -> int:
        """Replace a message to several (reviewers, channels) by one to each; returns how many are new.

        In one transaction, so that nobody is left out or told twice; no recipients: nothing is sent.
        """

        def work(session: Session) -> int:
            held = OutboxRow.key == key, OutboxRow.state == PostingState.WAITING.value, OutboxRow.claimed == claim
            row = session.scalar(select(OutboxRow).where(*held).with_for_update())
            if row is None:
                return 0
            message = _posting(row).message
            new = 0
            for to in dict.fromkeys(recipients):
                one = Message(f"{message.key}:{to}", message.kind, to, message.subject, message.payload)
                new += put_message(session, one, self._now())
            _finish(session, row, PostingState.DONE, self._now())
            return new

        return self._database.write(work)

    def draw_anew(self, subject: str) -> None:
        """Have every card about this drawn anew where it stands."""
        self._database.write(lambda session: draw_anew(session, [subject], self._now()))

    def sweep(self) -> tuple[Posting, ...]:
        """Mark as unconfirmed what has been posting for longer than `POSTING_TIME`; cards drawn anew wait again."""

        def work(session: Session) -> tuple[Posting, ...]:
            now = self._now()
            is_late = is_over(OutboxRow.posting_at, now - POSTING_TIME, now)
            rows = session.scalars(
                select(OutboxRow)
                .where(OutboxRow.state == PostingState.POSTING.value, is_late)
                .order_by(OutboxRow.created_at, OutboxRow.key)
                .with_for_update(skip_locked=True)
            ).all()
            for row in rows:
                if row.posted is not None:
                    _wait(row, now)
                    continue
                row.reason = "The sending was cut short: whether it arrived is not known."
                late = row.claimed
                _finish(session, row, PostingState.UNCONFIRMED, now)
                row.claimed = late  # who was not killed but slow can still note what became of it
            return tuple(_posting(row) for row in rows if row.state == PostingState.UNCONFIRMED.value)

        return self._database.write(work)

    def settle(self, key: str, *, arrived: bool) -> bool:
        """A person's word on an unconfirmed or failed message: it arrived after all, or it is to be sent again."""
        if arrived:
            return self._finish(key, PostingState.DONE, reason="A person saw it arrive.")
        values = {"state": PostingState.WAITING.value, "next_at": self._now(), "claimed": None, "finished_at": None}
        return self._move(key, (PostingState.UNCONFIRMED, PostingState.FAILED), values)

    def unsettled(self) -> tuple[Posting, ...]:
        """What a person must look at: unconfirmed and failed messages, oldest first."""
        return self._list(_UNSETTLED)

    def about(self, kind: MessageKind, subject: str) -> tuple[Posting, ...]:
        """The messages of a kind about a contribution or initiative, wherever they went."""
        return self._list(OutboxRow.kind == kind.value, OutboxRow.subject == subject)

    def kind_at(self, to: str, posted: str, kinds: Collection[MessageKind]) -> MessageKind | None:
        """Of which of these kinds the message is that this recipient got there, if it is one."""
        wanted = OutboxRow.kind.in_([kind.value for kind in kinds])
        found = self._list(wanted, OutboxRow.to == to, OutboxRow.posted == posted)
        return found[0].message.kind if found else None

    def backlog(self) -> tuple[int, datetime | None]:
        """How many messages are due and still waiting, and since when the oldest of them is."""
        now = self._now()
        # A card that is to be drawn anew waits since then, and not since it was sent.
        since = case((OutboxRow.posted.is_(None), OutboxRow.created_at), else_=OutboxRow.next_at)
        statement = select(func.count(), func.min(since)).where(
            OutboxRow.state == PostingState.WAITING.value, is_over(OutboxRow.next_at, now, now)
        )
        count, oldest = self._database.read(lambda session: session.execute(statement).one())
        return count, oldest

    def clean(self, older_than: timedelta) -> int:
        """Erase what messages finished longer ago than that said; that they were sent stays known. Returns how many.

        What a person was to settle is done with then: sent again, it would say nothing, or something else.
        """
        settled = OutboxRow.state == PostingState.DONE.value
        said = (
            update(OutboxRow)
            .where(
                or_(_UNSETTLED, and_(settled, cast(OutboxRow.payload, Text) != "{}")),
                OutboxRow.finished_at < self._now() - older_than,
            )
            .values(state=PostingState.DONE.value, payload={})
            .returning(OutboxRow.key)
        )
        return self._database.write(lambda session: len(session.scalars(said).all()))

    def _begun(self) -> dict[str, Any]:
        return {"state": PostingState.POSTING.value, "posting_at": self._now(), "attempts": OutboxRow.attempts + 1}

    def _finish(
        self,
        key: str,
        state: PostingState,
        *,
        claim: str | None = None,
        reason: str | None,
        posted: str | None = None,
    ) -> bool:
        unfinished = (PostingState.WAITING, PostingState.POSTING, PostingState.UNCONFIRMED, PostingState.FAILED)
        statement = select(OutboxRow).where(*_stands(key, unfinished, claim)).with_for_update()

        def work(session: Session) -> bool:
            row = session.scalar(statement)
            if row is None:
                return False
            row.reason = reason
            if posted is not None:
                row.posted = posted
            if posted is not None and row.kind == MessageKind.ERASED.value:
                _wait(row, self._now())  # erased while it was on its way, it is emptied now that it stands
            else:
                _finish(session, row, state, self._now())
            return True

        return self._database.write(work)

    def _move(
        self, key: str, allowed: Sequence[PostingState], values: dict[str, Any], *, claim: str | None = None
    ) -> bool:
        statement = update(OutboxRow).where(*_stands(key, allowed, claim)).values(**values).returning(OutboxRow.key)
        return self._database.write(lambda session: session.scalar(statement)) is not None

    def _list(self, *conditions: Any) -> tuple[Posting, ...]:
        statement = select(OutboxRow).where(*conditions).order_by(OutboxRow.created_at, OutboxRow.key)
        return self._database.read(lambda session: tuple(map(_posting, session.scalars(statement))))


def _stands(key: str, states: Sequence[PostingState], claim: str | None) -> tuple[ColumnElement[bool], ...]:
    """That a message is in one of these states, and still had by this claim (None: by whichever)."""
    stands = OutboxRow.key == key, OutboxRow.state.in_([state.value for state in states])
    return stands if claim is None else (*stands, OutboxRow.claimed == claim)


def _wait(row: OutboxRow, now: datetime) -> None:
    row.state, row.next_at, row.claimed = PostingState.WAITING.value, now, None


def _finish(session: Session, row: OutboxRow, state: PostingState, at: datetime) -> None:
    if row.kind == MessageKind.ERASED.value:
        session.delete(row)  # nothing is left on the card
        return
    row.state, row.finished_at, row.claimed = state.value, at, None
    if row.kind in _BY_DAY:
        row.created_at, row.next_at, row.finished_at = _day(row.created_at), _day(row.next_at), _day(at)
        row.posting_at = None


def _day(at: datetime) -> datetime:
    return uk_midnight(uk_day(at))


def _posting(row: OutboxRow, claim: str = "") -> Posting:
    return Posting(
        message=Message(row.key, MessageKind(row.kind), row.to, row.subject, row.payload),
        state=PostingState(row.state),
        attempts=row.attempts,
        created_at=row.created_at,
        reason=row.reason,
        posted=row.posted,
        claim=claim,
    )
