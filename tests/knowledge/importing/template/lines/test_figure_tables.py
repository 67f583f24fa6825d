"""Tables of figures, which say what came of the work and are no work themselves."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from knowledge.domain.draft import Form
from knowledge.domain.initiative import Evidence
from tests.knowledge.importing.template.conftest import ReadBytes
from tests.knowledge.importing.template.docx_forms import Written, add_table, saved, template, write

_DRUMS = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CIRCLE = "The chief executive hosts a coaching circle for Asian team managers every other month."
_WORK: list[Written] = ["Title: Drumming together", f"Description: {_DRUMS}"]
_CONTACT = "Contact: Efua Danso, efua.danso@leeds.gov.uk"


def _read(
    read_bytes: ReadBytes, before: Sequence[Written], *rows: Sequence[str], after: Sequence[Written] = (_CONTACT,)
) -> Form:
    document = template()
    write(document, before)
    add_table(document, *rows)
    write(document, after)
    return read_bytes(saved(document), name="form.docx")


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([("", "2023", "2025"), ("Suspensions", "48", "19"), ("Days lost", "102", "31")],
         "Suspensions: 48 in 2023, 19 in 2025. Days lost: 102 in 2023, 31 in 2025"),
        ([("Year", "Suspensions"), ("2022/23", "48"), ("2023/24", "30")], "Suspensions: 48 in 2022/23, 30 in 2023/24"),
        ([("Year", "Black pupils", "White pupils"), ("2023", "9.1%", "3.2%"), ("2024", "6.0%", "3.1%")],
         "Black pupils: 9.1% in 2023, 6.0% in 2024. White pupils: 3.2% in 2023, 3.1% in 2024"),
        ([("Measure", "Before", "After"), ("Attendance", "71%", "83%"), ("Exclusions", "7", "n/a")],
         "Attendance: before 71%, after 83%. Exclusions: before 7"),
        ([("", "Autumn 2023", "Autumn 2024"), ("Moor Lane", "12", "3")],
         "Moor Lane: 12 in Autumn 2023, 3 in Autumn 2024"),
        ([("Outcome", "Evidence"), ("Fewer suspensions", "48 in 2023, 19 in 2025"), ("Happier pupils", "They say so")],
         "Fewer suspensions: 48 in 2023, 19 in 2025. Happier pupils: They say so"),
        ([("Measure", "What changed"), ("Attendance", "Up from 71% to 83% for all who came every week")],
         "Attendance: Up from 71% to 83% for all who came every week"),
    ],
)  # fmt: skip
def test_what_they_count_is_the_impact_row_by_row(
    read_bytes: ReadBytes, rows: Sequence[Sequence[str]], told: str
) -> None:
    form = _read(read_bytes, [*_WORK, "Impact:"], *rows)
    [draft] = form.drafts
    assert (draft.summary, draft.impact, draft.evidence) == (_DRUMS, told, Evidence.EARLY_RESULTS)


def test_figures_without_anything_to_compare_are_no_results(read_bytes: ReadBytes) -> None:
    form = _read(read_bytes, [*_WORK, "Impact"], ("Pupils who came", "48"), ("Now drummers", "5"))
    [draft] = form.drafts
    assert (draft.impact, draft.evidence) == ("Pupils who came: 48. Now drummers: 5", Evidence.DESCRIBED)


def test_they_are_more_of_the_impact_in_front_of_them(read_bytes: ReadBytes) -> None:
    before = [*_WORK, "Impact: Suspensions fell sharply, as the table shows."]
    form = _read(read_bytes, before, ("", "2023", "2025"), ("Suspensions", "48", "19"))
    [draft] = form.drafts
    assert draft.summary == _DRUMS
    assert draft.impact == "Suspensions fell sharply, as the table shows. Suspensions: 48 in 2023, 19 in 2025"


def test_what_is_said_behind_them_is_impact_too(read_bytes: ReadBytes) -> None:
    after = ["No pupil was lost to the course.", _CONTACT]
    form = _read(read_bytes, [*_WORK, "Impact"], ("", "2023", "2025"), ("Suspensions", "48", "19"), after=after)
    assert [one.impact for one in form.drafts] == [
        "Suspensions: 48 in 2023, 19 in 2025. No pupil was lost to the course."
    ]
    assert not any(one.field == "initiatives" for one in form.problems)


def test_figures_go_to_the_work_that_they_stand_with(read_bytes: ReadBytes) -> None:
    before = [("2", "Drumming together"), _DRUMS]
    after = [("2", "Coaching circle"), _CIRCLE]
    form = _read(read_bytes, before, ("", "2023", "2025"), ("Pupils", "14", "41"), after=after)
    assert [(one.title, one.impact) for one in form.drafts] == [
        ("Drumming together", "Pupils: 14 in 2023, 41 in 2025"),
        ("Coaching circle", None),
    ]


def test_rows_named_after_the_work_are_its_own(read_bytes: ReadBytes) -> None:
    before = [("List Bullet", _DRUMS), ("List Bullet", _CIRCLE), ("2", "Impact")]
    form = _read(read_bytes, before, ("", "2023", "2025"), ("Drumming course", "14", "41"), ("Coaching", "6", "9"))
    assert [one.impact for one in form.drafts] == [
        "Drumming course: 14 in 2023, 41 in 2025",
        "Coaching: 6 in 2023, 9 in 2025",
    ]


def test_those_of_the_place_are_background(read_bytes: ReadBytes) -> None:
    form = _read(read_bytes, [*_WORK, ("2", "Context")], ("Ethnicity", "2011", "2021"), ("Black", "4%", "9%"))
    assert [one.impact for one in form.drafts] == [None]
    assert any('"Black: 4% in 2011, 9% in 2021"' in one.message for one in form.problems)


@pytest.mark.parametrize(
    "rows",
    [
        [("Resources", "https://www.leeds.gov.uk/drums"), ("Phone", "0113 496 0000")],
        [("Date", "12 May 2026"), ("Version", "2")],
        [("With communities", "1"), ("With partners", "2")],
        [("Efua Danso", "0113 496 0000"), ("Tom Hale", "0113 496 0001")],
    ],
)
def test_other_tables_with_figures_in_them_are_none(read_bytes: ReadBytes, rows: Sequence[Sequence[str]]) -> None:
    form = _read(read_bytes, [*_WORK, "Impact: Suspensions halved."], *rows)
    assert [one.impact for one in form.drafts] == ["Suspensions halved."]


def test_a_table_of_work_below_achievements_is_work(read_bytes: ReadBytes) -> None:
    rows = [("Drumming together", _DRUMS), ("Coaching circle", _CIRCLE)]
    form = _read(read_bytes, [("2", "What we have achieved")], *rows)
    assert [one.title for one in form.drafts] == ["Drumming together", "Coaching circle"]
