"""What was not found, by day: never who asked, how often, nor the question."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from knowledge.domain.days import uk_today
from knowledge.domain.gap import DAYS_UNTIL_SHOWN, Gap, GapKind
from knowledge.store.admin_tables import GapRow
from knowledge.store.database import Database
from knowledge.store.inserting import insert_new


class GapStore:
    """Notes days and gives out what came up on enough of them."""

    def __init__(self, database: Database, *, today: Callable[[], date] = uk_today) -> None:
        self._database = database
        self._today = today

    def note(self, gaps: Collection[tuple[GapKind, str]]) -> None:
        """Note that these were asked for today and not found; again on the same day changes nothing.

        An answer waits for it, so where others write it is given up soon.
        """
        if not gaps:
            return
        day = self._today()

        def work(session: Session) -> None:
            for kind, name in sorted(set(gaps)):
                insert_new(session, GapRow, {"kind": kind.value, "name": name, "day": day})

        self._database.write(work, prompt=True)

    def shown(self) -> tuple[Gap, ...]:
        """Those of `DAYS_UNTIL_SHOWN` days or more, the most frequent first."""
        days = func.count()
        statement = (
            select(GapRow.kind, GapRow.name, days, func.max(GapRow.day))
            .group_by(GapRow.kind, GapRow.name)
            .having(days >= DAYS_UNTIL_SHOWN)
            .order_by(days.desc(), GapRow.kind, GapRow.name)
        )
        rows = self._database.read(lambda session: session.execute(statement).all())
        return tuple(Gap(GapKind(kind), name, number, last) for kind, name, number, last in rows)

    def clean(self, older_than: timedelta) -> int:
        """Forget days longer ago than that; returns how many."""
        before = self._today() - older_than

        def work(session: Session) -> int:
            return len(session.execute(delete(GapRow).where(GapRow.day < before).returning(GapRow.day)).all())

        return self._database.write(work)
