from __future__ import annotations

from pathlib import Path

import pytest

import config
from knowledge.domain.lists import Synonym
from knowledge.importing.lists import read_lists
from knowledge.search.lists.themes import ThemeSuggester
from knowledge.search.lists.thesaurus import Thesaurus
from tests.knowledge.search.conftest import LISTS

SUGGESTER = ThemeSuggester(LISTS.themes, Thesaurus(LISTS.synonyms, LISTS.themes))
_SHIPPED_LISTS = read_lists([Path(config.__file__).parent])
SHIPPED = ThemeSuggester(_SHIPPED_LISTS.themes, Thesaurus(_SHIPPED_LISTS.synonyms, _SHIPPED_LISTS.themes))


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


def test_every_word_of_a_theme_is_enough_for_it_by_itself() -> None:
    lost = [
        (word, theme.slug)
        for theme in _SHIPPED_LISTS.themes
        for word in theme.words
        if theme.slug not in SHIPPED.suggest(word)
    ]
    assert lost == []


def test_a_synonym_of_a_themes_own_word_makes_it_none_the_less_sure() -> None:
    less = (Synonym(("remand",), ("youth justice",), 0.5),)
    suggester = ThemeSuggester(LISTS.themes, Thesaurus(less, LISTS.themes))
    assert suggester.suggest("Children on remand") == ("youth-justice",)


def test_a_text_about_two_things_gets_both() -> None:
    assert set(SUGGESTER.suggest("Youth justice and mental health")) == {"youth-justice", "mental-health"}


def test_a_word_that_only_leads_to_one_of_a_theme_is_no_theme_alone_and_two_are() -> None:
    leading = (Synonym(("drumming",), ("remand",), 0.8), Synonym(("dancing",), ("remand",), 0.8))
    suggester = ThemeSuggester(LISTS.themes, Thesaurus(leading, LISTS.themes))
    assert suggester.suggest("Drumming on Mondays") == ()
    assert suggester.suggest("Drumming and dancing on Mondays") == ("youth-justice",)


@pytest.mark.parametrize("text", ["", "Growing vegetables", "\x00", "x" * 10_000])
def test_a_text_about_none_of_them_gets_none(text: str) -> None:
    assert SUGGESTER.suggest(text) == ()


def test_what_is_spoken_of_most_comes_first() -> None:
    assert SUGGESTER.suggest("Mental health, mental health, wellbeing; and once remand")[0] == "mental-health"


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("We send every family a letter", "send"),
        ("Schools send us figures and the team sends them back", "send"),
        ("Staff in grades PO4 and above", "attainment"),
        ("Senior staff grades", "attainment"),
        ("The board sets the course for this work", "training"),
        ("Over the course of a year we changed course", "training"),
    ],
)
def test_a_word_of_a_theme_that_says_something_else_is_none(text: str, theme: str) -> None:
    assert theme not in SHIPPED.suggest(text)


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("Children with SEND", "send"),
        ("children with send", "send"),
        ("The grades of Bangladeshi pupils", "attainment"),
        ("Boys at risk of exclusion", "exclusions"),
        ("A panel to prevent exclusion", "exclusions"),
    ],
)
def test_a_word_of_a_theme_is_one_within_longer_wording(text: str, theme: str) -> None:
    assert theme in SHIPPED.suggest(text)
