"""What is taken for work: an answer to the question for it always, other paragraphs unless they say otherwise."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.docx_forms import add_table, saved, template

_PLAIN = [
    "Book bags go home with each newborn of the Congolese families on the estate.",
    "School meals are cooked by mothers from Eritrea on the last Friday of the month.",
    "Every child in need plan for a Traveller child is now read by a second manager.",
    "The partnership asked Keele to find out why Pakistani girls are under-represented in apprenticeships.",
    "A small bursary pays the fees of two Somali social work students.",
]
_KNOWN = "We launched a dance theatre project for 25 Nigerian girls in Year 9 with a local ballet school."
_POSITIONS = [
    "We are committed to being an anti-racist city and believe that every child matters.",
    "We know that Black boys remain over-represented among the children whom schools exclude.",
]


@pytest.mark.parametrize("label", ["Description", "Short description of the work", "What we did", "About the project"])
@pytest.mark.parametrize("text", _PLAIN)
def test_the_answer_to_the_question_for_a_description_is_work(read_lines: ReadLines, label: str, text: str) -> None:
    for lines in ([("2", label), text], [("bold", label), text], [f"{label}: {text}"]):
        form = read_lines(lines)
        assert [draft.summary for draft in form.drafts] == [text]
        assert form.can_be_saved


@pytest.mark.parametrize("columns", [1, 2])
def test_so_is_an_answer_in_a_box(read_bytes: ReadBytes, columns: int) -> None:
    document = template()
    rows = [("Description of the work", _PLAIN[0]), ("Impact", "Health visitors are let in more often.")]
    add_table(document, *(rows if columns == 2 else [(text,) for row in rows for text in row]))
    form = read_bytes(saved(document), name="form.docx")
    assert [(draft.summary, draft.impact) for draft in form.drafts] == [
        (_PLAIN[0], "Health visitors are let in more often.")
    ]


@pytest.mark.parametrize("text", _PLAIN)
def test_a_paragraph_without_a_known_way_of_doing_is_work_too(read_lines: ReadLines, text: str) -> None:
    assert [draft.summary for draft in read_lines([text]).drafts] == [text]
    assert [draft.summary for draft in read_lines([text, _KNOWN]).drafts] == [text, _KNOWN]


@pytest.mark.parametrize("text", _POSITIONS)
@pytest.mark.parametrize("label", [(), (("2", "Description"),)])
def test_a_position_beside_work_is_left_out_and_quoted(
    read_lines: ReadLines, text: str, label: tuple[tuple[str, str], ...]
) -> None:
    form = read_lines([*label, text, _KNOWN])
    assert [draft.summary for draft in form.drafts] == [_KNOWN]
    [problem] = [one for one in form.problems if one.field == "initiatives"]
    assert problem.message.endswith(f'"{text}"')
    assert problem.place is not None


def test_a_form_of_positions_only_has_no_work_and_says_what_was_read(read_lines: ReadLines) -> None:
    form = read_lines(_POSITIONS)
    assert form.drafts == ()
    messages = [one.message for one in form.problems if one.field == "initiatives"]
    assert 'under a heading "Description"' in messages[0]
    assert [text in message for text, message in zip(_POSITIONS, messages[1:], strict=True)] == [True, True]


def test_even_a_position_is_an_answer_when_it_is_the_only_one(read_lines: ReadLines) -> None:
    form = read_lines([("2", "Description"), _POSITIONS[0]])
    assert [draft.summary for draft in form.drafts] == [_POSITIONS[0]]


def test_work_told_of_under_background_is_found_when_there_is_no_other(read_lines: ReadLines) -> None:
    assert [draft.summary for draft in read_lines([("2", "Overview"), _KNOWN]).drafts] == [_KNOWN]
    form = read_lines([("2", "Overview"), _KNOWN, ("2", "Description"), _PLAIN[0]])
    assert [draft.summary for draft in form.drafts] == [_PLAIN[0]]


def test_an_empty_form_says_that_nothing_is_written(read_lines: ReadLines) -> None:
    [problem] = [one for one in read_lines([]).problems if one.field == "initiatives"]
    assert "describes no work yet" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "We would like to share three pieces of work.",
        "Here is our return, put together by four of our teams over the summer.",
        "We would love to hear from others who have tried this.",
        "The two things we are proudest of are set out below.",
        "We think that both of these are worth passing on to the 12 other boroughs.",
    ],
)
def test_what_only_announces_work_is_none_and_no_problem(read_lines: ReadLines, text: str) -> None:
    form = read_lines([text, _KNOWN])
    assert [draft.summary for draft in form.drafts] == [_KNOWN]
    assert not any(one.field == "initiatives" for one in form.problems)


def test_wanting_to_hear_from_those_whom_the_work_is_for_announces_nothing(read_lines: ReadLines) -> None:
    text = "Teachers who are keen to hear from pupils eat lunch with them on Fridays."
    assert [draft.summary for draft in read_lines([text, _KNOWN]).drafts] == [text, _KNOWN]


def test_a_question_is_no_work(read_lines: ReadLines) -> None:
    form = read_lines(["Has anyone run a parents' circle for Gujarati families who are new to the city?"] * 2)
    assert form.drafts == ()


@pytest.mark.parametrize("text", ["None at present.", "N/A", "Nothing to report yet", "To follow"])
def test_no_answer_is_no_work(read_lines: ReadLines, text: str) -> None:
    assert read_lines([("2", "Description"), text]).drafts == ()
    [draft] = read_lines([("2", "Description"), _KNOWN, ("2", "Impact"), text]).drafts
    assert draft.impact is None


def test_the_question_for_categories_is_no_work(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            "Mark whichever of the categories best fits what you are telling us about.",
            "☑ With communities",
            "☐ With partners",
            _KNOWN,
        ]
    )
    assert [draft.summary for draft in form.drafts] == [_KNOWN]


def test_a_title_with_nothing_to_it_is_not_lost_unseen(read_lines: ReadLines) -> None:
    form = read_lines(["Project: Walking bus", "Contact: Ifeoma Eze", "Project: Dance theatre", f"What: {_KNOWN}"])
    assert [draft.title for draft in form.drafts] == ["Dance theatre"]
    assert any("Walking bus" in one.message for one in form.problems if one.field == "initiatives")


def test_a_topic_over_deeper_items_is_none_of_them(read_lines: ReadLines) -> None:
    deeper = ["A pledge signed by nine academies", "Reading groups in which Kurdish fathers read with their sons"]
    form = read_lines(
        ["Our initiatives include:", ("List Bullet", "Schools"), *[("List Bullet 2", text) for text in deeper]]
    )
    assert [draft.summary for draft in form.drafts] == deeper


def test_an_item_over_its_parts_keeps_them(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            "Our initiatives include:",
            ("List Bullet", "A leadership course for Black head teachers"),
            ("List Bullet 2", "six days"),
            ("List Bullet 2", "a coach"),
        ]
    )
    [draft] = form.drafts
    assert draft.summary == "A leadership course for Black head teachers; six days; a coach"
