from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.listeners.forms import Forms, Reaction
from bot.listeners.parts import Parts
from bot.payloads.asked import Place, Via
from bot.slack.refusals import Refusal
from knowledge.errors import Busy, PracticeError

PLACE = Place("T1", "U1", "", Via.CLICK)
CLICKED = {"view": {"id": "V3", "type": "modal"}, "trigger_id": "1.2"}


class Refusing:
    """Refuses to put a modal on top of another, in Slack's words; remembers in whose place one was put."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.updated: list[str] = []

    def push_modal(self, *_: object) -> None:
        raise Refusal(f"views_push: {self.code}", code=self.code)

    def update_modal(self, place: Place, view_id: str, view: object) -> None:
        self.updated.append(view_id)


def forms(replies: Refusing | None = None, promptly: object = None) -> Forms:
    return Forms(cast(Parts, SimpleNamespace(replies=replies, guard=None, promptly=promptly)))


def test_where_three_modals_stand_a_further_one_takes_the_place_of_the_last() -> None:
    replies = Refusing("push_limit_reached")
    forms(replies).show(PLACE, CLICKED, {"type": "modal"})
    assert replies.updated == ["V3"]


@pytest.mark.parametrize(("code", "said"), [("expired_trigger_id", "too long"), ("invalid_arguments", "did not open")])
def test_only_what_came_too_late_is_said_to_be_late(code: str, said: str) -> None:
    with pytest.raises(PracticeError, match=said):
        forms(Refusing(code)).show(PLACE, CLICKED, {"type": "modal"})


def test_a_form_that_was_closed_meanwhile_is_not_missed() -> None:
    class Closed(Refusing):
        def update_modal(self, *_: object) -> None:
            raise Refusal(f"views_update: {self.code}", code=self.code)

    forms(Closed("not_found")).redraw(PLACE, "V3", {"type": "modal"})
    with pytest.raises(PracticeError, match="did not show what changed"):
        forms(Closed("internal_error")).redraw(PLACE, "V3", {"type": "modal"})


def test_only_what_slack_waits_for_hurries_and_what_cannot_be_saved_in_time_stays_in_the_form() -> None:
    hurries: list[bool] = []
    acks: list[dict[str, Any]] = []
    said: list[bool] = []

    @contextmanager
    def promptly() -> Iterator[None]:
        hurries.append(True)
        try:
            yield
        finally:
            hurries.pop()

    def saved(place: Place) -> Reaction:
        said.append(bool(hurries))
        return Reaction(then=lambda: said.append(bool(hurries)))

    def busy(place: Place) -> Reaction:
        raise Busy("The database is busy.")

    body = {"user": {"id": "U1"}, "team": {"id": "T1"}, "view": {"blocks": [{"type": "input", "block_id": "title"}]}}
    for work in (saved, busy):
        forms(promptly=promptly).sent(lambda **answer: acks.append(answer), body, work)  # type: ignore[arg-type]
    assert said == [True, False]
    assert acks == [{}, {"response_action": "errors", "errors": {"title": "The database is busy."}}]


@pytest.mark.parametrize("kind", ["modal", "home"])
def test_what_went_wrong_is_said_elsewhere_where_no_form_can_say_it(kind: str) -> None:
    told: list[Exception] = []
    trouble = PracticeError("It is gone.")

    def work(place: Place) -> None:
        raise trouble

    guard = SimpleNamespace(tell=lambda place, error: told.append(error))
    parts = SimpleNamespace(replies=Refusing("expired_trigger_id"), guard=guard, promptly=None)
    body = {"user": {"id": "U1"}, "team": {"id": "T1"}, "view": {"id": "V1", "type": kind}}
    Forms(cast(Parts, parts)).pressed(cast(Any, lambda: None), body, work)
    assert told == [trouble]
