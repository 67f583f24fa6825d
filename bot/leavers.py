"""Contacts and leads whose Slack account was deactivated: noticed, no longer handed out or asked, others told."""

from __future__ import annotations

from collections.abc import Callable

from bot.people import People
from knowledge.services.upkeep import Upkeep


class Leavers:
    """Looks at the account of each linked contact and each lead; whom Slack does not tell about stays as they are."""

    def __init__(self, upkeep: Upkeep, people: People) -> None:
        self._upkeep = upkeep
        self._people = people

    def look(self, goes_on: Callable[[], bool] = lambda: True) -> int:
        """Note who left and who came back since the last time; returns how many accounts were looked at.

        Slack is asked about one after the other, which may take long: before each it is asked whether to go on.
        """
        looked = 0
        for member, left in self._upkeep.linked().items():
            if not goes_on():
                break
            looked += 1
            profile = self._people.profile(member)
            if profile is None or profile.deleted is left:
                continue
            if profile.deleted:
                self._upkeep.left(member)
            else:
                self._upkeep.came_back(member)
        return looked
