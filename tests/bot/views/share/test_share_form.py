"""The form for sharing, as it stands before a person."""

from __future__ import annotations

from bot.names import Field
from bot.sandbox.blocks.surfaces import view_problems
from bot.views.share.share_form import people_form
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from tests.bot.views.upkeep.test_told import NOW


def test_the_form_says_who_the_members_of_an_authority_are() -> None:
    draft = Contribution("c", "T1:U1", ContributionState.DRAFT, Content(authority="Ashford"), NOW, NOW)
    view = people_form(draft, (), ())
    (field,) = [block for block in view["blocks"] if block.get("block_id") == Field.VISIBILITY]
    assert "members are its leads" in field["hint"]["text"]
    assert "/practice mine" in field["hint"]["text"]
    assert [one for one in view_problems(view, "modal") if "hint" in one] == []


def test_themes_that_were_chosen_are_not_said_to_be_suggested() -> None:
    content = Content(authority="Ashford", themes=("workforce",))
    view = people_form(Contribution("c", "T1:U1", ContributionState.DRAFT, content, NOW, NOW), (), ())
    (field,) = [block for block in view["blocks"] if block.get("block_id", "").startswith(Field.THEMES)]
    assert field["hint"]["text"].startswith("Suggested from what you wrote where none were chosen")
