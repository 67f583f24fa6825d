"""The form's own title, and lines that only hold some of its words."""

from __future__ import annotations

import pytest

from knowledge.importing.template.lines.form_title import is_form_title
from knowledge.importing.template.lines.steps import Line
from tests.knowledge.importing.template.conftest import ReadText
from tests.knowledge.importing.template.form_parts import people

_WORK = "Forty schools signed a charter, and each trained a governor to look at suspensions by ethnicity."
_FORM = f"Anti-Racist Work and Tackling Disproportionality: Sharing Practice\nLA Name: Leeds\n\n{_WORK}\n\n"


@pytest.mark.parametrize(
    "title",
    [
        "Anti-Racist Work and Tackling Disproportionality: Sharing Practice",
        "SHARING PRACTICE: ANTI-RACISM AND DISPROPORTIONALITY",
        "Sharing practice – Blackburn with Darwen",
        "Bury Metropolitan Borough Council: Sharing Practice",
        "Anti-racist work in Leeds",
        "Return for sharing practice template (Northumberland)",
        "Sharing Good Practice 2026 - Sheffield Children's Services",
        "Rhannu Arfer / Sharing Practice",
    ],
)
def test_the_forms_title_may_hold_the_authority(title: str) -> None:
    assert is_form_title(Line(title, "line 1"))


@pytest.mark.parametrize(
    "text",
    [
        "Tackling Disproportionality Lead",
        "Programme Manager – Tackling Disproportionality",
        "Anti-Racist Work in Schools",
        "Tackling disproportionality in custody",
        "Sharing good practice with partners",
        "Sharing practice webinar",
        "Anti-racist work: 40 schools signed the charter",
        "More on our anti-racist work: Jo Peel",
        "What anti-racist work have you done?",
        "sharing practice, 0113 496 0101",
    ],
)
def test_lines_with_words_of_the_title_are_none(text: str) -> None:
    assert not is_form_title(Line(text, "line 1"))


@pytest.mark.parametrize(("text", "whole"), [("Sharing practice", False), ("Sharing practice return – Leeds", True)])
def test_an_answer_is_the_title_only_with_most_of_it(text: str, whole: bool) -> None:
    assert is_form_title(Line(text, "line 1"))
    assert is_form_title(Line(text, "line 1"), answers=True) is whole


@pytest.mark.parametrize(
    "line",
    [
        "For further information about our anti-racist work contact Halima Noor, {}",
        "To hear more about tackling disproportionality please speak to Halima Noor, {}",
        "Contact for sharing practice: Halima Noor, {}",
    ],
)
def test_whom_to_ask_about_the_forms_subject_is_a_contact(read_text: ReadText, line: str) -> None:
    form = read_text(f"{_FORM}{line.format('Head of Race Equity, halima.noor@leeds.gov.uk')}")
    [draft] = form.drafts
    assert people([*form.contacts, *draft.contacts]) == [
        {"name": "Halima Noor", "role": "Head of Race Equity", "email": "halima.noor@leeds.gov.uk"}
    ]


def test_answers_that_hold_words_of_the_title_are_read(read_text: ReadText) -> None:
    form = read_text(
        f"LA Name: Leeds\nTitle: Anti-racist work in schools\nDescription: {_WORK}\n"
        "Resources:\nTackling disproportionality in schools toolkit\nSharing practice webinar https://youtu.be/xyz\n"
        "Contact:\nHalima Noor\nTackling Disproportionality Lead\nhalima.noor@leeds.gov.uk\n"
    )
    [draft] = form.drafts
    assert draft.title == "Anti-racist work in schools"
    assert [one.title for one in draft.resources] == [
        "Tackling disproportionality in schools toolkit",
        "Sharing practice webinar",
    ]
    assert people([*form.contacts, *draft.contacts]) == [
        {"name": "Halima Noor", "role": "Tackling Disproportionality Lead", "email": "halima.noor@leeds.gov.uk"}
    ]


def test_work_that_begins_with_words_of_the_title_is_told(read_text: ReadText) -> None:
    form = read_text(f"LA Name: Leeds\n\n{_WORK}\n\nWe began anti-racist work with 48 head teachers in 2021\n")
    assert any("48 head teachers" in draft.summary for draft in form.drafts)
