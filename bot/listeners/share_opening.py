"""Where sharing begins: the form opened from anywhere, and drafts continued or put away."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms, Json
from bot.listeners.parts import Parts
from bot.names import COMMAND, Subcommand, View
from bot.payloads.asked import Place
from bot.payloads.pressed import key_of, pressed
from bot.slack.refusals import BROKEN, Refusal
from bot.views.content.drafts import start_modal
from bot.views.share.share_form import about_form
from knowledge.errors import PracticeError

_SENT = f"This was sent already. {COMMAND} {Subcommand.MINE} takes it back, or edits what is published."
#: The views that a first step takes the place of.
_OPENINGS = frozenset({View.SHARE_START, View.SHARE_SIMILAR, View.SHARE_PEOPLE})


class ShareOpening:
    def __init__(self, parts: Parts) -> None:
        self._share = parts.share
        self._askers = parts.askers
        self._replies = parts.replies
        self._forms = Forms(parts)

    def from_command(self, place: Place, trigger_id: str) -> bool:
        """`/practice share`: what is unfinished first, else the first step of a new draft.

        Returns whether it is open: Slack gives three seconds, after which a button is offered instead. Raises
        NotAllowed for who cannot share.
        """
        view = self._opening(place, trigger_id)
        try:
            self._replies.open_modal(place, trigger_id, view)
        except (Refusal, *BROKEN):
            return False
        return True

    def open(self, ack: Ack, body: Json) -> None:
        """The same from a button or a shortcut."""

        def work(place: Place) -> None:
            self._forms.show(place, body, self._opening(place, str(body.get("trigger_id") or "")))

        self._forms.pressed(ack, body, work)

    def begin(self, ack: Ack, body: Json) -> None:
        """A new draft, although others are unfinished."""

        def work(place: Place) -> None:
            draft = self._share.start(self._askers.writer(place), key=key_of("begin", body.get("trigger_id")))
            self._forms.show(place, body, about_form(draft), instead_of=_OPENINGS)

        self._forms.pressed(ack, body, work)

    def resume(self, ack: Ack, body: Json) -> None:
        """Go on with a draft, from wherever it is offered."""

        def work(place: Place) -> None:
            member = self._askers.writer(place)
            draft = self._share.take_up(member, pressed(body))
            if not draft.is_writable:
                raise PracticeError(_SENT)
            inside = body.get("view") or {}
            listed = str(inside["id"]) if inside.get("callback_id") == View.PROPOSALS else ""
            self._forms.show(place, body, about_form(draft, listed=listed), instead_of=_OPENINGS)

        self._forms.pressed(ack, body, work)

    def put_away(self, ack: Ack, body: Json) -> None:
        """Offer a draft no longer."""

        def work(place: Place) -> None:
            member = self._askers.writer(place)
            self._share.discard(member, pressed(body))
            self._forms.redraw(place, str(body["view"]["id"]), start_modal(self._share.drafts(member)))

        self._forms.pressed(ack, body, work)

    def _opening(self, place: Place, trigger_id: str) -> dict[str, Any]:
        member = self._askers.writer(place)
        if drafts := self._share.drafts(member):
            return start_modal(drafts)
        return about_form(self._share.start(member, key=key_of("open", trigger_id)))
