"""Contacts in the ways that people write them."""

from __future__ import annotations

import pytest

from knowledge.importing.template.contacts.mentions import read_mention, take_contacts
from tests.knowledge.importing.template.conftest import ReadLines, ReadText
from tests.knowledge.importing.template.form_parts import people


def _all(text: str) -> list[dict[str, str]]:
    return [person for mention in take_contacts(text)[1] for person in people(mention.people)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Please contact Efua Danso (Head of Practice) and Tom Price (Director of Learning).",
            [{"name": "Efua Danso", "role": "Head of Practice"}, {"name": "Tom Price", "role": "Director of Learning"}],
        ),
        (
            "Contact: Efua Danso, Head of Practice, e.danso@leeds.example.gov.uk",
            [{"name": "Efua Danso", "role": "Head of Practice", "email": "e.danso@leeds.example.gov.uk"}],
        ),
        ("For more detail of the scheme contact Efua Danso", [{"name": "Efua Danso"}]),
        ("Lead officer: MARY McDONALD – Head of Service", [{"name": "Mary McDonald", "role": "Head of Service"}]),
        ("Contact Siân Llewelyn-Jones on 01633 555 123", [{"name": "Siân Llewelyn-Jones", "phone": "01633 555 123"}]),
        (
            "contact ANNE-MARIE O’NEILL or email her on amo@leeds.example.gov.uk",
            [{"name": "Anne-Marie O’Neill", "email": "amo@leeds.example.gov.uk"}],
        ),
        ("Contact: Zainab", [{"name": "Zainab"}]),
        (
            "Please speak to Abena (HR lead) or Joel Young.",
            [{"name": "Abena", "role": "HR lead"}, {"name": "Joel Young"}],
        ),
        (
            "Contact Líam Ó Súilleabháin or Dr Maria de la Cruz",
            [{"name": "Líam Ó Súilleabháin"}, {"name": "Dr Maria de la Cruz"}],
        ),
        ("Head of Virtual School: Priya Nair", [{"name": "Priya Nair", "role": "Head of Virtual School"}]),
        (
            "Get in touch with the EDI Team: edi@leeds.example.gov.uk",
            [{"team": "EDI Team", "email": "edi@leeds.example.gov.uk"}],
        ),
        ("Please e-mail joel@leeds.example.gov.uk", [{"email": "joel@leeds.example.gov.uk"}]),
        ("Contact: Mrs J. Patel / Mr A B Jones", [{"name": "J. Patel"}, {"name": "A B Jones"}]),
        (
            "Contact Kofi Mensah-Boateng, Service Lead, +44 (0)20 7946 0958 ext 22",
            [{"name": "Kofi Mensah-Boateng", "role": "Service Lead", "phone": "+44 (0)20 7946 0958 ext 22"}],
        ),
        ("Contact: Hannah West, Fostering", [{"name": "Hannah West", "team": "Fostering"}]),
        (
            "Please contact Marlon Trew or Beth Orr, both at academy@leeds.example.gov.uk",
            [
                {"name": "Marlon Trew", "email": "academy@leeds.example.gov.uk"},
                {"name": "Beth Orr", "email": "academy@leeds.example.gov.uk"},
            ],
        ),
        (
            "Contact Ann Lee and Raj Pal: raj.pal@leeds.example.gov.uk, ann.lee@leeds.example.gov.uk",
            [
                {"name": "Ann Lee", "email": "ann.lee@leeds.example.gov.uk"},
                {"name": "Raj Pal", "email": "raj.pal@leeds.example.gov.uk"},
            ],
        ),
    ],
)
def test_people_are_read_with_what_stands_beside_them(text: str, expected: list[dict[str, str]]) -> None:
    assert _all(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Contact with birth families improved for Black children.",
        "Black and Asian staff meet the Director of Children's Services every month.",
        "In June Leeds Council ran a course for Senior Leaders.",
        "The Young Carers Festival was held in Roundhay Park.",
        "We called for change after the Race Equality Commission reported.",
        "Reverse mentoring - senior leaders learn from junior staff",
    ],
)
def test_other_sentences_name_no_contact(text: str) -> None:
    assert take_contacts(text) == (text, ())


