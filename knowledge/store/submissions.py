"""Submissions: filled-in forms from the terminal, each of whose initiatives waits for review as a contribution."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from knowledge.domain.content import content_of_draft, form_source
from knowledge.domain.contribution import Contribution, ContributionState, new_id
from knowledge.domain.days import utc_now
from knowledge.domain.draft import Form
from knowledge.domain.identity import Hasher
from knowledge.domain.outbox import REVIEWERS, Message, MessageKind
from knowledge.domain.submission import Submission
from knowledge.domain.version import AuditLine, Change
from knowledge.errors import Refused
from knowledge.store.codec import from_plain, to_plain
from knowledge.store.contribution_tables import ContributionRow
from knowledge.store.database import Database
from knowledge.store.inserting import insert_new
from knowledge.store.tables import WAITING, SubmissionRow
from knowledge.store.transactions import StoreTransaction


class SubmissionStore:
    """Saves forms as they were sent, each file once. `hasher` knows the names that came off for good again."""

    def __init__(self, database: Database, hasher: Hasher, *, now: Callable[[], datetime] = utc_now) -> None:
        self._database = database
        self._hasher = hasher
        self._now = now

    def save(self, form: Form, *, by: str, digest: str) -> bool:
        """Save a form that `by` sent, and let each of its initiatives wait for review.

        False when the file with this `digest` was sent before, by anyone. Raises Refused when the form has no
        authority or no initiative.
        """
        if not form.can_be_saved:
            said = f"{form.file} names no authority or holds no initiative: nothing of it is saved."
            raise Refused(said, form.problems)
        return self._database.write(lambda session: self._save(session, form, by=by, digest=digest))

    def waiting(self) -> tuple[Submission, ...]:
        """Those of which something waits for review, oldest first."""
        waits = exists().where(
            ContributionRow.submission == SubmissionRow.key, ContributionRow.state == ContributionState.WAITING.value
        )
        statement = select(SubmissionRow).where(waits).order_by(SubmissionRow.created_at, SubmissionRow.key)
        return self._database.read(lambda session: tuple(map(_submission, session.scalars(statement))))

    def _save(self, session: Session, form: Form, *, by: str, digest: str) -> bool:
        now = self._now()
        tx = StoreTransaction(session, self._hasher, self._now, locks=True)
        form = tx.removed.form(form)
        values = {"by": by, "digest": digest, "form": to_plain(form), "state": WAITING, "created_at": now}
        key = insert_new(session, SubmissionRow, values)
        if key is None:
            return False
        for one in _contributions(form, by=by, at=now):
            waiting = tx.add(one, submission=key)
            tx.note(AuditLine(now, by, Change.SUBMITTED, None, waiting.id))
            message = Message(f"to-review:{waiting.id}:1", MessageKind.TO_REVIEW, REVIEWERS, waiting.id, {"by": by})
            tx.tell(message, at=now)
        return True


def _contributions(form: Form, *, by: str, at: datetime) -> Sequence[Contribution]:
    source = form_source(form, at)
    batch = new_id()
    return [
        Contribution(
            id=new_id(),
            by=by,
            state=ContributionState.WAITING,
            content=content_of_draft(draft, form, source),
            created_at=at,
            changed_at=at,
            submitted_at=at,
            batch=batch,
            file=form.file,
            place=draft.place,
            position=position,
        )
        for position, draft in enumerate(form.drafts)
    ]


def _submission(row: SubmissionRow) -> Submission:
    form: Form = from_plain(Form, row.form)
    return Submission(row.key, row.by, form, row.created_at)
