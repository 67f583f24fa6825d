from __future__ import annotations

from typing import cast

import pytest

from bot.guard import Guard
from bot.listeners.forms import Forms
from bot.payloads.asked import Place, Via
from bot.replies import Refusal, Replies
from knowledge.errors import PracticeError

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


def forms(replies: Refusing) -> Forms:
    return Forms(cast(Replies, replies), cast(Guard, None))


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
