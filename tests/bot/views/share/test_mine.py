"""One's own, in words: each thing is said once."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.payloads.mine import Page
from bot.views.share.mine import mine_modal
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)


def test_what_was_returned_says_so_once_and_why() -> None:
    content = Content(authority="Ashford", title="Mentors in schools")
    returned = Contribution(
        id="f" * 32,
        by="T1:U1",
        state=ContributionState.RETURNED,
        content=content,
        created_at=NOW,
        changed_at=NOW,
        reason="Say how often.",
    )
    shown = str(mine_modal(Page(), [returned], [], []))
    assert shown.lower().count("returned") == 1
    assert "Say how often." in shown
