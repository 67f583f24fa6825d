"""Tables of people, whatever their columns are called."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.knowledge.importing.template.conftest import ReadBytes
from tests.knowledge.importing.template.docx_forms import add_table, saved, template, write
from tests.knowledge.importing.template.form_parts import people

_DRUMS = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([("Organisation", "Person", "Post", "How to reach"),
          ("Bradford Teaching Hospitals", "Efua Danso", "Head of Music", "efua@bth.example.nhs.uk"),
          ("West Yorkshire Police", "Tom Hale", "Sergeant", "0113 496 0000")],
         [{"name": "Efua Danso", "role": "Head of Music", "team": "Bradford Teaching Hospitals",
           "email": "efua@bth.example.nhs.uk"},
          {"name": "Tom Hale", "role": "Sergeant", "team": "West Yorkshire Police", "phone": "0113 496 0000"}]),
        ([("Person", "Agency", "Contact details"), ("Tom Hale", "West Yorkshire Police", "0113 496 0000")],
         [{"name": "Tom Hale", "team": "West Yorkshire Police", "phone": "0113 496 0000"}]),
        ([("Who", "What they do", "Details"), ("Efua Danso", "Head of Music", "efua@leeds.gov.uk")],
         [{"name": "Efua Danso", "role": "Head of Music", "email": "efua@leeds.gov.uk"}]),
        ([("Service", "Contact name", "Job title", "Email"), ("Adoption", "Tom Hale", "Officer", "tom@leeds.gov.uk")],
         [{"name": "Tom Hale", "role": "Officer", "team": "Adoption", "email": "tom@leeds.gov.uk"}]),
        ([("Efua Danso", "0113 496 0001"), ("Tom Hale", "0113 496 0000")],
         [{"name": "Efua Danso", "phone": "0113 496 0001"}, {"name": "Tom Hale", "phone": "0113 496 0000"}]),
        ([("Adoption", "Tom Hale, tom@leeds.gov.uk"), ("Music", "Efua Danso, 0113 496 0001")],
         [{"name": "Tom Hale", "team": "Adoption", "email": "tom@leeds.gov.uk"},
          {"name": "Efua Danso", "team": "Music", "phone": "0113 496 0001"}]),
        ([("Name", "Efua Danso"), ("Job title", "Head of Music"), ("Email", "efua@leeds.gov.uk")],
         [{"name": "Efua Danso", "role": "Head of Music", "email": "efua@leeds.gov.uk"}]),
    ],
)  # fmt: skip
def test_each_person_has_what_the_columns_say(
    read_bytes: ReadBytes, rows: Sequence[Sequence[str]], expected: list[dict[str, str]]
) -> None:
    document = template()
    write(document, ["Title: Drumming together", f"Description: {_DRUMS}", ("2", "Contacts")])
    add_table(document, *rows)
    form = read_bytes(saved(document), name="form.docx")
    assert people(form.contacts) == expected
    assert [one.summary for one in form.drafts] == [_DRUMS]
    assert not any(one.field == "contacts" for one in form.problems)


def test_people_beside_what_they_did_are_no_table_of_people(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(document, ("Person", "Description", "Email"), ("Efua Danso", _DRUMS, "efua@leeds.gov.uk"))
    [draft] = read_bytes(saved(document), name="form.docx").drafts
    assert _DRUMS in draft.summary


def test_a_column_for_the_work_says_whose_contact_is_whose(read_bytes: ReadBytes) -> None:
    document = template()
    write(document, [("2", "Dads and barbers"), "We host a monthly evening for fathers and sons with six barbers."])
    write(document, [("2", "Listening lunches"), "The director has lunch each month with parents in their homes."])
    document.add_heading("Contacts", 2)
    add_table(
        document,
        ("Initiative", "Name", "Email"),
        ("Dads and barbers", "Ann Lee", "ann.lee@leeds.gov.uk"),
        ("Listening lunches", "Bob Cole", "bob.cole@leeds.gov.uk"),
    )
    form = read_bytes(saved(document), name="form.docx")
    assert [[one.name for one in draft.contacts] for draft in form.drafts] == [["Ann Lee"], ["Bob Cole"]]
