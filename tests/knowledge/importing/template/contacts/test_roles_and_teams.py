"""What stands beside a contact's name, and which words are no name."""

from __future__ import annotations

import pytest

from knowledge.importing.template.contacts.mentions import read_mention
from tests.knowledge.importing.template.form_parts import people


def _asked(text: str) -> list[dict[str, str]]:
    mention = read_mention(text, asked=True)
    return people(mention.people) if mention else []


@pytest.mark.parametrize(
    "aside",
    [
        "(he/him)",
        "(they/she)",
        "(Mon–Wed)",
        "(part-time, mornings)",
        "(until May 2027)",
        "(on maternity leave)",
        "xe/xe,",
    ],
)
def test_remarks_behind_a_name_are_neither_role_nor_team(aside: str) -> None:
    assert _asked(f"Contact: Mina Castel {aside} – Housing Lead – m.castel@leeds.example.gov.uk") == [
        {"name": "Mina Castel", "role": "Housing Lead", "email": "m.castel@leeds.example.gov.uk"}
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mina Castel (Housing)", {"name": "Mina Castel", "team": "Housing"}),
        ("Mina Castel (Head of Year 9)", {"name": "Mina Castel", "role": "Head of Year 9"}),
        ("Mina Castel (Housing), Senior Planner", {"name": "Mina Castel", "team": "Housing", "role": "Senior Planner"}),
        ("Mina Castel, Lead (vacant from 2027)", {"name": "Mina Castel", "role": "Lead (vacant from 2027)"}),
    ],
)
def test_other_brackets_are_taken_at_their_word(text: str, expected: dict[str, str]) -> None:
    assert _asked(text) == [expected]


@pytest.mark.parametrize("job", ["LADO", "IRO", "CEO", "AD Housing"])
def test_a_job_written_by_its_letters_is_a_role(job: str) -> None:
    assert _asked(f"Mina Castel, {job}") == [{"name": "Mina Castel", "role": job}]
    assert _asked(f"Mina Castel ({job})") == [{"name": "Mina Castel", "role": job}]


def test_letters_of_an_office_are_a_team_and_those_of_an_honour_belong_to_the_name() -> None:
    assert _asked("Mina Castel, MASH") == [{"name": "Mina Castel", "team": "MASH"}]
    assert _asked("Mina Castel MBE, Trustee of the Hub") == [{"name": "Mina Castel MBE", "team": "Trustee of the Hub"}]


@pytest.mark.parametrize("by", ["; ", " | ", ", ", "\n"])
def test_a_role_is_read_whatever_parts_it_from_name_and_address(by: str) -> None:
    text = by.join(["Mina Castel", "Housing Lead", "m.castel@leeds.example.gov.uk"])
    assert [person.get("role") for person in _asked(text)] == ["Housing Lead"]


def test_every_address_and_number_is_kept() -> None:
    assert _asked("m.castel@leeds.example.gov.uk / tove.lind@leeds.example.gov.uk") == [
        {"email": "m.castel@leeds.example.gov.uk"},
        {"email": "tove.lind@leeds.example.gov.uk"},
    ]
    assert _asked("Mina Castel, T: 0113 496 0101 (w)/07700 900 456 (m)") == [
        {"name": "Mina Castel", "phone": "0113 496 0101, 07700 900 456"}
    ]
    assert _asked("Mina Castel, m.castel@leeds.example.gov.uk, housing@leeds.example.gov.uk") == [
        {"name": "Mina Castel", "email": "m.castel@leeds.example.gov.uk"},
        {"email": "housing@leeds.example.gov.uk"},
    ]
    assert _asked("Housing Team, ht@x.example.net, 0113 496 0101; Play Team, pt@x.example.net") == [
        {"team": "Housing Team", "email": "ht@x.example.net", "phone": "0113 496 0101"},
        {"team": "Play Team", "email": "pt@x.example.net"},
    ]


def test_a_number_said_twice_and_a_number_in_a_page_are_not_two() -> None:
    assert _asked("Mina Castel 0113 496 0101, 0113 496 0101, www.example.net/01134960202") == [
        {"name": "Mina Castel", "phone": "0113 496 0101"}
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tove Lind M: 07700 900 456", "Tove Lind"),
        ("Tove Lind E tove@leeds.example.gov.uk", "Tove Lind"),
        ("‘Tove Lind’ <tove@leeds.example.gov.uk>", "Tove Lind"),
        ("'Tove Lind' <tove@leeds.example.gov.uk>", "Tove Lind"),
        ("Insp. Tove Lind, Cumbria Constabulary", "Insp. Tove Lind"),
        ("Rosa d’Amico-Lind | Housing Lead", "Rosa d’Amico-Lind"),
        ("LIND, Tove (Cllr)", "Tove Lind"),
        ("Lind, Tove <tove.lind@leeds.example.gov.uk>", "Tove Lind"),
        ("Rosa Support, Housing Manager", "Rosa Support"),
        ("Rosa Worker, rosa.worker@leeds.example.gov.uk", "Rosa Worker"),
        ("tove lind, manager of housing", "Tove Lind"),
        ("Tove E. Lind", "Tove E. Lind"),
        ("Rosa, Worker", "Rosa"),
        ("Wanjiru wa Lind, Housing Lead", "Wanjiru wa Lind"),
        ("Omar ibn Khalid al-Masri, Housing Lead", "Omar ibn Khalid al-Masri"),
        ("Rosa María de los Santos y Vega, Housing Lead", "Rosa María de los Santos y Vega"),
        ("Housing Lead – Mr T. O’Lind – 0113 496 0101", "T. O’Lind"),
        ("Sr. Tove Lind, Housing Lead", "Sr. Tove Lind"),
        ("Tove Lind, ht@x.example.net (NOT Weds)", "Tove Lind"),
        ("Give Tove Lind a ring, 0113 496 0101", "Tove Lind"),
        ("Then Tove, Housing Lead", "Tove"),
    ],
)
def test_a_name_is_read_whole_and_alone(text: str, name: str) -> None:
    assert [person["name"] for person in _asked(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "housing abuse lead",
        "Play Team Manager",
        "Rosa Support Worker",
        "Pennaeth Gwasanaeth",
        "Joint Heads of Housing",
        "Cumbria Coast Trust, cct@example.net",
        "Not Known, Housing Team",
        "TBA (Housing Team)",
        "Vacant, Head of Housing",
        "Edge of Care Team, ht@x.example.net",
        "Stronger Families Programme, ht@x.example.net",
        "Payroll Helpline, ht@x.example.net",
    ],
)
def test_no_name_is_made_of_other_words(text: str) -> None:
    assert all("name" not in person for person in _asked(text))


