"""The five categories where the form's own list was left as it is, or stands more than once."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.docx_forms import Written, add_table, add_template, saved, template, write

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_OTHER = "We set up a coaching circle for Asian team managers, which the chief executive hosts."
_UNMARKED = "none of the five categories is marked"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (["Category: Through research"], [Category.RESEARCH]),
        (["Category(ies): With communities, with partners"], [Category.COMMUNITIES, Category.PARTNERS]),
        (["Categories", "With communities"], [Category.COMMUNITIES]),
        ([("3", "Category"), "With communities", "With partners"], [Category.COMMUNITIES, Category.PARTNERS]),
        (["Category: mainly with partners, some with communities"], [Category.COMMUNITIES, Category.PARTNERS]),
    ],
)
def test_an_answer_below_the_untouched_list_counts(
    read_lines: ReadLines, answer: list[Written], expected: list[Category]
) -> None:
    form = read_lines([*answer, ("2", "Description"), _WORK])
    assert list(form.categories) == expected
    assert not any(_UNMARKED in one.message for one in form.problems)
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_so_does_one_in_a_table(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(document, ("Category", "With partners"), ("Description", _WORK))
    form = read_bytes(saved(document), name="form.docx")
    assert form.categories == (Category.PARTNERS,)
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_the_whole_list_behind_the_label_is_no_answer(read_lines: ReadLines) -> None:
    every = "Within your organisation, With children and families, With communities, With partners, Through research"
    for lines in ([f"Category: {every}"], [("3", "Category"), *every.split(", ")]):
        form = read_lines([*lines, ("2", "Description"), _WORK])
        assert any(_UNMARKED in one.message for one in form.problems)


@pytest.mark.parametrize("question", [True, False])
def test_a_second_copy_of_the_template_is_no_section_of_the_first(read_bytes: ReadBytes, *, question: bool) -> None:
    document = template()
    write(document, [_WORK, "Contact: Esi Appiah"])
    document.add_page_break()
    if question:
        add_template(document)
    write(document, ["LA Name: Leeds", _OTHER, "Contact: Meera Joshi"])
    form = read_bytes(saved(document), name="form.docx")
    assert [draft.summary for draft in form.drafts] == [_WORK, _OTHER]
    assert [draft.contacts[0].name for draft in form.drafts] == ["Esi Appiah", "Meera Joshi"]
    assert form.drafts[1].categories == (Category.WITHIN_ORGANISATION,)
    assert any(_UNMARKED in one.message for one in form.problems)


def test_ticks_in_either_copy_count(read_bytes: ReadBytes) -> None:
    document = template()
    document.paragraphs[2].add_run(" ✓")
    write(document, [_OTHER])
    add_template(document)
    document.paragraphs[-2].add_run(" ✓")
    write(document, [_WORK])
    form = read_bytes(saved(document), name="form.docx")
    assert form.categories == (Category.WITHIN_ORGANISATION, Category.RESEARCH)


def test_a_category_over_work_still_heads_a_section(read_lines: ReadLines) -> None:
    form = read_lines(["With partners", _WORK, "Through research", _OTHER])
    assert [draft.categories for draft in form.drafts] == [(Category.PARTNERS,), (Category.RESEARCH,)]
