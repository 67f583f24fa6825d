"""Who is asking: the member behind a Slack user, with the roles that the settings give them."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPException
from typing import Any, TypeVar

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.payloads.asked import Place, nowhere
from bot.slack.refusals import NOBODY_HERE, NotTold, code_of, reason_of
from bot.slack.remembered import Remembered
from bot.slack.workspaces import Workspaces
from config.settings import Settings
from config.values import RoleHolder
from knowledge.domain.authority import Register
from knowledge.domain.grant import Grant, limits
from knowledge.domain.member import Member, Role
from knowledge.errors import NotAllowed, NotFound

log = logging.getLogger(__name__)

T = TypeVar("T")

#: Seconds for which what Slack said of somebody is believed: a guest made a member waits no longer than this.
BELIEVED = 300.0
#: Seconds that Slack gets to say who somebody is: they wait for it, and a form must be open within three of the click.
PATIENCE = 2.0

_OUTSIDE = ("deleted", "is_bot", "is_restricted", "is_ultra_restricted", "is_stranger")
_AGAIN = "Please try again in a minute. If it happens again, tell whoever looks after Practice Finder."
_NOT_KNOWN = (
    f"Slack did not say in time who you are in this workspace, so I cannot tell whether you may do this. {_AGAIN}"
)
_NOT_KNOWN_OF_OTHERS = f"Slack did not say in time who this person is in this workspace, so nothing was done. {_AGAIN}"


@dataclass(frozen=True, slots=True)
class Membership:
    """What Slack says of a user: `full` is False for guests, people of other workspaces, bots and the deactivated."""

    full: bool
    admin: bool


class Askers:
    """Looks members up by workspace and user; knows nobody's name."""

    def __init__(
        self,
        settings: Settings,
        workspaces: Workspaces | None = None,
        *,
        register: Callable[[], Register],
        given: Callable[[str], Sequence[Grant]] = lambda key: (),
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._people = {
            Role.ADMIN: settings.admins,
            Role.REVIEWER: settings.reviewers or settings.admins,
            Role.LEAD: settings.leads,
        }
        self._register = register
        self._given = given
        self._workspaces = workspaces
        self._clock = clock
        self._hurries = threading.local()
        self._memberships: Remembered[tuple[str, str], Membership] = Remembered(BELIEVED, clock)

    def member(self, place: Place) -> Member:
        """The member at this place, by what was set and given here: Slack is not asked. Without either, a reader."""
        register = self._register()
        roles = {Role.READER}
        authorities: set[str] = set()
        limited: set[tuple[Role, str]] = set()
        given = self._given(place.key)
        for role, people in self._people.items():
            set_here = [
                Grant(place.key, role, name) for one in _matching(people, place) for name in one.authorities or (None,)
            ]
            found = limits([*set_here, *given], role, register)
            if found is None:
                continue
            roles.add(role)
            limited |= {(role, name) for name in found}
            if role is Role.LEAD:
                # They belong to what they lead; of those who lead everywhere no authority may stand for the rest.
                authorities |= {name for name in found if register.get(name)}
        return Member(frozenset(roles), frozenset(authorities), key=place.key, limits=frozenset(limited))

    def reader(self, place: Place) -> Member:
        """The member as they stand when they ask or open something: what is hidden from others an admin finds.

        Slack is asked who they are only where the settings name no admin; where it does not tell, what was set and
        given here is all they have.
        """
        member = self.member(place)
        if self._people[Role.ADMIN] or member.is_admin:
            return member
        membership = self._membership(place)
        return member if membership is None else self._as_slack_says(member, membership)

    def writer(self, place: Place) -> Member:
        """The member as they stand when they want to write: Slack is asked whether they belong to the workspace.

        Where no admins are set, the workspace's own admins are. Raises NotTold, in words, when Slack does not tell and
        no role was given to them here.
        """
        member = self.member(place)
        membership = self._membership(place)
        if membership is None:
            if member.roles == {Role.READER}:
                raise NotTold(_NOT_KNOWN)
            return replace(member, full=False)
        return self._as_slack_says(member, membership)

    def _as_slack_says(self, member: Member, membership: Membership) -> Member:
        is_admin = membership.full and membership.admin and not self._people[Role.ADMIN]
        return replace(member, full=membership.full, roles=member.roles | ({Role.ADMIN} if is_admin else set()))

    def check_told(self, place: Place) -> None:
        """Raise NotTold unless Slack says who they are, or said it in the last minutes."""
        if self._membership(place) is None:
            raise NotTold(_NOT_KNOWN)

    def by_key(self, key: str) -> Member:
        """The member with this key, with the roles they have now; those that only Slack knows of where it says so."""
        place = nowhere(key)
        try:
            return self.writer(place)
        except NotTold:
            return self.member(place)

    def asking(self, key: str) -> Member:
        """The member who asks for what only admins may do; raises NotTold where only Slack knows whether they are."""
        place = nowhere(key)
        member = self.writer(place)
        if not member.is_admin:
            self.check_told(place)
        return member

    def as_told(self, key: str, work: Callable[[], T]) -> T:
        """What `work` gives for this member, whom it looks up itself.

        What it refuses them it refuses only once Slack said who they are; raises NotTold as long as it does not.
        """
        try:
            return work()
        except (NotAllowed, NotFound):
            self.check_told(nowhere(key))
            return work()

    def chosen(self, place: Place) -> Member:
        """Whoever was chosen for something; not `full` where Slack says that they are a guest or an app, of another
        workspace, or that their account was switched off. Raises NotTold when Slack does not say in time.
        """
        membership = self._membership(place)
        if membership is None:
            raise NotTold(_NOT_KNOWN_OF_OTHERS)
        return Member(key=place.key, full=membership.full)

    @contextmanager
    def promptly(self) -> Iterator[None]:
        """Give all that this thread asks Slack while the block runs the time of one question: a form waits for it."""
        before = self._until
        self._hurries.until = self._clock() + PATIENCE
        try:
            yield
        finally:
            self._hurries.until = before

    @property
    def _until(self) -> float | None:
        until: float | None = getattr(self._hurries, "until", None)
        return until

    def _membership(self, place: Place) -> Membership | None:
        """What Slack says, or said in the last minutes; None when it does not tell."""
        try:
            return self._memberships.find((place.team, place.user), lambda: self._ask(place))
        except NotTold:
            return None

    def _ask(self, place: Place) -> Membership:
        seconds = PATIENCE if self._until is None else self._until - self._clock()
        if self._workspaces is None or seconds <= 0:
            raise NotTold(_NOT_KNOWN)
        try:
            known = self._workspaces.client(place.team)
            client = WebClient(token=known.token, base_url=known.base_url, retry_handlers=[])
            client.timeout = seconds  # type: ignore[assignment]  # whole seconds by its annotation only
            # Of another workspace is whoever belongs to none that is served, whatever team the payload names.
            served = self._workspaces.teams()
            home = place.team if place.team in served else next(iter(served), "")
            user = client.users_info(user=place.user).get("user")
        except (SlackApiError, OSError, HTTPException) as error:
            if isinstance(error, SlackApiError) and code_of(error) in NOBODY_HERE:
                return Membership(full=False, admin=False)
            log.warning("Slack does not tell who somebody is: %s", reason_of(error))
            raise NotTold(_NOT_KNOWN) from error
        if not user:
            raise NotTold(_NOT_KNOWN)  # of nobody it says that they are a guest
        return membership_of(user, home)


def membership_of(user: Mapping[str, Any], team: str) -> Membership:
    """What users.info says of a user, seen from workspace `team`."""
    teams = {user.get("team_id"), *((user.get("enterprise_user") or {}).get("teams") or ())}
    outside = any(user.get(flag) for flag in _OUTSIDE)
    return Membership(
        full=not outside and team in teams,
        admin=any(user.get(flag) for flag in ("is_admin", "is_owner", "is_primary_owner")),
    )


def _matching(people: Iterable[RoleHolder], place: Place) -> list[RoleHolder]:
    return [person for person in people if person.user == place.user and person.team in (None, place.team)]
