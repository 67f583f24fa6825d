"""A submission: a filled-in form that someone sent, of which something waits for review."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from knowledge.domain.draft import Form


@dataclass(frozen=True, slots=True)
class Submission:
    """A form as it was sent. `by` is the sender ("terminal", or a member's key), `received_at` is in UTC."""

    id: int
    by: str
    form: Form
    received_at: datetime
