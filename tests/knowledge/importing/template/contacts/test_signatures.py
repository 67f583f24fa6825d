"""What stands beside a name and below it: working days, pronouns, what points at another answer, who is away."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.form_parts import people
from tests.knowledge.importing.template.word_files import link, para, word_file

_FORM = (
    "LA Name: Leeds\n\nWe set up a gardening club in 2024 that 30 Black and Asian carers run with four societies.\n\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Working days: Mon, Tue, Wed",
        "Office hours – 9am to 3pm",
        "Pronouns: they/them",
        "I work Monday to Wednesday",
        "Not in on Fridays",
        "Follow us on X: @drumsleeds",
    ],
)
def test_lines_of_a_signature_about_days_and_pronouns_are_nobody(read_text: ReadText, line: str) -> None:
    for lead in (
        "Contact:\nHalima Noor\n{}\nhalima.noor@leeds.gov.uk",
        "Contact: Halima Noor, halima.noor@leeds.gov.uk\n{}",
    ):
        form = read_text(f"{_FORM}{lead.format(line)}")
        assert people([*form.contacts, *form.drafts[0].contacts]) == [
            {"name": "Halima Noor", "email": "halima.noor@leeds.gov.uk"}
        ]


def test_an_internal_number_is_an_extension(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact:\nHalima Noor\nT: 0113 496 0000 (Internal: 20000)")
    assert people(form.contacts) == [{"name": "Halima Noor", "phone": "0113 496 0000 ext. 20000"}]


@pytest.mark.parametrize("back", ["(as above)", "(see above)", "- as above", "again", "as before"])
def test_who_was_named_above_has_the_details_from_there_and_no_others(read_text: ReadText, back: str) -> None:
    name = "Halima" if back == "again" else "Halima Noor"
    form = read_text(
        "LA Name: Leeds\nTitle: Choir\nDescription: We set up a choir with 20 Roma pupils.\n"
        "Contact: Halima Noor, Music Manager, halima.noor@leeds.gov.uk\n"
        f"Title: Drums\nDescription: We set up a drum school with 30 pupils.\nContact: {name} {back}\n"
    )
    halima = {"name": "Halima Noor", "role": "Music Manager", "email": "halima.noor@leeds.gov.uk"}
    assert [people(draft.contacts) for draft in form.drafts] == [[halima], [halima]]
    assert not any(problem.field == "contacts" for problem in form.problems)


@pytest.mark.parametrize(
    "role", ["Head of Service for Children in Care", "Strategic Lead for Practice", "Lead for anti-racist work"]
)
def test_what_a_role_is_for_belongs_to_it(read_text: ReadText, role: str) -> None:
    form = read_text(f"{_FORM}Contact: Halima Noor, {role}, for more information or copies: halima.noor@leeds.gov.uk")
    assert people(form.contacts) == [{"name": "Halima Noor", "role": role, "email": "halima.noor@leeds.gov.uk"}]


@pytest.mark.parametrize(
    "said",
    [
        "Halima Noor, Music Manager (maternity cover for Grace Obi until May) 0113 496 0000, halima.noor@leeds.gov.uk",
        "Halima Noor, Music Manager, who has taken over from Grace Obi, 0113 496 0000, halima.noor@leeds.gov.uk",
        "Halima Noor (covering for Grace Obi), Music Manager, 0113 496 0000, halima.noor@leeds.gov.uk",
        "Halima Noor, Music Manager (replacing Grace Obi while she is on leave) 0113 496 0000 halima.noor@leeds.gov.uk",
    ],
)
def test_whoever_left_or_is_away_is_no_contact(read_text: ReadText, said: str) -> None:
    assert people(read_text(f"{_FORM}Contact: {said}").contacts) == [
        {
            "name": "Halima Noor",
            "role": "Music Manager",
            "email": "halima.noor@leeds.gov.uk",
            "phone": "0113 496 0000",
        }
    ]


@pytest.mark.parametrize(
    "said",
    [
        ": Halima Noor (Music Manager) or Pavel Novak (Music Manager) – music@leeds.gov.uk, 0113 496 0000",
        "\nHalima Noor and Pavel Novak (job share), Music Manager\nmusic@leeds.gov.uk\n0113 496 0000",
        ": Halima Noor and Pavel Novak, Music Managers, music@leeds.gov.uk, 0113 496 0000",
        ": Halima Noor (Manager) and Pavel Novak (Coach). Both are at music@leeds.gov.uk or on 0113 496 0000.",
    ],
)
def test_a_mailbox_of_several_is_that_of_each(read_text: ReadText, said: str) -> None:
    form = read_text(f"{_FORM}Contact{said}")
    assert [(one.name, one.email, one.phone) for one in form.contacts] == [
        ("Halima Noor", "music@leeds.gov.uk", "0113 496 0000"),
        ("Pavel Novak", "music@leeds.gov.uk", "0113 496 0000"),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "Halima Noor, Leeds, and Pavel Novak, Barnardo's, hello@kindredhearts.example.org",
        "Halima Noor (Leeds) and Pavel Novak (Kindred Hearts), hello@kindredhearts.example.org",
        "Halima Noor and Pavel Novak, pavel.n@kindredhearts.example.org",
    ],
)
def test_the_address_of_one_is_not_the_others(read_text: ReadText, said: str) -> None:
    first, second, *_ = read_text(f"{_FORM}Contact: {said}").contacts
    assert (first.name, first.email, second.name) == ("Halima Noor", None, "Pavel Novak")
    assert second.email is not None


def test_extensions_beside_a_switchboard_are_kept(read_text: ReadText) -> None:
    said = "Halima Noor (Manager, ext. 20001) and Pavel Novak (Coach, ext. 20002), both through 0113 496 0000"
    form = read_text(f"{_FORM}Contact: {said} or music@leeds.gov.uk")
    assert [one.phone for one in form.contacts] == ["ext. 20001, 0113 496 0000", "ext. 20002, 0113 496 0000"]


@pytest.mark.parametrize("linked", [True, False])
def test_pages_below_find_out_more_are_resources(read_bytes: ReadBytes, linked: bool) -> None:
    page = "https://music.example.org/report"
    body = para("LA Name: Leeds") + para("Description: We set up a choir with 20 Roma pupils.") + para("Find out more")
    body += para(link("Short film and report", "rId9") if linked else page) + para(
        "Contact: Halima Noor, 0113 496 0000"
    )
    form = read_bytes(word_file(body, links={"rId9": page}), name="a.docx")
    assert [one.name for one in [*form.contacts, *form.drafts[0].contacts]] == ["Halima Noor"]
    assert [one.url for one in [*form.resources, *form.drafts[0].resources]] == [page]


def test_the_name_of_a_day_may_be_somebodys(read_text: ReadText) -> None:
    assert people(read_text(f"{_FORM}Contact: Thu Tran, Music Manager").contacts) == [
        {"name": "Thu Tran", "role": "Music Manager"}
    ]
