"""What a draft says of a piece of work, put together from its text and the heading it stands under."""

from __future__ import annotations

from tests.knowledge.importing.template.conftest import ReadText


def test_themes_are_of_the_text_first_and_then_of_its_heading(read_text: ReadText) -> None:
    form = read_text(
        "Local authority: Leeds\n\nWhat are you doing?\n\nExclusions from school\n\n"
        "- A mentoring scheme pairs Black boys with men who grew up nearby.\n"
        "- A weekly drop-in for Afghan mothers.\n"
    )
    assert [draft.themes for draft in form.drafts] == [
        ("community-engagement", "exclusions"),
        ("parents-and-carers", "refugees-and-migrants", "exclusions"),
    ]
