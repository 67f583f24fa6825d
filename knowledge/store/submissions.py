"""Submissions: filled-in forms that wait for review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from knowledge.domain.draft import Form
from knowledge.domain.submission import Submission, SubmissionState
from knowledge.errors import Refused
from knowledge.store.codec import from_plain, to_plain
from knowledge.store.database import Database
from knowledge.store.tables import SubmissionRow


class SubmissionStore:
    """Saves forms as they were sent, each file once."""

    def __init__(self, database: Database, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._database = database
        self._now = now

    def save(self, form: Form, *, by: str, digest: str) -> bool:
        """Save a form that `by` sent; False when the file with this `digest` was sent before, by anyone.

        Raises Refused when the form has no authority or no initiative.
        """
        if not form.can_be_saved:
            said = f"{form.file} names no authority or holds no initiative: nothing of it is saved."
            raise Refused(said, form.problems)
        insert = sqlite.insert if self._database.is_sqlite else postgresql.insert
        statement = (
            insert(SubmissionRow)
            .values(
                by=by,
                digest=digest,
                form=to_plain(form),
                state=SubmissionState.WAITING.value,
                created_at=self._now(),
            )
            .on_conflict_do_nothing(index_elements=[SubmissionRow.digest])
            .returning(SubmissionRow.key)
        )
        return self._database.write(lambda session: session.scalar(statement)) is not None

    def waiting(self) -> tuple[Submission, ...]:
        """Those that wait for review, oldest first."""
        return self._database.read(_waiting)


def _waiting(session: Session) -> tuple[Submission, ...]:
    rows = session.execute(
        select(
            SubmissionRow.key,
            SubmissionRow.by,
            SubmissionRow.digest,
            SubmissionRow.form,
            SubmissionRow.state,
            SubmissionRow.created_at,
        )
        .where(SubmissionRow.state == SubmissionState.WAITING.value)
        .order_by(SubmissionRow.created_at, SubmissionRow.key)
    )
    return tuple(
        Submission(key, by, digest, from_plain(Form, form), SubmissionState(state), at)
        for key, by, digest, form, state, at in rows
    )
