"""Everything of one's own: looked through, continued, edited, taken back, archived, restored, handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from slack_bolt import Ack

from bot.listeners.forms import Forms, Json, Reaction
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.names import Field, View
from bot.payloads.asked import Place
from bot.payloads.mine import Deed, HandingOver, Page, ToDo
from bot.payloads.pressed import form_key, key_of, pressed
from bot.payloads.state import person
from bot.slack.refusals import BROKEN, Refusal
from bot.views.kit.blocks import Block
from bot.views.kit.lines import Line, bold, line
from bot.views.share.mine import hand_over_form, mine_modal
from bot.views.share.share_form import about_form
from knowledge.domain.member import ANYONE, Member

_LIST = frozenset({View.MINE})
#: Slack stacks three modals: the form needs room for a contact's on top of it.
_READ = frozenset({View.INITIATIVE})

_DONE = {
    Deed.PUT_AWAY: "It is put away, and listed under Put away.",
    Deed.TAKE_BACK: "It is a draft of yours again.",
    Deed.ARCHIVE: "It is archived: nobody finds it any more.",
    Deed.RESTORE: "It is found again.",
}


class MyOwn:
    def __init__(self, parts: Parts) -> None:
        self._share = parts.share
        self._mine = parts.mine
        self._postman = parts.postman
        self._askers = parts.askers
        self._replies = parts.replies
        self._forms = Forms(parts)

    def from_command(self, place: Place, trigger_id: str) -> bool:
        """`/practice mine`: whether the list is open; if Slack's time was over, a button is offered instead."""
        view = self._list(self._askers.writer(place), Page())
        try:
            self._replies.open_modal(place, trigger_id, view)
        except (Refusal, *BROKEN):
            return False
        return True

    def open(self, ack: Ack, body: Json) -> None:
        """The list, or another page of it."""

        def work(place: Place) -> None:
            page = Page.of(pressed(body))
            self._forms.show(place, body, self._list(self._askers.writer(place), page), instead_of=_LIST)

        self._forms.pressed(ack, body, work)

    def edit(self, ack: Ack, body: Json) -> None:
        """The form with what is published, to be changed."""

        def work(place: Place) -> None:
            key = key_of("edit", body.get("trigger_id"))
            draft = self._share.edit(self._askers.writer(place), pressed(body), key=key)
            self._forms.show(place, body, about_form(draft), instead_of=_READ)

        self._forms.pressed(ack, body, work)

    def do(self, ack: Ack, body: Json) -> None:
        """Do what the button says, and show the list as it is then."""

        def work(place: Place) -> None:
            todo, view = ToDo.of(pressed(body)), body["view"]
            if todo is None:
                raise outdated("button", "Open the list again.")
            member, page = self._askers.writer(place), Page.of(view.get("private_metadata"))
            if todo.deed is Deed.HAND_OVER:
                handing = HandingOver(todo.id, str(view["id"]), page.value())
                title = self._title(member, todo.id)
                self._forms.show(place, body, hand_over_form(title, handing))
                return
            self._done(member, todo, key_of(form_key(view), todo.value()))
            note = [line(bold(_DONE[todo.deed]))]
            self._forms.redraw(place, str(view["id"]), self._list(member, page, note))

        self._forms.pressed(ack, body, work)

    def handed_over(self, ack: Ack, body: Json) -> None:
        """Let somebody else look after an initiative."""

        def work(place: Place) -> Reaction:
            view, member = body["view"], self._askers.writer(place)
            handing = HandingOver.of(view.get("private_metadata"))
            if handing is None:
                raise outdated("form", "Open the list again.")
            user = person(view, Field.MEMBER)
            # As Slack knows them: a role in the settings may be that of somebody who left.
            to = self._askers.chosen(replace(place, user=user)) if user else ANYONE
            held = self._mine.hand_over(member, handing.initiative, to, key=form_key(view))
            note = line(bold("It is handed over."), f" {held.initiative.title}")

            def redraw() -> None:
                self._forms.redraw(place, handing.list, self._list(member, Page.of(handing.page), [note]))

            return Reaction(then=redraw)

        self._forms.sent(ack, body, work)

    def _done(self, member: Member, todo: ToDo, key: str | None) -> None:
        match todo.deed:
            case Deed.PUT_AWAY:
                self._share.discard(member, todo.id)
            case Deed.TAKE_BACK:
                self._mine.take_back(member, todo.id)
                self._postman.kick()
            case Deed.ARCHIVE:
                self._mine.archive(member, todo.id, key=key)
            case Deed.RESTORE:
                self._mine.restore(member, todo.id, key=key)

    def _list(self, member: Member, page: Page, notes: Sequence[Line] = ()) -> Block:
        found = self._mine.in_hand(member)
        return mine_modal(
            page,
            (*found.returned, *found.drafts, *found.waiting),
            [(one.held, one.counted) for one in found.published],
            [(one.held, one.counted) for one in found.archived],
            found.put_away,
            notes=notes,
        )

    def _title(self, member: Member, initiative: str) -> str:
        found = self._mine.in_hand(member)
        held = (one.held.initiative for one in (*found.published, *found.archived))
        return next((one.title for one in held if one.id == initiative), "This initiative")
