"""Lines that ask to turn to somebody: whom, for which work, and the page that they lead to besides."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadText
from tests.knowledge.importing.template.form_parts import named, people

_DRUMS = "We run a drumming school for 30 Ghanaian pupils in two church halls."
_FORM = f"LA Name: Leeds\n\nDescription: {_DRUMS}\n"
_LIST = (
    "LA Name: Leeds\n\nExamples include:\n"
    "- Monthly reflective circles for Black social workers, run by a therapist\n"
    "- The Leeds Belonging Network of schools, which offers boys at risk of exclusion a mentor\n"
    "- Reverse mentoring of Leeds head teachers by pupils\n"
)


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("Any questions please ask Efua Danso in the Music Team", {"name": "Efua Danso", "team": "Music Team"}),
        ("Any questions, please ask Efua Danso.", {"name": "Efua Danso"}),
        ("Any questions, just drop Efua Danso a line", {"name": "Efua Danso"}),
        ("Any questions please e-mail efua@leeds.gov.uk", {"email": "efua@leeds.gov.uk"}),
        ("Any questions please ring the Music Team on 0113 496 0101", {"team": "Music Team", "phone": "0113 496 0101"}),
        ("Please ask Efua Danso for more information", {"name": "Efua Danso"}),
        (
            "Efua Danso is leading this work and can be contacted at efua@leeds.gov.uk",
            {"name": "Efua Danso", "email": "efua@leeds.gov.uk"},
        ),
    ],
)
def test_whoever_is_to_be_asked_is_a_contact(read_text: ReadText, line: str, contact: dict[str, str]) -> None:
    form = read_text(f"{_FORM}{line}\n")
    assert people([*form.contacts, *form.drafts[0].contacts]) == [contact]


@pytest.mark.parametrize(
    "line", ["Any questions please let me know", "Please e-mail completed forms to efua@leeds.gov.uk"]
)
def test_what_only_speaks_of_the_form_names_nobody(read_text: ReadText, line: str) -> None:
    form = read_text(f"{_FORM}{line}\n")
    assert (form.contacts, [draft.contacts for draft in form.drafts]) == ((), [()])


@pytest.mark.parametrize(
    ("line", "contact"),
    [
        ("Further information can be found at {} or from Efua Danso, Head Teacher, 0113 496 0101.", "Efua Danso"),
        ("For more information see our website {} or contact Efua Danso", "Efua Danso"),
        ("- Read more at {} or ring Efua Danso on 0113 496 0101.", "Efua Danso"),
        ("Impact: Attendance rose. See the report at {} or contact Efua Danso", "Efua Danso"),
    ],
)
def test_a_page_in_the_sentence_that_names_a_contact_is_kept(read_text: ReadText, line: str, contact: str) -> None:
    url = "https://www.leeds.gov.uk/drums"
    form = read_text(f"{_FORM}{line.format(url)}\n")
    [draft] = form.drafts
    assert [one.name for one in (*form.contacts, *draft.contacts)] == [contact]
    assert named([*form.resources, *draft.resources]) == [{"title": "Drums (leeds.gov.uk)", "url": url}]


def test_a_page_of_the_contacts_own_is_no_resource(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact Efua Danso, www.example.net/efua\n")
    [draft] = form.drafts
    assert [one.url for one in (*form.contacts, *draft.contacts)] == ["https://www.example.net/efua"]
    assert (form.resources, draft.resources) == ((), ())


@pytest.mark.parametrize(
    "line",
    [
        "For further details about Leeds’ work please contact Efua Danso.",
        "For further information about this programme of work contact Efua Danso",
        "For questions about the work of Leeds City Council ask Efua Danso",
        "For more on Leeds’s anti-racist work: Efua Danso",
        "Contact for Leeds: Efua Danso",
    ],
)
def test_whom_to_ask_about_the_authoritys_work_is_the_forms(read_text: ReadText, line: str) -> None:
    form = read_text(f"{_LIST}{line}\n")
    assert people(form.contacts) == [{"name": "Efua Danso"}]
    assert not any(draft.contacts for draft in form.drafts)


def test_a_topic_beside_the_authoritys_name_still_names_one_piece_of_work(read_text: ReadText) -> None:
    form = read_text(f"{_LIST}Contact for the Leeds Belonging Network: Efua Danso\n")
    assert form.contacts == ()
    assert [len(draft.contacts) for draft in form.drafts] == [0, 1, 0]


@pytest.mark.parametrize(
    ("answer", "contacts"),
    [
        ("Efua Danso, 0113.496.0101", [{"name": "Efua Danso", "phone": "0113.496.0101"}]),
        ("Efua Danso, efua.danso @leeds.gov.uk", [{"name": "Efua Danso", "email": "efua.danso@leeds.gov.uk"}]),
        (
            "Efua Danso (on leave until March, please contact Ann Lee in the meantime: ann.lee@leeds.gov.uk)",
            [{"name": "Efua Danso"}, {"name": "Ann Lee", "email": "ann.lee@leeds.gov.uk"}],
        ),
        (
            "Efua Danso, Music Manager (PA: Ann Lee, 0113 496 0101)",
            [
                {"name": "Efua Danso", "role": "Music Manager"},
                {"name": "Ann Lee", "role": "PA", "phone": "0113 496 0101"},
            ],
        ),
        ("Efua Danso/Ann Lee", [{"name": "Efua Danso"}, {"name": "Ann Lee"}]),
        ("Efua Danso, Team Manager/Head Teacher", [{"name": "Efua Danso", "role": "Team Manager/Head Teacher"}]),
        ("Efua Danso BA (Hons) MSc, Music Manager", [{"name": "Efua Danso", "role": "Music Manager"}]),
        (
            "Efua Danso, Music Manager, Leeds City Council",
            [{"name": "Efua Danso", "role": "Music Manager"}],
        ),
    ],
)
def test_addresses_and_names_are_read_as_people_type_them(
    read_text: ReadText, answer: str, contacts: list[dict[str, str]]
) -> None:
    form = read_text(f"{_FORM}Contact: {answer}\n")
    assert people([*form.contacts, *form.drafts[0].contacts]) == contacts


def test_an_address_alone_that_spells_a_name_is_that_persons(read_text: ReadText) -> None:
    form = read_text(
        f"{_FORM}Lead: Efua Danso, Music Manager\nImpact: Attendance rose.\nContact: efua.danso@leeds.gov.uk\n"
    )
    assert people([*form.contacts, *form.drafts[0].contacts]) == [
        {"name": "Efua Danso", "role": "Music Manager", "email": "efua.danso@leeds.gov.uk"}
    ]


@pytest.mark.parametrize("number", ["222 4444", "2224444"])
def test_a_number_without_its_code_is_told(read_text: ReadText, number: str) -> None:
    form = read_text(f"{_FORM}Contact: Efua Danso, tel: {number}\n")
    assert people([*form.contacts, *form.drafts[0].contacts]) == [{"name": "Efua Danso"}]
    assert any(f'"{number}"' in one.message for one in form.problems if one.field == "contacts")


def test_somebody_whom_more_details_come_from_is_a_contact_behind_the_impact_too(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nDescription: Two homework cafés.\nWhat the data says: Homework handed in rose to 85%.\n\n"
        "More details from Tove Lind – tove.lind@x.gov.uk – or Ben Osei – ben.osei@x.gov.uk"
    )
    assert form.drafts[0].impact == "Homework handed in rose to 85%."
    assert people(form.contacts) == [
        {"name": "Tove Lind", "email": "tove.lind@x.gov.uk"},
        {"name": "Ben Osei", "email": "ben.osei@x.gov.uk"},
    ]


def test_two_people_for_two_things_may_stand_on_both_sides_of_a_semicolon(read_text: ReadText) -> None:
    form = read_text(
        f"{_LIST}\nFor circles for social workers contact Ann Lee (ann@leeds.gov.uk); "
        "for reverse mentoring contact Bob Cole (bob@leeds.gov.uk)."
    )
    circles, _, mentoring = form.drafts
    assert people(circles.contacts) == [{"name": "Ann Lee", "email": "ann@leeds.gov.uk"}]
    assert people(mentoring.contacts) == [{"name": "Bob Cole", "email": "bob@leeds.gov.uk"}]


def test_contact_that_is_made_leads_to_nobody(read_text: ReadText) -> None:
    told = "A monthly dashboard shows every stage from contact to care order by ethnicity, down to team level."
    form = read_text(f"LA Name: Leeds\nDescription: {told}")
    assert [draft.summary for draft in form.drafts] == [told]
    assert not form.contacts


def test_a_job_may_be_access_to_something(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact: Efua Danso, Head of Access to Learning, efua@leeds.gov.uk")
    assert people(form.contacts) == [
        {"name": "Efua Danso", "role": "Head of Access to Learning", "email": "efua@leeds.gov.uk"}
    ]


def test_a_contact_in_brackets_behind_an_item_is_its_own(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n\nOur work includes:\n"
        "- Stronger Voices - a paid board of twelve young people that signs off every new service (contact: Ann Lee, "
        "ann@leeds.gov.uk)\n- Fair Start - anonymised allocation of placements for students (contact: Bob Cole)\n"
    )
    assert [draft.title for draft in form.drafts] == ["Stronger Voices", "Fair Start"]
    assert [people(draft.contacts) for draft in form.drafts] == [
        [{"name": "Ann Lee", "email": "ann@leeds.gov.uk"}],
        [{"name": "Bob Cole"}],
    ]


def test_a_job_title_is_no_name_whatever_it_opens_with(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact name: Efua Danso\nJob title: Rights and Advocacy Manager\n")
    assert people(form.contacts) == [{"name": "Efua Danso", "role": "Rights and Advocacy Manager"}]
