"""Sharing by form: kept at every step, checked at its fields, sent once."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import Any

from slack_bolt import Ack

from bot.listeners.forms import Forms, Json, Reaction, becomes, field_of, part_of, wrong
from bot.listeners.outdated import outdated
from bot.listeners.parts import Parts
from bot.listeners.proposals import Proposals
from bot.listeners.share_window import Windows, step_of
from bot.names import Field, View
from bot.payloads.asked import Place, clicked
from bot.payloads.form import Choice, Step, contact_in, contact_key
from bot.payloads.pressed import form_key, pressed
from bot.views.content.drafts import kept_message
from bot.views.kit.lines import Line, bold, line
from bot.views.share.sending import not_sent_modal, sent_modal, similar_form
from bot.views.share.share_form import (
    ABOUT,
    about_form,
    authority_options,
    field_name,
    people_form,
    problem_lines,
)
from bot.views.upkeep.contact_form import contact_form
from knowledge.domain.content import Content, cleaned, is_named_alike
from knowledge.domain.contribution import Contribution
from knowledge.domain.initiative import Contact
from knowledge.domain.member import Member
from knowledge.errors import Overtaken, Problem

log = logging.getLogger(__name__)

_NOBODY = "Give at least a name, a role, a team, or a way to reach them."
_NO_THEME = "No theme suggests itself from what you wrote. Choose from the list."


class ShareForm:
    """`proposals`: the list of what a template proposes, of which a draft may be one."""

    def __init__(self, parts: Parts, proposals: Proposals) -> None:
        self._proposals = proposals
        self._share = parts.share
        self._askers = parts.askers
        self._mine = parts.mine
        self._postman = parts.postman
        self._offers = parts.offers
        self._known = parts.known_contacts
        self._find = parts.find
        self._answering = parts.answering
        self._replies = parts.replies
        self._forms = Forms(parts)
        self._windows = Windows(parts)

    # --- filling in ---------------------------------------------------------------------------------------------------

    def authorities(self, ack: Ack, body: Json) -> None:
        """What the register offers for what is being typed."""
        ack(options=authority_options(self._offers.authorities(str(body.get("value") or ""))))

    def chosen(self, ack: Ack, body: Json) -> None:
        """A choice was made: keep everything that stands in the form, typed texts too."""

        def work(place: Place) -> None:
            member = self._askers.writer(place)
            if self._windows.draft(member, body).is_writable:
                self._windows.chosen(member, body)

        self._windows.pressed(ack, body, work)

    def keep(self, ack: Ack, body: Json) -> None:
        """Keep it as a draft, and say so."""

        def work(place: Place) -> None:
            draft = self._windows.kept(self._askers.writer(place), body, leaves=form_key(body["view"]))
            said = line(bold("Kept as a draft."), " You can close this and continue whenever you like.")
            form = about_form(draft, notes=[said], listed=step_of(body).list)
            self._forms.redraw(place, str(body["view"]["id"]), form)

        self._windows.pressed(ack, body, work)

    def back(self, ack: Ack, body: Json) -> None:
        """Back to the first step."""

        def work(place: Place) -> None:
            draft = self._windows.kept(self._askers.writer(place), body)
            self._forms.redraw(place, str(body["view"]["id"]), about_form(draft, listed=step_of(body).list))

        self._windows.pressed(ack, body, work)

    def suggest_themes(self, ack: Ack, body: Json) -> None:
        """Add the themes that the text is about to those chosen."""

        def work(place: Place) -> None:
            member = self._askers.writer(place)
            draft = self._windows.kept(member, body)
            themes = tuple(dict.fromkeys((*draft.content.themes, *self._themes_of(draft.content))))
            notes = [line(_NO_THEME)] if themes == draft.content.themes == () else []
            draft = self._windows.keep(member, draft, replace(draft.content, themes=themes), body)
            self._forms.redraw(place, str(body["view"]["id"]), self._people(member, draft, step_of(body), notes))

        self._windows.pressed(ack, body, work)

    def closed(self, ack: Ack, body: Json) -> None:
        """A form was closed, of which Slack tells without what stood in it: say once that the draft is kept."""
        ack()
        place = clicked(body)
        try:
            member, step = self._askers.writer(place), step_of(body)
            draft = self._share.close(member, step.draft)
            if draft and step.list:
                self._proposals.redraw(place, member, step.list, draft.batch or "")
            elif draft and draft.is_writable and not draft.is_empty and self._answering.once(f"kept:{draft.id}"):
                self._replies.to_messages(place, kept_message(draft))
        except Exception as error:
            # Nobody waits for an answer: the form is closed, and its draft is kept, or was erased before.
            log.info("what follows the closing of a form was not done: %s", type(error).__name__)

    # --- contacts -----------------------------------------------------------------------------------------------------

    def contact(self, ack: Ack, body: Json) -> None:
        """Add a contact, or change one, in a form on top."""

        def work(place: Place) -> None:
            draft = self._windows.kept(self._askers.writer(place), body)
            meant = Step.of(pressed(body)) or Step(draft.id)
            step = Step(draft.id, meant.contact, str(body["view"]["id"]), step_of(body).list)
            contact = _contact_of(draft.content, step.contact) or Contact()
            self._forms.show(place, body, contact_form(step, contact, team=place.team))

        self._windows.pressed(ack, body, work)

    def contact_sent(self, ack: Ack, body: Json) -> None:
        """Take the contact into the draft, and show the form below with it."""

        def work(place: Place) -> Reaction:
            member, view, step = self._askers.writer(place), body["view"], step_of(body)
            draft = self._share.open(member, step.draft)
            before = _contact_of(draft.content, step.contact)
            typed = contact_in(view, place.team, before)
            if not (somebody := cleaned(Content(contacts=(typed,))).contacts):
                return wrong(view, [(Field.NAME, _NOBODY)])
            (contact,) = somebody
            content = _with_contact(draft.content, before, contact)
            number = content.contacts.index(contact)
            inside = f"contacts.{number}"
            found = [
                problem for problem in self._share.check(content, before=draft.base) if _stands_in(problem, inside)
            ]
            if found:
                return wrong(view, [(part_of(problem), problem.message) for problem in found])
            kept = self._windows.keep(member, draft, content, body)  # made of all that the draft says now
            return Reaction(then=lambda: self._forms.redraw(place, step.below, self._people(member, kept, step)))

        self._windows.sent(ack, body, work)

    # --- sending ------------------------------------------------------------------------------------------------------

    def about_sent(self, ack: Ack, body: Json) -> None:
        """From the first step to the second, once nothing is wrong in the first."""

        def work(place: Place) -> Reaction:
            member = self._askers.writer(place)
            draft = self._windows.kept(member, body)
            found = [
                problem for problem in self._share.check(draft.content, before=draft.base) if field_of(problem) in ABOUT
            ]
            if found:
                return _wrong(body["view"], found)
            content = replace(draft.content, themes=draft.content.themes or self._themes_of(draft.content))
            draft = self._windows.keep(member, draft, content, body, leaves=form_key(body["view"]))
            return becomes(self._people(member, draft, step_of(body)))

        self._windows.sent(ack, body, work)

    def people_sent(self, ack: Ack, body: Json) -> None:
        """Send it, unless something is wrong or it looks like what is there already."""

        def work(place: Place) -> Reaction:
            member, view = self._askers.writer(place), body["view"]
            draft = self._windows.kept(member, body)
            found = self._share.check(draft.content, before=draft.base)
            listed = step_of(body).list
            here = [problem for problem in found if field_of(problem) not in ABOUT]
            if listed:
                here = [problem for problem in here if problem.field != Field.NO_CHILD]
            if here:
                return _wrong(view, here)
            if elsewhere := [problem for problem in found if field_of(problem) in ABOUT]:
                return becomes(about_form(draft, notes=problem_lines(elsewhere), listed=listed))
            if listed:
                return Reaction(then=lambda: self._proposals.redraw(place, member, listed, draft.batch or ""))
            if draft.is_writable and not draft.is_edit:
                similar = self._share.similar(draft.content, member=member, initiative=draft.initiative)
                waiting = [
                    one for one in self._mine.in_hand(member).waiting if is_named_alike(one.content, draft.content)
                ]
                if similar or waiting:
                    return becomes(similar_form(draft, similar, waiting))
            return self._submitted(member, draft.id, body)

        self._windows.sent(ack, body, work)

    def different(self, ack: Ack, body: Json) -> None:
        """It is something else than what it looks like: send it."""

        def work(place: Place) -> Reaction:
            member = self._askers.writer(place)
            return self._submitted(member, step_of(body).draft, body)

        self._windows.sent(ack, body, work)

    def _submitted(self, member: Member, draft: str, body: Json) -> Reaction:
        """Send a draft, of which the reviewers are told at once; what was put away elsewhere is offered instead."""
        try:
            sent = self._share.submit(member, draft, key=form_key(body["view"]))
        except Overtaken as error:
            return becomes(not_sent_modal(str(error), self._share.open(member, draft)))
        return Reaction(becomes(sent_modal(sent)).answer, then=self._postman.kick)

    def instead(self, ack: Ack, body: Json) -> None:
        """Make the draft a change to what it looks like."""

        def work(place: Place) -> None:
            choice = Choice.of(pressed(body))
            if choice is None:
                raise outdated("form", "Close it and open it again.")
            member, view = self._askers.writer(place), body["view"]
            draft = self._share.instead(member, choice.draft, choice.other)
            if view.get("callback_id") == View.PROPOSALS:
                self._proposals.redraw(place, member, str(view["id"]), str(view.get("private_metadata") or ""))
                return
            words = "You are now changing what is published. What you typed stands here; check it and send it."
            self._forms.redraw(place, str(body["view"]["id"]), about_form(draft, notes=[line(bold(words))]))

        self._windows.pressed(ack, body, work)

    # --- within -------------------------------------------------------------------------------------------------------

    def _people(
        self, member: Member, draft: Contribution, step: Step, notes: list[Line] | None = None
    ) -> dict[str, Any]:
        known = self._known.of(draft.content.authority, member=member)
        return people_form(draft, self._find.lists.themes, known, notes=notes or [], listed=step.list)

    def _themes_of(self, content: Content) -> tuple[str, ...]:
        text = " ".join(filter(None, (content.title, content.summary, content.impact)))
        return tuple(self._offers.themes(text))


def _wrong(view: Json, problems: list[Problem]) -> Reaction:
    return wrong(view, [(field_of(problem), _worded(problem)) for problem in problems])


def _worded(problem: Problem) -> str:
    """The message, with which of several contacts or resources it is about."""
    return f"{field_name(problem)}: {problem.message}" if "." in (problem.field or "") else problem.message


def _with_contact(content: Content, before: Contact | None, contact: Contact) -> Content:
    if before is None:
        return cleaned(replace(content, contacts=(*content.contacts, contact)))
    return cleaned(replace(content, contacts=tuple(contact if one == before else one for one in content.contacts)))


def _contact_of(content: Content, key: str) -> Contact | None:
    return next((one for one in content.contacts if key and contact_key(one) == key), None)


def _stands_in(problem: Problem, inside: str) -> bool:
    return problem.field == inside or (problem.field or "").startswith(f"{inside}.")
