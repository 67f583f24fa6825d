"""How forms are answered: within Slack's three seconds, whatever goes wrong, and without losing what was typed.

What a form asks for is saved before Slack is told what to do with it. So it waits for the database no longer than Slack
waits for it: where others hold that up, the form stays, says so, and can be sent again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from slack_bolt import Ack

from bot.guard import apology
from bot.listeners.parts import Parts
from bot.names import View
from bot.payloads.asked import Place, clicked
from bot.payloads.form import field_ids
from bot.slack.refusals import BROKEN, Refusal
from bot.views.kit.blocks import Block
from bot.views.kit.inputs import field_errors
from bot.views.kit.lines import line
from bot.views.kit.notice import notice_modal
from knowledge.errors import PracticeError, Problem, Refused

log = logging.getLogger(__name__)

TOO_LATE = "That took too long for Slack to open it. Please press the button again."

NOT_SHOWN = "Slack did not open this. Close what is open and try again; if it happens again, tell an admin."

NOT_REDRAWN = "Slack did not show what changed. It is kept: close this and open it again to see it."

Json = dict[str, Any]


@dataclass(frozen=True)
class Reaction:
    """What Slack is to do with a form that was sent, and what is done once Slack was told."""

    answer: Json = field(default_factory=dict)
    then: Callable[[], None] | None = None


def becomes(view: Block) -> Reaction:
    """Put another view in the form's place."""
    return Reaction({"response_action": "update", "view": view})


def wrong(view: Json, problems: list[tuple[str, str]]) -> Reaction:
    """Show what is wrong at its field: (field, words); at the first field what has none of its own there."""
    ids = field_ids(view)
    first = next(iter(ids.values()))
    found = field_errors((ids.get(name, first), words) for name, words in problems)
    return Reaction({"response_action": "errors", "errors": found})


def field_of(problem: Problem) -> str:
    """The field of a problem as forms name it: "contacts" for "contacts.0.email"."""
    return (problem.field or "").partition(".")[0]


def part_of(problem: Problem) -> str:
    """The same in a form for one contact: "email" for "contacts.0.email"."""
    return (problem.field or "").rpartition(".")[2]


def refused(view: Json, error: Refused, *, field: Callable[[Problem], str] = field_of, otherwise: str = "") -> Reaction:
    """Show each problem of what was refused at its field; the refusal's own words at `otherwise` where it has none."""
    return wrong(view, [(field(each), each.message) for each in error.problems] or [(otherwise, str(error))])


class Forms:
    """Opens, answers and redraws forms for the listeners."""

    def __init__(self, parts: Parts) -> None:
        self._replies = parts.replies
        self._guard = parts.guard
        self._promptly = parts.promptly

    def show(self, place: Place, body: Json, view: Block, *, instead_of: frozenset[View] = frozenset()) -> None:
        """Show a modal where the person clicked: in the place of the one they are in, on top of it, or by itself.

        Raises PracticeError when Slack's three seconds were over, when it refuses, or breaks off.
        """
        inside = body.get("view") or {}
        try:
            if inside.get("type") == "modal" and inside.get("callback_id") in instead_of:
                self._replies.update_modal(place, str(inside["id"]), view)
            elif inside.get("type") == "modal":
                self._push(place, body, view)
            else:
                self._replies.open_modal(place, str(body.get("trigger_id", "")), view)
        except Refusal as refusal:
            log.warning("Slack did not show a form: %s", refusal)
            raise PracticeError(TOO_LATE if "trigger" in refusal.code else NOT_SHOWN) from refusal
        except BROKEN as error:
            # It may stand open all the same: then it can be used.
            log.warning("whether a form was shown is not known: %s", type(error).__name__)
            raise PracticeError(NOT_SHOWN) from error

    def _push(self, place: Place, body: Json, view: Block) -> None:
        """Put a modal on top of the one in which the person clicked, or in its place where three stand already."""
        try:
            self._replies.push_modal(place, str(body.get("trigger_id", "")), view)
        except Refusal as refusal:
            if refusal.code != "push_limit_reached":
                raise
            self._replies.update_modal(place, str(body["view"]["id"]), view)

    def redraw(self, place: Place, view_id: str, view: Block) -> None:
        """Put `view` in the place of an open one; nothing happens when it was closed meanwhile.

        Raises PracticeError when Slack refuses it for another reason, or breaks off.
        """
        try:
            self._replies.update_modal(place, view_id, view)
        except Refusal as refusal:
            log.info("a form could not be redrawn: %s", refusal)
            if refusal.code != "not_found":
                raise PracticeError(NOT_REDRAWN) from refusal
        except BROKEN as error:
            log.warning("whether a form was redrawn is not known: %s", type(error).__name__)
            raise PracticeError(NOT_REDRAWN) from error

    def pressed(self, ack: Ack, body: Json, work: Callable[[Place], None]) -> None:
        """Acknowledge a button or a choice and do its work; what goes wrong is said on top of the form."""
        ack()
        place = clicked(body)
        try:
            work(place)
        except Exception as error:
            self._tell(place, body, error)

    def sent(self, ack: Ack, body: Json, work: Callable[[Place], Reaction]) -> None:
        """Do the work of a form that was sent and tell Slack what to do with it; what goes wrong is said inside it."""
        view = body["view"]
        try:
            with self._promptly():
                reaction = work(clicked(body))
        except Exception as error:
            reaction = said_inside(view, error)
        ack(**reaction.answer)
        if reaction.then is not None:
            try:
                reaction.then()
            except Exception:
                # The form was taken and its content kept; raising here would lose the ack.
                log.exception("what follows a form could not be done")
                self._guard.tell(clicked(body), PracticeError(NOT_REDRAWN))

    def _tell(self, place: Place, body: Json, error: Exception) -> None:
        if (body.get("view") or {}).get("type") == "modal":
            said = apology(error).said.splitlines()
            try:
                notice = notice_modal("Not done", [line(each) for each in said])
                self._replies.push_modal(place, str(body.get("trigger_id", "")), notice)
                return
            except Exception as failure:
                log.warning("a form could not say what went wrong: %s", failure)
        self._guard.tell(place, error)


def said_inside(view: Json, error: Exception) -> Reaction:
    """Say what went wrong inside the form that was sent, which keeps what was typed."""
    said = apology(error).said
    if field_ids(view):
        return wrong(view, [("", said)])
    return becomes(notice_modal("Not done", [line(each) for each in said.splitlines()]))
