"""The form's questions in the words of those who copied it, and in Welsh."""

from __future__ import annotations

import pytest

from knowledge.importing.template.language.addresses import phone_in, without_addresses
from knowledge.importing.template.questions.fields import Field, field_of, split_label
from tests.knowledge.importing.template.conftest import ReadText
from tests.knowledge.importing.template.form_parts import named, people


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Which council are you from?", Field.AUTHORITY),
        ("Submitting authority", Field.AUTHORITY),
        ("Enw'r awdurdod", Field.AUTHORITY),
        ("What have you called it?", Field.TITLE),
        ("Give your work a name", Field.TITLE),
        ("Teitl y prosiect", Field.TITLE),
        ("Tell us what it is and how it works", Field.DESCRIPTION),
        ("In a few sentences, what does it involve?", Field.DESCRIPTION),
        ("Overview of the work", Field.DESCRIPTION),
        ("Beth ydych chi'n ei wneud?", Field.DESCRIPTION),
        ("What has it achieved?", Field.IMPACT),
        ("Key achievements", Field.IMPACT),
        ("What have you achieved?", Field.IMPACT),
        ("What have you learned?", Field.BACKGROUND),
        ("Q4. In no more than 300 words, describe what you do", Field.DESCRIPTION),
        ("What is the name of your project?", Field.TITLE),
        ("What we have seen so far", Field.IMPACT),
        ("Overall impact", Field.IMPACT),
        ("Level of evidence", Field.IMPACT),
        ("How do you know it is working?", Field.IMPACT),
        ("Yr effaith", Field.IMPACT),
        ("What could you share with others?", Field.RESOURCES),
        ("Anything we can look at or download?", Field.RESOURCES),
        ("Adnoddau / Resources", Field.RESOURCES),
        ("Who is the best person to speak to?", Field.CONTACT),
        ("Names of people who can help", Field.CONTACT),
        ("Who we are", Field.BACKGROUND),
        ("Cyswllt", Field.CONTACT),
        ("Gyda phwy y dylid cysylltu? / Who should be contacted?", Field.CONTACT),
        ("Enw", Field.NAME),
        ("Position held", Field.ROLE),
        ("Swydd/Role", Field.ROLE),
        ("Contact telephone", Field.PHONE),
        ("Ffôn", Field.PHONE),
        ("Contact 2 name", Field.NAME),
        ("Lead officer's role", Field.ROLE),
        ("Contact 1 e-mail", Field.EMAIL),
        ("Describe your initiative", Field.DESCRIPTION),
        ("So what is it?", Field.DESCRIPTION),
        ("How can others use it?", Field.RESOURCES),
        ("E-bost", Field.EMAIL),
        ("Which of these does it relate to? (delete as needed)", Field.CATEGORY),
        ("Which of the following best describes it?", Field.CATEGORY),
        ("What has the impact been?", Field.IMPACT),
        ("What happened as a result?", Field.IMPACT),
        ("What it has changed", Field.IMPACT),
        ("Has anything changed because of it?", Field.IMPACT),
        ("Tell us the story in a nutshell", Field.DESCRIPTION),
        ("Impact 2", Field.IMPACT),
    ],
)
def test_a_question_is_known_in_other_words(label: str, field: Field) -> None:
    assert field_of(label) is field


@pytest.mark.parametrize(
    "text",
    [
        "Say my name",
        "Ask me anything",
        "Changing the story",
        "What about us",
        "A name for every child",
        "Work with the police",
        "Who helps our boys",
        "The name of the scheme was chosen by the families",
        "We employ two workers",
        "Work/life balance",
    ],
)
def test_a_name_or_a_sentence_is_no_question(text: str) -> None:
    assert field_of(text) is None


def test_a_question_mark_ends_a_question_with_its_answer_behind_it() -> None:
    assert split_label("What difference has it made? Forty families came.") == (
        Field.IMPACT,
        "What difference has it made",
        "Forty families came.",
    )
    assert split_label("Beth yw'r effaith? / What is the impact?") is None


def test_a_form_in_other_words_is_read_whole(read_text: ReadText) -> None:
    form = read_text(
        "Sharing practice\n\nWhich council are you from? Leeds City Council\nWhat have you called it? Drum Circle\n"
        "What does it involve?\nForty boys drum with their grandfathers each week in the town hall.\n"
        "WHAT CHANGED\nNine of them went back to school.\nWHERE CAN WE FIND OUT MORE\nhttps://leeds.example.gov.uk/drum\n"
        "WHO TO ASK\nTove Lind\nHousing Lead\n"
    )
    assert form.authority is not None
    assert form.authority.name == "Leeds"
    [draft] = form.drafts
    assert (draft.title, draft.impact) == ("Drum Circle", "Nine of them went back to school.")
    assert [one["url"] for one in named((*draft.resources, *form.resources))] == ["https://leeds.example.gov.uk/drum"]
    assert people(form.contacts) == [{"name": "Tove Lind", "role": "Housing Lead"}]