def test_numbered_people_in_one_line_are_parted() -> None:
    assert _asked("1) Mina Castel, Housing Lead 2) Tove Lind, Team Planner") == [
        {"name": "Mina Castel", "role": "Housing Lead"},
        {"name": "Tove Lind", "role": "Team Planner"},
    ]


def test_two_people_in_a_row_stay_two() -> None:
    assert _asked("Lind, Castel and Orr") != [{"name": "Castel Lind"}]
    assert _asked("Mina Castel, Tove Lind") == [{"name": "Mina Castel"}, {"name": "Tove Lind"}]


def test_the_address_of_an_office_is_not_given_to_the_person_named_behind_it() -> None:
    mention = read_mention("Please contact the Play Service on play@leeds.example.net or speak to Tove Lind, Planner.")
    assert mention is not None
    assert people(mention.people) == [
        {"team": "Play Service", "email": "play@leeds.example.net"},
        {"name": "Tove Lind", "role": "Planner"},
    ]


def test_an_address_in_front_of_a_name_is_still_theirs() -> None:
    mention = read_mention("Please e-mail tlind@leeds.example.gov.uk (Tove Lind)")
    assert mention is not None
    assert people(mention.people) == [{"name": "Tove Lind", "email": "tlind@leeds.example.gov.uk"}]


def test_the_job_of_the_next_person_is_not_given_to_the_one_before() -> None:
    assert _asked("Mina Castel, Housing Lead, 0113 496 0101 or her deputy, Tove Lind, 0113 496 0202") == [
        {"name": "Mina Castel", "role": "Housing Lead", "phone": "0113 496 0101"},
        {"name": "Tove Lind", "role": "Deputy", "phone": "0113 496 0202"},
    ]


@pytest.mark.parametrize(
    "team",
    ["Virtual School", "Family Hubs", "Race Equality Network", "Edge of Care Team", "Inclusion and Attendance Hub"],
)
def test_an_office_beside_an_address_is_a_team(team: str) -> None:
    expected = {"team": team, "email": "ht@x.example.net"}
    assert _asked(f"{team}, ht@x.example.net") == [expected]
    assert _asked(f"{team}, ht@x.example.net (ask for the duty desk)") == [expected]


def test_remarks_on_a_degree_or_on_leaving_are_no_team() -> None:
    expected = {"name": "Tove Lind", "role": "Housing Lead"}
    assert _asked("Tove Lind (retiring in June), Housing Lead") == [expected]
    assert _asked("Tove Lind BSc (Hons), Housing Lead") == [{**expected, "name": "Tove Lind BSc"}]
    assert _asked("Tove Lind (Leaving Care)") == [{"name": "Tove Lind", "team": "Leaving Care"}]


def test_people_in_turn_are_read_without_the_words_for_it() -> None:
    assert _asked("First Tove Lind (0113 496 0101), then Mina Castel") == [
        {"name": "Tove Lind", "phone": "0113 496 0101"},
        {"name": "Mina Castel"},
    ]


@pytest.mark.parametrize("name", ["Máire Mac an tSaoir", "Seán Ó hAilpín", "Nuala Mac an Bhaird"])
def test_a_name_is_read_whole_with_its_small_letters(name: str) -> None:
    assert _asked(f"{name}, Participation Officer, 01635 496 777") == [
        {"name": name, "role": "Participation Officer", "phone": "01635 496 777"}
    ]


def test_a_contact_service_is_where_somebody_works() -> None:
    assert _asked("Tove Lind, Contact Service Manager") == [{"name": "Tove Lind", "role": "Contact Service Manager"}]
    mention = read_mention("Contact for this one: Tove Lind, Contact Service.")
    assert mention is not None
    assert people(mention.people) == [{"name": "Tove Lind", "team": "Contact Service"}]


def test_somebody_whom_the_form_asks_for_is_nobody() -> None:
    assert _asked("Someone happy to be contacted") == []
