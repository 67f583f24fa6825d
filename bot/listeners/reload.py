"""The buttons of `/practice reload`: look again, apply, take a file's version, undo. Who may is for the service."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from slack_bolt import Ack

from bot.guard import apology
from bot.parts import Parts
from bot.payloads.asked import Place, clicked
from bot.payloads.reloading import Previewed
from bot.payloads.reviewed import pressed, surface
from bot.telling import Progress, told_progress
from bot.views.blocks import Message
from bot.views.reload import applied_message, not_done_message, preview_message, progress_message, undone_message
from knowledge.domain.member import Member
from knowledge.errors import PracticeError

_OLD_BUTTON = "This button comes from an older version and no longer works."


class Reloading:
    def __init__(self, parts: Parts) -> None:
        self._reload = parts.reload
        self._answering = parts.answering
        self._recipients = parts.recipients
        self._people = parts.people
        self._replies = parts.replies
        self._guard = parts.guard

    def look(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show what a reload would do now."""
        ack()
        self._do(body, lambda place, member: preview_message(self._reload.preview(member), new_token()))

    def take(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show what a reload would do that takes the file's version of an entry edited in Slack."""
        ack()

        def work(place: Place, member: Member) -> Message:
            take = _previewed(body).take
            return preview_message(self._reload.preview(member, take=take), new_token())

        self._do(body, work)

    def apply(self, ack: Ack, body: dict[str, Any]) -> None:
        """Apply what was looked at, once, telling how far it is."""
        ack()

        def work(place: Place, member: Member) -> Message | None:
            previewed = _previewed(body)
            if not self._answering.once(f"reload:{previewed.token}"):
                return None  # pressed twice
            by = self._people.name(member.key)
            with self._telling(place, body) as progress:
                applied, last = self._reload.apply(
                    member, previewed.files, take=previewed.take, by=by, progress=progress
                )
            return applied_message(applied, last)

        self._do(body, work)

    def undo(self, ack: Ack, body: dict[str, Any]) -> None:
        """Bring the store back to before the last reload."""
        ack()

        def work(place: Place, member: Member) -> Message:
            value = pressed(body)
            if not value.isdecimal():
                raise PracticeError(_OLD_BUTTON)
            by = self._people.name(member.key)
            with self._telling(place, body) as progress:
                undone = self._reload.undo(member, int(value), by=by, progress=progress)
            return undone_message(undone)

        self._do(body, work)

    def _do(self, body: dict[str, Any], work: Callable[[Place, Member], Message | None]) -> None:
        """Do the work and show in the place of the message what came of it, or why nothing did."""
        place = clicked(body)
        try:
            try:
                said = work(place, self._recipients.member(f"{place.team}:{place.user}"))
            except Exception as error:
                said = not_done_message(apology(error).said.splitlines())
            if said is not None:
                self._teller(place, body)(said)
        except Exception as error:
            self._guard.tell(place, error)

    def _telling(self, place: Place, body: dict[str, Any]) -> AbstractContextManager[Progress]:
        return told_progress(self._teller(place, body), progress_message, editable=bool(surface(body).ts))

    def _teller(self, place: Place, body: dict[str, Any]) -> Callable[[Message], None]:
        at = surface(body)
        return lambda said: self._replies.in_place(place, at.channel, at.ts, said)


def new_token() -> str:
    """What tells one preview from every other."""
    return secrets.token_hex(8)


def _previewed(body: dict[str, Any]) -> Previewed:
    previewed = Previewed.of(pressed(body))
    if previewed is None:
        raise PracticeError(_OLD_BUTTON)
    return previewed
