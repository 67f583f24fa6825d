"""The marks by which people choose among the five options in Word: formats of a part of a line, symbols, signs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.make_forms import OPTIONS
from tests.knowledge.importing.template.word_files import bold, para, run, word_file

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CHOSEN = (Category.COMMUNITIES, Category.RESEARCH)
_HEAD = para("Sharing Practice") + para("LA Name: Leeds")

Mark = Callable[[str], str]


def _formatted(properties: str) -> Mark:
    return lambda option: run(option, properties=properties)


def _symbol(letter: str) -> str:
    return run(letter, properties='<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')


_RED, _GREY = '<w:color w:val="C00000"/>', '<w:color w:val="7F7F7F"/>'
_SHADED = '<w:shd w:val="clear" w:color="auto" w:fill="FFE599"/>'


def _options(mark: Mark, other: Mark = run) -> list[str]:
    return [(mark if one in _CHOSEN else other)(option) for option, one in zip(OPTIONS, Category, strict=True)]


@pytest.mark.parametrize("apart", ["   ", ", ", " / "])
@pytest.mark.parametrize("mark", [bold, *map(_formatted, ('<w:u w:val="single"/>', _RED, _SHADED))])
def test_options_on_one_line_are_chosen_by_the_format_of_some(read_bytes: ReadBytes, mark: Mark, apart: str) -> None:
    line = para(run(apart).join(_options(mark)))
    form = read_bytes(word_file(_HEAD + line + para(f"Description: {_WORK}")), name="a.docx")
    assert form.categories == _CHOSEN
    assert [draft.summary for draft in form.drafts] == [_WORK]


@pytest.mark.parametrize(
    ("mark", "other"),
    [
        (_formatted(_RED), run),
        (_formatted(_SHADED), run),
        (lambda option: _symbol("ü") + run(f" {option}"), lambda option: _symbol("o") + run(f" {option}")),
        (lambda option: _symbol("\uf0fe") + run(f" {option}"), lambda option: _symbol("\uf0a8") + run(f" {option}")),
        (lambda option: run(f"{option} ***"), run),
        (lambda option: run(f"{option}  <---"), run),
        (lambda option: run(f"==> {option}"), run),
    ],
)
def test_options_on_lines_of_their_own_are_chosen_by(read_bytes: ReadBytes, mark: Mark, other: Mark) -> None:
    lines = "".join(para(option) for option in _options(mark, other))
    form = read_bytes(word_file(_HEAD + lines + para(f"Description: {_WORK}")), name="a.docx")
    assert form.categories == _CHOSEN
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_so_are_whole_paragraphs_with_a_background(read_bytes: ReadBytes) -> None:
    lines = [
        para(option, properties=_SHADED if one in _CHOSEN else "")
        for option, one in zip(OPTIONS, Category, strict=True)
    ]
    form = read_bytes(word_file(_HEAD + "".join(lines) + para(f"Description: {_WORK}")), name="a.docx")
    assert form.categories == _CHOSEN


@pytest.mark.parametrize(
    ("mark", "other"),
    [
        (_formatted(_GREY), run),  # what is not meant is greyed, or what is: nobody can tell
        (_formatted(_RED), _formatted(_RED)),
        (_formatted('<w:shd w:val="clear" w:fill="auto"/>'), run),
        (lambda option: run(f"{option} **"), lambda option: run(f"{option} **")),
    ],
)
def test_what_tells_no_option_from_the_others_chooses_none(read_bytes: ReadBytes, mark: Mark, other: Mark) -> None:
    lines = "".join(para(option) for option in _options(mark, other))
    form = read_bytes(word_file(_HEAD + lines + para(f"Description: {_WORK}")), name="a.docx")
    assert any("none of the five categories is marked" in one.message for one in form.problems)


def test_words_in_a_symbol_font_are_still_words(read_bytes: ReadBytes) -> None:
    body = _HEAD + para(run("Description: ") + _symbol(_WORK))
    assert [draft.summary for draft in read_bytes(word_file(body), name="a.docx").drafts] == [_WORK]


@pytest.mark.parametrize("answer", [" With communities; Through research", "\nWith communities\nThrough research"])
def test_which_area_it_falls_under_is_a_question_for_categories(read_text: ReadText, answer: str) -> None:
    form = read_text(f"LA Name: Leeds\nWhich area does this work fall under?{answer}\nDescription: {_WORK}")
    assert form.categories == _CHOSEN
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_which_area_it_comes_from_is_one_for_the_authority(read_text: ReadText) -> None:
    form = read_text(f"Which area are you from? Leeds\nDescription: {_WORK}")
    assert form.authority is not None
    assert form.authority.name == "Leeds"
