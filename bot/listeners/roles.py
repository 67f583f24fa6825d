"""The buttons and the form of `/practice people`: give a role, take one back. Who may is for the service."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from slack_bolt import Ack

from bot.guard import apology
from bot.listeners.forms import Forms, Reaction, becomes, refused
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.names import COMMAND, Subcommand
from bot.payloads.asked import Place
from bot.payloads.people import Given, chosen_role
from bot.payloads.pressed import pressed, surface
from bot.views.admin.people import given_modal, holder_words, role_form
from bot.views.kit.blocks import message
from bot.views.kit.lines import line
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.permissions import Action as Permission
from knowledge.domain.permissions import require
from knowledge.errors import PracticeError, Refused


class Roles:
    def __init__(self, parts: Parts) -> None:
        self._roles = parts.roles
        self._pages = parts.pages
        self._askers = parts.askers
        self._directory = parts.directory
        self._replies = parts.replies
        self._forms = Forms(parts)

    def give(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open the form that gives a role."""

        def work(place: Place) -> None:
            require(self._member(place), Permission.MANAGE_PEOPLE)
            self._forms.show(place, body, role_form())

        self._forms.pressed(ack, body, work)

    def given(self, ack: Ack, body: dict[str, Any]) -> None:
        """The form was sent: the role holds from now on, or its field says why not."""

        def work(place: Place) -> Reaction:
            view = body["view"]
            user, role, authority = chosen_role(view)
            member, to = self._member(place), self._askers.chosen(replace(place, user=user)) if user else ANYONE
            try:
                grant = self._roles.give(member, to, role, authority)
            except Refused as error:
                return refused(view, error)
            return becomes(given_modal(grant, user))

        self._forms.sent(ack, body, work)

    def see(self, ack: Ack, body: dict[str, Any]) -> None:
        """Another page of who has which role, in the place of the one that stands there."""

        def work(place: Place) -> None:
            page = pressed(body)
            drawn = self._pages.roles(self._member(place), page=int(page) if page.isdecimal() else 0)
            at = surface(body)
            self._replies.in_place(place, at.channel, at.ts, drawn)

        self._forms.pressed(ack, body, work)

    def take(self, ack: Ack, body: dict[str, Any]) -> None:
        """Take a role back, and show the list as it is now."""

        def work(place: Place) -> None:
            given = Given.of(pressed(body))
            if given is None:
                raise outdated("button", f"Ask for {COMMAND} {Subcommand.PEOPLE} again.")
            member = self._member(place)
            try:
                self._roles.take(member, given.member, given.role, given.authority)
                said = f"Taken back: {holder_words(given.role, given.authority, self._directory.name(given.member))}."
            except PracticeError as error:
                said = apology(error).said
            at, now = surface(body), self._member(place)
            # Who took their own role back sees the list no longer.
            drawn = self._pages.roles(now, said, page=given.page) if now.is_admin else message([line(said)])
            self._replies.in_place(place, at.channel, at.ts, drawn)

        self._forms.pressed(ack, body, work)

    def _member(self, place: Place) -> Member:
        return self._askers.asking(place.key)
