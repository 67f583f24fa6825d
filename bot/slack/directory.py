"""Who somebody is in Slack: their name, whether their account still works, who administers the workspace.

Looked up one by one and only when a message names or goes to them; kept in memory for a few minutes, never stored.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from http.client import HTTPException
from typing import Any

from slack_sdk.errors import SlackApiError

from bot.payloads.asked import team_and_user
from bot.slack.refusals import NOBODY_HERE, RATE_LIMITED, NotTold, code_of, reason_of
from bot.slack.remembered import Remembered
from bot.slack.workspaces import Workspaces
from knowledge.domain.member import is_member
from knowledge.domain.privacy import ERASED
from knowledge.domain.reloading import FIRST_USE, TERMINAL

log = logging.getLogger(__name__)

#: Seconds that what Slack said of a person is taken as still true.
KEPT = 300.0
#: People asked for at once when a whole workspace is looked through: the most that Slack gives. It recommends 200, but
#: answers only 20 such calls a minute, which would be 4,000 people.
PAGE = 1000
#: What is said where Slack does not tell the name.
SOMEBODY = "a member of the workspace"
#: What a refusal, a broken line or an answer that is none come as.
_NOT_TOLD = (SlackApiError, OSError, HTTPException)
#: Keys of nobody in Slack, and what is said of them.
_NOT_IN_SLACK = {**{one.key: one.name for one in (TERMINAL, FIRST_USE)}, ERASED: ERASED}


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack says of one person."""

    name: str
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class _LookedThrough:
    """How far a workspace was looked through: the admins on the pages so far, and where the next one begins.

    `at` is when Slack asked to come back later, by the directory's clock.
    """

    found: tuple[str, ...] = ()
    cursor: str = ""
    at: float = 0.0


class Directory:
    """Looks people up by the key of a member; what Slack does not tell of one is unknown, never an error."""

    def __init__(self, workspaces: Workspaces, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._workspaces = workspaces
        self._profiles: Remembered[str, Profile | None] = Remembered(KEPT, clock)
        self._admins: Remembered[str, tuple[str, ...]] = Remembered(KEPT, clock)
        self._clock = clock
        self._begun: dict[str, _LookedThrough] = {}

    def name(self, key: str) -> str:
        """The name a person goes by in Slack, else `SOMEBODY`; whoever is nobody there is said in words."""
        if key in _NOT_IN_SLACK:
            return _NOT_IN_SLACK[key]
        profile = self.profile(key) if is_member(key) else None
        return profile.name if profile and profile.name else SOMEBODY

    def name_at_hand(self, key: str) -> str | None:
        """The name, if it was looked up in the last minutes; where Slack waits for an answer it is not asked."""
        known = self._profiles.at_hand(key)
        return known.name if known and known.name else None

    def profile(self, key: str) -> Profile | None:
        """What Slack says of this member; None when it knows no such person, or does not tell."""
        try:
            return self._profiles.find(key, lambda: self._look_up(key))
        except NotTold:
            return None

    def admins(self, team: str) -> tuple[str, ...]:
        """The keys of the workspace's own admins, all of them; raises NotTold when Slack does not tell.

        The whole workspace is looked through for them, which Slack lets nobody do often. Where it asks to come back
        later, whoever asks next goes on from there: else a large workspace would never be looked through to its end.
        """
        return self._admins.find(team, lambda: self._look_through(team))

    def _look_through(self, team: str) -> tuple[str, ...]:
        begun = self._begun.get(team)
        looked = begun if begun and self._clock() - begun.at < KEPT else _LookedThrough()
        try:
            while True:
                answer = self._workspaces.client(team).users_list(limit=PAGE, cursor=looked.cursor)
                admins = (f"{team}:{user['id']}" for user in answer.get("members") or () if _is_admin(user))
                cursor = (answer.get("response_metadata") or {}).get("next_cursor") or ""
                looked = _LookedThrough((*looked.found, *admins), cursor)
                if not cursor:
                    self._begun.pop(team, None)
                    return looked.found
        except _NOT_TOLD as error:
            self._begun.pop(team, None)
            if isinstance(error, SlackApiError) and code_of(error) == RATE_LIMITED:
                self._begun[team] = replace(looked, at=self._clock())
            log.warning("the workspace's admins could not be looked up: %s", reason_of(error))
            raise NotTold("Slack did not say who administers the workspace. Please try again.") from error

    def _look_up(self, key: str) -> Profile | None:
        team, user = team_and_user(key)
        try:
            answer = self._workspaces.client(team).users_info(user=user)
        except _NOT_TOLD as error:
            if isinstance(error, SlackApiError) and code_of(error) in NOBODY_HERE:
                return None
            log.info("a person could not be looked up: %s", reason_of(error))
            raise NotTold("Slack did not say who somebody is.") from error
        found = answer.get("user")
        if not found:
            raise NotTold("Slack did not say who somebody is.")
        return _profile(found)


def _is_admin(user: Mapping[str, Any]) -> bool:
    return bool(user.get("is_admin")) and not user.get("deleted") and not user.get("is_bot")


def _profile(user: Mapping[str, Any]) -> Profile:
    profile = user.get("profile") or {}
    name = user.get("real_name") or profile.get("real_name") or profile.get("display_name") or user.get("name") or ""
    return Profile(str(name), bool(user.get("deleted")))
