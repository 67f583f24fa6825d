"""Habits of busy people: several answers on a line, numbered questions, names in front, headings of their own."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.docx_forms import add_table, add_template, saved, template, write
from tests.knowledge.importing.template.form_parts import named, people

_DRUMS = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CIRCLE = "The chief executive hosts a coaching circle for Asian team managers every other month."


def test_several_labels_on_one_line_are_each_answered(read_lines: ReadLines) -> None:
    form = read_lines(["Title: Drums for All   Lead: Efua Danso   Email: efua@leeds.gov.uk", _DRUMS])
    [draft] = form.drafts
    assert (draft.title, draft.summary) == ("Drums for All", _DRUMS)
    assert people(form.contacts) == [{"name": "Efua Danso", "email": "efua@leeds.gov.uk"}]


@pytest.mark.parametrize("style", ["List Number", ""])
def test_numbered_questions_are_no_items(read_lines: ReadLines, style: str) -> None:
    questions = [
        f"Short description of the work: {_DRUMS}",
        "Impact: Suspensions of the pupils halved.",
        "Resources: Course leaflet",
        "Contact: Efua Danso, Head of Music",
    ]
    lines = [(style, one if style else f"{at}. {one}") for at, one in enumerate(questions, 1)]
    form = read_lines(lines)
    [draft] = form.drafts
    assert (draft.summary, draft.impact) == (_DRUMS, "Suspensions of the pupils halved.")
    assert people(form.contacts) == [{"name": "Efua Danso", "role": "Head of Music"}]
    assert named([*form.resources, *draft.resources]) == [{"title": "Course leaflet"}]


def test_numbered_questions_without_answers_on_their_lines_head_them(read_lines: ReadLines) -> None:
    form = read_lines([("List Number", "Description of work"), _DRUMS, ("List Number", "Impact"), "They halved."])
    [draft] = form.drafts
    assert (draft.summary, draft.impact) == (_DRUMS, "They halved.")


@pytest.mark.parametrize("lead", ["Initiatives: ", "Our projects include: "])
def test_initiatives_listed_in_one_sentence_are_each_proposed(read_lines: ReadLines, lead: str) -> None:
    form = read_lines([f"{lead}a choir for adopted children; reverse mentoring; and two trainee posts in finance."])
    assert [one.summary for one in form.drafts] == [
        "a choir for adopted children",
        "reverse mentoring",
        "two trainee posts in finance",
    ]


def test_a_sentence_with_semicolons_is_no_list(read_lines: ReadLines) -> None:
    text = "Description: We run a choir: it meets weekly; 30 children sing in it; two carers lead it."
    assert len(read_lines([text]).drafts) == 1


def test_a_paragraph_with_a_name_of_its_own_is_other_work(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            "Fair Futures – a paid internship for Black care leavers in the finance team.",
            "Talk Race – lunchtime sessions; over 400 staff have taken part.",
        ]
    )
    assert [one.title for one in form.drafts] == ["Fair Futures", "Talk Race"]


def test_what_somebody_said_of_the_work_is_no_other_work(read_lines: ReadLines) -> None:
    quote = "“It was the first time that anyone asked me to play,” said one Year 9 pupil."
    [draft] = read_lines([_DRUMS, quote]).drafts
    assert draft.summary == f"{_DRUMS} {quote}"


def test_a_second_form_is_not_more_of_the_first(read_bytes: ReadBytes) -> None:
    document = template()
    write(document, ["We train taxi drivers who take children to school in anti-racism."])
    add_template(document)
    write(document, ["LA Name: Leeds", "We hold a Black fathers' breakfast at two nurseries."])
    form = read_bytes(saved(document), name="form.docx")
    assert len(form.drafts) == 2


def test_a_heading_that_says_what_stands_beneath_it_is_no_title(read_lines: ReadLines) -> None:
    form = read_lines([("2", "What we're proud of"), _DRUMS])
    assert [one.title for one in form.drafts] == ["Drumming course for 30 Ghanaian pupils in two secondary schools"]


def test_the_reason_for_work_is_not_work_and_is_told(read_lines: ReadLines) -> None:
    why = "Black pupils were three times as likely to be suspended as others."
    form = read_lines(
        [
            ("bold", "What did you do?"),
            _DRUMS,
            ("bold", "Why did you do it?"),
            why,
            ("bold", "What difference has it made?"),
            "Suspensions halved.",
        ]
    )
    [draft] = form.drafts
    assert draft.impact == "Suspensions halved."
    [problem] = [one for one in form.problems if why in one.message]
    assert (problem.place, problem.field) == ("paragraph 13", "summary")


def test_the_templates_own_words_for_the_contact_are_known(read_lines: ReadLines) -> None:
    asked = "and a contact name should others wish to find out more about the work:"
    form = read_lines([_DRUMS, "Also provide relevant resources/documents:", "None yet", asked, "Efua Danso"])
    assert people(form.contacts) == [{"name": "Efua Danso"}]
    assert form.resources == ()


def test_the_authority_is_found_in_the_forms_title_wherever_it_stands(read_lines: ReadLines) -> None:
    form = read_lines(["Sharing practice return – Cornwall Council", _DRUMS], authority=None)
    assert form.authority is not None
    assert form.authority.name == "Cornwall"


def test_a_mails_warning_is_no_part_of_the_work(read_lines: ReadLines) -> None:
    form = read_lines([_DRUMS, "This email is confidential and intended solely for the addressee."])
    assert [one.summary for one in form.drafts] == [_DRUMS]


@pytest.mark.parametrize(
    "footer",
    [
        "My working days are Monday to Thursday. I may e-mail out of hours.",
        "Please consider the environment before printing this e-mail.",
        "Sent from my iPhone",
    ],
)
def test_nor_is_what_mail_programs_add(read_lines: ReadLines, footer: str) -> None:
    form = read_lines([f"Description: {_DRUMS}", "Contact: Efua Danso, efua@leeds.gov.uk", footer])
    assert [one.summary for one in form.drafts] == [_DRUMS]


def test_a_question_with_a_colon_behind_it_is_one(read_lines: ReadLines) -> None:
    form = read_lines(["Title: Drums", f"Description: {_DRUMS}", "Did it work?: Suspensions halved."])
    assert [one.impact for one in form.drafts] == ["Suspensions halved."]


@pytest.mark.parametrize("answer", ["Available on request", "Links to follow", "Not at present", "Copies on request"])
def test_a_mark_for_no_resource_yet_is_none(read_lines: ReadLines, answer: str) -> None:
    form = read_lines(["Title: Drums", f"Description: {_DRUMS}", f"Resources: {answer}"])
    assert (form.resources, [one.resources for one in form.drafts]) == ((), [()])


def test_a_table_with_one_question_known_is_read_by_its_rows(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("Strand", "Where we are now", "Who leads"),
        ("Music", "Drumming course under way in two schools", "Efua Danso"),
        ("Managers", "Coaching circle meets monthly with the chief", "Priya Nair"),
    )
    form = read_bytes(saved(document), name="form.docx")
    assert [(one.summary, people(one.contacts)) for one in form.drafts] == [
        ("Drumming course under way in two schools", [{"name": "Efua Danso"}]),
        ("Coaching circle meets monthly with the chief", [{"name": "Priya Nair"}]),
    ]


def test_answers_in_the_style_of_headings_are_answers(read_lines: ReadLines) -> None:
    form = read_lines([("2", _DRUMS), ("2", "Contact – Efua Danso, efua@leeds.gov.uk")])
    assert [one.summary for one in form.drafts] == [_DRUMS]
    assert people(form.contacts) == [{"name": "Efua Danso", "email": "efua@leeds.gov.uk"}]


def test_words_of_someone_named_are_no_other_work(read_lines: ReadLines) -> None:
    quote = 'Young person: "I asked him what he would do if my teacher was racist."'
    [draft] = read_lines([_DRUMS, quote]).drafts
    assert draft.summary == f"{_DRUMS} {quote}"


def test_questions_as_whole_sentences_in_a_table_are_known(read_bytes: ReadBytes) -> None:
    document = template(None)
    add_table(
        document,
        ("Which local authority are you from?", "Blackpool Council"),
        ("Tell us about the work you are doing", _DRUMS),
        ("What difference is it making?", "Suspensions halved."),
    )
    form = read_bytes(saved(document), name="form.docx")
    assert form.authority is not None
    assert form.authority.name == "Blackpool"
    assert [(one.title, one.summary, one.impact) for one in form.drafts] == [
        ("Drumming course for 30 Ghanaian pupils in two secondary schools", _DRUMS, "Suspensions halved.")
    ]


def test_rare_dashes_part_a_label_from_its_answer(read_lines: ReadLines) -> None:
    form = read_lines([f"Work ― {_DRUMS}", "Contact ― Efua Danso"])
    assert [one.summary for one in form.drafts] == [_DRUMS]
    assert people(form.contacts) == [{"name": "Efua Danso"}]


def test_questions_of_ones_own_among_the_forms_are_answered_in_the_work(read_lines: ReadLines) -> None:
    answers = ["What: extra visits for Black mothers", "Who: nurses and volunteers", "Impact: all of 30 stayed on"]
    form = read_lines([("bold", "Fair Start"), *(("List Bullet", one) for one in answers)])
    [draft] = form.drafts
    assert draft.title == "Fair Start"
    assert "nurses and volunteers" in draft.summary
    assert draft.impact == "All of 30 stayed on"
