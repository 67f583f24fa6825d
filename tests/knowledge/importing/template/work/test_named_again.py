"""Answers below one question for all of the work, each with the work it is about in front."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Evidence
from tests.knowledge.importing.template.conftest import ReadBytes, ReadText
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.form_parts import named, people

_TOLD = """LA Name: Leeds
Description
{0}: Drums for all
We ran a drumming course for 30 pupils in two schools.
{1}: Choir of many
A choir with 40 members was set up in the town hall.
"""


@pytest.mark.parametrize("sign", ["Project 1|Project 2", "Initiative A|Initiative B"])
def test_the_number_of_the_work_tells_whose_an_answer_is(read_text: ReadText, sign: str) -> None:
    one, other = sign.split("|")
    form = read_text(
        f"{_TOLD.format(one, other)}"
        f"Impact\n{one}: attendance went up.\n{other} - nine singers found work.\n"
        f"Resources\n{one}: Drum book https://leeds.example.org/drums\n{other}: none\n"
        f"Contacts\n{one}: Ann Lee, Music Lead, ann.lee@leeds.gov.uk\n{other}: Bob Cole, bob.cole@leeds.gov.uk"
    )
    drums, choir = form.drafts
    assert [drums.title, choir.title] == ["Drums for all", "Choir of many"]
    assert [drums.impact, choir.impact] == ["Attendance went up.", "Nine singers found work."]
    assert people(drums.contacts) == [{"name": "Ann Lee", "role": "Music Lead", "email": "ann.lee@leeds.gov.uk"}]
    assert people(choir.contacts) == [{"name": "Bob Cole", "email": "bob.cole@leeds.gov.uk"}]
    assert named(drums.resources) == [{"title": "Drum book", "url": "https://leeds.example.org/drums"}]
    assert not choir.resources


def test_so_does_its_title(read_text: ReadText) -> None:
    form = read_text(
        f"{_TOLD.format('Project 1', 'Project 2')}Impact\nDrums for all: attendance went up.\n"
        "Choir of many: nine singers found work."
    )
    assert [draft.impact for draft in form.drafts] == ["Attendance went up.", "Nine singers found work."]


def test_the_overview_of_work_that_nothing_else_is_told_of_is_its_description(read_text: ReadText) -> None:
    overview = "Farming families and families from the city visit each other over lambing and Eid."
    form = read_text(f"LA Name: Leeds\nTitle: Farm and faith\nOverview\n{overview}\nResults\nTrust rose at both ends.")
    assert [(draft.summary, draft.impact) for draft in form.drafts] == [(overview, "Trust rose at both ends.")]
    assert not any(overview in one.message for one in form.problems)


def test_next_to_a_description_it_is_background(read_text: ReadText) -> None:
    overview = "Families from the farms and from the city hardly ever meet each other at all."
    work = "Forty families visit each other over lambing and Eid."
    form = read_text(
        f"LA Name: Leeds\nTitle: Farm and faith\nBackground\n{overview}\nDescription\n{work}\nImpact\nTrust rose."
    )
    assert [draft.summary for draft in form.drafts] == [work]
    assert any(overview in one.message for one in form.problems)


def test_a_list_that_answers_what_it_is_tells_of_one_thing(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\n\nRace equality buddies\n\nWhat is it?\n"
        "- New social workers from overseas are matched with a buddy for their first year\n"
        "- Buddies meet monthly and are given half a day back each month\n\n"
        "What has been the impact?\n- 28 of 30 recruits have stayed\n"
    )
    [draft] = form.drafts
    assert draft.title == "Race equality buddies"
    assert "half a day back" in draft.summary
    assert draft.impact == "28 of 30 recruits have stayed"


def test_a_paragraph_that_announces_what_is_below_it_is_no_work(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nLeeds signed up to the race pledge in 2018. Below are two pieces of work.\n\n"
        "Drums for all\nWe ran a drumming course for 30 pupils in two schools.\n"
    )
    assert [draft.title for draft in form.drafts] == ["Drums for all"]
    assert any("race pledge" in one.message for one in form.problems)


def test_its_title_may_head_what_is_said_of_it(read_text: ReadText) -> None:
    form = read_text(
        f"{_TOLD.format('Project 1', 'Project 2')}Impact\nDrums for all\nAttendance went up.\n"
        "Choir of many\nNine singers found work.\nContact: Ann Lee, ann.lee@leeds.gov.uk"
    )
    assert [draft.impact for draft in form.drafts] == ["Attendance went up.", "Nine singers found work."]
    assert people(form.contacts) == [{"name": "Ann Lee", "email": "ann.lee@leeds.gov.uk"}]


def test_a_name_over_a_list_in_small_letters_is_one_piece_of_work(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nDescription:\nDeal for Difference\n- a standing item on race in every meeting\n"
        "- a shared library of 30 films made with a youth club\nImpact: 81% saw something change."
    )
    [draft] = form.drafts
    assert draft.title == "Deal for Difference"
    assert "30 films" in draft.summary
    assert draft.impact == "81% saw something change."


def test_what_a_name_is_asked_for_is_told_by_what_is_asked_next(read_text: ReadText) -> None:
    form = read_text(
        "LA Name: Leeds\nName: Every Coach Counts\nWhat we did: All 140 coaches spent an evening on racism.\n"
        "Lead: Ann Lee\nEmail: ann.lee@leeds.gov.uk"
    )
    assert [draft.title for draft in form.drafts] == ["Every Coach Counts"]
    assert people(form.contacts) == [{"name": "Ann Lee", "email": "ann.lee@leeds.gov.uk"}]


def test_the_level_of_evidence_may_be_the_answer_in_a_table(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(
        document,
        ("Title", "Drums for all"),
        ("Description", "We ran a drumming course for 30 pupils in two schools."),
        ("Impact", "All of them came back."),
        ("Evidence level", "Evaluated"),
    )
    [draft] = read_bytes(saved(document), name="form.docx").drafts
    assert (draft.impact, draft.evidence) == ("All of them came back.", Evidence.EVALUATED)
