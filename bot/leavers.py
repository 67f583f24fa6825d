"""Contacts and leads whose Slack account was deactivated: noticed, no longer handed out or asked, others told."""

from __future__ import annotations

from bot.people import People
from knowledge.services.upkeep import Upkeep


class Leavers:
    """Looks at the account of each linked contact and each lead; whom Slack does not tell about stays as they are."""

    def __init__(self, upkeep: Upkeep, people: People) -> None:
        self._upkeep = upkeep
        self._people = people

    def look(self) -> int:
        """Note who left and who came back since the last time; returns how many accounts were looked at."""
        linked = self._upkeep.linked()
        for member, left in linked.items():
            profile = self._people.profile(member)
            if profile is None or profile.deleted is left:
                continue
            if profile.deleted:
                self._upkeep.left(member)
            else:
                self._upkeep.came_back(member)
        return len(linked)
