"""What is said of impact: how strong it says the evidence is, and answers that say nothing of it yet."""

from __future__ import annotations

import pytest

from knowledge.domain.initiative import Evidence
from knowledge.importing.template.drafts.evidence import evidence_in
from tests.knowledge.importing.template.conftest import ReadBytes, ReadLines
from tests.knowledge.importing.template.docx_forms import add_table, saved, template

_DRUMS = "We run a Saturday drumming school for 30 Ghanaian pupils in two church halls."


@pytest.mark.parametrize(
    ("impact", "evidence"),
    [
        ("Attendance went from 71% to 83%.", Evidence.EARLY_RESULTS),
        ("9 of the 11 leaders changed something.", Evidence.EARLY_RESULTS),
        ("Of the first 30 participants 14 have been promoted.", Evidence.EARLY_RESULTS),
        ("Exclusions: 7 in 2022/23, 1 in 2024/25.", Evidence.EARLY_RESULTS),
        ("Referrals tripled.", Evidence.EARLY_RESULTS),
        ("The gap closed from 14 points to 5.", Evidence.EARLY_RESULTS),
        ("Those who say they would report racism rose from 41% to 63%.", Evidence.EARLY_RESULTS),
        ("The aim is that complaints will have dropped from 40 to 20.", Evidence.DESCRIBED),
        ("Of 60 conferences observed, the name was said correctly in 57.", Evidence.EARLY_RESULTS),
        ("Attendance 71→83", Evidence.EARLY_RESULTS),
        ("Northumbria University’s evaluation found that pupils knew more.", Evidence.EVALUATED),
        ("Their own evaluation showed that pupils felt safer.", Evidence.EVALUATED),
        ("The school’s evaluation is due in 2027 and found nothing yet.", Evidence.DESCRIBED),
        ("The target is 30% by 2027.", Evidence.DESCRIBED),
        ("We hope that referrals will have tripled.", Evidence.DESCRIBED),
        ("412 families in the first year.", Evidence.DESCRIBED),
        ("The share of children on plans for neglect fell by a fifth.", Evidence.EARLY_RESULTS),
        ("The University of Hull evaluated the school in 2025.", Evidence.EVALUATED),
        ("Last year researchers from Hull have evaluated the school for us.", Evidence.EVALUATED),
        ("With the University of Hull we evaluated it ourselves.", Evidence.DESCRIBED),
        ("Teachers trained at the University of Hull evaluated it.", Evidence.DESCRIBED),
        ("Our researchers evaluated the school.", Evidence.DESCRIBED),
        ("The University of Hull has not evaluated it.", Evidence.DESCRIBED),
        ("The University of Hull evaluated its own course.", Evidence.DESCRIBED),
    ],
)
def test_what_was_counted_in_a_statement_of_impact_is_a_result(impact: str, evidence: Evidence) -> None:
    assert evidence_in(_DRUMS, impact) is evidence


@pytest.mark.parametrize("answer", ["Planned for 2027", "It is due in spring 2027.", "To be measured next year"])
@pytest.mark.parametrize("label", ["Evaluation", "Impact"])
def test_what_is_to_come_is_no_impact(read_bytes: ReadBytes, label: str, answer: str) -> None:
    document = template()
    add_table(
        document, ("Title", "Drums"), ("Description", f"{_DRUMS} Suspensions fell from 40 to 12."), (label, answer)
    )
    [draft] = read_bytes(saved(document), name="form.docx").drafts
    assert draft.impact == "Suspensions fell from 40 to 12."


@pytest.mark.parametrize(
    "answer",
    ["Evaluated in 2025", "Evaluation planned for 2027.", "Twelve pupils more than expected", "Not yet measured"],
)
def test_what_was_found_is_some(read_lines: ReadLines, answer: str) -> None:
    assert read_lines([f"Description: {_DRUMS}", f"Impact: {answer}"]).drafts[0].impact == answer


@pytest.mark.parametrize(
    "impact",
    [
        "64% moved up a set.",
        "The gap in pay closed from 14 points to 5.",
        "Half of the teams use them, and those who say they would report racism rose from 41% to 63%.",
        "Girls who drum have better attendance than the year before (94% against 88%).",
    ],
)
def test_what_was_counted_at_the_end_of_a_text_is_impact(read_lines: ReadLines, impact: str) -> None:
    [draft] = read_lines([f"{_DRUMS} {impact}"]).drafts
    assert (draft.summary, draft.impact) == (_DRUMS, impact)


def test_what_changed_tells_the_theme_where_the_work_tells_none(read_lines: ReadLines) -> None:
    form = read_lines(
        ["Description: Forty boys spend a week on a farm each year.", "Impact: School exclusions halved."]
    )
    assert [draft.themes for draft in form.drafts] == [("exclusions",)]
    assert not any(one.field == "themes" for one in form.problems)
