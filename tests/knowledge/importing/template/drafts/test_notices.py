"""Answers that no field holds are told, whatever asks for them and wherever they stand."""

from __future__ import annotations

import pytest

from knowledge.domain.draft import Form
from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template, write
from tests.knowledge.importing.template.form_parts import people

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."


def _told(form: Form) -> str:
    return " ".join(one.message for one in form.problems)


@pytest.mark.parametrize(
    ("label", "answer"),
    [
        ("Date", "12/03/2025"),
        ("Year", "2024-25"),
        ("Status", "draft, not yet agreed by our lead member"),
        ("Approved by", "DCS on 14 March"),
        ("Checked by", "Tove Lind, Head of Service"),
        ("Completed by", "Ben Osei"),
        ("Region", "Yorkshire"),
        ("Consent given", "for other councils, and not for the press"),
        ("Cost", "£4,000"),
        ("Timescale", "two years"),
        ("Next steps", "a choir"),
    ],
)
def test_an_answer_that_no_field_holds_is_told(read_bytes: ReadBytes, label: str, answer: str) -> None:
    lines = [("2", "Description"), _WORK, ("2", "Contact"), "Efua Danso"]
    on_a_line, below, beside = template(), template(), template()
    write(on_a_line, [f"{label}: {answer}", *lines])
    write(below, [*lines, ("2", label), answer])
    add_table(beside, [label, answer], ["Description", _WORK], ["Contact", "Efua Danso"])
    for document in (on_a_line, below, beside):
        form = read_bytes(saved(document), name="form.docx")
        assert [draft.summary for draft in form.drafts] == [_WORK]
        assert people((*form.contacts, *form.drafts[0].contacts)) == [{"name": "Efua Danso"}]
        assert answer in _told(form)


def test_what_a_column_of_a_table_says_of_no_field_is_told(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("Initiative", "Description", "Start date", "Cost"),
        ("Drums", _WORK, "May 2024", "£9,000"),
        ("Dance", _WORK.replace("drumming", "dancing"), "June 2025", ""),
    )
    told = _told(read_bytes(saved(document), name="form.docx"))
    assert '"Start date: May 2024"; "Cost: £9,000"; "Start date: June 2025"' in told


@pytest.mark.parametrize("line", ["Date: N/A", "To: all@leeds.gov.uk", "Page: 2", "Return to: forms@leeds.gov.uk"])
def test_no_answer_and_what_is_said_of_the_form_itself_are_nothing_to_tell(read_lines: ReadLines, line: str) -> None:
    form = read_lines([line, f"Description: {_WORK}", "Contact: Efua Danso"])
    assert "no field holds" not in _told(form)


def test_who_filled_the_form_in_is_not_told_where_they_are_its_contact(read_lines: ReadLines) -> None:
    lines = ["Completed by: Efua Danso", f"Description: {_WORK}"]
    assert "no field holds" not in _told(read_lines([*lines, "Contact: Efua Danso, Head of Music"]))
    assert "Completed by: Efua Danso" in _told(read_lines([*lines, "Contact: Tom Hale"]))


def test_short_aims_are_told_as_background(read_lines: ReadLines) -> None:
    aims = [("List Bullet", "be an anti-racist employer"), ("List Bullet", "close the gap")]
    form = read_lines(["Our aims are:", *aims, f"Description: {_WORK}", "Contact: Efua Danso"])
    assert [draft.summary for draft in form.drafts] == [_WORK]
    assert "be an anti-racist employer" in _told(form)


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("0113 496 0101 (option 3)", "option 3"),
        ("Works Tuesdays to Thursdays", "Works Tuesdays to Thursdays"),
        ("efua@leeds.gov.uk, checked daily", "checked daily"),
    ],
)
def test_what_a_line_below_a_contact_says_besides_is_told(read_lines: ReadLines, line: str, left: str) -> None:
    for lines in (["Contact: Efua Danso, Head of Music", line], [("2", "Contact"), "Efua Danso, Head of Music", line]):
        form = read_lines([f"Description: {_WORK}", *lines])
        assert [one["name"] for one in people((*form.contacts, *form.drafts[0].contacts))] == ["Efua Danso"]
        assert f'left out: "{left}"' in _told(form)


def test_documents_named_in_front_of_the_contact_are_resources(read_lines: ReadLines) -> None:
    answer = "Terms of reference attached. Contact Efua Danso, Head of Music, 0113 496 0101"
    form = read_lines([f"Description: {_WORK}", ("2", "Resources and contact"), answer])
    assert [one.title for one in (*form.resources, *form.drafts[0].resources)] == ["Terms of reference attached"]
    assert people((*form.contacts, *form.drafts[0].contacts)) == [
        {"name": "Efua Danso", "role": "Head of Music", "phone": "0113 496 0101"}
    ]


@pytest.mark.parametrize(
    "beside", ["☒ With partners - mainly the police", "☒ With partners (police, health)", "[x] With partners: schools"]
)
def test_what_stands_beside_a_category_that_is_meant_is_told(read_text: ReadText, beside: str) -> None:
    form = read_text(f"LA Name: Leeds\n☐ With communities\n{beside}\n☐ Through research\n\n{_WORK}")
    assert form.categories == (Category.PARTNERS,)
    assert beside.partition("With")[2] in _told(form)


def test_what_stands_beside_the_name_of_the_authority_is_told(read_text: ReadText) -> None:
    form = read_text(f"LA Name: Leeds (on behalf of the consortium)\n\n{_WORK}")
    assert form.authority is not None
    assert "on behalf of the consortium" in _told(form)


def test_yes_is_no_impact_and_told(read_text: ReadText) -> None:
    form = read_text(f"LA Name: Leeds\nTitle: Drums\nDescription: {_WORK}\nIs this work ongoing? Yes\nContact: Ann Lee")
    assert form.drafts[0].impact is None
    assert "Is this work ongoing: Yes" in _told(form)
