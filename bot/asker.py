"""Who is asking: the member behind a Slack user, with the roles that the settings give them."""

from __future__ import annotations

from collections.abc import Iterable

from bot.payloads.asked import Place
from config.settings import Person, Settings
from knowledge.domain.authority import Register
from knowledge.domain.member import Member, Role


class Askers:
    """Looks members up by workspace and user; knows nobody's name."""

    def __init__(self, settings: Settings) -> None:
        self._people = {
            Role.ADMIN: settings.admins,
            Role.REVIEWER: settings.reviewers or settings.admins,
            Role.LEAD: settings.leads,
        }

    def member(self, place: Place, register: Register) -> Member:
        """The member who asked from this place; without any setting, a reader of what the whole network may see."""
        roles = {Role.READER}
        authorities: set[str] = set()
        for role, people in self._people.items():
            for person in _matching(people, place):
                roles.add(role)
                authorities.update(found.name for name in person.authorities for found in register.called(name))
        return Member(frozenset(roles), frozenset(authorities), key=f"{place.team}:{place.user}")


def _matching(people: Iterable[Person], place: Place) -> list[Person]:
    return [person for person in people if person.user == place.user and person.team in (None, place.team)]
