"""A contribution goes from one state to another by the table of moves, and by nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from knowledge.domain.content import Content
from knowledge.domain.contribution import MOVES, Contribution, ContributionState

THEN = datetime(2026, 11, 23, 12, tzinfo=UTC)
NOW = THEN + timedelta(days=1)
EVERY_PAIR = [*product(ContributionState, ContributionState)]
ALLOWED = [(before, after) for before, after in EVERY_PAIR if after in MOVES[before]]


def one_that_is(state: ContributionState) -> Contribution:
    return Contribution("c1", "T1:U1", state, Content(title="Mentors"), THEN, THEN, reason="Say more.")


@pytest.mark.parametrize(("before", "after"), ALLOWED)
def test_an_allowed_move_changes_the_state_and_since_when_and_nothing_else(
    before: ContributionState, after: ContributionState
) -> None:
    moved = one_that_is(before).moved(after, NOW)
    assert (moved.state, moved.changed_at) == (after, NOW)
    assert (moved.content, moved.created_at, moved.reason) == (Content(title="Mentors"), THEN, "Say more.")


@pytest.mark.parametrize(("before", "after"), [pair for pair in EVERY_PAIR if pair not in ALLOWED])
def test_a_move_that_the_table_does_not_have_is_never_made(before: ContributionState, after: ContributionState) -> None:
    with pytest.raises(ValueError, match=f"What is {before} never becomes {after}"):
        one_that_is(before).moved(after, NOW)
