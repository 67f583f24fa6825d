"""Options that offer "Yes / No" beside them, and short names with boxes behind the question."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.make_forms import OPTIONS
from tests.knowledge.importing.template.word_files import bold, para, run, word_file

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CHOSEN = (Category.COMMUNITIES, Category.RESEARCH)


@pytest.mark.parametrize("marked", ["yes and no", "yes only", "no only"])
def test_the_answer_in_bold_is_meant(read_bytes: ReadBytes, marked: str) -> None:
    lines = [para("Sharing Practice"), para("LA Name: Leeds")]
    for option, one in zip(OPTIONS, Category, strict=True):
        chosen = one in _CHOSEN
        yes = bold("Yes") if chosen and marked != "no only" else run("Yes")
        no = bold("No") if not chosen and marked != "yes only" else run("No")
        lines.append(para(f"{run(f'{option}   ')}{yes}{run(' / ')}{no}"))
    form = read_bytes(word_file("".join([*lines, para(_WORK)])), name="form.docx")
    assert form.categories == _CHOSEN


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("Yes ☒ No ☐", "Yes ☐ No ☒"),
        ("☒ Yes ☐ No", "☐ Yes ☒ No"),
        ("Yes [x] / No [ ]", "Yes [ ] / No [x]"),
        ("Y ☑ N ☐", "Y ☐ N ☑"),
    ],
)
def test_so_is_the_one_whose_box_is_ticked(read_lines: ReadLines, yes: str, no: str) -> None:
    options = [f"{option} {yes if one in _CHOSEN else no}" for option, one in zip(OPTIONS, Category, strict=True)]
    form = read_lines(["Category", *options, ("2", "Description"), _WORK])
    assert form.categories == _CHOSEN


def test_an_offer_that_nobody_answered_says_nothing(read_lines: ReadLines) -> None:
    form = read_lines(["Category", *(f"{option} Yes / No" for option in OPTIONS), ("2", "Description"), _WORK])
    assert any("none of the five categories is marked" in one.message for one in form.problems)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Area of work: ☐ organisation ☑ children & families ☐ communities ☑ partners ☐ research", (1, 3)),
        ("Category: organisation ☐ children and families ☐ communities ☒ partners ☐ research ☐", (2,)),
        ("Categories: All of the above apply except research", (0, 1, 2, 3)),
        ("This submission is about our work within the organisation and with partners.", (0, 3)),
    ],
)
def test_short_names_and_sentences_tell_which(read_lines: ReadLines, line: str, expected: tuple[int, ...]) -> None:
    form = read_lines([line, ("2", "Description"), _WORK])
    assert form.categories == tuple([*Category][at] for at in expected)
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_short_names_with_boxes_are_options_whatever_is_asked(read_lines: ReadLines) -> None:
    line = "Who is it for? ☐ Staff ☑ Children and families ☐ Communities ☐ Partner agencies ☐ Research"
    below = ["This is work:", "☐ inside our own organisation", "☑ with children & their families", "☐ research"]
    for lines in ([line], below):
        form = read_lines([*lines, "Title: Drums", ("2", "Description"), _WORK])
        assert form.categories == (Category.CHILDREN_AND_FAMILIES,)
        assert [(draft.title, draft.summary) for draft in form.drafts] == [("Drums", _WORK)]


@pytest.mark.parametrize(("code", "ticked"), [("2611", True), ("2610", False), ("F0FE", True), ("F0A8", False)])
def test_a_symbol_may_stand_where_unicode_has_it(read_bytes: ReadBytes, *, code: str, ticked: bool) -> None:
    sign = f'<w:r><w:sym w:font="Segoe UI Symbol" w:char="{code}"/></w:r>'
    others = [f"☐ {option}" for option in OPTIONS[1:4]]
    lines = [para(f"{sign}{run(f' {OPTIONS[0]}')}"), *map(para, others), para(f"☑ {OPTIONS[4]}")]
    form = read_bytes(
        word_file("".join([para("Sharing Practice"), para("LA Name: Leeds"), *lines, para(_WORK)])), name="form.docx"
    )
    assert form.categories == ((Category.WITHIN_ORGANISATION,) if ticked else ()) + (Category.RESEARCH,)
