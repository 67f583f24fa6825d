"""What reviewers press and send: look, publish, publish with edits, return. Who may is for the service to say."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from typing import Any

from slack_bolt import Ack

from bot.guard import apology
from bot.listeners.forms import Forms, said_inside
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.names import COMMAND, Field, Subcommand, View
from bot.outbox.cards import undoing_nothing
from bot.payloads.asked import Place, clicked
from bot.payloads.pressed import pressed, surface
from bot.payloads.reviewed import Reviewed, edited
from bot.payloads.state import typed
from bot.views.kit.blocks import Block
from bot.views.kit.lines import Line, line
from bot.views.kit.notice import notice_modal
from bot.views.review.review import decision_words, look_modal
from bot.views.review.review_forms import (
    edit_again_modal,
    edit_modal,
    input_errors,
    return_modal,
    typed_words,
)
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.member import Member, is_member
from knowledge.domain.outbox import MessageKind
from knowledge.domain.review import Look
from knowledge.errors import Overtaken, PracticeError, Refused

log = logging.getLogger(__name__)

_OLD = f"{COMMAND} {Subcommand.REVIEW} lists what waits."
_PUBLISHED = "Published: readers see it from now on."
_RETURNED = "Returned, with your reason."


class Reviewing:
    def __init__(self, parts: Parts) -> None:
        self._review = parts.review
        self._find = parts.find
        self._askers = parts.askers
        self._replies = parts.replies
        self._guard = parts.guard
        self._directory = parts.directory
        self._cards = parts.cards
        self._postman = parts.postman
        self._promptly = parts.promptly
        self._forms = Forms(parts)

    def look(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open everything there is to see of a submission, with the decisions under it."""
        ack()

        def work(place: Place, member: Member, reviewed: Reviewed) -> None:
            look = self._review.look(member, reviewed.id)
            view = look_modal(look, self._directory.name(look.contribution.by), self._find.lists)
            self._forms.show(place, body, view)

        self._pressed(body, work)

    def publish(self, ack: Ack, body: dict[str, Any]) -> None:
        """Publish what was shown, exactly."""
        ack()

        def work(place: Place, member: Member, reviewed: Reviewed) -> None:
            one = self._review.publish(
                member, reviewed.id, key=_once("publish", reviewed), seen=reviewed.seen, over=reviewed.over
            )
            self._decided(one, body, place)
            if view := surface(body).view:
                self._forms.redraw(place, view, _outcome([line(_PUBLISHED)]))

        self._pressed(body, work)

    def open_edit(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open the form in which a reviewer puts right what is then published."""
        ack()

        def work(place: Place, member: Member, reviewed: Reviewed) -> None:
            # What they saw is what they rewrite: it is not to fail only once they have.
            look = _waiting(self._review.look_again(member, reviewed.id, seen=reviewed.seen, over=reviewed.over))
            self._forms.show(place, body, edit_modal(look.content, reviewed, self._find.lists))

        self._pressed(body, work)

    def open_return(self, ack: Ack, body: dict[str, Any]) -> None:
        """Open the form that asks why it is returned."""
        ack()

        def work(place: Place, member: Member, reviewed: Reviewed) -> None:
            look = _waiting(self._review.look(member, reviewed.id))
            form = return_modal(look.content.title, reviewed, reaches=is_member(look.contribution.by))
            self._forms.show(place, body, form)

        self._pressed(body, work)

    def publish_edited(self, ack: Ack, body: dict[str, Any]) -> None:
        """Publish what the reviewer made of it; what is wrong with it is said at its field."""

        def work(place: Place, member: Member, reviewed: Reviewed) -> Contribution:
            content = edited(body["view"], self._review.look(member, reviewed.id).content)
            key = _once("publish", reviewed)
            return self._review.publish(member, reviewed.id, content, key=key, seen=reviewed.seen, over=reviewed.over)

        self._sent(ack, body, work, _PUBLISHED)

    def give_back(self, ack: Ack, body: dict[str, Any]) -> None:
        """Return it with the reason that was typed."""

        def work(place: Place, member: Member, reviewed: Reviewed) -> Contribution:
            reason = typed(body["view"], Field.REASON)
            return self._review.give_back(
                member, reviewed.id, reason, key=_once("return", reviewed), seen=reviewed.seen
            )

        self._sent(ack, body, work, _RETURNED)

    def _pressed(self, body: dict[str, Any], work: Callable[[Place, Member, Reviewed], None]) -> None:
        place = clicked(body)
        reviewed = Reviewed.of(pressed(body))
        try:
            if reviewed is None:
                raise outdated("button", _OLD)
            try:
                work(place, self._askers.writer(place), reviewed)
            except Overtaken as error:
                look = self._refresh(reviewed.id, body, place)
                if not self._shown_again(look, body, place, error):
                    raise
        except Exception as error:
            self._tell(body, place, error)

    def _sent(
        self,
        ack: Ack,
        body: dict[str, Any],
        work: Callable[[Place, Member, Reviewed], Contribution],
        done: str,
    ) -> None:
        """A form was sent: decide before the ack, which carries what is wrong or what came of it."""
        place = clicked(body)
        reviewed = Reviewed.of(body["view"].get("private_metadata"))
        member: Member | None = None
        try:
            if reviewed is None:
                raise outdated("form", _OLD)
            with self._promptly():
                member = self._askers.writer(place)
                one = work(place, member, reviewed)
        except Refused as error:
            ack(response_action="errors", errors=input_errors(error.problems, body["view"]))
        except Overtaken as error:
            assert reviewed is not None
            assert member is not None
            ack(response_action="update", view=self._overtaken(error, body["view"], member, reviewed))
            self._refresh(reviewed.id, body, place)
        except Exception as error:
            # Nobody decided meanwhile: what was typed stays, to be sent again.
            ack(**said_inside(body["view"], error).answer)
        else:
            ack(response_action="update", view=_outcome([line(done)]))
            self._decided(one, body, place)

    def _overtaken(self, error: Overtaken, view: dict[str, Any], member: Member, reviewed: Reviewed) -> dict[str, Any]:
        """What becomes of a form that came too late: nothing that was typed into it is lost."""
        words = _words(error, self._directory.name_at_hand)
        if view.get("callback_id") == View.REVIEW_RETURN:
            return _outcome(words, typed(view, Field.REASON))
        try:
            look = self._review.look(member, reviewed.id)
        except PracticeError:
            return _outcome(words, typed_words(Content(), edited(view, Content())))
        content, one = edited(view, look.content), look.contribution
        if one.state is ContributionState.WAITING and one.revision == reviewed.seen:
            return edit_again_modal(look, content, words, self._find.lists)
        return _outcome(words, typed_words(look.content, content))

    def _decided(self, one: Contribution, body: dict[str, Any], place: Place) -> None:
        """Have whoever is to be told told, and every card drawn anew; what fails here undoes nothing."""
        with undoing_nothing():
            self._postman.kick()
        self._show(one.id, body, place)

    def _refresh(self, id: str, body: dict[str, Any], place: Place) -> Look | None:
        """Bring every card up to date: with the decision, or with what an edit that waits changes by now."""
        look: Look | None = None
        with undoing_nothing():
            look = self._review.look(self._askers.writer(place), id)
            if look.contribution.state is ContributionState.WAITING:
                self._cards.renew(id)
                self._postman.kick()
            self._show(id, body, place)
        return look

    def _show(self, id: str, body: dict[str, Any], place: Place) -> None:
        """Show on the card that was pressed how it stands, without waiting for the others."""
        self._cards.at_once(MessageKind.TO_REVIEW, id, place.key, *surface(body).messages(place.team))

    def _shown_again(self, look: Look | None, body: dict[str, Any], place: Place, error: Overtaken) -> bool:
        """Whether the open modal shows what is to be decided as it stands now, with why on top."""
        view = surface(body).view
        if not view or look is None or look.contribution.state is not ContributionState.WAITING:
            return False
        words = _words(error, self._directory.name)
        drawn = look_modal(look, self._directory.name(look.contribution.by), self._find.lists, words)
        self._replies.update_modal(place, view, drawn)
        return True

    def _tell(self, body: dict[str, Any], place: Place, error: Exception) -> None:
        """Say what went wrong where the person is looking: in the open modal, else beside the card."""
        if not isinstance(error, Overtaken) and not surface(body).view:
            self._guard.tell(place, error)
            return
        lines = _words(error, self._directory.name)
        try:
            if view := surface(body).view:
                self._replies.update_modal(place, view, _outcome(lines))
                return
        except Exception:
            log.exception("a modal could not be brought up to date")
        self._guard.tell(place, PracticeError("\n".join(each.plain for each in lines)))


def _waiting(look: Look) -> Look:
    one = look.contribution
    if one.state is not ContributionState.WAITING:
        raise Overtaken(decision_words(one, "another reviewer"), by=one.reviewer or "")
    return look


def _words(error: Exception, name: Callable[[str], str | None]) -> list[Line]:
    lines = [line(row) for row in apology(error).said.splitlines()]
    if isinstance(error, Overtaken) and error.by and (who := name(error.by)):
        lines.append(line(f"It was {who}."))
    return lines


def _once(what: str, reviewed: Reviewed) -> str:
    """The key of a decision on one state of a submission: pressed twice, it is taken once."""
    return f"{what}:{reviewed.id}:{reviewed.seen}"


def _outcome(lines: Sequence[Line], words: str = "") -> Block:
    return notice_modal("Review", lines, typed=words, ends=True)
