"""A submission: a filled-in form that someone sent, and how far its review has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.domain.draft import Form


class SubmissionState(StrEnum):
    """Waiting for a reviewer, published, or returned to whoever sent it."""

    WAITING = "waiting"
    PUBLISHED = "published"
    RETURNED = "returned"


@dataclass(frozen=True, slots=True)
class Submission:
    """A form as it was sent. `by` is the sender ("terminal", or a member's key), `received_at` is in UTC.

    `digest` identifies the file, so that the same one is never waiting twice.
    """

    id: int
    by: str
    digest: str
    form: Form
    state: SubmissionState
    received_at: datetime
