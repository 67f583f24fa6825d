"""Forms that ask more about one piece of work than the template does."""

from __future__ import annotations

import pytest
from docx import Document

from knowledge.domain.draft import Form
from knowledge.importing.template.questions.rubrics import asks_how, rubric
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.docx_forms import saved

_TOP = "LA Name: Leeds\nCategory: With children and families\n"
_PANEL = "We set up a bail support panel for Black boys which meets daily with the court team."
_MORE = "Weekend cover was needed from the start and two schools took part."
_CONTACT = "Contact: Jo Peel, jo.peel@leeds.gov.uk"
_QUESTIONS = [
    ("Title", "Belonging mentors"),
    ("Context", "One in three exclusions in our schools is of a Black pupil."),
    ("Approach", "Twelve youth workers were appointed as mentors. Each works in two secondary schools."),
    ("Who was involved", "Schools, the youth service and parents."),
    ("Impact", "Suspensions of mentored pupils fell by 40%."),
    ("Learning", "Heads need to own it, and mentors need a room of their own."),
    ("Contact", "Jo Peel, Inclusion Manager, jo.peel@leeds.gov.uk"),
]
_HEADINGS = (
    "Learning", "Approach", "How we did it", "Method", "Delivery", "Who was involved?", "Partners", "Partner agencies",
    "Target group", "Who is it for?", "Cohort", "Feedback", "Voice of the child", "Intended outcomes", "Outputs",
    "Sustainability", "Governance", "Top tips", "Resources required", "Any other information", "Service area",
    "Sponsor", "Notes", "What young people told us", "Referral route",
)  # fmt: skip


def _is_one_panel(form: Form) -> None:
    [draft] = form.drafts
    assert (draft.title, draft.impact) == ("Bail support panel for Black boys", None)
    assert draft.summary.startswith(_PANEL)
    assert draft.summary.endswith(_MORE)
    assert [person.name for person in form.contacts] == ["Jo Peel"]


@pytest.mark.parametrize("heading", _HEADINGS)
def test_a_label_behind_the_description_asks_for_more_of_it(read_text: ReadText, heading: str) -> None:
    mark = "" if heading.endswith("?") else ":"
    _is_one_panel(read_text(f"{_TOP}Description: {_PANEL}\n{heading}{mark} {_MORE}\n{_CONTACT}"))


@pytest.mark.parametrize("heading", _HEADINGS)
def test_a_heading_behind_the_description_asks_for_more_of_it(read_text: ReadText, heading: str) -> None:
    _is_one_panel(read_text(f"{_TOP}\nDescription\n{_PANEL}\n\n{heading}\n{_MORE}\n\n{_CONTACT}"))


@pytest.mark.parametrize("made", ["table", "headings", "bold", "labels"])
def test_a_form_with_more_questions_tells_of_one_piece_of_work(read_bytes: ReadBytes, made: str) -> None:
    document = Document()
    document.add_paragraph("LA Name: Leeds")
    if made == "table":
        table = document.add_table(rows=0, cols=2)
    for question, answer in _QUESTIONS:
        if made == "table":
            for cell, text in zip(table.add_row().cells, (question, answer), strict=True):
                cell.text = text
        elif made == "headings":
            document.add_heading(question, 2)
            document.add_paragraph(answer)
        elif made == "bold":
            document.add_paragraph().add_run(question).bold = True
            document.add_paragraph(answer)
        else:
            document.add_paragraph().add_run(f"{question}: ").bold = True
            document.paragraphs[-1].add_run(answer)
    form = read_bytes(saved(document), name="form.docx")
    [draft] = form.drafts
    assert draft.title == "Belonging mentors"
    assert draft.summary == (
        "Twelve youth workers were appointed as mentors. Each works in two secondary schools. Who was involved: "
        "Schools, the youth service and parents. Learning: Heads need to own it, and mentors need a room of their own."
    )
    assert draft.impact == "Suspensions of mentored pupils fell by 40%."
    assert [person.email for person in form.contacts] == ["jo.peel@leeds.gov.uk"]


def test_what_is_asked_in_front_of_the_description_stands_behind_it(read_text: ReadText) -> None:
    form = read_text(f"{_TOP}Partners: the police and two schools\nWho is it for? Boys at risk\nDescription: {_PANEL}")
    [draft] = form.drafts
    assert draft.title == "Bail support panel for Black boys"
    assert draft.summary == f"{_PANEL} Partners: the police and two schools. Who is it for? Boys at risk"


def test_an_unknown_heading_among_the_questions_asks_for_more(read_text: ReadText) -> None:
    form = read_text(
        f"{_TOP}\nTitle\nBail panel\n\nDescription\n{_PANEL}\n\nSteering group\n{_MORE}\n\n"
        "Impact\nRemands fell from 14 to 5."
    )
    [draft] = form.drafts
    assert (draft.title, draft.impact) == ("Bail panel", "Remands fell from 14 to 5.")
    assert draft.summary == f"{_PANEL} Steering group: {_MORE}"


def test_headings_over_other_work_open_it_behind_a_title_too(read_text: ReadText) -> None:
    form = read_text(
        "Title: Anti-racism in Leeds\n"
        f"{_TOP}\n# Reverse mentoring\nEach of 14 heads has a mentor in year 12. They meet each month.\n"
        "# Hair care lessons\nWe run lessons for foster carers with three salons. Ninety carers came.\n"
        f"# Impact\nHeads changed their uniform rules.\n# Contact\nJo Peel, jo.peel@leeds.gov.uk"
    )
    assert [draft.title for draft in form.drafts] == ["Reverse mentoring", "Hair care lessons"]


def test_each_of_several_pieces_of_work_keeps_what_is_asked_of_it(read_text: ReadText) -> None:
    form = read_text(
        f"{_TOP}\n# Reverse mentoring\n## Approach\nEach of 14 heads has a mentor who is in year 12.\n"
        "## Impact\nNine heads changed their uniform rules.\n## Learning\nPay the pupils.\n"
        "# Hair care lessons\n## Approach\nWe run lessons for foster carers with three salons.\n"
        "## Impact\nCarers feel sure of themselves.\n## Learning\nSaturdays work best.\n"
    )
    assert [(draft.title, draft.summary, draft.impact) for draft in form.drafts] == [
        (
            "Reverse mentoring",
            "Each of 14 heads has a mentor who is in year 12. Learning: Pay the pupils.",
            "Nine heads changed their uniform rules.",
        ),
        (
            "Hair care lessons",
            "We run lessons for foster carers with three salons. Learning: Saturdays work best.",
            "Carers feel sure of themselves.",
        ),
    ]


def test_what_is_asked_of_several_pieces_of_work_at_once_is_left_out_and_told(read_text: ReadText) -> None:
    form = read_text(
        f"{_TOP}Description:\n{_PANEL}\nWe run a choir for Roma children in two schools.\n"
        "Partners: the police and Opera North\n"
    )
    assert len(form.drafts) == 2
    assert any("Partners: the police and Opera North" in problem.message for problem in form.problems)


@pytest.mark.parametrize(
    "text", ["Reverse mentoring", "With partners", "Partnership board", "Recruitment", "Staff network"]
)
def test_names_of_work_and_topics_ask_for_nothing(text: str) -> None:
    assert not rubric(text)


def test_only_how_it_was_done_may_stand_for_a_description() -> None:
    assert asks_how("Our approach and delivery")
    assert not asks_how("Partners")
