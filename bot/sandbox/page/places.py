"""The left side: who one is, and where one can go, with a mark where something new was said."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Any

from nicegui import ui

from bot.sandbox.page.painting import initials
from bot.sandbox.person import SlackPerson
from bot.sandbox.records import Rank, User
from bot.sandbox.workspace import Workspace

IM, HOME = "im", "home"
ROLES = {Rank.ADMIN: "admin", Rank.OWNER: "owner", Rank.GUEST: "guest", Rank.MEMBER: "member"}
YOU_ARE, CHANNELS, APP = "You are", "Channels", "App"


@dataclass(frozen=True)
class ListedPlace:
    """What one button of the list says: `more` is its second line, and `icon` stands where no `letters` do."""

    key: str
    name: str
    more: str
    chosen: bool
    letters: str = ""
    icon: str = ""


class Places:
    """A button stays as long as its place does: one that was made anew under a finger would lose the press."""

    def __init__(
        self, workspace: Workspace, be: Callable[[str], Any], go: Callable[[str], Any], *, has_home: bool
    ) -> None:
        self._workspace, self._has_home = workspace, has_home
        self._read: dict[tuple[str, str], int] = {}
        with ui.element("nav").classes("pf-nav").props('aria-label="Workspace"'):
            ui.label(workspace.team.name).classes("pf-team")
            self._groups = {name: Group(name, press) for name, press in ((YOU_ARE, be), (CHANNELS, go), (APP, go))}

    def sync(self, person: SlackPerson, place: str) -> None:
        """Brings the list in step with where this person is and what they have not seen."""
        self._read[person.user.id, place] = self._workspace.ledger.sequence
        self._groups[YOU_ARE].sync(_of_user(user, person) for user in self._people())
        self._groups[CHANNELS].sync(
            ListedPlace(channel.id, channel.name, self._news(person, channel.id), channel.id == place, icon=icon)
            for channel in self._workspace.channels_of(person.user.id)
            for icon in ["lock" if channel.kind == "private" else "tag"]
        )
        self._groups[APP].sync(self._of_app(person, place))

    def _people(self) -> Iterable[User]:
        return (user for user in self._workspace.users.values() if user.role is not Rank.BOT)

    def _of_app(self, person: SlackPerson, place: str) -> Iterable[ListedPlace]:
        more = ", ".join(filter(None, ("Direct messages", self._news(person, IM))))
        yield ListedPlace(IM, self._workspace.bot.real_name, more, place == IM, icon="mail")
        if self._has_home:
            yield ListedPlace(HOME, "App Home", "", place == HOME, icon="home")

    def _news(self, person: SlackPerson, key: str) -> str:
        read = self._read.get((person.user.id, key), 0)
        return "new" if any(m.sequence > read and m.user != person.user.id for m in person.sees(key)) else ""


def _of_user(user: User, person: SlackPerson) -> ListedPlace:
    more = user.title or ROLES[user.role]
    return ListedPlace(user.id, user.real_name, more, user.id == person.user.id, letters=initials(user))


class Group:
    """A heading and its buttons."""

    def __init__(self, name: str, press: Callable[[str], Any]) -> None:
        ui.label(name).classes("pf-group").props('aria-hidden="true"')
        self._list = ui.element("div").classes("pf-list").props('role="group"')
        self._list.props["aria-label"] = name
        self._press = press
        self._buttons: dict[str, Button] = {}

    def sync(self, places: Iterable[ListedPlace]) -> None:
        """Shows these places in this order."""
        wanted = {place.key: place for place in places}
        for key in self._buttons.keys() - wanted.keys():
            self._buttons.pop(key).element.delete()
        for at, (key, place) in enumerate(wanted.items()):
            if key not in self._buttons:
                with self._list:
                    self._buttons[key] = Button(place, partial(self._press, key))
                self._buttons[key].element.move(target_index=at)
            self._buttons[key].say(place)


class Button:
    """One place on the page."""

    def __init__(self, place: ListedPlace, press: Callable[[], Any]) -> None:
        self._said: ListedPlace | None = None
        self.element = ui.element("button").classes("pf-place").on("click", press)
        self.element.props["type"] = "button"
        with self.element:
            with ui.element("span").classes("pf-sign").props('aria-hidden="true"'):
                if place.icon:
                    ui.icon(place.icon)
                else:
                    ui.label(place.letters)
            with ui.element("span").classes("pf-two"):
                ui.label(place.name)
                self._more = ui.label().classes("pf-more")

    def say(self, place: ListedPlace) -> None:
        """Shows whether one is there and whether something new was said; sends nothing when both stand already."""
        if place == self._said:
            return
        self._said = place
        self.element.props["aria-pressed"] = "true" if place.chosen else "false"
        self._more.set_text(place.more)
        self._more.set_visibility(bool(place.more))
        self._more.classes(**{"add" if place.more.endswith("new") else "remove": "pf-new"})
