"""Moments that were noted by another clock, or before this one was set right."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import InstrumentedAttribute

#: No right clock notes a moment that lies as far ahead: nothing is put off for longer than an hour (as Slack may ask),
#: and the clocks of two machines that Slack listens to are a few minutes apart at most.
AHEAD = timedelta(hours=2)


def is_over(
    moment: InstrumentedAttribute[datetime] | InstrumentedAttribute[datetime | None], by: datetime, now: datetime
) -> ColumnElement[bool]:
    """Whether `moment` had come `by` then; so far ahead of `now` that no right clock noted it, it counts as over.

    What was noted by a clock that was years ahead would wait for as long, and nobody be told.
    """
    return or_(moment <= by, moment > now + AHEAD)
