"""Paragraphs that go on about the work before them, and those that tell of other work."""

from __future__ import annotations

import pytest

from knowledge.importing.template.outline.continuations import goes_on
from tests.knowledge.importing.template.conftest import ReadLines, ReadText

_WORK = "In 2022 we started a bicycle workshop for Eritrean and Sudanese teenagers with two charities."


def test_the_same_in_the_other_language_is_no_other_work(read_lines: ReadLines) -> None:
    welsh = "Mae ein tîm yn cynnal gweithdy beiciau gyda dwy elusen ar gyfer pobl ifanc o Eritrea."
    for lines in ([welsh, _WORK], [_WORK, welsh]):
        [draft] = read_lines(lines).drafts
        assert draft.summary == " ".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        "The workshop has repaired 300 bicycles for families in the town.",
        "The workshop meets in two youth centres and is run by a mechanic from Asmara.",
        "Teenagers who took part were asked about the town and 80% said they know more people.",
        "Three of the teenagers now train as mechanics and one has joined the Youth Cabinet.",
        "Both of the charities have since hired a young leader who came through it.",
        "An independent evaluation, published in 2024, found that isolation had fallen by a third.",
        "Our findings were shared with every school in the county.",
        "The regional migration board praised this work in its report for 2023.",
        "Referrals to the missing children's team fell from 31 to 12 in a year.",
        "Coventry University evaluated it in 2025 and found that teenagers knew more people.",
        "The migration board funds it with two housing associations.",
        "The exhibition was shown to 900 visitors and then bought by the museum.",
        "By March 2025, 210 members of staff had attended the workshop.",
        "All 20 schools have seen it; 13 have changed a policy.",
    ],
)
def test_what_came_of_a_piece_of_work_is_told_with_it(read_lines: ReadLines, text: str) -> None:
    form = read_lines([_WORK, text])
    [draft] = form.drafts
    assert text in f"{draft.summary} {draft.impact}"


@pytest.mark.parametrize(
    "text",
    [
        "We set up a lunch club in 2021 in which teenagers cook with Roma grandparents.",
        "Building on this work, we launched a helpline for parents in four languages.",
        "Our reading scheme has led to fewer exclusions of Bangladeshi boys in three schools.",
        "The Black practitioners' network meets each month and has 90 members.",
        "The council funds nine supplementary schools run by Caribbean churches.",
        "Parents told us that they feared the front door. Now two advocates from the Somali community sit there.",
        "Twelve teachers reviewed the reading list and took 30 books off it for Year 9.",
        "Six nurseries hold a sharing day each term and have published a list of picture books.",
    ],
)
def test_a_paragraph_of_other_work_stays_its_own(read_lines: ReadLines, text: str) -> None:
    form = read_lines([_WORK, text])
    assert len(form.drafts) == 2
    assert form.drafts[0].summary == _WORK


def test_what_no_verb_follows_is_not_taken_for_known() -> None:
    assert not goes_on("The workshop", _WORK)
    assert not goes_on("", _WORK)


def test_short_paragraphs_that_each_say_what_is_done_are_pieces_of_work_of_their_own(read_lines: ReadLines) -> None:
    lines = [
        "We employ two Roma family workers in the early help team.",
        "We pay for translated letters in nine languages.",
        "We train nursery governors on pay gaps.",
    ]
    form = read_lines(lines)
    assert [draft.summary for draft in form.drafts] == lines


@pytest.mark.parametrize(
    "text",
    [
        "We pay the mentors for their time.",
        "We cover all mentor travel.",
        "We give each pupil a diary.",
        "We meet on Tuesdays in the town hall.",
        "We have had very good feedback so far.",
        "We will extend to more schools soon.",
        "We found that trust takes a long time.",
    ],
)
def test_a_short_paragraph_with_words_of_the_work_before_is_more_of_it(read_lines: ReadLines, text: str) -> None:
    form = read_lines(["We run a mentoring scheme for Black boys in Year 8.", text])
    assert len(form.drafts) == 1


_ROWING = "A coach from the Sudanese association teaches rowing to 40 pupils of two schools on the canal."


@pytest.mark.parametrize(
    "text",
    [
        "Boats are lent by the Sea Cadets and parents bring the food.",
        "We started with nine pupils in 2022 and now have a waiting list.",
        "Volunteers had two days of training in water safety.",
        "We recruited three more coaches, who are paid for by the Canal Trust.",
    ],
)
def test_paragraphs_below_a_forms_one_question_for_a_description_tell_of_one_work(
    read_lines: ReadLines, text: str
) -> None:
    form = read_lines([("2", "Description"), _ROWING, text, ("2", "Impact"), "Attendance went up."])
    assert [(draft.summary, draft.impact) for draft in form.drafts] == [(f"{_ROWING} {text}", "Attendance went up.")]


@pytest.mark.parametrize(
    "text",
    [
        "Separately, foster carers now meet a dietician before Ramadan.",
        "A second project pays for Arabic books in the libraries.",
        "Hair Matters – a stall in each children's home on Saturdays.",
        "We launched a helpline for mothers from Eritrea.",
    ],
)
def test_unless_one_is_set_apart_from_the_others(read_lines: ReadLines, text: str) -> None:
    form = read_lines([("2", "Description"), _ROWING, text, ("2", "Impact"), "Attendance went up."])
    assert len(form.drafts) == 2


def test_without_a_question_for_impact_other_work_needs_no_such_word(read_lines: ReadLines) -> None:
    text = "Reverse mentoring pairs chief officers with Black social workers."
    assert len(read_lines([("2", "Description"), _ROWING, text]).drafts) == 2


@pytest.mark.parametrize(
    ("work", "text"),
    [
        (
            "We hold a quarterly forum at which Somali fathers meet the directors.",
            "Officers have to answer within a month and report back to the next forum.",
        ),
        (
            "We paired nine head teachers with Black care leavers for a year.",
            "All nine had to name a rule that they would change; examples are school trips and uniform.",
        ),
    ],
)
def test_what_is_known_from_before_is_told_with_it(read_lines: ReadLines, work: str, text: str) -> None:
    assert [draft.summary for draft in read_lines([work, text]).drafts] == [f"{work} {text}"]


@pytest.mark.parametrize(
    "text",
    [
        "The research found that carers seldom talk about race unless the child does. We now ask at every review.",
        "The report recommends that parents are offered an advocate who looks like them.",
        "Key findings were that Black children were less likely to be seen alone. We have changed our audit tool.",
    ],
)
def test_what_a_study_found_is_told_with_it(read_text: ReadText, text: str) -> None:
    study = "We commissioned a local charity to talk to 40 Black parents about child protection conferences."
    [draft] = read_text(f"LA Name: Leeds\nDescription:\n{study}\n{text}").drafts
    assert text in f"{draft.summary} {draft.impact}"


def test_what_was_done_then_is_more_of_the_same_work(read_lines: ReadLines) -> None:
    first = "In 2025 we counted for the first time how often each team talks about race in supervision."
    then = "We then gave each manager three questions to ask, and counted again six months on."
    assert [one.summary for one in read_lines([first, then]).drafts] == [f"{first} {then}"]
