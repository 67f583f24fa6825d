"""The reader with the shipped lists: the register's matcher and the themes' suggester are real."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pytest

import config
from knowledge.domain.draft import Form
from knowledge.importing.lists import read_lists
from knowledge.importing.template import read_form, read_form_bytes, read_form_text
from knowledge.search.lists.authorities import RegisterMatcher
from knowledge.search.lists.lexicon import Lexicon
from knowledge.search.lists.themes import ThemeSuggester
from tests.knowledge.importing.template.docx_forms import Written, saved, template, write

ReadFile = Callable[[Path], Form]
ReadBytes = Callable[..., Form]
ReadText = Callable[[str], Form]
#: Reads the template filled in with these lines below the authority's name, as a Word file.
ReadLines = Callable[..., Form]


@pytest.fixture(scope="session")
def matcher_and_themes() -> tuple[RegisterMatcher, ThemeSuggester]:
    lexicon = Lexicon(read_lists([Path(config.__file__).parent]))
    return lexicon.matcher, ThemeSuggester(lexicon.lists.themes, lexicon.thesaurus)


@pytest.fixture(scope="session")
def read_file(matcher_and_themes: tuple[RegisterMatcher, ThemeSuggester]) -> ReadFile:
    matcher, themes = matcher_and_themes
    return partial(read_form, matcher=matcher, suggest_themes=themes.suggest)


@pytest.fixture(scope="session")
def read_bytes(matcher_and_themes: tuple[RegisterMatcher, ThemeSuggester]) -> ReadBytes:
    matcher, themes = matcher_and_themes
    return partial(read_form_bytes, matcher=matcher, suggest_themes=themes.suggest)


@pytest.fixture(scope="session")
def read_text(matcher_and_themes: tuple[RegisterMatcher, ThemeSuggester]) -> ReadText:
    matcher, themes = matcher_and_themes
    return partial(read_form_text, name="pasted", matcher=matcher, suggest_themes=themes.suggest)


@pytest.fixture(scope="session")
def read_lines(read_bytes: ReadBytes) -> ReadLines:
    def read(lines: Sequence[Written], *, authority: str | None = "Leeds") -> Form:
        document = template(authority)
        write(document, lines)
        return read_bytes(saved(document), name="form.docx")

    return read
