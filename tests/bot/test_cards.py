"""Cards brought up to date: what fails with it is nobody's trouble, because what was decided stands."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.cards import Cards
from knowledge.domain.contribution import Content, Contribution, ContributionState
from knowledge.domain.outbox import Message, MessageKind, Posting, PostingState
from knowledge.errors import Busy
from tests.knowledge.services.sharing import NOON

DECIDED = Contribution(
    "c1",
    "T1:U1",
    ContributionState.PUBLISHED,
    Content(title="Walks"),
    created_at=NOON,
    changed_at=NOON,
    reviewer="T1:U4",
)
HERE = ("T1", "D2", "2.0")


def busy(*_: object) -> Any:
    raise Busy("The database is busy.")


def stands(*_: object) -> tuple[Posting, ...]:
    to_review = Message("k", MessageKind.TO_REVIEW, "T1:U5", "c1")
    return (Posting(to_review, PostingState.DONE, 1, NOON, NOON, posted="T1:D1:1.0"),)


def redrawn(
    sent: Callable[..., Any] = stands, name: Callable[..., Any] = str, redraw: Callable[..., Any] | None = None
) -> list[tuple[str, str, str]]:
    """Where the decision is shown by cards of which some parts fail."""
    at: list[tuple[str, str, str]] = []
    cards = Cards(
        cast(Any, SimpleNamespace(about=sent)),
        replies=cast(
            Any, SimpleNamespace(redraw=redraw or (lambda team, channel, ts, _: at.append((team, channel, ts))))
        ),
        people=cast(Any, SimpleNamespace(name=name)),
        recipients=cast(Any, None),
        review=cast(Any, None),
        unanswered=cast(Any, None),
    )
    cards.refresh(DECIDED, HERE)
    return at


def test_a_decision_is_shown_on_every_card() -> None:
    assert redrawn() == [("T1", "D1", "1.0"), HERE]


def test_the_card_that_was_pressed_shows_it_also_when_the_others_cannot_be_told() -> None:
    assert redrawn(sent=busy) == [HERE]


@pytest.mark.parametrize("broken", [{"name": busy}, {"redraw": busy}, {"name": lambda key: 1 / 0}])
def test_a_card_that_cannot_be_redrawn_raises_nothing(broken: dict[str, Any]) -> None:
    assert redrawn(**broken) == []
