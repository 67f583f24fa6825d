"""Cards brought up to date: what fails with it is nobody's trouble, because what was decided stands."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any, cast

import pytest

from bot.outbox.cards import Cards
from bot.views.review.review import erased_card
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.outbox import Message, MessageKind, Posting, PostingState
from knowledge.errors import Busy, NotFound
from tests.clock import NOON

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


def stands(kind: MessageKind, *_: object) -> tuple[Posting, ...]:
    place = "T1:D1:1.0" if kind is MessageKind.TO_REVIEW else "T1:D3:3.0"
    return (Posting(Message("k", kind, "T1:U5", "c1"), PostingState.DONE, 1, NOON, posted=place),)


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
        directory=cast(Any, SimpleNamespace(name=name)),
        askers=cast(Any, None),
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


@pytest.mark.parametrize(("kind", "at"), [(MessageKind.TO_REVIEW, "D1"), (MessageKind.UNANSWERED, "D3")])
def test_a_card_put_up_about_what_was_erased_meanwhile_says_nothing_of_it(kind: MessageKind, at: str) -> None:
    def gone(*_: object) -> Any:
        raise NotFound("There is no such submission.")

    drawn: list[object] = []
    cards = Cards(
        cast(Any, SimpleNamespace(about=stands)),
        replies=cast(Any, SimpleNamespace(redraw=lambda team, channel, ts, card: drawn.append((channel, card)))),
        directory=cast(Any, None),
        askers=cast(Any, SimpleNamespace(by_key=lambda to: None)),
        review=cast(Any, SimpleNamespace(look=gone)),
        unanswered=cast(Any, SimpleNamespace(look=gone)),
    )
    cards.put_up(Message("k", kind, "T1:U5", "c1"))
    assert drawn == [(at, erased_card())]
