"""What is told of no work is never dropped unseen: it is told with its place, or goes to where it belongs."""

from __future__ import annotations

import pytest

from knowledge.domain.draft import Form
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template, write
from tests.knowledge.importing.template.form_parts import named, people

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."


def _left(form: Form) -> list[tuple[str | None, str]]:
    told = [one for one in form.problems if one.message.startswith("left out")]
    return [(one.place, one.message.partition('"')[2].rstrip('"')) for one in told]


def test_a_few_words_on_a_line_are_told_to_be_left_out(read_lines: ReadLines) -> None:
    form = read_lines([_WORK, ("2", "Who we worked with"), "The Polish school and Daybreak"])
    assert len(form.drafts) == 1
    assert _left(form) == [("paragraph 12", "The Polish school and Daybreak")]


def test_a_line_that_heads_nothing_is_told_to_be_left_out(read_lines: ReadLines) -> None:
    form = read_lines([_WORK, ("2", "Black dads' football club"), ("2", "Contact"), "Efua Danso"])
    assert _left(form) == [("paragraph 11", "Black dads' football club")]


def test_a_topic_over_other_headings_is_nothing_left_out(read_lines: ReadLines) -> None:
    form = read_lines([("1", "Our Year of Drums"), ("2", "Description"), _WORK])
    assert _left(form) == []
    form = read_lines([("1", "What it is that we have learnt"), ("2", "Drumming together"), _WORK])
    assert _left(form) == []


def test_items_that_tell_of_nothing_are_told_to_be_left_out(read_lines: ReadLines) -> None:
    form = read_lines([("List Bullet", "Drums"), ("List Bullet", "Data")])
    assert _left(form) == [("paragraph 10", "Drums"), ("paragraph 11", "Data")]


def test_a_short_sentence_is_the_work_of_a_form_that_tells_of_no_other(read_lines: ReadLines) -> None:
    form = read_lines(["Staff networks co-chair our workforce board.", "Contact: Efua Danso"])
    assert [one.summary for one in form.drafts] == ["Staff networks co-chair our workforce board."]
    assert _left(form) == []


def test_marks_for_no_answer_are_nothing_left_out(read_lines: ReadLines) -> None:
    form = read_lines([_WORK, ("2", "With communities"), "Nothing to report"])
    assert _left(form) == []


def test_resources_and_contacts_under_a_heading_that_tells_of_no_work_are_the_forms(read_lines: ReadLines) -> None:
    form = read_lines(
        [_WORK, ("2", "Mentoring things that you can borrow"), "Starter pack: https://example.gov.uk/pack"]
    )
    assert len(form.drafts) == 1
    assert named(form.resources) == [{"title": "Starter pack", "url": "https://example.gov.uk/pack"}]


def test_addresses_beside_their_titles_in_a_table_are_resources(read_bytes: ReadBytes) -> None:
    document = template()
    write(document, [_WORK, ("2", "Links")])
    add_table(document, ("Toolkit", "https://example.gov.uk/kit"), ("Film", "https://example.gov.uk/film"))
    form = read_bytes(saved(document), name="form.docx")
    assert named(form.resources) == [
        {"title": "Toolkit", "url": "https://example.gov.uk/kit"},
        {"title": "Film", "url": "https://example.gov.uk/film"},
    ]
    assert _left(form) == []


