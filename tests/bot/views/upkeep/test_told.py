"""What people are told without having asked, in words that are true of what they sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.views.share.sending import sent_modal
from bot.views.upkeep.told import published_message
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.initiative import Visibility
from tests.knowledge.services.sharing import content

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (ContributionState.WAITING, "It waits for a reviewer."),
        (ContributionState.PUBLISHED, "It is published."),
        (ContributionState.RETURNED, "a reviewer returned it since"),
        (ContributionState.WITHDRAWN, "you took it back since"),
        (ContributionState.DRAFT, "you took it back since"),
    ],
)
def test_a_form_delivered_again_is_told_what_is_true_by_then(state: ContributionState, said: str) -> None:
    words = str(sent_modal(Contribution("c", "T1:U1", state, content(), NOW, NOW)))
    assert said in words
    assert ("waits" in words) == (state is ContributionState.WAITING)


@pytest.mark.parametrize("visibility", Visibility)
def test_who_finds_what_was_published_is_said_as_it_is(visibility: Visibility) -> None:
    sent = Contribution("c", "T1:U1", ContributionState.PUBLISHED, content(visibility=visibility), NOW, NOW)
    limited = visibility is Visibility.AUTHORITY
    words = published_message(replace(sent, initiative="ashford-mentors"), "Rita").said
    assert ("Members of Ashford, and nobody else, who ask now find it." in words) == limited
    assert ("People who ask now find it." in words) == (not limited)
    assert ("Members of Ashford, and nobody else, who ask now find it." in str(sent_modal(sent))) == limited
