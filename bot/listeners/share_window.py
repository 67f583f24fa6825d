"""What stands in a window of the form for sharing, kept in its draft, or apart where that went on without it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms, Json, Reaction, becomes
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.payloads.asked import Place
from bot.payloads.form import Step, filled
from bot.payloads.pressed import form_key
from bot.views.content.drafts import apart_modal
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution
from knowledge.domain.member import Member
from knowledge.services.drafts import overtaken


class KeptApart(Exception):
    """The draft was sent, or changed in another window: `kept` is the one that this window's words became."""

    def __init__(self, draft: Contribution, kept: Contribution) -> None:
        super().__init__("what was typed is kept as a draft of its own")
        self.draft = draft
        self.kept = kept

    def modal(self) -> dict[str, Any]:
        """What takes the window's place."""
        return apart_modal(str(overtaken(self.draft)), self.kept)


class Windows:
    """Keeps what windows hold, and answers them for the listeners of the form."""

    def __init__(self, parts: Parts) -> None:
        self._share = parts.share
        self._known = parts.known_contacts
        self._forms = Forms(parts)

    def draft(self, member: Member, body: Json) -> Contribution:
        """The draft of the form as it is kept."""
        return self._share.open(member, step_of(body).draft)

    def kept(self, member: Member, body: Json, **left: str | None) -> Contribution:
        """The draft with what stands in the form, saved; raises KeptApart where it no longer takes that."""
        draft = self.draft(member, body)
        known = self._known.of(draft.content.authority, member=member)
        content = filled(body["view"], draft.content, known)
        return self.keep(member, draft, content, body, seen=step_of(body).seen, **left)

    def chosen(self, member: Member, body: Json) -> None:
        """The same for a choice, of which Slack may tell only after it told of the leaving of the form."""
        self.kept(member, body, unless_left=form_key(body["view"]))

    def keep(
        self, member: Member, draft: Contribution, content: Content, body: Json, *, seen: int = 0, **left: str | None
    ) -> Contribution:
        """Save `content` as this window's; `seen` is the revision that it showed, 0 for what it does not overwrite.

        `left` is `leaves` or `unless_left` of `Share.keep`.
        """
        view = body["view"]
        window = str(view.get("root_view_id") or view.get("id") or "")
        kept = self._share.keep(member, draft.id, content, seen=seen or None, window=window, **left)
        if kept.id != draft.id:
            raise KeptApart(draft, kept)
        return kept

    def pressed(self, ack: Ack, body: Json, work: Callable[[Place], None]) -> None:
        """As `Forms.pressed`."""

        def wanted(place: Place) -> None:
            try:
                work(place)
            except KeptApart as apart:
                self._forms.redraw(place, str(body["view"]["id"]), apart.modal())

        self._forms.pressed(ack, body, wanted)

    def sent(self, ack: Ack, body: Json, work: Callable[[Place], Reaction]) -> None:
        """As `Forms.sent`."""

        def wanted(place: Place) -> Reaction:
            try:
                return work(place)
            except KeptApart as apart:
                return becomes(apart.modal())

        self._forms.sent(ack, body, wanted)


def step_of(body: Json) -> Step:
    """The step that a form carries."""
    step = Step.of(body["view"].get("private_metadata"))
    if step is None:
        raise outdated("form", "Close it and open it again.")
    return step
