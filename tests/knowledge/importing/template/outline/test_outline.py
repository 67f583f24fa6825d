"""Forms in which each piece of work has the form's own questions beneath its title."""

from __future__ import annotations

import pytest

from tests.knowledge.importing.template.conftest import ReadLines
from tests.knowledge.importing.template.docx_forms import Written
from tests.knowledge.importing.template.form_parts import people

_CHOIR = ("Kitchen table choir", "Forty grandmothers from the Somali and Yemeni communities sing with pupils.")
_CHOIR_LED_TO = "Two schools have changed their music lessons."
_PANELS = ("Shadow board", "We started a board of Black and Asian apprentices that reads every report first.")
_PANELS_LED_TO = "Five reports were rewritten."


def _block(title: str, text: str, told: str, who: str, *, style: str, labels: str) -> list[Written]:
    return [
        (style, title),
        *[
            part
            for label, answer in (("Description", text), ("Impact", told), ("Contact", who))
            for part in ((labels, label), answer)
        ],
    ]


@pytest.mark.parametrize(("style", "labels"), [("2", "2"), ("2", "3"), ("1", "2"), ("2", "bold"), ("bold", "bold")])
@pytest.mark.parametrize("number", ["", "Project {}: "])
def test_a_title_with_the_forms_questions_beneath_it_is_one_piece_of_work(
    read_lines: ReadLines, style: str, labels: str, number: str
) -> None:
    first, second = (f"{number.format(at)}{one[0]}" for at, one in enumerate((_CHOIR, _PANELS), 1))
    form = read_lines(
        [
            *_block(first, _CHOIR[1], _CHOIR_LED_TO, "Hodan Warsame", style=style, labels=labels),
            *_block(second, _PANELS[1], _PANELS_LED_TO, "Pavel Novak", style=style, labels=labels),
        ]
    )
    assert [(one.title, one.summary, one.impact) for one in form.drafts] == [
        (*_CHOIR, _CHOIR_LED_TO),
        (*_PANELS, _PANELS_LED_TO),
    ]
    assert [people(one.contacts) for one in form.drafts] == [[{"name": "Hodan Warsame"}], [{"name": "Pavel Novak"}]]
    assert form.contacts == ()


def test_a_topic_with_a_description_beneath_it_is_no_title(read_lines: ReadLines) -> None:
    form = read_lines([("2", "Recruitment"), ("3", "Description"), _PANELS[1], ("3", "Impact"), _PANELS_LED_TO])
    [draft] = form.drafts
    assert draft.title != "Recruitment"
    assert draft.impact == _PANELS_LED_TO


def test_background_between_title_and_description_keeps_them_together(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            ("2", _CHOIR[0]),
            ("3", "Background"),
            "Our census of 2021 counted speakers of ninety languages.",
            ("3", "Description"),
            _CHOIR[1],
        ]
    )
    assert [(one.title, one.summary) for one in form.drafts] == [_CHOIR]


def test_one_description_that_lists_several_pieces_of_work_keeps_them_apart(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            ("1", "How we work in the north of the city"),
            ("2", "Description"),
            "We set up a breakfast club for Roma pupils in three schools.",
            "We commissioned a charity to train 60 foster carers in hair care.",
        ]
    )
    assert len(form.drafts) == 2
    form = read_lines(
        [
            ("1", "How we work in the north of the city"),
            ("2", "What we did"),
            "We:",
            ("List Bullet", "set up a breakfast club for Roma pupils in three schools"),
            ("List Bullet", "commissioned a charity to train 60 foster carers in hair care"),
        ]
    )
    assert len(form.drafts) == 2


@pytest.mark.parametrize("labels", ["3", "bold"])
def test_a_numbered_heading_may_have_the_question_for_a_title_beneath_it(read_lines: ReadLines, labels: str) -> None:
    form = read_lines(
        [
            part
            for at, (title, text) in enumerate((_CHOIR, _PANELS), 1)
            for part in (("2", f"Initiative {at}"), (labels, "Title"), title, (labels, "Description"), text)
        ]
    )
    assert [(one.title, one.summary) for one in form.drafts] == [_CHOIR, _PANELS]


def test_a_number_may_stand_for_a_title(read_lines: ReadLines) -> None:
    form = read_lines([("2", "Initiative 1"), _CHOIR[1], ("2", "Initiative 2"), ("3", "Description"), _PANELS[1]])
    assert [one.summary for one in form.drafts] == [_CHOIR[1], _PANELS[1]]
    assert not any("Initiative" in one.title for one in form.drafts)


def test_what_it_is_describes_the_work_that_was_named_before(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            line
            for (title, text), told in ((_CHOIR, _CHOIR_LED_TO), (_PANELS, _PANELS_LED_TO))
            for line in (f"Project: {title}", f"What: {text}", "When: since 2022", f"Impact: {told}")
        ]
    )
    assert [(one.title, one.summary, one.impact) for one in form.drafts] == [
        (*_CHOIR, _CHOIR_LED_TO),
        (*_PANELS, _PANELS_LED_TO),
    ]


def test_impact_stated_section_by_section_is_that_of_the_sections_only_work(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            ("bold", "HOUSING"),
            "We set up a tenants' circle with 20 Bengali families in 2021.",
            ("bold", "IMPACT"),
            "Repairs are done in half the time.",
            ("bold", "LIBRARIES"),
            "We commissioned a Black history trail through six branches.",
            ("bold", "IMPACT"),
            "Loans went up.",
        ]
    )
    assert [one.impact for one in form.drafts] == ["Repairs are done in half the time.", "Loans went up."]


def test_impact_at_the_end_of_a_form_is_not_given_to_the_last_work_unasked(read_lines: ReadLines) -> None:
    form = read_lines(
        [
            ("bold", "HOUSING"),
            "We set up a tenants' circle with 20 Bengali families in 2021.",
            ("bold", "LIBRARIES"),
            "We commissioned a Black history trail through six branches.",
            ("bold", "IMPACT"),
            "People tell us they are happier.",
        ]
    )
    assert [one.impact for one in form.drafts] == [None, None]
    [problem] = [one for one in form.problems if one.field == "impact"]
    assert problem.place is not None
    assert "happier" in problem.message
