"""The five categories as a table: what its head says of the ticks, and ticks beneath categories side by side."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from knowledge.domain.initiative import Category
from tests.knowledge.importing.template.conftest import ReadBytes
from tests.knowledge.importing.template.docx_forms import add_table, saved, template, write
from tests.knowledge.importing.template.make_forms import OPTIONS

_WORK = "We commissioned a drumming course for 30 Ghanaian pupils in two secondary schools."
_CHOSEN = (Category.COMMUNITIES, Category.RESEARCH)


def _rows(head: Sequence[str], chosen: Sequence[str], others: Sequence[str]) -> list[Sequence[str]]:
    rows = [(option, *(chosen if one in _CHOSEN else others)) for option, one in zip(OPTIONS, Category, strict=True)]
    return [head, *rows]


@pytest.mark.parametrize(
    "rows",
    [
        _rows(("Is it about...", "Yes", "No"), ("x", ""), ("", "x")),
        _rows(("", "No", "Yes"), ("", "✓"), ("✓", "")),
        _rows(("Category", "Yes/No"), ("Y",), ("n",)),
        _rows(("Which of these?", "Please tick"), ("√",), ("",)),
        _rows(("Category", "Y", "N", "Remarks"), ("x", "", ""), ("", "x", "")),
        [OPTIONS, ("", "", "X", "", "X")],
        [("", *OPTIONS), ("Yes", "", "", "X", "", "X"), ("No", "X", "X", "", "X", "")],
    ],
)
def test_ticks_mean_what_the_head_of_their_table_says(read_bytes: ReadBytes, rows: list[Sequence[str]]) -> None:
    document = template()
    add_table(document, *rows)
    write(document, [_WORK])
    form = read_bytes(saved(document), name="form.docx")
    assert form.categories == _CHOSEN
    assert [draft.summary for draft in form.drafts] == [_WORK]
    assert form.drafts[0].title.startswith("Drumming course")


def test_work_told_of_beside_a_tick_is_work(read_bytes: ReadBytes) -> None:
    document = template()
    add_table(document, *_rows(("Category", "Tick", "Which work"), ("x", _WORK), ("", "")))
    form = read_bytes(saved(document), name="form.docx")
    assert form.categories == _CHOSEN
    assert {draft.summary for draft in form.drafts} == {_WORK}


def test_a_list_that_remarks_break_up_is_still_one(read_bytes: ReadBytes) -> None:
    rows = [(option, "x" if one in _CHOSEN else "", "" if one in _CHOSEN else "Not yet, but next year we may well")
            for option, one in zip(OPTIONS, Category, strict=True)]  # fmt: skip
    document = template()
    add_table(document, ("Category", "Tick", "Remarks"), *rows)
    write(document, ["Title: Drums", f"Description: {_WORK}"])
    form = read_bytes(saved(document), name="form.docx")
    assert [draft.categories for draft in form.drafts if draft.title == "Drums"] == [_CHOSEN]
