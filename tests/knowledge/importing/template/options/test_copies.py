"""Several pieces of work with categories of their own, and the form filled in more than once in one file."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadText

_TITLE = "Anti-Racist Work and Tackling Disproportionality: Sharing Practice"
_RISE = "We started a leadership programme called Rise for Black and Asian team managers. It lasts eight months."
_CLUB = "Corby Poles Together is a Saturday family club held in the Polish school, with a social worker on hand."
_WITHIN, _COMMUNITIES = Category.WITHIN_ORGANISATION, Category.COMMUNITIES


def _copy(ticked: str, text: str, contact: str) -> str:
    options = "\n".join(f"[{'x' if one.label == ticked else ' '}] {one.label}" for one in Category)
    ask = "Please indicate which category(ies) you are sharing:"
    return f"{_TITLE}\n{ask}\n{options}\nLA Name: Leeds\n{text}\nContact: {contact}\n"


def test_each_copy_of_the_form_has_its_own_categories_and_contact(read_text: ReadText) -> None:
    form = read_text(
        f"{_copy('Within your organisation', _RISE, 'Jo Peel')}\n{_copy('With communities', _CLUB, 'Sam Reed')}"
    )
    assert [(draft.categories, [one.name for one in draft.contacts]) for draft in form.drafts] == [
        ((_WITHIN,), ["Jo Peel"]),
        ((_COMMUNITIES,), ["Sam Reed"]),
    ]
    assert form.categories == (_WITHIN, _COMMUNITIES)
    assert not form.contacts


def test_a_category_below_a_bare_number_is_that_of_the_work_to_come(read_text: ReadText) -> None:
    form = read_text(
        f"LA Name: Leeds\nInitiative 1\nCategory: Within your organisation\nDescription: {_RISE}\n\n"
        f"Initiative 2\nCategory: With communities\nDescription: {_CLUB}\n"
    )
    assert [draft.categories for draft in form.drafts] == [(_WITHIN,), (_COMMUNITIES,)]


def test_a_category_in_the_place_of_a_title_is_none(read_text: ReadText) -> None:
    form = read_text(
        f"LA Name: Leeds\nExample 1 – Within your organisation\n{_RISE}\n\nExample 2 – With communities\n{_CLUB}\n"
    )
    assert [draft.categories for draft in form.drafts] == [(_WITHIN,), (_COMMUNITIES,)]
    assert [draft.title for draft in form.drafts][1] == "Corby Poles Together"


def test_a_heading_without_work_among_categories_is_no_option(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n\n## Within your organisation\n\nWe offer every manager a coach from our staff network.\n\n"
        "## With communities\n\n## With partners\n\n"
        "A group of schools and police looks at ethnicity gaps each quarter.\n"
    )
    assert form.categories == (_WITHIN, Category.PARTNERS)


@pytest.mark.parametrize(
    ("sentence", "categories"),
    [
        ("All of these apply", tuple(Category)),
        ("All five apply.", tuple(Category)),
        ("We are sharing work with communities, and with partners.", (_COMMUNITIES, Category.PARTNERS)),
        ("This work is with partners and through research.", (Category.PARTNERS, Category.RESEARCH)),
    ],
)
def test_a_sentence_below_the_options_says_which_are_meant(
    read_text: ReadText, sentence: str, categories: tuple[Category, ...]
) -> None:
    options = "\n".join(f"- {one.label}" for one in Category)
    form = read_text(
        f"LA Name: Leeds\nPlease indicate which category(ies) you are sharing:\n{options}\n{sentence}\n{_CLUB}\n"
    )
    assert form.categories == categories
    assert [draft.title for draft in form.drafts] == ["Corby Poles Together"]


@pytest.mark.parametrize("mark", ["(tick)", "[ticked]", "– see below (x)"])
def test_a_mark_in_brackets_is_one_whatever_stands_in_front(read_text: ReadText, mark: str) -> None:
    options = "\n".join(f"- {one.label}{f' {mark}' if one is _COMMUNITIES else ''}" for one in Category)
    form = read_text(f"LA Name: Leeds\nPlease indicate which category(ies) you are sharing:\n{options}\n{_RISE}\n")
    assert form.categories == (_COMMUNITIES,)


def test_categories_are_known_in_welsh(read_text: ReadText) -> None:
    form = read_text(f"Awdurdod: Leeds\nCategori: Gyda phlant a theuluoedd\nDisgrifiad: {_CLUB}")
    assert form.categories == (Category.CHILDREN_AND_FAMILIES,)
    assert not any(problem.field == "categories" for problem in form.problems)
