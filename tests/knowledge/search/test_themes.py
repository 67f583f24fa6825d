from __future__ import annotations

import pytest

from knowledge.search.themes import ThemeSuggester
from knowledge.search.thesaurus import Thesaurus
from tests.knowledge.search.conftest import LISTS

SUGGESTER = ThemeSuggester(LISTS.themes, Thesaurus(LISTS.synonyms, LISTS.themes))


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Work in youth justice", "youth-justice"),
        ("Children on remand", "youth-justice"),
        ("Fewer permanent exclusions", "exclusions"),
        ("Diverse interview panels for every post", "recruitment"),
        ("A project of the youth offending team", "youth-justice"),
    ],
)
def test_a_text_is_filed_by_the_words_of_a_theme(text: str, theme: str) -> None:
    assert SUGGESTER.suggest(text)[0] == theme


def test_a_text_about_two_things_gets_both() -> None:
    assert set(SUGGESTER.suggest("Youth justice and mental health")) == {"youth-justice", "mental-health"}


@pytest.mark.parametrize("text", ["", "Growing vegetables", "\x00", "x" * 10_000])
def test_a_text_about_none_of_them_gets_none(text: str) -> None:
    assert SUGGESTER.suggest(text) == ()


def test_what_is_spoken_of_most_comes_first() -> None:
    assert SUGGESTER.suggest("Mental health, mental health, wellbeing; and once remand")[0] == "mental-health"
