"""Several people in one answer: whose words are whose."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.form_parts import people

_WORK = "We set up a gardening club in 2024 that 30 Black and Asian carers run with four allotment societies."
_FORM = f"LA Name: Leeds\n\n{_WORK}\n\n"
_TOVE, _BEN = {"name": "Tove Lind"}, {"name": "Ben Osei"}


@pytest.mark.parametrize(
    ("answer", "persons"),
    [
        (
            "Head of Learning, Tove Lind, tove.lind@x.gov.uk; Liaison Officer: Ben Osei (ben.osei@x.gov.uk)",
            [
                {**_TOVE, "role": "Head of Learning", "email": "tove.lind@x.gov.uk"},
                {**_BEN, "role": "Liaison Officer", "email": "ben.osei@x.gov.uk"},
            ],
        ),
        (
            "Head of Learning Tove Lind and Housing Lead Ben Osei",
            [{**_TOVE, "role": "Head of Learning"}, {**_BEN, "role": "Housing Lead"}],
        ),
        (
            "Tove Lind; Housing Lead; Ben Osei; Head of Learning",
            [{**_TOVE, "role": "Housing Lead"}, {**_BEN, "role": "Head of Learning"}],
        ),
        (
            "Tove Lind, Library Outreach Manager and Ben Osei, Front Door Lead",
            [{**_TOVE, "role": "Library Outreach Manager"}, {**_BEN, "role": "Front Door Lead"}],
        ),
        (
            "Tove Lind, Ben Osei Manager, b.osei@x.gov.uk",
            [_TOVE, {**_BEN, "role": "Manager", "email": "b.osei@x.gov.uk"}],
        ),
        (
            "Tove Lind & Ben Osei, Inclusion Officers",
            [{**_TOVE, "role": "Inclusion Officers"}, {**_BEN, "role": "Inclusion Officers"}],
        ),
        (
            "Tove Lind or Ben Osei, Heads of Service, Early Help",
            [{**_TOVE, "role": "Heads of Service, Early Help"}, {**_BEN, "role": "Heads of Service, Early Help"}],
        ),
        (
            "Team Manager Tove Lind, 0113 496 0101, Deputy Ben Osei, 0113 496 0102",
            [
                {**_TOVE, "role": "Team Manager", "phone": "0113 496 0101"},
                {**_BEN, "role": "Deputy", "phone": "0113 496 0102"},
            ],
        ),
        ("Lind, Tove; Osei, Ben", [_TOVE, _BEN]),
        ("Tove Lind, Housing Lead, and her colleague Ben Osei", [{**_TOVE, "role": "Housing Lead"}, _BEN]),
        ("Tove Court, Court Officer; Ben Osei", [{"name": "Tove Court", "role": "Court Officer"}, _BEN]),
        ("Tove Lind and Ben Osei, Inclusion Officer", [_TOVE, {**_BEN, "role": "Inclusion Officer"}]),
        (
            "Tove Lind / Ben Osei - Participation Team",
            [{**_TOVE, "team": "Participation Team"}, {**_BEN, "team": "Participation Team"}],
        ),
        ("Tove Lind, Ben Osei (Participation Team)", [_TOVE, {**_BEN, "team": "Participation Team"}]),
        (
            "Tove Lind and Ben Osei, Inclusion Officers, ben.osei@x.gov.uk",
            [
                {**_TOVE, "role": "Inclusion Officers"},
                {**_BEN, "role": "Inclusion Officers", "email": "ben.osei@x.gov.uk"},
            ],
        ),
        ("Tove Lind, Ben Osei: ben.osei@x.gov.uk", [_TOVE, {**_BEN, "email": "ben.osei@x.gov.uk"}]),
    ],
)
def test_each_has_the_words_that_are_theirs(read_text: ReadText, answer: str, persons: list[dict[str, str]]) -> None:
    assert people(read_text(f"{_FORM}Contact: {answer}\n").contacts) == persons


@pytest.mark.parametrize(
    ("below", "persons"),
    [
        (
            "E-mails: ben.osei@x.gov.uk / tove.lind@x.gov.uk",
            [{**_TOVE, "email": "tove.lind@x.gov.uk"}, {**_BEN, "email": "ben.osei@x.gov.uk"}],
        ),
        (
            "E-mail: housing@x.gov.uk; learning@x.gov.uk",
            [{**_TOVE, "email": "housing@x.gov.uk"}, {**_BEN, "email": "learning@x.gov.uk"}],
        ),
        (
            "Phone: 0113 496 0101 / 0113 496 0102",
            [{**_TOVE, "phone": "0113 496 0101"}, {**_BEN, "phone": "0113 496 0102"}],
        ),
        (
            "Job titles: Housing Lead and Head of Learning",
            [{**_TOVE, "role": "Housing Lead"}, {**_BEN, "role": "Head of Learning"}],
        ),
    ],
)
def test_what_the_next_answer_lists_goes_to_each_in_turn(
    read_text: ReadText, below: str, persons: list[dict[str, str]]
) -> None:
    assert people(read_text(f"{_FORM}Contact names: Tove Lind and Ben Osei\n{below}\n").contacts) == persons


def test_a_cell_of_names_and_a_cell_of_addresses_are_two_people(read_bytes: ReadBytes) -> None:
    document = template()
    names, addresses = "Tove Lind, Ben Osei", "tove.lind@x.gov.uk, ben.osei@x.gov.uk"
    add_table(document, ("Project", "Description", "Contact names", "E-mails"), ("Roots", _WORK, names, addresses))
    [draft] = read_bytes(saved(document), name="form.docx").drafts
    assert people(draft.contacts) == [
        {**_TOVE, "email": "tove.lind@x.gov.uk"},
        {**_BEN, "email": "ben.osei@x.gov.uk"},
    ]


def test_rows_that_ask_for_one_person_are_that_person(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("Description", _WORK),
        ("Name", "Tove Lind"),
        ("Position held", "Equality Adviser"),
        ("Contact telephone", "0113 496 0101"),
        ("Contact email", "tove.lind@x.gov.uk"),
    )
    assert people(read_bytes(saved(document), name="form.docx").contacts) == [
        {**_TOVE, "role": "Equality Adviser", "email": "tove.lind@x.gov.uk", "phone": "0113 496 0101"}
    ]


def test_a_number_told_of_in_a_sentence_of_its_own_is_theirs(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact: Tove Lind. Tove works on Tuesdays. Her number is 0113 496 0101.\n")
    assert people(form.contacts) == [{**_TOVE, "phone": "0113 496 0101"}]


def test_a_mailbox_is_no_team(read_lines: ReadLines) -> None:
    form = read_lines([_WORK, "Contact", "Tove Lind", "Shared mailbox: housing@leeds.example.gov.uk"])
    assert people(form.contacts) == [_TOVE, {"email": "housing@leeds.example.gov.uk"}]


@pytest.mark.parametrize("joint", [" & ", " and ", " / "])
def test_a_comma_parts_an_address_from_all_whom_none_parts(read_text: ReadText, joint: str) -> None:
    form = read_text(f"{_FORM}Contact: Tove Lind{joint}Ben Osei, leavingcare@x.gov.uk")
    assert people(form.contacts) == [{**one, "email": "leavingcare@x.gov.uk"} for one in (_TOVE, _BEN)]
