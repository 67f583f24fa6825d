"""Answers that only say that they are those of the piece of work, or the row, above."""

from __future__ import annotations

import pytest

from knowledge.importing.template.language.placeholders import as_above
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.form_parts import people

_TOVE = {"name": "Tove Lind", "email": "tove.lind@x.gov.uk"}
_FORM = (
    "LA Name: Leeds\n\nTitle: Drum circle\nDescription: Forty boys drum with their grandfathers each week.\n"
    "Impact: Nine of them went back to school.\nContact name: Tove Lind\nE-mail: tove.lind@x.gov.uk\n\n"
    "Title: Song school\nDescription: Mothers teach songs in nine languages in each nursery.\n"
)
_ABOVE = ["As above", "as above.", "Same as above", "See above", "Ditto", "Fel uchod"]


@pytest.mark.parametrize("answer", _ABOVE)
@pytest.mark.parametrize("label", ["Contact: ", "Contact\n", "Contact name: "])
def test_the_contact_is_that_of_the_work_above(read_text: ReadText, label: str, answer: str) -> None:
    form = read_text(f"{_FORM}{label}{answer}\n")
    assert [people(draft.contacts) for draft in form.drafts] == [[_TOVE], [_TOVE]]
    assert form.contacts == ()
    assert not [one for one in form.problems if one.field == "contacts"]


@pytest.mark.parametrize("answer", ["See above", "TBC", "N/A"])
def test_a_question_about_the_contact_without_an_answer_tells_nothing_of_the_work(
    read_text: ReadText, answer: str
) -> None:
    form = read_text(f"{_FORM}Contact name: See above\nE-mail: {answer}\nTelephone: {answer}\n")
    assert form.drafts[1].summary == "Mothers teach songs in nine languages in each nursery."
    assert people(form.drafts[1].contacts) == [_TOVE]


def test_what_follows_an_unanswered_question_is_still_theirs(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact name: Ben Osei\nE-mail: TBC\nTelephone: 0113 496 0101\n")
    assert people(form.drafts[1].contacts) == [{"name": "Ben Osei", "phone": "0113 496 0101"}]


def test_the_same_impact_is_carried_over(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Impact: As above\n")
    assert [draft.impact for draft in form.drafts] == ["Nine of them went back to school."] * 2


def test_an_impact_that_is_to_be_seen_above_is_told_and_not_stored(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Impact: See above\n")
    assert form.drafts[1].impact is None
    assert any('"See above"' in one.message for one in form.problems)


def test_the_first_work_has_nothing_above_it(read_text: ReadText) -> None:
    form = read_text("LA Name: Leeds\nTitle: Drum circle\nDescription: Forty boys drum each week.\nImpact: As above\n")
    assert [draft.impact for draft in form.drafts] == [None]


def test_a_row_has_the_answers_of_the_row_above(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("Title", "Description", "Impact", "Contact"),
        (
            "Drum circle",
            "Forty boys drum with their grandfathers each week",
            "Nine boys",
            "Tove Lind, tove.lind@x.gov.uk",
        ),
        ("Song school", "Mothers teach songs in nine languages in each nursery", "As above", "As above"),
    )
    form = read_bytes(saved(document), name="form.docx")
    assert [people(draft.contacts) for draft in form.drafts] == [[_TOVE], [_TOVE]]
    assert [draft.impact for draft in form.drafts] == ["Nine boys", "Nine boys"]


def test_as_above_is_nobody_in_a_table_of_people(read_bytes: ReadBytes) -> None:
    document = template()
    document.add_paragraph("Description: Forty boys drum with their grandfathers each week.")
    add_table(
        document,
        ("Name", "Role", "E-mail"),
        ("Tove Lind", "Housing Lead", "tove.lind@x.gov.uk"),
        ("Ben Osei", "As above", "ben.osei@x.gov.uk"),
    )
    assert people(read_bytes(saved(document), name="form.docx").contacts) == [
        {"name": "Tove Lind", "role": "Housing Lead", "email": "tove.lind@x.gov.uk"},
        {"name": "Ben Osei", "role": "Housing Lead", "email": "ben.osei@x.gov.uk"},
    ]


def test_above_in_an_answer_of_its_own_points_at_nothing() -> None:
    assert not as_above("Above all, parents trust the school more than before")
    assert not as_above("As above and Ben Osei, Housing Lead, for the songs")
