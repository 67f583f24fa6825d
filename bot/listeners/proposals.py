"""What a filled-in template proposes: looked through, corrected, left out, merged, then sent at once."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace

from slack_bolt import Ack

from bot.listeners.forms import Forms, Json, Reaction, becomes, wrong
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.names import Field
from bot.payloads.asked import Asked, Place, Via, files_in
from bot.payloads.form import Choice, filled
from bot.payloads.pressed import form_key, pressed
from bot.payloads.state import held, typed
from bot.payloads.values import Asking
from bot.views.kit.blocks import Block
from bot.views.kit.lines import Line, bold, line
from bot.views.share.proposals import LISTED, proposals_form, reading_modal, sent_all_modal, template_form
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution
from knowledge.domain.member import Member
from knowledge.domain.permissions import Action as Permission
from knowledge.domain.permissions import require
from knowledge.errors import Overtaken, Refused

_NOT_CONFIRMED = "Please confirm that no child or family can be identified from any of these."
_NOTHING_GIVEN = "Choose a file, or paste the text of the template."


class Proposals:
    def __init__(self, parts: Parts) -> None:
        self._share = parts.share
        self._templates = parts.templates
        self._postman = parts.postman
        self._askers = parts.askers
        self._answering = parts.answering
        self._forms = Forms(parts)

    # --- handing a template in ----------------------------------------------------------------------------------------

    def open_template(self, ack: Ack, body: Json) -> None:
        """The form into which a template is put, on top of the form or by itself."""

        def work(place: Place) -> None:
            require(self._askers.writer(place), Permission.SUBMIT)  # before they look for a file; asked again with it
            self._forms.show(place, body, template_form())

        self._forms.pressed(ack, body, work)

    def template_sent(self, ack: Ack, body: Json) -> None:
        """Keep what was handed in, say so, then read it: the proposals come as a message, whatever happens here."""

        def work(place: Place) -> Reaction:
            view = body["view"]
            files = files_in(held(view, Field.FILE).get("files"))
            text = typed(view, Field.TEXT).strip()
            if not files and not text:
                return wrong(view, [(Field.FILE, _NOTHING_GIVEN)])
            private = Place(place.team, place.user, place.user, Via.DIRECT, direct=True)
            key = form_key(view) or secrets.token_hex(16)
            asked = Asked(f"template:{key}", private, Asking(text), files, is_form=True)
            new = self._answering.receive(asked)
            return Reaction(
                becomes(reading_modal()).answer, then=(lambda: self._answering.answer(asked)) if new else None
            )

        self._forms.sent(ack, body, work)

    # --- looking through ----------------------------------------------------------------------------------------------

    def open(self, ack: Ack, body: Json) -> None:
        """Show the list."""

        def work(place: Place) -> None:
            self._forms.show(place, body, self._list(self._askers.writer(place), pressed(body)))

        self._forms.pressed(ack, body, work)

    def leave_out(self, ack: Ack, body: Json) -> None:
        """Leave one out of what is sent."""
        self._changed(ack, body, lambda member: self._share.discard(member, pressed(body)))

    def merge(self, ack: Ack, body: Json) -> None:
        """Make one of two that stand next to each other."""
        choice = Choice.of(pressed(body))

        def work(member: Member) -> None:
            if choice is None:
                raise outdated("button", "Open the list again.")
            self._templates.merge(member, choice.draft, choice.other)

        self._changed(ack, body, work)

    def redraw(self, place: Place, member: Member, view_id: str, batch: str) -> None:
        """Show the list again as it stands now, in the open view with this id."""
        self._forms.redraw(place, view_id, self._list(member, batch))

    # --- sending ------------------------------------------------------------------------------------------------------

    def sent(self, ack: Ack, body: Json) -> None:
        """Send all that is shown, or show what has to be put right first; then what was not shown yet."""

        def work(place: Place) -> Reaction:
            member, view = self._askers.writer(place), body["view"]
            batch = str(view.get("private_metadata") or "")
            drafts = self._unsent(member, batch)[:LISTED]
            if not filled(view, Content()).no_child:
                return wrong(view, [(Field.NO_CHILD, _NOT_CONFIRMED)])
            confirmed = {one.id: replace(one.content, no_child=True) for one in drafts}
            try:
                sent = self._share.submit_all(member, confirmed, key=form_key(view))
            except Refused:
                note = line(bold("Nothing was sent yet."), " Please put right what stands under each, or leave it out.")
                return becomes(self._list(member, batch, [note]))
            if self._unsent(member, batch):
                # Pressed twice, the second sends none: what it shows were the others then.
                done = f"{number} were sent." if (number := _sent(sent)) else "The first were sent."
                others = self._list(member, batch, [line(bold(f"{done} These are the others."))])
                return Reaction(becomes(others).answer, then=self._postman.kick)
            every = sent or self._templates.batch(member, batch)
            after = sent_all_modal(every) if every else self._list(member, batch)
            return Reaction(becomes(after).answer, then=self._postman.kick)

        self._forms.sent(ack, body, work)

    # --- within -------------------------------------------------------------------------------------------------------

    def _changed(self, ack: Ack, body: Json, change: Callable[[Member], object]) -> None:
        def work(place: Place) -> None:
            member = self._askers.writer(place)
            view, batch = str(body["view"]["id"]), str(body["view"].get("private_metadata") or "")
            try:
                change(member)
            except Overtaken:
                self.redraw(place, member, view, batch)  # it no longer is as this list said
                raise
            self.redraw(place, member, view, batch)

        self._forms.pressed(ack, body, work)

    def _list(self, member: Member, batch: str, notes: Sequence[Line] = ()) -> Block:
        drafts = self._unsent(member, batch)
        shown = drafts[:LISTED]
        problems = {
            one.id: [each for each in self._share.check(one.content, before=one.base) if each.field != Field.NO_CHILD]
            for one in shown
        }
        similar = {
            one.id: self._share.similar(one.content, member=member, initiative=one.initiative)
            for one in shown
            if not one.is_edit
        }
        return proposals_form(batch, drafts, problems, similar, notes=notes)

    def _unsent(self, member: Member, batch: str) -> list[Contribution]:
        return [one for one in self._templates.batch(member, batch) if one.is_writable] if batch else []


def _sent(drafts: Sequence[Contribution]) -> int:
    return len([one for one in drafts if not one.is_writable])