def test_a_form_in_welsh_is_read_whole(read_text: ReadText) -> None:
    form = read_text(
        "Gwaith Gwrth-hiliol: Rhannu Arfer Da\n\nAwdurdod: Gwynedd\nTeitl: Clwb Canu\n"
        "Disgrifiad: A choir of Syrian and Welsh families sings in the market hall each week.\n"
        "Effaith: 40 families came.\nAdnoddau: https://gwynedd.example.gov.uk/clwb\n"
        "Enw: Mair Eluned\nSwydd: Rheolwr Blynyddoedd Cynnar\nFfôn: 01286 555 321 est. 214\n"
        "E-bost: mair@gwynedd.example.gov.uk\n"
    )
    assert form.authority is not None
    [draft] = form.drafts
    assert (draft.title, draft.impact, len(draft.resources)) == ("Clwb Canu", "40 families came.", 1)
    assert people(form.contacts) == [
        {
            "name": "Mair Eluned",
            "role": "Rheolwr Blynyddoedd Cynnar",
            "email": "mair@gwynedd.example.gov.uk",
            "phone": "01286 555 321 est. 214",
        }
    ]
    assert not [one for one in form.problems if one.field == "contacts"]


def test_the_name_of_work_is_its_title_and_no_person(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nName: Young Voices Forum\nType: With communities\n"
        "About: Young people meet each month and question one director each time.\nContact: Tove Lind, Housing Lead\n"
    )
    assert [(draft.title, draft.contacts) for draft in form.drafts] == [("Young Voices Forum", ())]
    assert form.drafts[0].summary == "Young people meet each month and question one director each time."
    assert [one.value for one in form.drafts[0].categories] == ["communities"]
    assert people(form.contacts) == [{"name": "Tove Lind", "role": "Housing Lead"}]


def test_a_numbered_question_for_the_authority_is_no_piece_of_work(read_text: ReadText) -> None:
    form = read_text(
        "Sharing practice\n1. Which authority is this from?\nLeeds City Council\n2. What are you doing?\n"
        "A mobile classroom visits each fair site and its teachers stay with the same children.\n"
    )
    assert form.authority is not None
    assert len(form.drafts) == 1


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("01286 555 321 est. 214", "01286 555 321 est. 214"),
        ("01286 555 321 estyniad 12", "01286 555 321 estyniad 12"),
        ("01286 555 321, est. 22", "01286 555 321 est. 22"),
        ("01286 555 321 Ext 9", "01286 555 321 Ext 9"),
        ("01286 555 321 (ext. 119)", "01286 555 321 ext. 119"),
        ("Clwb, est. 2019", None),
    ],
)
def test_an_extension_stays_with_its_number(text: str, number: str | None) -> None:
    assert phone_in(text) == number


def test_welsh_words_that_announce_an_address_say_nothing_of_the_person() -> None:
    assert without_addresses("Ffôn: 01286 555 321 E-bost: a@x.gov.uk").split() == []


def test_a_question_within_the_brackets_of_a_label_does_not_end_it() -> None:
    assert split_label("Impact (what has changed for children?): Lateness fell by half.") == (
        Field.IMPACT,
        "Impact (what has changed for children?)",
        "Lateness fell by half.",
    )


def test_details_behind_an_overview_are_those_of_the_same_work(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nOverview of initiative: Anti-racist genograms\n"
        "Detail: Carers, children and workers draw a family tree with every language in it.\nImpact: Used 40 times."
    )
    [draft] = form.drafts
    assert draft.summary.endswith("Carers, children and workers draw a family tree with every language in it.")
    assert draft.impact == "Used 40 times."


def test_a_title_in_quotation_marks_names_the_work_below(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n\n“Second Sunday”\n\nOn one Sunday of each month the centre is handed over to a different"
        " group of parents, which cooks and invites its neighbours.\n\nResult: 70 visitors on average."
    )
    assert [one.title for one in form.drafts] == ["Second Sunday"]


def test_dots_may_lead_from_a_question_to_its_answer(read_text: ReadText) -> None:
    form = read_text(
        "LA NAME ......... Leeds\nDESCRIPTION ..... Teenagers teach swimming to their mothers at the pool.\n"
        "IMPACT .......... 14 mothers can swim.\nCONTACT ......... Rokeya Chowdhury-Bell, 0113 496 2020"
    )
    assert form.authority is not None
    assert [one.impact for one in form.drafts] == ["14 mothers can swim."]
    assert people(form.contacts) == [{"name": "Rokeya Chowdhury-Bell", "phone": "0113 496 2020"}]


def test_what_somebody_said_of_the_work_is_no_title(read_text: ReadText) -> None:
    said = "“I stopped feeling like the only one.” (carer)"
    told = "LA Name: Leeds\n\nDescription\n\nCarers meet each month.\n\nImpact\n\n"
    form = read_text(f"{told}{said}\n\n“Same here”, said another.")
    assert [one.summary for one in form.drafts] == ["Carers meet each month."]
    assert (form.drafts[0].impact or "").startswith(said)


def test_a_semicolon_parts_a_question_from_its_answer_where_no_colon_does(read_text: ReadText) -> None:
    lines = ("LA name; Leeds", "title; every name matters", "discription; names are recorded", "impact; all heard")
    [draft] = read_text("\n".join(lines)).drafts
    assert (draft.title, draft.summary, draft.impact) == ("Every name matters", "names are recorded", "All heard")


def test_a_page_may_be_typed_without_what_stands_in_front_of_its_address(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nDescription: We run a drumming school for 30 pupils.\nWeb page: leeds.gov.uk/drums\n"
        "Contact: Ann Lee, ann.lee@leeds.gov.uk"
    )
    [draft] = form.drafts
    assert [one.url for one in (*form.resources, *draft.resources)] == ["https://leeds.gov.uk/drums"]
    assert people(form.contacts) == [{"name": "Ann Lee", "email": "ann.lee@leeds.gov.uk"}]
