"""Where a contact works: the address of an office and the team it belongs to, which are nobody themselves."""

from __future__ import annotations

import pytest

from knowledge.domain.draft import Form
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.form_parts import people
from tests.knowledge.importing.template.word_files import para, table, word_file

_FORM = "LA Name: Leeds\n\nDescription: We run a drumming school for 30 Ghanaian pupils in two church halls.\n"
_EFUA = {
    "name": "Efua Danso",
    "role": "Music Manager",
    "email": "efua.danso@leeds.gov.uk",
    "phone": "0113 496 0101",
}


def _all(form: Form) -> list[dict[str, str]]:
    assert len(form.drafts) == 1
    return people([*form.contacts, *form.drafts[0].contacts])


@pytest.mark.parametrize(
    "office",
    [
        "Merrion House",
        "Civic Hall, Leeds",
        "County Hall, Durham, DH1 5UL",
        "Kingsway House, Kingsway, Widnes WA8 7QF",
        "Corby Cube, George Street, Corby, NN17 1QG",
        "Level 4, Riverside House",
        "2nd Floor, Civic Offices",
        "PO Box 100, Leeds",
        "Leeds City Council, Gun Wharf, Dock Road, Leeds LS2 8BB",
        "Address: Enterprise House, St Paul's Street, Leeds LS1 2LE",
        "Northumbria House\nManor Walks\nCramlington NE23 6UR",
        "Beech Grove",
        "Lewes",
    ],
)
@pytest.mark.parametrize(
    "above", ["Contact:\nEfua Danso\nMusic Manager", "Contact: Efua Danso, Music Manager", "Name: Efua Danso\nRole: {}"]
)
def test_an_office_takes_nothing_from_the_one_named_above(read_text: ReadText, above: str, office: str) -> None:
    above = above.format("Music Manager")
    form = read_text(f"{_FORM}{above}\n{office}\n0113 496 0101\nefua.danso@leeds.gov.uk")
    assert _all(form) == [_EFUA]


@pytest.mark.parametrize(
    "line",
    [
        "Efua Danso, Music Manager, Merrion House, efua.danso@leeds.gov.uk, 0113 496 0101",
        "Efua Danso, Music Manager, Leeds City Council, Civic Hall, Calverley Street, Leeds, LS1 1UR, 0113 496 0101, "
        "efua.danso@leeds.gov.uk",
        "Efua Danso | Music Manager | 4th Floor, Merrion House | 0113 496 0101 | efua.danso@leeds.gov.uk",
        "Efua Danso, Music Manager, Drum Works, Mill Lane, Leeds LS4 2AA. Tel 0113 496 0101, efua.danso@leeds.gov.uk",
    ],
)
def test_an_office_in_the_line_of_a_contact_is_nobody(read_text: ReadText, line: str) -> None:
    assert _all(read_text(f"{_FORM}Contact: {line}")) == [_EFUA]


@pytest.mark.parametrize(
    ("lines", "names"),
    [
        ("Efua Danso\nMusic Manager\nRose Lane\nSocial Worker", ["Efua Danso", "Rose Lane"]),
        ("Rose Lane\nMark Hall", ["Rose Lane", "Mark Hall"]),
        ("Efua Danso\nMusic Manager\nAnn Lee\nann.lee@leeds.gov.uk", ["Efua Danso", "Ann Lee"]),
        (
            "Efua Danso\nMusic Manager\nefua.danso@leeds.gov.uk\nAnn House\nann.house@leeds.gov.uk",
            ["Efua Danso", "Ann House"],
        ),
        ("Rose Lane, Social Worker, and Mark Hall, Team Manager", ["Rose Lane", "Mark Hall"]),
    ],
)
def test_people_named_like_streets_are_people(read_text: ReadText, lines: str, names: list[str]) -> None:
    assert [one["name"] for one in _all(read_text(f"{_FORM}Contact:\n{lines}"))] == names


def test_an_address_goes_to_the_name_that_it_spells(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact:\nEfua Danso\nAnn Lee\nefua.danso@leeds.gov.uk")
    assert _all(form) == [{"name": "Efua Danso", "email": "efua.danso@leeds.gov.uk"}, {"name": "Ann Lee"}]


def test_what_could_be_a_name_and_is_left_out_is_told(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact:\nEfua Danso\nMusic Manager\nBeech Grove\nefua.danso@leeds.gov.uk")
    assert [one.place for one in form.problems if one.field == "contacts" and "Beech Grove" in one.message] == [
        "line 7"
    ]


def test_how_to_reach_a_team_may_stand_below_its_office(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact:\nMusic Team\nMerrion House\nLeeds LS2 8BB\nmusic@leeds.gov.uk")
    assert _all(form) == [{"team": "Music Team", "email": "music@leeds.gov.uk"}]


@pytest.mark.parametrize(
    ("label", "answer", "team"),
    [
        ("Team", "Music Service", "Music Service"),
        ("Department", "Children's Services", "Children's Services"),
        ("Directorate", "People", "People"),
        ("Service", "Early Help", "Early Help"),
        ("Address", "Town Hall, Feethams, Darlington DL1 5QT", None),
        ("Location", "Merrion House", None),
    ],
)
def test_a_team_or_an_office_asked_for_among_a_contacts_details_is_part_of_it(
    read_text: ReadText, read_bytes: ReadBytes, label: str, answer: str, team: str | None
) -> None:
    expected = [_EFUA if team is None else {**_EFUA, "team": team}]
    rows = [
        ("Contact name", "Efua Danso"),
        ("Job title", "Music Manager"),
        (label, answer),
        ("Email", "efua.danso@leeds.gov.uk"),
        ("Phone", "0113 496 0101"),
    ]
    below = "".join(f"{asked}: {said}\n" for asked, said in rows)
    assert _all(read_text(f"{_FORM}{below}")) == expected
    assert _all(read_text(f"{_FORM}Contact:\n{below}")) == expected
    body = "".join(map(para, _FORM.splitlines())) + table(*([para(asked), para(said)] for asked, said in rows))
    assert _all(read_bytes(word_file(body), name="form.docx")) == expected