def test_the_contact_sentence_does_not_stay_in_the_text() -> None:
    rest, _ = take_contacts("A club for girls. It meets weekly. For details contact Efua Danso. It is free.")
    assert rest == "A club for girls. It meets weekly. It is free."


def test_an_address_in_the_next_sentence_belongs_to_the_person_before() -> None:
    assert _all("Contact: Efua Danso, Club Leader. Email: e.danso@leeds.example.gov.uk. Tel: 0113 496 0001.") == [
        {"name": "Efua Danso", "role": "Club Leader", "email": "e.danso@leeds.example.gov.uk", "phone": "0113 496 0001"}
    ]


def test_the_topic_in_front_of_a_name_is_kept() -> None:
    mention = read_mention("Fostering - Joel Smith")
    assert mention is not None
    assert (mention.topic, people(mention.people)) == ("Fostering", [{"name": "Joel Smith"}])


_TWO = """LA Name: Leeds
Examples of our initiatives include:
- Mentoring circles for Black foster carers who are new to fostering
- A reading club that we run for Somali girls in four libraries
"""


def test_a_topic_gives_the_contact_to_that_work_alone(read_text: ReadText) -> None:
    form = read_text(_TWO + "\nFostering - Joel Smith\nReading club: Ayaan Farah, Librarian\n")
    assert form.contacts == ()
    assert [people(draft.contacts) for draft in form.drafts] == [
        [{"name": "Joel Smith"}],
        [{"name": "Ayaan Farah", "role": "Librarian"}],
    ]


def test_a_last_line_for_everything_stands_for_the_form(read_text: ReadText) -> None:
    form = read_text(_TWO + "For further information about our approach please contact Joel Smith (Director).\n")
    assert people(form.contacts) == [{"name": "Joel Smith", "role": "Director"}]
    assert all(draft.contacts == () for draft in form.drafts)


def test_a_line_right_after_an_initiative_is_its_own(read_text: ReadText) -> None:
    form = read_text(_TWO.replace("fostering\n", "fostering\n  Contact: Joel Smith\n"))
    assert [people(draft.contacts) for draft in form.drafts] == [[{"name": "Joel Smith"}], []]
    assert "Joel" not in form.drafts[0].summary


def test_a_contact_said_more_of_elsewhere_is_completed(read_text: ReadText) -> None:
    form = read_text(
        _TWO.replace("fostering\n", "fostering. Contact Joel Smith.\n") + "General contact: Joel Smith, Director\n"
    )
    assert people(form.drafts[0].contacts) == [{"name": "Joel Smith", "role": "Director"}]


@pytest.mark.parametrize(
    "line",
    [
        "Contact: Name: Ann Lee  Role: Band Connector  Email: ann.lee@leeds.gov.uk  Tel: 0113 496 0000",
        "Name: Ann Lee, Job title: Band Connector, E-mail: ann.lee@leeds.gov.uk, Phone: 0113 496 0000",
    ],
)
def test_what_labels_on_one_line_ask_for_is_what_they_say(line: str) -> None:
    mention = read_mention(line)
    assert mention is not None
    assert people(mention.people) == [
        {"name": "Ann Lee", "role": "Band Connector", "email": "ann.lee@leeds.gov.uk", "phone": "0113 496 0000"}
    ]


def test_two_numbers_with_labels_of_their_own_are_one_persons(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nDescription: We run a drumming school for 30 pupils.\nContact:\nAnn Lee\nBand Manager\n"
        "Tel: 0113 496 0000 Mob: 07700 900111"
    )
    assert people(form.contacts) == [
        {"name": "Ann Lee", "role": "Band Manager", "phone": "0113 496 0000, 07700 900111"}
    ]


def test_an_address_below_a_soft_break_goes_on_with_no_line(read_lines: ReadLines) -> None:
    contact = "Contact: Ann Lee\nBand Manager\nChildren’s Services, Shute End\nann.lee@leeds.gov.uk"
    form = read_lines(["Description: We run a drumming school for 30 pupils.", contact])
    assert people(form.contacts) == [{"name": "Ann Lee", "role": "Band Manager", "email": "ann.lee@leeds.gov.uk"}]
