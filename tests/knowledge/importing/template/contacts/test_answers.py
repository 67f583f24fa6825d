"""Answers to the form's question for contacts: marks for none, pages, and words that would be lost."""

from __future__ import annotations

import pytest

from knowledge.importing.template.contacts.mentions import take_contacts
from knowledge.importing.template.language.placeholders import says_nothing
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.form_parts import people
from tests.knowledge.importing.template.word_files import link, para, table, word_file

_WORK = "We set up a gardening club in 2024 that 30 Black and Asian carers run with four allotment societies."
_FORM = f"LA Name: Leeds\n\n{_WORK}\n\n"


@pytest.mark.parametrize(
    "mark",
    [
        "N/A",
        "n/a at present",
        "TBA",
        "None",
        "Vacant",
        "to be advised",
        "To follow shortly",
        "Post is currently vacant",
    ],
)
@pytest.mark.parametrize("label", ["Contact: ", "Contact name\n", "Lead officer: "])
def test_a_mark_for_a_missing_contact_is_none_and_no_problem(read_text: ReadText, label: str, mark: str) -> None:
    form = read_text(f"{_FORM}{label}{mark}\n")
    assert (form.contacts, [draft.contacts for draft in form.drafts]) == ((), [()])
    assert form.drafts[0].summary == _WORK
    assert not [problem for problem in form.problems if problem.field == "contacts"]


@pytest.mark.parametrize("name", ["Nil Aydın", "Will Post", "Noone Brady", "Ngozi None-Bello", "Page Turner"])
def test_names_that_look_like_such_marks_are_names(read_text: ReadText, name: str) -> None:
    assert not says_nothing(name)
    assert people(read_text(f"{_FORM}Contact: {name}\n").contacts) == [{"name": name}]


