"""Radio circles are ticks beside categories and levels of evidence, and bullets everywhere else."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category, Evidence
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.make_forms import OPTIONS
from tests.knowledge.importing.template.word_files import NAMESPACES, para, run, word_file

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CHOSEN = (Category.COMMUNITIES, Category.RESEARCH)
_SIGNS = ["●○", "●◯", "◉◯", "◉○", "⦿○", "⚫⚪", "🔘○"]


def _options(signs: str, *, behind: bool = False) -> list[str]:
    full, empty = signs[0], signs[1]
    marked = [(full if one in _CHOSEN else empty, name) for one, name in zip(Category, OPTIONS, strict=True)]
    return [f"{name} {sign}" if behind else f"{sign} {name}" for sign, name in marked]


@pytest.mark.parametrize("behind", [False, True])
@pytest.mark.parametrize("signs", _SIGNS)
def test_a_full_circle_beside_a_category_marks_it(
    read_text: ReadText, read_bytes: ReadBytes, signs: str, behind: bool
) -> None:
    lines = _options(signs, behind=behind)
    text = "\n".join(["LA Name: Leeds", "Which categories?", *lines, "", f"Description: {_WORK}"])
    word = word_file("".join(map(para, text.split("\n"))))
    beside = word_file("".join(map(para, ["LA Name: Leeds", "   ".join(lines), f"Description: {_WORK}"])))
    for form in (read_text(text), read_bytes(word, name="a.docx"), read_bytes(beside, name="a.docx")):
        assert form.categories == _CHOSEN
        assert [draft.summary for draft in form.drafts] == [_WORK]


def test_circles_of_a_symbol_font_and_in_a_table_mark_categories(read_bytes: ReadBytes) -> None:
    def sign(code: str) -> str:
        return f'<w:r><w:sym w:font="Wingdings" w:char="{code}"/></w:r>'

    options = [
        para(sign("F0A4" if one in _CHOSEN else "F0A1"), run(f" {name}"))
        for one, name in zip(Category, OPTIONS, strict=True)
    ]
    typed = word_file(para("LA Name: Leeds") + "".join(options) + para(_WORK))
    assert read_bytes(typed, name="a.docx").categories == _CHOSEN
    document = template()
    add_table(document, *((name, "●" if one in _CHOSEN else "○") for one, name in zip(Category, OPTIONS, strict=True)))
    document.add_paragraph(_WORK)
    assert read_bytes(saved(document), name="a.docx").categories == _CHOSEN


@pytest.mark.parametrize("sign", ["●", "○", "◯"])
def test_the_same_circle_in_front_of_all_categories_marks_none(read_text: ReadText, sign: str) -> None:
    lines = [f"{sign} {name}" for name in OPTIONS]
    form = read_text("\n".join(["LA Name: Leeds", "Please indicate which categories:", *lines, "", _WORK]))
    assert any(one.field == "categories" for one in form.problems)


def test_circles_in_front_of_work_are_bullets(read_text: ReadText) -> None:
    form = read_text(f"LA Name: Leeds\n● {_WORK}\n● We opened a Saturday club for Somali mothers in two libraries.")
    assert [draft.summary[:7] for draft in form.drafts] == ["We comm", "We open"]


@pytest.mark.parametrize("label", ["Evidence: ", "Evidence\n", "Strength of evidence:\n"])
@pytest.mark.parametrize("apart", ["   ", "\n"])
@pytest.mark.parametrize("signs", [*_SIGNS, "☒☐", "✓☐"])
def test_the_level_of_evidence_with_the_full_circle_is_the_one_meant(
    read_text: ReadText, signs: str, apart: str, label: str
) -> None:
    full, empty = signs[0], signs[1]
    for level in Evidence:
        names = {
            Evidence.DESCRIBED: "Described",
            Evidence.EARLY_RESULTS: "Early results",
            Evidence.EVALUATED: "Evaluated",
        }
        levels = apart.join(f"{full if one is level else empty} {name}" for one, name in names.items())
        form = read_text(f"LA Name: Leeds\nTitle: Drums\nDescription: {_WORK}\n{label}{levels}\nContact: Efua Danso")
        [draft] = form.drafts
        assert (draft.evidence, draft.impact, draft.summary) == (level, None, _WORK)


def test_a_level_named_in_answer_to_the_question_for_evidence_is_no_impact(read_text: ReadText) -> None:
    form = read_text(f"LA Name: Leeds\nTitle: Drums\nDescription: {_WORK}\nEvidence: Evaluated\nContact: Efua Danso")
    assert [(one.evidence, one.impact) for one in form.drafts] == [(Evidence.EVALUATED, None)]


def test_a_level_stated_for_several_pieces_of_work_at_once_is_told(read_text: ReadText) -> None:
    other = "We opened a Saturday club for Somali mothers in two libraries."
    form = read_text(f"LA Name: Leeds\n\n- {_WORK}\n- {other}\n\nEvidence\n● Evaluated\n○ Described")
    assert len(form.drafts) == 2
    assert any("Evidence: Evaluated" in one.message for one in form.problems)


@pytest.mark.parametrize(
    ("chosen", "other", "font"),
    [
        ("\uf0fe", "\uf0a8", "Wingdings"),
        ("\uf0fc", "\uf0b7", "Wingdings"),
        ("☑", "☐", "MS Gothic"),
        ("✓", "•", "Segoe UI Symbol"),
    ],
)
def test_the_bullet_of_an_option_may_be_its_tick(read_bytes: ReadBytes, chosen: str, other: str, font: str) -> None:
    lists = "".join(
        f'<w:abstractNum w:abstractNumId="{key}"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        f'<w:lvlText w:val="{bullet}"/><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr></w:lvl></w:abstractNum>'
        for key, bullet in enumerate((chosen, other))
    )
    numbering = (
        f"<w:numbering {NAMESPACES}>{lists}"
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        "</w:numbering>"
    )
    options = [para(option, numbering=1 if at in (1, 3) else 2) for at, option in enumerate(OPTIONS)]
    body = "".join([para("Sharing Practice"), para("LA Name: Leeds"), *options, para(_WORK)])
    form = read_bytes(word_file(body, parts={"word/numbering.xml": numbering}), name="form.docx")
    assert form.categories == (Category.CHILDREN_AND_FAMILIES, Category.PARTNERS)