def test_a_table_of_people_within_a_cell_is_read(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(document, ("Initiative", "Description", "Contact"), ("Drums", _WORK, ""), ("Dance", _WORK, "Priya Nair"))
    inner = document.tables[0].cell(1, 2).add_table(2, 2)
    for at, text in enumerate(("Name", "Email", "Efua Danso", "efua@leeds.gov.uk")):
        inner.cell(at // 2, at % 2).text = text
    form = read_bytes(saved(document), name="form.docx")
    assert people(form.drafts[0].contacts) == [{"name": "Efua Danso", "email": "efua@leeds.gov.uk"}]


def test_each_item_beneath_a_topic_is_work_of_its_own(read_lines: ReadLines) -> None:
    first = "Two-day anti-racist practice course for all managers run by an outside trainer"
    second = "Quarterly report on ethnicity and disciplinary action goes to the leadership team"
    form = read_lines(
        [("List Bullet", "Training"), ("List Bullet 2", first), ("List Bullet", "Data"), ("List Bullet 2", second)]
    )
    assert [one.summary for one in form.drafts] == [first, second]


@pytest.mark.parametrize(
    "line",
    [
        "Cost: £4,000 a year from the early help budget, plus two staff for three hours a week.",
        "Funding: a one-off grant from the police and crime commissioner of £12,000 over two years",
        "How is it funded? From the public health grant, with a match from the schools forum.",
        "Timescale: from the spring of 2024 until the end of the grant two years later",
    ],
)
def test_what_the_work_takes_is_told_wherever_it_stands(read_lines: ReadLines, line: str) -> None:
    label, _, answer = line.partition("? " if "?" in line else ": ")
    for lines in ([line], [("2", label), answer]):
        form = read_lines(["Title: Drumming together", f"Description: {_WORK}", *lines, ("2", "Contact"), "Efua Danso"])
        assert [one.summary for one in form.drafts] == [_WORK]
        assert any(answer in one.message for one in form.problems)


def test_a_short_answer_of_that_kind_is_told_and_names_of_work_are_no_such_label(read_lines: ReadLines) -> None:
    form = read_lines([f"Description: {_WORK}", "Cost: £4,000"])
    assert any("Cost: £4,000" in one.message for one in form.problems)
    form = read_lines(
        [_WORK, "Cost of living vouchers: families are given vouchers for food by their school each month."]
    )
    assert [one.title for one in form.drafts][1:] == ["Cost of living vouchers"]


@pytest.mark.parametrize("label", ["Completed by", "From", "Author"])
def test_who_filled_the_form_in_is_its_contact_when_it_names_nobody_else(read_lines: ReadLines, label: str) -> None:
    signed = f"{label}: Efua Danso, Head of Music, efua@leeds.gov.uk"
    efua = {"name": "Efua Danso", "role": "Head of Music", "email": "efua@leeds.gov.uk"}
    assert people(read_lines([f"Description: {_WORK}", signed]).contacts) == [efua]
    form = read_lines([f"Description: {_WORK}", signed, "Contact: Tom Hale"])
    assert people(form.contacts) == [{"name": "Tom Hale"}]
    assert read_lines([f"Description: {_WORK}", "Return to: forms@leeds.gov.uk", "To: all@leeds.gov.uk"]).contacts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Please see attached.",
        "Please see attached the evaluation report and a poster.",
        "See embedded document",
        "Slides available.",
        "More to follow.",
        "Further information to follow shortly.",
    ],
)
def test_what_is_attached_or_to_come_is_no_work_and_told(read_text: ReadText, text: str) -> None:
    work = "We run a free Saturday school in Bengali and Arabic for children in care."
    form = read_text(f"LA Name: Leeds\nDescription:\n{work}\n{text}\nContact: Jo Peel")
    assert [draft.summary for draft in form.drafts] == [work]
    assert any(text in problem.message for problem in form.problems)


def test_a_form_that_only_points_at_its_attachment_tells_of_no_work(read_text: ReadText) -> None:
    form = read_text("LA Name: Leeds\nDescription: Please see the attached report.\nContact: Jo Peel")
    assert not form.drafts
    assert any("the attached report" in problem.message for problem in form.problems)


def test_what_a_long_sentence_tells_beside_a_contact_is_told(read_text: ReadText) -> None:
    lost = "ninety residents and nine councillors cleaned the canal banks together before carnival and"
    form = read_text(f"LA Name: Leeds\nDescription: {_WORK}\nImpact: For more of how {lost} contact Tove Lind.")
    assert people((*form.contacts, *form.drafts[0].contacts)) == [{"name": "Tove Lind"}]
    said = " ".join([form.drafts[0].impact or "", *(one.message for one in form.problems)])
    assert "cleaned the canal banks" in said


def test_what_opens_the_list_of_the_parts_of_one_piece_of_work_is_kept(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            ("Heading 2", "Description"),
            "Our Korean families programme offers:",
            ("List Bullet", "a Saturday advice desk"),
            ("List Bullet", "a bilingual parenting course"),
            ("Heading 2", "Impact"),
            "Attendance at parents' evenings doubled.",
        ]
    )
    [draft] = form.drafts
    assert draft.title == "Korean families programme"
    assert draft.summary == "Our Korean families programme offers: a Saturday advice desk; a bilingual parenting course"
    assert draft.impact == "Attendance at parents' evenings doubled."


def test_the_only_paragraph_is_work_though_it_ends_with_why_it_is_needed(read_lines: ReadLines) -> None:
    work = "Turning points: a diversion scheme for 10 to 17 year olds. Black children were over-represented in arrests."
    assert [draft.title for draft in read_lines([work]).drafts] == ["Turning points"]
