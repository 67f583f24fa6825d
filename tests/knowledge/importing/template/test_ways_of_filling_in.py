"""Ways of filling the form in that were seen to be read wrongly: captions, sections, reports, initials, blank names."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category, Evidence
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.test_forms import people
from tests.knowledge.importing.template.word_files import NAMESPACES, para, word_file

_DRUMS = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CLUB = "We opened a Saturday club for Somali mothers in two libraries."


def test_a_caption_in_one_cell_above_a_table_is_no_heading_row(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("", "", "", ""),
        ("Initiative", "Description", "Category", "Contact"),
        ("Windrush week", _DRUMS, "With communities", "Efua Danso, efua@leeds.gov.uk"),
        ("Saturday club", _CLUB, "With partners", "As above"),
    )
    table = document.tables[0]
    table.cell(0, 0).merge(table.cell(0, 3)).text = "Summary of our work 2024-26"
    form = read_bytes(saved(document), name="form.docx")
    assert [(one.title, one.categories) for one in form.drafts] == [
        ("Windrush week", (Category.COMMUNITIES,)),
        ("Saturday club", (Category.PARTNERS,)),
    ]
    for draft in form.drafts:
        assert people(draft.contacts) == [{"name": "Efua Danso", "email": "efua@leeds.gov.uk"}]


def test_questions_with_the_numbers_of_a_report_are_questions(read_text: ReadText) -> None:
    lines = ["2.0 Background", "2.1 The census found that most residents were White in 2021.", "3.0 Work undertaken"]
    lines += [f"3.1 {_DRUMS}", f"3.2 {_CLUB}", "4.0 Impact", "4.1 The club had 212 members in its first year."]
    form = read_text("\n".join(["LA Name: Leeds", *lines, "5.0 Contact officer", "5.1 Efua Danso, Head of Music"]))
    assert [(one.summary, one.impact) for one in form.drafts] == [
        (_DRUMS, None),
        (_CLUB, "The club had 212 members in its first year."),
    ]
    assert people(form.contacts) == [{"name": "Efua Danso", "role": "Head of Music"}]
    assert any("census" in one.message for one in form.problems)


def test_the_contact_behind_the_items_of_one_section_is_all_of_theirs(read_lines: ReadLines) -> None:
    within = [("2", "Within your organisation"), ("List Bullet", _DRUMS), ("List Bullet", _CLUB)]
    partners = [("2", "With partners"), ("List Bullet", "Joint review with the police of searches of children")]
    form = read_lines([*within, "Contact: Efua Danso", *partners, "Contact: Tove Lind"])
    assert [people(one.contacts) for one in form.drafts] == [[{"name": "Efua Danso"}]] * 2 + [[{"name": "Tove Lind"}]]
    assert form.contacts == ()


def test_the_contact_of_an_earlier_piece_of_work_may_be_given_by_its_number(read_lines: ReadLines) -> None:
    def work(at: int, text: str, contact: str) -> list[str | tuple[str, str]]:
        return [("bold", f"Initiative {at}: Work number {at}"), f"What we did: {text}", f"Contact: {contact}"]

    third = "We publish each year who applies for, gets and leaves jobs with us, by ethnicity."
    for answer in ("as initiative 1", "Same as for the first project"):
        form = read_lines([*work(1, _DRUMS, "Efua Danso"), *work(2, _CLUB, "Tove Lind"), *work(3, third, answer)])
        assert [people(one.contacts) for one in form.drafts] == [
            [{"name": "Efua Danso"}],
            [{"name": "Tove Lind"}],
            [{"name": "Efua Danso"}],
        ]


def test_a_contact_may_call_the_work_by_its_initials(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            ("List Bullet", "Gypsy, Roma and Traveller education offer with tablets lent to families on the move"),
            ("List Bullet", _CLUB),
            ("2", "Contacts"),
            "GRT: Efua Danso",
            "Saturday club: Tove Lind",
        ]
    )
    assert [people(one.contacts) for one in form.drafts] == [[{"name": "Efua Danso"}], [{"name": "Tove Lind"}]]


def test_short_items_in_small_letters_below_a_sentence_are_parts_of_its_work(read_lines: ReadLines) -> None:
    items = ["meets every second Thursday", "run by two carers who are paid for their time", "travel is covered"]
    form = read_lines(
        [("2", "Description"), "We have set up a Foster Carers Network.", *(("List Bullet", one) for one in items)]
    )
    [draft] = form.drafts
    assert all(one in draft.summary for one in items)


def test_a_name_left_blank_is_looked_for_at_the_top_of_the_pages(read_bytes: ReadBytes) -> None:
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    header = f"{head}<w:hdr {NAMESPACES}>{para('Leeds City Council – Children and Families')}</w:hdr>"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"
    form = read_bytes(
        word_file(
            para("Sharing Practice") + para("LA Name:") + para("Polepark Drummers") + para(_DRUMS),
            parts={"word/header1.xml": header},
            relationships=f'<Relationship Id="rIdH" Type="{kind}" Target="header1.xml"/>',
        ),
        name="form.docx",
    )
    assert form.authority is not None
    assert form.authority.name == "Leeds"
    assert [(one.title, one.summary) for one in form.drafts] == [("Polepark Drummers", _DRUMS)]


@pytest.mark.parametrize(
    "told",
    [
        "Of the 46 boys who finished, 41 had not come to notice again six months later.",
        "Missed first appointments among Turkish families halved in 2025.",
        "27 households asked for more and five have been approved.",
        "Six of the mothers have gone on to college.",
    ],
)
def test_what_came_of_the_work_is_its_impact(read_lines: ReadLines, told: str) -> None:
    [draft] = read_lines([f"{_DRUMS} {told}"]).drafts
    assert (draft.summary, draft.impact) == (_DRUMS, told)


def test_how_people_were_recruited_does_not_name_the_work(read_lines: ReadLines) -> None:
    item = "Return-to-practice bursary for internationally recruited social workers, paying for a mentor."
    [draft] = read_lines([("List Bullet", item)]).drafts
    assert draft.title == "Return-to-practice bursary for internationally recruited social workers"
    assert draft.evidence is Evidence.DESCRIBED
