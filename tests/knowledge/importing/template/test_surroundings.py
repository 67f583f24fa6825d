"""What stands round the answers: letters, sign-offs, slips in the questions, marks for answers."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Category
from knowledge.importing.template.questions.category_names import categories_named
from knowledge.importing.template.questions.fields import Field, field_of
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template, write
from tests.knowledge.importing.template.form_parts import named, people

_DRUMS = "We run a Saturday drumming school for 30 Ghanaian pupils in two church halls."
_EFUA = {"name": "Efua Danso", "email": "efua@leeds.gov.uk"}
_CONTACT = "Contact: Efua Danso, efua@leeds.gov.uk"


@pytest.mark.parametrize("label", ["Challenges", "Next steps", "Aim"])
def test_background_on_the_line_of_its_label_is_told(read_lines: ReadLines, label: str) -> None:
    form = read_lines([f"Description: {_DRUMS}", f"{label}: finding halls that are free on Saturdays"])
    assert any("halls that are free" in problem.message for problem in form.problems)


def test_where_an_office_stands_is_nobody(read_text: ReadText) -> None:
    form = read_text(
        f"LA Name: Leeds\n\nDescription: {_DRUMS}\nContact:\nEfua Danso\nMusic Manager\n"
        "Merrion House, 110 Merrion Way, Leeds LS2 8BB\n0113 496 0101\n"
    )
    assert people([*form.contacts, *form.drafts[0].contacts]) == [
        {"name": "Efua Danso", "role": "Music Manager", "phone": "0113 496 0101"}
    ]


def test_a_letter_behind_the_form_is_background_and_its_writer_no_contact(read_lines: ReadLines) -> None:
    thanks = "Thank you for asking us to share what our schools are proud of this year."
    letter = [
        "Dear colleagues",
        thanks,
        "Yours sincerely",
        "Cllr Ben Osei",
        "Cabinet Member for Schools",
        "0113 496 0101",
    ]
    form = read_lines([f"Description: {_DRUMS}", _CONTACT, *letter])
    [draft] = form.drafts
    assert draft.summary == _DRUMS
    assert people([*form.contacts, *draft.contacts]) == [_EFUA]
    assert any(thanks in problem.message for problem in form.problems)


def test_a_form_that_opens_as_a_letter_is_read(read_lines: ReadLines) -> None:
    form = read_lines(["Dear colleagues", _DRUMS, "Kind regards", "Efua Danso", "efua@leeds.gov.uk"])
    assert [one.summary for one in form.drafts] == [_DRUMS]
    assert people([*form.contacts, *form.drafts[0].contacts]) == [_EFUA]


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ("Imapct", Field.IMPACT),
        ("Discription", Field.DESCRIPTION),
        ("Short desciption", Field.DESCRIPTION),
        ("Relevent resourses", Field.RESOURCES),
        ("Contat name", Field.CONTACT),
        ("Local Authorty", Field.AUTHORITY),
        ("Resources and contact name", Field.RESOURCES),
        ("Relevant resources/documents and a contact name", Field.RESOURCES),
        ("Contract", None),
        ("Import", None),
        ("Compact", None),
        ("Resources and staff", None),
    ],
)
def test_a_question_is_known_with_a_slip_in_it_and_no_other_word_is(label: str, asked: Field | None) -> None:
    assert field_of(label) is asked


def test_people_in_an_answer_that_is_asked_for_resources_too_are_contacts(read_lines: ReadLines) -> None:
    form = read_lines([
        f"Description: {_DRUMS}",
        "Resources / contact name",
        "Drum book: https://www.leeds.gov.uk/drums",
        "Efua Danso, Head of Music, efua@leeds.gov.uk",
    ])  # fmt: skip
    [draft] = form.drafts
    assert named([*form.resources, *draft.resources]) == [
        {"title": "Drum book", "url": "https://www.leeds.gov.uk/drums"}
    ]
    assert people([*form.contacts, *draft.contacts]) == [{**_EFUA, "role": "Head of Music"}]


@pytest.mark.parametrize(
    ("answer", "titles"),
    [
        ("none yet but happy to send our drum book", ["Drum book (on request)"]),
        ("Nothing published yet", []),
        ("For more information see https://www.leeds.gov.uk/drums", ["Drums (leeds.gov.uk)"]),
        ("Drum book; songs on request", ["Drum book", "songs on request"]),
    ],
)
def test_resources_are_called_by_what_they_are(read_lines: ReadLines, answer: str, titles: list[str]) -> None:
    form = read_lines([f"Description: {_DRUMS}", f"Resources: {answer}"])
    assert [one.title for one in (*form.resources, *form.drafts[0].resources)] == titles


def test_marks_in_front_of_answers_are_no_part_of_them(read_text: ReadText) -> None:
    answered = f"Q1. Tell us what you are doing\nA: {_DRUMS}\nQ2. What was the impact?\nAnswer: They halved.\n"
    form = read_text(f"LA Name: Leeds\n\n{answered}")
    [draft] = form.drafts
    assert (draft.summary, draft.impact) == (_DRUMS, "They halved.")
    assert not [one for one in form.problems if one.field == "initiatives"]


@pytest.mark.parametrize(
    ("answer", "left_out"),
    [("All except research", ["research"]), ("all five", []), ("All of them", []), ("all but partners", ["partners"])],
)
def test_all_categories_are_meant_but_those_excepted(answer: str, left_out: list[str]) -> None:
    assert [one.value for one in Category if one not in categories_named(answer)] == left_out


@pytest.mark.parametrize(("tick", "cross"), [("✅", "❌"), ("✓", "X"), ("☑", "✗")])
def test_crosses_beside_ticks_are_no_ticks(read_text: ReadText, tick: str, cross: str) -> None:
    options = {
        "Within your organisation": cross, "With children and families": tick, "With communities": cross,
        "With partners": tick, "Through research": cross,
    }  # fmt: skip
    listed = "\n".join(f"{mark} {option}" for option, mark in options.items())
    form = read_text(f"{listed}\n\nLA Name: Leeds\n\nDescription: {_DRUMS}\n")
    assert [one.value for one in form.categories] == ["children-and-families", "partners"]


def test_who_filled_in_the_form_is_no_work(read_lines: ReadLines) -> None:
    form = read_lines([f"Description: {_DRUMS}", "Form completed by Ben Osei, Support Officer, 3 March 2026"])
    assert [one.summary for one in form.drafts] == [_DRUMS]
    assert form.contacts == ()


def test_the_numbers_of_rows_are_no_titles(read_bytes: ReadBytes) -> None:
    document = template("Leeds")
    circle = "Coaching circle. The chief executive hosts it for Asian team managers."
    header = ["No.", "Description", "Impact"]
    add_table(document, header, ["1", f"Drumming. {_DRUMS}", "They halved."], ["2", circle, "Two were promoted."])
    form = read_bytes(saved(document), name="form.docx")
    assert len(form.drafts) == 2
    assert not any(one.title.isdigit() for one in form.drafts)


@pytest.mark.parametrize("name", ["Advice line", "Lessons in belonging", "Consent matters", "Impact awards"])
def test_a_name_of_work_is_no_question_of_the_forms(name: str) -> None:
    assert field_of(name) is None


@pytest.mark.parametrize("team", ["Life Story Team", "Healthy Relationships Team"])
def test_a_team_is_no_person(read_text: ReadText, team: str) -> None:
    form = read_text(f"LA Name: Leeds\n\nDescription: {_DRUMS}\nContact: {team}, 0113 496 0101\n")
    assert people([*form.contacts, *form.drafts[0].contacts]) == [{"team": team, "phone": "0113 496 0101"}]


def test_who_signed_a_form_off_is_neither_contact_nor_work(read_bytes: ReadBytes) -> None:
    document = template("Leeds")
    add_table(document, ["Completed by", "Ben Osei"], ["Signed off by", "Tove Lind (DCS)"])
    write(document, [f"Description: {_DRUMS}"])
    form = read_bytes(saved(document), name="form.docx")
    assert form.contacts == ()
    assert [one.summary for one in form.drafts] == [_DRUMS]


def test_two_labels_with_their_answers_stand_in_one_row(read_bytes: ReadBytes) -> None:
    document = template(None)
    add_table(
        document,
        ["Contact name", "Efua Danso", "Date", "12 May"],
        ["LA Name", "Leeds", "Email", "efua@leeds.gov.uk"],
    )
    write(document, [f"Description: {_DRUMS}"])
    form = read_bytes(saved(document), name="form.docx")
    assert form.authority is not None
    assert form.authority.name == "Leeds"
    assert people([*form.contacts, *form.drafts[0].contacts]) == [_EFUA]


def test_a_row_of_a_table_of_people_may_name_several(read_bytes: ReadBytes) -> None:
    document = template("Leeds")
    rows = [
        ["Name", "Job", "Tel", "Email"],
        ["Efua Danso\nBen Osei", "Head of Music\nDeputy", "0113 496 0101", "efua@leeds.gov.uk; ben@leeds.gov.uk"],
    ]
    add_table(document, *rows)
    write(document, [f"Description: {_DRUMS}"])
    form = read_bytes(saved(document), name="form.docx")
    assert people([*form.contacts, *form.drafts[0].contacts]) == [
        {**_EFUA, "role": "Head of Music", "phone": "0113 496 0101"},
        {"name": "Ben Osei", "role": "Deputy", "email": "ben@leeds.gov.uk", "phone": "0113 496 0101"},
    ]


@pytest.mark.parametrize(
    ("contact", "name"),
    [
        ("Danso-Boateng, Efua – Music Manager – 0113 496 0101", "Efua Danso-Boateng"),
        ("de la Cruz, Efua (Music Manager) efua@leeds.gov.uk", "Efua de la Cruz"),
        ("Efua “Effie” Danso, Music Manager, 0113 496 0101", "Efua Danso"),
        ("Efua (Effie) Danso, Music Manager, 0113 496 0101", "Efua Danso"),
        ("Olufúnkẹ́ Adébáyọ̀, Music Manager", "Olufúnkẹ́ Adébáyọ̀"),
        ("Hye-jin Park, Music Manager", "Hye-jin Park"),
        ("Efua House, Music Manager", "Efua House"),
        ("speak to Efua in the music team on 0113 496 0101", "Efua"),
    ],
)
def test_names_are_read_as_they_are_written_in_lists_and_among_friends(
    read_text: ReadText, contact: str, name: str
) -> None:
    form = read_text(f"LA Name: Leeds\n\nDescription: {_DRUMS}\nContact: {contact}\n")
    assert [one.name for one in (*form.contacts, *form.drafts[0].contacts)] == [name]


def test_the_name_of_an_authority_in_place_of_the_label_is_its_answer(read_lines: ReadLines) -> None:
    form = read_lines(["City of York Council", f"Description: {_DRUMS}"], authority=None)
    assert form.authority is not None
    assert form.authority.name == "York"
    assert "York" not in form.drafts[0].title


@pytest.mark.parametrize(
    ("contact", "example"),
    [
        ("Efua Danso, efua@childrens.slough.gov.uk", "Slough"),
        ("Efua Danso, efua@charity.example.org", "Leeds"),
        ("Efua Danso, efua@slough.gov.uk; Ben Osei, ben@bolton.gov.uk", "Leeds"),
    ],
)
def test_whose_addresses_a_form_gives_is_offered_where_it_names_no_authority(
    read_lines: ReadLines, contact: str, example: str
) -> None:
    form = read_lines([f"Description: {_DRUMS}", f"Contact: {contact}"], authority=None)
    assert form.authority is None
    [problem] = [one for one in form.problems if one.field == "authority"]
    assert f'for example "LA Name: {example}"' in problem.message
