"""What a template proposes is told whole; what was sent is said to be where it is: published, or waiting."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.views.kit.blocks import MESSAGE_TEXT
from bot.views.share.proposals import FILES, proposed_message, sent_all_modal, unread_message
from knowledge.domain.content import Content
from knowledge.domain.contribution import Contribution, ContributionState
from knowledge.domain.draft import Form
from knowledge.domain.initiative import Visibility
from knowledge.errors import Problem

NOW = datetime(2026, 11, 23, 18, 40, tzinfo=UTC)
WAITS = Contribution("c1", "T1:U1", ContributionState.WAITING, Content(title="Mentors"), NOW, NOW)
SHOWN = replace(WAITS, id="c2", state=ContributionState.PUBLISHED)


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ([WAITS], "It waits for a reviewer."),
        ([WAITS, WAITS], "All 2 wait for a reviewer."),
        ([SHOWN], "It is published."),
        ([SHOWN, SHOWN], "All 2 are published."),
        ([SHOWN, WAITS, WAITS], "1 of 3 published; the rest waits for a reviewer."),
    ],
)
def test_what_was_sent_is_said_to_be_where_it_is(sent: list[Contribution], said: str) -> None:
    assert f"Thank you. {said}" in str(sent_all_modal(sent))


def test_what_only_its_authority_may_see_is_not_said_to_be_found_by_all() -> None:
    limited = replace(SHOWN, content=replace(SHOWN.content, authority="Ashford", visibility=Visibility.AUTHORITY))
    assert "Members of Ashford, and nobody else, who ask now find it." in str(sent_all_modal([limited, limited]))


def test_why_nothing_was_read_is_told_in_sentences() -> None:
    problems = [Problem("x.pdf", "this is a PDF"), Problem("x.pdf", "nothing stands here", line=3)]
    said = unread_message("x.pdf", "", problems).said
    assert "This is a PDF" in said
    assert "Line 3: nothing stands here" in said


@pytest.mark.parametrize("among", range(1, FILES + 1))
def test_what_is_told_of_several_files_fits_one_message(among: int) -> None:
    content = Content(title="Reading circles " * 9, authority="Bournemouth, Christchurch and Poole")
    drafts = [replace(WAITS, content=content, batch="b1")] * 30
    problems = tuple(Problem("form.docx", "This row of the form could not be read. " * 6, line=7) for _ in range(30))
    form = Form(file="f" * 115 + ".docx", problems=problems)
    for told in (proposed_message(form, drafts, among=among), unread_message(form.file, "", problems, among=among)):
        assert (len(told.said) + 2) * among < MESSAGE_TEXT
        assert f"and {30 - 8 // among} more." in told.said
