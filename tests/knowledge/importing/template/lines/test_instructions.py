"""What the form says of itself, left in among the answers, and officers' own sentences that open like it."""

from __future__ import annotations

import pytest
from docx import Document

from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.docx_forms import saved, write

_DRUMS = "We run a Saturday drumming school for 30 Ghanaian pupils in two church halls."


@pytest.mark.parametrize(
    "guidance",
    [
        "[Delete this guidance before sending. Aim for no more than 400 words. Do not name any families.]",
        "Guidance: keep it short. Aim for 200 to 300 words. Don't include names of children.",
        "(Please delete this line. Keep your description to one page.)",
        "(Please keep to 200 words. Tell us who was involved, when it began and what it costs.)",
    ],
)
def test_guidance_of_several_sentences_is_no_work(read_lines: ReadLines, guidance: str) -> None:
    form = read_lines([guidance, f"Description: {_DRUMS}", "Impact: Suspensions halved."])
    assert [(one.summary, one.impact) for one in form.drafts] == [(_DRUMS, "Suspensions halved.")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Thanks to this, suspensions of the drummers fell by half.",
        "For example, a report on each drummer is read out in assembly.",
        "This might be a song or a dance.",
        "Please note that interpreters are booked by the families.",
        "Around 40 words of Twi are learnt in a term.",
        "Any questions that families have are answered on the day.",
        "One sheet for each drummer hangs in the hall.",
        "Hello cards greet each new family.",
        "Please see us drum, the pupils wrote to the mayor.",
        "Please say our names properly was the first line of their song.",
        "Do not leave a drummer to explain racism to the class.",
        "Don't write off a child who is late.",
        "Sorry was what the school had never said to them.",
        "Choose one song a week from home is the rule.",
        "Let us know when you get it wrong, the pupils told the teachers.",
        "Also provide water and fruit, the pupils asked of the halls.",
    ],
)
def test_an_officers_own_sentence_is_no_instruction(read_lines: ReadLines, sentence: str) -> None:
    [draft] = read_lines([f"Description: {_DRUMS} {sentence}"]).drafts
    assert sentence in f"{draft.summary} {draft.impact}"


def test_please_read_leads_to_a_page_where_it_says_nothing_of_a_form(read_lines: ReadLines) -> None:
    report = "https://drums.example.org/report.pdf"
    [draft] = read_lines([f"Description: {_DRUMS} Please read our report at {report}, it has all the songs."]).drafts
    assert [one.url for one in draft.resources] == [report]


@pytest.mark.parametrize(
    "sentence",
    [
        "Please do not exceed one page.",
        "Do not include names of any pupils.",
        "Don't worry if your form is not perfect.",
        "Sorry this is a bit late.",
        "Please upload and submit completed forms at https://x.example.net/upload.",
        "Please send your completed form to https://x.example.net/upload.",
        "Select the category that fits best.",
    ],
)
def test_what_speaks_of_the_form_is_one(read_lines: ReadLines, sentence: str) -> None:
    [draft] = read_lines([f"Description: {_DRUMS} {sentence}"]).drafts
    assert draft.summary == _DRUMS


@pytest.mark.parametrize("parts", [" / ", " | "])
def test_a_forms_title_in_two_languages_is_none_of_the_work(read_bytes: ReadBytes, parts: str) -> None:
    document = Document()
    welsh = "Gwaith Gwrth-hiliol a Mynd i'r Afael ag Anghymesuredd yn ein Gwasanaethau: Rhannu Arfer"
    document.add_heading(f"{welsh}{parts}Anti-Racist Work and Tackling Disproportionality: Sharing Practice", 1)
    write(document, ["LA Name: Cyngor Gwynedd", f"Description: {_DRUMS}"])
    [draft] = read_bytes(saved(document), name="form.docx").drafts
    assert "Gwaith" not in draft.title


def test_guidance_left_in_the_cell_of_a_question_leaves_it_the_question(read_bytes: ReadBytes) -> None:
    document = Document()
    table = document.add_table(rows=0, cols=2)
    for question, answer in (
        ("LA Name", "Leeds"),
        ("Short description\nPlease give a short description of the work being undertaken", "We run a Somali choir."),
        ("Resources\nPlease provide relevant resources/documents.", "Choir handbook"),
        ("Contact\nContact name should others wish to find out more", "Ann Lee, Choir Manager"),
    ):
        for cell, text in zip(table.add_row().cells, (question, answer), strict=True):
            cell.text = text
    form = read_bytes(saved(document), name="form.docx")
    assert [draft.summary for draft in form.drafts] == ["We run a Somali choir."]
    assert [one.title for one in form.resources] == ["Choir handbook"]
    assert [one.name for one in form.contacts] == ["Ann Lee"]
    assert not any(problem.field == "initiatives" for problem in form.problems)


def test_what_only_hands_the_form_over_is_no_work(read_lines: ReadLines) -> None:
    form = read_lines(["As promised, here is our bit for the sharing practice template.", _DRUMS])
    assert [draft.summary for draft in form.drafts] == [_DRUMS]
