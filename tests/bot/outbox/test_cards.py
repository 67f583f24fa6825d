"""Cards that are to say something else: what fails with it is nobody's trouble, because what was decided stands."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.outbox.cards import Cards
from bot.views.kit.blocks import SlackMessage
from knowledge.domain.outbox import Message, MessageKind
from knowledge.errors import Busy

HERE = ("T1", "D2", "2.0")
THERE = ("T1", "D3", "3.0")
NOW = SlackMessage("as it is by now")


class Slack:
    """Notes where cards are redrawn; fails at the places named."""

    def __init__(self, *failing: tuple[str, str, str]) -> None:
        self.failing = failing
        self.redrawn: list[tuple[str, str, str]] = []

    def redraw(self, team: str, channel: str, ts: str, message: SlackMessage) -> None:
        if (team, channel, ts) in self.failing:
            raise ZeroDivisionError
        assert message is NOW
        self.redrawn.append((team, channel, ts))


class Outbox:
    def __init__(self) -> None:
        self.anew: list[str] = []

    def draw_anew(self, subject: str) -> None:
        self.anew.append(subject)


def cards(outbox: Any, slack: Slack | None = None) -> Cards:
    drawing = SimpleNamespace(redrawn=lambda sent: NOW)
    return Cards(outbox, drawing=drawing, replies=cast(Any, slack))


def test_the_card_that_was_pressed_is_drawn_at_once_whatever_fails_elsewhere() -> None:
    slack = Slack(THERE)
    cards(Outbox(), slack).at_once(MessageKind.TO_REVIEW, "c1", "T1:U5", THERE, HERE)
    assert slack.redrawn == [HERE]


def test_cards_that_cannot_be_noted_for_drawing_raise_nothing() -> None:
    def busy(subject: str) -> None:
        raise Busy("The database is busy.")

    cards(SimpleNamespace(draw_anew=busy)).renew("c1")


@pytest.mark.parametrize(
    ("kind", "shown", "anew"),
    [
        (MessageKind.TO_REVIEW, SlackMessage("for review"), ["c1"]),
        (MessageKind.UNANSWERED, SlackMessage("a question"), ["c1"]),
        (MessageKind.TO_REVIEW, NOW, []),
        (MessageKind.THANKS, SlackMessage("thanks"), []),
    ],
)
def test_a_card_about_what_changed_while_it_was_put_up_is_drawn_anew(
    kind: MessageKind, shown: SlackMessage, anew: list[str]
) -> None:
    outbox = Outbox()
    cards(outbox).put_up(Message("k", kind, "T1:U5", "c1"), shown)
    assert outbox.anew == anew
