"""Tables whose columns are initiatives, with the form's questions down the first of them or none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from knowledge.domain.draft import Form
from tests.knowledge.importing.template.conftest import ReadBytes
from tests.knowledge.importing.template.docx_forms import add_table, saved, template
from tests.knowledge.importing.template.form_parts import named, people

_DRUMS = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CIRCLE = "The chief executive hosts a coaching circle for Asian team managers every other month."
_WORK = ("What we did", _DRUMS, _CIRCLE)
_IMPACT = ("Impact", "Suspensions of the pupils halved.", "Two of them have been promoted.")


def _read(read_bytes: ReadBytes, *rows: Sequence[str], merged: Sequence[int] = ()) -> Form:
    document = template()
    add_table(document, *rows)
    for at in merged:
        first, *_, last = document.tables[0].rows[at].cells[1:]
        text = first.text
        first.merge(last).text = text
    return read_bytes(saved(document), name="form.docx")


def test_each_column_is_an_initiative_with_all_that_stands_in_it(read_bytes: ReadBytes) -> None:
    form = _read(
        read_bytes,
        ("", "Drumming together", "Coaching circle"),
        _WORK,
        _IMPACT,
        ("Resources", "https://example.gov.uk/drums", "None"),
        ("Contact", "Efua Danso, Head of Music", "Priya Nair\npriya@leeds.gov.uk"),
    )
    assert [(one.title, one.summary, one.impact) for one in form.drafts] == [
        ("Drumming together", _DRUMS, _IMPACT[1]),
        ("Coaching circle", _CIRCLE, _IMPACT[2]),
    ]
    assert [people(one.contacts) for one in form.drafts] == [
        [{"name": "Efua Danso", "role": "Head of Music"}],
        [{"name": "Priya Nair", "email": "priya@leeds.gov.uk"}],
    ]
    assert [[one["url"] for one in named(draft.resources)] for draft in form.drafts] == [
        ["https://example.gov.uk/drums"],
        [],
    ]
    assert [one.place for one in form.drafts] == ["table 1, column 2", "table 1, column 3"]
    assert form.contacts == ()


def test_numbered_columns_take_their_titles_from_the_question_for_them(read_bytes: ReadBytes) -> None:
    form = _read(
        read_bytes,
        ("Question", "Initiative 1", "Initiative 2", "Initiative 3"),
        ("Title", "Drumming together", "Coaching circle", ""),
        ("Category", "With children and families", "Within your organisation", ""),
        ("Please give a short description of the work being undertaken", _DRUMS, _CIRCLE, ""),
        ("Contact name", "Efua Danso", "Priya Nair", ""),
        ("Contact email", "efua@leeds.gov.uk", "", ""),
    )
    assert [one.title for one in form.drafts] == ["Drumming together", "Coaching circle"]
    assert [[str(each) for each in one.categories] for one in form.drafts] == [
        ["children-and-families"],
        ["within-organisation"],
    ]
    assert people(form.drafts[0].contacts) == [{"name": "Efua Danso", "email": "efua@leeds.gov.uk"}]
    assert not form.problems


def test_one_answer_across_all_columns_is_the_whole_forms(read_bytes: ReadBytes) -> None:
    form = _read(
        read_bytes,
        ("Local authority", "Leeds", ""),
        ("", "Drumming together", "Coaching circle"),
        _WORK,
        ("Contact", "Efua Danso, efua@leeds.gov.uk", ""),
        merged=(0, 3),
    )
    assert [one.title for one in form.drafts] == ["Drumming together", "Coaching circle"]
    assert people(form.contacts) == [{"name": "Efua Danso", "email": "efua@leeds.gov.uk"}]
    assert [one.contacts for one in form.drafts] == [(), ()]


def test_ticks_beside_the_options_are_each_columns_own(read_bytes: ReadBytes) -> None:
    form = _read(
        read_bytes,
        ("", "Drumming together", "Coaching circle"),
        ("With children and families", "x", "x"),
        ("With communities", "x", "x"),
        _WORK,
        _IMPACT,
    )
    assert [[str(each) for each in one.categories] for one in form.drafts] == [
        ["children-and-families", "communities"]
    ] * 2
    assert not form.problems


def test_an_answer_goes_on_in_the_row_beneath_and_other_questions_keep_their_words(read_bytes: ReadBytes) -> None:
    form = _read(
        read_bytes,
        ("", "Drumming together", "Coaching circle"),
        _WORK,
        ("", "It meets on Fridays.", "Each member brings a case."),
        ("Who was involved?", "Three schools", "HR and the staff network"),
        _IMPACT,
    )
    assert [one.summary for one in form.drafts] == [
        f"{_DRUMS} It meets on Fridays. Who was involved? Three schools",
        f"{_CIRCLE} Each member brings a case. Who was involved? HR and the staff network",
    ]


def test_a_column_of_guidance_is_no_initiative(read_bytes: ReadBytes) -> None:
    guided = (
        ("Description", "Up to 200 words. What is the work and who is it for?", _DRUMS),
        ("Impact", "What changed? Include figures if you have them.", "Suspensions of the pupils halved."),
        ("Contact", "Name, role and email", "Efua Danso"),
    )
    for rows in (guided, (("Question", "Guidance", "Your answer"), *guided)):
        form = _read(read_bytes, *rows)
        [draft] = form.drafts
        assert (draft.summary, draft.impact) == (_DRUMS, "Suspensions of the pupils halved.")
        assert people(form.contacts) == [{"name": "Efua Danso"}]
        assert [one.field for one in form.problems] == ["categories"]


def test_columns_with_names_above_and_no_questions_are_initiatives_too(read_bytes: ReadBytes) -> None:
    form = _read(
        read_bytes,
        ("Drumming together", "Coaching circle"),
        (_DRUMS, _CIRCLE),
        ("Contact: Efua Danso", "Contact: Priya Nair"),
    )
    assert [(one.title, one.summary) for one in form.drafts] == [
        ("Drumming together", _DRUMS),
        ("Coaching circle", _CIRCLE),
    ]
    assert [people(one.contacts) for one in form.drafts] == [[{"name": "Efua Danso"}], [{"name": "Priya Nair"}]]


def test_an_answer_not_known_yet_is_a_column_all_the_same(read_bytes: ReadBytes) -> None:
    form = _read(
        read_bytes,
        ("Please give details below", "Project A", "Project B"),
        ("Project name", "Drumming together", "Coaching circle"),
        ("What is the work?", _DRUMS, _CIRCLE),
        ("What has changed as a result?", "Suspensions halved.", "Not known yet"),
    )
    assert [(one.title, one.impact) for one in form.drafts] == [
        ("Drumming together", "Suspensions halved."),
        ("Coaching circle", None),
    ]


@pytest.mark.parametrize(
    "head",
    [
        ("No.", "Project and short description", "Impact"),
        ("#", "Name and brief summary", "How do we know it works?"),
        ("", "Initiative with its description", "Outcomes"),
    ],
)
def test_a_column_for_the_name_and_the_description_holds_both(read_bytes: ReadBytes, head: Sequence[str]) -> None:
    form = _read(
        read_bytes,
        head,
        ("1", f"Drumming together. {_DRUMS}", "Suspensions halved."),
        ("2", f"Coaching circle: {_CIRCLE}", "Not measured"),
    )
    assert [(one.title, one.summary, one.impact) for one in form.drafts] == [
        ("Drumming together", _DRUMS, "Suspensions halved."),
        ("Coaching circle", _CIRCLE, "Not measured"),
    ]


@pytest.mark.parametrize("head", [("No.", "", "Impact", "Contact"), ("#", "Strand", "Impact", "Contact")])
def test_what_numbers_the_rows_is_no_title(read_bytes: ReadBytes, head: Sequence[str]) -> None:
    form = _read(
        read_bytes,
        head,
        ("1", "Drumming together", "Suspensions of the pupils halved.", "Efua Danso, Head of Music"),
        ("2.", "Coaching circle of managers", "Two of them were promoted.", "Priya Nair, Head of Art"),
    )
    assert [one.title for one in form.drafts] == ["Drumming together", "Coaching circle of managers"]
