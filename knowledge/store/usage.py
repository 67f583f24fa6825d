"""How often initiatives are shown and opened, counted by week and never by asker."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.domain.upkeep import Counted
from knowledge.store.batches import in_batches
from knowledge.store.contribution_tables import UsageRow
from knowledge.store.database import Database
from knowledge.store.inserting import insert_into


class UsageStore:
    """Adds to the counts; safe in any number of processes at once."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, counts: Mapping[str, Counted], day: date) -> None:
        """Add to the counts of the week of `day`."""
        week = monday(day)
        # Always in the same order, so that two processes never wait for each other's rows in turn.
        rows = [
            {"initiative": id_, "week": week, "shown": counted.shown, "opened": counted.opened}
            for id_, counted in sorted(counts.items())
        ]
        if not rows:
            return

        def work(session: Session) -> None:
            insert = insert_into(session, UsageRow)
            added = {
                "shown": UsageRow.shown + insert.excluded.shown,
                "opened": UsageRow.opened + insert.excluded.opened,
            }
            key = [UsageRow.initiative, UsageRow.week]
            session.execute(insert.on_conflict_do_update(index_elements=key, set_=added), rows)

        self._database.write(work)

    def counts(self, initiatives: Sequence[str], since: date) -> Mapping[str, Counted]:
        """How often each was shown and opened in the weeks that began on or after that day."""
        return self._database.read(lambda session: read_usage(session, initiatives, since))


def monday(day: date) -> date:
    """The Monday of the week of `day`."""
    return day - timedelta(days=day.weekday())


def read_usage(session: Session, initiatives: Sequence[str], since: date) -> dict[str, Counted]:
    """How often each was shown and opened in the weeks that began on or after that day."""
    found: dict[str, Counted] = {}
    for batch in in_batches(initiatives):
        rows = session.execute(
            select(UsageRow.initiative, func.sum(UsageRow.shown), func.sum(UsageRow.opened))
            .where(UsageRow.initiative.in_(batch), UsageRow.week >= since)
            .group_by(UsageRow.initiative)
        )
        found.update((id_, Counted(int(shown), int(opened))) for id_, shown, opened in rows)
    return found
