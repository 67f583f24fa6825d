"""A line with nothing but a mailbox is a contact: no piece of work, and no team by the name of "mailbox"."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.form_parts import people
from tests.knowledge.importing.template.word_files import link, para, run, word_file

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CLUB = "We opened a Saturday club for Somali mothers in two libraries."
_MAIL = {"email": "music@leeds.gov.uk"}


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("music@leeds.gov.uk", _MAIL),
        ("music @ leeds.gov.uk", _MAIL),
        ("<music@leeds.gov.uk>", _MAIL),
        ("mailto:music@leeds.gov.uk", _MAIL),
        ("Mailbox: music@leeds.gov.uk", _MAIL),
        ("Team mailbox - music@leeds.gov.uk", _MAIL),
        ("music@leeds.gov.uk (shared inbox)", _MAIL),
        ("Our shared mailbox for any queries about this work or about the other projects: music@leeds.gov.uk", _MAIL),
        ("Fostering Team mailbox: music@leeds.gov.uk", {"team": "Fostering Team", **_MAIL}),
        (
            "Shared mailbox for the whole of the participation and inclusion service: music@leeds.gov.uk",
            {"team": "participation and inclusion service", **_MAIL},
        ),
    ],
)
@pytest.mark.parametrize("style", ["List Bullet", "", "List Number"])
def test_a_line_with_a_mailbox_is_a_contact(
    read_lines: ReadLines, style: str, line: str, contact: dict[str, str]
) -> None:
    form = read_lines([("List Bullet", _WORK), ("List Bullet", _CLUB), (style, line)])
    assert [draft.summary for draft in form.drafts] == [_WORK, _CLUB]
    assert people((*form.contacts, *(one for draft in form.drafts for one in draft.contacts))) == [contact]


def test_work_on_a_mailbox_is_work(read_lines: ReadLines) -> None:
    work = "We run a mailbox for reports of racism from pupils in all 40 secondary schools: speakup@leeds.gov.uk"
    assert len(read_lines([("List Bullet", _WORK), ("List Bullet", work)]).drafts) == 2


def test_a_number_below_a_mailbox_reaches_the_same(read_lines: ReadLines) -> None:
    form = read_lines([_WORK, "music@leeds.gov.uk", "0113 496 0101"])
    assert people((*form.contacts, *form.drafts[0].contacts)) == [{**_MAIL, "phone": "0113 496 0101"}]


def test_a_mailbox_for_anything_else_is_not_the_one_named_before(read_lines: ReadLines) -> None:
    told = "For the drumming please contact Efua Danso on 0113 496 0101. For anything else email music@leeds.gov.uk."
    form = read_lines([("List Bullet", _WORK), ("List Bullet", _CLUB), told])
    assert people(form.contacts) == [_MAIL]
    assert people(form.drafts[0].contacts) == [{"name": "Efua Danso", "phone": "0113 496 0101"}]


def test_a_link_that_says_whom_to_write_to_is_the_address_of_who_stands_in_front(read_bytes: ReadBytes) -> None:
    lines = [para("Sharing Practice"), para("LA Name: Leeds"), para(_WORK)]
    contact = para(run("Contact: Isla Kerr, Learning Adviser - "), link("email Isla", "rId9"))
    form = read_bytes(
        word_file("".join([*lines, contact]), links={"rId9": "mailto:isla.kerr@leeds.gov.uk?subject=Drums"}),
        name="form.docx",
    )
    assert people(form.contacts) == [
        {"name": "Isla Kerr", "role": "Learning Adviser", "email": "isla.kerr@leeds.gov.uk"}
    ]
