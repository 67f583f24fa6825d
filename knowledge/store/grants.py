"""Roles given to people, saved together with the audit line that says who gave or took them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from knowledge.domain.grant import Grant
from knowledge.domain.member import Role
from knowledge.domain.version import AuditLine
from knowledge.store.admin_tables import GrantRow
from knowledge.store.database import Database
from knowledge.store.history import History
from knowledge.store.inserting import insert_new

#: Stands for every authority: a key column holds no NULL.
_EVERY = ""


class GrantStore:
    """The roles that were given; see `services.people.Grants`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, member: str) -> tuple[Grant, ...]:
        """What was given to this member."""
        return self._database.read(lambda session: _read(session, GrantRow.member == member))

    def every(self) -> tuple[Grant, ...]:
        """All that was given, by member."""
        return self._database.read(lambda session: _read(session))

    def give(self, grant: Grant, line: AuditLine) -> bool:
        """Save a grant with its audit line; False, and nothing saved, when it was given before."""
        values = {
            "member": grant.member,
            "role": grant.role.value,
            "authority": grant.authority or _EVERY,
            "by": grant.by,
            "at": grant.at,
        }

        def work(session: Session) -> bool:
            if insert_new(session, GrantRow, values) is None:
                return False
            History(session).note(line)
            return True

        return self._database.write(work)

    def take(self, grant: Grant, line: AuditLine, check: Callable[[tuple[Grant, ...]], None]) -> bool:
        """Take a grant back with its audit line; False when it was not (any more) there.

        `check` is given all that would remain, and raises when that must not be; nobody else takes an admin's grant
        between its look and the end.
        """

        def work(session: Session) -> bool:
            # Whoever takes an admin's role waits here for another who does, and then sees what is left.
            session.execute(select(GrantRow.member).where(GrantRow.role == Role.ADMIN.value).with_for_update()).all()
            taken = session.scalar(
                delete(GrantRow)
                .where(
                    GrantRow.member == grant.member,
                    GrantRow.role == grant.role.value,
                    GrantRow.authority == (grant.authority or _EVERY),
                )
                .returning(GrantRow.member)
            )
            if taken is None:
                return False
            check(_read(session))
            History(session).note(line)
            return True

        return self._database.write(work)


def _read(session: Session, *where: Any) -> tuple[Grant, ...]:
    rows = session.execute(
        select(GrantRow.member, GrantRow.role, GrantRow.authority, GrantRow.by, GrantRow.at)
        .where(*where)
        .order_by(GrantRow.member, GrantRow.role, GrantRow.authority)
    )
    return tuple(Grant(member, Role(role), authority or None, by, at) for member, role, authority, by, at in rows)