def test_what_stands_beside_a_mark_is_read(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact: TBC, Allotments Team, plots@leeds.example.gov.uk\n")
    assert people(form.contacts) == [{"team": "Allotments Team", "email": "plots@leeds.example.gov.uk"}]


def test_marks_in_a_table_of_people_are_left_out(read_text: ReadText) -> None:
    rows = ["| Name | Role | Email | Phone |", "|---|---|---|---|"]
    rows += ["| Tove Lind | tbc | tove@x.example.net | n/a |", "| Vacant | Housing Lead | | |", "| TBC | TBC | | |"]
    assert people(read_text(_FORM + "\n".join(rows)).contacts) == [
        {"name": "Tove Lind", "email": "tove@x.example.net"},
        {"role": "Housing Lead"},
    ]


@pytest.mark.parametrize("answer", ["as per covering letter", "same as in our 2025 return", "whoever has the rota"])
def test_an_answer_that_names_nobody_is_a_problem_with_its_place(read_text: ReadText, answer: str) -> None:
    form = read_text(f"{_FORM}Contact: {answer}\n")
    assert form.contacts == ()
    assert form.drafts[0].summary == _WORK
    [problem] = [one for one in form.problems if one.field == "contacts"]
    assert answer in problem.message
    assert problem.place == "line 5"


@pytest.mark.parametrize("label", ["Contact: ", "Contact\n"])
def test_words_that_no_contact_holds_are_a_problem(read_text: ReadText, label: str) -> None:
    form = read_text(f"{_FORM}{label}Tove Lind (she/they, Tuesdays only), Housing Lead, 0113 496 0101\n")
    assert people(form.contacts) == [{"name": "Tove Lind", "role": "Housing Lead", "phone": "0113 496 0101"}]
    [problem] = [one for one in form.problems if one.field == "contacts"]
    assert '"she/they, Tuesdays only"' in problem.message


@pytest.mark.parametrize(
    "answer",
    [
        "Please contact Tove Lind, Housing Lead, by e-mail (tove@x.example.net) or call 0113 496 0101.",
        "Tove Lind | Housing Lead | E: tove@x.example.net | T: 0113 496 0101 (w)",
        "Mrs Tove Lind - Housing Lead: tove@x.example.net / 0113 496 0101",
    ],
)
def test_an_answer_that_was_taken_up_is_no_problem(read_text: ReadText, answer: str) -> None:
    form = read_text(f"{_FORM}Contact: {answer}\n")
    assert people(form.contacts) == [
        {"name": "Tove Lind", "role": "Housing Lead", "email": "tove@x.example.net", "phone": "0113 496 0101"}
    ]
    assert not [problem for problem in form.problems if problem.field == "contacts"]


def test_addresses_on_lines_of_their_own_all_belong_to_the_name_above(read_text: ReadText) -> None:
    lines = ["Tove Lind", "Housing Lead", "tove@x.example.net", "0113 496 0101", "07700 900 456"]
    assert people(read_text(f"{_FORM}Contact\n" + "\n".join(lines)).contacts) == [
        {
            "name": "Tove Lind",
            "role": "Housing Lead",
            "email": "tove@x.example.net",
            "phone": "0113 496 0101, 07700 900 456",
        }
    ]


def test_what_mail_programs_put_below_a_signature_is_no_answer(read_text: ReadText) -> None:
    below = "This message is confidential and intended solely for the person it was sent to."
    form = read_text(f"{_FORM}Kind regards\nTove Lind\nHousing Lead\n{below}\nWe will hold a sale of seeds.\n")
    assert people(form.contacts) == [{"name": "Tove Lind", "role": "Housing Lead"}]
    assert ["sale of seeds" in one.message for one in form.problems if one.field == "contacts"] == [True]


def test_a_page_is_a_contact_where_somebody_is_asked_for(read_text: ReadText) -> None:
    [contact] = read_text(f"{_FORM}Contact: https://leeds.example.gov.uk/allotments\n").contacts
    assert contact.url == "https://leeds.example.gov.uk/allotments"
    [contact] = read_text(f"{_FORM}Contact\nTove Lind, www.example.net/tove\n").contacts
    assert (contact.name, contact.team, contact.url) == ("Tove Lind", None, "https://www.example.net/tove")


def test_a_page_behind_further_information_is_a_resource(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Further information: https://leeds.example.gov.uk/allotments.pdf\n")
    assert form.contacts == ()
    urls = [one.url for one in (*form.resources, *form.drafts[0].resources)]
    assert urls == ["https://leeds.example.gov.uk/allotments.pdf"]


def test_a_name_that_leads_to_a_page_has_it_as_its_own(read_bytes: ReadBytes) -> None:
    body = para("LA Name: Leeds") + para(_WORK)
    body += para('<w:r><w:t xml:space="preserve">Contact: </w:t></w:r>', link("Tove Lind", "rId9"))
    form = read_bytes(word_file(body, links={"rId9": "https://leeds.example.gov.uk/tove"}), name="a.docx")
    [contact] = form.contacts
    assert (contact.name, contact.url) == ("Tove Lind", "https://leeds.example.gov.uk/tove")


def test_an_entry_without_a_contact_has_none(read_bytes: ReadBytes) -> None:
    body = para("LA Name: Leeds") + table(
        (para("Title"), para("Description"), para("Contact")),
        (para("Gardening club"), para(_WORK), para("N/A")),
        (para("Film nights"), para("We hold film nights with Somali parents."), para("Tove Lind (she/her)")),
    )
    form = read_bytes(word_file(body), name="a.docx")
    assert [people(draft.contacts) for draft in form.drafts] == [[], [{"name": "Tove Lind"}]]
    assert ['"she/her"' in one.message for one in form.problems if one.field == "contacts"] == [True]


@pytest.mark.parametrize(
    "sentence",
    [
        "Should you wish to hear more, drop Tove Lind a note (tove.lind@x.example.net).",
        "Tove Lind would be glad to speak to other areas: tove.lind@x.example.net",
        "Tove Lind is happy to share the plan (tove.lind@x.example.net).",
        "For a visit please e-mail Tove Lind: tove.lind@x.example.net",
    ],
)
def test_an_invitation_to_get_in_touch_is_a_contact(sentence: str) -> None:
    rest, mentions = take_contacts(f"A club for carers. {sentence}")
    assert rest == "A club for carers."
    assert [person for one in mentions for person in people(one.people)] == [
        {"name": "Tove Lind", "email": "tove.lind@x.example.net"}
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Carers were glad to talk to Ofsted about the plots.",
        "The club helps carers to learn more about seeds.",
        "Young people can drop in and see a film.",
    ],
)
def test_statements_with_such_words_name_no_contact(sentence: str) -> None:
    assert take_contacts(sentence) == (sentence, ())


@pytest.mark.parametrize("wish", ["a copy", "an invitation", "any of the slides"])
def test_what_can_be_had_from_somebody_is_no_team(read_text: ReadText, wish: str) -> None:
    form = read_text(f"{_FORM}Please contact Tove Lind for {wish}.\n")
    assert people(form.contacts) == [{"name": "Tove Lind"}]


def test_the_topic_in_front_of_a_name_is_still_a_team(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact: Swimming - Tove Lind\n")
    assert people(form.contacts) == [{"name": "Tove Lind", "team": "Swimming"}]


def test_the_authoritys_own_name_is_no_team(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Contact: Tove Lind (Leeds), Housing Lead\n")
    assert people(form.contacts) == [{"name": "Tove Lind", "role": "Housing Lead"}]
    form = read_text(f"{_FORM}Contact: Tove Lind (Wakefield), Housing Lead\n")
    assert people(form.contacts) == [{"name": "Tove Lind", "role": "Housing Lead", "team": "Wakefield"}]


@pytest.mark.parametrize(
    "written",
    [
        "tove\u200b.lind@x.example\u00ad.net",
        "tove.lind [at] x.example.net",
        "tove.lind(at)x(dot)example(dot)net",
        "tove.lind at x dot example dot net",
    ],
)
def test_an_address_is_read_through_what_hides_it(read_text: ReadText, written: str) -> None:
    form = read_text(f"{_FORM}Contact: Tove Lind, {written}\n")
    assert people(form.contacts) == [{"name": "Tove Lind", "email": "tove.lind@x.example.net"}]


def test_at_and_dot_in_a_sentence_stay_words(read_text: ReadText) -> None:
    work = "We meet carers at home, at four dot-to-dot drawing clubs (at weekends) that we set up in 2024."
    assert read_text(f"LA Name: Leeds\n\n{work}\n").drafts[0].summary == work


@pytest.mark.parametrize(
    ("said", "person"),
    [
        ("For anything else ask Rosa Bianchi, Plots Manager.", {"name": "Rosa Bianchi", "role": "Plots Manager"}),
        (
            "Further information from Head of Plots, Rosa Bianchi.",
            {"name": "Rosa Bianchi", "role": "Head of Plots"},
        ),
        ("Contact: Rosa Bianchi, YJS Ops Manager", {"name": "Rosa Bianchi", "role": "YJS Ops Manager"}),
        (
            "Contact: Rosa Bianchi – Marketing (rosa.bianchi@x.example.net)",
            {"name": "Rosa Bianchi", "email": "rosa.bianchi@x.example.net"},
        ),
        (
            "To join in or find out more, email Rosa on plots@x.example.net.",
            {"name": "Rosa", "email": "plots@x.example.net"},
        ),
        ("Contact: Rosa Bianchi, Telford Team", {"name": "Rosa Bianchi", "team": "Telford Team"}),
        ("Contact: Rosa Bianchi, Organisation Lead", {"name": "Rosa Bianchi", "role": "Organisation Lead"}),
    ],
)
def test_ways_of_naming_one_person(read_text: ReadText, said: str, person: dict[str, str]) -> None:
    form = read_text(f"{_FORM}{said}\n")
    assert people([*form.contacts, *form.drafts[0].contacts]) == [person]
    assert [draft.summary for draft in form.drafts] == [_WORK]


def test_a_first_name_above_the_signature_is_no_second_person(read_text: ReadText) -> None:
    form = read_text(f"{_FORM}Best wishes\nRosa\n\nRosa Bianchi\nPlots Manager\n")
    assert people(form.contacts) == [{"name": "Rosa Bianchi", "role": "Plots Manager"}]


@pytest.mark.parametrize(
    ("said", "persons"),
    [
        (
            "The lead for this work is the Plots Manager, Rosa Bianchi, who can be contacted at rosa@x.example.net.",
            [{"name": "Rosa Bianchi", "role": "Plots Manager", "email": "rosa@x.example.net"}],
        ),
        (
            "For details please speak to either Rosa (0208 921 1111) or Kofi in the allotments team.",
            [{"name": "Rosa", "phone": "0208 921 1111"}, {"name": "Kofi", "team": "allotments team"}],
        ),
        (
            "Contact: Ola Bright (plots) 0116 305 1111; or the plots team inbox: plots@x.example.net",
            [
                {"name": "Ola Bright", "team": "plots", "phone": "0116 305 1111"},
                {"team": "plots team", "email": "plots@x.example.net"},
            ],
        ),
    ],
)
def test_ways_of_naming_several_in_a_sentence(read_text: ReadText, said: str, persons: list[dict[str, str]]) -> None:
    form = read_text(f"{_FORM}{said}\n")
    assert people([*form.contacts, *form.drafts[0].contacts]) == persons


def test_a_team_with_an_article_in_front_of_its_address_is_named(read_lines: ReadLines) -> None:
    form = read_lines([("Heading 2", "Contact"), "The Inclusion and Belonging team: ibt@leeds.gov.uk / 0113 496 0999"])
    assert people(form.contacts) == [
        {"team": "Inclusion and Belonging team", "email": "ibt@leeds.gov.uk", "phone": "0113 496 0999"}
    ]


def test_as_above_means_whoever_filled_the_form_in(read_text: ReadText) -> None:
    form = read_text("LA Name: Leeds\nCompleted by: Tove Lind\nDescription: A choir of nine faiths.\nContact: as above")
    assert people(form.contacts) == [{"name": "Tove Lind"}]


def test_a_contact_for_this_one_is_that_of_the_work_in_front(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n\n**Initiative: Roots football**\nSaturday sessions for boys with a coach who was one.\n\n"
        "**Initiative: Kitchen table**\nMothers cook with the contact service each Friday.\n"
        "Contact for this one: Tove Lind, Contact Service.\nGeneral contact: Ben Osei, Head of Service"
    )
    assert [people(one.contacts) for one in form.drafts] == [[], [{"name": "Tove Lind", "team": "Contact Service"}]]
    assert people(form.contacts) == [{"name": "Ben Osei", "role": "Head of Service"}]


def test_an_office_below_a_name_is_where_somebody_works(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nDescription: A choir of nine faiths.\n\nContact:\nTove Lind\nVirtual School\n"
        "tove.lind@x.gov.uk"
    )
    assert people(form.contacts) == [{"name": "Tove Lind", "team": "Virtual School", "email": "tove.lind@x.gov.uk"}]
