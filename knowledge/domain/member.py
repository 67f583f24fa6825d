"""Who is asking, and what they may see and do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.domain.initiative import Initiative, Visibility


class Role(StrEnum):
    """What somebody may do beyond reading, which everybody may."""

    READER = "reader"
    LEAD = "lead"
    REVIEWER = "reviewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Member:
    """Someone asking. `authorities` are the register names they belong to; see `sees_all`.

    `roles` says what they may do, `key` identifies them across requests ("T1:U2") and is empty for the terminal.
    `full` is False for guests and people of other workspaces, who read but do not write unless given a role.
    `limits` are roles that hold for some authorities only, as (role, register name); see `holds`. A name that the
    register lacks limits too.
    """

    roles: frozenset[Role] = frozenset({Role.READER})
    authorities: frozenset[str] = frozenset()
    key: str = ""
    full: bool = True
    limits: frozenset[tuple[Role, str]] = frozenset()

    @property
    def is_admin(self) -> bool:
        """Whether they look after the whole store: an admin has no limits."""
        return Role.ADMIN in self.roles

    @property
    def sees_all(self) -> bool:
        """Whether nothing is hidden from them: admins, and leads of every authority."""
        return self.is_admin or self.holds(Role.LEAD, None)

    def holds(self, role: Role, authority: str | None) -> bool:
        """Whether this member has `role` for `authority` (None: for none in particular).

        A role without limits holds for every authority.
        """
        if role not in self.roles:
            return False
        limits = {name for limited, name in self.limits if limited is role}
        return not limits or authority in limits

    def may_see(self, initiative: Initiative) -> bool:
        """Whether this member may see the initiative at all."""
        return initiative.visibility is Visibility.NETWORK or self.sees_all or initiative.authority in self.authorities


def is_member(key: str) -> bool:
    """Whether a key is that of somebody who can be told something ("T1:U2"); the terminal and the library cannot."""
    return ":" in key


#: Someone of whom nothing is known: sees what the whole network may see.
ANYONE = Member()
