"""What happened to initiatives and contributions: versions to go back to, and who changed what."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from knowledge.domain.initiative import Initiative
from knowledge.domain.privacy import ERASED
from knowledge.domain.version import AuditLine, Change, Version
from knowledge.store.codec import from_plain, to_plain
from knowledge.store.contribution_tables import AuditRow, VersionRow


class History:
    """The versions and the audit within one transaction."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def versions(self, initiative: str) -> tuple[Version, ...]:
        """Every version, oldest first."""
        rows = self._session.scalars(
            select(VersionRow).where(VersionRow.initiative == initiative).order_by(VersionRow.number)
        )
        return tuple(map(_version, rows))

    def version(self, initiative: str, number: int) -> Version | None:
        """The version with this number; None where it is not kept."""
        row = self._session.get(VersionRow, (initiative, number))
        return None if row is None else _version(row)

    def note(self, line: AuditLine) -> None:
        """Add a line to the audit."""
        self._session.add(
            AuditRow(
                at=line.at,
                by=line.by,
                change=line.change.value,
                initiative=line.initiative,
                contribution=line.contribution,
                version=line.version,
                note=line.note,
            )
        )
        self._session.flush()

    def last_number(self, id_: str) -> int:
        """The number of the newest version there ever was, also where it is kept no longer; 0 where there is none."""
        kept = self._session.scalar(select(func.max(VersionRow.number)).where(VersionRow.initiative == id_))
        told = self._session.scalar(select(func.max(AuditRow.version)).where(AuditRow.initiative == id_))
        return max(kept or 0, told or 0)

    def add_version(self, initiative: str, version: Version) -> None:
        """Keep a version of an initiative."""
        self._session.add(
            VersionRow(
                initiative=initiative,
                number=version.number,
                change=version.change.value,
                by=version.by,
                at=version.at,
                content=to_plain(version.content),
                archived=version.archived,
                note=version.note,
                contribution=version.contribution,
            )
        )
        self._session.flush()


def _version(row: VersionRow) -> Version:
    content: Initiative = from_plain(Initiative, row.content)
    change = Change(row.change)
    # What members did was kept without anybody, as what the library said is, when they had it erased before 2026-12.
    by = row.by or ("" if change is Change.BROUGHT_IN else ERASED)
    return Version(row.number, change, by, row.at, content, row.archived, row.note, row.contribution)
