"""The five categories where the form's own list was left as it is, or stands more than once."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import Written, add_table, add_template, saved, template, write
from tests.knowledge.importing.template.make_forms import OPTIONS

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
        (["Categories: 1, 2 and 4"], [Category.WITHIN_ORGANISATION, Category.CHILDREN_AND_FAMILIES, Category.PARTNERS]),
        (["Which category are you sharing? 3"], [Category.COMMUNITIES]),
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


def _among(**beside: str) -> str:
    """A form in plain text with words beside some options, by the category's name."""
    options = [
        f"{option}{beside.get(category.name.lower(), '')}" for option, category in zip(OPTIONS, Category, strict=True)
    ]
    return "\n".join(["Sharing Practice", *(f"- {option}" for option in options), "LA Name: Leeds"])


@pytest.mark.parametrize(
    ("beside", "expected"),
    [
        ({"partners": " (with West Yorkshire Police, and the NHS)"}, [Category.PARTNERS]),
        ({"partners": " - Essex Police and the NHS"}, [Category.PARTNERS]),
        ({"communities": "  ← this one", "partners": " <-- and this one"}, [Category.COMMUNITIES, Category.PARTNERS]),
        ({"within_organisation": " (main one)", "research": " (also)"},
         [Category.WITHIN_ORGANISATION, Category.RESEARCH]),
        ({"communities": " ✓ (mainly in Moor Lane)", "partners": " (not yet)"}, [Category.COMMUNITIES]),
        ({"partners": " (not this one)", "research": " - n/a"},
         [Category.WITHIN_ORGANISATION, Category.CHILDREN_AND_FAMILIES, Category.COMMUNITIES]),
    ],
)  # fmt: skip
def test_words_beside_some_options_mark_them(
    read_text: ReadText, beside: dict[str, str], expected: list[Category]
) -> None:
    form = read_text(f"{_among(**beside)}\nDescription: {_WORK}")
    assert list(form.categories) == expected
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_a_longer_remark_beside_an_option_is_told(read_text: ReadText) -> None:
    form = read_text(f"{_among(partners=' (with West Yorkshire Police, and the NHS)')}\nDescription: {_WORK}")
    assert any("West Yorkshire Police" in one.message for one in form.problems)


@pytest.mark.parametrize(
    "beside",
    [
        {"partners": " (please specify)"},
        dict.fromkeys(
            ("within_organisation", "children_and_families", "communities", "partners", "research"), " (any)"
        ),
    ],
)
def test_words_that_the_form_may_have_there_mark_nothing(read_text: ReadText, beside: dict[str, str]) -> None:
    form = read_text(f"{_among(**beside)}\nDescription: {_WORK}")
    assert any(_UNMARKED in one.message for one in form.problems)
    assert [draft.summary for draft in form.drafts] == [_WORK]


@pytest.mark.parametrize("mark", [": ", " – "])
def test_work_told_of_beside_an_option_is_work_in_that_category(read_text: ReadText, mark: str) -> None:
    form = read_text(f"{_among(communities=mark + 'a choir for Somali mothers in two libraries every week')}\n")
    assert form.categories == (Category.COMMUNITIES,)
    assert [draft.summary for draft in form.drafts] == ["a choir for Somali mothers in two libraries every week"]


def test_slips_in_retyped_options_are_read_as_they_are_meant(read_text: ReadText) -> None:
    options = ["Within your organsation", "With childern and families x", "With communties", "With partnesr",
               "Through reseach"]  # fmt: skip
    form = read_text("\n".join(["Sharing Practice", *(f"- {one}" for one in options), f"Description: {_WORK}"]))
    assert form.categories == (Category.CHILDREN_AND_FAMILIES,)
    assert [draft.summary for draft in form.drafts] == [_WORK]


_TICKED = [f"- {option} {mark}" for option, mark in zip(OPTIONS, "☒☐☒☐☒", strict=True)]


@pytest.mark.parametrize("work", [_WORK, "A university studied stop and search for us; its research came out in 2024."])
def test_all_that_a_form_marks_is_said_of_its_only_work(read_text: ReadText, work: str) -> None:
    form = read_text("\n".join(["Sharing Practice", *_TICKED, "LA Name: Leeds", f"Description: {work}"]))
    assert form.drafts[0].categories == form.categories
    assert form.categories == (Category.WITHIN_ORGANISATION, Category.COMMUNITIES, Category.RESEARCH)


def test_of_several_pieces_of_work_each_falls_into_some_of_them(read_text: ReadText) -> None:
    titled = [f"Title: Drums\nDescription: {_WORK}", f"Title: Circle\nDescription: {_OTHER}"]
    form = read_text("\n".join(["Sharing Practice", *_TICKED, "LA Name: Leeds", *titled]))
    assert form.drafts[1].categories == (Category.WITHIN_ORGANISATION,)


@pytest.mark.parametrize(
    "lines",
    [
        ("Title: Drums\nCategory: {0}\nDescription: {2}", "Title: Circle\nCategory: {1}\nDescription: {3}"),
        ("Category: {0}\nTitle: Drums\nDescription: {2}", "Category: {1}\nTitle: Circle\nDescription: {3}"),
        ("Title: Drums\nDescription: {2}\nCategory: {0}", "Title: Circle\nDescription: {3}\nCategory: {1}"),
        ("- Drums: {2}\n  - Category: {0}", "- Circle: {3}\n  - Category: {1}"),
    ],
)
def test_a_piece_of_work_with_a_category_of_its_own_has_no_other(read_text: ReadText, lines: tuple[str, str]) -> None:
    answers = ("With partners", "Through research, with communities")
    form = read_text("LA Name: Leeds\n" + "\n".join(lines).format(*answers, _WORK, _OTHER))
    assert [draft.categories for draft in form.drafts] == [
        (Category.PARTNERS,),
        (Category.COMMUNITIES, Category.RESEARCH),
    ]


def test_so_has_one_with_a_row_for_it(read_bytes: ReadBytes) -> None:
    document = template()
    for title, work, category in (("Drums", _WORK, "With partners"), ("Circle", _OTHER, "Through research")):
        add_table(document, ("Initiative", title), ("Category", category), ("Description", work))
        document.add_paragraph("")
    form = read_bytes(saved(document), name="form.docx")
    assert [draft.categories for draft in form.drafts] == [(Category.PARTNERS,), (Category.RESEARCH,)]


@pytest.mark.parametrize(
    "question", ["Which of the five does your work sit under?", "And what sort of thing would you say it is?"]
)
def test_a_question_in_any_words_is_answered_by_the_categories_behind_it(read_text: ReadText, question: str) -> None:
    form = read_text(
        f"LA Name: Leeds\n\n{question}\n\nWith communities\n\nDescription: A dominoes club of elders and boys."
    )
    assert form.categories == (Category.COMMUNITIES,)
    assert [one.summary for one in form.drafts] == ["A dominoes club of elders and boys."]


def test_a_long_answer_names_its_categories_first_and_the_rest_is_told(read_text: ReadText) -> None:
    more = "mostly the Somali families of one estate and their elders, who meet on Fridays"
    form = read_text(
        f"LA Name: Leeds\nCategory: With communities, with partners, {more}\nDescription: A club of elders."
    )
    assert form.categories == (Category.COMMUNITIES, Category.PARTNERS)
    [problem] = [one for one in form.problems if one.field == "categories"]
    assert more in problem.message
