"""Who "the reviewers", "the channels", "the admins" and "the leads of an authority" are, at the moment of sending."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.asker import Askers
from bot.slack.directory import Directory
from bot.slack.refusals import NotTold
from bot.slack.workspaces import Workspaces
from config.settings import Settings
from config.values import RoleHolder
from knowledge.domain.grant import Grant, current_names, limits
from knowledge.domain.member import Role
from knowledge.domain.outbox import ADMINS, CHANNELS, LEADS_OF, LEFT, REVIEWERS, Message, MessageKind
from knowledge.errors import NotAllowed
from knowledge.services.find import Find
from knowledge.services.review import Review


class Recipients:
    """Tells recipients that stand for several apart, from the settings and the services' rules."""

    def __init__(
        self,
        *,
        settings: Settings,
        workspaces: Workspaces,
        directory: Directory,
        askers: Askers,
        find: Find,
        review: Review,
        given: Callable[[], Sequence[Grant]] = tuple,
    ) -> None:
        self._given = given
        self._settings = settings
        self._workspaces = workspaces
        self._directory = directory
        self._askers = askers
        self._find = find
        self._review = review

    def of(self, message: Message) -> tuple[str, ...] | None:
        """The keys of all that a message goes to; None where it goes to one already.

        Raises NotFound when a submission that was to be reviewed is no longer there, and NotTold when Slack does not
        say whom a message is for.
        """
        if message.to == REVIEWERS:
            return self._reviewers(message.subject)
        if message.to == CHANNELS:
            return self._channels()
        if message.to == ADMINS:
            return self._admins()
        if message.to.startswith(LEADS_OF):
            leads = self._leads(message.to.removeprefix(LEADS_OF))
            # Who left is for somebody to make up for; what nobody ever took on waits until there is a lead.
            waits = message.kind is MessageKind.DUE and LEFT not in message.payload
            return leads if leads or waits else self._admins()
        return None

    def admins(self) -> tuple[str, ...]:
        """The keys of the admins of the whole store; without those of whom only Slack knows when it does not tell.

        Raises NotTold when it does not and no others are known.
        """
        try:
            return self._admins()
        except NotTold:
            if known := self._with_given((), Role.ADMIN):
                return known
            raise

    def has_admins(self) -> bool:
        """Whether there is an admin, as far as is known without asking Slack: each workspace has some of its own."""
        if not self._settings.admins or self._keys(self._settings.admins):
            return True
        return any(grant.role is Role.ADMIN for grant in self._given())

    def by_setting(self) -> tuple[Grant, ...]:
        """The roles that the settings give, and where they name no admin, Slack: to the workspaces' own admins."""
        try:
            found = [Grant(key, Role.ADMIN) for key in self._set_admins()]
        except NotTold:
            found = []
        for role, people in ((Role.REVIEWER, self._settings.reviewers), (Role.LEAD, self._settings.leads)):
            for person in people:
                named = [one for name in person.authorities for one in current_names(name, self._find.lists.register)]
                names: list[str | None] = [*named] or [None]
                found += [Grant(key, role, name) for key in self._keys([person]) for name in names]
        return tuple(dict.fromkeys(found))

    def _reviewers(self, contribution: str) -> tuple[str, ...]:
        """Those who may decide on it: never whoever sent it, and where no reviewer may, the admins."""
        for keys in (self._with_given(self._keys(self._settings.reviewers), Role.REVIEWER), self._admins()):
            if able := tuple(key for key in self._reached(keys) if self._may_decide(key, contribution)):
                return able
        return ()

    def _may_decide(self, key: str, contribution: str) -> bool:
        try:
            self._askers.as_told(key, lambda: self._review.look(self._askers.by_key(key), contribution))
        except NotAllowed:
            return False
        return True

    def _admins(self) -> tuple[str, ...]:
        own = () if self._settings.admins else self._set_admins()  # of whom Slack names none that left
        named = self._with_given(self._keys(self._settings.admins), Role.ADMIN)
        return tuple(dict.fromkeys([*own, *self._reached(named)])) or named

    def _reached(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those whose account works, as far as Slack tells: it takes a message to any other, which nobody reads."""
        profiles = ((key, self._directory.profile(key)) for key in keys)
        return tuple(key for key, profile in profiles if profile is None or not profile.deleted)

    def _with_given(self, keys: Iterable[str], role: Role) -> tuple[str, ...]:
        return tuple(dict.fromkeys([*keys, *(grant.member for grant in self._given() if grant.role is role)]))

    def _set_admins(self) -> tuple[str, ...]:
        if self._settings.admins:
            return self._keys(self._settings.admins)
        return tuple(key for team in self._workspaces.teams() for key in self._directory.admins(team))

    def _channels(self) -> tuple[str, ...]:
        teams = self._workspaces.teams()
        named = ((team or next(iter(teams), ""), channel) for team, channel in self._settings.channels.items())
        return tuple(f"{team}:{channel}" for team, channel in named if team in teams)

    def _leads(self, authority: str) -> tuple[str, ...]:
        """Leads of this authority by name; who leads everywhere is not asked about all that nobody took on."""
        limited = (person for person in self._settings.leads if person.authorities)
        register = self._find.lists.register
        given = (one.member for one in self._given() if authority in (limits([one], Role.LEAD, register) or ()))
        keys = dict.fromkeys([*self._keys(limited), *given])
        return tuple(key for key in self._reached(keys) if self._askers.by_key(key).holds(Role.LEAD, authority))

    def _keys(self, people: Iterable[RoleHolder]) -> tuple[str, ...]:
        teams = self._workspaces.teams()
        found = (f"{team}:{one.user}" for one in people for team in teams if one.team in (None, team))
        return tuple(dict.fromkeys(found))
