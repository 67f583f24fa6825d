"""Tables whose questions have guidance below them in their own cells."""

from __future__ import annotations

from tests.knowledge.importing.template.conftest import ReadBytes
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.form_parts import people

_DRUMS = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."


def test_what_stands_below_a_question_in_its_cell_is_no_answer(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("3. Title of your initiative\nSomething short and memorable", "Drums for all"),
        ("4. What have you done?\nFor colleagues elsewhere", _DRUMS),
        ("7. Contact\nName, job title, email", "Ann Lee\nMusic Lead\nann.lee@leeds.gov.uk"),
    )
    form = read_bytes(saved(document), name="form.docx")
    assert [(draft.title, draft.summary) for draft in form.drafts] == [("Drums for all", _DRUMS)]
    assert people(form.contacts) == [{"name": "Ann Lee", "role": "Music Lead", "email": "ann.lee@leeds.gov.uk"}]
    assert not any("memorable" in one.message for one in form.problems)


def test_answers_below_their_questions_side_by_side_are_answers(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("Title\nDrums for all", f"Description\n{_DRUMS}"),
        ("Impact\nNine pupils joined a band.", "Contact\nAnn Lee, ann.lee@leeds.gov.uk"),
    )
    [draft] = read_bytes(saved(document), name="form.docx").drafts
    assert (draft.title, draft.summary, draft.impact) == ("Drums for all", _DRUMS, "Nine pupils joined a band.")
