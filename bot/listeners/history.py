"""An initiative's history: its versions, one of them read whole, and one brought back."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.payloads.asked import Place
from bot.payloads.history import Numbered
from bot.payloads.pressed import key_of, pressed, surface
from bot.views.content.initiative import initiative_modal
from bot.views.kit.lines import line
from bot.views.kit.notice import notice_modal
from bot.views.review.history import history_modal, version_modal


class History:
    def __init__(self, parts: Parts) -> None:
        self._mine = parts.mine
        self._find = parts.find
        self._directory = parts.directory
        self._askers = parts.askers
        self._forms = Forms(parts)

    def list(self, ack: Ack, body: dict[str, Any]) -> None:
        """Every version, the newest first."""

        def work(place: Place) -> None:
            versions = self._mine.history(self._askers.writer(place), pressed(body))
            self._forms.show(place, body, history_modal(versions, self._directory.name))

        self._forms.pressed(ack, body, work)

    def read(self, ack: Ack, body: dict[str, Any]) -> None:
        """One version whole."""

        def work(place: Place) -> None:
            wanted = _wanted(body)
            member = self._askers.writer(place)
            version, is_newest = self._mine.version(member, wanted.initiative, wanted.number)
            shown = initiative_modal(version.content, self._find.lists)
            drawn = version_modal(version, shown, self._directory.name, restorable=not is_newest)
            self._forms.show(place, body, drawn)

        self._forms.pressed(ack, body, work)

    def restore(self, ack: Ack, body: dict[str, Any]) -> None:
        """Bring an earlier version back, as a new one."""

        def work(place: Place) -> None:
            wanted, view = _wanted(body), surface(body).view
            key = key_of(view, wanted.number)
            self._mine.restore_version(self._askers.writer(place), wanted.initiative, wanted.number, key=key)
            said = f"Version {wanted.number} is back: readers see it from now on. The one before it is kept."
            self._forms.redraw(place, view, notice_modal("History", [line(said)], ends=True))

        self._forms.pressed(ack, body, work)


def _wanted(body: dict[str, Any]) -> Numbered:
    wanted = Numbered.of(pressed(body))
    if wanted is None:
        raise outdated("button", "Open the initiative again.")
    return wanted
