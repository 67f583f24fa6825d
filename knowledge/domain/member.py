"""Who is asking, and what they may see and do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from knowledge.domain.initiative import Initiative, Visibility


class Role(StrEnum):
    READER = "reader"
    LEAD = "lead"
    REVIEWER = "reviewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Member:
    """Someone asking. `authorities` are the register names they belong to; an admin sees everything.

    `roles` says what they may do, `key` identifies them across requests ("T1:U2") and is empty for the terminal.
    `full` is False for guests and people of other workspaces, who read but do not write unless given a role.
    """

    roles: frozenset[Role] = frozenset({Role.READER})
    authorities: frozenset[str] = frozenset()
    key: str = ""
    full: bool = True

    @property
    def is_admin(self) -> bool:
        return Role.ADMIN in self.roles

    def may_see(self, initiative: Initiative) -> bool:
        """Whether this member may see the initiative at all."""
        return initiative.visibility is Visibility.NETWORK or self.is_admin or initiative.authority in self.authorities


#: Someone of whom nothing is known: sees what the whole network may see.
ANYONE = Member()
