"""One's own, in words: each thing is said once."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from bot.names import Action
from bot.payloads.mine import Page, Part
from bot.views.content.drafts import DRAFTS_SHOWN, start_modal, title_of
from bot.views.kit.blocks import VIEW_BYTES
from bot.views.share.mine import PAGE, mine_modal
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.upkeep import Counted
from knowledge.domain.version import Held
from tests.factories import an_initiative

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


def test_titles_of_any_length_leave_the_list_and_the_offer_of_drafts_fit_to_be_shown() -> None:
    endless = Content(authority="Ashford", title="ش" * 3000)
    drafts = [
        Contribution(f"{number:032}", "T1:U1", ContributionState.RETURNED, endless, NOW, NOW, reason="ش" * 3000)
        for number in range(PAGE)
    ]
    for view in (mine_modal(Page(), drafts, [], []), start_modal(drafts)):
        assert len(json.dumps(view)) < VIEW_BYTES


def test_drafts_beyond_those_that_are_offered_are_told_of() -> None:
    drafts = [
        Contribution(f"{number:032}", "T1:U1", ContributionState.DRAFT, Content(title="Mentors"), NOW, NOW)
        for number in range(DRAFTS_SHOWN + 2)
    ]
    assert "and 2 more: /practice mine lists all of them." in str(start_modal(drafts)["blocks"][-1])
    assert "more:" not in str(start_modal(drafts[:DRAFTS_SHOWN]))


@pytest.mark.parametrize(
    ("state", "offered"),
    [
        (ContributionState.DRAFT, ["Continue", "Put away"]),
        (ContributionState.RETURNED, ["Put right and send", "Put away"]),
        (ContributionState.WAITING, ["Take back"]),
        (ContributionState.WITHDRAWN, ["Take up again"]),
    ],
)
def test_what_can_be_done_with_a_draft_hangs_on_how_it_stands(state: ContributionState, offered: list[str]) -> None:
    one = Contribution("f" * 32, "T1:U1", state, Content(title="Mentors"), NOW, NOW)
    *_, row = mine_modal(Page(), [one], [], [])["blocks"]
    assert [button["text"]["text"] for button in row["elements"]] == offered


@pytest.mark.parametrize(
    ("content", "called"),
    [
        (Content(title="Mentors", summary="Young people"), "Mentors"),
        (Content(summary="Young people"), "Young people"),
        (Content(), "Without a title"),
    ],
)
def test_a_draft_without_a_title_is_called_by_how_it_begins(content: Content, called: str) -> None:
    assert title_of(Contribution("f" * 32, "T1:U1", ContributionState.DRAFT, content, NOW, NOW)) == called


def test_a_draft_that_is_offered_is_gone_on_with_or_put_away_by_its_own_buttons() -> None:
    one = Contribution("f" * 32, "T1:U1", ContributionState.DRAFT, Content(title="Mentors"), NOW, NOW)
    *_, row = start_modal([one])["blocks"]
    pressed = [(button["text"]["text"], button["action_id"], button["value"]) for button in row["elements"]]
    assert pressed == [("Continue", Action.SHARE_DRAFT, one.id), ("Put away", Action.SHARE_PUT_AWAY, one.id)]
    assert row["elements"][1]["confirm"]["title"]["text"] == "Put this draft away?"


def test_the_last_page_is_shown_where_the_one_after_it_was_emptied() -> None:
    held = Held(an_initiative(), version=1, archived=False, lead="T1:U1", created_at=NOW, changed_at=NOW)
    shown = mine_modal(Page(Part.PUBLISHED, PAGE), [], [(held, Counted())] * PAGE, [])
    assert str(shown["blocks"]).count("Shown never") == PAGE
    assert shown["private_metadata"] == Page(Part.PUBLISHED, 0).value()
