"""The buttons of `/practice reload`: look again, apply, take a file's version, undo. Who may is for the service."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from slack_bolt import Ack

from bot.guard import apology
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.listeners.progress import meanwhile, told_progress
from bot.names import COMMAND, Subcommand
from bot.payloads.asked import Place, clicked
from bot.payloads.pressed import pressed, surface
from bot.payloads.reloading import Previewed, Undo, new_token
from bot.views.admin.reload import (
    applied_message,
    ended_message,
    not_done_message,
    preview_message,
    progress_message,
    undone_message,
)
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.member import ANYONE, Member
from knowledge.domain.reloading import Progress, Reloader
from knowledge.errors import Overtaken

log = logging.getLogger(__name__)

#: Seconds between two notes that a reload goes on here; several fit in the time after which another tells of it.
STILL = 1.5


class Reloading:
    def __init__(self, parts: Parts) -> None:
        self._reload = parts.reload
        self._askers = parts.askers
        self._directory = parts.directory
        self._replies = parts.replies
        self._postman = parts.postman
        self._guard = parts.guard

    def look(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show what a reload would do now."""
        ack()
        self._do(body, self._preview)

    def take(self, ack: Ack, body: dict[str, Any]) -> None:
        """Show what a reload would do that takes the file's version of an entry edited in Slack."""
        previewed = Previewed.of(pressed(body))
        if previewed is None:
            self._old(ack, body)
            return
        ack()
        self._do(body, lambda member: self._preview(member, take=previewed.take))

    def apply(self, ack: Ack, body: dict[str, Any]) -> None:
        """Apply what was looked at; where that would do anything else by now, show what."""
        previewed = Previewed.of(pressed(body))
        if previewed is None:
            self._old(ack, body)
            return

        def work(member: Member, by: Reloader, progress: Progress) -> SlackMessage:
            try:
                applied, last = self._reload.apply(
                    member, previewed.plan, take=previewed.take, by=by, progress=progress
                )
            except Overtaken as overtaken:
                return self._preview(member, take=previewed.take, first=str(overtaken))
            return applied_message(applied, last, new_token())

        self._once(ack, body, f"reload:{previewed.token}", work)

    def undo(self, ack: Ack, body: dict[str, Any]) -> None:
        """Bring the store back to before the last reload."""
        undo = Undo.of(pressed(body))
        if undo is None:
            self._old(ack, body)
            return

        def work(member: Member, by: Reloader, progress: Progress) -> SlackMessage:
            return undone_message(self._reload.undo(member, undo.revision, by=by, progress=progress))

        self._once(ack, body, f"undo:{undo.token}", work)

    def _preview(self, member: Member, *, take: Sequence[str] = (), first: str = "") -> SlackMessage:
        preview = self._reload.preview(member, take=take)
        return preview_message(preview, new_token(), name=self._directory.name, first=first)

    def _once(
        self, ack: Ack, body: dict[str, Any], key: str, work: Callable[[Member, Reloader, Progress], SlackMessage]
    ) -> None:
        """Do it, unless it was pressed before, and tell how far it is and what came of it.

        Kept before Slack is told that it arrived: should this process die, another tells what came of it.
        """
        place = clicked(body)
        try:
            new = self._reload.begin(place.key, key)
        except Exception as error:
            ack()
            self._say(body, _not_done(error))
            return
        ack()
        if not new:
            self._again(body, key)
            return
        tell = self._teller(body)
        try:
            with (
                meanwhile(lambda: self._reload.going_on(key), every=STILL),
                told_progress(tell, progress_message, editable=bool(surface(body).ts)) as progress,
            ):
                said = self._done(place, lambda member: work(member, self._by(place, key), progress))
            with self._reload.saying(key):
                tell(said)
        except Exception:
            log.exception("how a reload ended could not be told at once and is told by the outbox")
            self._postman.kick()

    def _again(self, body: dict[str, Any], key: str) -> None:
        """Say to who pressed again how it ended, or that a reload runs; nothing where the message says so itself."""
        try:
            if self._reload.is_at_hand(key):
                return
            said = ended_message(self._reload.ending(key))
        except Exception as error:
            self._guard.tell(clicked(body), error)
            return
        self._say(body, said)

    def _old(self, ack: Ack, body: dict[str, Any]) -> None:
        ack()
        self._say(body, _not_done(outdated("button", f"Ask for {COMMAND} {Subcommand.RELOAD} again.")))

    def _do(self, body: dict[str, Any], work: Callable[[Member], SlackMessage]) -> None:
        """Do the work and show in the place of the message what it gives, or why nothing was done."""
        self._say(body, self._done(clicked(body), work))

    def _by(self, place: Place, key: str) -> Reloader:
        return Reloader(place.key, self._directory.name(place.key), key)

    def _done(self, place: Place, work: Callable[[Member], SlackMessage]) -> SlackMessage:
        """What the work of whoever pressed gives, or why nothing was done, as much as they may know of it."""
        member = ANYONE
        try:
            member = self._askers.asking(place.key)
            return work(member)
        except Exception as error:
            return _not_done(error, member)

    def _say(self, body: dict[str, Any], said: SlackMessage) -> None:
        try:
            self._teller(body)(said)
        except Exception as error:
            self._guard.tell(clicked(body), error)

    def _teller(self, body: dict[str, Any]) -> Callable[[SlackMessage], None]:
        place, at = clicked(body), surface(body)
        return lambda said: self._replies.in_place(place, at.channel, at.ts, said)


def _not_done(error: Exception, member: Member = ANYONE) -> SlackMessage:
    # Whose role was taken back since may still press, and of whom nothing is known yet may be anybody.
    return not_done_message(apology(error, to_admin=member.is_admin).said.splitlines())
