"""The form's questions where they stand as whole sentences, as "Please describe the impact:"."""

from __future__ import annotations

import pytest

from knowledge.importing.template.lines.instructions import asked_in, without_instructions
from knowledge.importing.template.questions.fields import Field
from tests.knowledge.importing.template.conftest import ReadLines
from tests.knowledge.importing.template.form_parts import named, people

_WORK = "We hired four Romanian-speaking family workers, who meet each family within a week."
_TOLD = "Health visitors are now let into most homes."


@pytest.mark.parametrize(
    ("questions", "end"),
    [
        (
            (
                "Please describe the work",
                "Please describe the impact",
                "Please list any resources",
                "Please name a contact",
            ),
            ":",
        ),
        (
            (
                "Please tell us about your work",
                "Could you tell us what difference it has made?",
                "Please attach any relevant documents.",
                "Please give a contact name",
            ),
            "",
        ),
        (
            (
                "Please give a short description (no more than 200 words)",
                "Please outline the outcomes",
                "Please share any links",
                "Please provide contact details",
            ),
            ".",
        ),
    ],
)
def test_a_question_ends_the_answer_to_the_one_before(
    read_lines: ReadLines, questions: tuple[str, str, str, str], end: str
) -> None:
    answers = (_WORK, _TOLD, "Welcome pack in Romanian and English", "Ioana Munteanu, Team Leader")
    form = read_lines(
        [line for question, answer in zip(questions, answers, strict=True) for line in (f"{question}{end}", answer)]
    )
    [draft] = form.drafts
    assert (draft.summary, draft.impact) == (_WORK, _TOLD)
    assert named([*form.resources, *draft.resources]) == [{"title": "Welcome pack in Romanian and English"}]
    assert people([*form.contacts, *draft.contacts]) == [{"name": "Ioana Munteanu", "role": "Team Leader"}]


def test_an_answer_behind_the_question_is_no_instruction(read_lines: ReadLines) -> None:
    form = read_lines([f"Please describe the work: {_WORK}", f"Please describe the impact: {_TOLD}"])
    assert [(draft.summary, draft.impact) for draft in form.drafts] == [(_WORK, _TOLD)]


@pytest.mark.parametrize(
    "text",
    [
        "Please return this form by the end of June.",
        "Also provide relevant resources/documents and a contact name should others wish to find out more.",
        "Please see the attached report on our choir.",
    ],
)
def test_other_instructions_ask_for_no_field_and_are_no_answer(read_lines: ReadLines, text: str) -> None:
    assert asked_in(text) is None
    form = read_lines([_WORK, text, _TOLD])
    assert text not in form.drafts[0].summary


@pytest.mark.parametrize("text", ["Please contact Ioana Munteanu.", "The impact was felt at once.", _WORK, _TOLD])
def test_an_answer_asks_for_nothing(text: str) -> None:
    assert asked_in(text) is None
    assert without_instructions(text) == text


def test_a_question_may_be_polite() -> None:
    assert asked_in("Can you please tell us about the impact?") is Field.IMPACT


@pytest.mark.parametrize(
    ("resources", "contact"),
    [
        ("Also provide relevant resources/documents Songbook at {}",
         "and a contact name should others wish to find out more about the work. {}"),
        ("Please list any resources. Songbook: {}", "Please give a contact name. {}"),
        ("Please provide relevant resources / documents: Songbook {}",
         "A contact name should others wish to find out more about the work - {}"),
    ],
)  # fmt: skip
def test_what_stands_behind_the_forms_question_answers_it(read_lines: ReadLines, resources: str, contact: str) -> None:
    url = "https://x.example.net/songs"
    form = read_lines([f"Description: {_WORK}", resources.format(url), contact.format("Esi Appiah, Music Manager")])
    [draft] = form.drafts
    assert draft.summary == _WORK
    assert [(one.title, one.url) for one in (*form.resources, *draft.resources)] == [("Songbook", url)]
    assert [(one.name, one.role) for one in form.contacts] == [("Esi Appiah", "Music Manager")]


def test_a_page_to_read_is_a_resource_whatever_leads_to_it(read_lines: ReadLines) -> None:
    form = read_lines(
        [f"Description: {_WORK}", ("2", "Resources"), "Please read our songbook for schools: www.example.net/b"]
    )
    assert [(one.title, one.url) for one in form.resources + form.drafts[0].resources] == [
        ("songbook for schools", "https://www.example.net/b")
    ]
