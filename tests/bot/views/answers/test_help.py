"""What help says, and what there is to browse."""

from __future__ import annotations

import pytest

from bot.views.answers.help import AUTHORITIES_NAMED, browse_message, help_message
from bot.views.kit.blocks import MESSAGE_TEXT
from knowledge.domain.initiative import Evidence


@pytest.mark.parametrize(
    "word",
    [
        *(one.value.replace("-", " ") for one in Evidence),
        "confirmed",
        "still right",
        "brought up to date",
        "in Slack and in a terminal",
        "practice export",
        "Is something wrong?",
        "add what your authority does",
        "exact words",
        "admins of this workspace look after",
    ],
)
def test_help_answers_what_is_asked_about_the_tool(word: str) -> None:
    assert word in help_message().said


def test_so_many_authorities_that_a_message_cannot_name_them_are_counted() -> None:
    themes = [("mentoring", "Mentoring", 1)]
    named, counted = (
        browse_message(themes, [f"London Borough of {number}" for number in range(AUTHORITIES_NAMED + more)]).said
        for more in (0, 1)
    )
    assert "London Borough of 7" in named
    assert f"they come from: {AUTHORITIES_NAMED + 1}; ask by name" in counted
    assert max(map(len, (named, counted))) < MESSAGE_TEXT
