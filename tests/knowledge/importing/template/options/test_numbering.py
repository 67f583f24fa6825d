"""Categories given by the number or letter that the form gives them."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.docx_forms import saved, template
from tests.knowledge.importing.template.make_forms import OPTIONS

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_FIRST_AND_THIRD = (Category.WITHIN_ORGANISATION, Category.COMMUNITIES)
_NUMBERED = [f"{at}. {option}" for at, option in enumerate(OPTIONS, 1)]
_LETTERED = [f"{letter}) {option}" for letter, option in zip("abcde", OPTIONS, strict=True)]


@pytest.mark.parametrize(
    "answer",
    [
        "1, 3",
        "1 and 3",
        "1 & 3",
        "1/3",
        "1 + 3",
        "(1) and (3)",
        "Answer: 1 and 3",
        "Categories 1 and 3",
        "Category 1 and category 3",
        "Category(ies): 1, 3",
        "Our categories: 1 & 3",
        "Numbers 1 and 3 only",
        "We have chosen 1 and 3.",
    ],
)
def test_numbers_below_numbered_options_name_them(read_text: ReadText, answer: str) -> None:
    form = read_text("\n".join(["LA Name: Leeds", "Please indicate which:", *_NUMBERED, "", answer, "", _WORK]))
    assert form.categories == _FIRST_AND_THIRD
    assert [draft.summary for draft in form.drafts] == [_WORK]
    assert not any(one.field == "categories" for one in form.problems)


@pytest.mark.parametrize("answer", ["a, c", "(a) and (c)", "Answer: a and c", "Categories: A & C"])
def test_letters_below_lettered_options_name_them(read_text: ReadText, answer: str) -> None:
    form = read_text("\n".join(["LA Name: Leeds", "Please indicate which:", *_LETTERED, "", answer, "", _WORK]))
    assert form.categories == _FIRST_AND_THIRD
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_a_range_of_numbers_names_all_that_it_holds(read_text: ReadText) -> None:
    form = read_text("\n".join(["LA Name: Leeds", "Please indicate which:", *_NUMBERED, "", "1-3", "", _WORK]))
    assert form.categories == tuple(Category)[:3]


def test_numbers_behind_the_question_name_options_that_word_counts(read_bytes: ReadBytes) -> None:
    document = template()
    document.paragraphs[1].add_run(" 1 and 3")
    for paragraph in document.paragraphs[2:7]:
        paragraph.style = "List Number"
    document.add_paragraph(_WORK)
    form = read_bytes(saved(document), name="a.docx")
    assert form.categories == _FIRST_AND_THIRD
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_numbers_name_nothing_where_the_form_has_none(read_text: ReadText) -> None:
    options = [f"• {option}" for option in OPTIONS]
    form = read_text("\n".join(["LA Name: Leeds", "Please indicate which categories:", *options, "", "3", "", _WORK]))
    assert any(one.field == "categories" for one in form.problems)


def test_the_category_of_one_piece_of_work_may_be_a_number(read_text: ReadText) -> None:
    club = "We opened a Saturday club for Somali mothers in two libraries."
    work = [f"Title: Drums\nCategory: 2\nDescription: {_WORK}", f"Title: Club\nCategory: 3\nDescription: {club}"]
    form = read_text("\n".join(["LA Name: Leeds", "This might be:", *_NUMBERED, "", *work]))
    assert [draft.categories for draft in form.drafts] == [
        (Category.CHILDREN_AND_FAMILIES,),
        (Category.COMMUNITIES,),
    ]


def test_a_numbered_category_heads_the_work_beneath_it(read_text: ReadText) -> None:
    club = "We opened a Saturday club for Somali mothers in two libraries."
    lines = ["LA Name: Leeds", "This might be:", *_NUMBERED, "", "Please give a short description."]
    form = read_text("\n".join([*lines, "", "Category 2", f"- {_WORK}", "", "Category 3", f"- {club}"]))
    assert [draft.categories for draft in form.drafts] == [
        (Category.CHILDREN_AND_FAMILIES,),
        (Category.COMMUNITIES,),
    ]
    assert [draft.summary for draft in form.drafts] == [_WORK, club]
