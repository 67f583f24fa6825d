"""What reviewers press, where Slack or the store does not play along."""

from __future__ import annotations

from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.listeners.review import Reviewing
from bot.names import View
from bot.payloads.reviewed import Reviewed
from bot.slack.refusals import NotTold, Refusal
from knowledge.domain.content import Content
from knowledge.domain.contribution import ContributionState
from knowledge.domain.lists import Lists
from knowledge.domain.member import Member
from knowledge.errors import Busy, NotFound, Overtaken

WAITS = SimpleNamespace(
    content=Content(title="Walks"),
    contribution=SimpleNamespace(state=ContributionState.WAITING, by="T1:U1", revision=2),
)
VIEW = {
    "id": "V1",
    "type": "modal",
    "private_metadata": Reviewed("c1", 1).value(),
    "blocks": [{"type": "input", "block_id": "reason"}],
    "state": {"values": {"reason": {"reason": {"type": "plain_text_input", "value": "Too short."}}}},
}
OVERTAKEN = Overtaken("Somebody else published it.", by="T1:U5")
BODY = {
    "user": {"id": "U4", "team_id": "T1"},
    "team": {"id": "T1"},
    "trigger_id": "1.2",
    "view": VIEW,
    "actions": [{"value": Reviewed("c1", 1).value()}],
}


class Slack:
    """Notes what is put in the place of a modal; refuses to put one on top in Slack's words."""

    def __init__(self, code: str = "") -> None:
        self.code = code
        self.shown: list[dict[str, Any]] = []

    def push_modal(self, *_: object) -> None:
        raise Refusal(f"views_push: {self.code}", code=self.code)

    def update_modal(self, place: object, view_id: str, view: dict[str, Any]) -> None:
        self.shown.append(view)


class Review:
    """Gives what waits, and does not decide on it."""

    def __init__(self, trouble: Exception) -> None:
        self.trouble = trouble

    def look(self, member: Member, id: str) -> object:
        return WAITS

    def give_back(self, member: Member, id: str, reason: str, **_: object) -> None:
        raise self.trouble


def reviewing(slack: Slack, trouble: Exception = OVERTAKEN, *, known: int = 99) -> Reviewing:
    """The listeners, for a reviewer of whom Slack tells so often who they are."""
    asked: list[object] = []

    def writer(place: object) -> Member:
        asked.append(place)
        if len(asked) > known:
            raise NotTold("Slack does not say who you are.")
        return Member(key="T1:U4")

    parts = SimpleNamespace(
        review=Review(trouble),
        find=SimpleNamespace(lists=Lists()),
        askers=SimpleNamespace(writer=writer),
        replies=slack,
        guard=None,
        directory=SimpleNamespace(name=lambda key: "Sam", name_at_hand=lambda key: None),
        cards=SimpleNamespace(refresh=lambda *_: None),
        postman=None,
        promptly=nullcontext,
    )
    return Reviewing(cast(Any, parts))


def test_where_three_modals_stand_a_review_form_takes_the_place_of_the_last() -> None:
    slack = Slack("push_limit_reached")
    reviewing(slack).open_return(lambda: None, BODY)  # type: ignore[arg-type]
    assert [view["submit"]["text"] for view in slack.shown] == ["Return it"]


@pytest.mark.parametrize(("code", "said"), [("expired_trigger_id", "too long"), ("invalid_arguments", "did not open")])
def test_only_a_review_form_that_came_too_late_is_said_to_be_late(code: str, said: str) -> None:
    slack = Slack(code)
    reviewing(slack).open_return(lambda: None, BODY)  # type: ignore[arg-type]
    assert said in str(slack.shown)


def test_what_follows_a_decision_that_came_second_is_no_failure_of_the_form() -> None:
    acks: list[dict[str, Any]] = []
    reviewing(Slack(), known=1).give_back(lambda **answer: acks.append(answer), BODY)  # type: ignore[arg-type]
    assert ["Somebody else published it." in str(answer) for answer in acks] == [True]


def test_a_decision_that_cannot_be_saved_now_leaves_what_was_typed_in_its_form() -> None:
    acks: list[dict[str, Any]] = []
    trouble = Busy("The database is busy.")
    reviewing(Slack(), trouble).give_back(lambda **answer: acks.append(answer), BODY)  # type: ignore[arg-type]
    assert acks == [{"response_action": "errors", "errors": {"reason": "The database is busy."}}]


def test_the_reason_for_returning_is_shown_where_somebody_was_first() -> None:
    acks: list[dict[str, Any]] = []
    returning = {**BODY, "view": {**VIEW, "callback_id": View.REVIEW_RETURN}}
    reviewing(Slack()).give_back(lambda **answer: acks.append(answer), returning)  # type: ignore[arg-type]
    (answer,) = acks
    assert "Somebody else published it." in str(answer)
    assert "Too short." in str(answer)


def test_what_a_reviewer_wrote_is_shown_where_it_was_taken_back_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = iter([WAITS])

    def look(*_: object) -> object:
        if (waiting := next(looks, None)) is None:
            raise NotFound("It was taken back.")
        return waiting

    def publish(*_: object, **__: object) -> None:
        raise OVERTAKEN

    monkeypatch.setattr(Review, "look", look)
    monkeypatch.setattr(Review, "publish", publish, raising=False)
    typed = {"type": "plain_text_input", "value": "Elders sing."}
    form = {**VIEW, "callback_id": View.REVIEW_EDIT, "state": {"values": {"summary": {"summary": typed}}}}
    acks: list[dict[str, Any]] = []
    reviewing(Slack()).publish_edited(lambda **answer: acks.append(answer), {**BODY, "view": form})  # type: ignore[arg-type]
    (answer,) = acks
    assert "Somebody else published it." in str(answer)
    assert "Elders sing." in str(answer)
