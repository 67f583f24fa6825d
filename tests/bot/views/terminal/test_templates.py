from __future__ import annotations

import pytest

from bot.views.terminal.templates import form_lines, outcome_line
from knowledge.domain.draft import Draft, Form
from knowledge.domain.initiative import Category

THEMES = {"training": "Training and learning", "youth-voice": "Youth voice"}


def test_each_initiative_has_its_categories_and_themes_in_the_words_of_the_lists() -> None:
    categories = (Category.WITHIN_ORGANISATION, Category.PARTNERS)
    drafts = (Draft("One", "Done.", categories, ("training", "youth-voice")), Draft("Two", "Done.", categories))
    lines = list(form_lines(Form("form.docx", categories=categories, drafts=drafts), THEMES))
    assert "  Categories: Within your organisation; With partners" in lines
    assert lines.count("     Categories: Within your organisation; With partners") == 2
    assert "     Themes: Training and learning; Youth voice" in lines
    assert "     Themes: none found" in lines


@pytest.mark.parametrize(("number", "said"), [(1, "1 initiative proposed."), (2, "2 initiatives proposed.")])
def test_how_many_initiatives_a_form_proposes_is_counted_in_words(number: int, said: str) -> None:
    form = Form("form.docx", drafts=(Draft("One", "Done.", ()),) * number)
    assert outcome_line(form, "saved") == f"  {said} Saved: it waits for review."
