"""Roles that were given to people: kept as data, beside those of the settings."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from knowledge.domain.authority import Register
from knowledge.domain.member import Role

#: Roles that can be given; everybody reads.
GRANTABLE = (Role.LEAD, Role.REVIEWER, Role.ADMIN)


@dataclass(frozen=True, slots=True)
class Grant:
    """`member` (a key) has `role` for `authority` (a register name; None: for every one).

    `by` gave it at `at`; both are empty where the settings say so.
    """

    member: str
    role: Role
    authority: str | None = None
    by: str = ""
    at: datetime | None = None

    @property
    def by_setting(self) -> bool:
        """Whether the settings, and not a person, gave it."""
        return self.at is None

    @property
    def key(self) -> tuple[str, Role, str | None]:
        """What tells it from every other: given twice, it is one."""
        return self.member, self.role, self.authority


def limits(grants: Iterable[Grant], role: Role, register: Register) -> frozenset[str] | None:
    """The authorities that these grants limit `role` to; empty for every authority, None where none gives the role.

    What was given for an authority that ended holds for its successors.
    """
    of = [grant.authority for grant in grants if grant.role is role]
    if not of:
        return None
    return frozenset() if None in of else frozenset(now for name in of if name for now in current_names(name, register))


def current_names(name: str, register: Register) -> list[str]:
    """What an authority, by any of its names, is called today: several for one that was parted."""
    # One that nothing is called any more still limits: without it the role would hold everywhere.
    exact = register.get(name)
    return [exact.name] if exact else [one.name for one in register.called(name)] or [name]
